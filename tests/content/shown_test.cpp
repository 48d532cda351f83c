// Whatever a file holds, a terminal is not told what to do by it; and a text that shows nothing is no text of a pack.
#include "content/shown.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "content/utf8.h"
#include "files.h"
#include "model/blank.h"

namespace greenline::content {
namespace {

TEST(Shown, WritesOutWhatATerminalObeys) {
  EXPECT_EQ(shown("a\x1b[31mb"), "a\\u{1b}[31mb");
  EXPECT_EQ(shown("a\u009b31m"), "a\\u{9b}31m");
  EXPECT_EQ(shown("bell\a back\b del\x7f"), "bell\\u{7} back\\u{8} del\\u{7f}");
}

TEST(Shown, WritesOutWhatTurnsOrHidesLetters) {
  EXPECT_EQ(shown("\u202egnp.exe\u2066\u200f"), "\\u{202e}gnp.exe\\u{2066}\\u{200f}");
  EXPECT_EQ(shown("pay\u200bpal \ufeff\u00ad"), "pay\\u{200b}pal \\u{feff}\\u{ad}");
  EXPECT_EQ(shown("\U000e0041"), "\\u{e0041}");
}

TEST(Shown, WritesOutBytesThatAreNoText) { EXPECT_EQ(shown("a\xff\xc3"), "a\\xff\\xc3"); }

TEST(Shown, StandsOnOneLineUnlessLinesAreAskedFor) {
  EXPECT_EQ(shown("one\ntwo\t3\r"), "one\\ntwo\\t3\\u{d}");
  EXPECT_EQ(shown_lines("one\ntwo\x1b"), "one\ntwo\\u{1b}");
}

TEST(Shown, LeavesTheWordsOfEveryScriptAsTheyAre) {
  for (const char* words : {"Both Sides of the Line", "hən̓q̓əmin̓əm̓", "ਪੰਜਾਬੀ", "العربية", "中文", "می\u200cخواهم", "क्\u200dष",
                            "👩‍👩‍👧", "✌\ufe0f", "“quotes” … – ‹›"})
    EXPECT_EQ(shown(words), words);
}

TEST(Shown, AsJsonReadsBackAsTheSameValues) {
  EXPECT_EQ(shown_json("{\"a\": \"\u009b\u202e\U000e0041\"}\n"), "{\"a\": \"\\u009b\\u202e\\udb40\\udc41\"}\n");
}

TEST(Shown, OfAnyBytesHoldsNothingUnsafe) {
  EXPECT_TRUE(rc::check("any bytes", [](const std::string& bytes) {
    const std::string safe = shown(bytes);
    RC_ASSERT(first_ill_formed(safe) == safe.size());
    RC_ASSERT(shown(safe) == safe);
    for (std::string_view rest = safe; !rest.empty(); rest.remove_prefix(character_bytes(rest)))
      RC_ASSERT(!is_unsafe_to_show(first_code_point(rest)));
  }));
}

std::string an_activity_asking(const std::string& json) {
  std::string text = text_of(content_folder() / "activities/both-sides-of-the-line.json");
  const auto at = text.find("\"prompt\"");
  const auto from = text.find("\"en\"", at), quote = text.find('"', text.find(':', from)), to = text.find('"', quote + 1);
  return text.replace(quote, to - quote + 1, json);
}

TEST(AnActivity, WhosePromptHasNoInkIsRefused) {
  for (const char* words : {R"("\u200b\u200b")", R"("\u3164")", R"(" \u00a0")"}) {
    const auto read = parse_activity(an_activity_asking(words), "x.json");
    ASSERT_FALSE(read) << words;
    EXPECT_EQ(read.error().front().expected, "a text that says something");
  }
}

TEST(AnActivity, WhosePromptHoldsControlsOrOverridesIsRefused) {
  for (const char* words : {R"("a\u009b31m")", R"("a\u0085")", R"("a\u2028b")", R"("a\u202eb")", R"("a\u007f")"}) {
    const auto read = parse_activity(an_activity_asking(words), "x.json");
    ASSERT_FALSE(read) << words;
    EXPECT_NE(read.error().front().expected.find("a text without"), std::string::npos);
    EXPECT_EQ(told(read.error()), shown_lines(told(read.error())));
  }
  EXPECT_TRUE(parse_activity(an_activity_asking(R"("\u2067\u05d0\u2069 and \u200f")"), "x.json"))
      << "isolates and marks are writing";
}

TEST(Diagnostics, ShowNothingOfAFileUnescaped) {
  const Diagnostic wild{"a\x1b]0;owned\a.json", "/x\u009b", 1, 1, "\"\u202e\"", "b\u0007", "\x1b[2J"};
  EXPECT_EQ(to_text(wild), shown(to_text(wild)));
}

TEST(Diagnostics, BeyondThoseThatAreToldAreCounted) {
  std::string text = R"({"greenline": "activity", "version": 1)";
  for (int i = 0; i < 1000; ++i) text += ", \"unknown" + std::to_string(i) + "\": 1";
  const auto read = parse_activity(text + "}", "x.json");
  ASSERT_FALSE(read);
  ASSERT_EQ(read.error().size(), 201U);
  EXPECT_NE(told(read.error()).find(" mistakes more"), std::string::npos) << read.error().back().found;
}

}  // namespace
}  // namespace greenline::content
