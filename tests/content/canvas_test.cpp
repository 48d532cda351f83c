#include "content/canvas.h"

#include <gtest/gtest.h>

#include "files.h"
#include "geometry/forms.h"

namespace greenline::content {
namespace {

geometry::Area ring(const geometry::Slice& slice) { return geometry::Area(geometry::ring(slice)); }

Layout a_layout(const std::string& name, float width, float height) {
  Layout layout;
  layout.name = name;
  layout.width = width;
  layout.height = height;
  return layout;
}

Canvas a_canvas() {
  Canvas canvas;
  canvas.layouts = {a_layout("hexagon", 1.7778F, 1), a_layout("hexagon", 1, 1.7778F), a_layout("rows", 1.7778F, 1)};
  return canvas;
}

TEST(LayoutFor, TakesTheTallOneOnATallScreen) { EXPECT_EQ(layout_for(a_canvas(), "hexagon", 1080, 1920).height, 1.7778F); }
TEST(LayoutFor, TakesTheWideOneOnATablet) { EXPECT_EQ(layout_for(a_canvas(), "hexagon", 1280, 800).width, 1.7778F); }
TEST(LayoutFor, KeepsToTheNameEvenWhenTheShapeDoesNotSuit) {
  EXPECT_EQ(layout_for(a_canvas(), "rows", 1080, 1920).name, "rows");
}
TEST(LayoutFor, TakesAnyWhenTheNameIsUnknown) { EXPECT_EQ(layout_for(a_canvas(), "spiral", 1080, 1920).height, 1.7778F); }
TEST(LayoutFor, StandsAWindowWithoutSize) { EXPECT_EQ(layout_for(a_canvas(), "hexagon", 0, 0).name, "hexagon"); }

TEST(Extent, OfAnEllipseIsItsRadii) {
  const Extent extent = extent_of(geometry::Area(geometry::ellipse({0.1F, -0.2F}, 0.3F, 0.2F)));
  EXPECT_FLOAT_EQ(extent.centre.x, 0.1F);
  EXPECT_FLOAT_EQ(extent.centre.y, -0.2F);
  EXPECT_FLOAT_EQ(extent.half_width, 0.3F);
  EXPECT_FLOAT_EQ(extent.half_height, 0.2F);
}

TEST(Extent, OfAWholeRingIsItsOuterEdge) {
  const Extent extent = extent_of(ring({{0, 0}, 0.1F, 0.1F, 0.4F, 0.3F, 0, 360}));
  EXPECT_FLOAT_EQ(extent.half_width, 0.4F);
  EXPECT_FLOAT_EQ(extent.half_height, 0.3F);
}

TEST(Extent, OfAQuarterRingIsItsOwnCorner) {
  const Extent extent = extent_of(ring({{0, 0}, 0.2F, 0.2F, 0.4F, 0.4F, 0, 90}));
  EXPECT_NEAR(extent.centre.x, 0.2F, 1e-5);
  EXPECT_NEAR(extent.centre.y, 0.2F, 1e-5);
  EXPECT_NEAR(extent.half_width, 0.2F, 1e-5);
  EXPECT_NEAR(extent.half_height, 0.2F, 1e-5);
}

TEST(Extent, OfASectorOverTheTopReachesTheTop) {
  const Extent extent = extent_of(ring({{0, 0}, 0.2F, 0.1F, 0.8F, 0.4F, 45, 135}));
  EXPECT_NEAR(extent.centre.y + extent.half_height, 0.4F, 1e-5);
}

TEST(Contains, FollowsTheAngleAsSeen) {
  const geometry::Area sector = ring({{0, 0}, 0.2F, 0.1F, 0.8F, 0.4F, 0, 45});
  EXPECT_TRUE(contains(sector, {0.3F, 0.25F}));
  EXPECT_FALSE(contains(sector, {0.25F, 0.3F}));
}

TEST(Contains, FollowsASectorThroughTheRight) {
  const geometry::Area sector = ring({{0, 0}, 0.1F, 0.1F, 0.4F, 0.4F, 330, 450});
  EXPECT_TRUE(contains(sector, {0.3F, 0}));
  EXPECT_TRUE(contains(sector, {0.01F, 0.3F}));
  EXPECT_FALSE(contains(sector, {-0.3F, 0}));
}

TEST(Contains, LeavesTheHollowOfARingOut) {
  const geometry::Area whole = ring({{0, 0}, 0.2F, 0.2F, 0.4F, 0.4F, 0, 360});
  EXPECT_TRUE(contains(whole, {0, -0.3F}));
  EXPECT_FALSE(contains(whole, {0, -0.1F}));
}

TEST(Canvas, FindsItsRegionsById) {
  for (const Canvas& canvas : shipped_canvases()) {
    for (const Region& region : canvas.regions) EXPECT_EQ(find_region(canvas, region.id), &region);
    EXPECT_EQ(find_region(canvas, "nowhere"), nullptr);
  }
}

}  // namespace
}  // namespace greenline::content
