// Veils, and what may be taken back.
#include "model/builders.h"

namespace greenline::model {
namespace {

using test::an_open_room;
using test::Room;
using test::saying;

// As on the practice ring: what is placed there is veiled, and no phase has `illuminate` or `veil`.
Room a_sheltered_room() {
  Room room = an_open_room();
  room.rules.verbs = {Verb::name, Verb::place};
  room.rules.protected_regions = {"practice"};
  return room;
}
CardId a_sheltered_card(Room& room) { return room.card("we have only begun", {"practice", {}}); }

TEST(Veil, IsLiftedByTwoWithoutAnyVerb) {
  Room room = a_sheltered_room();
  const CardId card = a_sheltered_card(room);
  ASSERT_TRUE(room.seen(card).veiled.value);
  EXPECT_FALSE(room.granted<CardVeiled>(LiftVeil{card}).veiled);
  EXPECT_FALSE(room.seen(card).veiled.value);
}

TEST(Veil, IsLiftedWhereverTheCardIsCarriedMeanwhile) {
  Room room = a_sheltered_room();
  const CardId card = a_sheltered_card(room);
  room.granted<CardMoved>(MoveCard{card, {"interest", {}}});
  EXPECT_TRUE(room.request(LiftVeil{card}).has_value());
}

TEST(Veil, StaysOnWhatAPhaseHoldsUntilItIsOver) {
  Room room = a_sheltered_room();
  room.rules.veils_new_cards = true;
  const CardId card = room.card();
  EXPECT_EQ(room.request(LiftVeil{card}), tl::unexpected(Refusal::not_in_this_phase));
  room.granted<PhaseEntered>(EnterPhase{"read"});
  EXPECT_TRUE(room.request(LiftVeil{card}).has_value());
}

TEST(Veil, IsLiftedInAHoldingPhaseThatLightsCards) {
  Room room = a_sheltered_room();
  room.rules.veils_new_cards = true;
  room.rules.verbs.insert(Verb::illuminate);
  EXPECT_TRUE(room.request(LiftVeil{room.card()}).has_value());
}

TEST(Veil, ComesBackOverWhatWasOpened) {
  Room room = a_sheltered_room();
  const CardId card = a_sheltered_card(room);
  room.granted<CardVeiled>(LiftVeil{card});
  EXPECT_TRUE(room.granted<CardVeiled>(VeilCard{card}).veiled);
  EXPECT_TRUE(room.seen(card).veiled.value);
}

TEST(Veil, ComesBackInAnyPhaseWhereTheRegionShelters) {
  Room room = a_sheltered_room();
  const CardId card = a_sheltered_card(room);
  room.granted<CardVeiled>(LiftVeil{card});
  room.granted<PhaseEntered>(EnterPhase{"later"});
  EXPECT_TRUE(room.request(VeilCard{card}).has_value());
}

TEST(Veil, ComesBackElsewhereOnlyInThePhaseThatLiftedIt) {
  Room room = a_sheltered_room();
  const CardId card = a_sheltered_card(room);
  room.granted<CardMoved>(MoveCard{card, {"interest", {}}});
  room.granted<CardVeiled>(LiftVeil{card});
  const Room later = [room]() mutable {
    room.granted<PhaseEntered>(EnterPhase{"later"});
    return room;
  }();
  EXPECT_TRUE(room.request(VeilCard{card}).has_value());
  EXPECT_EQ(Room(later).request(VeilCard{card}), tl::unexpected(Refusal::not_in_this_phase));
}

TEST(Veil, IsNotPutWithoutItsVerbOverWhatWasNeverVeiled) {
  Room room = a_sheltered_room();
  EXPECT_EQ(room.request(VeilCard{room.card("we ask", {"interest", {}})}), tl::unexpected(Refusal::not_in_this_phase));
}

TEST(TakenBack, IsEverythingThatIsDoneToACard) {
  Room room = an_open_room();
  const CardId card = room.card();
  for (const auto& [done, undone] :
       std::initializer_list<std::pair<Request, Request>>{{LightCard{card, "it held us"}, TakeBackLight{card}},
                                                          {MarkCard{card}, TakeBackMark{card}},
                                                          {LetGoCard{card, "thank you"}, TakeBackLetGo{card}}}) {
    ASSERT_TRUE(room.request(done).has_value()) << done.index();
    EXPECT_TRUE(room.request(undone).has_value()) << undone.index();
    EXPECT_TRUE(room.request(done).has_value()) << done.index() << " once more";
  }
  EXPECT_TRUE(room.seen(card).lit_up.value);
}

TEST(TakenBack, IsWhatWasDoneAgainInThisPhaseThoughFirstInAnEarlierOne) {
  Room room = an_open_room();
  const CardId card = room.card();
  room.granted<CardMarked>(MarkCard{card});
  room.granted<PhaseEntered>(EnterPhase{"read"});
  EXPECT_EQ(room.request(TakeBackMark{card}), tl::unexpected(Refusal::phase_has_closed));
}

TEST(Markers, AreForgottenAsIfTheyHadNeverBeen) {
  Room room = an_open_room();
  room.card();
  const std::uint64_t without = state_hash(room.convening);
  Convening with = room.convening;
  apply(with, {test::event_id(200), with.latest, MarkerSet{test::id_of<MarkerId>(9), {"practice", {}}, {}}});
  ASSERT_NE(state_hash(with), without);
  forget_markers(with);
  with.latest = room.convening.latest;
  EXPECT_EQ(state_hash(with), without);
}

TEST(Holding, KeepsNewCardsVeiledUntilTheHostRevealsThem) {
  test::Room room = test::an_open_room();
  const CardId before = room.card();
  (void)room.granted<CardsHeld>(HoldCards{true});
  const CardId held = room.card("still messy");
  EXPECT_FALSE(room.seen(before).veiled.value);
  EXPECT_TRUE(room.seen(held).veiled.value);
  EXPECT_EQ(room.granted<CardsRevealed>(RevealCards{}).opened, std::vector{held});
  EXPECT_FALSE(room.seen(held).veiled.value);
  EXPECT_FALSE(room.seen(room.card("after it")).veiled.value) << "nothing more is held";
  EXPECT_FALSE(room.request(RevealCards{})) << "there is nothing left to reveal";
}

TEST(Holding, RevealsWhatAPhaseHeldAlsoWhenTheNextOneHasBegun) {
  test::Room room = test::an_open_room();
  room.rules.veils_new_cards = true;
  const CardId held = room.card();
  room.rules.veils_new_cards = false;
  (void)room.granted<PhaseEntered>(EnterPhase{"look"});
  (void)room.granted<CardsRevealed>(RevealCards{});
  EXPECT_FALSE(room.seen(held).veiled.value);
}

TEST(Holding, RevealsNothingThatPeopleVeiledOrThatARegionProtects) {
  test::Room room = test::an_open_room();
  room.rules.protected_regions = {"courage"};
  const CardId veiled = room.card(), sheltered = room.card("ours", {"courage", {0, 0}});
  (void)room.granted<CardVeiled>(VeilCard{veiled});
  (void)room.granted<CardsHeld>(HoldCards{true});
  const CardId held = room.card("still messy");
  EXPECT_EQ(room.granted<CardsRevealed>(RevealCards{}).opened, std::vector{held});
  EXPECT_TRUE(room.seen(veiled).veiled.value);
  EXPECT_TRUE(room.seen(sheltered).veiled.value);
}

TEST(Holding, IsOfOnePhaseVisit) {
  test::Room room = test::an_open_room();
  (void)room.granted<CardsHeld>(HoldCards{true});
  (void)room.granted<PhaseEntered>(EnterPhase{"look"});
  EXPECT_FALSE(room.seen(room.card()).veiled.value) << "another phase says for itself";
}

}  // namespace
}  // namespace greenline::model
