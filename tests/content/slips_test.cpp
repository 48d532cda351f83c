// People's slips are read as they were meant, told each with its place, and mended in a copy.
#include "content/slips.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "content/reader.h"
#include "content/utf16.h"
#include "files.h"

namespace greenline::content {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Case {
  const char* name;
  const char* written;
  const char* meant;
  std::vector<std::string> told;  // "line:column number"
};

std::vector<std::string> places(const Diagnostics& diagnostics) {
  std::vector<std::string> out;
  for (const Diagnostic& one : diagnostics)
    out.push_back(std::to_string(one.line) + ":" + std::to_string(one.column) + " " + code_of(*one.problem));
  return out;
}

class ASlip : public testing::TestWithParam<Case> {};

TEST_P(ASlip, IsToldAtItsPlaceAndReadAsItWasMeant) {
  const Mended mended = mend(GetParam().written);
  EXPECT_EQ(mended.text, GetParam().meant);
  Reading reading(GetParam().written, "x.json");
  EXPECT_TRUE(reading.root());
  EXPECT_THAT(places(reading.take()), testing::ElementsAreArray(GetParam().told));
  EXPECT_TRUE(mend(mended.text).slips.empty()) << "what is mended has no slip";
}

INSTANTIATE_TEST_SUITE_P(
    Content, ASlip,
    testing::Values(
        Case{"comma_after_the_last_of_a_list", "{\"a\": [1, 2,],\n\"b\": 3}", "{\"a\": [1, 2],\n\"b\": 3}", {"1:12 GL-P010"}},
        Case{"comma_after_the_last_member", "{\"a\": 1,\n}", "{\"a\": 1\n}", {"1:8 GL-P010"}},
        Case{"two_commas", "[1,, 2]", "[1, 2]", {"1:4 GL-P010"}},
        Case{"comma_missing_between_lines",
             "{\"é\": {}\n \"b\": [\"x\" \"y\"]}",
             "{\"é\": {},\n \"b\": [\"x\", \"y\"]}",
             {"1:9 GL-P011", "2:11 GL-P011"}},
        Case{"comment_to_the_end_of_its_line",
             "{\"a\": 1, // why\n\"b\": 2} # so",
             "{\"a\": 1, \n\"b\": 2} ",
             {"1:10 GL-P009", "2:9 GL-P009"}},
        Case{"comment_of_several_lines", "{/* a\nb */\"a\": 1}", "{\n\"a\": 1}", {"1:2 GL-P009"}},
        Case{"comma_and_comment_after_the_last", "[1, // last\n]", "[1 \n]", {"1:3 GL-P010", "1:5 GL-P009"}},
        Case{"curly_quotes",
             "{“a”: „b“, \"c\": «d»}",
             "{\"a\": \"b\", \"c\": \"d\"}",
             {"1:2 GL-P007", "1:4 GL-P007", "1:7 GL-P007", "1:9 GL-P007", "1:17 GL-P007", "1:19 GL-P007"}},
        Case{"curly_quote_at_the_end_of_a_key", "{\"a”: \"b\"}", "{\"a\": \"b\"}", {"1:4 GL-P007"}},
        Case{"curly_quote_at_the_end_of_a_text", "{\"a\": \"b”\n}", "{\"a\": \"b\"\n}", {"1:9 GL-P007"}},
        Case{"straight_quotes_inside_of_curly_ones",
             "[“say \"yes\" now”]",
             "[\"say \\\"yes\\\" now\"]",
             {"1:2 GL-P007", "1:7 GL-P007", "1:11 GL-P007", "1:16 GL-P007"}},
        Case{"single_quotes",
             "{'a': 'it''s'}",
             "{\"a\": \"it''s\"}",
             {"1:2 GL-P007", "1:4 GL-P007", "1:7 GL-P007", "1:13 GL-P007"}},
        Case{"no_break_space", "{\u00a0\"a\":\u202f1}", "{ \"a\": 1}", {"1:2 GL-P008", "1:7 GL-P008"}},
        Case{"comma_missing_before_a_space_that_is_none", "[1\u00a02]", "[1, 2]", {"1:3 GL-P011", "1:3 GL-P008"}},
        Case{"decimal_comma", "{\"a\": 1,7778, \"b\": 0,5}", "{\"a\": 1.7778, \"b\": 0.5}", {"1:8 GL-P014", "1:21 GL-P014"}},
        Case{"closing_quote_left_out",
             "{\"title\": {\"en\": \"Look, \"fr\": \"Regarder\"}}",
             "{\"title\": {\"en\": \"Look\", \"fr\": \"Regarder\"}}",
             {"1:23 GL-P038"}},
        Case{"closing_quote_left_out_in_a_list", "[\"qiet, \"pair\"]", "[\"qiet\", \"pair\"]", {"1:7 GL-P038"}},
        Case{"opening_quote_left_out", "{\"a\": Look at it\", \"b\": 1}", "{\"a\": \"Look at it\", \"b\": 1}", {"1:7 GL-P038"}},
        Case{"both_quotes_left_out",
             "{a: look, \"b\": [name]}",
             "{\"a\": \"look\", \"b\": [\"name\"]}",
             {"1:2 GL-P038", "1:5 GL-P038", "1:17 GL-P038"}},
        Case{"quotes_inside_of_a_text",
             "{\"a\": \"She said \"yes\", then left\", \"b\": 1}",
             "{\"a\": \"She said \\\"yes\\\", then left\", \"b\": 1}",
             {"1:17 GL-P038", "1:21 GL-P038"}},
        Case{"byte_order_mark", "\ufeff{\"a\": 1}", "{\"a\": 1}", {"1:1 GL-P005"}}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(Slips, LeaveAloneWhatIsInATextForPeople) {
  for (const char* text : {"{\"a\": \"“curly”, and // no comment, [1,] \u00a0\"}", "[1, 2, 3]", "{\"a\": [1,5]}",
                           "[\"a\", \"b\"]", "{\"a\": \"He said “yes”: fine\"}", "{}", "[]", "{\"a\": null, \"b\": -1.5e3}"})
    EXPECT_TRUE(mend(text).slips.empty()) << text;
}

TEST(Slips, LeaveAloneWhatCouldMeanTwoThings) {
  for (const char* text : {"{\"a\" 1}", "{“a: 1}", "{\"a\": \"b}", "[1 / 2]", "{\"a\": \"5\" tall\"}", "[False]", "[NaN]"}) {
    Reading reading(text, "x.json");
    EXPECT_FALSE(reading.root()) << text;
    EXPECT_FALSE(reading.clean()) << text;
  }
}

TEST(Slips, OfAQuoteAreToldOnceThoughNobodyKnowsWhatWasMeant) {
  Reading reading("{\"a\": \"5\" tall\", \"b\": 1}", "x.json");
  EXPECT_FALSE(reading.root());
  const Diagnostics told = reading.take();
  EXPECT_THAT(places(told), ElementsAre("1:11 GL-P038"));
  EXPECT_THAT(told.front().hint, HasSubstr("does one stand inside of a text"));
}

TEST(Slips, OfABracketSayWhichOneIsOpen) {
  for (const char* text : {"{\"a\": [1,\n2,\n\"b\": 3}", "{\"a\":\n[1, 2\n", "{\"a\": [1, 2}"}) {
    Reading reading(text, "x.json");
    EXPECT_FALSE(reading.root());
    const Diagnostics told = reading.take();
    ASSERT_EQ(told.size(), 1U) << to_text(told.front());
    EXPECT_THAT(told.front().hint, testing::ContainsRegex("The '\\[' in line [12] has no '\\]' yet")) << text;
  }
}

TEST(Slips, AreAllToldTogetherWithWhatIsWrongBesides) {
  std::string text = text_of(content_folder() / "activities/both-sides-of-the-line.json");
  text = with(text, "\"id\": \"both-sides-of-the-line\",", "“id”: \"both-sides-of-the-line\", // ours");
  text = with(text, "\"modes\": [\"pair\"],", "\"modes\": [\"pari\",],");
  const auto read = parse_activity(text, "a.json");
  ASSERT_FALSE(read);
  EXPECT_THAT(places(read.error()),
              ElementsAre("5:3 GL-P007", "5:6 GL-P007", "5:35 GL-P009", "48:17 GL-P029", "48:23 GL-P010"));
  EXPECT_THAT(read.error()[3].excerpt.line, HasSubstr("[\"pari\",]")) << "the line as it was written";
}

TEST(Slips, OfWindowsLinesAreAHintOnce) {
  Diagnostics remarks;
  std::string text = text_of(content_folder() / "canvases/nested-communities.json");
  for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; at += 2) text.insert(at, "\r");
  ASSERT_TRUE(parse_canvas(text, "a.json", &remarks));
  ASSERT_EQ(remarks.size(), 1U);
  EXPECT_EQ(remarks[0].problem, Problem::line_ends);
  EXPECT_EQ(severity_of(remarks[0]), Severity::hint);
}

std::string as_utf16(const std::u16string& text, bool big) {
  std::string out;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    out += big ? high : low;
    out += big ? low : high;
  }
  return out;
}

TEST(Utf16, OfNotepadIsReadAndNamed) {
  for (const bool big : {false, true}) {
    for (const char16_t* text : {u"\ufeff{\"é🌱\": 1}", u"{\"é🌱\": 1}"}) {
      Reading reading(as_utf16(text, big), "x.json");
      const auto root = reading.root();
      ASSERT_TRUE(root);
      EXPECT_EQ(root->members("")->front().key(), "é🌱");
      EXPECT_THAT(places(reading.take()), ElementsAre("1:1 GL-P004"));
    }
  }
}

TEST(AnyText, IsMendedToATextWhosePlacesAreThoseOfTheFirst) {
  EXPECT_TRUE(rc::check("mend", [] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("{", "}", "[", "]", ",", ":", "\"", "“", "”", "'", "//", "/*", "*/", "\n", "\r\n", " ",
                                      "\u00a0", "a", "1", "é", "\\", "#"));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    const Mended mended = mend(text);
    const std::string& now = mended.changed() ? mended.text : text;
    std::size_t last = 0;
    for (std::size_t at = 0; at < now.size(); ++at) {
      const std::size_t was = mended.original(at);
      RC_ASSERT(was >= last);
      RC_ASSERT(was <= text.size());
      last = was;
    }
  }));
}

TEST(CheckFile, TellsWhatIsWrongInAFileOfTheFieldAtOnce) {
  const Folder folder;
  std::string text = text_of(content_folder() / "activities/finding-our-place.json");
  text = "\xEF\xBB\xBF" + with(text, "\"version\": 1,", "\"version\": 1, // first");
  const Diagnostics found = check_file(folder.write("a.json", text), content_folder());
  EXPECT_THAT(places(found), ElementsAre("1:1 GL-P005", "4:17 GL-P009"));
}

}  // namespace
}  // namespace greenline::content
