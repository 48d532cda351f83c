// What composers ask for.
#include <gmock/gmock.h>

#include "ui/at_a_seat.h"

namespace greenline::ui {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class Composing : public AtASeat {
 protected:
  template <class Wanted>
  const Wanted* wanted(const std::vector<Outcome>& out) {
    if (out.size() != 1) return nullptr;
    const auto* wants = std::get_if<Wants>(&out[0]);
    return wants != nullptr ? std::get_if<Wanted>(&wants->request) : nullptr;
  }
  static ComposeWord a_word() {
    ComposeWord word;
    word.thread.bytes[0] = 7;
    word.beside = {900, 500};
    word.offered = {{{"en", "rests on"}}, {{"en", "forgets"}}, {{"en", "feeds"}}};
    word.word = "forgets";
    return word;
  }
};

TEST_F(Composing, ACardIsAskedForInItsPlaceAndFliesFromThePaper) {
  const int seat = open(a_card());
  type(U"everyone");
  tap(seat, place_key(seat));
  const auto out = pass();
  const auto* made = wanted<model::MakeCard>(out);
  ASSERT_NE(made, nullptr);
  EXPECT_EQ(made->place, a_card().place);
  EXPECT_TRUE(seats->rect_of(seat)->contains(std::get<Wants>(out[0]).from));
}

TEST_F(Composing, PlacingNothingExplainsAndAsksForNothing) {
  const int seat = open(a_card());
  pass(1);
  pass(1);
  type(U"  ");
  pass(0.01F);
  tap(seat, place_key(seat));
  EXPECT_THAT(pass(0.01F), IsEmpty());
  EXPECT_TRUE(seats->drawings()[0].changed);  // the sentence
  EXPECT_TRUE(seats->rect_of(seat).has_value());
}

TEST_F(Composing, ATouchThatSlidesOffPlaceItIsTakenBack) {
  const int seat = open(a_card());
  type(U"not yet");
  touch(seat, 1, input::ContactState::began, place_key(seat));
  touch(seat, 1, input::ContactState::moved, inner(seat).centre());
  touch(seat, 1, input::ContactState::ended, inner(seat).centre());
  EXPECT_THAT(pass(), IsEmpty());
}

TEST_F(Composing, TheCornerLeaves) {
  const int seat = open(a_card());
  tap(seat, leave_key(seat));
  const auto out = pass();
  ASSERT_THAT(out, SizeIs(1));
  EXPECT_EQ(std::get<Left>(out[0]).seat, seat);
}

TEST_F(Composing, EscapeLeaves) {
  open(a_card());
  seats->press(Seats::Key::escape);
  const auto out = pass();
  ASSERT_THAT(out, SizeIs(1));
  EXPECT_TRUE(std::holds_alternative<Left>(out[0]));
}

TEST_F(Composing, ANourishmentIsAQuestionUntilAnotherKindIsTouched) {
  ComposeNourishment beside;
  model::CardId card;
  card.bytes[3] = 9;
  beside.beside_what = card;
  beside.beside = {500, 500};
  beside.title = "Two buildings, one parking lot";
  const int seat = open(beside);
  type(U"who decided?");
  tap(seat, place_key(seat));
  auto out = pass();
  const auto* asked = wanted<model::Nourish>(out);
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(asked->kind, model::NourishKind::question);
  EXPECT_EQ(std::get<model::CardId>(asked->beside), card);

  // The chips stand above the paper, which stands above five rows of keys.
  const float y = inner(seat).y1 - (1.12F + 0.18F + 5 + 0.18F + 1.95F + 0.18F + 0.46F) * unit(seat);
  tap(seat, {inner(seat).x1 - 0.5F * unit(seat), y});
  tap(seat, place_key(seat));
  out = pass();
  const auto* thanks = wanted<model::Nourish>(out);
  ASSERT_NE(thanks, nullptr);
  EXPECT_EQ(thanks->kind, model::NourishKind::thanks);
}

TEST_F(Composing, OneTouchPlacesAnOfferedWord) {
  const int seat = open(a_word());
  const float y = inner(seat).y1 - (1.12F + 0.18F + 5 + 0.18F + 1.1F + 0.18F + 0.46F) * unit(seat);
  tap(seat, {inner(seat).x0 + 0.5F * unit(seat), y});
  const auto out = pass();
  const auto* word = wanted<model::WordThread>(out);
  ASSERT_NE(word, nullptr);
  EXPECT_EQ(word->word, "rests on");
  EXPECT_EQ(word->language, "en") << "in which it was offered";
  EXPECT_EQ(word->thread, a_word().thread);
}

TEST_F(Composing, EnterPlacesAWordOfOnesOwn) {
  const int seat = open(a_word());
  for (int i = 0; i < 7; ++i) seats->press(Seats::Key::backspace);
  type(U"waits for");
  seats->press(Seats::Key::enter);
  const auto out = pass();
  const auto* word = wanted<model::WordThread>(out);
  ASSERT_NE(word, nullptr);
  EXPECT_EQ(word->word, "waits for");
  EXPECT_EQ(std::get<Wants>(out[0]).seat, seat);
}

TEST_F(Composing, AWordLeftAsItWasAsksForNothing) {
  open(a_word());
  seats->press(Seats::Key::enter);
  const auto out = pass();
  ASSERT_THAT(out, SizeIs(1));
  EXPECT_TRUE(std::holds_alternative<Left>(out[0]));
}

TEST_F(Composing, AGatheringGetsItsName) {
  ComposeName name;
  name.beside = {900, 500};
  const int seat = open(name);
  type(U"what bells do");
  tap(seat, place_key(seat));
  const auto out = pass();
  const auto* named = wanted<model::NameGathering>(out);
  ASSERT_NE(named, nullptr);
  EXPECT_EQ(named->name, "what bells do");
}

TEST_F(Composing, EverySentenceOfASeatIsThereInEveryLanguage) {
  for (const char* key :
       {"composer.place", "composer.leave",       "composer.draw",    "composer.write", "composer.hint",  "composer.draw_hint",
        "composer.clear", "composer.undo",        "composer.space",   "composer.full",  "key.numbers",    "key.letters",
        "nourish.title",  "nourish.question",     "nourish.offer",    "nourish.story",  "nourish.thanks", "read.thread",
        "read.nourish",   "read.take_back",       "read.let_go",      "read.mark",      "read.veil",      "read.light",
        "read.close",     "read.veiled",          "read.marked",      "read.resting",   "word.prompt",    "word.none",
        "name.prompt",    "refusal.nothing_said", "read.let_go_line", "read.light_line"}) {
    const auto found = strings->all().find(key);
    ASSERT_NE(found, strings->all().end()) << key;
    for (const char* language : {"en", "fr"}) EXPECT_TRUE(found->second.contains(language)) << key << " " << language;
  }
}

}  // namespace
}  // namespace greenline::ui
