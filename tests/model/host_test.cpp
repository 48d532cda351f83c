// What the host alone does: time for a phase, cards set aside; and what undoes it.
#include "model/builders.h"
#include "model/undo.h"

namespace greenline::model {
namespace {

using test::an_open_room;
using test::Room;

TEST(GivenTime, IsOfThisVisitToThePhaseAlone) {
  Room room = an_open_room();
  EXPECT_EQ(minutes_given(room.convening, room.convening.phase.event), 0U);
  room.granted<TimeGiven>(GiveTime{25});
  EXPECT_EQ(minutes_given(room.convening, room.convening.phase.event), 25U);
  EXPECT_EQ(room.request(GiveTime{25}), tl::unexpected(Refusal::already_so));
  room.granted<PhaseEntered>(EnterPhase{"read"});
  EXPECT_EQ(minutes_given(room.convening, room.convening.phase.event), 0U);
}

TEST(GivenTime, IsAYearAtMost) {
  Room room = an_open_room();
  EXPECT_EQ(room.request(GiveTime{max_phase_minutes + 1}), tl::unexpected(Refusal::too_long));
  EXPECT_TRUE(room.request(GiveTime{max_phase_minutes}));
}

TEST(Aside, IsOnNoWallAndLosesNothing) {
  Room room = an_open_room();
  const CardId card = room.card("we ask"), other = room.card("we answer");
  const ThreadId thread = room.thread(card, other);
  room.granted<CardSetAside>(SetCardAside{card});
  EXPECT_FALSE(present(room.seen(card)));
  EXPECT_FALSE(present(room.convening, room.convening.threads.at(thread)));
  EXPECT_EQ(room.request(MoveCard{card, {"people", {}}}), tl::unexpected(Refusal::not_there));
  EXPECT_EQ(room.request(TakeBackCard{card}), tl::unexpected(Refusal::not_there));
  room.granted<CardSetAside>(BringCardBack{card});
  EXPECT_TRUE(present(room.seen(card)));
  EXPECT_EQ(room.seen(card).saying.value.words, "we ask");
  EXPECT_TRUE(present(room.convening, room.convening.threads.at(thread)));
}

TEST(Aside, BringsBackOnlyWhatIsAside) {
  Room room = an_open_room();
  const CardId card = room.card();
  EXPECT_EQ(room.request(BringCardBack{card}), tl::unexpected(Refusal::already_so));
  EXPECT_EQ(room.request(BringCardBack{test::card_id(77)}), tl::unexpected(Refusal::not_there));
  room.granted<CardTakenBack>(TakeBackCard{card});
  EXPECT_EQ(room.request(SetCardAside{card}), tl::unexpected(Refusal::not_there)) << "who made it has taken it back";
  EXPECT_EQ(room.request(BringCardBack{card}), tl::unexpected(Refusal::not_there));
}

TEST(SentOn, StaysWhereItIsAndIsKeptHereAfterAll) {
  Room room = an_open_room();
  const CardId card = room.card("we ask");
  const std::uint64_t before = state_hash(room.convening);
  EXPECT_EQ(room.request(KeepCardHere{card}), tl::unexpected(Refusal::already_so));
  room.granted<CardSentOn>(SendCardOn{card});
  EXPECT_TRUE(present(room.seen(card)));
  EXPECT_TRUE(room.seen(card).onward.value);
  EXPECT_NE(state_hash(room.convening), before);
  EXPECT_EQ(room.request(SendCardOn{card}), tl::unexpected(Refusal::already_so));
  room.granted<CardSentOn>(KeepCardHere{card});
  EXPECT_FALSE(room.seen(card).onward.value);
}

TEST(SentOn, IsNothingThatStaysInTheRoomOrIsNotThere) {
  Room room = an_open_room();
  const CardId marked = room.card("ours"), veiled = room.card("mine"), aside = room.card("later");
  room.granted<CardMarked>(MarkCard{marked});
  room.granted<CardVeiled>(VeilCard{veiled});
  room.granted<CardSetAside>(SetCardAside{aside});
  EXPECT_EQ(room.request(SendCardOn{marked}), tl::unexpected(Refusal::stays_here));
  EXPECT_EQ(room.request(SendCardOn{veiled}), tl::unexpected(Refusal::stays_here));
  EXPECT_EQ(room.request(SendCardOn{aside}), tl::unexpected(Refusal::not_there));
  EXPECT_EQ(room.request(SendCardOn{test::card_id(77)}), tl::unexpected(Refusal::not_there));
}

TEST(Aside, LeavesTheHashOfAConveningInWhichItWasNeverSaid) {
  Room room = an_open_room();
  const CardId card = room.card();
  const std::uint64_t before = state_hash(room.convening);
  Convening said = room.convening;
  apply(said, {test::event_id(99), test::at_ms(1), CardSetAside{card, false}});
  EXPECT_NE(state_hash(said), before);
}

TEST(PausedTouch, KeepsPeoplesHandsFromAnythingAndNotTheHosts) {
  Room room = an_open_room();
  const CardId card = room.card();
  room.granted<TouchPaused>(PauseTouch{true});
  EXPECT_EQ(room.request(MoveCard{card, {"people", {}}}), tl::unexpected(Refusal::at_rest));
  EXPECT_EQ(room.request(MakeCard{test::saying("we ask"), {"people", {}}}), tl::unexpected(Refusal::at_rest));
  EXPECT_TRUE(room.request(EnterPhase{"read"}));
  room.granted<TouchPaused>(PauseTouch{false});
  EXPECT_TRUE(room.request(MoveCard{card, {"people", {}}}));
}

TEST(OnWalls, StandsUntilTheHostSaysOtherwiseOrGoesOn) {
  Room room = an_open_room();
  const CardId card = room.card();
  EXPECT_EQ(shown_on_walls(room.convening), Shown{});
  room.granted<ShownOnWalls>(ShowOnWalls{card});
  EXPECT_EQ(shown_on_walls(room.convening), Shown{card});
  EXPECT_EQ(room.request(ShowOnWalls{card}), tl::unexpected(Refusal::already_so));
  room.granted<ShownOnWalls>(ShowOnWalls{RegionEnd{"people"}});
  EXPECT_EQ(shown_on_walls(room.convening), Shown{RegionEnd{"people"}});
  ASSERT_TRUE(room.request(EnterPhase{"read"}));
  EXPECT_EQ(shown_on_walls(room.convening), Shown{}) << "another phase speaks of all of it again";
  EXPECT_EQ(room.request(ShowOnWalls{}), tl::unexpected(Refusal::already_so));
}

TEST(OnWalls, ShowsOnlyWhatIsThere) {
  Room room = an_open_room();
  const CardId card = room.card();
  room.granted<CardSetAside>(SetCardAside{card});
  for (const Shown& gone : std::vector<Shown>{card, ThreadId{{7}}, GatheringId{{8}}, RegionEnd{}})
    EXPECT_EQ(room.request(ShowOnWalls{gone}), tl::unexpected(Refusal::not_there));
}

TEST(FrozenWalls, AreNoMatterToWhatPeopleDo) {
  Room room = an_open_room();
  const CardId card = room.card();
  room.granted<WallsFrozen>(FreezeWalls{true});
  EXPECT_EQ(room.request(FreezeWalls{true}), tl::unexpected(Refusal::already_so));
  EXPECT_TRUE(room.request(MoveCard{card, {"people", {}}}));
  room.granted<WallsFrozen>(FreezeWalls{false});
}

// Each step, then what undoes it: the room sees what it saw.
TEST(Undoing, BringsBackHowItWas) {
  Room room = an_open_room();
  const CardId card = room.card();
  const CardId veiled = room.card("held back");
  room.granted<CardVeiled>(VeilCard{veiled});
  for (const Request& step :
       {Request{EnterPhase{"read"}}, Request{RestWall{true}}, Request{PauseTouch{true}}, Request{HoldCards{true}},
        Request{GiveTime{9}}, Request{ShowOnWalls{card}}, Request{FreezeWalls{true}}, Request{SetCardAside{card}},
        Request{VeilCard{card}}, Request{LiftVeil{veiled}}}) {
    SCOPED_TRACE(about(step).name);
    const Convening before = room.convening;
    const auto undo = undoing(before, step);
    ASSERT_TRUE(undo);
    ASSERT_TRUE(room.request(step));
    ASSERT_TRUE(room.request(*undo));
    EXPECT_EQ(room.convening.phase.value, before.phase.value);
    EXPECT_EQ(room.convening.resting.value, before.resting.value);
    EXPECT_EQ(room.convening.paused.value, before.paused.value);
    EXPECT_EQ(room.convening.hold.value.held, before.hold.value.held);
    EXPECT_EQ(shown_on_walls(room.convening), shown_on_walls(before));
    EXPECT_EQ(room.convening.frozen.value, before.frozen.value);
    EXPECT_EQ(minutes_given(room.convening, room.convening.phase.event), 0U);
    for (const auto& [id, was] : before.cards) {
      EXPECT_EQ(present(room.seen(id)), present(was));
      EXPECT_EQ(room.seen(id).veiled.value, was.veiled.value);
    }
  }
}

TEST(Undoing, KnowsNothingForWhatPeopleMakeOrHaveRead) {
  Room room = an_open_room();
  const CardId card = room.card();
  EXPECT_FALSE(undoing(room.convening, RevealCards{}));
  EXPECT_FALSE(undoing(room.convening, CloseActivity{}));
  EXPECT_FALSE(undoing(room.convening, MoveCard{card, {"people", {}}}));
  EXPECT_FALSE(undoing(room.convening, TakeBackCard{card}));
}

}  // namespace
}  // namespace greenline::model
