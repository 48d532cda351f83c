// The way between a seat's own pixels and the screen's.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "ui/pose.h"

namespace greenline::ui {
namespace {

using model::PixelPoint;
using model::PixelRect;

// Touches and shapes lie on fractions of pixels; 1/64 is finer than any of them needs.
float any_length() { return static_cast<float>(*rc::gen::inRange(-16384 * 64, 16384 * 64)) / 64; }
Side any_side() { return all_sides.at(static_cast<std::size_t>(*rc::gen::inRange(0, 4))); }
Pose any_pose() {
  return {any_side(),
          {static_cast<float>(*rc::gen::inRange(-16384, 16384)), static_cast<float>(*rc::gen::inRange(-16384, 16384))}};
}
PixelRect any_rect() {
  const PixelPoint at{any_length(), any_length()};
  return {at.x, at.y, at.x + std::abs(any_length()), at.y + std::abs(any_length())};
}

RC_GTEST_PROP(Pose, TheWayBackLeadsExactlyToWhereItBegan, ()) {
  const Pose pose = any_pose();
  const PixelPoint p{any_length(), any_length()};
  RC_ASSERT(pose.to_screen(pose.to_own(p)) == p);
  RC_ASSERT(pose.to_own(pose.to_screen(p)) == p);
}

RC_GTEST_PROP(Pose, RectanglesStayRectanglesWithWhatIsInThem, ()) {
  const Pose pose = any_pose();
  const PixelRect rect = any_rect();
  const PixelRect turned = pose.to_screen(rect);
  RC_ASSERT(pose.to_own(turned) == rect);
  const bool level = is_level(pose.foot);
  RC_ASSERT(turned.width() == (level ? rect.width() : rect.height()));
  RC_ASSERT(turned.height() == (level ? rect.height() : rect.width()));
  RC_ASSERT(pose.to_screen(rect.centre()) == turned.centre());
}

RC_GTEST_PROP(Pose, WholePixelsStayWhole, ()) {
  const Pose pose = any_pose();
  const PixelPoint p{std::round(any_length()), std::round(any_length())};
  const PixelPoint on_screen = pose.to_screen(p);
  RC_ASSERT(on_screen.x == std::round(on_screen.x));
  RC_ASSERT(on_screen.y == std::round(on_screen.y));
}

RC_GTEST_PROP(Pose, APanelsOwnCornerIsWhereItIsLaidOut, ()) {
  const PixelRect panel = any_rect();
  const Pose pose = pose_of_panel(panel, any_side(), 20);
  const PixelRect own = pose.to_own(panel);
  RC_ASSERT(std::abs(own.x0 - 20) <= 0.5F);
  RC_ASSERT(std::abs(own.y0 - 20) <= 0.5F);
  RC_ASSERT(pose.origin.x == std::round(pose.origin.x));
  RC_ASSERT(pose.origin.y == std::round(pose.origin.y));
}

TEST(Pose, TheLowerSideLiesTowardItsSideOfTheScreen) {
  const auto down = [](Side side) {
    const Pose pose = pose_of_screen(side, 300, 200);
    return pose.to_screen(PixelPoint{10, 20}) - pose.to_screen(PixelPoint{10, 0});
  };
  EXPECT_EQ(down(Side::below), (PixelPoint{0, 20}));
  EXPECT_EQ(down(Side::left), (PixelPoint{-20, 0}));
  EXPECT_EQ(down(Side::above), (PixelPoint{0, -20}));
  EXPECT_EQ(down(Side::right), (PixelPoint{20, 0}));
}

TEST(Pose, NothingIsMirrored) {
  for (const Side side : all_sides) {
    const Pose pose = pose_of_screen(side, 300, 200);
    const PixelPoint across = pose.to_screen(PixelPoint{1, 0}) - pose.to_screen(PixelPoint{0, 0});
    const PixelPoint down = pose.to_screen(PixelPoint{0, 1}) - pose.to_screen(PixelPoint{0, 0});
    EXPECT_EQ(across.x * down.y - across.y * down.x, 1);
  }
}

TEST(Pose, TheScreenSeenFromEachSideBeginsAtItsFarLeft) {
  for (const Side side : all_sides) {
    const PixelRect own = pose_of_screen(side, 300, 200).to_own(PixelRect{0, 0, 300, 200});
    EXPECT_EQ(own.x0, 0);
    EXPECT_EQ(own.y0, 0);
  }
}

}  // namespace
}  // namespace greenline::ui
