// An activity that plays itself: every phase is seen, in its time, whoever else goes on meanwhile.
#include "simulate/rehearsal.h"

#include <gtest/gtest.h>

#include "content/load.h"
#include "places.h"

namespace greenline::simulate {
namespace {

content::Pack pack() {
  auto loaded = content::load_pack("both-sides-of-the-line", source_folder() / "content");
  EXPECT_TRUE(loaded);
  return loaded ? *std::move(loaded) : content::Pack();
}

class RehearsalTest : public testing::Test {
 protected:
  [[nodiscard]] Rehearsal rehearsal(double speed) { return {session, tongues, {.seed = 3, .cards = 24}, speed}; }
  // Does all that is due until `now_s`, waking as it asks.
  static void run(Rehearsal& one, double& now_s, double until_s) {
    for (int wakes = 0; now_s < until_s && !one.over() && wakes < 10000; ++wakes) {
      one.go_on(now_s);
      now_s += std::min(one.wait_s(now_s) + 0.001, until_s - now_s + 0.001);
    }
  }

  station::Session session{pack(), station::seeded_sources(1)};
  Tongues tongues = load_phrases(source_folder() / "content/simulation/phrases.json", "en").value();
};

TEST_F(RehearsalTest, ShowsEveryPhaseForItsShareOfTheTime) {
  Rehearsal one = rehearsal(20);
  double now_s = 0;
  for (const content::Phase& phase : session.pack().activity.phases) {
    one.go_on(now_s);
    EXPECT_EQ(session.phase().id, phase.id);
    const double lasts_s = phase.minutes * 60 / 20.0;
    const double from_s = now_s;
    run(one, now_s, from_s + lasts_s - 0.1);
    EXPECT_EQ(session.phase().id, phase.id) << "not before its time";
    now_s = from_s + lasts_s + 0.01;
  }
  one.go_on(now_s);
  EXPECT_TRUE(one.over());
  EXPECT_EQ(session.convening().cards.size(), 24U);
}

TEST_F(RehearsalTest, ItsPeopleActOneAfterAnotherAndThenLook) {
  Rehearsal one = rehearsal(20);
  while (!session.rules().touch || !session.rules().verbs.contains(model::Verb::name)) (void)session.step_phase(+1);
  const double lasts_s = session.phase().minutes * 60 / 20.0;
  double now_s = 0;
  run(one, now_s, lasts_s * 0.05);
  EXPECT_TRUE(session.convening().cards.empty());
  run(one, now_s, lasts_s * 0.5);
  const std::size_t half = session.convening().cards.size();
  EXPECT_GT(half, 0U);
  run(one, now_s, lasts_s * 0.92);
  const std::size_t all = session.convening().cards.size();
  EXPECT_GT(all, half);
  run(one, now_s, lasts_s * 0.99);
  EXPECT_EQ(session.convening().cards.size(), all);
}

TEST_F(RehearsalTest, GoesOnFromWhereSomebodyElseWent) {
  Rehearsal one = rehearsal(20);
  one.go_on(0);
  ASSERT_TRUE(session.step_phase(+1) && session.step_phase(+1));
  const std::string there = session.phase().id;
  one.go_on(0.1);
  EXPECT_EQ(session.phase().id, there);
  ASSERT_TRUE(session.step_phase(-1));
  const std::string back = session.phase().id;
  one.go_on(0.2);
  const std::size_t cards = session.convening().cards.size();
  double now_s = 0.2;
  run(one, now_s, 0.2 + session.phase().minutes * 60 / 20.0 - 0.1);
  EXPECT_EQ(session.phase().id, back);
  EXPECT_GE(session.convening().cards.size(), cards);
}

TEST_F(RehearsalTest, APhaseIsLongEnoughToBeSeenAtAnySpeed) {
  Rehearsal one = rehearsal(100000);
  one.go_on(0);
  const std::string first = session.phase().id;
  one.go_on(Rehearsal::shortest_phase_s - 0.1);
  EXPECT_EQ(session.phase().id, first);
  one.go_on(Rehearsal::shortest_phase_s + 0.1);
  EXPECT_NE(session.phase().id, first);
}

TEST_F(RehearsalTest, OnceOverNothingIsDue) {
  Rehearsal one = rehearsal(1e6);
  double now_s = 0;
  run(one, now_s, 1e4);
  ASSERT_TRUE(one.over());
  EXPECT_GT(one.wait_s(now_s), 1000);
  const std::size_t applied = session.convening().applied.size();
  one.go_on(now_s + 1);
  EXPECT_EQ(session.convening().applied.size(), applied);
}

}  // namespace
}  // namespace greenline::simulate
