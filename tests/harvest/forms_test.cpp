// The same words, in every form, as its readers expect them.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "harvest/markup.h"
#include "harvest/networks.h"
#include "harvest/outline.h"
#include "harvest/page.h"
#include "harvest/room.h"
#include "harvest/tables.h"

namespace greenline::harvest {
namespace {

using testing::HasSubstr;
using testing::Not;

class Forms : public test::Room {
 protected:
  std::string form(std::string (*make)(const Harvest&)) {
    out = leaving();
    return make(Harvest(out, pack, strings, "en", for_whom));
  }
  std::string html() {
    out = leaving();
    return page(Harvest(out, pack, strings, "en", for_whom), {});
  }
  Leaving out;
  std::string for_whom;
};

class FormsOfAField : public Forms {
 protected:
  void SetUp() override {
    pack = shipped("stories-before-boxes");
    session = station::Session(pack, station::seeded_sources(1));
    follower = session.join();
    heard.clear();
    enter("tell");
  }
  void enter(const char* phase) { ASSERT_TRUE(session.submit(model::EnterPhase{phase}, model::the_host)); }
  void expect_untold(const std::string& text) {
    for (const char* name : {"Complex", "Complicated", "Chaotic", "somebody expert could work it out"})
      EXPECT_THAT(text, Not(HasSubstr(name)));
  }
};

TEST_F(FormsOfAField, TellNoNameThatTheRoomHasNotSeen) {
  card("the bell", "complex");
  expect_untold(html());
  expect_untold(form(words_table));
  EXPECT_THAT(form(outline), HasSubstr("## Place 1\n")) << "where nothing else is known of it";
  enter("place-by-feel");
  expect_untold(html());
  EXPECT_THAT(form(outline), HasSubstr("## We only understood it afterwards"));
  enter("draw-the-edges");
  EXPECT_THAT(form(outline), HasSubstr("## Complex\n"));
}

TEST_F(Forms, ATableIsWhatSpreadsheetsTake) {
  card("plain");
  card("with, a comma");
  card("with \"quotes\"");
  const std::string table = form(words_table);
  EXPECT_TRUE(
      table.starts_with("\xEF\xBB\xBF"
                        "card,circle,gathering,kind,words,language,beside\r\n"));
  EXPECT_THAT(table, HasSubstr(",\"with, a comma\",en,\r\n"));
  EXPECT_THAT(table, HasSubstr(",\"with \"\"quotes\"\"\",en,\r\n"));
}

TEST_F(Forms, NoCellOfATableCanBeRun) {
  for (const char* words : {"=1+1", "+1", "-1", "@SUM(A1)"}) card(words);
  const std::string table = form(words_table);
  for (const char* begins : {",=", ",+", ",-", ",@", ",\"="}) EXPECT_THAT(table, Not(HasSubstr(begins)));
  EXPECT_THAT(table, HasSubstr(",'=1+1,"));
}

TEST_F(Forms, AThreadIsASentence) {
  thread(card("the referral form"), card("whom we trust"), "rests on");
  EXPECT_THAT(form(threads_table), HasSubstr("1,the referral form,rests on,whom we trust,Identity,Identity,en\r\n"));
  EXPECT_THAT(form(outline), HasSubstr("whom we trust"));
  EXPECT_THAT(form(outline), HasSubstr("rests on"));
}

TEST_F(Forms, ThePageSaysInWhichLanguageAndDirectionEachCardIs) {
  card("أبواب مفتوحة", "identity", {}, "ar");
  card("ਖੁੱਲ੍ਹੇ ਦਰਵਾਜ਼ੇ", "identity", {}, "pa");
  const std::string text = html();
  EXPECT_THAT(text, HasSubstr("<p lang=\"ar\" dir=\"rtl\">أبواب مفتوحة</p>"));
  EXPECT_THAT(text, HasSubstr("<p lang=\"pa\" dir=\"ltr\">ਖੁੱਲ੍ਹੇ ਦਰਵਾਜ਼ੇ</p>"));
}

TEST_F(Forms, ThePageNeedsNothingFromElsewhereAndRunsNothing) {
  card("<script>alert(1)</script> & <img src=x onerror=alert(1)>");
  const std::string text = html();
  EXPECT_THAT(text, Not(HasSubstr("<script")));
  EXPECT_THAT(text, Not(HasSubstr("<img src=x")));
  EXPECT_THAT(text, HasSubstr("&lt;script&gt;"));
  EXPECT_FALSE(std::regex_search(text, std::regex("(src|href)=\"(?!#|data:)")));
  EXPECT_THAT(text, Not(HasSubstr("url(")));
  EXPECT_THAT(text, Not(HasSubstr("@import")));
}

TEST_F(Forms, EveryPlaceThatThePageLeadsToIsThereOnce) {
  thread(card("one"), card("two", "structure"), "leads to");
  const std::string text = html();
  std::multiset<std::string> ids;
  const std::regex id("id=\"([^\"]+)\""), leads("href=\"#([^\"]+)\"");
  for (std::sregex_iterator it(text.begin(), text.end(), id), end; it != end; ++it) ids.insert((*it)[1]);
  for (const std::string& one : ids) EXPECT_EQ(ids.count(one), 1U) << one;
  for (std::sregex_iterator it(text.begin(), text.end(), leads), end; it != end; ++it)
    EXPECT_TRUE(ids.contains((*it)[1])) << (*it)[1];
}

TEST_F(Forms, TheFirstLinesSayWhatHowWhyAndForWhomOrThatNobodySaid) {
  EXPECT_THAT(html(), HasSubstr("Nobody has said."));
  for_whom = "the night custodian";
  EXPECT_THAT(html(), HasSubstr("<dd>the night custodian</dd>"));
  EXPECT_THAT(html(), HasSubstr(std::string(content::in_language(pack.activity.harvest.what, "en"))));
}

TEST_F(Forms, AJsonCanvasHasEveryCardAndThread) {
  thread(card("one"), card("two", "structure"), "leads to");
  thread(model::RegionEnd{"identity"}, card("three", "structure"));
  const auto canvas = nlohmann::json::parse(form(json_canvas));
  std::set<std::string> nodes;
  std::size_t texts = 0;
  for (const auto& node : canvas["nodes"]) {
    EXPECT_TRUE(nodes.insert(node["id"]).second);
    EXPECT_TRUE(node["x"].is_number_integer() && node["y"].is_number_integer());
    if (node["type"] == "text") ++texts;
  }
  EXPECT_EQ(texts, 3U);
  ASSERT_EQ(canvas["edges"].size(), 2U);
  for (const auto& edge : canvas["edges"]) {
    EXPECT_TRUE(nodes.contains(edge["fromNode"])) << edge;
    EXPECT_TRUE(nodes.contains(edge["toNode"])) << edge;
  }
  EXPECT_EQ(canvas["edges"][0]["label"], "leads to");
}

TEST_F(Forms, ANetworkNamesEveryEndOfItsThreads) {
  thread(card("a < b & c"), model::RegionEnd{"structure"}, "\"because\"");
  const std::string xml = form(graphml);
  EXPECT_THAT(xml, HasSubstr("a &lt; b &amp; c"));
  EXPECT_THAT(xml, HasSubstr("source=\"card-1\" target=\"circle-structure\""));
  EXPECT_THAT(xml, HasSubstr("<node id=\"circle-structure\">"));
}

TEST(Markdown, MeansNoMoreThanItSays) {
  EXPECT_EQ(in_markdown("*not* [a](link) `code` <b>"), "\\*not\\* \\[a\\](link) \\`code\\` \\<b\\>");
  EXPECT_EQ(in_markdown("# no heading"), "\\# no heading");
  EXPECT_EQ(in_markdown("1. no list"), "1\\. no list");
  EXPECT_EQ(in_markdown("- no list"), "\\- no list");
  EXPECT_EQ(in_markdown("two\nlines"), "two lines");
}

}  // namespace
}  // namespace greenline::harvest
