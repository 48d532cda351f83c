// A part of the wall in each language that people here write in: their cards, the words of their threads, a gathering's name.
#include <gtest/gtest.h>

#include <cstddef>

#include "app/offscreen_wall.h"
#include "app/resources.h"
#include "golden/golden.h"
#include "simulate/simulation.h"

namespace greenline {
namespace {

// Two regions and what crosses the line between them and the others, of a wall of 1920 by 1080.
constexpr int left = 660, top = 520, width = 960, height = 540;

render::Picture part_of(const render::Picture& wall) {
  render::Picture part{width, height, {}};
  for (int y = 0; y < height; ++y) {
    const auto row = wall.rgba.begin() + (static_cast<std::ptrdiff_t>(top + y) * wall.width + left) * 4;
    part.rgba.insert(part.rgba.end(), row, row + std::ptrdiff_t{width} * 4);
  }
  return part;
}

class GoldenScript : public testing::TestWithParam<const char*> {};

TEST_P(GoldenScript, LooksAsItDid) {
  const std::string language = GetParam();
  auto resources = app::load_resources("both-sides-of-the-line", "dusk");
  ASSERT_TRUE(resources) << resources.error();
  auto phrases = simulate::load_phrases(resources->paths.content / "simulation" / "phrases.json", language);
  ASSERT_TRUE(phrases) << phrases.error();
  station::Session session(resources->pack, station::seeded_sources(1));
  ASSERT_TRUE(simulate::play(session, *phrases, {.seed = 5, .cards = 13, .until_phase = "across"}));
  view::WallSetting setting;
  setting.language = language;
  auto offscreen = app::OffscreenWall::open(*resources, session, setting);
  ASSERT_TRUE(offscreen) << offscreen.error();
  expect_as_it_was("script-" + language, part_of((*offscreen)->picture().value()));
}

INSTANTIATE_TEST_SUITE_P(Languages, GoldenScript,
                         testing::Values("en", "fr", "es", "vi", "hur", "squ", "str", "kut", "pa", "hi", "ar", "ur", "zh-Hans",
                                         "zh-Hant", "km", "am"),
                         [](const auto& language) { return as_test_name(language.param); });

}  // namespace
}  // namespace greenline
