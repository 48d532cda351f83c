// What a monitor says of itself.
#include "platform/monitors.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace greenline::platform {
namespace {

using Monitors = std::vector<Monitor>;

Monitor a_monitor(const std::string& name, int x = 0, int width = 1920, int height = 1080) {
  return {.name = name, .x = x, .width = width, .height = height, .width_mm = 508, .height_mm = 285};
}

const Monitor laptop = a_monitor("eDP-1"), wall = a_monitor("HDMI-1", 1920), other = a_monitor("DP-2", 3840);

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
