// A picture under a canvas's regions is seen, and words over it are read as over plain ground.
#include "render/backing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "render/with_painter.h"

namespace greenline::render::tests {
namespace {

class ABacking : public WithPainter {
 protected:
  // Left half white, right half black.
  static std::shared_ptr<const content::CanvasPicture> half_white() {
    Picture picture{160, 100, {}};
    for (int i = 0; i < 160 * 100; ++i)
      for (int channel = 0; channel < 4; ++channel)
        picture.rgba.push_back(channel == 3 || i % 160 < 80 ? std::uint8_t{255} : std::uint8_t{0});
    return content::ground_from(png_bytes(picture).value());
  }
  [[nodiscard]] SampleWall a_wall_with(std::shared_ptr<const content::CanvasPicture> picture) {
    SampleWall wall = small_wall();
    wall.backdrop.picture = std::move(picture);
    wall.backdrop.picture_rect = {40, 30, 440, 280};
    return wall;
  }
  template <class Any>  // kind of painter
  [[nodiscard]] Picture painted_by(Any& painter, SampleWall wall) {
    (void)painter->draw(wall.drawn(), {}, quiet_air());
    return picture_of(*painter);
  }
};

float lightness(const content::Colour& c) { return (c.r + c.g + c.b) / 3; }

TEST_F(ABacking, IsSeenWhereItLiesAndNowhereElse) {
  auto hand = a_hand();
  SampleWall bare = small_wall();
  const Picture without = painted_by(hand, std::move(bare));
  auto other = a_hand();
  const Picture with = painted_by(other, a_wall_with(half_white()));
  const model::PixelRect changed = differing_rect(with, without, 3);
  EXPECT_GE(changed.x0, 40);
  EXPECT_LE(changed.x1, 441);
  EXPECT_GE(changed.y0, 30);
  EXPECT_LE(changed.y1, 281);
  EXPECT_GT(changed.width(), 380);
  EXPECT_GT(lightness(pixel(with, 140, 60)), lightness(pixel(with, 340, 60)) + 0.1F) << "white is told from black";
}

TEST_F(ABacking, LooksTheSameWithOpenGlAndWithout) {
  auto hand = a_hand();
  const Picture by_hand = painted_by(hand, a_wall_with(half_white()));
  auto painter = a_painter();
  const Picture by_gl = painted_by(painter, a_wall_with(half_white()));
  EXPECT_LT(differing_pixels(by_hand, by_gl, 4), 40);
}

TEST_F(ABacking, LeavesWordsTheirContrastOnEveryPalette) {
  for (const std::string palette : {"dusk", "daylight", "high-contrast"}) {
    auto hand = a_hand(palette);
    const Picture with = painted_by(hand, a_wall_with(half_white()));
    const content::Palette colours = palette_named(palette);
    float text = 21, quiet = 21;
    for (int y = 30; y < 280; y += 5)
      for (int x = 40; x < 440; x += 5) {
        text = std::min(text, content::contrast(colours["text"], pixel(with, x, y)));
        quiet = std::min(quiet, content::contrast(colours["quiet_text"], pixel(with, x, y)));
      }
    EXPECT_GE(text, 4.5F) << palette;
    EXPECT_GE(quiet, 4.5F) << palette;
  }
}

TEST_F(ABacking, IsAsItIsWhereRegionsAreDrawnOnIt) {
  SampleWall wall = a_wall_with(half_white());
  wall.backdrop.picture_is_quiet = false;
  auto hand = a_hand();
  const Picture by_hand = painted_by(hand, std::move(wall));
  EXPECT_GT(lightness(pixel(by_hand, 45, 35)), 0.97F) << "white is white, to its sides";
  EXPECT_LT(lightness(pixel(by_hand, 435, 35)), 0.03F) << "black is black";
}

TEST_F(ABacking, ThatCannotBeReadIsLeftOut) {
  const auto whole = half_white();
  const auto broken = content::ground_from(whole->bytes.substr(0, whole->bytes.size() / 2));
  ASSERT_TRUE(broken) << "its head is sound";
  auto hand = a_hand(), other = a_hand();
  SampleWall bare = small_wall();
  EXPECT_EQ(differing_pixels(painted_by(hand, std::move(bare)), painted_by(other, a_wall_with(broken)), 0), 0);
}

}  // namespace
}  // namespace greenline::render::tests
