// What a person sees.
#include "model/builders.h"

namespace greenline::model {
namespace {

using test::an_open_room;
using test::Room;

bool sees(const Room& room, const ThreadId& id) { return present(room.convening, room.convening.threads.at(id)); }
bool sees(const Room& room, const GatheringId& id) { return present(room.convening, room.convening.gatherings.at(id)); }
bool sees(const Room& room, const NourishmentId& id) { return present(room.convening, room.convening.nourishments.at(id)); }

TEST(Present, ACardIsFromItsMakingToItsTakingBack) {
  Room room = an_open_room();
  const CardId card = room.card();
  EXPECT_TRUE(present(room.seen(card)));
  room.granted<CardTakenBack>(TakeBackCard{card});
  EXPECT_FALSE(present(room.seen(card)));
}

TEST(Present, ACardThatWasLetGoRestsAndIsStillThere) {
  Room room = an_open_room();
  const CardId card = room.card();
  room.granted<CardLetGo>(LetGoCard{card, "thank you"});
  EXPECT_TRUE(present(room.seen(card)));
}

TEST(Present, ACardOnlyMovedIsNotThereYet) {
  Convening convening;
  apply(convening, {test::event_id(1), test::at_ms(1), CardMoved{test::card_id(1), {"identity", {}}}});
  EXPECT_FALSE(present(convening.cards.at(test::card_id(1))));
}

TEST(Present, AThreadIsWhileBothItsCardsAre) {
  for (const bool the_first : {true, false}) {
    Room room = an_open_room();
    const CardId from = room.card();
    const CardId to = room.card();
    const ThreadId thread = room.thread(from, to);
    EXPECT_TRUE(sees(room, thread));
    room.granted<CardTakenBack>(TakeBackCard{the_first ? from : to});
    EXPECT_FALSE(sees(room, thread));
  }
}

TEST(Present, ARegionIsAlwaysThereToHoldAThread) {
  Room room = an_open_room();
  EXPECT_TRUE(sees(room, room.thread(room.card(), RegionEnd{"courage"})));
}

TEST(Present, AGatheringIsWhileOneOfItsCardsIs) {
  Room room = an_open_room();
  const CardId one = room.card();
  const CardId other = room.card();
  const GatheringId gathering = room.gathering({one, other});
  room.granted<CardTakenBack>(TakeBackCard{one});
  EXPECT_TRUE(sees(room, gathering));
  room.granted<CardTakenBack>(TakeBackCard{other});
  EXPECT_FALSE(sees(room, gathering));
}

TEST(Present, ANourishmentIsWhileWhatItLiesBesideIs) {
  Room room = an_open_room();
  const CardId card = room.card();
  const CardId other = room.card();
  const ThreadId thread = room.thread(card, other);
  const NourishmentId beside_card = room.nourishment(card);
  const NourishmentId beside_thread = room.nourishment(thread);
  const NourishmentId beside_region = room.nourishment(RegionEnd{"courage"});
  room.granted<CardTakenBack>(TakeBackCard{card});
  EXPECT_FALSE(sees(room, beside_card));
  EXPECT_FALSE(sees(room, beside_thread));
  EXPECT_TRUE(sees(room, beside_region));
}

TEST(Present, NothingIsOnceItIsTakenBack) {
  Room room = an_open_room();
  const CardId card = room.card();
  const MarkerId marker = room.marker();
  const ThreadId thread = room.thread(card, RegionEnd{"courage"});
  const GatheringId gathering = room.gathering({card, room.card()});
  const NourishmentId nourishment = room.nourishment(card);
  EXPECT_TRUE(present(room.convening.markers.at(marker)));
  room.granted<MarkerTakenBack>(TakeBackMarker{marker});
  room.granted<ThreadTakenBack>(TakeBackThread{thread});
  room.granted<GatheringTakenBack>(TakeBackGathering{gathering});
  room.granted<NourishmentTakenBack>(TakeBackNourishment{nourishment});
  EXPECT_FALSE(present(room.convening.markers.at(marker)));
  EXPECT_FALSE(sees(room, thread));
  EXPECT_FALSE(sees(room, gathering));
  EXPECT_FALSE(sees(room, nourishment));
}

TEST(Present, FindsACardOnlyWhereThereIsARecordOfIt) {
  Room room = an_open_room();
  const CardId card = room.card("we ask");
  ASSERT_NE(find_card(room.convening, card), nullptr);
  EXPECT_EQ(find_card(room.convening, card)->saying.value.words, "we ask");
  EXPECT_EQ(find_card(room.convening, test::card_id(200)), nullptr);
}

}  // namespace
}  // namespace greenline::model
