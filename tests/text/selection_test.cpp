// Parts of words: where they stand, which word is meant, how much a delete key takes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "text/text.h"

namespace greenline::text {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class Selected : public ::testing::Test {
 protected:
  std::vector<model::PixelRect> rects(std::string_view words, const Range& range) {
    return engine.rects_of(words, style, range);
  }
  float caret_x(std::string_view words, std::size_t offset) { return engine.caret(words, style, offset).x; }

  Engine engine;
  Style style{.size_px = 24, .width_px = 400, .language = "en"};
};

TEST_F(Selected, NothingHasNoRectangle) {
  EXPECT_THAT(rects("the night custodian", {4, 4}), IsEmpty());
  EXPECT_THAT(rects("", {0, 0}), IsEmpty());
}

TEST_F(Selected, APartOfALineReachesFromCaretToCaret) {
  const std::string_view words = "the night custodian";
  const auto found = rects(words, {4, 9});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_NEAR(found[0].x0, caret_x(words, 4), 1);
  EXPECT_NEAR(found[0].x1, caret_x(words, 9), 1);
  const Caret caret = engine.caret(words, style, 4);
  EXPECT_NEAR(found[0].y0, caret.top, 2);
  EXPECT_NEAR(found[0].y1, caret.bottom, 2);
}

TEST_F(Selected, ArabicReachesFromRightToLeft) {
  style.language = "ar";
  const std::string words = "الليل طويل";
  const auto found = rects(words, {0, words.find(' ')});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_NEAR(found[0].x1, caret_x(words, 0), 1);
  EXPECT_NEAR(found[0].x0, caret_x(words, words.find(' ')), 1);
}

TEST_F(Selected, WhereDirectionsMixOneStretchIsSeveralRectangles) {
  const std::string words = "we say سلام عليكم here";
  const auto found =
      rects(words, {3, words.find(' ', words.find("سلام"))});  // "say سلام", of which the last stands at the right
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_LT(found[0].x1 + 1, found[1].x0);
  EXPECT_FLOAT_EQ(found[0].y0, found[1].y0);
}

TEST_F(Selected, LinesFollowEachOtherWithoutAGap) {
  style.width_px = 150;
  const std::string words = "the night custodian knows every door";
  const auto found = rects(words, {0, words.size()});
  ASSERT_GE(found.size(), 3U);
  for (std::size_t i = 1; i < found.size(); ++i) EXPECT_NEAR(found[i].y0, found[i - 1].y1, 1.5F);
}

TEST_F(Selected, ALineEndThatIsInItShows) {
  const auto found = rects("a\n\nb", {1, 3});
  ASSERT_THAT(found, SizeIs(2));  // the end of the first line, and the empty one
  for (const auto& rect : found) EXPECT_GT(rect.width(), 2);
}

TEST_F(Selected, KeepsMarksWithTheirLetters) {
  const std::string words = "hən̓q̓";
  const auto whole = rects(words, {3, words.size()});
  const auto from_inside_a_letter = rects(words, {5, words.size()});  // between n and its comma
  EXPECT_EQ(from_inside_a_letter, whole);
}

TEST_F(Selected, ALineIsAsItFell) {
  style.width_px = 150;
  const std::string words = "the night custodian knows";
  const Range first = engine.line_around(words, style, 1);
  EXPECT_EQ(first.from, 0U);
  EXPECT_EQ(words[first.to], ' ');
  const Range next = engine.line_around(words, style, first.to + 1);
  EXPECT_EQ(next.from, first.to + 1);
}

std::string word_at(const std::string& words, std::size_t at) {
  const Range word = word_around(words, at);
  return words.substr(word.from, word.to - word.from);
}

TEST(Word, IsTheOneThatIsTouched) {
  EXPECT_EQ(word_at("the night custodian", 5), "night");
  EXPECT_EQ(word_at("the night custodian", 0), "the");
  EXPECT_EQ(word_at("the night custodian", 19), "custodian");
  EXPECT_EQ(word_at("the night", 3), "the");  // at its end
}

TEST(Word, IsNothingBetweenWords) {
  EXPECT_EQ(word_at("so  …  far", 3), "");
  EXPECT_EQ(word_at("", 0), "");
}

TEST(Word, HoldsWhatBelongsToItInEveryScript) {
  for (const std::string word : {"hən̓q̓əmin̓əm̓", "Hul̓q̓umín̓um̓", "Sḵwx̱wú7mesh", "SENĆOŦEN", "ਪੰਜਾਬੀ", "العربية", "Hul’q’umi"}) {
    const std::string words = "a " + word + " b";
    for (std::size_t at = 2; at < 2 + word.size(); at = next_grapheme(words, at)) EXPECT_EQ(word_at(words, at), word);
  }
}

std::string backspaced(std::string words) {
  words.resize(backspaced_to(words, words.size()));
  return words;
}

TEST(Delete, TakesALatinLetterWithItsMarks) {
  EXPECT_EQ(backspaced("hən̓"), "hə");
  EXPECT_EQ(backspaced("ƛ̓"), "");
  EXPECT_EQ(backspaced("x̱"), "");
  EXPECT_EQ(backspaced("kʷ"), "k");  // two letters
  EXPECT_EQ(backspaced("θ̓"), "");
}

TEST(Delete, TakesTheLastSignOfALetterThatIsBuiltUp) {
  EXPECT_EQ(backspaced("ਪੰ"), "ਪ");
  EXPECT_EQ(backspaced("ਕਿ"), "ਕ");
  EXPECT_EQ(backspaced("क्षि"), "क्ष");
  EXPECT_EQ(backspaced("بَ"), "ب");
  EXPECT_EQ(backspaced("ខ្មែ"), "ខ្ម");
}

TEST(Delete, TakesAPictureWhole) {
  EXPECT_EQ(backspaced("a👩‍👧"), "a");
  EXPECT_EQ(backspaced("🇨🇦"), "");
}

TEST(Delete, TakesNothingAtTheBeginning) {
  EXPECT_EQ(backspaced_to("abc", 0), 0U);
  EXPECT_EQ(backspaced_to("", 0), 0U);
  EXPECT_EQ(backspaced_to("abc", 99), 2U);
}

}  // namespace
}  // namespace greenline::text
