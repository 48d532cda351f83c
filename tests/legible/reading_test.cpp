// People came to read each other: how much of a wall can be read, with the simulated people's words, on a 55-inch screen and on
// 86 inches in 4K.
#include "scene/reading.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <utility>
#include <variant>

#include "app/resources.h"
#include "legible/situations.h"
#include "legible/written.h"
#include "scene/each_text.h"
#include "simulate/simulation.h"
#include "station/session.h"
#include "thorough.h"
#include "view/staging.h"

namespace greenline::legible {
namespace {

struct Screen {
  const char* name;
  float width, height, pixels_per_mm;
};
constexpr Screen inches_55{"55in", 1920, 1080, 1.58F}, inches_86{"86in", 3840, 2160, 2.02F};

// What is asked of so many cards: shares of all, and the least em.
struct Cell {
  Screen screen;
  int cards;
  bool two_languages;
  double whole, first_line;
  float type_px;
  bool table = false;  // names and prompts stand twice
};
constexpr Cell cells[] = {
    {inches_55, 24, true, 1, 1, 16},     {inches_55, 60, false, 1, 1, 13},  {inches_55, 90, false, 0.8, 1, 12},
    {inches_55, 120, false, 0.5, 1, 12}, {inches_55, 360, false, 0, 1, 12}, {inches_86, 24, true, 1, 1, 28},
    {inches_86, 60, false, 1, 1, 22},    {inches_86, 90, false, 1, 1, 12},  {inches_86, 120, false, 0.9, 1, 12},
    {inches_86, 360, false, 0.6, 1, 12},
};

scene::Reading read(const std::string& activity, const Cell& cell, const std::vector<std::string>& languages) {
  auto resources = app::load_resources(activity, "dusk");
  EXPECT_TRUE(resources);
  station::Session session(resources->pack, station::seeded_sources(1));
  const auto tongues = simulate::load_phrases(resources->paths.content / "simulation" / "phrases.json", languages);
  EXPECT_TRUE(tongues);
  EXPECT_TRUE(simulate::play(session, *tongues, {1, cell.cards, {}}));
  view::WallSetting setting;
  setting.width = cell.screen.width;
  setting.height = cell.screen.height;
  setting.pixels_per_mm = cell.screen.pixels_per_mm;
  setting.legible_px = 12;
  setting.table = cell.table;
  if (cell.two_languages) setting.second_language = "fr";
  choose_languages(session.pack().activity, setting);
  text::Engine engine;
  scene::Scene scene(engine);
  scene.set_stage(view::stage_of(session.pack(), session.phase(), resources->strings, setting), session.convening(), true);
  scene.rebuild(session.convening());
  return scene::reading_of(scene);
}

class Reading : public testing::TestWithParam<std::tuple<const char*, Cell>> {};

std::string name_of(const testing::TestParamInfo<Reading::ParamType>& info) {
  const auto& [activity, cell] = info.param;
  return std::string(activity).substr(0, 4) + "_" + cell.screen.name + "_" + std::to_string(cell.cards);
}

void expect_readable(const scene::Reading& reading, const Cell& cell) {
  EXPECT_EQ(reading.cards, cell.cards);
  EXPECT_EQ(reading.leaves, 0);
  EXPECT_GE(reading.whole, cell.whole * cell.cards);
  EXPECT_GE(reading.first_line, cell.first_line * cell.cards);
  EXPECT_GE(reading.type_px, cell.type_px);
  EXPECT_GE(reading.capitals_mm, 2.5F);
  EXPECT_EQ(reading.covered_words, 0);
  if (cell.whole == 1) {
    EXPECT_EQ(reading.overlapping_pairs, 0);
  }
}

TEST_P(Reading, OfCardsAndOfEveryWordBesideThem) {
  const auto& [activity, cell] = GetParam();
  expect_readable(read(activity, cell, {"en"}), cell);
}

// Long French words, Gurmukhi, Arabic and Chinese.
TEST_P(Reading, OfCardsInFourScripts) {
  const auto& [activity, cell] = GetParam();
  if (cell.two_languages) return;  // the wall's are two already
  expect_readable(read(activity, cell, {"fr", "pa", "ar", "zh-Hans"}), cell);
}

TEST(ReadingRoundATable, CopiesForWhoSitsOppositeCoverNoWords) {
  for (const char* activity : {"both-sides-of-the-line", "finding-our-place"})
    for (const bool two_languages : {false, true}) {
      const Cell cell{inches_55, 60, two_languages, 0, 1, 12, true};
      const scene::Reading reading = read(activity, cell, {"en"});
      EXPECT_EQ(reading.first_line, cell.cards) << activity;
      EXPECT_EQ(reading.covered_words, 0) << activity;
    }
}

// One region has no room for all first lines: of its cards some show their edge, of all others everything that there is room
// for.
TEST(ReadingOfPiles, ShowsFirstLinesWhereverThereIsRoom) {
  for (const char* activity : {"both-sides-of-the-line", "finding-our-place"}) {
    const scene::Reading reading = read(activity, {inches_55, 500, false, 0, 0, 0}, {"en"});
    EXPECT_GE(reading.first_line, 450) << activity;
    EXPECT_EQ(reading.first_line + reading.leaves, 500) << activity;
    EXPECT_EQ(reading.covered_words, 0) << activity;
    EXPECT_GE(reading.type_px, 12) << activity;
  }
}

TEST(ReadingOfLeaves, CoversNoWords) {
  for (const char* activity : {"both-sides-of-the-line", "finding-our-place"}) {
    const scene::Reading reading = read(activity, {inches_55, 1500, false, 0, 0, 0}, {"en"});
    EXPECT_GT(reading.leaves, 1000) << activity;
    EXPECT_EQ(reading.covered_words, 0) << activity;
  }
}

// By day each activity on one shape of screen, by night on all.
TEST(ReadingOfEachActivity, NoWordIsCovered) {
  constexpr Screen shapes[] = {inches_55, {"upright", 1080, 1920, 1.58F}, {"four_to_three", 1024, 768, 1.58F}, inches_86};
  const auto resources = app::load_resources("both-sides-of-the-line", "dusk");
  ASSERT_TRUE(resources);
  std::vector<std::string> activities;
  for (const auto& file : std::filesystem::directory_iterator(resources->paths.content / "activities"))
    activities.push_back(file.path().stem().string());
  std::sort(activities.begin(), activities.end());
  ASSERT_GT(activities.size(), 10U);
  const auto step = static_cast<std::size_t>(by_day_or_night(std::size(shapes), 1));
  for (std::size_t i = 0; i < activities.size(); ++i)
    for (std::size_t k = i % step; k < std::size(shapes); k += step) {
      const scene::Reading reading = read(activities[i], {shapes[k], 24, true, 0, 0, 0}, {"en", "fr"});
      EXPECT_EQ(reading.covered_words, 0) << activities[i] << " on " << shapes[k].name;
      EXPECT_EQ(reading.whole, reading.cards) << activities[i] << " on " << shapes[k].name;
    }
}

// Somebody writes in each region of a wall that others have written on.
TEST(ReadingBesideASeat, NeitherThePromptNorTheNameOfItsRegionIsCovered) {
  for (const char* activity : {"both-sides-of-the-line", "finding-our-place"}) {
    Situation situation{"somebody writes", activity, "name", 30, 1920, 1080, "", false, {}};
    if (activity == std::string("finding-our-place")) situation.phase = "what-each-place-needs";
    Room room(situation, "dusk");
    interact::Wall& wall = room.offscreen().wall();
    const scene::Backdrop& backdrop = wall.scene().backdrop();
    interact::HandOnWall hand(room.offscreen());
    int opened = 0;
    for (std::size_t r = 0; r < backdrop.regions.size(); ++r) {
      // The wall may stand otherwise once a seat is there.
      const auto now = [&]() -> const scene::RegionView& { return backdrop.regions[r]; };
      for (int i = 1; i < 400 && wall.seats().rects().empty(); ++i) {
        const model::PixelRect box = now().bounds();
        const model::PixelPoint at{box.x0 + box.width() * static_cast<float>(i * 37 % 100) / 100,
                                   box.y1 - box.height() * static_cast<float>(i * 13 % 100) / 100};
        const bool is_ground = wall.scene().region_at(at) == &now() && wall.scene().named_at(at) == nullptr &&
                               std::holds_alternative<input::OnGround>(wall.scene().hit(at));
        if (is_ground) hand.tap(at);
      }
      for (const model::PixelRect& seat : wall.seats().rects()) {
        ++opened;
        const auto clear_of = [&](const model::PixelRect& words) {
          return words.empty() || !wall.scene().camera()(words).touches(seat);
        };
        each_text_of_prompt(backdrop.prompt, [&](const auto& text) { EXPECT_TRUE(clear_of(text.reach)) << now().id; });
        EXPECT_TRUE(clear_of(now().name.rect())) << now().id;
        EXPECT_TRUE(clear_of(now().help.rect())) << now().id;
      }
      for (int id = 1; id < 100; ++id) wall.seats().close(id);
      hand.frames(3);
    }
    EXPECT_GE(opened, 2) << activity;
  }
}

constexpr Screen inches_24{"24in", 1920, 1080, 3.6F};

// How much ground the words take, of a card on the wall, and of what seats write in ink: the side of a square as large, which
// hardly asks where lines break. Pixels.
float side_of(const model::PixelRect& words) { return std::sqrt(words.width() * words.height()); }
float size_on_wall(interact::Wall& wall, const model::CardId& card) {
  const text::Block& words = *wall.scene().card(card)->words;
  model::PixelRect all;
  for (const text::Glyph& glyph : words.glyphs) {
    const model::PixelRect one{glyph.x, glyph.y, glyph.x + static_cast<float>(glyph.w), glyph.y + static_cast<float>(glyph.h)};
    all = all.empty() ? one : joined(all, one);
  }
  return side_of(all) / words.detail * wall.scene().camera().zoom;
}
float size_in_seats(app::OffscreenWall& offscreen, content::Colour ink) {
  model::PixelRect all;
  for (const Written& letter : written_in_seats(offscreen.wall(), offscreen.renderer().glyph_texture())) {
    const float off = std::abs(letter.colour.r - ink.r) + std::abs(letter.colour.g - ink.g) + std::abs(letter.colour.b - ink.b);
    if (off < 0.02F) all = all.empty() ? letter.glyphs.front() : joined(all, letter.glyphs.front());
  }
  return side_of(all);
}
bool is_alone(const station::Session& session, const model::CardId& card) {
  return std::ranges::none_of(session.convening().threads, [&](const auto& thread) {
    const auto& ends = thread.second.ends.value;
    return ends.from == model::ThreadEnd{card} || ends.to == model::ThreadEnd{card};
  });
}

// Few cards are large: the card that is read is larger all the same, and all of it is there.
TEST(ReadLarge, IsLargerThanTheCardOnTheWallByAQuarterAtLeast) {
  const std::pair<Screen, int> walls[] = {{inches_55, 3}, {inches_55, 24}, {inches_86, 3}, {inches_24, 3}};
  for (const auto& [screen, cards] : walls) {
    auto resources = app::load_resources("both-sides-of-the-line", "dusk");
    ASSERT_TRUE(resources);
    station::Session session(resources->pack, station::seeded_sources(1));
    const auto phrases = simulate::load_phrases(resources->paths.content / "simulation" / "phrases.json", "en");
    ASSERT_TRUE(phrases);
    ASSERT_TRUE(simulate::play(session, *phrases, {1, cards, "across"}));
    const view::WallSetting setting{
        .width = screen.width, .height = screen.height, .pixels_per_mm = screen.pixels_per_mm, .still = true};
    auto offscreen = app::OffscreenWall::open(*resources, session, setting);
    ASSERT_TRUE(offscreen);
    (void)(*offscreen)->picture();
    interact::HandOnWall hand(**offscreen);
    interact::Wall& wall = (*offscreen)->wall();
    // Beside one that is joined to others their words stand in its seat, too.
    const auto read = std::ranges::find_if(wall.scene().cards(), [&](const scene::CardView& view) {
      return view.alive && view.words && view.ink == nullptr && view.nourished == 0 && is_alone(session, view.id);
    });
    ASSERT_NE(read, wall.scene().cards().end());
    const model::CardId card = read->id;
    const float on_wall = size_on_wall(wall, card);
    hand.tap(wall.scene().camera()(read->centre));
    ASSERT_EQ(wall.seats().reading(hand.seat()), card) << screen.name;
    hand.frames(3);
    EXPECT_GE(size_in_seats(**offscreen, resources->palette["ink"]), 1.2F * on_wall) << screen.name << ' ' << cards;
    const model::PixelRect glass{0, 0, screen.width, screen.height}, seat = *wall.seats().rect_of(hand.seat());
    EXPECT_EQ(model::clipped(seat, glass), seat) << screen.name << ' ' << cards;
  }
}

INSTANTIATE_TEST_SUITE_P(BothCanvases, Reading,
                         testing::Combine(testing::Values("both-sides-of-the-line", "finding-our-place"),
                                          testing::ValuesIn(cells)),
                         name_of);

}  // namespace
}  // namespace greenline::legible
