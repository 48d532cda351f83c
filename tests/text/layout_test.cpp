// Laying words out: once, in lines, aligned, cut where told.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "text/text.h"

namespace greenline::text {
namespace {

constexpr const char* kNote = "We listen first and let the young people name what matters here";

Style a_style(float size_px, float width_px, Align align = Align::left) {
  Style style;
  style.size_px = size_px;
  style.width_px = width_px;
  style.align = align;
  return style;
}

float left_of(const Block& block) {
  float left = 1e9F;
  for (const Glyph& glyph : block.glyphs) left = std::min(left, glyph.x);
  return left;
}

float right_of(const Block& block) {
  float right = -1e9F;
  for (const Glyph& glyph : block.glyphs) right = std::max(right, glyph.x + static_cast<float>(glyph.w));
  return right;
}

TEST(Layout, FindsTheSameWordsAgainWithoutLayingThemOutAgain) {
  Engine engine;
  const BlockPtr first = engine.layout(kNote, a_style(20, 200));
  const auto layouts = engine.figures().layouts;
  EXPECT_EQ(engine.layout(std::string(kNote), a_style(20, 200)), first);
  EXPECT_EQ(engine.figures().layouts, layouts);
}

TEST(Layout, TellsStylesApart) {
  Engine engine;
  const BlockPtr first = engine.layout(kNote, a_style(20, 200));
  Style bold = a_style(20, 200), french = a_style(20, 200);
  bold.face = Face::words_bold;
  french.language = "fr";
  EXPECT_NE(engine.layout(kNote, bold), first);
  EXPECT_NE(engine.layout(kNote, french), first);
  EXPECT_NE(engine.layout(kNote, a_style(21, 200)), first);
  EXPECT_NE(engine.layout(kNote, a_style(20, 201)), first);
}

TEST(Layout, KeepsLinesWithinTheWidthAndSaysTheirOwn) {
  Engine engine;
  const BlockPtr block = engine.layout(kNote, a_style(20, 200));
  EXPECT_GT(block->lines, 2);
  EXPECT_LE(block->width, 200);
  EXPECT_GT(block->width, 120);
  EXPECT_NEAR(block->height, 25.0F * static_cast<float>(block->lines), 3);
  EXPECT_GE(left_of(*block), -2);
  EXPECT_LE(right_of(*block), block->width + 2);
}

TEST(Layout, BreaksOnlyAtLineEndsWithoutAWidth) {
  Engine engine;
  EXPECT_EQ(engine.layout(kNote, a_style(20, 0))->lines, 1);
  EXPECT_EQ(engine.layout("one\ntwo\nthree", a_style(20, 0))->lines, 3);
}

TEST(Layout, ScalesExactlySoThatLinesBreakAlikeAtEverySize) {
  Engine engine;
  const BlockPtr small = engine.layout(kNote, a_style(12, 120)), large = engine.layout(kNote, a_style(36, 360));
  EXPECT_EQ(small->lines, large->lines);
  EXPECT_NEAR(small->width * 3, large->width, 0.1);
}

TEST(Layout, CentresShorterLinesWithinTheWidest) {
  Engine engine;
  const BlockPtr block = engine.layout("i\nwwwwwwww", a_style(20, 0, Align::centre));
  const float middle = block->glyphs.front().x + static_cast<float>(block->glyphs.front().w) / 2;
  EXPECT_NEAR(middle, block->width / 2, 2);
}

TEST(Layout, BeginsAtTheSideWhereTheScriptBegins) {
  Engine engine;
  const BlockPtr english = engine.layout("i\nwwwwwwww", a_style(20, 0));
  EXPECT_FALSE(english->right_to_left);
  EXPECT_LT(english->glyphs.front().x, 5);
  const BlockPtr arabic = engine.layout("ا\nالمدرسة", a_style(20, 0));
  EXPECT_TRUE(arabic->right_to_left);
  EXPECT_GT(arabic->glyphs.front().x, arabic->width / 2);
  const BlockPtr ending = engine.layout("ا\nالمدرسة", a_style(20, 0, Align::right));
  EXPECT_LT(ending->glyphs.front().x, arabic->width / 2);
}

TEST(Layout, StandsOnWholePixels) {
  Engine engine;
  for (const Glyph& glyph : engine.layout(kNote, a_style(17.3F, 190, Align::centre))->glyphs) {
    ASSERT_EQ(glyph.x, std::round(glyph.x));
    ASSERT_EQ(glyph.y, std::round(glyph.y));
  }
}

TEST(Layout, IsTheSameInFinerDetailAndOnlyDrawnLarger) {
  Engine engine;
  Style style = a_style(17.3F, 190, Align::centre);
  const BlockPtr plain = engine.layout(kNote, style);
  style.detail = 3;
  const BlockPtr fine = engine.layout(kNote, style);
  ASSERT_EQ(fine->glyphs.size(), plain->glyphs.size());
  EXPECT_EQ(fine->lines, plain->lines);
  EXPECT_EQ(fine->width, plain->width);
  EXPECT_EQ(fine->height, plain->height);
  EXPECT_EQ(fine->detail, 3);
  for (std::size_t i = 0; i < fine->glyphs.size(); ++i) {
    EXPECT_NEAR(fine->glyphs[i].x, 3 * plain->glyphs[i].x, 5);
    EXPECT_NEAR(fine->glyphs[i].y, 3 * plain->glyphs[i].y, 5);
    EXPECT_GT(fine->glyphs[i].w, 2 * plain->glyphs[i].w - 4) << "drawn larger, not stretched";
  }
}

TEST(Layout, IsNotDoneAgainForAnotherDetail) {
  Engine engine;
  Style style = a_style(17.3F, 190);
  const BlockPtr plain = engine.layout(kNote, style);
  const auto layouts = engine.figures().layouts;
  const BlockPtr fine = engine.in_detail(plain, 2.5F);
  style.detail = 2.5F;
  EXPECT_EQ(engine.layout(kNote, style), fine);
  EXPECT_EQ(engine.in_detail(fine, 1), plain);
  for (int letter = 0; letter < 40; ++letter)
    (void)engine.layout(std::to_string(letter), style);  // the typesetter has forgotten it
  EXPECT_EQ(engine.in_detail(plain, 4)->detail, 4);
  EXPECT_EQ(engine.figures().layouts, layouts + 40);
  EXPECT_EQ(engine.in_detail(nullptr, 4), nullptr);
}

TEST(Layout, DrawsNoGlyphLargerThanItCan) {
  Engine engine;
  Style style = a_style(400, 0);
  style.detail = 8;
  const BlockPtr block = engine.layout("n", style);
  ASSERT_FALSE(block->glyphs.empty());
  EXPECT_FLOAT_EQ(block->detail, 2.5F);
  style.detail = std::numeric_limits<float>::quiet_NaN();
  EXPECT_TRUE(engine.layout("n", style)->glyphs.empty());
}

TEST(Layout, SetsLettersAtPartsOfAPixelWhereTheyAreSmall) {
  Engine small, large;
  (void)small.layout("nnnnnnnnnnnn", a_style(15, 0));
  EXPECT_GT(small.figures().glyphs, 1U) << "one letter, several phases";
  (void)large.layout("nnnnnnnnnnnn", a_style(44, 0));
  EXPECT_EQ(large.figures().glyphs, 1U);
}

TEST(Layout, KeepsLinesOfATallScriptFromTouching) {
  Engine engine;
  Style style = a_style(20, 150);
  style.line_spacing = 1.0F;
  style.language = "ur";
  const BlockPtr block = engine.layout("ہم پہلے سنتے ہیں اور نوجوانوں کو بولنے دیتے ہیں", style);
  EXPECT_GT(block->height, 20.0F * static_cast<float>(block->lines) * 1.1F);
}

TEST(Layout, EndsTheLastAllowedLineInAnEllipsis) {
  Engine engine;
  Style style = a_style(20, 200);
  const BlockPtr whole = engine.layout(kNote, style);
  ASSERT_GT(whole->lines, 2);
  EXPECT_FALSE(whole->cut);
  style.max_lines = 2;
  const BlockPtr cut = engine.layout(kNote, style);
  EXPECT_TRUE(cut->cut);
  EXPECT_EQ(cut->lines, 2);
  EXPECT_LT(cut->glyphs.size(), whole->glyphs.size());
  EXPECT_LE(cut->width, 200);
  EXPECT_LT(cut->height, whole->height);
  EXPECT_EQ(cut->missing, 0);
}

TEST(Layout, ShowsThatParagraphsFollowEvenWhereTheLastAllowedOneIsShort) {
  Engine engine;
  Style style = a_style(20, 200);
  style.max_lines = 1;
  const BlockPtr cut = engine.layout("one\ntwo", style);
  EXPECT_TRUE(cut->cut);
  EXPECT_GT(cut->glyphs.size(), engine.layout("one", style)->glyphs.size());
  style.max_lines = 2;
  EXPECT_FALSE(engine.layout("one\ntwo", style)->cut);
}

TEST(Layout, GivesNothingForASizeThatCannotBeDrawn) {
  Engine engine;
  for (const float size : {0.0F, -3.0F, 1e6F, std::nanf("")}) {
    const BlockPtr block = engine.layout(kNote, a_style(size, 200));
    ASSERT_NE(block, nullptr);
    EXPECT_TRUE(block->glyphs.empty());
  }
  EXPECT_EQ(engine.figures().blocks, 0U);
}

TEST(Layout, HasOneEmptyLineForNoWords) {
  Engine engine;
  const BlockPtr block = engine.layout("", a_style(20, 200));
  EXPECT_TRUE(block->glyphs.empty());
  EXPECT_EQ(block->lines, 1);
  EXPECT_NEAR(block->height, 25, 2);
}

// What a day of typing asks for: every letter makes words that are never asked for again.
TEST(Layout, ForgetsWhatNobodyHoldsOrAsksFor) {
  Engine engine;
  const Style style = a_style(20, 200);
  const std::array sizes{20.0F, 16.0F};
  const BlockPtr held = engine.layout("held", style);
  std::size_t most = 0;
  for (int letter = 0; letter < 20'000; ++letter) {
    (void)engine.fit("typed " + std::to_string(letter), style, 80, sizes);
    if (letter % 100 == 0) (void)engine.layout("asked for in every frame", style);
    most = std::max(most, engine.figures().blocks);
  }
  EXPECT_LT(most, 8'200U);
  const std::uint64_t layouts = engine.figures().layouts;
  EXPECT_EQ(engine.layout("held", style), held);
  (void)engine.layout("asked for in every frame", style);
  EXPECT_EQ(engine.figures().layouts, layouts);
}

}  // namespace
}  // namespace greenline::text
