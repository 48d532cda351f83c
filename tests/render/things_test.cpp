// What single things look like, and how far they reach.
#include "render/with_painter.h"

namespace greenline::render::tests {
namespace {

class Things : public WithPainter {
 protected:
  // The pixels with and without one card.
  struct Pair {
    Picture without, with;
    model::PixelRect reach;
  };
  template <class Change>
  Pair drawn_card(Change change) {
    const auto painter = a_painter();
    SampleWall wall = small_wall();
    wall.with_hexagon();
    painter->draw(wall.drawn(), {}, quiet_air());
    Picture without = picture_of(*painter);
    const std::uint32_t slot = wall.add_card({210.3F, 160.8F}, "Bells every 42 minutes");
    scene::CardView& card = wall.cards[slot];
    card.half_width = 90;
    card.half_height = 44;
    card.turn = 0.0192F;
    change(card);
    wall.everything_damaged = true;
    painter->draw(wall.drawn(), {}, quiet_air());
    return {std::move(without), picture_of(*painter), card.reach()};
  }
  static void expect_within_reach(const Pair& pair) {
    const model::PixelRect touched = differing_rect(pair.without, pair.with, 0);
    EXPECT_FALSE(touched.empty());
    EXPECT_GE(touched.x0, pair.reach.x0);
    EXPECT_GE(touched.y0, pair.reach.y0);
    EXPECT_LE(touched.x1, pair.reach.x1);
    EXPECT_LE(touched.y1, pair.reach.y1);
  }
};

TEST_F(Things, ACardTouchesOnlyWhatItsReachSays) {
  expect_within_reach(drawn_card([](scene::CardView&) {}));
}
TEST_F(Things, ALitCardTouchesOnlyWhatItsReachSays) {
  expect_within_reach(drawn_card([](scene::CardView& card) { card.lit = true; }));
}
TEST_F(Things, ANourishedCardTouchesOnlyWhatItsReachSays) {
  expect_within_reach(drawn_card([](scene::CardView& card) { card.nourished = 3; }));
}
TEST_F(Things, AHeldCardTouchesOnlyWhatItsReachSays) {
  expect_within_reach(drawn_card([](scene::CardView& card) { card.warm = 1, card.scale = 1.1F; }));
}
TEST_F(Things, ALeafTouchesOnlyWhatItsReachSays) {
  expect_within_reach(drawn_card([](scene::CardView& card) { card.leaf = true, card.half_width = 12, card.half_height = 7; }));
}

TEST_F(Things, EverySignOnACardIsSeen) {
  using Change = void (*)(scene::CardView&);
  const Picture plain = drawn_card([](scene::CardView&) {}).with;
  const std::vector<std::pair<const char*, Change>> signs = {
      {"lit", [](scene::CardView& card) { card.lit = true; }},
      {"veiled", [](scene::CardView& card) { card.veiled = true; }},
      {"marked", [](scene::CardView& card) { card.marked = true; }},
      {"at rest", [](scene::CardView& card) { card.resting_forever = true; }},
      {"nourished", [](scene::CardView& card) { card.nourished = 1; }},
      {"settling", [](scene::CardView& card) { card.kept = 0; }},
      {"just kept", [](scene::CardView& card) { card.warm = 1; }},
  };
  for (const auto& [name, change] : signs) EXPECT_GT(differing_pixels(plain, drawn_card(change).with, 12), 60) << name;
}

TEST_F(Things, AVeiledCardShowsNothingOfItsWords) {
  const auto saying = [this](const char* words) {
    return drawn_card([&](scene::CardView& card) {
             card.veiled = true;
             card.words = engine_.layout(words, style(text::Face::words, 22));
             card.words_at = {-60, -12};
           })
        .with;
  };
  EXPECT_EQ(saying("We are a harbour").rgba, saying("Nobody asked twice").rgba);
}

TEST_F(Things, AVeiledCardShowsNothingOfItsInk) {
  const std::vector<model::Stroke> line = {{{0.1F, 0.2F, 0.03F}, {0.9F, 0.8F, 0.03F}}};
  const auto with_ink = [&](const std::vector<model::Stroke>* ink, bool veiled) {
    return drawn_card([&](scene::CardView& card) {
             card.veiled = veiled;
             card.words = nullptr;
             card.ink = ink;
             card.ink_box = model::rect_around({0, 0}, 70, 34);
           })
        .with;
  };
  EXPECT_EQ(with_ink(&line, true).rgba, with_ink(nullptr, true).rgba);
  EXPECT_GT(differing_pixels(with_ink(&line, false), with_ink(nullptr, false), 40), 150);
}

TEST_F(Things, ACardOnAnotherHidesItsWords) {
  const auto wall_with = [this](const char* words_below) {
    SampleWall wall = small_wall();
    wall.add_card({240, 160}, words_below);
    wall.add_card({240, 160}, "above");
    for (scene::CardView& card : wall.cards) card.turn = 0;
    return painted_afresh(wall, quiet_air());
  };
  EXPECT_EQ(wall_with("below").rgba, wall_with("quite another").rgba);
}

TEST_F(Things, HazeThickensButStaysBelowFullStrength) {
  const auto brightness = [this](int people) {
    SampleWall wall = small_wall();
    for (int i = 0; i < people; ++i) wall.haze.push_back({{240, 100}, 80, 0.4F});
    return pixel(painted_afresh(wall, quiet_air()), 240, 100).r;
  };
  const float one = brightness(1), three = brightness(3), thirty = brightness(30), sixty = brightness(60);
  EXPECT_GT(one, brightness(0) + 0.04F);
  EXPECT_GT(three, one + 0.04F);
  EXPECT_GT(thirty, three + 0.02F);
  EXPECT_NEAR(thirty, sixty, 0.02F);
  EXPECT_LT(sixty, 0.75F);
}

TEST_F(Things, TheGreenLineIsToldWithoutItsColour) {
  SampleWall wall = a_wall(960, 540);
  wall.backdrop.has_line = true;
  wall.backdrop.line.y = 270;
  const Picture with = painted_afresh(wall, quiet_air());
  const auto lightness = [&](int x, int y) {
    const content::Colour c = pixel(with, x, y);
    return 0.2126F * c.r + 0.7152F * c.g + 0.0722F * c.b;
  };
  for (int x = 20; x < 960; x += 40) {  // over the whole width
    float on_line = 0;
    for (int y = 255; y < 285; ++y) on_line = std::max(on_line, lightness(x, y));
    EXPECT_GT(on_line, lightness(x, 220) + 0.25F) << x;
  }
}

TEST_F(Things, DuskGoesDownWithTime) {
  SampleWall wall = small_wall();
  const auto light_at = [&](float dusk, int x) {
    Atmosphere air;
    air.dusk = dusk;
    return pixel(painted_afresh(wall, air), x, height - 2).r;
  };
  EXPECT_GT(light_at(1, width - 40), light_at(0.5F, width - 40) + 0.2F);
  EXPECT_GT(light_at(0.5F, 40), light_at(0, 40) + 0.2F);
}

}  // namespace
}  // namespace greenline::render::tests
