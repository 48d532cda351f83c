// Where short sentences stand on the wall.
#include "interact/notices.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace greenline::interact {
namespace {

using model::PixelRect;

class NoticesOnAWall : public testing::Test {
 protected:
  [[nodiscard]] Notices::Room room(std::span<const PixelRect> seats, std::span<const PixelRect> words) const {
    return {1920, 1080, 22, "en", seats, words};
  }
  [[nodiscard]] std::vector<PixelRect> grounds(const Notices::Room& in) {
    std::vector<PixelRect> found;
    for (const scene::TextView& view : notices.views(engine, in)) found.push_back(view.rect());
    return found;
  }
  text::Engine engine{text::Purpose::to_measure};
  Notices notices;
};

TEST_F(NoticesOnAWall, OneStandsRightAboveTheHandThatAsked) {
  notices.say("Cards rest in this part.", {900, 600});
  const PixelRect at = grounds(room({}, {})).front();
  EXPECT_NEAR(at.centre().x, 900, 1);
  EXPECT_NEAR(at.centre().y, 600 - 3.5F * 22, 1);
}

TEST_F(NoticesOnAWall, OneAtTheWallsEdgeCoversNoHelpOfARegion) {
  const PixelRect help[] = {{640, 985, 1280, 1060}}, seat[] = {{400, 700, 800, 970}};
  notices.say("Press once more: everything that was said here is put away.", {960, 1080});
  notices.say("New cards wait until the host shows them.", {960, 1080});
  for (const std::span<const PixelRect> seats : {std::span<const PixelRect>(), std::span<const PixelRect>(seat)}) {
    const std::vector<PixelRect> at = grounds(room(seats, help));
    ASSERT_EQ(at.size(), 2U);
    EXPECT_FALSE(at[0].touches(at[1]));
    for (const PixelRect& one : at) {
      EXPECT_FALSE(one.touches(help[0]));
      for (const PixelRect& other : seats) EXPECT_FALSE(one.touches(other));
      EXPECT_LT(model::length(one.centre() - model::PixelPoint{960, 1080}), 450) << "beside where it was asked for";
    }
  }
}

TEST_F(NoticesOnAWall, OneThatStaysKeepsOffWordsWhereThereIsGround) {
  const PixelRect help[] = {{640, 985, 1280, 1060}};
  notices.stand("What is said is not kept: the disk is full.");
  ASSERT_EQ(grounds(room({}, help)).size(), 1U);
  EXPECT_FALSE(grounds(room({}, help)).front().touches(help[0]));
}

TEST_F(NoticesOnAWall, WhatIsPinnedStandsAtAWideScreensSideAndAlongAHighOnesLowerEdge) {
  EXPECT_FALSE(notices.pinned_beside(engine, room({}, {})));
  notices.pin("A comma is missing: first-steps.json, line 10. Found the next value; expected \",\" or \"}\".");
  for (const auto& [width, height] : {std::pair{1920.0F, 1080.0F}, {3840.0F, 2160.0F}, {1080.0F, 1920.0F}, {1024.0F, 768.0F}}) {
    Notices::Room in = room({}, {});
    in.width = width;
    in.height = height;
    in.em_px = 0.02F * std::min(width, height);
    const auto strip = notices.pinned_beside(engine, in);
    const PixelRect words = grounds(in).front();
    ASSERT_TRUE(strip);
    EXPECT_TRUE(clipped(words, *strip) == words) << "its words are on it";
    EXPECT_EQ(strip->x1, width);
    EXPECT_EQ(strip->y1, height);
    EXPECT_LT(strip->width() * strip->height(), 0.3F * width * height) << "most of the screen is the canvas'";
    if (width > height)
      EXPECT_EQ(strip->y0, 0);
    else
      EXPECT_EQ(strip->x0, 0);
    const PixelRect at_the_lines_end{0.9F * width, 0.47F * height, width, 0.55F * height};
    in.words = std::span(&at_the_lines_end, 1);
    EXPECT_EQ(notices.pinned_beside(engine, in), strip);
    EXPECT_FALSE(grounds(in).front().touches(at_the_lines_end)) << width;
    notices.stand("What is said is not kept: the disk is full.");
    EXPECT_FALSE(grounds(in).back().touches(*strip)) << "what stands keeps off it";
    notices.stand({});
  }
}

TEST_F(NoticesOnAWall, WhereWordsAreEverywhereItStandsOverThem) {
  const PixelRect everywhere[] = {{0, 0, 1920, 1080}};
  notices.say("Cards rest in this part.", {900, 600});
  EXPECT_EQ(grounds(room({}, everywhere)), grounds(room({}, {})));
}

}  // namespace
}  // namespace greenline::interact
