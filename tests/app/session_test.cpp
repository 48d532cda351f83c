#include "station/session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "app/resources.h"
#include "bench/workload.h"
#include "simulate/simulation.h"

namespace greenline::app {
namespace {

namespace fs = std::filesystem;

class SessionTest : public testing::Test {
 protected:
  void SetUp() override {
    auto resources = load_resources("both-sides-of-the-line", "dusk");
    ASSERT_TRUE(resources) << resources.error();
    pack = resources->pack;
    content = resources->paths.content;
    folder = fs::temp_directory_path() / ("greenline-session-" + std::to_string(getpid()));
    fs::create_directories(folder);
  }
  void TearDown() override { fs::remove_all(folder); }

  static model::MakeCard a_card(std::string words) { return {{std::move(words), "en", {}}, {"identity", {0, 0}}}; }
  // Into the first phase in which people may make cards.
  static void enter_naming(station::Session& session) {
    for (const content::Phase& phase : session.pack().activity.phases) {
      if (!phase.rules.touch || !phase.rules.verbs.contains(model::Verb::name)) continue;
      ASSERT_TRUE(session.submit(model::EnterPhase{phase.id}, model::the_host));
      return;
    }
  }

  content::Pack pack;
  fs::path content, folder;
};

TEST_F(SessionTest, BeginsInTheFirstPhaseOfItsActivity) {
  const station::Session session(pack, station::seeded_sources(1));
  EXPECT_EQ(session.convening().activity.value->activity, "both-sides-of-the-line");
  EXPECT_EQ(session.phase().id, pack.activity.phases.front().id);
}

TEST_F(SessionTest, ComesBackAsItWasFromItsFile) {
  const fs::path file = folder / "a.greenline";
  std::uint64_t hash = 0;
  {
    auto session = station::Session::open(pack, station::seeded_sources(1), file, nullptr, nullptr);
    ASSERT_TRUE(session);
    enter_naming(*session);
    ASSERT_TRUE(session->submit(a_card("We were the school that kept every door open"), model::at_seat(1)));
    ASSERT_TRUE(session->flush());
    hash = state_hash(session->convening());
  }
  auto again = station::Session::open(pack, station::seeded_sources(2), file, nullptr, nullptr);
  ASSERT_TRUE(again);
  EXPECT_EQ(state_hash(again->convening()), hash);
  EXPECT_TRUE(again->rules().verbs.contains(model::Verb::name));
}

TEST_F(SessionTest, NamesEveryEventAsKeptOnceItIsDurable) {
  auto session = station::Session::open(pack, station::seeded_sources(1), folder / "b.greenline", nullptr, nullptr);
  ASSERT_TRUE(session);
  const auto cursor = session->join();
  enter_naming(*session);
  const auto made = session->submit(a_card("a harbour"), model::at_seat(1));
  ASSERT_TRUE(made);
  ASSERT_TRUE(session->flush());
  const auto kept = session->news(cursor).kept;
  EXPECT_NE(std::ranges::find(kept, made->id), kept.end());
  EXPECT_TRUE(session->news(cursor).kept.empty());
}

TEST_F(SessionTest, StampsLaterEventsLaterThoughTheClockIsSetBack) {
  std::int64_t now = 2'000'000'000'000;
  station::Session session(pack, {[&now] { return now; }, std::mt19937_64(1)});
  enter_naming(session);
  const auto first = session.submit(a_card("one"), model::at_seat(1));
  now -= 86'400'000;
  const auto second = session.submit(a_card("two"), model::at_seat(1));
  ASSERT_TRUE(first && second);
  EXPECT_LT(first->at, second->at);
}

TEST_F(SessionTest, StepsThroughThePhasesAndStopsAtBothEnds) {
  station::Session session(pack, station::seeded_sources(1));
  EXPECT_FALSE(session.step_phase(-1));
  for (std::size_t i = 1; i < pack.activity.phases.size(); ++i) EXPECT_TRUE(session.step_phase(+1));
  EXPECT_FALSE(session.step_phase(+1));
  EXPECT_EQ(session.phase().id, pack.activity.phases.back().id);
  EXPECT_TRUE(session.step_phase(-1));
}

TEST_F(SessionTest, AsksWhatWouldBeAllowedWithoutUsingAnythingUp) {
  std::int64_t asked = 0;
  station::Session session(pack, {[&asked] { return 1'000 + asked++; }, std::mt19937_64(1)});
  station::Session silent(pack, {[] { return std::int64_t{1'000}; }, std::mt19937_64(1)});
  enter_naming(session);
  enter_naming(silent);
  const std::int64_t before = asked;
  for (int i = 0; i < 100; ++i) {
    EXPECT_TRUE(session.check(a_card("a harbour"), model::at_seat(1)));
    EXPECT_FALSE(session.check(a_card(""), model::at_seat(1)));
  }
  EXPECT_EQ(asked, before) << "a question is no reason to look at the clock";
  const auto one = session.submit(a_card("a harbour"), model::at_seat(1));
  const auto again = silent.submit(a_card("a harbour"), model::at_seat(1));
  ASSERT_TRUE(one && again);
  // The random half of both identities: the same, since both have the same source and have used as much of it.
  EXPECT_TRUE(std::equal(one->id.bytes.begin() + 8, one->id.bytes.end(), again->id.bytes.begin() + 8));
}

TEST_F(SessionTest, CountsAndLogsWhatItRefuses) {
  std::vector<std::string> logged;
  const station::Ears ears{.log = [&](const std::string& line) { logged.push_back(line); }};
  station::Session session(pack, station::seeded_sources(1), station::Keeping(), {}, ears);
  enter_naming(session);
  EXPECT_FALSE(session.submit(a_card(" "), model::at_seat(1)));
  EXPECT_FALSE(session.submit(a_card(""), model::at_seat(1)));
  EXPECT_FALSE(session.submit(model::Gather{{}}, model::at_seat(1)));
  EXPECT_EQ(session.tally().refused.at(model::Refusal::nothing_said), 2U);
  EXPECT_EQ(logged.size(), 3U);
  EXPECT_THAT(logged.front(), testing::HasSubstr("nothing_said"));
  EXPECT_THAT(to_text(session.tally()), testing::HasSubstr("nothing_said 2"));
}

TEST_F(SessionTest, CountsWhatADamagedFileHeldAndNobodyCanKeep) {
  station::Session before(pack, station::seeded_sources(1));
  enter_naming(before);
  model::Event whole = *before.submit(a_card("a harbour"), model::at_seat(1));
  model::Event beyond = *before.submit(a_card("a bridge"), model::at_seat(1));
  std::get<model::CardMade>(beyond.body).saying.words.assign(model::max_words_bytes + 1, 'w');
  auto journal = journal::Journal::open(folder / "n.greenline", {});
  ASSERT_TRUE(journal);
  std::vector<std::string> logged;
  const station::Ears ears{.log = [&](const std::string& line) { logged.push_back(line); }};
  const station::Session session(pack, station::seeded_sources(2), std::move(*journal), {beyond, whole}, ears);
  EXPECT_EQ(session.tally().lost, 1U);
  EXPECT_EQ(session.convening().cards.size(), 1U) << "what follows what was lost is not lost with it";
  EXPECT_THAT(logged, testing::Contains(testing::HasSubstr("1 events")));
}

// More than the journal holds at once: nothing is dropped for its queue's sake.
TEST_F(SessionTest, CarriesOverMoreThanTheJournalsQueueHolds) {
  std::vector<model::Event> events;
  station::Session before(pack, station::seeded_sources(1));
  enter_naming(before);
  for (int i = 0; i < 50; ++i) events.push_back(*before.submit(a_card("card " + std::to_string(i)), model::at_seat(1)));
  auto journal = journal::Journal::open(folder / "m.greenline", {.queue_limit = 7});
  ASSERT_TRUE(journal);
  const station::Session session(pack, station::seeded_sources(2), std::move(*journal), events, {});
  EXPECT_EQ(session.tally().lost, 0U);
  EXPECT_EQ(session.convening().cards.size(), 50U);
}

// A machine's clocks, as a test sets them.
struct Clocks {
  std::int64_t wall_ms = 2'000'000'000'000;
  model::SteadyInstant steady{model::uuid_v7(1, 1, 1), 500'000};
  void pass(std::int64_t ms) {
    wall_ms += ms;
    steady.ms += ms;
  }
  [[nodiscard]] station::Sources sources() {
    return {[this] { return wall_ms; }, std::mt19937_64(1), [this] { return steady; }};
  }
};
constexpr std::int64_t minute_ms = 60'000, day_ms = 86'400'000;

TEST_F(SessionTest, TellsTheTimeOfAPhaseThoughTheWallClockIsSet) {
  Clocks clocks;
  station::Session session(pack, clocks.sources());
  ASSERT_TRUE(session.step_phase(+1));
  for (const std::int64_t jump : {day_ms, -3 * day_ms, std::int64_t{0}}) {
    const std::int64_t before = session.phase_age_ms();
    clocks.wall_ms += jump;
    EXPECT_EQ(session.phase_age_ms(), before) << "a clock that is set is not time";
    clocks.pass(minute_ms);
    EXPECT_EQ(session.phase_age_ms(), before + minute_ms) << "and time goes on after it";
  }
}

TEST_F(SessionTest, KnowsTheTimeOfAPhaseAfterARestartThoughTheWallClockWasSetBetween) {
  for (const std::int64_t jump : {std::int64_t{0}, day_ms, -day_ms}) {
    Clocks clocks;
    const fs::path file = folder / ("t" + std::to_string(jump) + ".greenline");
    const auto open = [&] {
      auto opened = station::Session::open(pack, clocks.sources(), file, nullptr, nullptr);
      EXPECT_TRUE(opened);
      return std::make_unique<station::Session>(std::move(*opened));
    };
    auto session = open();
    ASSERT_TRUE(session->step_phase(+1));
    clocks.pass(3 * minute_ms);
    ASSERT_TRUE(session->flush());
    session.reset();
    clocks.wall_ms += jump;
    clocks.pass(minute_ms);  // the program is started again
    session = open();
    EXPECT_EQ(session->phase_age_ms(), 4 * minute_ms) << jump;
    clocks.wall_ms -= 2 * jump;
    clocks.pass(minute_ms);
    EXPECT_EQ(session->phase_age_ms(), 5 * minute_ms) << jump;
  }
}

TEST_F(SessionTest, TakesAPhaseForAtLeastAsOldAsItsNewestEventWhenTheMachineItselfWasStartedAnew) {
  for (const std::int64_t jump : {std::int64_t{0}, -day_ms}) {
    Clocks clocks;
    const fs::path file = folder / ("u" + std::to_string(jump) + ".greenline");
    {
      auto session = station::Session::open(pack, clocks.sources(), file, nullptr, nullptr);
      ASSERT_TRUE(session);
      enter_naming(*session);
      clocks.pass(2 * minute_ms);
      ASSERT_TRUE(session->submit(a_card("a harbour"), model::at_seat(1)));
      ASSERT_TRUE(session->flush());
    }
    clocks.pass(minute_ms);
    clocks.wall_ms += jump;
    clocks.steady = {model::uuid_v7(2, 2, 2), 9'000};
    auto session = station::Session::open(pack, clocks.sources(), file, nullptr, nullptr);
    ASSERT_TRUE(session);
    const std::int64_t age = session->phase_age_ms();
    EXPECT_EQ(age, jump == 0 ? 3 * minute_ms : 2 * minute_ms);
    clocks.pass(minute_ms);
    EXPECT_EQ(session->phase_age_ms(), age + minute_ms) << "it does not freeze";
  }
}

TEST_F(SessionTest, IsNotOpenedOnAnotherActivitysCanvas) {
  auto ours = load_resources("finding-our-place", "dusk");
  ASSERT_TRUE(ours);
  const fs::path file = folder / "o.greenline";
  {
    auto session = station::Session::open(ours->pack, station::seeded_sources(1), file, nullptr, nullptr);
    ASSERT_TRUE(session && session->flush());
  }
  auto saved = station::Session::open_saved(pack, station::seeded_sources(1), file);
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->pack().canvas.id, ours->pack.canvas.id);
  auto opened = station::Session::open(pack, station::seeded_sources(1), file, nullptr, nullptr);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->pack().canvas.id, ours->pack.canvas.id);
}

TEST_F(SessionTest, CarriesWhatWasReadOfADamagedFileIntoANewOne) {
  station::Session before(pack, station::seeded_sources(1));
  auto phrases = simulate::load_phrases(content / "simulation" / "phrases.json", "en");
  ASSERT_TRUE(phrases);
  // The session's own beginning was told before anybody joined: a salvage may well lack it.
  const station::Feed::Cursor follower = before.join();
  ASSERT_TRUE(simulate::play(before, *phrases, {1, 20, ""}));
  const std::vector<model::Event> events = before.news(follower).happened;
  auto journal = journal::Journal::open(folder / "c (2).greenline", {});
  ASSERT_TRUE(journal);
  station::Session session(pack, station::seeded_sources(2), std::move(*journal), events, {});
  EXPECT_EQ(session.convening().cards, before.convening().cards);
  ASSERT_TRUE(session.flush());
}

TEST_F(SessionTest, ErasesWherePeopleStoodFromTheFileOnceTheActivityThatSaysSoIsClosed) {
  auto resources = load_resources("finding-our-place", "dusk");
  ASSERT_TRUE(resources);
  const fs::path file = folder / "d.greenline";
  model::CardId card;
  model::MarkerId marker;
  const auto bytes_of = [](const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  {
    auto session = station::Session::open(resources->pack, station::seeded_sources(1), file, nullptr, nullptr);
    ASSERT_TRUE(session);
    const auto made = session->submit(model::MakeCard{{"still messy", "en", {}}, {"practice", {}}}, model::at_seat(1));
    (void)session->submit(model::EnterPhase{"where-am-i"}, model::the_host);
    const auto set = session->submit(model::SetMarker{{"interest", {0.25F, 0.5F}}}, model::at_seat(1));
    ASSERT_TRUE(made && set && session->flush());
    card = std::get<model::CardMade>(made->body).card;
    marker = std::get<model::MarkerSet>(set->body).marker;
    EXPECT_FALSE(session->erase_what_is_not_kept()) << "not while the activity goes on";
    ASSERT_TRUE(session->submit(model::CloseActivity{}, model::the_host));
    EXPECT_TRUE(session->erase_what_is_not_kept());
    EXPECT_TRUE(session->convening().markers.empty());
  }
  const std::string_view id(reinterpret_cast<const char*>(marker.bytes.data()), marker.bytes.size());
  EXPECT_EQ(bytes_of(file).find(id), std::string::npos);
  auto again = station::Session::open(resources->pack, station::seeded_sources(2), file, nullptr, nullptr);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->closed()) << "a closed activity is not begun anew";
  EXPECT_TRUE(again->convening().markers.empty());
  EXPECT_EQ(again->convening().cards.count(card), 1U);
}

TEST_F(SessionTest, SavedConveningsAreOnlyRead) {
  EXPECT_FALSE(station::Session::open_saved(pack, station::seeded_sources(1), folder / "none.greenline"));
  EXPECT_FALSE(fs::exists(folder / "none.greenline"));
}

TEST_F(SessionTest, SimulatesTheSameConveningForTheSameSeed) {
  auto phrases = simulate::load_phrases(content / "simulation" / "phrases.json", "en");
  ASSERT_TRUE(phrases) << phrases.error();
  std::set<std::uint64_t> hashes;
  for (const unsigned seed : {7U, 7U, 8U}) {
    station::Session session(pack, station::seeded_sources(seed));
    ASSERT_TRUE(simulate::play(session, *phrases, {seed, 60, ""}));
    EXPECT_EQ(session.convening().cards.size(), 60U);
    EXPECT_FALSE(session.convening().threads.empty());
    hashes.insert(state_hash(session.convening()));
  }
  EXPECT_EQ(hashes.size(), 2U);
}

TEST_F(SessionTest, SimulatesEveryBuiltInActivityToItsEnd) {
  for (const std::string& name : content::activity_names(content)) {
    auto resources = load_resources(name, "dusk");
    ASSERT_TRUE(resources) << resources.error();
    auto phrases = simulate::load_phrases(content / "simulation" / "phrases.json", "fr");
    ASSERT_TRUE(phrases);
    station::Session session(resources->pack, station::seeded_sources(1));
    ASSERT_TRUE(simulate::play(session, *phrases, {1, 40, ""})) << name;
    // Where sentences of an earlier day lie, these come on top.
    const std::size_t cards = session.convening().cards.size();
    EXPECT_TRUE(resources->pack.activity.carries ? cards > 40 : cards == 40) << name << ' ' << cards;
    EXPECT_EQ(session.phase().id, resources->pack.activity.phases.back().id);
  }
}

TEST_F(SessionTest, SceneFilesAreRefusedWithThePlace) {
  const auto refused = [&](const char* text) {
    const fs::path file = folder / "scene.json";
    std::ofstream(file) << text;
    auto scene = bench::load_scene(file);
    return scene ? std::string() : scene.error();
  };
  EXPECT_THAT(refused(R"({"cards":[{"id":"a","x":1}]})"), testing::HasSubstr("/cards/0"));
  EXPECT_THAT(refused(R"({"cards":)"), testing::HasSubstr("parse error"));
  EXPECT_THAT(refused(R"([])"), testing::HasSubstr("/cards"));
  EXPECT_EQ(refused(R"({"cards":[{"id":"a","x":1,"y":2,"text":"t"}],"threads":[]})"), "");
}

}  // namespace
}  // namespace greenline::app
