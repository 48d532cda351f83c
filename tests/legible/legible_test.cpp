// Everything that is written anywhere reaches 4.5:1 (WCAG 2.2, 1.4.3) on the worst pixel behind it, and every shape that tells
// something 3:1 (1.4.11), in every theme. What is measured is what is drawn: a new pair of colours is measured as soon as it
// stands in one of the situations. The tables in docs/legibility.md are these figures.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

#include "legible/called.h"
#include "legible/on_paper.h"
#include "legible/shapes.h"
#include "legible/situations.h"
#include "legible/written.h"
#include "render/over.h"

namespace greenline::legible {
namespace {

constexpr float enough_for_words = 4.5F, enough_for_shapes = 3.0F;
constexpr float enough_where_nobody_is = 3.0F;  // in a seat that dims because nobody touches it
// Shapes that stay fainter on purpose; docs/legibility.md says why.
const std::set<std::string> faint_on_purpose = {"a key, or its edge, on the panel", "the edge of a pill",
                                                "the edge of a region"};

Column measured_words(const std::string& theme) {
  Column column;
  for (const Situation& situation : situations()) {
    Room room(situation, theme);
    const content::Palette& palette = room.palette();
    (void)with_words(room.offscreen());
    const std::vector<Written> on_wall = written_on(room.offscreen().wall(), palette);
    std::vector<Written> in_seats = written_in_seats(room.offscreen().wall(), room.offscreen().renderer().glyph_texture());
    const render::Picture behind = without_words(room.offscreen(), palette);
    for (Written& written : in_seats)
      written.what = words_called(palette, written.colour) + " on " + ground_called(palette, usual_ground(written, behind));
    std::vector<PixelRect> over = room.offscreen().wall().seats().rects();
    for (const scene::TextView& notice : room.offscreen().wall().atmosphere().notices)
      over.push_back(render::notice_pill(notice));
    for (const render::Chip& chip : room.offscreen().wall().atmosphere().chips) over.push_back(chip.rect);
    const auto covered = [&](const Written& written) {  // a seat lies over it, or a notice
      if (written.what == "a notice") return false;
      return std::ranges::any_of(written.glyphs, [&](const PixelRect& glyph) {
        return std::ranges::any_of(over, [&](const PixelRect& one) { return one.grown(40).touches(glyph); });
      });
    };
    const auto measure = [&](const Written& written) {
      const float ratio = worst_contrast(written, behind);
      if (ratio < (written.colour.a < 0.99F ? enough_where_nobody_is : enough_for_words))
        ADD_FAILURE() << theme << ", " << situation.name << ": " << written.what << " at " << written.glyphs.front().x0 << ", "
                      << written.glyphs.front().y0 << " has " << ratio;
      keep_worst(column, written.what, ratio);
    };
    for (const Written& written : on_wall)
      if (!covered(written)) measure(written);
    for (const Written& written : in_seats) measure(written);
  }
  return column;
}

Column measured_shapes(const std::string& theme) {
  Column column;
  for (const Situation& situation : situations()) {
    if (situation.cards == 0 || situation.name == "one looks nearer") continue;
    Room room(situation, theme);
    for (const auto& [what, ratio] : shapes_on(room)) keep_worst(column, what, ratio);
    if (column.contains("the caret")) continue;
    for (const auto& [what, ratio] : shapes_in_seats(room.palette())) keep_worst(column, what, ratio);
  }
  return column;
}

// Pixels that change when letters go, and belong to no text that is listed.
constexpr float turned_px = 4;  // how far a letter is moved at the side of a large card that is turned by 1.1 degrees
int unlisted_pixels(Room& room) {
  const render::Picture with = with_words(room.offscreen());
  const std::vector<Written> listed = written_on(room.offscreen().wall(), room.palette());
  std::vector<PixelRect> known = room.offscreen().wall().seats().rects();
  for (PixelRect& seat : known) seat = seat.grown(40);
  for (const Written& written : listed)
    for (const PixelRect& glyph : written.glyphs)
      known.push_back(glyph.grown(turned_px * room.offscreen().wall().scene().camera().zoom));
  const render::Picture without = without_words(room.offscreen(), room.palette());
  int unlisted = 0;
  for (int y = 0; y < with.height; ++y)
    for (int x = 0; x < with.width; ++x) {
      const Colour a = pixel(with, x, y), b = pixel(without, x, y);
      if (std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b) < 0.1F) continue;
      const model::PixelPoint at{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F};
      unlisted += std::ranges::none_of(known, [&](const PixelRect& rect) { return rect.contains(at); }) ? 1 : 0;
    }
  return unlisted;
}

TEST(EachText, ListsEverythingThatIsWrittenOnTheWall) {
  for (const Situation& situation : situations()) {
    Room room(situation, "dusk");
    EXPECT_EQ(unlisted_pixels(room), 0) << situation.name;
  }
}

class Legibility : public testing::TestWithParam<const char*> {};

TEST_P(Legibility, OfEverythingThatIsWritten) { expect_told("words", GetParam(), measured_words(GetParam())); }

TEST_P(Legibility, OfShapesThatTellSomething) {
  const Column measured = measured_shapes(GetParam());
  for (const auto& [what, ratio] : measured) {
    const float enough = faint_on_purpose.contains(what) ? 1 : enough_for_shapes;
    EXPECT_GE(ratio, enough) << what;
  }
  expect_told("shapes", GetParam(), measured);
}

INSTANTIATE_TEST_SUITE_P(Themes, Legibility, testing::Values("dusk", "daylight", "high-contrast"), [](const auto& theme) {
  return std::string(theme.param == std::string("high-contrast") ? "high_contrast" : theme.param);
});

}  // namespace
}  // namespace greenline::legible
