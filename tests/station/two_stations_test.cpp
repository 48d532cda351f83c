// Two stations that tell each other what happened hold the same convening, in whatever order they hear of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "journal/folder.h"
#include "model/property.h"
#include "places.h"
#include "station/session.h"

namespace greenline::station {
namespace {

using model::Actor;

const content::Pack& the_pack() {
  static const content::Pack pack = [] {
    auto loaded = content::load_pack("both-sides-of-the-line", source_folder() / "content");
    if (!loaded) throw std::runtime_error("the activity cannot be loaded");
    for (content::Phase& phase : loaded->activity.phases) {
      using enum model::Verb;
      phase.rules = {.verbs = {name, place, move, connect, nourish, illuminate, veil, let_go, gather, mark},
                     .touch = true,
                     .sets_markers = false,
                     .veils_new_cards = false,
                     .protected_regions = {}};
    }
    return *std::move(loaded);
  }();
  return pack;
}

// What both begin with.
std::vector<model::Event> beginning() {
  const content::Pack& pack = the_pack();
  const auto event = [](std::uint64_t number, model::EventBody body) {
    return model::Event{
        {model::uuid_v7(1000, 1, number)}, {1000, static_cast<std::uint32_t>(number), {}}, std::move(body), model::the_program};
  };
  return {event(1, model::ActivityOpened{pack.activity.id, pack.canvas.id, pack.activity_text, pack.canvas_text}),
          event(2, model::PhaseEntered{pack.activity.phases.front().id})};
}

struct Station {
  Session session;
  Feed::Cursor cursor;
  std::vector<model::Event> told = {};  // what happened here, its own and others'
  std::vector<model::CardId> cards = {};

  explicit Station(std::uint64_t seed)
      : session(the_pack(), seeded_sources(seed), Keeping(), beginning(), {}), cursor(session.join()) {}
  void listen() {
    for (model::Event& event : session.news(cursor).happened) {
      if (const auto* made = std::get_if<model::CardMade>(&event.body)) cards.push_back(made->card);
      told.push_back(std::move(event));
    }
  }
  // Something that people or the host do here.
  void act(std::uint8_t what) {
    const model::CardId card = cards.empty() ? model::CardId{} : cards[what / 12U % cards.size()];
    const Actor people = model::at_seat(what % 3U);
    const auto& phases = the_pack().activity.phases;
    switch (what % 12) {
      case 0: (void)session.submit(model::LetGoCard{card, "thanks " + std::to_string(what)}, people); break;
      case 1: (void)session.submit(model::MarkCard{card}, people); break;
      case 2: (void)session.submit(model::LightCard{card, "why"}, people); break;
      case 3: (void)session.submit(model::VeilCard{card}, people); break;
      case 4: (void)session.submit(model::LiftVeil{card}, model::the_host); break;
      case 5: (void)session.submit(model::TakeBackCard{card}, people); break;
      case 6: (void)session.submit(model::MoveCard{card, {"courage", {0.5F, 0.25F}}}, people); break;
      case 7: (void)session.submit(model::DrawThread{card, cards.empty() ? card : cards.front()}, people); break;
      case 8: (void)session.submit(model::RestWall{what % 24 < 12}, model::the_host); break;
      case 9: (void)session.submit(model::EnterPhase{phases[what % phases.size()].id}, model::the_host); break;
      default: (void)session.submit(model::MakeCard{{"a harbour", "en", {}}, {"identity", {0, 0}}}, people);
    }
    listen();
  }
  // Hears what another knows, in any order, and some of it twice.
  void hear(const Station& other, std::mt19937_64& random) {
    std::vector<model::Event> events = other.told;
    for (std::size_t i = 0, count = events.size(); i < count; i += 3) events.push_back(events[i]);
    std::ranges::shuffle(events, random);
    for (const model::Event& event : events) ASSERT_NE(session.ingest(event), Session::Ingested::cannot_keep);
    listen();
  }
};

TEST(TwoStations, HoldTheSameConveningInWhateverOrderTheyHearOfIt) {
  test::holds_always([](const std::vector<std::uint8_t>& acts, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    Station here(1), there(2);
    for (const std::uint8_t act : acts) {
      (act % 2 == 0 ? here : there).act(act / 2U);
      if (act % 7 == 0) here.hear(there, random);
    }
    there.hear(here, random);
    here.hear(there, random);
    RC_ASSERT(here.session.convening() == there.session.convening());
    RC_ASSERT(state_hash(here.session.convening()) == state_hash(there.session.convening()));
    RC_ASSERT(here.told.size() == there.told.size());
  });
}

TEST(TwoStations, KeepWhatTheyHearOfOnceAndKnowWhoDidIt) {
  const journal::Folder folder;
  Station other(3);
  other.act(11);
  ASSERT_EQ(other.told.size(), 1U);
  const model::Event& made = other.told.front();
  std::uint64_t hash = 0;
  {
    auto session = Session::open(the_pack(), seeded_sources(4), folder / "room.greenline", nullptr, nullptr);
    ASSERT_TRUE(session);
    const Feed::Cursor cursor = session->join();
    EXPECT_EQ(session->ingest(made), Session::Ingested::taken);
    EXPECT_EQ(session->ingest(made), Session::Ingested::known);
    EXPECT_EQ(session->news(cursor).happened.size(), 1U) << "told once";
    ASSERT_TRUE(session->flush());
    hash = state_hash(session->convening());
  }
  const auto journal = journal::Journal::open(folder / "room.greenline", {});
  ASSERT_TRUE(journal);
  const auto events = journal->read_all();
  ASSERT_TRUE(events);
  ASSERT_EQ(std::ranges::count(*events, made.id, &model::Event::id), 1);
  const auto kept = std::ranges::find(*events, made.id, &model::Event::id);
  EXPECT_EQ(*kept, made);
  EXPECT_EQ(kept->by.role, model::Role::seat);
  EXPECT_EQ(kept->by.station, kept->at.station) << "of the station where it was done";
  model::Convening again;
  for (const model::Event& event : *events) apply(again, event);
  EXPECT_EQ(state_hash(again), hash);
}

TEST(TwoStations, OfAnActivityThatKeepsNoSignsForgetAlsoThoseThatCameLate) {
  auto pack = content::load_pack("finding-our-place", source_folder() / "content");
  ASSERT_TRUE(pack);
  Session session(*pack, seeded_sources(1));
  const model::Event late{{model::uuid_v7(5000, 1, 1)},
                          {5000, 0, {}},
                          model::MarkerSet{{model::uuid_v7(5000, 1, 2)}, {"practice", {0, 0}}, {}},
                          model::at_seat(1)};
  ASSERT_TRUE(session.submit(model::CloseActivity{}, model::the_host));
  EXPECT_EQ(session.ingest(late), Session::Ingested::taken);
  EXPECT_TRUE(session.convening().markers.empty());
}

}  // namespace
}  // namespace greenline::station
