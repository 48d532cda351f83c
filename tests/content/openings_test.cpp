// What canvases and activities may ask for beside their regions: parts that open later, signs beside earlier ones, sentences of
// an earlier day.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/problem.h"
#include "content/region_words.h"
#include "files.h"

namespace greenline::content {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string shipped_text(const std::string& file) { return text_of(content_folder() / file); }
std::string changed(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  return at == text.npos ? text : text.replace(at, from.size(), to);
}
std::vector<std::string> codes(const Diagnostics& all) {
  std::vector<std::string> out;
  for (const Diagnostic& one : all) out.push_back(one.problem ? code_of(*one.problem) : std::string());
  return out;
}
template <class T>
std::vector<std::string> wrong_with(const tl::expected<T, Diagnostics>& read) {
  return read ? std::vector<std::string>() : codes(read.error());
}

constexpr const char* three = R"("in": ["morning-early", "morning-middle", "morning-late"])";
std::string agenda() { return shipped_text("canvases/agenda-wall.json"); }

TEST(Openings, AreReadWithTheirRegionsAndWhatTheySay) {
  const auto canvas = parse_canvas(agenda(), "agenda-wall.json");
  ASSERT_TRUE(canvas) << told(canvas.error());
  const Region* late = find_region(*canvas, "afternoon-late");
  ASSERT_TRUE(late != nullptr && late->opens_when);
  EXPECT_THAT(late->opens_when->in, ElementsAre("morning-early", "morning-middle", "morning-late"));
  EXPECT_EQ(late->opens_when->cards, 2);
  EXPECT_EQ(in_language(words_of(*late, nullptr, true).help, "en"), "opens when the morning is filled");
  EXPECT_EQ(in_language(words_of(*late, nullptr, false).help, "en"), "conversations at this time");
}

TEST(Openings, ReachTheRulesOfEachPhase) {
  const auto pack = load_pack("agenda-wall", content_folder());
  ASSERT_TRUE(pack) << told(pack.error());
  for (const Phase& phase : pack->activity.phases) {
    ASSERT_EQ(phase.rules.openings.size(), 3U) << phase.id;
    EXPECT_EQ(phase.rules.openings.at("afternoon-late").cards, 2U);
  }
}

TEST(Openings, OfAMisspeltRegionAreToldOnce) {
  EXPECT_THAT(wrong_with(parse_canvas(changed(agenda(), "[\"morning-early\"", "[\"morning-erly\""), "x.json")),
              ElementsAre("GL-P050"));
}

TEST(Openings, ThatWaitForThemselvesNeverOpen) {
  EXPECT_THAT(wrong_with(parse_canvas(changed(agenda(), three, R"("in": ["afternoon-early"])"), "x.json")),
              ElementsAre("GL-P080"));
}

TEST(Openings, InACircleNeverOpenAndEachIsTold) {
  std::string text = changed(agenda(), three, R"("in": ["afternoon-middle"])");  // the first waits for the second
  text = changed(std::move(text), three, R"("in": ["afternoon-early"])");        // and the second for the first
  EXPECT_THAT(wrong_with(parse_canvas(text, "x.json")), ElementsAre("GL-P080", "GL-P080"));
}

TEST(Openings, MayWaitForOneThatOpensLaterItself) {
  std::string text = changed(agenda(), three, R"("in": ["afternoon-middle"])");
  EXPECT_THAT(wrong_with(parse_canvas(text, "x.json")), IsEmpty());
}

TEST(Openings, ThatWaitForWhatTheActivityDoesNotShowAreTold) {
  const std::string optional = changed(agenda(), R"("id": "morning-late")", R"("id": "morning-late", "optional": true)");
  const auto canvas = parse_canvas(optional, "x.json");
  auto activity = parse_activity(shipped_text("activities/agenda-wall.json"), "a.json");
  ASSERT_TRUE(canvas && activity);
  EXPECT_THAT(codes(fit(*activity, *canvas, shipped_text("activities/agenda-wall.json"), "a.json")),
              ElementsAre("GL-P080", "GL-P080", "GL-P080"));
}

TEST(BesideEarlier, BelongsToTheRulesOfThePhasesThatSaySo) {
  const auto pack = load_pack("where-i-stand-twice", content_folder());
  ASSERT_TRUE(pack) << told(pack.error());
  EXPECT_FALSE(find_phase(pack->activity, "first")->rules.beside_earlier);
  EXPECT_TRUE(find_phase(pack->activity, "second")->rules.beside_earlier);
  EXPECT_TRUE(find_phase(pack->activity, "what-moved")->rules.beside_earlier);
}

TEST(BesideEarlier, WithNoEarlierSignsLooksWrong) {
  const std::string text = changed(shipped_text("activities/where-i-stand-twice.json"), R"("sets_markers": true)",
                                   R"("beside_earlier": true, "sets_markers": true)");
  Diagnostics remarks;
  ASSERT_TRUE(parse_activity(text, "x.json", &remarks));
  EXPECT_THAT(codes(remarks), ElementsAre("GL-P081"));
}

std::string carried() { return shipped_text("activities/carried-over.json"); }

TEST(Carries, SayWhereAndHowMany) {
  const auto activity = parse_activity(carried(), "x.json");
  ASSERT_TRUE(activity) << told(activity.error());
  ASSERT_TRUE(activity->carries);
  EXPECT_EQ(activity->carries->into, "before");
  EXPECT_EQ(activity->carries->at_most, 24);
}

Diagnostics fitted(const std::string& text, const std::string& canvas_text) {
  auto activity = parse_activity(text, "x.json");
  const auto canvas = parse_canvas(canvas_text, "c.json");
  EXPECT_TRUE(activity && canvas);
  return activity && canvas ? fit(*activity, *canvas, text, "x.json") : Diagnostics{};
}

TEST(Carries, IntoARegionThatThereIsNotAreTold) {
  EXPECT_THAT(codes(fitted(changed(carried(), R"("into": "before")", R"("into": "befor")"),
                           shipped_text("canvases/carried-over.json"))),
              ElementsAre("GL-P050"));
}

TEST(Carries, IntoAProtectedRegionWouldBeVeiledAndAreTold) {
  const std::string canvas =
      changed(shipped_text("canvases/carried-over.json"), R"("permeable": true)", R"("protected": true)");
  EXPECT_THAT(codes(fitted(carried(), canvas)), ElementsAre("GL-P082"));
}

}  // namespace
}  // namespace greenline::content
