// The shipped canvases stand well on a screen: nothing overlaps, nothing leaves the layout, names stand in their regions.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <stdexcept>

#include "files.h"

namespace greenline::content {
namespace {

using model::CanvasPoint;

constexpr float help_below = 0.035F;     // where a region's help stands under its name, canvas units
constexpr float membrane_room = 1.015F;  // edges are uneven and breathe by less than this

std::string where(const Canvas& canvas, const Layout& layout) {
  return canvas.id + " " + layout.name + (layout.width > layout.height ? " wide" : " tall");
}

template <class Check>
void each_layout(const Check& check) {
  for (const Canvas& canvas : shipped_canvases())
    for (const Layout& layout : canvas.layouts) {
      SCOPED_TRACE(where(canvas, layout));
      check(canvas, layout);
    }
}

// Points all over a box, none of them on an axis or at a round angle.
template <class Visit>
void each_point(const Box& box, const Visit& visit) {
  for (float y = box.y0 + 0.0013F; y < box.y1; y += 0.0051F)
    for (float x = box.x0 + 0.0017F; x < box.x1; x += 0.0051F) visit(CanvasPoint{x, y});
}

std::vector<std::string> regions_at(const Layout& layout, CanvasPoint p) {
  std::vector<std::string> here;
  for (const PlacedRegion& placed : layout.regions)
    if (contains(placed.area, p)) here.push_back(placed.region);
  return here;
}

// A region may lie in one that is drawn before it, all of it: what is put there is put into the inner one.
bool lies_in(const PlacedRegion& inner, const PlacedRegion& outer) {
  for (const geometry::Edge& edge : inner.area.edges(100))
    for (const geometry::Point p : edge.points)
      if (!outer.area.contains(p)) return false;
  return true;
}

std::size_t in_two_regions(const Layout& layout) {
  std::size_t points = 0;
  for (std::size_t later = 1; later < layout.regions.size(); ++later)
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const PlacedRegion &inner = layout.regions[later], &outer = layout.regions[earlier];
      if (lies_in(inner, outer)) continue;
      each_point({-layout.width / 2, -layout.height / 2, layout.width / 2, layout.height / 2}, [&](CanvasPoint p) {
        points += inner.area.contains({p.x, p.y}) && outer.area.contains({p.x, p.y}) ? 1 : 0;
      });
    }
  return points;
}

std::size_t in_a_region(const Layout& layout, const Box& box) {
  std::size_t points = 0;
  each_point(box, [&](CanvasPoint p) { points += !regions_at(layout, p).empty(); });
  return points;
}

TEST(ShippedCanvases, HaveEveryLayoutForWideAndTallScreens) {
  for (const Canvas& canvas : shipped_canvases())
    for (const Layout& layout : canvas.layouts) {
      SCOPED_TRACE(where(canvas, layout));
      EXPECT_GT(layout_for(canvas, layout.name, 1920, 1080).width, 1);
      EXPECT_GT(layout_for(canvas, layout.name, 1080, 1920).height, 1);
    }
}

TEST(ShippedCanvases, KeepAMarginRoundEveryRegion) {
  each_layout([](const Canvas&, const Layout& layout) {
    for (const PlacedRegion& placed : layout.regions) {
      const Extent extent = extent_of(placed.area);
      EXPECT_LE(std::abs(extent.centre.x) + extent.half_width, layout.width / 2 - 0.0039F) << placed.region;
      EXPECT_LE(std::abs(extent.centre.y) + extent.half_height, layout.height / 2 - 0.0039F) << placed.region;
    }
  });
}

TEST(ShippedCanvases, HaveNoPointInTwoRegions) {
  each_layout([](const Canvas&, const Layout& layout) { EXPECT_EQ(in_two_regions(layout), 0U); });
}

TEST(ShippedCanvases, LeaveRoomForUnevenEdgesBetweenCircles) {
  each_layout([](const Canvas& canvas, const Layout& layout) {
    for (const PlacedRegion& one : layout.regions)
      for (const PlacedRegion& other : layout.regions) {
        if (&one == &other || canvas.id != "six-circles") continue;  // the others' regions share edges
        if (one.area.has_hole() || other.area.has_hole() || lies_in(one, other) || lies_in(other, one)) continue;
        const geometry::Area grown = other.area.scaled(membrane_room);
        for (const geometry::Edge& edge : one.area.scaled(membrane_room).edges(200))
          for (const geometry::Point p : edge.points) ASSERT_FALSE(grown.contains(p)) << one.region << " " << other.region;
      }
  });
}

TEST(ShippedCanvases, KeepNamesAndHelpInTheirRegions) {
  each_layout([](const Canvas&, const Layout& layout) {
    for (const PlacedRegion& placed : layout.regions) {
      EXPECT_TRUE(contains(placed.area, placed.label)) << placed.region;
      EXPECT_TRUE(contains(placed.area, {placed.label.x, placed.label.y - help_below})) << placed.region;
    }
  });
}

TEST(ShippedCanvases, KeepThePromptOnOpenGround) {
  each_layout([](const Canvas&, const Layout& layout) { EXPECT_EQ(in_a_region(layout, layout.prompt), 0U) << "prompt"; });
}

// Regions use the wall: only where there is height to spare do seats have ground of their own.
TEST(ShippedCanvases, KeepShoresOffThePromptAndOnATallScreenOffRegions) {
  each_layout([](const Canvas&, const Layout& layout) {
    const Box& prompt = layout.prompt;
    for (const Box& shore : layout.shores) {
      if (layout.height > layout.width) {
        EXPECT_EQ(in_a_region(layout, shore), 0U) << "shore";
      }
      const bool over_prompt = shore.x0 < prompt.x1 && prompt.x0 < shore.x1 && shore.y0 < prompt.y1 && prompt.y0 < shore.y1;
      EXPECT_FALSE(over_prompt);
    }
  });
}

TEST(ShippedCanvases, LeaveRoomOnATallScreenForASeatLowDown) {
  each_layout([](const Canvas&, const Layout& layout) {
    if (layout.width > layout.height) return;
    ASSERT_EQ(layout.shores.size(), 1U);
    // 55 inches of 1080 pixels, keys of 15 mm: a seat takes about a seventh.
    EXPECT_GE(layout.shores[0].y1 - layout.shores[0].y0, 0.15F * layout.height);
    EXPECT_LT(layout.shores[0].y0, -0.47F * layout.height);
  });
}

TEST(SixCircles, StandOnTheLineAndHangInIt) {
  const auto canvases = shipped_canvases();
  const auto six = std::find_if(canvases.begin(), canvases.end(), [](const Canvas& c) { return c.id == "six-circles"; });
  ASSERT_NE(six, canvases.end());
  const std::vector<std::string> above{"structure", "process", "pattern"}, below{"information", "relationships", "identity"};
  for (const Layout& layout : six->layouts) {
    SCOPED_TRACE(where(*six, layout));
    for (const PlacedRegion& placed : layout.regions) {
      const Extent extent = extent_of(placed.area);
      if (std::find(above.begin(), above.end(), placed.region) != above.end()) {
        EXPECT_GT(extent.centre.y - extent.half_height, layout.line_y) << placed.region;
      } else if (std::find(below.begin(), below.end(), placed.region) != below.end()) {
        EXPECT_LT(extent.centre.y + extent.half_height, layout.line_y) << placed.region;
      }
    }
  }
}

const Canvas& canvas_called(const std::vector<Canvas>& canvases, const char* id) {
  const auto found = std::find_if(canvases.begin(), canvases.end(), [&](const Canvas& canvas) { return canvas.id == id; });
  if (found == canvases.end()) throw std::runtime_error(id);
  return *found;
}

// The one ends while the other grows: whoever goes from one to the other crosses open ground.
TEST(TwoLoops, NeverTouch) {
  const auto canvases = shipped_canvases();
  const std::vector<std::string> old_growth{"height", "tiring", "ending"};
  const auto is_old = [&](const PlacedRegion& placed) {
    return std::find(old_growth.begin(), old_growth.end(), placed.region) != old_growth.end();
  };
  const auto nearest = [](const geometry::Area& one, const geometry::Area& other) {
    float near = 8;
    for (const geometry::Edge& edge : one.edges(100))
      for (const geometry::Point p : edge.points)
        for (const geometry::Edge& across : other.edges(100))
          for (const geometry::Point q : across.points) near = std::min(near, std::hypot(p.x - q.x, p.y - q.y));
    return near;
  };
  for (const Layout& layout : canvas_called(canvases, "two-loops").layouts)
    for (const PlacedRegion& one : layout.regions)
      for (const PlacedRegion& other : layout.regions)
        if (is_old(one) && !is_old(other)) {
          EXPECT_GT(nearest(one.area, other.area), 0.025F) << one.region << " " << other.region << " " << layout.width;
        }
}

TEST(MirrorSymmetry, HasTwoSidesOfOneSizeThatFaceEachOther) {
  const auto canvases = shipped_canvases();
  const Canvas& mirror = canvas_called(canvases, "mirror-symmetry");
  ASSERT_EQ(mirror.settling.twins.size(), 1U);
  EXPECT_EQ(mirror.settling.twins[0].of, "learners");
  EXPECT_EQ(mirror.settling.twins[0].in, "adults");
  for (const Layout& layout : mirror.layouts) {
    ASSERT_EQ(layout.regions.size(), 2U);
    const Extent one = extent_of(layout.regions[0].area), other = extent_of(layout.regions[1].area);
    EXPECT_NEAR(one.half_width, other.half_width, 1e-4F);
    EXPECT_NEAR(one.half_height, other.half_height, 1e-4F);
    EXPECT_TRUE(std::abs(one.centre.x - other.centre.x) < 1e-4F || std::abs(one.centre.y - other.centre.y) < 1e-4F);
  }
}

TEST(Network, LetsThreadsDrawCardsTogether) {
  const auto canvases = shipped_canvases();
  EXPECT_TRUE(canvas_called(canvases, "network").settling.by_threads);
  EXPECT_FALSE(canvas_called(canvases, "open-field").settling.by_threads);
}

TEST(NestedCommunities, GiveTheInterestRingTheMostGround) {
  for (const Canvas& canvas : shipped_canvases()) {
    if (canvas.id != "nested-communities") continue;
    for (const Layout& layout : canvas.layouts) {
      std::map<std::string, std::size_t> ground;
      each_point({-layout.width / 2, -layout.height / 2, layout.width / 2, layout.height / 2}, [&](CanvasPoint p) {
        for (const std::string& region : regions_at(layout, p)) ++ground[region];
      });
      EXPECT_GT(ground["interest"], ground["engagement"]);
      EXPECT_GT(ground["engagement"], ground["practice"]);
    }
    EXPECT_TRUE(find_region(canvas, "interest")->style.lit);
    EXPECT_TRUE(find_region(canvas, "practice")->style.is_protected);
    EXPECT_TRUE(find_region(canvas, "engagement")->style.permeable);
    EXPECT_TRUE(find_region(canvas, "interest")->style.permeable);
  }
}

}  // namespace
}  // namespace greenline::content
