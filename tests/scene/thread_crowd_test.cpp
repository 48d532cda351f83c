// The more threads there are, the finer and fainter each is; those of a card that somebody looks at stand out.
#include "scene/thread_crowd.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace greenline::scene
