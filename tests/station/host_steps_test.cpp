// A host's undo: the newest of the host's own steps, and nobody else's.
#include "station/host_steps.h"

#include <gtest/gtest.h>

#include <random>

#include "station/session.h"

namespace greenline::station {
namespace {

using namespace model;

content::Pack a_pack() {
  content::Pack pack;
  pack.activity.id = "walk";
  for (const char* id : {"gather", "write", "read"}) {
    content::Phase phase;
    phase.id = id;
    phase.minutes = 10;
    phase.rules.verbs = {Verb::name, Verb::place, Verb::move, Verb::veil};
    pack.activity.phases.push_back(std::move(phase));
  }
  return pack;
}

class HostsSteps : public testing::Test {
 protected:
  void may(const Request& request) { ASSERT_TRUE(session.submit(request, the_host)) << about(request).name; }
  CardId card(const std::string& words) {
    const auto made = session.submit(MakeCard{{words, "en", {}}, {"people", {}}}, at_seat(1));
    return std::get<CardMade>(made->body).card;
  }
  [[nodiscard]] std::string_view last() const {
    const HostSteps::Step* step = session.last_step();
    return step == nullptr ? "" : about(step->was).name;
  }

  Session session{a_pack(), seeded_sources(3)};
};

TEST_F(HostsSteps, AreUndoneTheNewestFirst) {
  EXPECT_EQ(last(), "") << "what a convening begins with is no step of the host's";
  may(EnterPhase{"write"});
  may(GiveTime{15});
  may(RestWall{true});
  EXPECT_EQ(last(), "rest_wall");
  EXPECT_TRUE(session.undo_last_step());
  EXPECT_FALSE(session.convening().resting.value);
  EXPECT_EQ(last(), "give_time");
  EXPECT_TRUE(session.undo_last_step());
  EXPECT_EQ(session.phase_minutes(), 10U);
  EXPECT_TRUE(session.undo_last_step());
  EXPECT_EQ(session.phase().id, "gather");
  EXPECT_EQ(last(), "");
  EXPECT_FALSE(session.undo_last_step());
}

TEST_F(HostsSteps, ThatSomethingElseHasUndoneAreSkipped) {
  const CardId one = card("we ask");
  may(RestWall{true});
  may(RestWall{false});
  may(VeilCard{one});
  ASSERT_TRUE(session.submit(LiftVeil{one}, at_seat(2)));
  EXPECT_EQ(last(), "rest_wall");
}

TEST_F(HostsSteps, OfAPhasesTimeEndWithThePhase) {
  may(GiveTime{15});
  may(EnterPhase{"write"});
  EXPECT_TRUE(session.undo_last_step());
  EXPECT_EQ(last(), "") << "the time was of the visit before";
}

TEST_F(HostsSteps, EndAtWhatTheRoomHasRead) {
  may(HoldCards{true});
  (void)card("we ask");
  may(RevealCards{});
  EXPECT_EQ(last(), "");
}

TEST_F(HostsSteps, AreNotForgottenByOnesThatAreRefused) {
  may(RestWall{true});
  EXPECT_FALSE(session.submit(RestWall{true}, the_host));
  EXPECT_EQ(last(), "rest_wall");
}

TEST_F(HostsSteps, AreFewerThanSixtyFive) {
  for (std::uint32_t minutes = 1; minutes <= 100; ++minutes) may(GiveTime{minutes});
  std::size_t undone = 0;
  while (session.undo_last_step()) ++undone;
  EXPECT_EQ(undone, HostSteps::most);
}

// Ten thousand steps of a host, of people and of undoing, at random: what people made is there and says what it said, whatever
// is undone; and undoing all brings every card back that the host had set aside.
TEST_F(HostsSteps, NeverTouchWhatPeopleMade) {
  std::mt19937_64 random(11);
  std::vector<std::pair<CardId, std::string>> made;
  for (int i = 0; i < 10'000; ++i) {
    const auto any = [&]() -> CardId { return made.empty() ? CardId{} : made[random() % made.size()].first; };
    switch (random() % 9) {
      case 0:
        if (session.convening().resting.value || made.size() >= 300) break;
        if (const auto event = session.submit(MakeCard{{"card " + std::to_string(i), "en", {}}, {"people", {}}}, at_seat(1)))
          made.emplace_back(std::get<CardMade>(event->body).card, "card " + std::to_string(i));
        break;
      case 1: (void)session.submit(SetCardAside{any()}, the_host); break;
      case 2: (void)session.submit(BringCardBack{any()}, the_host); break;
      case 3: (void)session.submit(VeilCard{any()}, the_host); break;
      case 4: (void)session.step_phase(random() % 2 == 0 ? 1 : -1); break;
      case 5: (void)session.submit(RestWall{random() % 2 == 0}, the_host); break;
      case 6: (void)session.submit(GiveTime{static_cast<std::uint32_t>(random() % 60)}, the_host); break;
      default: (void)session.undo_last_step();
    }
  }
  ASSERT_GT(made.size(), 100U);
  for (const auto& [id, words] : made) {
    const Card& card = session.convening().cards.at(id);
    EXPECT_FALSE(card.taken_back);
    EXPECT_EQ(card.saying.value.words, words);
    if (!present(card)) {
      EXPECT_TRUE(session.submit(BringCardBack{id}, the_host));
    }
    EXPECT_TRUE(present(card));
  }
}

}  // namespace
}  // namespace greenline::station
