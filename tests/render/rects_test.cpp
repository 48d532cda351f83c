// Rectangles to repair: whole, apart, and covering all that was added.
#include "render/rects.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace greenline::render {
namespace {

constexpr int screen_width = 640, screen_height = 400;

PixelRect some_rect() {
  const auto x = static_cast<float>(*rc::gen::inRange(-500, 6800)) / 10;
  const auto y = static_cast<float>(*rc::gen::inRange(-500, 4500)) / 10;
  return {x, y, x + static_cast<float>(*rc::gen::inRange(1, 700)) / 10, y + static_cast<float>(*rc::gen::inRange(1, 700)) / 10};
}

RC_GTEST_PROP(Rects, AreApartAndCoverAllThatWasAdded, ()) {
  Rects rects;
  rects.begin(screen_width, screen_height);
  const int count = *rc::gen::inRange(0, 60);
  std::vector<PixelRect> added;
  for (int i = 0; i < count; ++i) rects.add(added.emplace_back(some_rect()));
  const auto resolved = rects.resolve();
  for (std::size_t i = 0; i < resolved.size(); ++i) {
    RC_ASSERT(resolved[i].x0 >= 0 && resolved[i].y0 >= 0 && resolved[i].x1 <= screen_width && resolved[i].y1 <= screen_height);
    for (std::size_t k = i + 1; k < resolved.size(); ++k) RC_ASSERT(!resolved[i].touches(resolved[k]));
  }
  std::vector<bool> covered(static_cast<std::size_t>(screen_width) * screen_height);
  for (const PixelRect& r : resolved)
    for (int y = static_cast<int>(r.y0); y < static_cast<int>(r.y1); ++y)
      for (int x = static_cast<int>(r.x0); x < static_cast<int>(r.x1); ++x)
        covered[static_cast<std::size_t>(y * screen_width + x)] = true;
  for (const PixelRect& r : added)
    for (int y = std::max(0, static_cast<int>(r.y0)); y < screen_height && static_cast<float>(y) < r.y1; ++y)
      for (int x = std::max(0, static_cast<int>(r.x0)); x < screen_width && static_cast<float>(x) < r.x1; ++x)
        RC_ASSERT(covered[static_cast<std::size_t>(y * screen_width + x)]);
}

TEST(Rects, NothingAddedGivesNothing) {
  Rects rects;
  rects.begin(screen_width, screen_height);
  rects.add(PixelRect{-50, -50, -10, -10});
  EXPECT_TRUE(rects.empty());
  EXPECT_TRUE(rects.resolve().empty());
}

TEST(Rects, FarApartStayApart) {
  Rects rects;
  rects.begin(screen_width, screen_height);
  rects.add(PixelRect{10, 10, 40, 40});
  rects.add(PixelRect{500, 300, 540, 340});
  EXPECT_EQ(rects.resolve().size(), 2U);
}

TEST(Rects, ManyTouchWhatLiesNearThemAndNothingElse) {
  Rects rects;
  rects.begin(screen_width, screen_height);
  for (int i = 0; i < 40; ++i) rects.add(PixelRect{static_cast<float>(i), 0, static_cast<float>(i) + 5, 10});
  EXPECT_TRUE(rects.touches({30, 5, 40, 20}));
  EXPECT_FALSE(rects.touches({300, 200, 340, 240}));
  EXPECT_FALSE(rects.empty());
  EXPECT_EQ(rects.resolve().size(), 1U);
}

TEST(Rects, ManyThatCoverTheScreenAreAllOfIt) {
  Rects rects;
  rects.begin(screen_width, screen_height);
  for (int i = 0; i < 40; ++i)
    rects.add(PixelRect{0, static_cast<float>(10 * i), screen_width, static_cast<float>(10 * i + 10)});
  const auto resolved = rects.resolve();
  ASSERT_EQ(resolved.size(), 1U);
  EXPECT_EQ(resolved[0], (PixelRect{0, 0, screen_width, screen_height}));
}

TEST(Rects, MostOfTheScreenIsOneRectangle) {
  Rects rects;
  rects.begin(screen_width, screen_height);
  rects.add(PixelRect{0, 0, 600, 380});
  const auto resolved = rects.resolve();
  ASSERT_EQ(resolved.size(), 1U);
  EXPECT_EQ(resolved[0], (PixelRect{0, 0, 600, 380}));
}

}  // namespace
}  // namespace greenline::render
