// What people may do, and what comes of it.
#include "model/decide.h"

#include <set>

#include "model/builders.h"

namespace greenline::model {
namespace {

using test::all_but;
using test::an_open_room;
using test::only;
using test::Room;
using test::saying;

const Place in_courage{"courage", {0.5F, 0.25F}};

TEST(Decide, MakesACardWithTheIdentityAndTimeItIsGiven) {
  Room room = an_open_room();
  const Stamp stamp{test::event_id(9), test::at_ms(77), test::card_id(5).bytes};
  const auto event = decide(room.convening, room.rules, MakeCard{saying("we ask"), in_courage}, at_seat(1), stamp);
  ASSERT_TRUE(event.has_value());
  EXPECT_EQ(event->id, stamp.event);
  EXPECT_EQ(event->at, stamp.at);
  EXPECT_EQ(std::get<CardMade>(event->body),
            (CardMade{test::card_id(5), saying("we ask"), in_courage, room.convening.phase.event, false}));
}

TEST(Decide, ChangesNothingItself) {
  Room room = an_open_room();
  const Convening before = room.convening;
  (void)decide(room.convening, room.rules, MakeCard{saying("we ask"), in_courage}, at_seat(1), {});
  EXPECT_EQ(room.convening, before);
}

TEST(Decide, VeilsACardBornInAProtectedRegion) {
  Room room = an_open_room();
  room.rules.protected_regions = {"courage"};
  EXPECT_TRUE(room.seen(room.card("quietly", in_courage)).veiled.value);
  EXPECT_FALSE(room.seen(room.card("openly", {"identity", {}})).veiled.value);
}

TEST(Decide, VeilsEveryCardBornInAVeilingPhase) {
  Room room = an_open_room();
  room.rules.veils_new_cards = true;
  EXPECT_TRUE(room.seen(room.card()).veiled.value);
}

TEST(Decide, TakesInkAloneForACard) {
  Room room = an_open_room();
  const Saying drawn{"", "", {{{0.1F, 0.1F}, {0.2F, 0.2F}}}};
  EXPECT_TRUE(room.request(MakeCard{drawn, in_courage}).has_value());
}

TEST(Decide, KeepsTheLanguageOfALineWithItsWords) {
  Room room = an_open_room();
  const CardId one = room.card();
  const ThreadId thread = room.thread(one, RegionEnd{"courage"});
  ASSERT_TRUE(room.request(WordThread{thread, "سہارا", "ur"}));
  EXPECT_EQ(room.convening.threads.at(thread).word.value, (Phrase{"سہارا", "ur"}));
  ASSERT_TRUE(room.request(WordThread{thread, "", "ur"}));
  EXPECT_EQ(room.convening.threads.at(thread).word.value, Phrase{}) << "no words, no language";
  const GatheringId gathering = room.gathering({one, room.card()});
  ASSERT_TRUE(room.request(NameGathering{gathering, "جڑیں", "ur"}));
  EXPECT_EQ(room.convening.gatherings.at(gathering).name.value, (Phrase{"جڑیں", "ur"}));
  EXPECT_EQ(room.request(NameGathering{gathering, "roots", "\xFF"}), tl::unexpected(Refusal::nothing_said));
  EXPECT_EQ(room.request(NameGathering{gathering, "roots", std::string(max_name_bytes + 1, 'x')}),
            tl::unexpected(Refusal::too_long));
}

TEST(Decide, LetsPlaceShiftOnlyWhatWasMadeInThisStay) {
  Room room = an_open_room();
  const CardId card = room.card();
  const MarkerId marker = room.marker();
  room.rules = only(Verb::place);
  EXPECT_TRUE(room.request(MoveCard{card, in_courage}).has_value());
  EXPECT_TRUE(room.request(MoveMarker{marker, in_courage}).has_value());
  room.granted<PhaseEntered>(EnterPhase{"read"});
  EXPECT_EQ(room.request(MoveCard{card, in_courage}), tl::unexpected(Refusal::not_in_this_phase));
  EXPECT_EQ(room.request(MoveMarker{marker, in_courage}), tl::unexpected(Refusal::not_in_this_phase));
}

TEST(Decide, LetsMoveShiftWhatWasMadeBefore) {
  Room room = an_open_room();
  const CardId card = room.card();
  room.granted<PhaseEntered>(EnterPhase{"read"});
  room.rules = only(Verb::move);
  room.granted<CardMoved>(MoveCard{card, in_courage});
  EXPECT_EQ(room.seen(card).place.value, in_courage);
}

TEST(Decide, LetsPeopleTakeBackTheirOwnWithoutAnyVerb) {
  Room room = an_open_room();
  const CardId card = room.card();
  room.rules.verbs.clear();
  room.granted<CardTakenBack>(TakeBackCard{card});
  EXPECT_FALSE(present(room.seen(card)));
}

TEST(Decide, AlwaysLetsTheHostOpenCloseAndGoOn) {
  Room room;
  room.rules.touch = false;
  room.rules.verbs.clear();
  EXPECT_TRUE(room.request(OpenActivity{"both-sides", "six-circles"}).has_value());
  EXPECT_TRUE(room.request(EnterPhase{"look"}).has_value());
  EXPECT_TRUE(room.request(EnterPhase{"look"}).has_value());
  EXPECT_TRUE(room.request(CloseActivity{}).has_value());
}

TEST(Decide, GathersEachPresentCardOnceAndInOrder) {
  Room room = an_open_room();
  const CardId one = room.card();
  const CardId other = room.card();
  const CardId gone = room.card();
  room.granted<CardTakenBack>(TakeBackCard{gone});
  const auto made = room.granted<GatheringMade>(Gather{{other, gone, one, other, test::card_id(99)}});
  EXPECT_EQ(made.cards, (std::vector<CardId>{one, other}));
}

TEST(Decide, LetsTwoBeJoinedAgainOnceTheirThreadIsTakenBack) {
  Room room = an_open_room();
  const CardId one = room.card();
  const CardId other = room.card();
  room.granted<ThreadTakenBack>(TakeBackThread{room.thread(one, other)});
  EXPECT_TRUE(room.request(DrawThread{other, one}).has_value());
}

// Every wish, and the one verb that it needs.
TEST(Decide, AsksEachWishForItsVerb) {
  Room room = an_open_room();
  const CardId one = room.card();
  const CardId other = room.card();
  const ThreadId thread = room.thread(one, RegionEnd{"courage"});
  const GatheringId gathering = room.gathering({one, room.card()});
  const std::vector<std::pair<Verb, Request>> requests{{Verb::name, MakeCard{saying("we ask"), in_courage}},
                                                       {Verb::place, SetMarker{in_courage}},
                                                       {Verb::connect, DrawThread{one, other}},
                                                       {Verb::connect, WordThread{thread, "because"}},
                                                       {Verb::gather, Gather{{one, other}}},
                                                       {Verb::gather, NameGathering{gathering, "roots"}},
                                                       {Verb::nourish, Nourish{one, NourishKind::story, saying("once")}},
                                                       {Verb::illuminate, LightCard{one, "why"}},
                                                       {Verb::veil, VeilCard{one}},
                                                       {Verb::mark, MarkCard{one}},
                                                       {Verb::let_go, LetGoCard{one, "thanks"}}};
  for (const auto& [verb, request] : requests) {
    room.rules = all_but(verb);
    EXPECT_EQ(room.request(request), tl::unexpected(Refusal::not_in_this_phase)) << to_text(verb) << " " << request.index();
    room.rules = only(verb);
    room.rules.sets_markers = true;
    EXPECT_TRUE(room.request(request).has_value()) << to_text(verb) << " " << request.index();
  }
}

TEST(Verbs, ReadBackFromTheirNames) {
  std::set<std::string_view> names;
  for (int v = 0; v <= static_cast<int>(Verb::look); ++v) {
    const auto verb = static_cast<Verb>(v);
    EXPECT_EQ(verb_from_text(to_text(verb)), verb);
    names.insert(to_text(verb));
  }
  EXPECT_EQ(names.size(), static_cast<std::size_t>(Verb::look) + 1);
  EXPECT_EQ(verb_from_text("vote"), std::nullopt);
  EXPECT_EQ(verb_from_text(""), std::nullopt);
}

TEST(Refusals, HaveEachAName) {
  std::set<std::string_view> names;
  for (int r = 0; r <= static_cast<int>(Refusal::cannot_keep); ++r) names.insert(to_text(static_cast<Refusal>(r)));
  EXPECT_EQ(names.size(), static_cast<std::size_t>(Refusal::cannot_keep) + 1);
  EXPECT_FALSE(names.contains(""));
}

}  // namespace
}  // namespace greenline::model
