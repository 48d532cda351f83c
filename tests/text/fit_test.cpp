// The largest size at which words fit, without breaking them.
#include <gtest/gtest.h>

#include <array>

#include "text/text.h"

namespace greenline::text {
namespace {

constexpr std::array kSizes = {28.0F, 24.0F, 20.0F, 17.0F, 14.0F};
constexpr const char* kNoteToFit = "We listen first and let the young people name what matters here";

Style a_card(float width_px) {
  Style style;
  style.width_px = width_px;
  style.align = Align::centre;
  return style;
}

TEST(Fit, TakesTheLargestSizeForFewWords) {
  Engine engine;
  const auto fitted = engine.fit("Listen", a_card(200), 100, kSizes);
  EXPECT_TRUE(fitted.fits);
  EXPECT_EQ(fitted.size_px, 28);
}

TEST(Fit, TakesTheLargestSizeAtWhichManyWordsFit) {
  Engine engine;
  for (const float max_height : {70.0F, 90.0F, 110.0F, 140.0F, 200.0F}) {
    const auto fitted = engine.fit(kNoteToFit, a_card(200), max_height, kSizes);
    float expected = kSizes.back();
    for (const float size : kSizes) {
      Style style = a_card(200);
      style.size_px = size;
      if (engine.layout(kNoteToFit, style)->height > max_height) continue;
      expected = size;
      break;
    }
    EXPECT_EQ(fitted.size_px, expected) << "in a height of " << max_height;
    EXPECT_EQ(fitted.fits, fitted.block->height <= max_height && !fitted.block->cut);
  }
}

TEST(Fit, StepsDownRatherThanBreakAWord) {
  Engine engine;
  for (const char* word : {"anticonstitutionnellement", "Gemeinschaftsverantwortung"}) {
    Style one_line;
    one_line.size_px = 20;
    const float width = engine.layout(word, one_line)->width + 1;
    const auto fitted = engine.fit(word, a_card(width), 200, kSizes);
    EXPECT_TRUE(fitted.fits);
    EXPECT_EQ(fitted.size_px, 20);
    EXPECT_EQ(fitted.block->lines, 1);
  }
}

TEST(Fit, BreaksAWordOnlyAtTheSmallestSize) {
  Engine engine;
  const auto fitted = engine.fit("anticonstitutionnellement", a_card(80), 200, kSizes);
  EXPECT_TRUE(fitted.fits);
  EXPECT_EQ(fitted.size_px, kSizes.back());
  EXPECT_GT(fitted.block->lines, 1);
  EXPECT_LE(fitted.block->width, 80);
}

TEST(Fit, CutsAtTheSmallestSizeWhatIsStillTooTall) {
  Engine engine;
  const auto fitted = engine.fit(kNoteToFit, a_card(120), 40, kSizes);
  EXPECT_FALSE(fitted.fits);
  EXPECT_EQ(fitted.size_px, kSizes.back());
  EXPECT_TRUE(fitted.block->cut);
  EXPECT_EQ(fitted.block->lines, 2);
  EXPECT_LE(fitted.block->height, 40);
}

TEST(Fit, KeepsTheStylesOwnLimitOfLines) {
  Engine engine;
  Style style = a_card(200);
  style.max_lines = 2;
  const auto fitted = engine.fit("We listen first and let them name", style, 200, kSizes);
  EXPECT_TRUE(fitted.fits);
  EXPECT_LE(fitted.block->lines, 2);
  EXPECT_LT(fitted.size_px, 28);
}

TEST(Fit, IsAskedTwiceAndDoneOnce) {
  Engine engine;
  const auto first = engine.fit(kNoteToFit, a_card(200), 90, kSizes);
  const auto layouts = engine.figures().layouts;
  const auto again = engine.fit(kNoteToFit, a_card(200), 90, kSizes);
  EXPECT_EQ(again.block, first.block);
  EXPECT_EQ(again.size_px, first.size_px);
  EXPECT_EQ(engine.figures().layouts, layouts);
}

TEST(Fit, DrawsOnlyTheSizeItChose) {
  Engine engine, plain;
  const auto fitted = engine.fit(kNoteToFit, a_card(200), 70, kSizes);
  ASSERT_LT(fitted.size_px, kSizes.front());
  Style style = a_card(200);
  style.size_px = fitted.size_px;
  (void)plain.layout(kNoteToFit, style);
  EXPECT_EQ(engine.figures().glyphs, plain.figures().glyphs);
}

}  // namespace
}  // namespace greenline::text
