// Going on with another activity, midway: whatever was made stays, and stands beside nobody else's cards as if it were theirs.
#include "station/move.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <stdexcept>

#include "content/waiting.h"
#include "content/what_changed.h"
#include "places.h"
#include "station/session.h"

namespace greenline::station {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const WaitingWords waiting_words{{{"en", "waits here"}}, {{"en", "From the open ground"}}};

content::Pack shipped(const std::string& name) {
  auto loaded = content::load_pack(name, source_folder() / "content");
  if (!loaded) throw std::runtime_error(name + " cannot be loaded");
  return *std::move(loaded);
}
const std::vector<content::Pack>& all_shipped() {
  static const std::vector<content::Pack> all = [] {
    std::vector<content::Pack> packs;
    for (const std::string& name : content::activity_names(source_folder() / "content")) packs.push_back(shipped(name));
    return packs;
  }();
  return all;
}

// Where people may do whatever they like.
content::Pack opened_wide(content::Pack pack) {
  using enum model::Verb;
  for (content::Phase& phase : pack.activity.phases)
    phase.rules = {.verbs = {name, place, move, connect, nourish, illuminate, veil, let_go, gather, mark},
                   .touch = true,
                   .sets_markers = false,
                   .veils_new_cards = false,
                   .protected_regions = {}};
  return pack;
}

// A convening in which people did this and that, the same for the same seed.
class SomebodyWasHere {
 public:
  SomebodyWasHere(const content::Pack& pack, std::uint32_t seed)
      : session(opened_wide(pack), seeded_sources(seed)), random_(seed) {
    for (const content::Region& region : pack.canvas.regions)
      if (is_shown(region, pack.activity)) regions_.push_back(region.id);
    regions_.emplace_back();  // the open ground
    for (int i = 0; i < 30; ++i) act();
    const auto& phases = pack.activity.phases;
    (void)session.submit(model::EnterPhase{phases[random_() % phases.size()].id}, model::the_host);
  }
  Session session;

 private:
  void does(const model::Request& request) {
    const auto done = session.submit(request, model::at_seat(1));
    if (!done) return;
    if (const auto* made = std::get_if<model::CardMade>(&done->body)) cards_.push_back(made->card);
  }
  [[nodiscard]] const std::string& a_region() { return regions_[random_() % regions_.size()]; }
  [[nodiscard]] model::Place a_place() {
    std::uniform_real_distribution<float> anywhere(-0.8F, 0.8F);
    return {a_region(), {anywhere(random_), anywhere(random_)}};
  }
  [[nodiscard]] model::CardId a_card() { return cards_[random_() % cards_.size()]; }
  [[nodiscard]] model::ThreadEnd an_end() {
    const std::string region = a_region();
    return random_() % 4 == 0 && !region.empty() ? model::ThreadEnd{model::RegionEnd{region}} : model::ThreadEnd{a_card()};
  }
  void act() {
    if (cards_.size() < 3 || random_() % 3 == 0)
      return does(model::MakeCard{{"words " + std::to_string(random_() % 100), "en", {}}, a_place()});
    switch (random_() % 8) {
      case 0: return does(model::DrawThread{an_end(), an_end()});
      case 1: return does(model::SetMarker{a_place()});
      case 2: return does(model::VeilCard{a_card()});
      case 3: return does(model::LetGoCard{a_card(), "thanks", "en"});
      case 4: return does(model::Nourish{a_card(), model::NourishKind::offer, {"half an hour", "en", {}}});
      case 5: return does(model::MoveCard{a_card(), a_place()});
      case 6: return does(model::TakeBackCard{a_card()});
      default: return does(model::Gather{{a_card(), a_card()}});
    }
  }
  std::mt19937 random_;
  std::vector<std::string> regions_;
  std::vector<model::CardId> cards_;
};

// All but where things lie, and what the host did.
model::Convening without_places(model::Convening convening) {
  for (auto& [id, card] : convening.cards) card.place = {};
  for (auto& [id, marker] : convening.markers) marker.place = {};
  convening.activity = {};
  convening.phase = {};
  convening.applied.clear();
  convening.latest = {};
  return convening;
}

std::string label_in(const content::Canvas& canvas, const std::string& region) {
  const content::Region* found = find_region(canvas, region);
  return found == nullptr ? std::string() : std::string(content::in_language(found->label, "en"));
}

void expect_at_home(const model::Place& was, const model::Place& is, const content::Pack& before, const content::Pack& after) {
  EXPECT_EQ(was.at, is.at) << "its place in its region";
  if (was.region.empty() && is.region.empty()) {
    EXPECT_EQ(before.canvas.id, after.canvas.id) << "open ground of another canvas";
    return;
  }
  const content::Region* region = find_region(after.canvas, is.region);
  ASSERT_NE(region, nullptr) << is.region;
  EXPECT_TRUE(is_shown(*region, after.activity)) << is.region;
  const std::string name = was.region.empty() ? "From the open ground" : label_in(before.canvas, was.region);
  EXPECT_EQ(label_in(after.canvas, is.region), name) << "beside others as if they were its own";
}

TEST(Move, LeavesEveryCardWithItsOwnBetweenAnyTwoShippedActivities) {
  std::uint32_t seed = 0;
  for (const content::Pack& from : all_shipped())
    for (const content::Pack& to : all_shipped()) {
      SCOPED_TRACE(from.activity.id + " to " + to.activity.id);
      Session session = std::move(SomebodyWasHere(from, ++seed).session);
      const model::Convening before = session.convening();
      const auto move = plan_move(before, from, to, {}, waiting_words);
      ASSERT_TRUE(move) << to_text(move.error().front());
      ASSERT_TRUE(session.go_on_with(*move));
      const model::Convening& after = session.convening();
      EXPECT_EQ(session.pack().activity.id, to.activity.id);
      EXPECT_EQ(without_places(before), without_places(after)) << "nothing but places changes";
      for (const model::EventId& event : before.applied) EXPECT_TRUE(after.applied.contains(event)) << "nothing is erased";
      for (const auto& [id, card] : before.cards)
        if (present(card)) expect_at_home(card.place.value, after.cards.at(id).place.value, from, session.pack());
      for (const auto& [id, marker] : before.markers)
        if (present(marker)) expect_at_home(marker.place.value, after.markers.at(id).place.value, from, session.pack());
      EXPECT_NE(find_phase(session.pack().activity, after.phase.value), nullptr);
      std::size_t told = 0, cards = 0;
      for (const Goes& one : move->goes) told += one.cards;
      for (const auto& [id, card] : before.cards) cards += present(card) ? 1 : 0;
      EXPECT_EQ(told, cards) << "what was said beforehand";
    }
}

TEST(Move, ThereAndBackPutsEveryRegionsCardsWhereTheyWere) {
  const content::Pack circles = shipped("both-sides-of-the-line");
  for (const content::Pack& other : all_shipped()) {
    if (other.canvas.id == circles.canvas.id) continue;
    SCOPED_TRACE(other.activity.id);
    Session session = std::move(SomebodyWasHere(circles, 5).session);
    const model::Convening before = session.convening();
    const auto there = plan_move(session.convening(), circles, other, {}, waiting_words);
    ASSERT_TRUE(there && session.go_on_with(*there));
    const auto back =
        plan_move(session.convening(), session.pack(), circles, {{"waiting-ground", to_the_ground}}, waiting_words);
    ASSERT_TRUE(back && session.go_on_with(*back));
    EXPECT_TRUE(content::same_pack(session.pack(), circles)) << "no place waits any more";
    for (const auto& [id, card] : before.cards)
      if (present(card)) {
        EXPECT_EQ(session.convening().cards.at(id).place.value, card.place.value);
      }
  }
}

content::Pack with_canvas(content::Pack pack, const std::string& from, const std::string& to) {
  for (std::size_t at = pack.canvas_text.find(from); at != std::string::npos; at = pack.canvas_text.find(from, at + to.size()))
    pack.canvas_text.replace(at, from.size(), to);
  auto made = content::pack_from_texts(pack.activity_text, pack.canvas_text, "changed.json");
  EXPECT_TRUE(made);
  return made ? *std::move(made) : pack;
}

class MoveToANewerVersion : public testing::Test {
 protected:
  MoveToANewerVersion() {
    for (const char* region : {"learners", "adults"}) {
      const auto made = session.submit(model::MakeCard{{region, "en", {}}, {region, {0.1F, 0.2F}}}, model::at_seat(1));
      EXPECT_TRUE(made);
    }
  }
  Move planned(const content::Pack& to, const Sent& sent = {}) {
    auto plan = plan_move(session.convening(), mirror, to, sent, waiting_words);
    EXPECT_TRUE(plan);
    return plan ? *std::move(plan) : Move{};
  }
  content::Pack mirror = opened_wide(shipped("the-mirror"));
  Session session{mirror, seeded_sources(1)};
};

TEST_F(MoveToANewerVersion, SaysWhatIsCalledOtherwiseNow) {
  const content::Pack newer = with_canvas(mirror, "\"Ourselves\"", "\"Us\"");
  const content::Pack other_fr = with_canvas(newer, "\"Nous-mêmes\"", "\"Nous\"");
  const Move move = planned(with_canvas(other_fr, "\"Personas adultas\"", "\"Adultos\""));
  ASSERT_EQ(move.goes.size(), 2U);
  EXPECT_EQ(move.goes[0].how, Goes::How::stays);
  EXPECT_EQ(move.goes[1].how, Goes::How::renamed);
  EXPECT_EQ(content::in_language(move.goes[1].to_name, "en"), "Us");
}

TEST_F(MoveToANewerVersion, LetsTheCardsOfARegionThatIsGoneWaitAtTheSideUntilSomebodySaysWhere) {
  content::Pack newer = mirror;
  newer.activity_text.replace(newer.activity_text.find("\"adults\": {"), 8, "\"grown-ups\"");
  while (newer.activity_text.find("\"adults\": {") != std::string::npos)
    newer.activity_text.replace(newer.activity_text.find("\"adults\": {"), 8, "\"grown-ups\"");
  newer = with_canvas(newer, "\"adults\"", "\"grown-ups\"");
  const Move move = planned(newer);
  ASSERT_EQ(move.goes.size(), 2U);
  EXPECT_EQ(move.goes[1].how, Goes::How::waits);
  EXPECT_EQ(move.goes[1].to, "adults");
  for (std::size_t i = 0; i < move.pack.canvas.layouts.size(); ++i) {
    const content::Layout &layout = move.pack.canvas.layouts[i], &own = newer.canvas.layouts[i];
    const auto place = std::ranges::find(layout.regions, "adults", &content::PlacedRegion::region);
    ASSERT_NE(place, layout.regions.end());
    const geometry::Box& box = place->area.bounds();
    EXPECT_TRUE(box.x1 < -own.width / 2 || box.x0 > own.width / 2 || box.y1 < -own.height / 2 || box.y0 > own.height / 2)
        << "on ground of its own";
  }
  ASSERT_TRUE(session.go_on_with(move));
  EXPECT_THAT(content::waiting_places_in(session.pack(), newer).value_or(std::vector<content::Region>()), testing::SizeIs(1));
  const auto settled = plan_move(session.convening(), session.pack(), newer, {{"adults", "grown-ups"}}, waiting_words);
  ASSERT_TRUE(settled && session.go_on_with(*settled));
  EXPECT_TRUE(content::same_pack(session.pack(), newer));
  for (const auto& [id, card] : session.convening().cards)
    if (card.saying.value.words == "adults") {
      EXPECT_EQ(card.place.value.region, "grown-ups");
    }
}

TEST_F(MoveToANewerVersion, ThatHasNoLongerThePresentPhaseBeginsWithItsFirstAndSaysSo) {
  ASSERT_TRUE(session.submit(model::EnterPhase{"fold"}, model::the_host));
  content::Pack newer = mirror;
  newer.activity_text.replace(newer.activity_text.find("\"id\": \"fold\""), 12, "\"id\": \"bend\"");
  const Move move = planned(with_canvas(newer, "#", "#"));
  EXPECT_EQ(move.phase_gone, "fold");
  EXPECT_EQ(move.enter_phase, "remember");
}

TEST_F(MoveToANewerVersion, KeepsThePresentPhaseWhereItHasThat) {
  ASSERT_TRUE(session.submit(model::EnterPhase{"fold"}, model::the_host));
  const Move move = planned(with_canvas(mirror, "\"Ourselves\"", "\"Us\""));
  EXPECT_EQ(move.phase_gone, "");
  EXPECT_EQ(move.enter_phase, "");
}

// Three of the activities that are built in have a phase "look", each at another time.
TEST(Move, ToAnotherActivityBeginsWithItsFirstPhaseThoughOneIsCalledLikeThePresentOne) {
  const content::Pack from = shipped("both-sides-of-the-line"), to = shipped("finding-our-place");
  Session session(from, seeded_sources(1));
  ASSERT_TRUE(session.submit(model::EnterPhase{"look"}, model::the_host));
  ASSERT_NE(find_phase(to.activity, "look"), nullptr);
  const auto move = plan_move(session.convening(), from, to, {}, waiting_words);
  ASSERT_TRUE(move);
  EXPECT_EQ(move->enter_phase, to.activity.phases.front().id);
  EXPECT_EQ(move->phase_gone, "");
  ASSERT_TRUE(session.go_on_with(*move));
  EXPECT_EQ(session.convening().phase.value, to.activity.phases.front().id);
}

TEST(Move, KeepsAPlaceForWhatIsHalfWrittenWhereNothingElseIs) {
  const content::Pack circles = shipped("both-sides-of-the-line"), rings = shipped("finding-our-place");
  const Session session(circles, seeded_sources(1));
  const auto nothing = plan_move(session.convening(), circles, rings, {}, waiting_words);
  ASSERT_TRUE(nothing);
  EXPECT_THAT(nothing->goes, IsEmpty());
  const Begun begun{{{"identity", 2}, {"", 1}}, {{"process", 1}}};
  const auto move = plan_move(session.convening(), circles, rings, {}, waiting_words, begun);
  ASSERT_TRUE(move);
  ASSERT_EQ(move->goes.size(), 3U);
  EXPECT_EQ(move->goes[0].from, "process");
  EXPECT_EQ(move->goes[0].beside, 1U);
  EXPECT_EQ(move->goes[1].from, "identity");
  EXPECT_EQ(move->goes[1].begun, 2U);
  EXPECT_EQ(move->goes[2].to_name, waiting_words.ground);
  for (const Goes& one : move->goes) {
    EXPECT_EQ(one.how, Goes::How::waits);
    EXPECT_NE(find_region(move->pack.canvas, one.to), nullptr) << one.to;
  }
}

// Two canvases may use one id for places that have nothing to do with each other.
TEST_F(MoveToANewerVersion, SaysWhichOtherPlaceOfTheSameIdHasWhatIsAtTheRegionItself) {
  content::Pack other = with_canvas(mirror, "\"Ourselves\"", "\"Somewhere else\"");
  other = with_canvas(with_canvas(other, "\"Nous-mêmes\"", "\"Ailleurs\""), "\"Personas adultas\"", "\"En otra parte\"");
  other.activity_text.replace(other.activity_text.find("\"mirror-symmetry\""), 17, "\"another\"");
  other = with_canvas(other, "\"id\": \"mirror-symmetry\"", "\"id\": \"another\"");
  model::CardId card;
  for (const auto& [id, one] : session.convening().cards)
    if (one.place.value.region == "learners") card = id;
  ASSERT_TRUE(session.submit(model::DrawThread{card, model::RegionEnd{"adults"}}, model::at_seat(1)));
  const Move move = planned(other);
  ASSERT_EQ(move.goes.size(), 2U);
  EXPECT_TRUE(move.goes[0].beside_at.empty());
  EXPECT_EQ(move.goes[1].how, Goes::How::waits);
  EXPECT_EQ(move.goes[1].to, "waiting-adults");
  EXPECT_EQ(content::in_language(move.goes[1].beside_at, "en"), "Somewhere else");
}

}  // namespace
}  // namespace greenline::station
