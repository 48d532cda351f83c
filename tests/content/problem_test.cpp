// The table of problems: every one is in it, has a page in the docs, and is told so that somebody who has never seen JSON can
// mend it.
#include "content/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "files.h"

namespace greenline::content {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Problems, StandInTheTableOnceInTheOrderOfTheirNumbers) {
  int last = 0;
  for (const ProblemKind& kind : problem_kinds()) {
    EXPECT_GT(static_cast<int>(kind.problem), last) << code_of(kind.problem);
    last = static_cast<int>(kind.problem);
  }
}

// The enumeration is what the code can find; a number of it that the table lacks would end the program.
TEST(Problems, AreAllInTheTable) {
  const std::string header = text_of(source_folder() / "src/content/problem.h");
  std::set<int> named, told;
  std::size_t at = header.find("enum class Problem");
  const std::size_t end = header.find("};", at);
  while ((at = header.find(" = ", at + 1)) < end) named.insert(std::stoi(header.substr(at + 3)));
  for (const ProblemKind& kind : problem_kinds()) told.insert(static_cast<int>(kind.problem));
  EXPECT_EQ(named, told);
}

TEST(Problems, AreExplainedInWords) {
  for (const ProblemKind& kind : problem_kinds()) {
    EXPECT_FALSE(kind.title.empty()) << code_of(kind.problem);
    EXPECT_FALSE(kind.title.ends_with('.')) << code_of(kind.problem);
    EXPECT_TRUE(kind.meaning.ends_with('.')) << code_of(kind.problem);
    EXPECT_TRUE(kind.mend.ends_with('.')) << code_of(kind.problem);
    EXPECT_EQ(kind.wrong.empty(), kind.right.empty()) << code_of(kind.problem);
  }
}

TEST(Problems, HaveAPageEachInTheDocsWithTheSameWords) {
  const auto folder = source_folder() / "docs/problems";
  const std::string how = "write them with: greenline explain --pages docs/problems";
  std::set<std::string> pages{"README.md"};
  for (const ProblemKind& kind : problem_kinds()) {
    pages.insert(page_name(kind));
    EXPECT_EQ(text_of(folder / page_name(kind)), page_of(kind)) << how;
  }
  EXPECT_EQ(text_of(folder / "README.md"), page_of_all()) << how;
  for (const auto& page : std::filesystem::directory_iterator(folder))
    EXPECT_TRUE(pages.contains(page.path().filename().string())) << page.path() << " is of no problem";
}

TEST(Problems, AreFoundByWhatPeopleTypeForTheirNumber) {
  for (const char* typed : {"GL-P017", "gl-p017", "P17", "p017", "17"})
    EXPECT_EQ(problem_from_text(typed), Problem::key_twice) << typed;
  for (const char* typed : {"", "GL-P", "GL-P777", "seventeen", "17x", "-17"}) EXPECT_FALSE(problem_from_text(typed)) << typed;
}

Diagnostic first_of(const std::string& text) {
  const auto read = parse_activity(text, "a.json");
  EXPECT_FALSE(read);
  return read ? Diagnostic{} : read.error().front();
}

std::string an_activity_with(const std::string& from, const std::string& to) {
  return with(text_of(content_folder() / "activities/both-sides-of-the-line.json"), from, to);
}

TEST(AProblem, IsToldWithItsNumberItsLineACaretAndWhatCanBeWritten) {
  const std::string said = at_length(first_of(an_activity_with("\"modes\": [\"pair\"]", "\"modes\": [\"pari\"]")));
  EXPECT_THAT(said, HasSubstr("GL-P029, stops: A word that is none of those known here"));
  EXPECT_THAT(said, HasSubstr("a.json, line 48, column 17   (/phases/0/modes/0)"));
  EXPECT_THAT(said, HasSubstr("    48 | \"modes\": [\"pari\"],\n       |           ^^^^^^\n"));
  EXPECT_THAT(said, HasSubstr("found     ‹pari›"));
  EXPECT_THAT(said, HasSubstr("Did you mean \"pair\"?"));
  EXPECT_THAT(said, HasSubstr("write     \"pair\""));
}

TEST(AProblem, ShowsSpacesThatOneCannotSee) {
  EXPECT_EQ(first_of(an_activity_with("\"modes\": [\"pair\"]", "\"modes\": [\"pair \"]")).found, "‹pair ›");
}

TEST(AProblem, PutsItsCaretUnderWideAndMarkedLetters) {
  const Diagnostic wide = first_of("{\"标题é\": \"e\u0301\", \"greenline\": 1}");
  EXPECT_EQ(wide.excerpt.line, "{\"标题é\": \"e\u0301\", \"greenline\": 1}");
  EXPECT_EQ(wide.excerpt.caret, 28);
  EXPECT_EQ(wide.column, 28) << "characters, as an editor counts them";
}

TEST(AProblem, OfALongLineShowsWhatStandsAroundIt) {
  const std::string filler(100000, 'x');
  const Diagnostic found = first_of("{\"greenline\": \"activity\", \"version\": 1, \"" + filler.substr(0, 200) + "\": \"" +
                                    filler + "\", \"id\": 5, \"more\": \"" + filler + "\"}");
  EXPECT_LT(found.excerpt.line.size(), 200U);
}

TEST(AProblem, ShowsNothingThatATerminalWouldObey) {
  const std::string said =
      at_length(first_of(an_activity_with("\"modes\": [\"pair\"]", "\"modes\": [\"pa\u202e\u009b31m\x7fir\"]")));
  for (const char* unsafe : {"\u202e", "\u009b", "\x7f"}) EXPECT_THAT(said, Not(HasSubstr(unsafe)));
  EXPECT_THAT(said, HasSubstr("\\u{202e}"));
}

TEST(Causes, AreToldOnceWithAllTheirPlaces) {
  Diagnostics all;
  for (const int line : {3, 9, 27})
    all.push_back({"a.json", "/x", line, 1, "no \"fr\"", "a text", {}, Problem::language_missing});
  all.push_back({"a.json", "/y", 30, 1, "no \"es\"", "a text", {}, Problem::language_missing});
  all.push_back({"b.json", "/x", 3, 1, "no \"fr\"", "a text", {}, Problem::language_missing});
  const Diagnostics told = one_a_cause(all);
  ASSERT_EQ(told.size(), 3U);
  EXPECT_EQ(told[0].line, 3);
  EXPECT_THAT(told[0].also_at, testing::ElementsAre("line 9", "line 27"));
  EXPECT_EQ(tally_of(told), "3 things look wrong.");
}

TEST(Causes, OfACanvasSayWhichActivitiesUseIt) {
  const Folder folder;
  folder.write("own.json", R"({"greenline": "canvas", "version": 1, "id": "own"})");
  const std::string activity = an_activity_with("\"six-circles\"", "\"own\"");
  folder.write("a.json", activity);
  folder.write("b.json", activity);
  const Diagnostics told = check_file(folder.path(), content_folder());
  ASSERT_EQ(told.size(), 3U) << content::told(told);  // title, regions and layouts are missing
  EXPECT_THAT(told[0].used_by, testing::ElementsAre(testing::EndsWith("/a.json"), testing::EndsWith("/b.json")));
}

TEST(Causes, OfAMisspeltKeyIsNotToldAgainAsAMissingOne) {
  const Diagnostic found = first_of(an_activity_with("\"minutes\": 12,", "\"minuts\": 12,"));
  EXPECT_EQ(found.problem, Problem::unknown_key);
  EXPECT_EQ(found.nearest, "minutes");
}

TEST(AMissingLanguage, IsToldAndDoesNotStopTheActivity) {
  const std::string text = an_activity_with("\"fr\": \"Un changement vécu\", ", "");
  Diagnostics remarks;
  ASSERT_TRUE(parse_activity(text, "a.json", &remarks));
  ASSERT_EQ(remarks.size(), 1U);
  EXPECT_EQ(severity_of(remarks[0]), Severity::looks_wrong);
  EXPECT_EQ(remarks[0].mend, "\"fr\": \"…\"");
}

TEST(AMissingLanguage, IsShownInTheOneThatIsDeclaredForIt) {
  const Folder folder;
  std::string text = an_activity_with("\"fr\": \"Un changement vécu\", ", "");
  text = with(text, "\"languages\": [\"en\", \"fr\", \"es\"],",
              "\"languages\": [\"en\", \"fr\", \"es\"], \"fallback\": {\"fr\": [\"es\"]},");
  const auto pack = load_pack(folder.write("a.json", text).string(), content_folder());
  ASSERT_TRUE(pack) << told(pack.error());
  EXPECT_EQ(in_language(pack->activity.phases[0].title, "fr"), "Un cambio vivido");
  EXPECT_EQ(in_language(pack->activity.phases[0].title, "en"), "A change you lived");
  const auto carried = pack_from_texts(pack->activity_text, pack->canvas_text, "a.greenline");
  ASSERT_TRUE(carried);
  EXPECT_EQ(in_language(carried->activity.phases[0].title, "fr"), "Un cambio vivido") << "a convening carries it whole";
}

}  // namespace
}  // namespace greenline::content
