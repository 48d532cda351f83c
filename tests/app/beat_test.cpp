// What moves is drawn on its beat, whatever wakes the loop and however often.
#include "app/beat.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace greenline::app {
namespace {

constexpr double nearly = 1e-9;

// A loop that is woken `rate` times a second for `seconds`, and draws what moves on its beat; with `hands`, each wake brings a
// hand that wants an answer. The longest time between two frames.
double longest_gap(double rate, double seconds, bool hands) {
  Beat beat(0);
  double due = 0, drawn = 0, longest = 0;
  for (double now = 0; now < seconds; now += 1 / rate) {
    if (hands) due = std::min(due, beat.answer_s(now));
    if (now < due) continue;
    beat.drawn(now);
    longest = std::max(longest, now - drawn);
    drawn = now;
    due = beat.next_s();
  }
  return longest;
}

TEST(Beat, IsNeverMoreThanOneStepAheadHoweverOftenAHandIsAnswered) {
  for (const double hz : {30.0, 60.0, 119.0, 240.0, 1000.0, 100'000.0}) {
    Beat beat(0);
    double now = 0;
    for (int i = 0; i < 3000; ++i) {
      now = std::max(now + 1 / hz, beat.answer_s(now));
      beat.drawn(now);
      ASSERT_LE(beat.next_s() - now, Beat::step_s + nearly) << hz << " Hz, wake " << i;
    }
  }
}

TEST(Beat, GoesOnForWhatMovesWhileTheLoopIsWokenForNothing) {
  for (const double hz : {240.0, 3000.0, 50'000.0})
    EXPECT_LE(longest_gap(hz, 2, false), Beat::step_s + 1 / hz + nearly) << hz << " Hz";
}

TEST(Beat, GoesOnForWhatMovesWhileHandsReport) {
  for (const double hz : {120.0, 240.0, 5000.0})
    EXPECT_LE(longest_gap(hz, 2, true), Beat::step_s + 1 / hz + nearly) << hz << " Hz";
}

TEST(Beat, AnswersAHandAtOnceThatComesAfterAPause) {
  Beat beat(0);
  beat.drawn(0);
  EXPECT_DOUBLE_EQ(beat.answer_s(5), 5);
}

TEST(Beat, AnswersHandsTogetherThatReportFasterThanTwiceABeat) {
  Beat beat(0);
  beat.drawn(1);
  EXPECT_DOUBLE_EQ(beat.answer_s(1.001), 1 + Beat::soonest_s);
}

TEST(Beat, DoesNotHurryAfterALateFrame) {
  Beat beat(0);
  beat.drawn(0);
  beat.drawn(3);
  EXPECT_GE(beat.next_s(), 3 + Beat::soonest_s - nearly);
}

}  // namespace
}  // namespace greenline::app
