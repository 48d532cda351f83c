// The wall as its people use it: touches in, convening out. No window; the very same wall as the room's.
#include "interact/wall.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <variant>
#include <vector>

#include "interact/on_a_wall.h"
#include "thorough.h"

namespace greenline::interact {
namespace {

using model::PixelPoint;

TEST_F(WallTest, ATouchedCircleOpensAComposerAndWhatIsWrittenThereIsPlacedWhereTheTouchWas) {
  open("both-sides-of-the-line", "name");
  const PixelPoint at = in("structure", 0, -0.2F);
  hand->tap(at);
  ASSERT_NE(hand->seat(), 0);
  ASSERT_TRUE(hand->write("two keys"));
  ASSERT_TRUE(hand->tap_control("place"));
  ASSERT_EQ(session->convening().cards.size(), 1U);
  const model::Card& card = session->convening().cards.begin()->second;
  EXPECT_EQ(card.saying.value.words, "two keys");
  EXPECT_EQ(card.place.value.region, "structure");
  EXPECT_NEAR(centre(card.id).x, at.x, 4);
  EXPECT_EQ(hand->seat(), 0) << "the seat makes way";
}

TEST_F(WallTest, OnATableASeatIsTurnedToTheSideThatWasTouchedAndCardsFlyOutOfIt) {
  open("both-sides-of-the-line", "name", {.still = true, .table = true});
  const PixelPoint at = in("structure", 0, -0.2F);
  ASSERT_LT(at.y, 540) << "the circle lies in the upper half";
  hand->tap(at);
  ASSERT_NE(hand->seat(), 0);
  ui::Seats& seats = offscreen->wall().seats();
  EXPECT_LT(seats.control(hand->seat(), "place")->centre().y, seats.control(hand->seat(), "leave")->centre().y);
  ASSERT_TRUE(hand->write("two keys"));
  ASSERT_TRUE(hand->tap_control("place"));
  ASSERT_EQ(session->convening().cards.size(), 1U);
  EXPECT_EQ(session->convening().cards.begin()->second.saying.value.words, "two keys");
}

TEST_F(WallTest, ThePhaseThatLooksOpensNoSeatAndSaysWhy) {
  open("both-sides-of-the-line", "look");
  hand->tap(in("structure"));
  EXPECT_EQ(hand->seat(), 0);
  EXPECT_FALSE(offscreen->wall().atmosphere().notices.empty());
}

TEST_F(WallTest, AReasonIsGoneAfterThreeSeconds) {
  open("both-sides-of-the-line", "look");
  hand->tap(in("structure"));
  hand->frames(60 * 4);
  EXPECT_TRUE(offscreen->wall().atmosphere().notices.empty());
}

TEST_F(WallTest, ACardIsCarriedToAnotherCircle) {
  open("both-sides-of-the-line", "name");
  const model::CardId card = a_card("structure", "bells");
  hand->drag(centre(card), in("identity", 0, -0.2F));
  EXPECT_EQ(session->convening().cards.at(card).place.value.region, "identity");
}

TEST_F(WallTest, ABrushOfASleeveMovesNothing) {
  open("both-sides-of-the-line", "name");
  const model::CardId card = a_card("structure", "bells");
  const model::Place before = session->convening().cards.at(card).place.value;
  const PixelPoint at = centre(card);
  hand->drag(at, at + PixelPoint{5 * 3.78F, 0});  // five millimetres: under the threshold of six
  EXPECT_EQ(session->convening().cards.at(card).place.value, before);
}

TEST_F(WallTest, ACardTouchedIsReadAndItsMakerMayTakeItBack) {
  open("both-sides-of-the-line", "name");
  const model::CardId card = a_card("structure", "bells");
  hand->tap(centre(card));
  ASSERT_NE(hand->seat(), 0);
  EXPECT_EQ(offscreen->wall().seats().reading(hand->seat()), card);
  ASSERT_TRUE(hand->tap_control("take_back"));
  EXPECT_TRUE(session->convening().cards.at(card).taken_back);
  EXPECT_EQ(offscreen->wall().scene().card(card), nullptr);
}

TEST_F(WallTest, ACardOfAnEarlierPhaseIsNotTakenBack) {
  open("both-sides-of-the-line", "name");
  const model::CardId card = a_card("structure", "bells");
  enter("across");
  hand->tap(centre(card));
  EXPECT_FALSE(hand->tap_control("take_back"));
}

TEST_F(WallTest, AThreadIsPulledFromAReadCardToAnotherAndGetsItsWord) {
  open("both-sides-of-the-line", "name");
  const model::CardId above = a_card("structure", "bells"), below = a_card("identity", "a harbour", 0, -0.3F);
  enter("across");
  hand->tap(centre(above));
  const auto handle = offscreen->wall().seats().control(hand->seat(), "thread");
  ASSERT_TRUE(handle);
  hand->drag(handle->centre(), centre(below));
  ASSERT_EQ(session->convening().threads.size(), 1U);
  const model::Thread& thread = session->convening().threads.begin()->second;
  EXPECT_EQ(thread.ends.value.from, model::ThreadEnd{above});
  EXPECT_EQ(thread.ends.value.to, model::ThreadEnd{below});
  ASSERT_NE(hand->seat(), 0) << "the word is asked for";
  ASSERT_TRUE(hand->write("needs"));
  ASSERT_TRUE(hand->tap_control("place"));
  EXPECT_EQ(session->convening().threads.begin()->second.word.value.words, "needs");
}

TEST_F(WallTest, AThreadNeedsNoDrag) {
  open("both-sides-of-the-line", "name");
  const model::CardId above = a_card("structure", "bells"), below = a_card("relationships", "a harbour", 0, -0.3F);
  enter("across");
  hand->tap(centre(above));
  ASSERT_TRUE(hand->tap_control("thread"));
  hand->tap(centre(below));
  EXPECT_EQ(session->convening().threads.size(), 1U);
}

TEST_F(WallTest, ALoopRoundCardsGathersThemAndAsksForAName) {
  open("both-sides-of-the-line", "name");
  const model::CardId one = a_card("identity", "one", -0.4F, -0.2F), two = a_card("identity", "two", 0.4F, -0.2F);
  enter("across");
  const PixelPoint middle = in("identity", 0, -0.2F);
  hand->touch(input::ContactState::began, middle + PixelPoint{0, 130});
  for (int i = 0; i <= 30; ++i) {
    const float angle = 6.2832F * static_cast<float>(i) / 30 + 1.5708F;
    hand->touch(input::ContactState::moved, middle + PixelPoint{260 * std::cos(angle), 130 * std::sin(angle)});
  }
  hand->touch(input::ContactState::ended, middle + PixelPoint{0, 130});
  hand->frames(20);
  ASSERT_EQ(session->convening().gatherings.size(), 1U);
  const auto& cards = session->convening().gatherings.begin()->second.cards.value.cards;
  EXPECT_EQ(std::set<model::CardId>(cards.begin(), cards.end()), (std::set<model::CardId>{one, two}));
  ASSERT_TRUE(hand->write("kin"));
  ASSERT_TRUE(hand->tap_control("place"));
  EXPECT_EQ(session->convening().gatherings.begin()->second.name.value.words, "kin");
}

// In a phase in which nobody gathers any more it is nothing but read.
TEST_F(WallTest, ATouchOnALoopTellsTheNameThatRestsNowhereForAWhile) {
  open("both-sides-of-the-line", "name");
  model::Rules& rules = resources->pack.activity.phases.front().rules;
  rules.touch = true;
  rules.verbs = {model::Verb::name, model::Verb::place, model::Verb::gather};
  begin(resources->pack.activity.phases.front().id, {.still = true});
  interact::Wall& wall = offscreen->wall();
  std::vector<model::CardId> cards;
  for (int i = 0; i < 150; ++i) {
    const model::Place place{"structure", {-0.9F + 0.012F * static_cast<float>(i), 0.12F * static_cast<float>(i % 13) - 0.8F}};
    cards.push_back(std::get<model::CardMade>(wall.request(model::MakeCard{{"we ask", "en", {}}, place}, {})->body).card);
  }
  for (std::size_t i = 20; i < 120; i += 8) {
    const auto made = wall.request(model::Gather{{cards[i], cards[i + 1]}}, {});
    ASSERT_TRUE(made);
    const model::GatheringId id = std::get<model::GatheringMade>(made->body).gathering;
    ASSERT_TRUE(wall.request(model::NameGathering{id, "people who keep the place alive"}, {}));
  }
  enter("look");
  wall.settle_now();
  const scene::GatheringView* hidden = nullptr;
  PixelPoint at;
  for (const scene::GatheringView& view : wall.scene().gatherings())
    for (const PixelPoint dot : view.dots)
      if (!wall.scene().name_rests(view.id) && std::holds_alternative<input::OnGathering>(wall.scene().hit(dot))) {
        hidden = &view;
        at = dot;
      }
  ASSERT_NE(hidden, nullptr);
  const model::GatheringId id = hidden->id;
  hand->tap(at);
  EXPECT_EQ(hand->seat(), 0);
  EXPECT_TRUE(wall.atmosphere().notices.empty()) << "nobody is told that it cannot be named now";
  EXPECT_TRUE(std::ranges::any_of(wall.scene().raised_names(), [&](const auto& one) { return one.id == id; }));
  wall.skip_time(5);
  hand->frames(2);
  EXPECT_TRUE(wall.scene().raised_names().empty());
}

TEST_F(WallTest, SomebodyLeavesSomethingBesideACard) {
  open("both-sides-of-the-line", "name");
  const model::CardId card = a_card("structure", "bells");
  enter_one_that_allows(model::Verb::nourish);
  hand->tap(centre(card));
  ASSERT_TRUE(hand->tap_control("nourish"));
  ASSERT_TRUE(hand->write("who knows"));
  ASSERT_TRUE(hand->tap_control("place"));
  ASSERT_EQ(session->convening().nourishments.size(), 1U);
  EXPECT_EQ(session->convening().nourishments.begin()->second.body.value.beside, model::NourishTarget{card});
  EXPECT_GT(offscreen->wall().scene().card(card)->nourished, 0);
}

TEST_F(WallTest, MarkersAreSetDownAsHazeAndNotAsCards) {
  auto loaded = resources_of("finding-our-place");
  ASSERT_TRUE(loaded);
  const auto& phases = loaded->pack.activity.phases;
  const auto marking = std::ranges::find_if(phases, [](const content::Phase& phase) { return phase.rules.sets_markers; });
  ASSERT_NE(marking, phases.end());
  open("finding-our-place", marking->id);
  hand->tap(in("interest", 0.8F, 0));
  EXPECT_EQ(session->convening().markers.size(), 1U);
  EXPECT_EQ(hand->seat(), 0);
  EXPECT_EQ(offscreen->wall().scene().haze().size(), 1U);
}

TEST_F(WallTest, NothingIsDrawnOnceEverythingRests) {
  open("both-sides-of-the-line", "name", {.still = false});
  a_card("structure", "bells");
  hand->frames(240);
  EXPECT_TRUE(offscreen->frame(1.0F / 60).rects.empty());
}

TEST_F(WallTest, FortyFingersAtOnceBreakNothing) {
  open("both-sides-of-the-line", "name");
  for (int i = 0; i < 30; ++i)
    a_card("identity", "card " + std::to_string(i), 0.02F * static_cast<float>(i % 7), 0.03F * static_cast<float>(i % 5));
  std::mt19937 random(1);
  for (int frame = 0; frame < by_day_or_night(40, 400); ++frame) {
    input::TouchFrame touches{frame / 60.0, {}};
    for (int finger = 0; finger < 40; ++finger) {
      const auto state = static_cast<input::ContactState>(random() % 4);
      touches.contacts.push_back(
          {100 + finger, state, {static_cast<float>(random() % 1920), static_cast<float>(random() % 1080)}, 0});
    }
    offscreen->wall().touch(touches);
    offscreen->frame(1.0F / 60);
  }
  EXPECT_EQ(session->convening().cards.size(), 30U);
}

}  // namespace
}  // namespace greenline::interact
