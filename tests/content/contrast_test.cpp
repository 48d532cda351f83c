// Every pair of colours that words are written in reaches 4.5:1 (WCAG 2.2, 1.4.3), on the worst ground they can stand on.
#include <gtest/gtest.h>

#include <cmath>

#include "content/palette.h"
#include "files.h"

namespace greenline::content {
namespace {

constexpr float enough = 4.5F;
constexpr float membrane_tint = 0.28F;      // how much of a region's colour lies over the ground under its name
constexpr float lit_membrane_tint = 0.34F;  // where the region is lit
constexpr float help_below = 0.035F;        // canvas units

Colour mixed(Colour a, Colour b, float share) {
  const auto mix = [&](float from, float to) { return from + (to - from) * share; };
  return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), 1};
}

float step(float from, float to, float x) {
  const float t = std::clamp((x - from) / (to - from), 0.0F, 1.0F);
  return t * t * (3 - 2 * t);
}

// The ground as shaders/ground.frag composes it, without grain. x and y are shares of the screen from its top left.
Colour ground_at(const Palette& palette, float x, float y, float line_y) {
  const float across = (x - 0.5F) / 0.62F, down = (y - line_y) / 0.62F, r = across * across + down * down;
  Colour ground = mixed(palette["ground.centre"], palette["ground.middle"], std::clamp(r * 1.8F, 0.0F, 1.0F));
  ground = mixed(ground, palette["ground.edge"], step(0.25F, 1.5F, r));
  const float above = std::clamp((line_y - y) / line_y, 0.0F, 1.0F),
              below = std::clamp((y - line_y) / (1 - line_y), 0.0F, 1.0F);
  ground = mixed(ground, palette["ground.edge"], 0.45F * (1 - step(0, 0.35F, above + below)));
  ground = mixed(ground, palette["tint.above"], 0.62F * above * (2 - above) * (0.35F + 0.65F * above));
  return mixed(ground, palette["tint.below"], 0.66F * below * (0.3F + 0.7F * below));
}

float worst_on_ground(const Palette& palette, const char* role) {
  float worst = 21;
  for (const float line_y : {0.4F, 0.5F, 0.56F})
    for (float y = 0; y <= 1; y += 0.02F)
      for (float x = 0; x <= 1; x += 0.02F) worst = std::min(worst, contrast(palette[role], ground_at(palette, x, y, line_y)));
  return worst;
}

class ShippedPalette : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    auto read = load_palette(GetParam(), assets_folder());
    ASSERT_TRUE(read) << told(read.error());
    palette = *std::move(read);
  }
  void expect_readable(const char* words, const char* on) const {
    EXPECT_GE(contrast(palette[words], palette[on]), enough) << words << " on " << on;
  }
  Palette palette;
};

TEST_P(ShippedPalette, IsCalledAsItsFile) { EXPECT_EQ(palette.name, GetParam()); }

TEST_P(ShippedPalette, CanBeReadOnTheGround) {
  for (const char* role : {"text", "quiet_text", "line"}) EXPECT_GE(worst_on_ground(palette, role), enough) << role;
}

TEST_P(ShippedPalette, CanBeReadOnPaperPillsAndKeys) {
  expect_readable("ink", "paper");
  expect_readable("text", "thread.pill");
  expect_readable("thread", "thread.pill");
  expect_readable("text", "key");
  expect_readable("quiet_text", "key");
  expect_readable("key.accent_text", "key.accent");
  expect_readable("text", "panel");
  expect_readable("quiet_text", "panel");
  expect_readable("veil.wave", "veil");
  expect_readable("resting.ink", "resting");
}

TEST_P(ShippedPalette, NamesARegionOnAPanelInAColourThatCanBeRead) {
  for (const std::string& colour : region_colours()) {
    EXPECT_GE(contrast(palette[colour + ".name"], palette["panel"]), enough) << colour;
  }
}

TEST_P(ShippedPalette, NamesEveryShippedRegionReadablyOnItsOwnTint) {
  for (const Canvas& canvas : shipped_canvases())
    for (const Layout& layout : canvas.layouts)
      for (const PlacedRegion& placed : layout.regions) {
        const RegionStyle& style = find_region(canvas, placed.region)->style;
        const float line_y = canvas.green_line ? 0.5F - layout.line_y / layout.height : 0.52F;
        const auto behind = [&](float below) {
          const Colour ground =
              ground_at(palette, 0.5F + placed.label.x / layout.width, 0.5F - (placed.label.y - below) / layout.height, line_y);
          return mixed(ground, palette[style.colour], style.lit ? lit_membrane_tint : membrane_tint);
        };
        EXPECT_GE(contrast(palette[style.colour + ".name"], behind(0)), enough)
            << canvas.id << " " << layout.name << " " << placed.region;
        EXPECT_GE(contrast(palette["quiet_text"], behind(help_below)), enough)
            << canvas.id << " " << layout.name << " " << placed.region;
      }
}

INSTANTIATE_TEST_SUITE_P(Content, ShippedPalette, testing::Values("dusk", "daylight", "high-contrast"), [](const auto& each) {
  return std::string(each.param == std::string("high-contrast") ? "high_contrast" : each.param);
});

TEST(Contrast, IsTwentyOneFromBlackToWhite) { EXPECT_NEAR(contrast({0, 0, 0, 1}, {1, 1, 1, 1}), 21, 1e-3); }
TEST(Contrast, IsOneForOneColour) { EXPECT_FLOAT_EQ(contrast({0.3F, 0.2F, 0.1F, 1}, {0.3F, 0.2F, 0.1F, 1}), 1); }
TEST(Contrast, IsThatOfThePublishedExample) {
  EXPECT_NEAR(contrast({0x77 / 255.0F, 0x77 / 255.0F, 0x77 / 255.0F, 1}, {1, 1, 1, 1}), 4.48, 0.005);
}

TEST(Palette, GivesTheTextColourForARoleItDoesNotHave) {
  const auto dusk = load_palette("dusk", assets_folder());
  ASSERT_TRUE(dusk);
  EXPECT_EQ((*dusk)["no.such_role"], (*dusk)["text"]);
}

}  // namespace
}  // namespace greenline::content
