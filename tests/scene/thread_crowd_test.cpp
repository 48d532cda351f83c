// The more threads there are, the finer and fainter each is; those of a card that somebody looks at stand out.
#include "scene/thread_crowd.h"

#include <gtest/gtest.h>

#include <cmath>

namespace greenline::scene {
namespace {

constexpr float unit_px = 1080;

ThreadCrowd::Look look_among(std::size_t threads, const ThreadCrowd::Of& of = {}) {
  ThreadCrowd crowd;
  (void)crowd.count(threads);
  return crowd.look(of, unit_px);
}

TEST(ThreadCrowd, OfAFewIsNone) {
  ThreadCrowd crowd;
  EXPECT_FALSE(crowd.count(24));
  EXPECT_FALSE(crowd.is_one());
  EXPECT_TRUE(crowd.look({}, unit_px).forward);
  EXPECT_EQ(crowd.look({}, unit_px).opacity, 1);
}

TEST(ThreadCrowd, GrowsInStepsAndNotWithEveryThread) {
  ThreadCrowd crowd;
  EXPECT_TRUE(crowd.count(25));
  EXPECT_FALSE(crowd.count(26));
  EXPECT_TRUE(crowd.count(40));
  EXPECT_TRUE(crowd.count(3));
  EXPECT_FALSE(crowd.is_one());
}

TEST(ThreadCrowd, IsTheFainterTheLargerItIsButStaysSeen) {
  EXPECT_LT(look_among(60).opacity, look_among(30).opacity);
  EXPECT_GE(look_among(5000).opacity, 0.35F);
  EXPECT_EQ(look_among(5000).glow, 0);
}

TEST(ThreadCrowd, IsFinerAmongLeavesAndWhereManyTangle) {
  const auto plain = look_among(300), leaves = look_among(300, {.among_leaves = true});
  EXPECT_LT(leaves.width, plain.width);
  EXPECT_LT(leaves.opacity, plain.opacity);
  EXPECT_LT(look_among(60, {.tangle = 3}).width, look_among(60).width);
}

TEST(ThreadCrowd, LetsThoseStandOutThatSomebodyAttendsTo) {
  const auto attended = look_among(5000, {.attended = true, .tangle = 3, .among_leaves = true});
  EXPECT_TRUE(attended.forward);
  EXPECT_EQ(attended.opacity, 1);
  EXPECT_GT(attended.glow, 0);
}

// How many of so many that move are seen.
std::size_t seen_of(const ThreadCrowd& crowd, std::uint32_t threads) {
  std::size_t seen = 0;
  for (std::uint32_t number = 0; number < threads; ++number) seen += crowd.moving_light(number) > 0 ? 1 : 0;
  return seen;
}

TEST(ThreadCrowd, ShowsAllThatMoveWhereAnEyeCanFollow) {
  ThreadCrowd crowd;
  for (int frame = 0; frame < 60; ++frame) crowd.count_moving(ThreadCrowd::most_moving, 0.016F);
  EXPECT_FALSE(crowd.thins());
  EXPECT_EQ(crowd.moving_light(1), 1);
}

TEST(ThreadCrowd, LetsSomeStandForAllThatMove) {
  for (const std::uint32_t threads : {1401U, 5000U, 40'000U}) {
    ThreadCrowd crowd;
    float before = 1;
    for (int frame = 0; frame < 60; ++frame) {
      crowd.count_moving(threads, 0.016F);
      EXPECT_LE(std::abs(crowd.moving_light(1) - before), 0.1F) << "none goes out at once";
      before = crowd.moving_light(1);
    }
    EXPECT_LE(seen_of(crowd, threads), ThreadCrowd::most_moving) << threads;
    EXPECT_GE(seen_of(crowd, threads), ThreadCrowd::most_moving / 2) << threads;
    EXPECT_GT(crowd.moving_light(0), 1);
  }
}

TEST(ThreadCrowd, ShowsAllAgainBeforeTheyRest) {
  ThreadCrowd crowd;
  for (int frame = 0; frame < 60; ++frame) crowd.count_moving(5000, 0.016F);
  crowd.count_moving(900, 0.016F);
  EXPECT_TRUE(crowd.thins());
  for (int frame = 0; frame < 60; ++frame) crowd.count_moving(900, 0.016F);
  EXPECT_FALSE(crowd.thins());
  EXPECT_EQ(seen_of(crowd, 5000), 5000U);
  EXPECT_EQ(crowd.moving_light(0), 1);
}

}  // namespace
}  // namespace greenline::scene
