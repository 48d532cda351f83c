// Text that is damaged costs the drafts that it is damaged in, and is told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "drafts/draft_builders.h"

namespace greenline::drafts {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

// The text of one sound draft with `from` replaced by `to`.
std::string changed(const std::string& from, const std::string& to, const ui::Draft& draft = a_draft("river")) {
  std::string text = text_of({draft});
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from << " is not in " << text;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

std::string repeated(const std::string& part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

TEST(DraftDamage, ReadsWhatIsWholeOfATextCutAnywhere) {
  const auto drafts = one_draft_of_every_kind();
  const std::string text = text_of(drafts);
  const std::size_t without_last_line_end = text.size() - 1;
  for (std::size_t cut = 0; cut < text.size(); ++cut) {
    const DraftsRead read = decode_drafts(std::string_view(text).substr(0, cut), "x.drafts");
    EXPECT_EQ(read.wrong.empty(), cut == without_last_line_end) << "cut at " << cut;
    ASSERT_LE(read.drafts.size(), drafts.size());
    EXPECT_TRUE(std::equal(read.drafts.begin(), read.drafts.end(), drafts.begin())) << "cut at " << cut;
    const auto whole_lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(cut), '\n');
    EXPECT_GE(static_cast<std::ptrdiff_t>(read.drafts.size()), whole_lines - 1) << "cut at " << cut;
  }
}

TEST(DraftDamage, LosesOnlyTheDraftInWhichAByteIsBroken) {
  const std::vector<ui::Draft> drafts{a_draft("one"), a_draft("two"), a_draft("three")};
  const std::string text = text_of(drafts);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') continue;
    std::string broken = text;
    broken[at] = '\xFF';
    const DraftsRead read = decode_drafts(broken, "x.drafts");
    ASSERT_THAT(read.wrong, SizeIs(1)) << "at " << at;
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    EXPECT_EQ(read.wrong[0].line, line) << "at " << at;
    std::vector<ui::Draft> left = drafts;
    if (line > 1) left.erase(left.begin() + (line - 2));
    EXPECT_EQ(read.drafts, left) << "at " << at;
  }
}

struct Damage {
  const char* name;
  std::string text;
  const char* told;
};
class DraftDamageAt : public testing::TestWithParam<Damage> {};

TEST_P(DraftDamageAt, IsToldWithItsPlaceAndReadAsNoDraft) {
  EXPECT_THAT(decode_drafts(GetParam().text, "x.drafts").drafts, SizeIs(0));
  EXPECT_THAT(wrong_in(GetParam().text), HasSubstr(GetParam().told));
}

INSTANTIATE_TEST_SUITE_P(
    Each, DraftDamageAt,
    testing::Values(
        Damage{"nothing", "", "x.drafts:1:1: found something that is not JSON; expected JSON in UTF-8."},
        Damage{"list", changed("\n{", "\n[1] {"), "x.drafts:2:5: found something that is not JSON"},
        Damage{"no_object", text_of({}) + "[]\n", "x.drafts:2:1: found no \"becomes\""},
        Damage{"words", changed("\"river\"", "12"), "x.drafts:2:1: /words: found number; expected a text."},
        Damage{"no_words", changed("\"words\"", "\"werds\""), "found no \"words\""},
        Damage{"language", changed("\"en\"", "null"), "/language: found null"},
        Damage{"ink", changed("[]", "{}"), "/ink: found object; expected a list of strokes"},
        Damage{"stroke", changed("[]", "[true]"), "/ink/0: found boolean; expected a list of numbers"},
        Damage{"point", changed("[]", "[[1,2,\"3\"]]"), "/ink/0: found something that is not a number"},
        Damage{"half_a_point", changed("[]", "[[1,2,3,4]]"), "/ink/0: found 4 numbers; expected three for each point"},
        Damage{"strokes", changed("[]", "[" + repeated("[],", 200) + "[]]"),
               "/ink: found 201 strokes; expected at most 200 strokes"},
        Damage{"seat", changed("[0.5,0.8]", "[0.5]"), "/seat: found 1 numbers; expected two numbers"},
        Damage{"seat_off_the_screen", changed("0.8", "8"), "/seat: found a seat that is not on the screen"},
        Damage{"becomes", changed("{\"card\"", "{\"cart\""), "/becomes: found something else"},
        Damage{"place", changed("[0.25,-0.5]", "[0.25,{}]"), "/becomes/card/at: found something that is not a number"},
        Damage{"region", changed("\"identity\"", "[]"), "/becomes/card/region: found array; expected a text"},
        Damage{"kind", changed("\"offer\"", "\"order\"", a_nourishment()), "/becomes/nourishment/kind: found another kind"},
        Damage{"identity", changed("-7000-", "-70-", a_nourishment()),
               "/becomes/nourishment/beside/card: found something else"},
        Damage{"large_number", changed("0.25", "1e39"), "x.drafts:2:30: found a number that is too large"},
        Damage{"huge_number", changed("0.25", "1" + std::string(5000, '0')), "found a number that is too large"},
        Damage{"not_utf8", changed("river", "riv\xE9r"), "found something that is not JSON; expected JSON in UTF-8."},
        Damage{"half_a_surrogate", changed("river", "\\ud800"), "found something that is not JSON"},
        Damage{"deep_nesting", changed("[]", std::string(100'000, '[')), "found nesting that is too deep"},
        Damage{"deep_nesting_of_objects", changed("[]", repeated("{\"a\":", 100'000)), "found nesting that is too deep"},
        Damage{"values", changed("[]", "[[" + repeated("0,", 1'500'000) + "0]]"), "found too many values"},
        Damage{"keys", changed("\"ink\"", repeated("\"k\":0,", 100) + "\"ink\""), "found one key more"},
        Damage{"bytes", text_of({a_draft("river")}) + std::string(max_drafts_bytes, ' '), "expected at most 16777216 bytes"},
        Damage{"another_file", "{\"greenline\":\"activity\",\"version\":1}\n", "/greenline: found another kind of file"},
        Damage{"version_that_is_none", changed("\"version\":1", "\"version\":\"1\""), "/version: found another version"}),
    [](const auto& tested) { return tested.param.name; });

TEST(DraftDamage, NeverQuotesWhatPeopleWrote) {
  const std::string secret = "what was said in confidence";
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"\"words\":\"", "\"words\":x\""}, {"confidence\"", "confidence\xFF\""}, {"\"seat\":[0.5", "\"seat\":[\"a\""}}) {
    const std::string told = wrong_in(changed(from, to, a_draft(secret)));
    EXPECT_NE(told, "");
    EXPECT_EQ(told.find("confidence"), std::string::npos) << told;
  }
}

TEST(DraftDamage, RefusesAFileOfANewerGreenlineWhole) {
  const DraftsRead read = decode_drafts(changed("\"version\":1", "\"version\":2"), "x.drafts");
  EXPECT_TRUE(read.from_newer);
  EXPECT_THAT(read.drafts, SizeIs(0));
  EXPECT_THAT(told(read.wrong), HasSubstr("newer Greenline"));
}

TEST(DraftDamage, PassesOverKeysThatANewerGreenlineWrites) {
  const DraftsRead read = decode_drafts(changed("\"ink\"", "\"colour\":{\"of\":[\"ink\"]},\"ink\""), "x.drafts");
  EXPECT_TRUE(read.wrong.empty()) << told(read.wrong);
  EXPECT_EQ(read.drafts, std::vector{a_draft("river")});
}

TEST(DraftDamage, ReadsNoMoreDraftsThanAFileHolds) {
  std::string text = text_of(std::vector<ui::Draft>(max_drafts, a_draft("one")));
  text += text.substr(text.find('\n') + 1);
  const DraftsRead read = decode_drafts(text, "x.drafts");
  EXPECT_THAT(read.drafts, SizeIs(max_drafts));
  EXPECT_THAT(told(read.wrong), HasSubstr("x.drafts:66:1: found one draft more; expected at most 64 drafts."));
}

TEST(DraftDamage, NoticesDraftsThatWentMissing) {
  std::string text = text_of({a_draft("one"), a_draft("two")});
  text.resize(text.rfind('\n', text.size() - 2) + 1);
  const DraftsRead read = decode_drafts(text, "x.drafts");
  EXPECT_EQ(read.drafts, std::vector{a_draft("one")});
  EXPECT_THAT(told(read.wrong), HasSubstr("found 1 drafts; expected 2 drafts"));
}

}  // namespace
}  // namespace greenline::drafts
