// People place themselves a second time, beside where they stood first.
#include "model/builders.h"

namespace greenline::model {
namespace {

using test::an_open_room;
using test::Room;

const Place elsewhere{"courage", {0.5F, 0}};

struct Twice {
  Room room = an_open_room();
  MarkerId first, second;
  Twice() {
    room.granted<PhaseEntered>(EnterPhase{"first"});
    first = room.marker();
    room.granted<PhaseEntered>(EnterPhase{"second"});
    room.rules.beside_earlier = true;
    second = room.granted<MarkerSet>(SetMarker{elsewhere}).marker;
  }
  [[nodiscard]] const Marker& of(const MarkerId& id) const { return room.convening.markers.at(id); }
};

TEST(BesideEarlier, NobodyMovesAFirstSignNotEvenTheHost) {
  Twice twice;
  EXPECT_EQ(twice.room.request(MoveMarker{twice.first, elsewhere}), tl::unexpected(Refusal::phase_has_closed));
  const auto by_host = decide(twice.room.convening, twice.room.rules, MoveMarker{twice.first, elsewhere}, the_host, Stamp{});
  EXPECT_EQ(by_host, tl::unexpected(Refusal::phase_has_closed));
  EXPECT_TRUE(twice.room.request(MoveMarker{twice.second, elsewhere}));
}

TEST(BesideEarlier, AFirstSignIsNotTakenBackAndASecondOneIs) {
  Twice twice;
  EXPECT_EQ(twice.room.request(TakeBackMarker{twice.first}), tl::unexpected(Refusal::phase_has_closed));
  EXPECT_TRUE(twice.room.request(TakeBackMarker{twice.second}));
  EXPECT_TRUE(present(twice.of(twice.first)));
}

TEST(BesideEarlier, TellsTheFirstFromTheSecondWhileTheyAreSetAndAfterwards) {
  Twice twice;
  const Convening& now = twice.room.convening;
  EXPECT_TRUE(earlier(now, twice.of(twice.first), true));
  EXPECT_FALSE(earlier(now, twice.of(twice.second), true));
  twice.room.granted<PhaseEntered>(EnterPhase{"talk"});
  EXPECT_TRUE(earlier(now, twice.of(twice.first), false));
  EXPECT_FALSE(earlier(now, twice.of(twice.second), false));
}

}  // namespace
}  // namespace greenline::model
