// What a delete key takes away, and one form for the same words.
#include "text/graphemes.h"

#include <gtest/gtest.h>

#include "text/text.h"

namespace greenline::text {
namespace {

std::vector<std::string> taken_apart(std::string_view words) {
  std::vector<std::string> graphemes;
  for (std::size_t at = words.size(); at > 0;) {
    const std::size_t before = previous_grapheme(words, at);
    graphemes.insert(graphemes.begin(), std::string(words.substr(before, at - before)));
    at = before;
  }
  return graphemes;
}

using Graphemes = std::vector<std::string>;

TEST(Grapheme, IsALetterWithItsAccentHoweverItIsWritten) {
  EXPECT_EQ(taken_apart("caf\u00e9"), (Graphemes{"c", "a", "f", "\u00e9"}));
  EXPECT_EQ(taken_apart("cafe\u0301"), (Graphemes{"c", "a", "f", "e\u0301"}));
}

TEST(Grapheme, IsALetterWithItsGlottalMark) { EXPECT_EQ(taken_apart("hən̓q̓"), (Graphemes{"h", "ə", "n̓", "q̓"})); }

TEST(Grapheme, IsAWholeFamilyJoinedToOnePicture) {
  EXPECT_EQ(taken_apart("a👨‍👩‍👧b"), (Graphemes{"a", "👨‍👩‍👧", "b"}));
}

TEST(Grapheme, LeavesTheFirstOfTwoJoinedGurmukhiLettersWithItsJoiner) {
  EXPECT_EQ(taken_apart("ਪ੍ਰੇਮ"), (Graphemes{"ਪ੍", "ਰੇ", "ਮ"}));
}

TEST(Grapheme, StopsAtBothEnds) {
  EXPECT_EQ(previous_grapheme("abc", 0), 0U);
  EXPECT_EQ(next_grapheme("abc", 3), 3U);
  EXPECT_EQ(previous_grapheme("", 5), 0U);
  EXPECT_EQ(next_grapheme("abc", 99), 3U);
  EXPECT_EQ(previous_grapheme("abc", 99), 2U);
}

TEST(Grapheme, TakesAByteThatIsNotUtf8ByItself) {
  EXPECT_EQ(taken_apart("a\xff\xfe"
                        "b"),
            (Graphemes{"a", "\xff", "\xfe", "b"}));
}

TEST(Grapheme, SnapsAnOffsetInsideOneToItsStart) {
  const std::string words = "xe\u0301y";
  EXPECT_EQ(grapheme_at(words, 2), 1U);
  EXPECT_EQ(grapheme_at(words, 3), 1U);
  EXPECT_EQ(grapheme_at(words, 4), 4U);
  EXPECT_EQ(grapheme_at(words, 99), words.size());
}

TEST(Normalised, GivesOneFormToTheSameWords) {
  EXPECT_EQ(normalised("e\u0301te\u0301"), "\u00e9t\u00e9");
  EXPECT_EQ(normalised("\u00e9t\u00e9"), "\u00e9t\u00e9");
  EXPECT_EQ(normalised(""), "");
}

TEST(Normalised, KeepsMarksThatHaveNoComposedForm) { EXPECT_EQ(normalised("n\u0313"), "n\u0313"); }

TEST(Normalised, WritesUPlusFffdForBytesThatAreNotUtf8) {
  EXPECT_EQ(normalised("a\xff"
                       "b"),
            "a\uFFFD"
            "b");
}

TEST(Readable, KeepsEveryOffset) {
  EXPECT_EQ(readable("h\xc3n\u00e9\xe2\x82"), "h?n\u00e9??");
  EXPECT_EQ(readable(std::string_view("a\0b", 3)), "a?b");
}

}  // namespace
}  // namespace greenline::text
