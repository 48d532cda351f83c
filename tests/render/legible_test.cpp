// Names and words stand out from the worst of what is behind them.
#include <algorithm>

#include "render/with_painter.h"

namespace greenline::render::tests {
namespace {

class Legible : public WithPainter, public testing::WithParamInterface<const char*> {
 protected:
  Legible() : palette_(palette_named(GetParam())) {}
  // The least contrast that a colour has with what is painted in a rectangle.
  static float worst_contrast(const Picture& ground, const model::PixelRect& rect, content::Colour colour) {
    float worst = 21;
    for (int y = std::max(0, static_cast<int>(rect.y0)); y < std::min(ground.height, static_cast<int>(rect.y1)); y += 2)
      for (int x = std::max(0, static_cast<int>(rect.x0)); x < std::min(ground.width, static_cast<int>(rect.x1)); x += 2)
        worst = std::min(worst, content::contrast(pixel(ground, x, y), colour));
    return worst;
  }
  // Where letters are: a block's rectangle also holds the space between lines.
  static model::PixelRect letters(const scene::TextView& view) { return view.rect().grown(-0.12F * view.rect().height()); }
  static SampleWall without_names(SampleWall wall) {
    for (scene::RegionView& region : wall.backdrop.regions) region.name.block = region.help.block = nullptr;
    wall.backdrop.generation += 1000;
    wall.backdrop.faint_lines.clear();  // thinner than a letter's stroke
    return wall;
  }
  void expect_names_stand_out(const SampleWall& wall) {
    const auto painter = a_painter(GetParam());
    SampleWall ground = without_names(wall);
    painter->draw(ground.drawn(), {}, quiet_air());
    const Picture picture = picture_of(*painter);
    for (const scene::RegionView& region : wall.backdrop.regions) {
      EXPECT_GE(worst_contrast(picture, letters(region.name), palette_[region.name.role + ".name"]), 4.5F) << region.id;
      if (region.help.block != nullptr) {
        EXPECT_GE(worst_contrast(picture, letters(region.help), palette_["quiet_text"]), 4.5F) << region.id;
      }
    }
  }
  content::Palette palette_;
};

TEST_P(Legible, NamesOfTheSixCircles) { expect_names_stand_out(a_wall(1280, 720).with_hexagon()); }
TEST_P(Legible, NamesOfTheSixCirclesInRows) { expect_names_stand_out(a_wall(1280, 720).with_six_circles()); }
TEST_P(Legible, NamesOfNestedCommunities) { expect_names_stand_out(a_wall(1280, 720).with_nested()); }

TEST_P(Legible, InkOnEveryPartOfACard) {
  const auto painter = a_painter(GetParam());
  SampleWall wall = small_wall();
  const std::uint32_t slot = wall.add_card({200, 150}, "");
  wall.cards[slot].half_width = 120;
  wall.cards[slot].half_height = 60;
  painter->draw(wall.drawn(), {}, quiet_air());
  EXPECT_GE(worst_contrast(picture_of(*painter), model::rect_around({200, 150}, 110, 50), palette_["ink"]), 10);
}

INSTANTIATE_TEST_SUITE_P(Palettes, Legible, testing::Values("dusk", "daylight", "high-contrast"), [](const auto& each) {
  return std::string(each.param == std::string("high-contrast") ? "high_contrast" : each.param);
});

TEST_F(WithPainter, PalettesGiveDifferentWalls) {
  SampleWall wall = small_wall();
  wall.with_hexagon();
  const auto dusk = a_painter("dusk");
  dusk->draw(wall.drawn(), {}, quiet_air());
  const auto daylight = a_painter("daylight");
  daylight->draw(wall.drawn(), {}, quiet_air());
  EXPECT_GT(differing_pixels(picture_of(*dusk), picture_of(*daylight), 60), width * height * 9 / 10);
}

}  // namespace
}  // namespace greenline::render::tests
