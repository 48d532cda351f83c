// Carets: between graphemes, across directions, across lines.
#include <gtest/gtest.h>

#include "text/text.h"

namespace greenline::text {
namespace {

Style caret_style(float width_px = 0) {
  Style style;
  style.size_px = 20;
  style.width_px = width_px;
  return style;
}

std::vector<std::size_t> stops(Engine& engine, std::string_view words, const Style& style, std::size_t from, int direction) {
  std::vector<std::size_t> offsets{from};
  for (std::size_t next = engine.move_caret(words, style, from, direction); next != offsets.back() && offsets.size() < 200;
       next = engine.move_caret(words, style, next, direction)) {
    offsets.push_back(next);
  }
  return offsets;
}

using Offsets = std::vector<std::size_t>;

TEST(Caret, StepsOverALetterWithItsMarkAtOnce) {
  Engine engine;
  const std::string words = "aq̓e\u0301z";  // a, q + mark, e + accent, z
  EXPECT_EQ(stops(engine, words, caret_style(), 0, +1), (Offsets{0, 1, 4, 7, 8}));
  EXPECT_EQ(stops(engine, words, caret_style(), 8, -1), (Offsets{8, 7, 4, 1, 0}));
}

TEST(Caret, NeverStandsInsideAGrapheme) {
  Engine engine;
  const std::string words = "xe\u0301y";
  const Caret before = engine.caret(words, caret_style(), 1), inside = engine.caret(words, caret_style(), 2),
              after = engine.caret(words, caret_style(), 4);
  EXPECT_EQ(inside.x, before.x);
  EXPECT_GT(after.x, before.x + 5);
}

TEST(Caret, MovesRightAndLeftAsItLooksInMixedDirections) {
  Engine engine;
  const std::string words = "abc المدرسة xyz";
  const Offsets right = stops(engine, words, caret_style(), 0, +1);
  EXPECT_EQ(right.back(), words.size());
  EXPECT_GE(right.size(), 14U) << "every letter is passed";
  float leftmost = 1e9F, rightmost = -1e9F;
  for (const std::size_t offset : right) {
    const float x = engine.caret(words, caret_style(), offset).x;
    leftmost = std::min(leftmost, x);
    rightmost = std::max(rightmost, x);
  }
  EXPECT_NEAR(leftmost, 0, 0.5);
  EXPECT_NEAR(rightmost, engine.layout(words, caret_style())->width, 0.5);
}

TEST(Caret, BeginsAtTheRightInArabic) {
  Engine engine;
  const std::string words = "المدرسة";
  const float width = engine.layout(words, caret_style())->width;
  EXPECT_NEAR(engine.caret(words, caret_style(), 0).x, width, 0.5);
  EXPECT_NEAR(engine.caret(words, caret_style(), words.size()).x, 0, 0.5);
  EXPECT_EQ(engine.move_caret(words, caret_style(), 0, -1), 2U) << "left is onward";
}

TEST(Caret, FollowsLinesDown) {
  Engine engine;
  const std::string words = "We listen first and let the young people name";
  const Style style = caret_style(150);
  const BlockPtr block = engine.layout(words, style);
  ASSERT_GT(block->lines, 1);
  const Caret first = engine.caret(words, style, 0), last = engine.caret(words, style, words.size());
  EXPECT_GE(first.top, -1);
  EXPECT_LE(last.bottom, block->height + 1);
  EXPECT_NEAR(last.top - first.top, 25.0F * static_cast<float>(block->lines - 1), 1);
}

TEST(Caret, StandsInAnEmptyField) {
  Engine engine;
  const Caret caret = engine.caret("", caret_style(150), 0);
  EXPECT_EQ(caret.x, 0);
  EXPECT_NEAR(caret.bottom - caret.top, 25, 0.1);
}

TEST(Caret, StandsOnTheNewLineAfterALineEnd) {
  Engine engine;
  EXPECT_GT(engine.caret("one\n", caret_style(150), 4).top, engine.caret("one\n", caret_style(150), 3).top + 20);
}

TEST(OffsetAt, FindsTheCaretThatStandsThere) {
  Engine engine;
  for (const std::string words :
       {"We listen first and let the young people name", "نستمع أولاً وندع الشباب", "ਅਸੀਂ ਪਹਿਲਾਂ ਸੁਣਦੇ ਹਾਂ"}) {
    const Style style = caret_style(150);
    for (std::size_t at = 0; at < words.size(); at = next_grapheme(words, at)) {
      const Caret caret = engine.caret(words, style, at);
      const std::size_t found = engine.offset_at(words, style, {caret.x, (caret.top + caret.bottom) / 2});
      const Caret there = engine.caret(words, style, found);
      EXPECT_NEAR(there.x, caret.x, 1) << "at byte " << at << " of " << words;
      EXPECT_EQ(there.top, caret.top);
    }
  }
}

TEST(OffsetAt, TakesTouchesBesideAndBeyondToTheNearestEnd) {
  Engine engine;
  const std::string words = "We listen first and let the young people name";
  const Style style = caret_style(150);
  EXPECT_EQ(engine.offset_at(words, style, {-500, -500}), 0U);
  EXPECT_EQ(engine.offset_at(words, style, {5000, 5000}), words.size());
  const std::size_t first_end = engine.offset_at(words, style, {5000, 5});
  EXPECT_EQ(words[first_end], ' ') << "before the space that the line was broken at";
  EXPECT_EQ(engine.caret(words, style, first_end).top, engine.caret(words, style, 0).top);
}

TEST(OffsetAt, KnowsKhmerOffsetsThoughBreaksWerePutIn) {
  Engine engine;
  const std::string words = "យុវជននិយាយអំពីអ្វីដែលសំខាន់";
  Style style = caret_style(120);
  style.language = "km";
  EXPECT_EQ(engine.offset_at(words, style, {5000, 5000}), words.size());
  const Offsets forward = stops(engine, words, style, 0, +1);
  EXPECT_EQ(forward.back(), words.size());
  for (const std::size_t offset : forward) {
    EXPECT_EQ(offset == 0 ? 0 : next_grapheme(words, previous_grapheme(words, offset)), offset);
  }
}

TEST(Caret, LaysOutOnceForAnyNumberOfQuestions) {
  Engine engine;
  const std::string words = "We listen first";
  (void)engine.layout(words, caret_style(150));
  const auto layouts = engine.figures().layouts;
  for (std::size_t at = 0; at < words.size(); ++at) {
    (void)engine.caret(words, caret_style(150), at);
    (void)engine.move_caret(words, caret_style(150), at, 1);
    (void)engine.offset_at(words, caret_style(150), {static_cast<float>(at * 7), 10});
  }
  EXPECT_EQ(engine.figures().layouts, layouts);
}

}  // namespace
}  // namespace greenline::text
