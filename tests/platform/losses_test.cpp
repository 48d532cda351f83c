// What could not be taken is told in words, and only when there is something to tell.
#include "platform/losses.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace greenline::platform {
namespace {

TEST(Losses, AreNotTalkedOfWhenThereAreNone) {
  EXPECT_EQ(told({}, {}), "");
  const Losses before{.tuio_refused = 5, .tuio_overrun = 3, .strange_touches = 2, .x_refusals = 1};
  EXPECT_EQ(told(before, before), "");
}

TEST(Losses, AreToldSinceTheLastTime) {
  const std::string words = told({.tuio_refused = 5}, {.tuio_refused = 3005});
  EXPECT_TRUE(words.starts_with("3000 TUIO packets")) << words;
}

TEST(Losses, OfEachKindHaveALineOfTheirOwn) {
  const std::string words = told({}, {.tuio_refused = 1, .tuio_overrun = 2, .strange_touches = 3, .x_refusals = 4});
  EXPECT_EQ(std::count(words.begin(), words.end(), '\n'), 4) << words;
}

}  // namespace
}  // namespace greenline::platform
