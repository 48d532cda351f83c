// Frames drawn without OpenGL, into memory of whoever shows them, look as OpenGL draws them.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "render/with_painter.h"

namespace greenline::render::tests {
namespace {

class InMemory : public WithPainter {
 protected:
  static constexpr int cards = 24;
  SampleWall busy_wall() {
    SampleWall wall = small_wall();
    wall.with_hexagon().with_prompt("in pairs", "What rests on what?");
    wall.fill(cards, 34, 18, false);
    for (std::uint32_t i = 0; i < 8; ++i) wall.add_thread(i, i + 9, i % 2 == 0 ? "holds" : "");
    wall.cards[3].veiled = wall.cards[4].lit = wall.cards[5].marked = wall.cards[6].resting_forever = true;
    return wall;
  }
  // In hands, on their way, turned, rising, and threads that follow; none of them carries a sign.
  static void stir(SampleWall& wall) {
    for (std::uint32_t i = 10; i < 20; ++i) wall.move_card(i, wall.cards[i].centre + model::PixelPoint{7.3F, -4.6F});
    wall.cards[10].scale = 1.05F;
    wall.cards[10].motion = scene::Motion::held;
    wall.cards[11].turn = 0.06F;
    wall.cards[12].scale = 0.7F;
    wall.cards[13].opacity = 0.6F;
    wall.moving_threads = {0, 1, 2, 3};
    wall.damaged.push_back({0, 0, width, height});
    wall.live_loops = {{{20, 20}, {380, 40}, {360, 280}, {60, 260}}};
  }
  SampleWall nested_wall() {
    SampleWall wall = small_wall();
    wall.with_nested();
    wall.fill(cards, 34, 18, false);
    return wall;
  }
  // The green line, words over it, a gathering, light of people, a picture, ink, and a card of every sign.
  SampleWall peopled_wall() {
    SampleWall wall = small_wall();
    wall.with_six_circles();
    wall.fill(cards, 40, 20, false);
    wall.cards[1].kept = 0.4F;
    wall.cards[2].warm = 0.8F;
    wall.cards[3].veiled = wall.cards[4].lit = wall.cards[5].marked = wall.cards[6].resting_forever = true;
    wall.cards[7].nourished = 2;
    wall.cards[8].slip_begun = 0.5F;
    wall.cards[9].turn = 0.2F;
    wall.cards[9].veiled = true;
    wall.add_gathering({10, 11, 12}, "what holds");
    wall.haze.push_back({{150, 110}, 60, 1.4F});
    wall.haze.push_back({{330, 200}, 90, 3});
    wall.cards[14].ink = &ink_;
    wall.cards[14].ink_box = {-30, -12, 30, 12};
    return wall;
  }
  LentMemory lent{width, height};

 private:
  std::vector<model::Stroke> ink_{{{0.1F, 0.2F, 0.05F}, {0.5F, 0.9F, 0.09F}, {0.9F, 0.3F, 0.03F}}, {{0.3F, 0.4F, 0.08F}}};
};

class InMemoryOf : public InMemory, public testing::WithParamInterface<std::string> {
 protected:
  // The same wall by both; how many pixels differ by more than `tolerance`.
  [[nodiscard]] int differing(SampleWall& wall, SampleWall& same, const Atmosphere& air, int tolerance) {
    const auto hand = a_hand(GetParam());
    const auto driver = a_painter(GetParam(), Detail::cheap);
    hand->draw_into(lent.memory());
    hand->draw(wall.drawn(), {}, air);
    driver->draw(same.drawn(), {}, air);
    EXPECT_TRUE(hand->drew_into(lent.memory()));
    EXPECT_TRUE(lent.nothing_beside_touched());
    return differing_pixels(picture_of(*hand), picture_of(*driver), tolerance);
  }
};

TEST_P(InMemoryOf, LooksAsOpenGlDrawsIt) {
  Atmosphere air = quiet_air();
  air.dusk = 0.7F;
  air.ripples = {{{200, 220}, 14, 0.8F}};
  const auto at = [&](int tolerance) {
    SampleWall wall = busy_wall(), same = busy_wall();
    stir(wall);
    stir(same);
    return differing(wall, same, air, tolerance);
  };
  EXPECT_LT(at(12), 60);
  EXPECT_EQ(at(60), 0);
}

TEST_P(InMemoryOf, AWallWithALineAndPeopleLooksAsOpenGlDrawsIt) {
  const auto at = [&](int tolerance) {
    SampleWall wall = peopled_wall(), same = peopled_wall();
    return differing(wall, same, quiet_air(), tolerance);
  };
  EXPECT_LT(at(12), 120);
  EXPECT_LT(at(60), 4);
}

TEST_P(InMemoryOf, ANearWallLooksAsOpenGlDrawsIt) {
  const auto at = [&](int tolerance) {
    SampleWall wall = nested_wall(), same = nested_wall();
    wall.camera = same.camera = {2.3F, {-170, -240}};
    return differing(wall, same, quiet_air(), tolerance);
  };
  EXPECT_LT(at(12), 120);
  EXPECT_LT(at(60), 4);
}
INSTANTIATE_TEST_SUITE_P(Palettes, InMemoryOf, testing::Values("dusk", "daylight", "high-contrast"),
                         [](const auto& of) { return of.param == "high-contrast" ? "highContrast" : of.param; });

RC_GTEST_FIXTURE_PROP(InMemory, LooksAsIfEverythingHadBeenDrawn, ()) {
  SampleWall wall = busy_wall();
  const auto painter = a_hand();
  painter->draw_into(lent.memory());
  Atmosphere air = quiet_air();
  const int steps = *rc::gen::inRange(1, 8);
  for (int i = 0; i < steps; ++i) {
    for (int moves = *rc::gen::inRange(1, 4); moves > 0; --moves) {
      const auto slot = static_cast<std::uint32_t>(*rc::gen::inRange(0, cards));
      if (*rc::gen::arbitrary<bool>())
        wall.move_card(slot, {static_cast<float>(*rc::gen::inRange(-10, width + 10)) + 0.37F,
                              static_cast<float>(*rc::gen::inRange(-10, height + 10)) + 0.61F});
      else
        wall.rest(slot);
    }
    air.dusk = static_cast<float>(*rc::gen::inRange(-1, 5)) / 4;
    air.breath_s = *rc::gen::inRange(0, 4);
    if (*rc::gen::inRange(0, 4) == 0)
      wall.camera = *rc::gen::element(model::Camera{}, model::Camera{2.3F, {-170, -240}}, model::Camera{0.6F, {60, 90}});
    painter->draw(wall.drawn(), {}, air);
  }
  LentMemory other{width, height};
  const auto afresh = a_hand();
  afresh->draw_into(other.memory());
  afresh->draw(wall.drawn(), {}, air);
  // A curve that is cut elsewhere is rounded elsewhere: a pixel of its edge may be a few steps off.
  RC_ASSERT(differing_pixels(picture_of(*painter), picture_of(*afresh), 2) <= 4);
  RC_ASSERT(differing_pixels(picture_of(*painter), picture_of(*afresh), 12) == 0);
  RC_ASSERT(lent.nothing_beside_touched());
}

TEST_F(InMemory, OtherMemoryIsDrawnWholeAndSuchOfAnotherSizeNotAtAll) {
  SampleWall wall = busy_wall();
  const auto painter = a_hand();
  painter->draw_into(lent.memory());
  painter->draw(wall.drawn(), {}, quiet_air());
  const Picture before = picture_of(*painter);
  LentMemory other{width, height};
  painter->draw_into(other.memory());
  const auto changed = painter->draw(wall.drawn(), {}, quiet_air());
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_EQ(changed[0], (model::PixelRect{0, 0, width, height}));
  EXPECT_EQ(picture_of(*painter).rgba, before.rgba);
  LentMemory small{width / 2, height};
  painter->draw_into(small.memory());
  painter->draw(wall.drawn(), {}, quiet_air());
  EXPECT_FALSE(painter->drew_into(small.memory()));
  EXPECT_TRUE(small.nothing_beside_touched());
  EXPECT_EQ(picture_of(*painter).rgba, before.rgba);
}

TEST_F(InMemory, AWallOfAnotherSizeIsDrawnWhole) {
  SampleWall wall = busy_wall(), wide = a_wall(2 * width, height);
  wide.with_hexagon();
  const auto painter = a_hand(), afresh = a_hand();
  painter->draw(wall.drawn(), {}, quiet_air());
  painter->draw(wide.drawn(), {}, quiet_air());
  wide.everything_damaged = true;
  afresh->draw(wide.drawn(), {}, quiet_air());
  EXPECT_EQ(picture_of(*painter).width, 2 * width);
  EXPECT_EQ(picture_of(*painter).rgba, picture_of(*afresh).rgba);
}

}  // namespace
}  // namespace greenline::render::tests
