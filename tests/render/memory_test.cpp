// Frames drawn into memory of whoever shows them look as OpenGL draws them, and leave it in peace.
#include <epoxy/gl.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

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
  [[nodiscard]] static GLuint primitives_of(Painter& painter, SampleWall& wall, const Atmosphere& air) {
    GLuint query = 0, primitives = 0;
    glGenQueries(1, &query);
    glBeginQuery(GL_PRIMITIVES_GENERATED, query);
    EXPECT_FALSE(painter.draw(wall.drawn(), {}, air).empty());
    glEndQuery(GL_PRIMITIVES_GENERATED);
    glGetQueryObjectuiv(query, GL_QUERY_RESULT, &primitives);
    glDeleteQueries(1, &query);
    return primitives;
  }
  LentMemory lent{width, height};
};

class InMemoryOf : public InMemory, public testing::WithParamInterface<std::string> {};

TEST_P(InMemoryOf, LooksAsOpenGlDrawsIt) {
  SampleWall wall = busy_wall(), same = busy_wall();
  stir(wall);
  stir(same);
  const auto hand = a_painter(GetParam(), Detail::cheap), driver = a_painter(GetParam(), Detail::cheap);
  hand->draw_into(lent.memory());
  Atmosphere air = quiet_air();
  air.dusk = 0.7F;
  air.ripples = {{{200, 220}, 14, 0.8F}};
  hand->draw(wall.drawn(), {}, air);
  driver->draw(same.drawn(), {}, air);
  ASSERT_TRUE(hand->drew_into(lent.memory()));
  ASSERT_FALSE(driver->drew_into(lent.memory()));
  const Picture by_hand = picture_of(*hand), by_driver = picture_of(*driver);
  EXPECT_LT(differing_pixels(by_hand, by_driver, 12), 60);
  EXPECT_EQ(differing_pixels(by_hand, by_driver, 60), 0);
  EXPECT_TRUE(lent.nothing_beside_touched());
}
INSTANTIATE_TEST_SUITE_P(Palettes, InMemoryOf, testing::Values("dusk", "daylight", "high-contrast"),
                         [](const auto& of) { return of.param == "high-contrast" ? "highContrast" : of.param; });

TEST_F(InMemory, ACardInAHandIsDrawnWithoutTheDriver) {
  SampleWall wall = busy_wall();
  stir(wall);
  const auto painter = a_painter("dusk", Detail::cheap);
  painter->draw_into(lent.memory());
  painter->draw(wall.drawn(), {}, quiet_air());
  wall.move_card(10, {211, 134});
  EXPECT_EQ(primitives_of(*painter, wall, quiet_air()), 0U);
}

RC_GTEST_FIXTURE_PROP(InMemory, LooksAsIfEverythingHadBeenDrawn, ()) {
  SampleWall wall = busy_wall();
  const auto painter = a_painter("dusk", Detail::cheap);
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
  const auto afresh = a_painter("dusk", Detail::cheap);
  afresh->draw_into(other.memory());
  afresh->draw(wall.drawn(), {}, air);
  // A curve that is cut elsewhere is rounded elsewhere: a pixel of its edge may be a few steps off.
  RC_ASSERT(differing_pixels(picture_of(*painter), picture_of(*afresh), 2) <= 4);
  RC_ASSERT(differing_pixels(picture_of(*painter), picture_of(*afresh), 12) == 0);
  RC_ASSERT(lent.nothing_beside_touched());
}

TEST_F(InMemory, OtherMemoryIsDrawnWholeAndSuchOfAnotherSizeNotAtAll) {
  SampleWall wall = busy_wall();
  const auto painter = a_painter("dusk", Detail::cheap);
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
  EXPECT_LT(differing_pixels(picture_of(*painter), before, 12), 60);
}

TEST_F(InMemory, AGraphicsCardDrawsFramesItself) {
  SampleWall wall = busy_wall();
  const auto painter = a_painter("dusk", Detail::rich);
  painter->draw_into(lent.memory());
  painter->draw(wall.drawn(), {}, quiet_air());
  EXPECT_FALSE(painter->drew_into(lent.memory()));
}

}  // namespace
}  // namespace greenline::render::tests
