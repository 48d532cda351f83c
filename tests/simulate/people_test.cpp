// Simulated people do what each activity asks, so that staff who rehearse one see it as a room would fill it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "content/load.h"
#include "places.h"
#include "simulate/simulation.h"

namespace greenline::simulate {
namespace {

constexpr int cards_in_all = 40;

class SimulatedPeople : public testing::Test {
 protected:
  // Plays it in English, up to what is done in the phase.
  const model::Convening& play(const std::string& activity, const std::string& until = "") {
    auto pack = content::load_pack(activity, source_folder() / "content");
    if (!pack) throw std::runtime_error(activity);
    tongues = load_phrases(source_folder() / "content/simulation/phrases.json", "en").value();
    session = std::make_unique<station::Session>(*std::move(pack), station::seeded_sources(3));
    if (auto played = simulate::play(*session, tongues, {3, cards_in_all, until}); !played)
      throw std::runtime_error(played.error());
    return session->convening();
  }
  [[nodiscard]] std::map<std::string, int> cards_by_region() const {
    std::map<std::string, int> count;
    for (const auto& [id, card] : session->convening().cards) ++count[card.place.value.region];
    return count;
  }

  Tongues tongues;
  std::unique_ptr<station::Session> session;
};

TEST_F(SimulatedPeople, SayWhatTheActivityAsksForInPlaceOfWhatTheRegionDoes) {
  for (const char* name : {"arrivals", "coalescing", "pausure"}) {
    play(name);
    const std::vector<std::string>& known = tongues.front().phrases.at(std::string(name) + "/field");
    for (const auto& [id, card] : session->convening().cards) {
      const std::string& words = card.saying.value.words;
      EXPECT_TRUE(words.empty() || std::ranges::find(known, words) != known.end()) << name << ": " << words;
    }
  }
}

TEST_F(SimulatedPeople, FindWhatAnEarlierDayHadSaidWhereTheActivityCarriesSome) {
  play("carried-over", "read");
  EXPECT_EQ(cards_by_region()["before"], 8);
  for (const auto& [id, card] : session->convening().cards) EXPECT_FALSE(card.veiled.value);
}

TEST_F(SimulatedPeople, FillTheMorningBeforeTheyGoToTheAfternoon) {
  play("agenda-wall", "bring-it");
  EXPECT_EQ(session->tally().refused.count(model::Refusal::shut), 0U);
  EXPECT_GT(cards_by_region()["afternoon-late"], 0);
}

TEST_F(SimulatedPeople, WriteWhereThePhaseAsksThem) {
  play("what-this-plan-rests-on", "put-the-plan-up");
  for (const char* below : {"relationships", "information", "identity"}) EXPECT_EQ(cards_by_region()[below], 0) << below;
  for (const char* above : {"structure", "process", "pattern"}) EXPECT_GT(cards_by_region()[above], 0) << above;
}

TEST_F(SimulatedPeople, WriteOneCardInACircle) {
  EXPECT_EQ(play("six-circle-consultancy", "dilemma").cards.size(), 1U);
  EXPECT_EQ(play("six-circle-consultancy").cards.size(), static_cast<std::size_t>(cards_in_all));
}

TEST_F(SimulatedPeople, JoinCardsOnACanvasOfOneRegion) {
  EXPECT_FALSE(play("name-connect-nourish-illuminate").threads.empty());
}

TEST_F(SimulatedPeople, AnswerCardsOnTheirReflections) {
  const model::Convening& convening = play("the-mirror");
  int twins = 0;
  for (const auto& [id, card] : convening.cards)
    for (const auto& [other_id, other] : convening.cards)
      twins += card.place.value.region == "learners" && other.place.value.region == "adults" &&
               std::abs(card.place.value.at.x + other.place.value.at.x) < 1e-6F &&
               std::abs(card.place.value.at.y - other.place.value.at.y) < 1e-6F;
  EXPECT_GT(twins, 4);
}

TEST_F(SimulatedPeople, FillASurroundingRegionBetweenTheOthersAndItsEdge) {
  play("wider-ring", "name-the-weather");
  const content::Pack& pack = session->pack();
  const content::Layout& layout = content::layout_for(pack.canvas, pack.activity.layout, 16, 9);
  const auto outer = std::ranges::find(layout.regions, "outer", &content::PlacedRegion::region);
  const content::Extent extent = content::extent_of(outer->area);
  for (const auto& [id, card] : session->convening().cards) {
    const model::LocalPoint at = card.place.value.at;
    ASSERT_EQ(card.place.value.region, "outer");
    const model::CanvasPoint there{extent.centre.x + at.x * extent.half_width, extent.centre.y + at.y * extent.half_height};
    const auto has = [&](const content::PlacedRegion& region) { return content::contains(region.area, there); };
    EXPECT_EQ(std::ranges::count_if(layout.regions, has), 1);
  }
}

}  // namespace
}  // namespace greenline::simulate
