// Fingers on keys become words.
#include "ui/at_a_seat.h"

namespace greenline::ui {
namespace {

using enum input::ContactState;

class Typing : public AtASeat {
 protected:
  void write(int seat, std::string_view words) {
    for (const char c : words) tap(seat, letter(seat, c));
  }
  std::string words(int seat) {
    const auto saying = placed(seat);
    return saying ? saying->words : "(nothing)";
  }
};

TEST_F(Typing, TouchesOnKeysAreTheWordsOfTheCard) {
  const int seat = open(a_card());
  write(seat, "the night custodian");
  const auto saying = placed(seat);
  ASSERT_TRUE(saying.has_value());
  EXPECT_EQ(saying->words, "the night custodian");
  EXPECT_EQ(saying->language, "en");
}

TEST_F(Typing, OverlappingPressesLoseNoLetter) {
  const int seat = open(a_card());
  // Each finger lands before the one before it has lifted.
  const std::string word = "kidsstaylate";
  for (std::size_t i = 0; i < word.size(); ++i) {
    touch(seat, static_cast<input::ContactId>(10 + i), began, letter(seat, word[i]));
    if (i > 0) touch(seat, static_cast<input::ContactId>(9 + i), ended, letter(seat, word[i - 1]));
  }
  touch(seat, static_cast<input::ContactId>(9 + word.size()), ended, letter(seat, word.back()));
  EXPECT_EQ(words(seat), word);
}

TEST_F(Typing, TwoSeatsWriteAtOnceAndKeepTheirOwnWords) {
  const int left = open(a_card());
  const int right = open(a_card());
  const std::string first = "bells", second = "doors";
  for (std::size_t i = 0; i < first.size(); ++i) {
    touch(left, 1, began, letter(left, first[i]));
    touch(right, 2, began, letter(right, second[i]));
    touch(left, 1, ended, letter(left, first[i]));
    touch(right, 2, ended, letter(right, second[i]));
  }
  EXPECT_EQ(words(left), first);
  EXPECT_EQ(words(right), second);
}

TEST_F(Typing, ShiftMakesOneCapitalAndNothingElseDoes) {
  const int seat = open(a_card());
  tap(seat, key(seat, 0.2F, 2));  // shift
  write(seat, "ab. a");
  EXPECT_EQ(words(seat), "Ab  a");  // the point is not a letter here: it falls on the space key
}

TEST_F(Typing, ShiftHeldWritesCapitalsUntilItIsLetGo) {
  const int seat = open(a_card());
  touch(seat, 5, began, key(seat, 0.2F, 2));
  write(seat, "ab");
  touch(seat, 5, ended, key(seat, 0.2F, 2));
  write(seat, "c");
  EXPECT_EQ(words(seat), "ABc");
}

TEST_F(Typing, AHeldKeyOffersAccentsAndSlidingToOneReplacesTheLetter) {
  const int seat = open(a_card());
  write(seat, "caf");
  const PixelPoint e = letter(seat, 'e');
  touch(seat, 3, began, e);
  pass(0.2F);
  pass(0.2F);
  const PixelPoint first_alternate{e.x, e.y - 1.2F * unit(seat)};
  touch(seat, 3, moved, first_alternate);
  touch(seat, 3, ended, first_alternate);
  EXPECT_EQ(words(seat), "café");
}

TEST_F(Typing, AlternatesStayForATouchOfTheirOwn) {
  const int seat = open(a_card());
  const PixelPoint e = letter(seat, 'e');
  touch(seat, 3, began, e);
  pass(0.4F);
  touch(seat, 3, ended, e);
  tap(seat, {e.x + unit(seat), e.y - 1.2F * unit(seat)}, 4);  // the second: è
  EXPECT_EQ(words(seat), "è");
}

TEST_F(Typing, ATouchElsewherePutsAlternatesAwayAndWrites) {
  const int seat = open(a_card());
  const PixelPoint e = letter(seat, 'e');
  touch(seat, 3, began, e);
  pass(0.4F);
  touch(seat, 3, ended, e);
  write(seat, "m");
  EXPECT_EQ(words(seat), "em");
}

TEST_F(Typing, TheAlternateReplacesItsOwnLetterThoughOthersWroteMeanwhile) {
  const int seat = open(a_card());
  const PixelPoint e = letter(seat, 'e');
  touch(seat, 3, began, e);
  pass(0.4F);
  write(seat, "st");
  const PixelPoint first_alternate{e.x, e.y - 1.2F * unit(seat)};
  touch(seat, 3, moved, first_alternate);
  touch(seat, 3, ended, first_alternate);
  EXPECT_EQ(words(seat), "ést");
}

TEST_F(Typing, ABriefTouchNeverBecomesAnAccent) {
  const int seat = open(a_card());
  touch(seat, 3, began, letter(seat, 'e'));
  pass(0.2F);
  touch(seat, 3, ended, letter(seat, 'e'));
  pass(1.0F);
  EXPECT_EQ(words(seat), "e");
}

TEST_F(Typing, DeleteTakesOneWholeGrapheme) {
  const int seat = open(a_card());
  type(U"hən̓");
  tap(seat, key(seat, 9, 2));
  EXPECT_EQ(words(seat), "hə");
}

TEST_F(Typing, DeleteRepeatsWhileItIsHeld) {
  const int seat = open(a_card());
  type(U"twelve words");
  touch(seat, 1, began, key(seat, 9, 2));
  pass(0.5F);
  for (int i = 0; i < 5; ++i) pass(0.1F);
  touch(seat, 1, ended, key(seat, 9, 2));
  pass(2.0F);
  EXPECT_EQ(words(seat), "twelv");
}

TEST_F(Typing, NumbersHaveAPageAndLettersComeBack) {
  const int seat = open(a_card());
  tap(seat, key(seat, 0.1F, 3));
  tap(seat, key(seat, 3, 0));
  tap(seat, key(seat, 1, 0));
  tap(seat, key(seat, 0.1F, 3));
  write(seat, "q");
  EXPECT_EQ(words(seat), "42q");
}

TEST_F(Typing, TheLanguageKeyBringsFrenchLettersAndSaysSoInTheCard) {
  const int seat = open(a_card());
  const PixelRect before = *seats->rect_of(seat);
  tap(seat, key(seat, 1.7F, 3));  // the language key
  EXPECT_EQ(*seats->rect_of(seat), before);
  tap(seat, key(seat, 0, 0, 5));  // é
  tap(seat, key(seat, 5, 0, 5));  // ç
  const auto saying = placed(seat);
  ASSERT_TRUE(saying.has_value());
  EXPECT_EQ(saying->words, "éç");
  EXPECT_EQ(saying->language, "fr");
}

TEST_F(Typing, ATouchInTheWordsPutsTheCaretThere) {
  const int seat = open(a_card());
  type(U"nothing deep");
  const float field_top = key(seat, 0, 0).y - 0.625F * unit(seat) - (0.18F + 1.95F) * unit(seat);
  tap(seat, {inner(seat).x0 + 0.28F * unit(seat), field_top + 0.4F * unit(seat)});
  type(U"so ");
  EXPECT_EQ(words(seat), "so nothing deep");
}

TEST_F(Typing, APluggedInKeyboardWritesInTheSeatTouchedLast) {
  const int first = open(a_card());
  const int second = open(a_card());
  type(U"b");
  tap(first, letter(first, ' '), 5);
  type(U"a");
  EXPECT_EQ(words(second), "b");
  EXPECT_EQ(words(first), "a");  // what it wrote by its own space key stands before, and is no word
}

TEST_F(Typing, TheKeysOfAPluggedInKeyboardEdit) {
  const int seat = open(a_card());
  using enum Seats::Key;
  type(U"aXbn̓");
  seats->press(backspace);
  seats->press(left);
  seats->press(backspace);
  seats->press(home);
  type(U"(");
  seats->press(end);
  type(U")");
  seats->press(enter);
  type(U"c");
  seats->press(home);
  seats->press(remove);
  type(U"d");
  EXPECT_EQ(words(seat), "(ab)\nd");
}

TEST_F(Typing, ControlCharactersAreNotWritten) {
  const int seat = open(a_card());
  type(U"a\u0007\u0085\u007F");
  seats->type(0xD800);
  type(U"b");
  EXPECT_EQ(words(seat), "ab");
}

TEST_F(Typing, AFullCardSaysSoAndKeepsWhatItHas) {
  const int seat = open(a_card());
  type(std::u32string(model::max_words_bytes + 50, U'a'));
  const auto saying = placed(seat);
  ASSERT_TRUE(saying.has_value());
  EXPECT_EQ(saying->words.size(), model::max_words_bytes);
}

TEST_F(Typing, WordsArePlacedInTheirCanonicalForm) {
  const int seat = open(a_card());
  type(U"e\u0301");
  EXPECT_EQ(words(seat), "\u00E9");
}

}  // namespace
}  // namespace greenline::ui
