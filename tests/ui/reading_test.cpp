// What may be done with a card while it is read.
#include <gmock/gmock.h>

#include "ui/at_a_seat.h"

namespace greenline::ui {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;
using enum input::ContactState;

class Reading : public AtASeat {
 protected:
  static ReadCard a_card_to_read() {
    ReadCard card;
    card.card.bytes[5] = 3;
    card.beside = {900, 500};
    card.saying.words = "Bells every 42 minutes";
    return card;
  }
  // What may be done stands in rows of two, from the bottom.
  [[nodiscard]] PixelPoint action(int seat, int column, int row_from_bottom) const {
    const PixelRect in = inner(seat);
    return {column == 0 ? in.x0 + unit(seat) : in.x1 - unit(seat),
            in.y1 - (static_cast<float>(row_from_bottom) + 0.55F) * unit(seat)};
  }
};

TEST_F(Reading, TellsWhichCardIsRead) {
  const int seat = open(a_card_to_read());
  EXPECT_EQ(seats->reading(seat), a_card_to_read().card);
  EXPECT_EQ(seats->reading(open(a_card())), std::nullopt);
}

TEST_F(Reading, AThreadIsPulledOutOfItsHandleByTheContactThatMoves) {
  ReadCard card = a_card_to_read();
  card.offered = {"thread"};
  const int seat = open(card);
  const PixelPoint handle = action(seat, 0, 0);
  touch(seat, 42, began, handle);
  touch(seat, 42, moved, handle + PixelPoint{5, 0});
  EXPECT_THAT(pass(), IsEmpty());  // less than 3 mm
  touch(seat, 42, moved, handle + PixelPoint{14, 0});
  const auto out = pass();
  ASSERT_THAT(out, SizeIs(1));
  EXPECT_EQ(std::get<WantsThread>(out[0]).contact, 42);
  EXPECT_EQ(std::get<WantsThread>(out[0]).card, card.card);
  touch(seat, 42, ended, handle + PixelPoint{14, 0});
  EXPECT_THAT(pass(), IsEmpty());
}

TEST_F(Reading, ATapArmsTheThread) {
  ReadCard card = a_card_to_read();
  card.offered = {"thread"};
  const int seat = open(card);
  tap(seat, action(seat, 0, 0), 42);
  const auto out = pass();
  ASSERT_THAT(out, SizeIs(1));
  EXPECT_LT(std::get<WantsThread>(out[0]).contact, 0);
}

TEST_F(Reading, OffersOnlyWhatIsAllowedNow) {
  const PixelPoint everywhere_step{20, 20};
  ReadCard card = a_card_to_read();
  const int seat = open(card);
  const PixelRect rect = *seats->rect_of(seat);
  std::vector<Outcome> all;
  for (float y = rect.y0; y < rect.y1; y += everywhere_step.y)
    for (float x = rect.x0; x < rect.x1; x += everywhere_step.x) {
      tap(seat, {x, y});
      for (const Outcome& outcome : pass()) all.push_back(outcome);
    }
  ASSERT_FALSE(all.empty());
  for (const Outcome& outcome : all) EXPECT_TRUE(std::holds_alternative<Left>(outcome));
}

TEST_F(Reading, EachKeyAsksForItsOwn) {
  ReadCard card = a_card_to_read();
  card.offered = {"thread", "nourish", "take_back", "let_go", "mark", "veil", "light"};
  const int seat = open(card);
  const auto request = [&](int column, int row) {
    tap(seat, action(seat, column, row));
    return pass();
  };
  EXPECT_TRUE(std::holds_alternative<WantsNourish>(request(1, 3).at(0)));
  EXPECT_TRUE(std::holds_alternative<model::TakeBackCard>(std::get<Wants>(request(0, 2).at(0)).request));
  EXPECT_EQ(std::get<WantsLine>(request(1, 2).at(0)).action, "let_go");
  EXPECT_TRUE(std::holds_alternative<model::MarkCard>(std::get<Wants>(request(0, 1).at(0)).request));
  EXPECT_TRUE(std::holds_alternative<model::VeilCard>(std::get<Wants>(request(1, 1).at(0)).request));
  EXPECT_EQ(std::get<WantsLine>(request(0, 0).at(0)).action, "light");
}

TEST_F(Reading, AVeiledCardIsOfferedToTwoAndToNoOneAlone) {
  ReadCard card = a_card_to_read();
  card.veiled = true;
  card.offered = {"ask_for_light"};
  const int seat = open(card);
  EXPECT_FALSE(seats->control(seat, "light"));
  ASSERT_TRUE(seats->control(seat, "ask_for_light"));
  tap(seat, seats->control(seat, "ask_for_light")->centre());
  const auto out = pass();
  ASSERT_THAT(out, SizeIs(1));
  EXPECT_EQ(std::get<WantsSecondHand>(out[0]).card, card.card);
  card.half_open = true;
  seats->read(seat, card);
  EXPECT_FALSE(seats->control(seat, "ask_for_light")) << "asked already";
}

TEST_F(Reading, WhatWasDoneToTheCardIsTakenBackThere) {
  ReadCard card = a_card_to_read();
  card.offered = {"take_back_light", "take_back_mark", "take_back_let_go"};
  const int seat = open(card);
  const auto request = [&](const char* name) {
    tap(seat, seats->control(seat, name)->centre());
    return std::get<Wants>(pass().at(0)).request;
  };
  EXPECT_TRUE(std::holds_alternative<model::TakeBackLight>(request("take_back_light")));
  EXPECT_TRUE(std::holds_alternative<model::TakeBackMark>(request("take_back_mark")));
  EXPECT_TRUE(std::holds_alternative<model::TakeBackLetGo>(request("take_back_let_go")));
}

TEST_F(Reading, ACardIsLetGoWithThanksOrWithoutAWord) {
  const model::CardId card = a_card_to_read().card;
  const auto let_go_with = [&](std::string_view thanks) {
    const int seat = open(ComposeLine{card, {900, 500}, "let_go"});
    for (const char c : thanks) seats->type(static_cast<char32_t>(c));
    tap(seat, seats->control(seat, "place")->centre());
    const auto request = std::get<model::LetGoCard>(std::get<Wants>(pass().at(0)).request);
    seats->close(seat);
    EXPECT_EQ(request.card, card);
    return request.thanks;
  };
  EXPECT_EQ(let_go_with("It held us"), "It held us");
  EXPECT_EQ(let_go_with(""), "");
}

TEST_F(Reading, ThanksThatWereBegunAreNotLostWithThePower) {
  const int seat = open(ComposeLine{a_card_to_read().card, {900, 500}, "let_go"});
  seats->type(U'a');
  const auto drafts = seats->drafts();
  ASSERT_THAT(drafts, SizeIs(1));
  EXPECT_EQ(drafts[0].becomes,
            (decltype(drafts[0].becomes){DraftNourishment{a_card_to_read().card, model::NourishKind::thanks}}));
  EXPECT_NE(seat, 0);
}

TEST_F(Reading, TheKeyThatTakesSomethingBackMovesWithIt) {
  ReadCard card = a_card_to_read();
  for (std::uint8_t i = 1; i <= 12; ++i) {
    LeftBeside left{model::NourishKind::story, {"We turned them off for a week in May.", "en", {}}, {}, i == 12};
    left.id.bytes[3] = i;
    card.nourishments.push_back(left);
  }
  const int seat = open(card);
  EXPECT_FALSE(seats->control(seat, "take_back_beside")) << "out of sight, at the end";
  const PixelPoint among_slips{inner(seat).centre().x, inner(seat).y1 - unit(seat)};
  touch(seat, 1, began, among_slips);
  touch(seat, 1, moved, among_slips - PixelPoint{0, 4000});
  touch(seat, 1, ended, among_slips - PixelPoint{0, 4000});
  pass();
  const auto key = seats->control(seat, "take_back_beside");
  ASSERT_TRUE(key);
  EXPECT_TRUE(seats->rect_of(seat)->contains(key->centre()));
  tap(seat, key->centre());
  const auto out = pass();
  ASSERT_THAT(out, SizeIs(1));
  EXPECT_EQ(std::get<model::TakeBackNourishment>(std::get<Wants>(out[0]).request).nourishment, card.nourishments.back().id);
}

TEST_F(Reading, ASeatThatHadItsCardPlacedReadsItInPlaceOfWriting) {
  const int seat = open(a_card());
  const PixelRect before = *seats->rect_of(seat);
  ReadCard card = a_card_to_read();
  card.veiled = card.made_here = true;
  seats->read(seat, card);
  EXPECT_EQ(seats->reading(seat), card.card);
  EXPECT_FALSE(seats->control(seat, "space"));
  EXPECT_FLOAT_EQ(seats->rect_of(seat)->y1, before.y1) << "on the same foot";
  EXPECT_TRUE(seats->drafts().empty());
}

TEST_F(Reading, WhatIsReadGrowsWithinTheScreenAndOverNobody) {
  ReadCard card = a_card_to_read();
  const int seat = open(card);
  const int beside = open(a_card());
  for (int i = 0; i < 9; ++i) card.nourishments.push_back({model::NourishKind::story, {"in May", "en", {}}});
  card.offered = {"thread", "nourish", "mark", "veil"};
  seats->read(seat, card);
  const PixelRect rect = *seats->rect_of(seat);
  EXPECT_GE(rect.y0, 0);
  EXPECT_LE(rect.y1, setting.height);
  EXPECT_FALSE(rect.touches(*seats->rect_of(beside)));
}

TEST_F(Reading, ScrollsThroughAllThatWasLeftBesideIt) {
  ReadCard card = a_card_to_read();
  for (int i = 0; i < 30; ++i) {
    card.nourishments.push_back({model::NourishKind::story, {"We turned them off for a week in May.", "en", {}}});
  }
  const int seat = open(card);
  for (int i = 0; i < 20; ++i) pass(0.05F);
  EXPECT_FALSE(seats->drawings()[0].changed);
  const PixelPoint among_slips{inner(seat).centre().x, inner(seat).y1 - unit(seat)};
  touch(seat, 1, began, among_slips);
  touch(seat, 1, moved, among_slips - PixelPoint{0, 60});
  pass();
  EXPECT_TRUE(seats->drawings()[0].changed);
  EXPECT_THAT(pass(), IsEmpty());
}

TEST_F(Reading, EscapePutsItBack) {
  open(a_card_to_read());
  seats->press(Seats::Key::escape);
  const auto out = pass();
  ASSERT_THAT(out, SizeIs(1));
  EXPECT_TRUE(std::holds_alternative<Left>(out[0]));
}

ThreadAt a_thread_to(std::uint8_t card, const std::string& says, const std::string& language = "en") {
  ThreadAt thread{.word = {"because of", "en"}, .card = model::CardId{}, .says = {says, language}};
  thread.card->bytes[5] = card;
  return thread;
}

TEST_F(Reading, ATouchOnAThreadsOtherEndReadsThatCard) {
  ReadCard card = a_card_to_read();
  card.threads = {a_thread_to(7, "The late bus runs twice a week")};
  const int seat = open(card);
  const auto row = seats->control(seat, "other_end");
  ASSERT_TRUE(row);
  tap(seat, row->centre());
  const auto out = pass();
  ASSERT_THAT(out, SizeIs(1));
  EXPECT_EQ(std::get<WantsCard>(out[0]).card, *card.threads[0].card);
}

TEST_F(Reading, TabReachesEachThreadsOtherEndAndThenWhatMayBeDone) {
  ReadCard card = a_card_to_read();
  card.offered = {"thread", "nourish"};
  for (std::uint8_t i = 0; i < 9; ++i) card.threads.push_back(a_thread_to(i, "The late bus runs twice a week"));
  const int seat = open(card);
  const PixelRect first = *seats->control(seat, "other_end");
  seats->press(Seats::Key::next);
  EXPECT_EQ(seats->at_keys(seat)->centre(), first.centre());
  for (int i = 0; i < 8; ++i) {
    seats->press(Seats::Key::next);
    EXPECT_TRUE(inner(seat).touches(*seats->at_keys(seat))) << "rows out of sight come into it";
  }
  seats->press(Seats::Key::enter);
  const auto out = pass();
  ASSERT_THAT(out, SizeIs(1));
  EXPECT_EQ(std::get<WantsCard>(out[0]).card, *card.threads[8].card);
  seats->press(Seats::Key::next);
  EXPECT_EQ(seats->at_keys(seat)->centre(), seats->control(seat, card.offered.front())->centre());
  for (int i = 0; i < 9; ++i) seats->press(Seats::Key::previous);
  EXPECT_TRUE(seats->at_keys(seat)->touches(first)) << "and back to the first";
}

TEST_F(Reading, ARowOfAThreadIsWideEnoughForAFinger) {
  ReadCard card = a_card_to_read();
  card.threads = {a_thread_to(7, "Bells")};
  const int seat = open(card);
  EXPECT_GE(seats->control(seat, "other_end")->height(), 0.75F * unit(seat));
}

TEST_F(Reading, AThreadToARegionLeadsNowhere) {
  ReadCard card = a_card_to_read();
  card.threads = {{.word = {"needs", "en"}, .says = {"Structure", "en"}}};
  EXPECT_FALSE(seats->control(open(card), "other_end"));
}

TEST_F(Reading, AFingerThatMovesOnScrollsThreadsAndReadsNone) {
  ReadCard card = a_card_to_read();
  for (std::uint8_t i = 0; i < 12; ++i) card.threads.push_back(a_thread_to(i, "The late bus runs twice a week"));
  const int seat = open(card);
  const PixelPoint from = seats->control(seat, "other_end")->centre();
  touch(seat, 5, began, from);
  for (int i = 1; i <= 6; ++i) touch(seat, 5, moved, from - PixelPoint{0, 4.0F * static_cast<float>(i)});
  touch(seat, 5, ended, from - PixelPoint{0, 24});
  EXPECT_THAT(pass(), IsEmpty());
}

TEST_F(Reading, LeavesTheCardsAtTheOtherEndsInSightWhereThereIsRoom) {
  const PixelRect neighbour{700, 560, 1000, 700};
  ReadCard card = a_card_to_read();
  card.beside = {850, 500};
  const std::vector<PixelRect> own{{760, 430, 940, 530}}, others{neighbour};
  const int seat = seats->open(card, {}, own, others);
  ASSERT_NE(seat, 0);
  EXPECT_FALSE(seats->rect_of(seat)->touches(neighbour));
  EXPECT_FALSE(seats->rect_of(seat)->touches(own.front()));
}

TEST_F(Reading, IsOpenedAllTheSameWhereNeighboursAreEverywhere) {
  ReadCard card = a_card_to_read();
  std::vector<PixelRect> others;
  for (int x = 0; x < 16; ++x)
    for (int y = 0; y < 9; ++y) {
      const float left = static_cast<float>(x) * 120, top = static_cast<float>(y) * 120;
      others.push_back({left, top, left + 100, top + 100});
    }
  const std::vector<PixelRect> own{{760, 430, 940, 530}};
  const int seat = seats->open(card, {}, own, others);
  ASSERT_NE(seat, 0);
  EXPECT_FALSE(seats->waiting(seat));
}

}  // namespace
}  // namespace greenline::ui
