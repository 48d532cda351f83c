#include "app/session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "app/kit.h"
#include "app/simulation.h"
#include "app/workload.h"

namespace greenline::app {
namespace {

namespace fs = std::filesystem;

class SessionTest : public testing::Test {
 protected:
  void SetUp() override {
    auto kit = load_kit("both-sides-of-the-line", "dusk");
    ASSERT_TRUE(kit) << kit.error();
    pack = kit->pack;
    content = kit->paths.content;
    folder = fs::temp_directory_path() / ("greenline-session-" + std::to_string(getpid()));
    fs::create_directories(folder);
  }
  void TearDown() override { fs::remove_all(folder); }

  static model::MakeCard a_card(std::string words) { return {{std::move(words), "en", {}}, {"identity", {0, 0}}}; }
  // Into the first phase in which people may make cards.
  static void enter_naming(Session& session) {
    for (const content::Phase& phase : session.pack().activity.phases) {
      if (!phase.rules.touch || !phase.rules.verbs.contains(model::Verb::name)) continue;
      ASSERT_TRUE(session.wish(model::EnterPhase{phase.id}));
      return;
    }
  }

  content::Pack pack;
  fs::path content, folder;
};

TEST_F(SessionTest, BeginsInTheFirstPhaseOfItsActivity) {
  const Session session(pack, seeded_sources(1));
  EXPECT_EQ(session.convening().activity.value->activity, "both-sides-of-the-line");
  EXPECT_EQ(session.phase().id, pack.activity.phases.front().id);
}

TEST_F(SessionTest, ComesBackAsItWasFromItsFile) {
  const fs::path file = folder / "a.greenline";
  std::uint64_t hash = 0;
  {
    auto session = Session::open(pack, seeded_sources(1), file, nullptr, nullptr);
    ASSERT_TRUE(session);
    enter_naming(*session);
    ASSERT_TRUE(session->wish(a_card("We were the school that kept every door open")));
    ASSERT_TRUE(session->flush());
    hash = state_hash(session->convening());
  }
  auto again = Session::open(pack, seeded_sources(2), file, nullptr, nullptr);
  ASSERT_TRUE(again);
  EXPECT_EQ(state_hash(again->convening()), hash);
  EXPECT_TRUE(again->rules().verbs.contains(model::Verb::name));
}

TEST_F(SessionTest, NamesEveryEventAsKeptOnceItIsDurable) {
  auto session = Session::open(pack, seeded_sources(1), folder / "b.greenline", nullptr, nullptr);
  ASSERT_TRUE(session);
  enter_naming(*session);
  const auto made = session->wish(a_card("a harbour"));
  ASSERT_TRUE(made);
  ASSERT_TRUE(session->flush());
  const auto kept = session->acknowledged();
  EXPECT_NE(std::ranges::find(kept, made->id), kept.end());
  EXPECT_TRUE(session->acknowledged().empty());
}

TEST_F(SessionTest, StampsLaterEventsLaterThoughTheClockIsSetBack) {
  std::int64_t now = 2'000'000'000'000;
  Session session(pack, {[&now] { return now; }, std::mt19937_64(1)});
  enter_naming(session);
  const auto first = session.wish(a_card("one"));
  now -= 86'400'000;
  const auto second = session.wish(a_card("two"));
  ASSERT_TRUE(first && second);
  EXPECT_LT(first->at, second->at);
}

TEST_F(SessionTest, StepsThroughThePhasesAndStopsAtBothEnds) {
  Session session(pack, seeded_sources(1));
  EXPECT_FALSE(session.step_phase(-1));
  for (std::size_t i = 1; i < pack.activity.phases.size(); ++i) EXPECT_TRUE(session.step_phase(+1));
  EXPECT_FALSE(session.step_phase(+1));
  EXPECT_EQ(session.phase().id, pack.activity.phases.back().id);
  EXPECT_TRUE(session.step_phase(-1));
}

TEST_F(SessionTest, CarriesWhatWasReadOfADamagedFileIntoANewOne) {
  std::vector<model::Event> events;
  Session before(pack, seeded_sources(1));
  auto phrases = load_phrases(content / "simulation" / "phrases.json", "en");
  ASSERT_TRUE(phrases);
  // The session's own beginning is not told to `seen`: a salvage may well lack it.
  ASSERT_TRUE(simulate(before, *phrases, {1, 20, ""}, [&](const model::Event& event) {
    events.push_back(event);
    return true;
  }));
  auto session = Session::carry_over(pack, seeded_sources(2), folder / "c (2).greenline", events, nullptr, nullptr);
  ASSERT_TRUE(session);
  EXPECT_EQ(session->convening().cards, before.convening().cards);
  ASSERT_TRUE(session->flush());
}

TEST_F(SessionTest, ErasesWherePeopleStoodFromTheFileOnceTheActivityThatSaysSoIsClosed) {
  auto kit = load_kit("finding-our-place", "dusk");
  ASSERT_TRUE(kit);
  const fs::path file = folder / "d.greenline";
  model::CardId card;
  model::MarkerId marker;
  const auto bytes_of = [](const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  {
    auto session = Session::open(kit->pack, seeded_sources(1), file, nullptr, nullptr);
    ASSERT_TRUE(session);
    const auto made = session->wish(model::MakeCard{{"still messy", "en", {}}, {"practice", {}}});
    (void)session->wish(model::EnterPhase{"where-am-i"});
    const auto set = session->wish(model::SetMarker{{"interest", {0.25F, 0.5F}}});
    ASSERT_TRUE(made && set && session->flush());
    card = std::get<model::CardMade>(made->body).card;
    marker = std::get<model::MarkerSet>(set->body).marker;
    EXPECT_FALSE(session->erase_what_is_not_kept()) << "not while the activity goes on";
    ASSERT_TRUE(session->wish(model::CloseActivity{}));
    EXPECT_TRUE(session->erase_what_is_not_kept());
    EXPECT_TRUE(session->convening().markers.empty());
  }
  const std::string_view id(reinterpret_cast<const char*>(marker.bytes.data()), marker.bytes.size());
  EXPECT_EQ(bytes_of(file).find(id), std::string::npos);
  auto again = Session::open(kit->pack, seeded_sources(2), file, nullptr, nullptr);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->closed()) << "a closed activity is not begun anew";
  EXPECT_TRUE(again->convening().markers.empty());
  EXPECT_EQ(again->convening().cards.count(card), 1U);
}

TEST_F(SessionTest, SavedConveningsAreOnlyRead) {
  EXPECT_FALSE(Session::open_saved(pack, seeded_sources(1), folder / "none.greenline"));
  EXPECT_FALSE(fs::exists(folder / "none.greenline"));
}

TEST_F(SessionTest, SimulatesTheSameConveningForTheSameSeed) {
  auto phrases = load_phrases(content / "simulation" / "phrases.json", "en");
  ASSERT_TRUE(phrases) << phrases.error();
  std::set<std::uint64_t> hashes;
  for (const unsigned seed : {7U, 7U, 8U}) {
    Session session(pack, seeded_sources(seed));
    ASSERT_TRUE(simulate(session, *phrases, {seed, 60, ""}, {}));
    EXPECT_EQ(session.convening().cards.size(), 60U);
    EXPECT_FALSE(session.convening().threads.empty());
    hashes.insert(state_hash(session.convening()));
  }
  EXPECT_EQ(hashes.size(), 2U);
}

TEST_F(SessionTest, SimulatesEveryBuiltInActivityToItsEnd) {
  for (const std::string& name : content::activity_names(content)) {
    auto kit = load_kit(name, "dusk");
    ASSERT_TRUE(kit) << kit.error();
    auto phrases = load_phrases(content / "simulation" / "phrases.json", "fr");
    ASSERT_TRUE(phrases);
    Session session(kit->pack, seeded_sources(1));
    ASSERT_TRUE(simulate(session, *phrases, {1, 40, ""}, {})) << name;
    EXPECT_EQ(session.convening().cards.size(), 40U) << name;
    EXPECT_EQ(session.phase().id, kit->pack.activity.phases.back().id);
  }
}

TEST_F(SessionTest, SceneFilesAreRefusedWithThePlace) {
  const auto refused = [&](const char* text) {
    const fs::path file = folder / "scene.json";
    std::ofstream(file) << text;
    auto scene = load_scene(file);
    return scene ? std::string() : scene.error();
  };
  EXPECT_THAT(refused(R"({"cards":[{"id":"a","x":1}]})"), testing::HasSubstr("/cards/0"));
  EXPECT_THAT(refused(R"({"cards":)"), testing::HasSubstr("parse error"));
  EXPECT_THAT(refused(R"([])"), testing::HasSubstr("/cards"));
  EXPECT_EQ(refused(R"({"cards":[{"id":"a","x":1,"y":2,"text":"t"}],"threads":[]})"), "");
}

}  // namespace
}  // namespace greenline::app
