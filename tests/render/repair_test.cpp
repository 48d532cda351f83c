// Only what changed is drawn, and the result is as if everything had been.

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "render/with_painter.h"

namespace greenline::render::tests {
namespace {

class Repair : public WithPainter {
 protected:
  static constexpr int cards = 24;
  SampleWall busy_wall() {
    SampleWall wall = small_wall();
    wall.with_hexagon().with_prompt("in pairs", "What rests on what?");
    wall.fill(cards, 34, 15, false);
    for (std::uint32_t i = 0; i < 8; ++i) wall.add_thread(i, i + 9, i % 2 == 0 ? "holds" : "");
    wall.cards[3].veiled = wall.cards[4].lit = wall.cards[5].marked = wall.cards[6].resting_forever = true;
    wall.cards[7].nourished = 2;
    wall.haze = {{{200, 150}, 60, 0.7F}, {{230, 160}, 60, 0.7F}};
    wall.add_gathering({10, 11}, "kin");
    return wall;
  }
};

TEST_F(Repair, NothingChangedGivesNoRectangle) {
  SampleWall wall = busy_wall();
  const auto painter = a_painter();
  EXPECT_FALSE(painter->draw(wall.drawn(), {}, {}).empty());
  EXPECT_TRUE(painter->draw(wall.drawn(), {}, {}).empty());
}

TEST_F(Repair, AHeldCardThatDoesNotMoveGivesNoRectangle) {
  SampleWall wall = busy_wall();
  const auto painter = a_painter();
  wall.move_card(2, {100, 100});
  painter->draw(wall.drawn(), {}, {});
  EXPECT_TRUE(painter->draw(wall.drawn(), {}, {}).empty());
}

TEST_F(Repair, AMovedCardChangesOnlyWhereItWasAndWhereItIs) {
  SampleWall wall = small_wall();
  const auto painter = a_painter();
  const std::uint32_t card = wall.add_card({100, 100}, "here");
  painter->draw(wall.drawn(), {}, quiet_air());
  const model::PixelRect was = wall.cards[card].reach();
  wall.move_card(card, {300, 200});
  const auto changed = painter->draw(wall.drawn(), {}, quiet_air());
  const model::PixelRect is = wall.cards[card].reach();
  ASSERT_EQ(changed.size(), 2U);
  for (const model::PixelRect& rect : changed) EXPECT_TRUE(rect.touches(was) || rect.touches(is));
  for (const model::PixelRect& rect : changed) EXPECT_LT(rect.width() * rect.height(), 1.4F * was.width() * was.height());
}

RC_GTEST_FIXTURE_PROP(Repair, LooksAsIfEverythingHadBeenPainted, ()) {
  SampleWall wall = busy_wall();
  const auto painter = a_painter();
  Atmosphere air = quiet_air();
  const int steps = *rc::gen::inRange(1, 12);
  for (int i = 0; i < steps; ++i) {
    const int moves = *rc::gen::inRange(1, 4);
    for (int k = 0; k < moves; ++k) {
      const auto slot = static_cast<std::uint32_t>(*rc::gen::inRange(0, cards));
      if (*rc::gen::arbitrary<bool>())
        wall.move_card(slot, {static_cast<float>(*rc::gen::inRange(-10, width + 10)) + 0.37F,
                              static_cast<float>(*rc::gen::inRange(-10, height + 10)) + 0.61F});
      else
        wall.rest(slot);
    }
    air.dusk = static_cast<float>(*rc::gen::inRange(-1, 5)) / 4;
    air.breath_s = *rc::gen::inRange(0, 4);
    // Loops begin and end, or those there are grow at the finger.
    if (*rc::gen::arbitrary<bool>()) {
      wall.live_loops.clear();
      for (int loop = *rc::gen::inRange(0, 3); loop > 0; --loop)
        wall.live_loops.push_back({{20, 30}, {static_cast<float>(*rc::gen::inRange(30, width)), 200}, {90, 220}});
    } else {
      for (auto& loop : wall.live_loops)
        loop.push_back({static_cast<float>(*rc::gen::inRange(0, width)), static_cast<float>(*rc::gen::inRange(0, height))});
    }
    if (*rc::gen::inRange(0, 4) == 0)
      wall.camera = *rc::gen::element(model::Camera{}, model::Camera{2.3F, {-170, -240}}, model::Camera{0.6F, {60, 90}});
    painter->draw(wall.drawn(), {}, air);
  }
  const Picture repaired = picture_of(*painter);
  const Picture fresh = painted_afresh(wall, air);
  RC_ASSERT(differing_pixels(repaired, fresh, 1) == 0);
}

TEST_F(Repair, AllPixelsThatChangedLieInTheRectanglesGivenBack) {
  SampleWall wall = busy_wall();
  const auto painter = a_painter();
  painter->draw(wall.drawn(), {}, quiet_air());
  const Picture before = picture_of(*painter);
  wall.move_card(1, {240, 160});
  wall.pulled = {{{50, 60}, {180, 250}}};
  const auto given = painter->draw(wall.drawn(), {}, quiet_air());
  const std::vector<model::PixelRect> changed(given.begin(), given.end());
  Picture after = picture_of(*painter);
  EXPECT_GT(differing_pixels(before, after, 0), 500);
  for (const model::PixelRect& r : changed)  // put back what was said to have changed
    for (int y = static_cast<int>(r.y0); y < static_cast<int>(r.y1); ++y) {
      const auto from = (static_cast<std::ptrdiff_t>(y) * width + static_cast<std::ptrdiff_t>(r.x0)) * 4;
      std::copy_n(before.rgba.begin() + from, static_cast<std::ptrdiff_t>(r.width()) * 4, after.rgba.begin() + from);
    }
  EXPECT_EQ(differing_pixels(before, after, 0), 0);
}

TEST_F(Repair, OfALoopThatGrowsOnlyTheNewEndIsDrawn) {
  SampleWall wall = busy_wall();
  const auto painter = a_painter();
  wall.live_loops = {{{20, 20}, {380, 40}, {360, 280}, {60, 260}}};
  painter->draw(wall.drawn(), {}, quiet_air());
  wall.live_loops[0].push_back({50, 240});
  float area = 0;
  for (const model::PixelRect& r : painter->draw(wall.drawn(), {}, quiet_air())) area += r.width() * r.height();
  EXPECT_GT(area, 10 * 20);
  EXPECT_LT(area, 60 * 60);
}

TEST_F(Repair, TheSameWallGivesTheSamePixelsTwice) {
  SampleWall one = busy_wall();
  SampleWall other = busy_wall();
  EXPECT_EQ(painted_afresh(one, {}).rgba, painted_afresh(other, {}).rgba);
}

TEST_F(Repair, AnotherSizeIsDrawnWhole) {
  SampleWall wide = busy_wall();
  const auto painter = a_painter();
  painter->draw(wide.drawn(), {}, quiet_air());
  SampleWall tall = a_wall(300, 500);
  tall.with_hexagon();
  const auto changed = painter->draw(tall.drawn(), {}, quiet_air());
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_EQ(changed[0], (model::PixelRect{0, 0, 300, 500}));
  const Picture resized = picture_of(*painter);
  EXPECT_EQ(resized.width, 300);
  EXPECT_EQ(resized.height, 500);
  EXPECT_EQ(differing_pixels(resized, painted_afresh(tall, quiet_air()), 0), 0);
}

TEST_F(Repair, DriftingEdgesRepairOnlyAroundTheEdges) {
  SampleWall wall = a_wall(1600, 900);
  wall.with_hexagon();
  const auto painter = a_painter();
  Atmosphere air = quiet_air();
  painter->draw(wall.drawn(), {}, air);
  const Picture before = picture_of(*painter);
  air.breath_s = 5;
  const auto changed = painter->draw(wall.drawn(), {}, air);
  float area = 0;
  for (const model::PixelRect& r : changed) area += r.width() * r.height();
  EXPECT_GT(differing_pixels(before, picture_of(*painter), 2), 100);
  EXPECT_LT(area, 0.6F * 1600 * 900);
}

TEST_F(Repair, AtRestTheWallIsNearDarkAndComesBackTheSame) {
  SampleWall wall = busy_wall();
  const auto painter = a_painter("daylight");
  Atmosphere air = quiet_air();
  painter->draw(wall.drawn(), {}, air);
  const Picture lit = picture_of(*painter);
  air.blank = 1;
  painter->draw(wall.drawn(), {}, air);
  const Picture resting = picture_of(*painter);
  for (int y = 0; y < height; y += 7)
    for (int x = 0; x < width; x += 7) EXPECT_LT(pixel(resting, x, y).g, 0.08F);
  air.blank = 0;
  painter->draw(wall.drawn(), {}, air);
  EXPECT_EQ(picture_of(*painter).rgba, lit.rgba);
}

}  // namespace
}  // namespace greenline::render::tests
