// A region that opens when others are filled: an agenda wall whose afternoon stays shut until the morning is full.
#include "model/builders.h"

namespace greenline::model {
namespace {

using test::an_open_room;
using test::Room;
using test::saying;

const Place afternoon{"afternoon", {}};

Room a_day() {
  Room room = an_open_room();
  room.rules.openings = {{"afternoon", {{"early", "late"}, 2}}};
  return room;
}
void fill_the_morning(Room& room) {
  for (const char* region : {"early", "late"})
    for (int i = 0; i < 2; ++i) room.card("a talk", {region, {}});
}

TEST(Shut, TakesNoCardInUntilEachOfTheOthersHoldsEnough) {
  Room room = a_day();
  const CardId elsewhere = room.card("a talk", {"early", {}});
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(room.request(MakeCard{saying("later"), afternoon}), tl::unexpected(Refusal::shut));
    EXPECT_EQ(room.request(MoveCard{elsewhere, afternoon}), tl::unexpected(Refusal::shut));
    EXPECT_EQ(room.request(SetMarker{afternoon}), tl::unexpected(Refusal::shut));
    room.card("a talk", {i == 0 ? "early" : "late", {}});
  }
  EXPECT_TRUE(room.request(MakeCard{saying("later"), afternoon}));
}

TEST(Shut, CountsWhatIsVeiledAndNeitherWhatWasTakenBackNorWhatRests) {
  Room room = a_day();
  fill_the_morning(room);
  ASSERT_FALSE(is_shut(room.convening, room.rules, "afternoon"));
  const CardId last = room.card("one more", {"late", {}});
  room.granted<CardVeiled>(VeilCard{last});
  EXPECT_FALSE(is_shut(room.convening, room.rules, "afternoon"));
  Room other = a_day();
  fill_the_morning(other);
  for (const auto& [id, card] : Convening(other.convening).cards)
    if (card.place.value.region == "late") {
      other.granted<CardLetGo>(LetGoCard{id, ""});
      break;
    }
  EXPECT_TRUE(is_shut(other.convening, other.rules, "afternoon"));
}

TEST(Shut, StaysOpenWhileItHoldsACard) {
  Room room = a_day();
  fill_the_morning(room);
  const CardId first = room.card("later", afternoon);
  for (const auto& [id, card] : Convening(room.convening).cards)
    if (id != first) room.granted<CardTakenBack>(TakeBackCard{id});
  EXPECT_TRUE(room.request(MakeCard{saying("and later"), afternoon}));
}

TEST(Shut, IsOpenedByAHostWhoSetsACardThere) {
  Room room = a_day();
  const CardId card = room.card("a talk", {"early", {}});
  const auto moved = decide(room.convening, room.rules, MoveCard{card, afternoon}, the_host, Stamp{});
  ASSERT_TRUE(moved);
  apply(room.convening, {test::event_id(99), test::at_ms(99999), moved->body});
  EXPECT_TRUE(room.request(MakeCard{saying("later"), afternoon}));
}

TEST(Shut, IsNoOtherRegion) {
  Room room = a_day();
  EXPECT_FALSE(is_shut(room.convening, room.rules, "early"));
  EXPECT_FALSE(is_shut(room.convening, room.rules, ""));
}

}  // namespace
}  // namespace greenline::model
