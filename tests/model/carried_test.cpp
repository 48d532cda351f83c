// Where a carried card's words come from is the program's to say, and nobody's to take away.
#include "model/builders.h"

namespace greenline::model {
namespace {

using test::an_open_room;
using test::Room;
using test::saying;

Event by_the_program(Room& room, const Request& request, std::uint8_t number) {
  Stamp stamp;
  stamp.event = test::event_id(number);
  stamp.fresh = test::event_id(static_cast<std::uint8_t>(number + 1)).bytes;
  stamp.at = next_timestamp(room.convening.latest, 5000 + number, test::id_of<StationId>(1));
  const auto event = decide(room.convening, room.rules, request, the_program, stamp);
  if (!event) throw std::logic_error("refused");
  apply(room.convening, *event);
  return *event;
}

TEST(Carried, ComesUnveiledWhateverThePhaseHolds) {
  Room room = an_open_room();
  room.rules.veils_new_cards = true;
  const Event event = by_the_program(room, MakeCard{saying("from before"), {"identity", {}}}, 200);
  EXPECT_FALSE(std::get<CardMade>(event.body).veiled);
}

TEST(Carried, ItsOriginIsNeitherWrittenNorTakenBackByPeople) {
  Room room = an_open_room();
  const CardId card = room.card();
  EXPECT_EQ(room.request(Nourish{card, NourishKind::origin, saying("Arrivals")}), tl::unexpected(Refusal::not_in_this_phase));
  const Event event = by_the_program(room, SayOrigin{card, saying("Arrivals")}, 200);
  const NourishmentId origin = std::get<NourishmentLeft>(event.body).nourishment;
  EXPECT_EQ(room.request(TakeBackNourishment{origin}), tl::unexpected(Refusal::phase_has_closed));
  EXPECT_EQ(room.request(SayOrigin{card, saying("Elsewhere")}), tl::unexpected(Refusal::not_yours));
}

}  // namespace
}  // namespace greenline::model
