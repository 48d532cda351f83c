// Fingers on the words that somebody writes: caret, selection, words.
#include <gmock/gmock.h>

#include "ui/at_a_seat.h"
#include "ui/field_hand.h"

namespace greenline::ui {
namespace {

using enum input::ContactState;

constexpr float unit = 60;

class Selecting : public ::testing::Test {
 protected:
  [[nodiscard]] FieldView view() {
    const std::array sizes = {30.0F, 24.0F};
    return view_of(field, engine, {100, 100, 700, 240}, {.language = language}, sizes);
  }
  // Where a finger touches to put the caret there.
  [[nodiscard]] PixelPoint at(std::size_t offset) {
    const text::Caret caret = caret_at(field, engine, view(), offset);
    return {caret.x, (caret.top + caret.bottom) / 2};
  }
  void finger(input::ContactState state, PixelPoint p) { hand.touch({1, state, p, 0}, now_s, field, engine, view(), unit); }
  void tap(PixelPoint p) {
    finger(began, p);
    finger(ended, p);
  }
  void drag(PixelPoint from, PixelPoint to) {
    finger(began, from);
    finger(moved, from + (to - from) * 0.5F);
    finger(moved, to);
    finger(ended, to);
    now_s += 2;
  }
  [[nodiscard]] std::string selected() const {
    const text::Range range = field.selected();
    return field.text.substr(range.from, range.to - range.from);
  }
  void write(std::string_view words) { field.fill(words); }

  text::Engine engine;
  TextField field;
  FieldHand hand;
  std::string language = "en";
  double now_s = 10;
};

TEST_F(Selecting, ADragSelectsFromWhereItBegan) {
  write("the night custodian");
  drag(at(4), at(9));
  EXPECT_EQ(selected(), "night");
  write("the night custodian");
  drag(at(9), at(4));
  EXPECT_EQ(selected(), "night");
}

TEST_F(Selecting, ATouchPutsTheCaretAndSelectsNothing) {
  write("the night custodian");
  finger(began, at(4));
  finger(moved, at(4) + PixelPoint{0.12F * unit, 0});  // no finger is quite still
  finger(ended, at(4) + PixelPoint{0.12F * unit, 0});
  EXPECT_EQ(field.caret, 4U);
  EXPECT_EQ(selected(), "");
}

TEST_F(Selecting, AnArabicWordIsSelectedFromTheRight) {
  language = "ar";
  write("الليل طويل");
  const std::size_t end = field.text.find(' ');
  EXPECT_GT(at(0).x, at(end).x);
  drag(at(0), at(end));
  EXPECT_EQ(selected(), "الليل");
}

TEST_F(Selecting, AcrossDirectionsEveryRectangleIsInTheField) {
  write("we say سلام عليكم here");
  drag(at(3), at(field.text.find(' ', field.text.find("سلام"))));
  EXPECT_EQ(selected(), "say سلام");
  EXPECT_GE(selected_rects(field, engine, view()).size(), 2U);
}

TEST_F(Selecting, NeverSplitsALetterFromItsMarks) {
  write("hən̓q̓əmin̓əm̓ ਪੰਜਾਬੀ");
  const PixelPoint from = at(0);
  for (float x = 0; x < 500; x += 3) {
    drag(from, from + PixelPoint{x, 0});
    const text::Range range = field.selected();
    for (const std::size_t end : {range.from, range.to}) {
      EXPECT_TRUE(end == 0 || text::next_grapheme(field.text, text::previous_grapheme(field.text, end)) == end) << end;
    }
  }
}

TEST_F(Selecting, TwoTouchesSelectTheWord) {
  write("in hən̓q̓əmin̓əm̓ here");
  tap(at(6));
  now_s += 0.2;
  tap(at(6));
  EXPECT_EQ(selected(), "hən̓q̓əmin̓əm̓");
  now_s += 2;
  tap(at(field.text.size()));
  EXPECT_EQ(selected(), "");
}

TEST_F(Selecting, TwoTouchesFarApartInTimeAreTwoTouches) {
  write("in here");
  tap(at(1));
  now_s += 1;
  tap(at(1));
  EXPECT_EQ(selected(), "");
}

TEST_F(Selecting, AnEndOfItCanBeTakenAndMoved) {
  write("the night custodian");
  drag(at(4), at(9));
  drag(at(9) + PixelPoint{5, 8}, at(19));
  EXPECT_EQ(selected(), "night custodian");
  drag(at(4), at(10));
  EXPECT_EQ(selected(), "custodian");
}

TEST_F(Selecting, ASecondFingerIsNotHeard) {
  write("the night custodian");
  finger(began, at(4));
  hand.touch({2, began, at(0), 0}, now_s, field, engine, view(), unit);
  finger(moved, at(9));
  finger(ended, at(9));
  EXPECT_EQ(selected(), "night");
}

TEST_F(Selecting, AnArrowEndsItAtItsOwnSide) {
  write("the night custodian");
  field.select({4, 9});
  move_caret(field, engine, view(), -1, false);
  EXPECT_EQ(field.caret, 4U);
  field.select({4, 9});
  move_caret(field, engine, view(), +1, false);
  EXPECT_EQ(field.caret, 9U);
  EXPECT_EQ(selected(), "");
}

TEST_F(Selecting, AnArrowInArabicEndsItWhereItPoints) {
  language = "ar";
  write("الليل طويل");
  field.select({0, field.text.find(' ')});
  move_caret(field, engine, view(), +1, false);
  EXPECT_EQ(field.caret, 0U);  // which is at the right
}

TEST_F(Selecting, HomeAndEndGoToTheEndsOfTheLineAsItFell) {
  write("the night custodian knows every door and every bell in this building");
  field.put_caret(2, false);
  move_caret_to(LineEnd::last, field, engine, view(), true);
  const std::string first_line = selected();
  EXPECT_GT(first_line.size(), 10U);
  EXPECT_LT(first_line.size() + 2, field.text.size());
  move_caret_to(LineEnd::first, field, engine, view(), false);
  EXPECT_EQ(field.caret, 0U);
}

TEST_F(Selecting, AnEmptyArabicFieldHasItsCaretAtTheRight) {
  language = "ar";
  EXPECT_GT(view().caret.x, 690);
  language = "en";
  EXPECT_LT(view().caret.x, 110);
}

TEST_F(Selecting, ANameInArabicStandsAtTheRightAndItsCaretIsSeen) {
  language = "ar";
  field.single_line = true;
  write("الليل");
  EXPECT_NEAR(at(0).x, 700, 1);
  for (int i = 0; i < 20; ++i) field.insert(" الليل طويل");
  EXPECT_GE(view().caret.x, 100);
  EXPECT_LT(view().caret.x, 110);
}

TEST(WordsInAField, WhatIsWrittenReplacesWhatIsSelected) {
  TextField field;
  field.fill("the night custodian");
  field.select({4, 9});
  EXPECT_EQ(field.insert("day"), 4U);
  EXPECT_EQ(field.text, "the day custodian");
  EXPECT_EQ(field.caret, 7U);
  EXPECT_TRUE(field.selected().empty());
}

TEST(WordsInAField, DeleteTakesWhatIsSelected) {
  for (const bool before : {true, false}) {
    TextField field;
    field.fill("the night custodian");
    field.select({9, 3});
    before ? field.erase_before() : field.erase_after();
    EXPECT_EQ(field.text, "the custodian");
    EXPECT_EQ(field.caret, 3U);
  }
}

TEST(WordsInAField, AFullFieldStillTakesWhatIsNoLongerThanWhatItReplaces) {
  TextField field;
  field.max_bytes = 5;
  field.fill("abcde");
  field.select({0, 2});
  EXPECT_FALSE(field.insert("xyz"));
  EXPECT_EQ(field.text, "abcde");
  EXPECT_EQ(field.selected(), (text::Range{0, 2}));
  EXPECT_TRUE(field.insert("xy"));
}

class SelectingAtASeat : public AtASeat {};

TEST_F(SelectingAtASeat, WhatIsDraggedOverGivesWayToTheNextLetter) {
  const int seat = open(a_card());
  type(U"night");
  const PixelRect box = *seats->control(seat, "words");
  const PixelPoint line{box.x0 + 1, box.y0 + 0.4F * unit(seat)};
  touch(seat, 1, began, line);
  touch(seat, 1, moved, line + PixelPoint{5 * unit(seat), 0});
  touch(seat, 1, ended, line + PixelPoint{5 * unit(seat), 0});
  pass();
  tap(seat, letter(seat, 'k'));
  EXPECT_EQ(placed(seat)->words, "k");
}

TEST_F(SelectingAtASeat, APluggedInKeyboardSelectsWithShiftAndAllAtOnce) {
  const int seat = open(a_card());
  type(U"abcd");
  seats->press(Seats::Key::left, true);
  seats->press(Seats::Key::left, true);
  type(U"x");
  EXPECT_EQ(seats->drafts()[0].words, "abx");
  seats->press(Seats::Key::home, true);
  seats->press(Seats::Key::backspace);
  type(U"y");
  EXPECT_EQ(seats->drafts()[0].words, "y");
  seats->press(Seats::Key::select_all);
  type(U"z");
  EXPECT_EQ(placed(seat)->words, "z");
}

}  // namespace
}  // namespace greenline::ui
