// Type that people write and read keeps a size that they can read; the rest is scrolled.
#include "ui/readable.h"

#include <gmock/gmock.h>

#include "ui/at_a_seat.h"
#include "ui/text_field.h"

namespace greenline::ui {
namespace {

using ::testing::ElementsAre;
using ::testing::Ge;

class Readable : public AtASeat {
 protected:
  // A large screen of few pixels, as a 55-inch one has at 1080 lines.
  void show_on_55_inches() {
    setting.pixels_per_mm = 1.58F;
    setting.still = true;
    seats->set_setting(setting);
  }
  // How high the letters stand that a seat shows: the tallest of its glyphs.
  static std::string letters(std::size_t count) { return std::string(count, 'n'); }
  static model::Saying saying(std::string words) { return {std::move(words), "en", {}}; }
};

TEST_F(Readable, OnlySizesThatAreReadAtTheGlassAreUsed) {
  constexpr float sizes[] = {30, 20, 14, 9};
  EXPECT_THAT(readable(sizes, setting), ElementsAre(30, 20, 14));  // 3.78 px/mm: 13.6 px
  setting.pixels_per_mm = 7.56F;
  EXPECT_THAT(readable(sizes, setting), ElementsAre(30));
  setting.pixels_per_mm = 1;
  EXPECT_THAT(readable(sizes, setting), ElementsAre(30, 20, 14));
}

TEST_F(Readable, WhereNoneIsTheLargestStaysAndCanBeDrawn) {
  constexpr float sizes[] = {12, 7};
  EXPECT_THAT(readable(sizes, setting), ElementsAre(13));
}

TEST_F(Readable, ALongWordBreaksBeforeItBecomesSmall) {
  constexpr float sizes[] = {30, 20, 14};
  const text::Style style{.width_px = 300, .language = {}};
  EXPECT_FLOAT_EQ(breaking_fit(letters(60), engine, style, 200, sizes), 30);
  EXPECT_FLOAT_EQ(breaking_fit(letters(2000), engine, style, 200, sizes), 14) << "more than fits is scrolled";
}

TEST_F(Readable, AComposerKeepsItsTypeForALongWordAndShowsTheCaret) {
  show_on_55_inches();
  const int seat = open(a_card());
  ASSERT_NE(seat, 0);
  const PixelRect words = *seats->control(seat, "words");
  type(U"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn");
  pass();
  TextField field;
  field.fill(letters(100));
  constexpr float sizes[] = {16, 13};
  const FieldView view = view_of(field, engine, words, {.line_spacing = 1.25F, .language = {}}, sizes);
  EXPECT_THAT(view.style.size_px, Ge(13));
  EXPECT_LE(view.caret.bottom, words.y1 + 1);
  EXPECT_GE(view.caret.top, words.y0 - 1);
}

TEST_F(Readable, AReadCardOfManyWordsIsScrolled) {
  show_on_55_inches();
  ReadCard card;
  card.card.bytes[5] = 3;
  card.beside = {900, 500};
  std::string words;
  while (words.size() < 1900) words += "we turned the bells off for a week in May and nobody was late. ";
  card.saying = saying(words);
  const int seat = open(card);
  for (int i = 0; i < 20; ++i) pass(0.05F);
  EXPECT_FALSE(seats->drawings()[0].changed);
  const PixelPoint on_paper{inner(seat).centre().x, inner(seat).y0 + 3 * unit(seat)};
  touch(seat, 1, input::ContactState::began, on_paper);
  touch(seat, 1, input::ContactState::moved, on_paper - PixelPoint{0, 40});
  pass();
  EXPECT_TRUE(seats->drawings()[0].changed);
}

}  // namespace
}  // namespace greenline::ui
