// Each reason why not.
#include <limits>

#include "model/builders.h"

namespace greenline::model {
namespace {

using test::an_open_room;
using test::Room;
using test::saying;

const Place into_courage{"courage", {}};
constexpr float no_number = std::numeric_limits<float>::quiet_NaN();

Refusal refusal_of(const tl::expected<Event, Refusal>& answer) {
  if (answer) throw std::logic_error("granted");
  return answer.error();
}

// One wish of every kind that people (not the host) have, all possible in `room`.
std::vector<Request> every_wish(Room& room) {
  const CardId card = room.card();
  const CardId other = room.card();
  const CardId lit = room.card();
  const CardId veiled = room.card();
  room.granted<CardLit>(LightCard{lit, ""});
  room.granted<CardMarked>(MarkCard{lit});
  room.granted<CardLetGo>(LetGoCard{lit, ""});
  room.granted<CardVeiled>(VeilCard{veiled});
  const MarkerId marker = room.marker();
  const ThreadId thread = room.thread(card, RegionEnd{"courage"});
  const GatheringId gathering = room.gathering({card, room.card()});
  const NourishmentId nourishment = room.nourishment(card);
  return {MakeCard{saying("we ask"), into_courage},
          MoveCard{card, into_courage},
          TakeBackCard{card},
          LetGoCard{card, ""},
          VeilCard{card},
          LightCard{card, ""},
          MarkCard{card},
          SetMarker{into_courage},
          MoveMarker{marker, into_courage},
          TakeBackMarker{marker},
          DrawThread{card, other},
          WordThread{thread, "because"},
          TakeBackThread{thread},
          Gather{{card, other}},
          NameGathering{gathering, "roots"},
          TakeBackGathering{gathering},
          Nourish{card, {}, saying("?")},
          TakeBackNourishment{nourishment},
          LiftVeil{veiled},
          TakeBackLight{lit},
          TakeBackMark{lit},
          TakeBackLetGo{lit}};
}

TEST(Refusal, NoActivityWhileNothingIsOpen) {
  Room room = an_open_room();
  const auto requests = every_wish(room);
  room.granted<ActivityClosed>(CloseActivity{});
  for (const Request& request : requests) EXPECT_EQ(refusal_of(room.request(request)), Refusal::no_activity) << request.index();
}

TEST(Refusal, TouchIsOffForEveryWish) {
  Room room = an_open_room();
  const auto requests = every_wish(room);
  room.rules.touch = false;
  for (const Request& request : requests)
    EXPECT_EQ(refusal_of(room.request(request)), Refusal::touch_is_off) << request.index();
}

TEST(Refusal, NotInThisPhaseForMovingWithNeitherVerb) {
  Room room = an_open_room();
  const CardId card = room.card();
  room.rules = test::only(Verb::name);
  EXPECT_EQ(refusal_of(room.request(MoveCard{card, into_courage})), Refusal::not_in_this_phase);
}

TEST(Refusal, NotInThisPhaseForAMarkerWhereCardsAreMade) {
  Room room = an_open_room();
  room.rules.sets_markers = false;
  EXPECT_EQ(refusal_of(room.request(SetMarker{into_courage})), Refusal::not_in_this_phase);
}

TEST(Refusal, NothingSaidWithoutWordsOrInk) {
  Room room = an_open_room();
  const CardId card = room.card();
  const Saying blank = saying(" \n\t ");
  const Saying no_point{"", "", {{}, {}}};
  const Saying nowhere{"", "", {{{no_number, 0.5F}}}};
  for (const Saying& said : {Saying{}, blank, no_point, nowhere}) {
    EXPECT_EQ(refusal_of(room.request(MakeCard{said, into_courage})), Refusal::nothing_said);
    EXPECT_EQ(refusal_of(room.request(Nourish{card, NourishKind::story, said})), Refusal::nothing_said);
  }
}

// What could not be read back is not written down.
TEST(Refusal, NothingSaidInBytesThatAreNoText) {
  Room room = an_open_room();
  const CardId card = room.card();
  const std::string cut_off = "caf\xC3";
  EXPECT_EQ(refusal_of(room.request(MakeCard{saying(cut_off), into_courage})), Refusal::nothing_said);
  EXPECT_EQ(refusal_of(room.request(MakeCard{{"we ask", cut_off, {}}, into_courage})), Refusal::nothing_said);
  EXPECT_EQ(refusal_of(room.request(Nourish{card, NourishKind::story, saying(cut_off)})), Refusal::nothing_said);
  EXPECT_EQ(refusal_of(room.request(WordThread{room.thread(card, RegionEnd{"courage"}), cut_off})), Refusal::nothing_said);
  EXPECT_EQ(refusal_of(room.request(NameGathering{room.gathering({card, room.card()}), cut_off})), Refusal::nothing_said);
  EXPECT_EQ(refusal_of(room.request(LightCard{card, cut_off})), Refusal::nothing_said);
  EXPECT_EQ(refusal_of(room.request(LetGoCard{card, cut_off})), Refusal::nothing_said);
  EXPECT_EQ(refusal_of(room.request(EnterPhase{cut_off})), Refusal::nothing_said);
  EXPECT_EQ(refusal_of(room.request(OpenActivity{cut_off, "six-circles"})), Refusal::nothing_said);
  EXPECT_EQ(refusal_of(room.request(OpenActivity{"both-sides", cut_off})), Refusal::nothing_said);
  EXPECT_EQ(refusal_of(room.request(MakeCard{saying("we ask"), {cut_off, {}}})), Refusal::not_there);
  EXPECT_EQ(refusal_of(room.request(DrawThread{card, RegionEnd{cut_off}})), Refusal::not_there);
}

TEST(Refusal, TooLongForMoreThanACardHolds) {
  Room room = an_open_room();
  const Stroke stroke(max_stroke_points, {0.5F, 0.5F});
  const Saying most{std::string(max_words_bytes, 'a'), "en", std::vector<Stroke>(max_strokes, {{0.5F, 0.5F}})};
  EXPECT_TRUE(room.request(MakeCard{most, into_courage}).has_value());
  EXPECT_TRUE(room.request(MakeCard{{"", "", {stroke}}, into_courage}).has_value());

  Saying more_words = most, more_strokes = most;
  more_words.words += 'a';
  more_strokes.ink.emplace_back();
  const Saying more_points{"", "", {Stroke(max_stroke_points + 1, {0.5F, 0.5F})}};
  const Saying more_language{"we ask", std::string(max_name_bytes + 1, 'x'), {}};
  for (const Saying& said : {more_words, more_strokes, more_points, more_language}) {
    EXPECT_EQ(refusal_of(room.request(MakeCard{said, into_courage})), Refusal::too_long);
  }
}

TEST(Refusal, TooLongForALineOfMoreThanANamesLength) {
  Room room = an_open_room();
  const CardId card = room.card();
  const std::string line(max_name_bytes + 1, 'a');
  EXPECT_EQ(refusal_of(room.request(WordThread{room.thread(card, RegionEnd{"courage"}), line})), Refusal::too_long);
  EXPECT_EQ(refusal_of(room.request(NameGathering{room.gathering({card, room.card()}), line})), Refusal::too_long);
  EXPECT_EQ(refusal_of(room.request(LightCard{card, line})), Refusal::too_long);
  EXPECT_EQ(refusal_of(room.request(LetGoCard{card, std::string(max_words_bytes + 1, 'a')})), Refusal::too_long);
  EXPECT_EQ(refusal_of(room.request(OpenActivity{line, "six-circles"})), Refusal::too_long);
  EXPECT_EQ(refusal_of(room.request(OpenActivity{"both-sides", line})), Refusal::too_long);
  EXPECT_EQ(refusal_of(room.request(EnterPhase{line})), Refusal::too_long);
}

TEST(Refusal, TooLongForAGatheringOfMoreThanItHolds) {
  Room room = an_open_room();
  std::vector<CardId> cards;
  for (std::size_t i = 0; i < max_gathering_cards; ++i) cards.push_back(room.card());
  EXPECT_TRUE(room.request(Gather{cards}).has_value());
  cards.push_back(room.card());
  EXPECT_EQ(refusal_of(room.request(Gather{cards})), Refusal::too_long);
}

TEST(Refusal, NotThereForWhatWasNeverMade) {
  Room room = an_open_room();
  const CardId none = test::card_id(99);
  const ThreadId no_thread = test::id_of<ThreadId>(99);
  const GatheringId no_gathering = test::id_of<GatheringId>(99);
  const MarkerId no_marker = test::id_of<MarkerId>(99);
  for (const Request& request : std::initializer_list<Request>{MoveCard{none, into_courage},
                                                               TakeBackCard{none},
                                                               LetGoCard{none, ""},
                                                               VeilCard{none},
                                                               LightCard{none, ""},
                                                               LiftVeil{none},
                                                               TakeBackLight{none},
                                                               TakeBackMark{none},
                                                               TakeBackLetGo{none},
                                                               MarkCard{none},
                                                               MoveMarker{no_marker, into_courage},
                                                               TakeBackMarker{no_marker},
                                                               DrawThread{none, room.card()},
                                                               DrawThread{room.card(), none},
                                                               DrawThread{room.card(), RegionEnd{""}},
                                                               WordThread{no_thread, "because"},
                                                               TakeBackThread{no_thread},
                                                               NameGathering{no_gathering, "roots"},
                                                               TakeBackGathering{no_gathering},
                                                               Nourish{none, {}, saying("?")},
                                                               Nourish{no_thread, {}, saying("?")},
                                                               Nourish{RegionEnd{""}, {}, saying("?")},
                                                               TakeBackNourishment{test::id_of<NourishmentId>(99)}}) {
    EXPECT_EQ(refusal_of(room.request(request)), Refusal::not_there) << request.index();
  }
}

TEST(Refusal, NotThereForWhatSomeoneHasTakenBack) {
  Room room = an_open_room();
  const CardId card = room.card();
  const ThreadId thread = room.thread(card, RegionEnd{"courage"});
  room.granted<CardTakenBack>(TakeBackCard{card});
  EXPECT_EQ(refusal_of(room.request(MoveCard{card, into_courage})), Refusal::not_there);
  EXPECT_EQ(refusal_of(room.request(WordThread{thread, "because"})), Refusal::not_there);
  EXPECT_EQ(refusal_of(room.request(TakeBackCard{card})), Refusal::not_there);
}

TEST(Refusal, NotThereForAPlaceThatIsNowhere) {
  Room room = an_open_room();
  const Place nowhere{"courage", {no_number, 0}};
  const Place far_off{"courage", {0, std::numeric_limits<float>::infinity()}};
  for (const Place& place : {nowhere, far_off, Place{std::string(max_name_bytes + 1, 'r'), {}}}) {
    EXPECT_EQ(refusal_of(room.request(MakeCard{saying("we ask"), place})), Refusal::not_there);
    EXPECT_EQ(refusal_of(room.request(MoveCard{room.card(), place})), Refusal::not_there);
    EXPECT_EQ(refusal_of(room.request(SetMarker{place})), Refusal::not_there);
    EXPECT_EQ(refusal_of(room.request(MoveMarker{room.marker(), place})), Refusal::not_there);
  }
}

TEST(Refusal, PhaseHasClosedForTakingBackWhatAnEarlierStayMade) {
  Room room = an_open_room();
  const CardId card = room.card();
  const std::vector<Request> requests{TakeBackCard{card},
                                      TakeBackMarker{room.marker()},
                                      TakeBackThread{room.thread(card, RegionEnd{"courage"})},
                                      TakeBackGathering{room.gathering({card, room.card()})},
                                      TakeBackNourishment{room.nourishment(card)},
                                      TakeBackLight{card},
                                      TakeBackMark{card},
                                      TakeBackLetGo{card}};
  for (const Request& done : std::initializer_list<Request>{LightCard{card, ""}, MarkCard{card}, LetGoCard{card, ""}}) {
    ASSERT_TRUE(room.request(done).has_value());
  }
  room.granted<PhaseEntered>(EnterPhase{"read"});
  for (const Request& request : requests)
    EXPECT_EQ(refusal_of(room.request(request)), Refusal::phase_has_closed) << request.index();
}

// Going back to a phase is a new visit: what was there was left there by everybody.
TEST(Refusal, PhaseHasClosedThoughItIsEnteredAgain) {
  Room room = an_open_room();
  const CardId card = room.card();
  room.granted<PhaseEntered>(EnterPhase{"write"});
  EXPECT_EQ(refusal_of(room.request(TakeBackCard{card})), Refusal::phase_has_closed);
}

TEST(Refusal, SameEndsForAThreadToItself) {
  Room room = an_open_room();
  const CardId card = room.card();
  EXPECT_EQ(refusal_of(room.request(DrawThread{card, card})), Refusal::same_ends);
  EXPECT_EQ(refusal_of(room.request(DrawThread{RegionEnd{"courage"}, RegionEnd{"courage"}})), Refusal::same_ends);
}

TEST(Refusal, AlreadyJoinedInEitherDirection) {
  Room room = an_open_room();
  const CardId one = room.card();
  const CardId other = room.card();
  room.thread(one, other);
  EXPECT_EQ(refusal_of(room.request(DrawThread{one, other})), Refusal::already_joined);
  EXPECT_EQ(refusal_of(room.request(DrawThread{other, one})), Refusal::already_joined);
}

TEST(Refusal, TooFewForALoopRoundFewerThanTwoCardsThatAreThere) {
  Room room = an_open_room();
  const CardId one = room.card();
  EXPECT_EQ(refusal_of(room.request(Gather{{}})), Refusal::too_few);
  EXPECT_EQ(refusal_of(room.request(Gather{{one}})), Refusal::too_few);
  EXPECT_EQ(refusal_of(room.request(Gather{{one, one, test::card_id(99)}})), Refusal::too_few);
}

TEST(Refusal, AlreadySoForALoopRoundWhatIsGatheredAlready) {
  Room room = an_open_room();
  const CardId one = room.card();
  const CardId other = room.card();
  const CardId third = room.card();
  const auto made = room.granted<GatheringMade>(Gather{{one, other}});
  EXPECT_EQ(refusal_of(room.request(Gather{{other, one}})), Refusal::already_so);
  EXPECT_TRUE(room.request(Gather{{one, other, third}}).has_value());
  room.granted<GatheringTakenBack>(TakeBackGathering{made.gathering});
  EXPECT_TRUE(room.request(Gather{{one, other}}).has_value());
}

TEST(Refusal, AlreadySoWhenNothingWouldChange) {
  Room room = an_open_room();
  const CardId card = room.card();
  const ThreadId thread = room.thread(card, RegionEnd{"courage"});
  const GatheringId gathering = room.gathering({card, room.card()});
  for (const Request& request :
       std::initializer_list<Request>{LightCard{card, "why"}, MarkCard{card}, LetGoCard{card, "thanks"}, VeilCard{card},
                                      WordThread{thread, "because"}, NameGathering{gathering, "roots"}}) {
    EXPECT_TRUE(room.request(request).has_value()) << request.index();
    EXPECT_EQ(refusal_of(room.request(request)), Refusal::already_so) << request.index();
  }
}

TEST(Refusal, AlreadySoForTakingBackWhatNobodyDid) {
  Room room = an_open_room();
  const CardId card = room.card();
  for (const Request& request :
       std::initializer_list<Request>{LiftVeil{card}, TakeBackLight{card}, TakeBackMark{card}, TakeBackLetGo{card}}) {
    EXPECT_EQ(refusal_of(room.request(request)), Refusal::already_so) << request.index();
  }
}

TEST(Refusal, TwoHandsForOnePersonWhoLightsAVeiledCard) {
  Room room = an_open_room();
  const CardId card = room.card();
  room.granted<CardVeiled>(VeilCard{card});
  EXPECT_EQ(refusal_of(room.request(LightCard{card, ""})), Refusal::two_hands);
}

TEST(Refusal, AlreadySoRatherThanWriteOverSomeonesLine) {
  Room room = an_open_room();
  const CardId card = room.card();
  room.granted<CardLit>(LightCard{card, "it gave us a question"});
  EXPECT_EQ(refusal_of(room.request(LightCard{card, "another line"})), Refusal::already_so);
  EXPECT_EQ(room.seen(card).lit.value.words, "it gave us a question");
}

}  // namespace
}  // namespace greenline::model
