// The program's own screens reach what walls reach: 4.5:1 for all that is written, on the worst pixel behind it, and letters
// that are read at arm's length. The tables in docs/legibility.md are these figures.
#include <gtest/gtest.h>

#include "legible/called.h"
#include "legible/on_paper.h"
#include "legible/screens.h"

namespace greenline::legible {
namespace {

constexpr float screens_contrast = 4.5F;
constexpr float least_capital_mm = 2.5F, least_capital_px = 8.5F;
constexpr Glass glasses[] = {{"55 inches", 1920, 1080, 1.58F},
                             {"24 inches", 1920, 1080, 3.6F},
                             {"24 inches upright", 1080, 1920, 3.6F},
                             {"a laptop", 1366, 768, 4.4F}};

class ScreensOfItsOwn : public testing::TestWithParam<const char*> {};

TEST_P(ScreensOfItsOwn, HaveWordsThatStandOut) {
  const std::string theme = GetParam();
  const content::Palette palette = app::load_resources("both-sides-of-the-line", theme).value().palette;
  Column column;
  for (const Glass& glass : glasses)
    for (const ShownScreen& shown : programs_screens(theme, glass, Wanted::letters_and_ground)) {
      EXPECT_GT(shown.letters.size(), 20U) << shown.screen << ", " << shown.moment;
      for (const Written& letter : shown.letters) {
        const std::string what = shown.screen + ": " + words_called(palette, letter.colour) + " on " +
                                 ground_called(palette, usual_ground(letter, shown.behind));
        const float ratio = worst_contrast(letter, shown.behind);
        if (ratio < screens_contrast)
          ADD_FAILURE() << theme << ", " << glass.name << ", " << shown.moment << ": " << what << " at "
                        << letter.glyphs.front().x0 << ", " << letter.glyphs.front().y0 << " has " << ratio;
        keep_worst(column, what, ratio);
      }
    }
  expect_told("screens", theme, column);
}

INSTANTIATE_TEST_SUITE_P(Themes, ScreensOfItsOwn, testing::Values("dusk", "daylight", "high-contrast"), [](const auto& theme) {
  return std::string(theme.param == std::string("high-contrast") ? "high_contrast" : theme.param);
});

class LettersOfItsOwn : public testing::TestWithParam<Glass> {};

TEST_P(LettersOfItsOwn, AreLargeEnoughToBeRead) {
  Glass glass = GetParam();
  Column column;
  for (const char* language : {"en", "fr", "es"}) {
    glass.language = language;
    for (const ShownScreen& shown : programs_screens("dusk", glass, Wanted::letters)) {
      const std::vector<float> lines = heights_of_lines(shown.letters);
      const std::string where = shown.screen + ", " + shown.moment + ", " + language;
      EXPECT_FALSE(lines.empty()) << where;
      for (const float height_px : lines) {
        EXPECT_GE(height_px, least_capital_px) << where;
        EXPECT_GE(height_px / glass.pixels_per_mm, least_capital_mm) << where;
        keep_worst(column, shown.screen, height_px / glass.pixels_per_mm);
      }
    }
  }
  expect_told("letters", glass.name, column, 0.35F);
}

INSTANTIATE_TEST_SUITE_P(Themes, LettersOfItsOwn, testing::ValuesIn(glasses),
                         [](const auto& glass) { return "glass_" + std::to_string(glass.index); });

}  // namespace
}  // namespace greenline::legible
