// What each event does to a convening.
#include "model/builders.h"

namespace greenline::model {
namespace {

using test::at_ms;
using test::card_id;
using test::event_id;

const CardId card = card_id(1);

CardMade made(std::string words, std::string region, EventId phase_visit = {}, bool veiled = false) {
  return {card, test::saying(std::move(words)), {std::move(region), {}}, phase_visit, veiled};
}

// Events by number: the number is the identity; the stamp is given.
Convening after(std::initializer_list<std::pair<Timestamp, EventBody>> events) {
  Convening convening;
  std::uint8_t number = 0;
  for (const auto& [at, body] : events) apply(convening, {event_id(++number), at, body});
  return convening;
}

TEST(Apply, PutsACardWhereItWasMade) {
  const Card seen = after({{at_ms(1), made("we ask", "identity", event_id(9), true)}}).cards.at(card);
  EXPECT_EQ(seen.id, card);
  EXPECT_EQ(seen.saying.value.words, "we ask");
  EXPECT_EQ(seen.place.value.region, "identity");
  EXPECT_EQ(seen.phase_visit, event_id(9));
  EXPECT_TRUE(seen.veiled.value);
}

TEST(Apply, KeepsTheNewestPlaceThoughItIsHeardOfFirst) {
  const Convening convening = after({{at_ms(2), CardMoved{card, {"courage", {}}}}, {at_ms(1), made("we ask", "identity")}});
  EXPECT_EQ(convening.cards.at(card).place.value.region, "courage");
}

TEST(Apply, RemembersWhereACardLayBeforeInWhateverOrderItIsHeardOf) {
  const std::pair<Timestamp, EventBody> first{at_ms(1), made("we ask", "identity")},
      second{at_ms(2), CardMoved{card, {"courage", {}}}}, third{at_ms(3), CardMoved{card, {"pattern", {}}}};
  for (const auto& told : {after({first, second, third}), after({third, first, second}), after({second, third, first})}) {
    EXPECT_EQ(told.cards.at(card).place.value.region, "pattern");
    EXPECT_EQ(told.cards.at(card).place.before.value.region, "courage");
  }
}

TEST(Apply, LetsAMakingWinOverAnOlderMove) {
  const Convening convening = after({{at_ms(1), CardMoved{card, {"courage", {}}}}, {at_ms(2), made("we ask", "identity")}});
  EXPECT_EQ(convening.cards.at(card).place.value.region, "identity");
}

TEST(Apply, OpensACardThatWasBornVeiledWhicheverIsHeardFirst) {
  const Convening convening = after({{at_ms(2), CardVeiled{card, false}}, {at_ms(1), made("we ask", "identity", {}, true)}});
  EXPECT_FALSE(convening.cards.at(card).veiled.value);
}

TEST(Apply, BreaksTheTieOfOneStampByTheEventsIdentity) {
  const Event one{event_id(1), at_ms(5), CardMoved{card, {"identity", {}}}};
  const Event two{event_id(2), at_ms(5), CardMoved{card, {"courage", {}}}};
  Convening forwards, backwards;
  apply(forwards, one);
  apply(forwards, two);
  apply(backwards, two);
  apply(backwards, one);
  EXPECT_EQ(forwards.cards.at(card).place.value.region, "courage");
  EXPECT_EQ(forwards, backwards);
}

TEST(Apply, KeepsTheStayOfTheMakingThatWon) {
  for (const bool newer_first : {true, false}) {
    const std::pair<Timestamp, EventBody> older{at_ms(1), made("old", "identity", event_id(8))};
    const std::pair<Timestamp, EventBody> newer{at_ms(2), made("new", "identity", event_id(7))};
    const Card seen = (newer_first ? after({newer, older}) : after({older, newer})).cards.at(card);
    EXPECT_EQ(seen.saying.value.words, "new");
    EXPECT_EQ(seen.phase_visit, event_id(7));
  }
}

TEST(Apply, LetsTakingBackWinOverWhateverComesLater) {
  const Convening convening = after({{at_ms(1), made("we ask", "identity")},
                                     {at_ms(2), CardTakenBack{card}},
                                     {at_ms(3), CardMoved{card, {"courage", {}}}},
                                     {at_ms(4), made("again", "identity")}});
  EXPECT_FALSE(present(convening.cards.at(card)));
}

TEST(Apply, HasNoWayToTakeAMarkOffOrALightOut) {
  const Convening convening = after({{at_ms(1), CardMarked{card}}, {at_ms(2), CardLit{card, "it gave us a question"}}});
  EXPECT_TRUE(convening.cards.at(card).marked.value);
  EXPECT_TRUE(convening.cards.at(card).lit_up.value);
  EXPECT_EQ(convening.cards.at(card).lit.value.words, "it gave us a question");
}

TEST(Apply, ClosesAnActivityAndMayOpenAnother) {
  const std::pair<Timestamp, EventBody> opened{at_ms(1), ActivityOpened{"both-sides", "six-circles"}};
  const std::pair<Timestamp, EventBody> closed{at_ms(2), ActivityClosed{}};
  const std::pair<Timestamp, EventBody> again{at_ms(3), ActivityOpened{"our-place", "nested"}};
  EXPECT_EQ(after({opened}).activity.value->activity, "both-sides");
  EXPECT_EQ(after({opened, closed}).activity.value, std::nullopt);
  EXPECT_EQ(after({opened, closed, again}).activity.value->canvas, "nested");
}

TEST(Apply, NamesTheStayAfterTheEventThatEnteredIt) {
  const Convening convening = after({{at_ms(1), PhaseEntered{"write"}}, {at_ms(2), PhaseEntered{"write"}}});
  EXPECT_EQ(convening.phase.value, "write");
  EXPECT_EQ(convening.phase.event, event_id(2));
}

TEST(Apply, CountsAnEventToldTwiceOnce) {
  const Event event{event_id(1), at_ms(1), made("we ask", "identity")};
  Convening convening;
  apply(convening, event);
  const Convening once = convening;
  EXPECT_TRUE(once.applied.contains(event.id));
  apply(convening, event);
  EXPECT_EQ(convening, once);
}

TEST(Apply, HoldsTheNewestStampItHasSeen) {
  const Convening convening = after({{at_ms(7, 2), CardMarked{card}}, {at_ms(3), CardMarked{card}}});
  EXPECT_EQ(convening.latest, at_ms(7, 2));
}

TEST(Apply, KeepsAGatheringsCardsInOrderAndEachOnce) {
  const GatheringId gathering = test::id_of<GatheringId>(1);
  const Convening convening = after({{at_ms(1), GatheringMade{gathering, {card_id(3), card_id(1), card_id(3)}, {}}}});
  EXPECT_EQ(convening.gatherings.at(gathering).cards.value.cards, (std::vector<CardId>{card_id(1), card_id(3)}));
}

TEST(Apply, TakesAWordOffAThreadByAnEmptyOne) {
  const ThreadId thread = test::id_of<ThreadId>(1);
  const Convening convening = after({{at_ms(1), ThreadDrawn{thread, card, RegionEnd{"courage"}, {}}},
                                     {at_ms(2), ThreadWorded{thread, "because"}},
                                     {at_ms(3), ThreadWorded{thread, ""}}});
  EXPECT_EQ(convening.threads.at(thread).word.value.words, "");
}

}  // namespace
}  // namespace greenline::model
