// Advice can be typed as it stands.
#include "app/typed.h"

#include <gtest/gtest.h>

namespace greenline::app {
namespace {

TEST(Typed, LeavesPlainWordsAndQuotesTheOthers) {
  EXPECT_EQ(typed("/media/ada/STICK/our-autumn.zip"), "/media/ada/STICK/our-autumn.zip");
  EXPECT_EQ(typed("été.greenline"), "été.greenline");
  EXPECT_EQ(typed("/media/A stick/it's $HOME"), "'/media/A stick/it'\\''s $HOME'");
  EXPECT_EQ(typed(""), "''");
}

}  // namespace
}  // namespace greenline::app
