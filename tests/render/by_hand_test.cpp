// Curves and leaves drawn without OpenGL look as its shaders draw them, and are all that a crowd on its way consists of.
#include "render/by_hand.h"

#include <gtest/gtest.h>

#include <epoxy/gl.h>

#include <cmath>
#include <stdexcept>
#include <vector>

#include "render/submitter.h"
#include "render/with_painter.h"

namespace greenline::render::tests {
namespace {

class ByHandTest : public WithPainter {
 protected:
  // The same ground each time, then the list by whoever draws it.
  template <class Draw>
  [[nodiscard]] Picture drawn_on_slate(Draw draw) const {
    auto surface = gl::make_surface(width, height);
    if (!surface) throw std::runtime_error(surface.error());
    glBindFramebuffer(GL_FRAMEBUFFER, *surface->framebuffer);
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0.10F, 0.14F, 0.16F, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    draw(*surface);
    Picture picture{width, height, {}};
    read_surface(*surface, picture.rgba);
    return picture;
  }
  [[nodiscard]] Picture by_the_driver(const DrawList& list) const {
    auto submitter = Submitter::make(shaders_folder());
    if (!submitter) throw std::runtime_error(submitter.error());
    submitter->set_palette(palette_named("dusk"));
    submitter->set_size(width, height);
    return drawn_on_slate([&](const gl::Surface&) {
      glEnable(GL_BLEND);
      glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
      submitter->upload(list);
      submitter->run(list, 0, list.commands().size());
    });
  }
  [[nodiscard]] Picture by_hand_in(const DrawList& list, const std::vector<PixelRect>& rects) const {
    return drawn_on_slate([&](const gl::Surface& surface) {
      ByHand hand;
      hand.set_palette(palette_named("dusk"));
      for (const PixelRect& rect : rects) hand.lay(list, 0, list.commands().size(), surface, surface, rect);
    });
  }
  static constexpr PixelRect all{0, 0, width, height};

  static RibbonInstance curve(PixelPoint from, PixelPoint to, float bow, float glow) {
    const PixelPoint way = to - from, aside{-way.y * bow, way.x * bow};
    return {from, from + way * 0.3F + aside, from + way * 0.7F + aside, to, 0.9F, glow, 0.4F, 0, {214, 226, 190, 150}};
  }
  static DrawList some_curves() {
    DrawList list;
    for (int i = 0; i < 24; ++i) {
      const float turn = 6.2831853F * static_cast<float>(i) / 24;
      const PixelPoint middle{width / 2.0F, height / 2.0F};
      const PixelPoint end = middle + PixelPoint{210 * std::cos(turn), 140 * std::sin(turn)};
      list.add(curve(middle, end, i % 3 == 0 ? 0.0F : 0.2F, i % 2 == 0 ? 0.0F : 7.0F), 12);
    }
    return list;
  }
  static DrawList some_leaves() {
    DrawList list;
    for (int i = 0; i < 40; ++i) {
      const auto column = static_cast<float>(i % 8), row = static_cast<float>(i / 8);
      LeafInstance leaf{{40.25F + 55.5F * column, 40.75F + 55.25F * row},
                        19.5F,
                        9.75F,
                        {240, 232, 214, 255},
                        {40, 44, 48, 90},
                        {120, 110, 90, 200},
                        0.75F,
                        i % 5 == 0 ? 1.0F : 0.0F};
      if (i % 4 == 0) leaf.paper.a = 140;
      list.add(leaf);
    }
    return list;
  }
};

TEST_F(ByHandTest, CurvesAreThoseOfTheShader) {
  const DrawList list = some_curves();
  const Picture driver = by_the_driver(list), hand = by_hand_in(list, {all});
  EXPECT_LT(differing_pixels(driver, hand, 10), 60);
  EXPECT_EQ(differing_pixels(driver, hand, 60), 0);
  EXPECT_GT(differing_pixels(driver, by_hand_in({}, {all}), 20), 4000);  // there is something to compare
}

TEST_F(ByHandTest, LeavesAreThoseOfTheShader) {
  const DrawList list = some_leaves();
  const Picture driver = by_the_driver(list), hand = by_hand_in(list, {all});
  EXPECT_LT(differing_pixels(driver, hand, 8), 40);
  EXPECT_EQ(differing_pixels(driver, hand, 40), 0);
  EXPECT_GT(differing_pixels(driver, by_hand_in({}, {all}), 20), 20000);
}

TEST_F(ByHandTest, InPartsIsAsAtOnce) {
  DrawList list = some_curves();
  const DrawList leaves = some_leaves();
  for (const LeafInstance& leaf : leaves.instances<LeafInstance>()) list.add(leaf);
  const Picture at_once = by_hand_in(list, {all});
  const Picture in_parts = by_hand_in(list, {{0, 0, 133, 90}, {133, 0, 480, 90}, {0, 90, 301, 320}, {301, 90, 480, 320}});
  EXPECT_EQ(differing_pixels(at_once, in_parts, 0), 0);
}

TEST_F(ByHandTest, WhatReachesOverTheEdgeIsCutOffThere) {
  DrawList list;
  list.add(curve({-300, -200}, {900, 700}, 0.1F, 7), 12);
  list.add(curve({470, -50}, {490, 400}, 0, 0), 3);
  list.add(LeafInstance{{-3, 318}, 19, 9, {240, 232, 214, 255}, {}, {}, 1, 0});
  list.add(LeafInstance{{479, 0}, 19, 9, {240, 232, 214, 255}, {}, {}, 1, 0});
  EXPECT_LT(differing_pixels(by_the_driver(list), by_hand_in(list, {all}), 16), 40);
}

// What the driver is given, counted by the driver.
class CrowdOnItsWay : public WithPainter {
 protected:
  [[nodiscard]] GLuint primitives_of_a_frame(Detail detail) {
    SampleWall wall = a_wall(960, 540);
    wall.with_hexagon();
    wall.fill(2000, 8, 4, true);
    for (std::uint32_t i = 0; i < 1000; ++i) wall.add_thread(i, (i * 7 + 13) % 2000, "");
    for (scene::ThreadView& thread : wall.threads) thread.glow = 0;
    const auto painter = a_painter("dusk", detail);
    painter->draw(wall.drawn(), {}, quiet_air());
    for (std::uint32_t i = 0; i < 2000; ++i) wall.move_card(i, wall.cards[i].centre + model::PixelPoint{3, 2});
    for (std::uint32_t i = 0; i < 1000; ++i) wall.moving_threads.push_back(i);
    (void)painter->draw(wall.drawn(), {}, quiet_air());  // they leave the layer
    for (std::uint32_t i = 0; i < 2000; ++i) wall.move_card(i, wall.cards[i].centre + model::PixelPoint{1, 1});
    GLuint query = 0, primitives = 0;
    glGenQueries(1, &query);
    glBeginQuery(GL_PRIMITIVES_GENERATED, query);
    EXPECT_FALSE(painter->draw(wall.drawn(), {}, quiet_air()).empty());
    glEndQuery(GL_PRIMITIVES_GENERATED);
    glGetQueryObjectuiv(query, GL_QUERY_RESULT, &primitives);
    glDeleteQueries(1, &query);
    return primitives;
  }
};

TEST_F(CrowdOnItsWay, GivesASoftwareRasteriserNextToNothing) { EXPECT_LT(primitives_of_a_frame(Detail::cheap), 64U); }

TEST_F(CrowdOnItsWay, IsDrawnByAGraphicsCardWhole) { EXPECT_GT(primitives_of_a_frame(Detail::rich), 6000U); }

}  // namespace
}  // namespace greenline::render::tests
