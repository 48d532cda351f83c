// Regions that people draw on a picture: named, renamed, taken away, and each act taken back.
#include "content/drawn_canvas.h"

#include <gtest/gtest.h>

#include "drawn.h"

namespace greenline::content {
namespace {

TEST(ADrawnCanvas, IsAsThePictureIs) {
  EXPECT_EQ(DrawnCanvas(1.5F).picture(), (geometry::Box{-0.75F, -0.5F, 0.75F, 0.5F}));
  EXPECT_EQ(DrawnCanvas(0.5F).picture(), (geometry::Box{-0.5F, -1, 0.5F, 1}));
}

TEST(ADrawnCanvas, TakesLoopsAndNamesThem) {
  DrawnCanvas drawn(1.5F);
  const int hall = drawn.draw(a_loop({-0.4F, 0}, 0.2F, 0.2F)).value(), yard = drawn.draw(a_loop({0.4F, 0}, 0.2F, 0.2F)).value();
  ASSERT_EQ(drawn.regions().size(), 2U);
  ASSERT_NE(drawn.unnamed(), nullptr);
  EXPECT_EQ(drawn.unnamed()->number, hall);
  drawn.name(hall, "The hall");
  drawn.name(yard, "The yard");
  EXPECT_EQ(drawn.unnamed(), nullptr);
  EXPECT_EQ(drawn.find(yard)->name, "The yard");
  drawn.name(99, "nobody");
  EXPECT_EQ(drawn.find(99), nullptr);
}

TEST(ADrawnCanvas, KnowsTheInnermostRegionAtAPoint) {
  DrawnCanvas drawn(1.5F);
  const int inner = drawn.draw(a_loop({0, 0}, 0.15F, 0.15F)).value(), outer = drawn.draw(a_loop({0, 0}, 0.45F, 0.45F)).value();
  EXPECT_EQ(drawn.at({0, 0})->number, inner);
  EXPECT_EQ(drawn.at({0.3F, 0})->number, outer);
  EXPECT_EQ(drawn.at({0.7F, 0.4F}), nullptr);
}

TEST(ADrawnCanvas, TakesBackEachActInTurn) {
  DrawnCanvas drawn(1.5F);
  EXPECT_FALSE(drawn.undo());
  const int hall = drawn.draw(a_loop({-0.4F, 0}, 0.2F, 0.2F)).value();
  drawn.name(hall, "Hall");
  drawn.name(hall, "Hall");  // nothing is done
  drawn.name(hall, "The hall");
  drawn.take_away(hall);
  EXPECT_TRUE(drawn.regions().empty());
  ASSERT_TRUE(drawn.undo());
  EXPECT_EQ(drawn.find(hall)->name, "The hall");
  ASSERT_TRUE(drawn.undo());
  EXPECT_EQ(drawn.find(hall)->name, "Hall");
  ASSERT_TRUE(drawn.undo());
  EXPECT_EQ(drawn.find(hall)->name, "");
  ASSERT_TRUE(drawn.undo());
  EXPECT_TRUE(drawn.regions().empty());
  EXPECT_FALSE(drawn.may_undo());
}

TEST(ADrawnCanvas, RefusesWhatIsNoRegionAndIsAsItWas) {
  DrawnCanvas drawn(1.5F);
  ASSERT_TRUE(drawn.draw(a_loop({0, 0}, 0.2F, 0.2F)));
  EXPECT_EQ(drawn.draw(a_loop({0.2F, 0}, 0.2F, 0.2F)).error(), NoRegion::lies_across);
  EXPECT_EQ(drawn.regions().size(), 1U);
  ASSERT_TRUE(drawn.undo());
  EXPECT_FALSE(drawn.may_undo()) << "what was refused is no act";
}

TEST(ADrawnCanvas, HasABound) {
  DrawnCanvas drawn(8);
  for (std::size_t i = 0; i < most_drawn_regions; ++i)
    ASSERT_TRUE(drawn.draw(a_loop({-3.8F + 0.32F * static_cast<float>(i), 0}, 0.1F, 0.1F))) << i;
  EXPECT_EQ(drawn.draw(a_loop({0, 0.35F}, 0.1F, 0.1F)).error(), NoRegion::too_many);
}

}  // namespace
}  // namespace greenline::content
