// What moves is drawn on its beat, whatever wakes the loop and however often; a screen's refreshes bound its frames.
#include "platform/beat.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace greenline::platform {
namespace {

constexpr double nearly = 1e-9;
constexpr double step_s = 1 / Beat::usual_hz;

struct Paced {
  int frames = 0;
  double longest_gap_s = 0;
};

// A loop that is woken `rate` times a second for `seconds`, and when a frame is due. With `hands`, each of the former brings a
// hand that wants an answer, and nothing moves by itself; else something moves all the time.
Paced drawn_by_a_loop(Beat beat, double rate, double seconds, bool hands) {
  constexpr double never = 1e9;
  double due = hands ? never : 0, last = 0, report = 0;
  Paced drawn;
  for (double now = 0; now < seconds; now = std::min(report, due)) {
    if (now >= report) {
      report += 1 / rate;
      if (hands) due = std::min(due, beat.answer_s(now));
    }
    if (now < due) continue;
    beat.drawn(now);
    drawn.longest_gap_s = std::max(drawn.longest_gap_s, now - last);
    ++drawn.frames;
    last = now;
    due = hands ? never : beat.next_s();
  }
  return drawn;
}

TEST(Beat, IsNeverMoreThanOneStepAheadHoweverOftenAHandIsAnswered) {
  for (const double hz : {30.0, 60.0, 119.0, 240.0, 1000.0, 100'000.0}) {
    Beat beat(0);
    double now = 0;
    for (int i = 0; i < 3000; ++i) {
      now = std::max(now + 1 / hz, beat.answer_s(now));
      beat.drawn(now);
      ASSERT_LE(beat.next_s() - now, step_s + nearly) << hz << " Hz, wake " << i;
    }
  }
}

TEST(Beat, DrawsNoMoreFramesThanTheScreenShowsHoweverOftenAPointerReports) {
  for (const double refresh_hz : {30.0, 59.94, 60.0, 144.0}) {
    for (const double pointer_hz : {125.0, 1000.0, 8000.0}) {
      const double seconds = 5;
      const Paced drawn = drawn_by_a_loop(Beat(0, refresh_hz), pointer_hz, seconds, true);
      EXPECT_LE(drawn.frames, std::ceil(refresh_hz * seconds) + 1) << refresh_hz << " Hz, pointer at " << pointer_hz << " Hz";
    }
  }
}

TEST(Beat, AFastPointerCostsNoMoreFramesThanASlowOne) {
  const int slow = drawn_by_a_loop(Beat(0), 60, 10, true).frames;
  for (const double pointer_hz : {125.0, 1000.0})
    EXPECT_LE(drawn_by_a_loop(Beat(0), pointer_hz, 10, true).frames, slow + 1) << pointer_hz << " Hz";
}

TEST(Beat, GoesOnForWhatMovesWhileTheLoopIsWokenForNothing) {
  for (const double hz : {240.0, 3000.0, 50'000.0})
    EXPECT_LE(drawn_by_a_loop(Beat(0), hz, 2, false).longest_gap_s, step_s + 1 / hz + nearly) << hz << " Hz";
}

TEST(Beat, GoesOnWhileHandsReport) {
  for (const double hz : {120.0, 240.0, 5000.0})
    EXPECT_LE(drawn_by_a_loop(Beat(0), hz, 2, true).longest_gap_s, step_s + 1 / hz + nearly) << hz << " Hz";
}

TEST(Beat, AnswersAHandAtOnceThatComesAfterAPause) {
  Beat beat(0);
  beat.drawn(0);
  EXPECT_DOUBLE_EQ(beat.answer_s(5), 5);
}

TEST(Beat, AnswersHandsTogetherThatReportWithinOneRefresh) {
  Beat beat(0);
  beat.drawn(1);
  EXPECT_DOUBLE_EQ(beat.answer_s(1.001), 1 + step_s);
}

TEST(Beat, KeepsItsRateThoughEachFrameComesALittleLate) {
  Beat beat(0);
  double now = 0;
  for (int i = 0; i < 600; ++i) {
    now = beat.next_s() + 0.002;
    beat.drawn(now);
  }
  EXPECT_NEAR(now, 600 * step_s, step_s);
}

TEST(Beat, DoesNotHurryAfterALateFrame) {
  Beat beat(0);
  beat.drawn(0);
  beat.drawn(3);
  EXPECT_GE(beat.next_s(), 3 + step_s - nearly);
}

TEST(Beat, WhatNoScreenHasMeansTheUsualRate) {
  for (const double hz : {0.0, -60.0, 1e9}) EXPECT_DOUBLE_EQ(Beat(0, hz).step_s(), step_s) << hz;
}

// A display that takes a frame at its next refresh, `cost_s` after the frame was begun at the soonest.
struct RefreshingDisplay {
  double refresh_s;
  [[nodiscard]] double takes(double begun_s, double cost_s) const {
    return std::ceil((begun_s + cost_s) / refresh_s) * refresh_s;
  }
};

TEST(Beat, BeginsFramesAsLateBeforeTheDisplaysOwnRefreshAsStillMakesIt) {
  for (const double cost_s : {0.0005, 0.006, 0.012}) {
    const RefreshingDisplay display{step_s};
    Beat beat(0);
    double now = 0, taken = 0, waited_s = 0;
    int missed = 0;
    for (int i = 0; i < 4000; ++i) {
      now = std::max(taken, beat.next_s());
      beat.drawn(now);
      const double before = taken;
      taken = display.takes(now, cost_s);
      beat.taken(taken);
      if (i < 2000) continue;
      missed += taken - before > 1.5 * step_s ? 1 : 0;
      waited_s += taken - now - cost_s;
    }
    EXPECT_LE(missed, 20) << cost_s << " s a frame: one refresh in a hundred";
    EXPECT_LT(waited_s / 2000, 0.25 * step_s) << cost_s << " s a frame";
  }
}

TEST(Beat, KeepsToItsOwnRateWhereTheDisplayDoesNotWait) {
  Beat beat(0);
  double now = 0;
  int frames = 0;
  for (; now < 10; ++frames) {
    now = std::max(now, beat.next_s());
    beat.drawn(now);
    beat.taken(now += 0.001);
  }
  EXPECT_LE(frames, 640);
}

}  // namespace
}  // namespace greenline::platform
