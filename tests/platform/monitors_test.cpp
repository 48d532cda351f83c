// Which monitor a wall is on, whatever is plugged in and out.
#include "platform/monitors.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace greenline::platform {
namespace {

using Monitors = std::vector<Monitor>;

Monitor a_monitor(const std::string& name, int x = 0, int width = 1920, int height = 1080) {
  return {.name = name, .x = x, .width = width, .height = height, .width_mm = 508, .height_mm = 285};
}

const Monitor laptop = a_monitor("eDP-1"), wall = a_monitor("HDMI-1", 1920), other = a_monitor("DP-2", 3840);

TEST(HomeMonitor, IsTheFirstUnlessAnotherIsAskedFor) {
  EXPECT_EQ(HomeMonitor("").among(Monitors{laptop, wall}), 0U);
  EXPECT_EQ(HomeMonitor("1").among(Monitors{laptop, wall}), 1U);
  EXPECT_EQ(HomeMonitor("HDMI-1").among(Monitors{laptop, wall}), 1U);
}

TEST(HomeMonitor, IsGoneBackToWhenItsCableIsPutBack) {
  HomeMonitor home("1");
  ASSERT_EQ(home.among(Monitors{laptop, wall}), 1U);
  EXPECT_EQ(home.among(Monitors{laptop}), 0U) << "somewhere where it is seen";
  EXPECT_EQ(home.among(Monitors{laptop, wall}), 1U);
}

TEST(HomeMonitor, IsTheSameGlassWhateverNumberItHasNow) {
  HomeMonitor home("1");
  ASSERT_EQ(home.among(Monitors{laptop, wall}), 1U);
  EXPECT_EQ(home.among(Monitors{laptop, other, wall}), 2U);
  EXPECT_EQ(home.among(Monitors{wall}), 0U);
}

TEST(HomeMonitor, IsTheFirstsOwnAlsoWhenAnotherBecomesFirst) {
  HomeMonitor home("");
  ASSERT_EQ(home.among(Monitors{wall, laptop}), 0U);
  EXPECT_EQ(home.among(Monitors{laptop, wall}), 1U);
}

TEST(HomeMonitor, StaysWhereItIsWhileThereIsNone) {
  HomeMonitor home("");
  ASSERT_EQ(home.among(Monitors{wall}), 0U);
  EXPECT_EQ(home.among({}), std::nullopt);
  EXPECT_EQ(home.among(Monitors{laptop, wall}), 1U);
}

TEST(HomeMonitor, ThatIsNotThereYetIsTakenWhenItComes) {
  HomeMonitor by_number("1"), by_name("DP-2");
  EXPECT_EQ(by_number.among(Monitors{laptop}), 0U);
  EXPECT_FALSE(by_number.found());
  EXPECT_EQ(by_name.among(Monitors{laptop}), 0U);
  EXPECT_EQ(by_number.among(Monitors{laptop, wall}), 1U);
  EXPECT_TRUE(by_number.found());
  EXPECT_EQ(by_name.among(Monitors{laptop, wall, other}), 2U);
}

TEST(HomeMonitor, IsItselfOrNoneForAWallThatStandsNowhereElse) {
  HomeMonitor home("1");
  EXPECT_EQ(home.itself_among(Monitors{laptop}), std::nullopt);
  ASSERT_EQ(home.itself_among(Monitors{laptop, wall}), 1U);
  EXPECT_EQ(home.itself_among(Monitors{laptop, other}), std::nullopt) << "another glass with its number";
  EXPECT_EQ(home.itself_among(Monitors{wall}), 0U);
}

TEST(HomeMonitor, TakesNoNumberForWhatIsNone) {
  for (const char* asked : {"7", "-1", "1x", "HDMI-9", "99999999999999999999"}) {
    HomeMonitor home(asked);
    EXPECT_EQ(home.among(Monitors{laptop, wall}), 0U) << asked;
    EXPECT_FALSE(home.found()) << asked;
  }
}

TEST(Monitors, AreAsDenseAsTheySayWithinReason) {
  EXPECT_NEAR(pixels_per_mm(wall), 1920.0 / 508, 1e-4);
  EXPECT_NEAR(pixels_per_mm({.name = {}, .width = 1920}), 96 / 25.4, 1e-4);
  EXPECT_LE(pixels_per_mm({.name = {}, .width = 1920, .width_mm = 1}), 40);
  EXPECT_GE(pixels_per_mm({.name = {}, .width = 19, .width_mm = 20000}), 0.5F);
}

TEST(Monitors, AreListedForSentences) {
  EXPECT_EQ(listed(Monitors{laptop}), "0 (eDP-1, 1920x1080)");
  EXPECT_EQ(listed(Monitors{laptop, wall, other}), "0 (eDP-1, 1920x1080), 1 (HDMI-1, 1920x1080) and 2 (DP-2, 1920x1080)");
}

}  // namespace
}  // namespace greenline::platform
