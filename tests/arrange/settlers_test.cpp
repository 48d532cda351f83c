// Where cards settle on canvases that do not leave them just where people put them.
#include "arrange/settlers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "geometry/forms.h"
#include "model/event.h"

namespace greenline::arrange {
namespace {

constexpr float em = 0.02F, card_wide = card_ems * em;

model::CardId card(std::uint64_t number) {
  model::CardId id;
  id.bytes = model::uuid_v7(static_cast<std::int64_t>(number), number, number);
  return id;
}

// Two regions side by side, the second as wide as the first.
struct Facing {
  content::Canvas canvas;
  Zones zones;
  explicit Facing(bool one_over_the_other = false) {
    for (const char* id : {"left", "right"}) canvas.regions.emplace_back().id = id;
    content::Layout& layout = canvas.layouts.emplace_back();
    layout.width = layout.height = 2;
    const auto rounded = [](geometry::Box box) {
      return geometry::rounded_kind().make({{box.centre().x, box.centre().y}, {box.width() / 2, box.height() / 2}, {0.05F}},
                                           {-1, -1, 1, 1});
    };
    if (one_over_the_other) {
      layout.regions.push_back({"left", rounded({-0.9F, 0.05F, 0.9F, 0.9F}), {}});
      layout.regions.push_back({"right", rounded({-0.9F, -0.9F, 0.9F, -0.05F}), {}});
    } else {
      layout.regions.push_back({"left", rounded({-0.95F, -0.9F, -0.05F, 0.9F}), {}});
      layout.regions.push_back({"right", rounded({0.05F, -0.9F, 0.95F, 0.9F}), {}});
    }
    canvas.settling.twins = {{"left", "right"}};
    zones = make_zones({canvas, layout});
  }
  Standing put(std::uint64_t number, const char* region, Point at) const {
    Standing one;
    one.slot = static_cast<std::uint32_t>(number);
    one.zone = zones.of(region);
    one.home = at;
    one.at.wall_ms = static_cast<std::int64_t>(number);
    one.card = card(number);
    one.sheet = least_sheet;
    return one;
  }
};

float apart(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

content::Settling by_threads() {
  content::Settling settling;
  settling.by_threads = true;
  return settling;
}

TEST(Settlers, LeaveCardsWhereTheyWerePutUnlessTheCanvasSaysOtherwise) {
  const Facing room;
  std::vector<Standing> cards{room.put(1, "left", {-0.8F, 0.5F}), room.put(2, "left", {-0.2F, -0.5F})};
  const std::vector<Tie> ties{{card(1), card(2)}};
  settle({}, room.zones, em, cards, ties);
  EXPECT_EQ(cards[0].home, (Point{-0.8F, 0.5F}));
  EXPECT_EQ(cards[1].home, (Point{-0.2F, -0.5F}));
}

TEST(Settlers, AThreadDrawsItsCardsTogetherAndLeavesOthersAlone) {
  const Facing room;
  std::vector<Standing> cards{room.put(1, "left", {-0.6F, 0.8F}), room.put(2, "left", {-0.6F, -0.8F}),
                              room.put(3, "left", {-0.3F, 0.3F})};
  const std::vector<Tie> ties{{card(1), card(2)}};
  settle(by_threads(), room.zones, em, cards, ties);
  EXPECT_LT(apart(cards[0].home, cards[1].home), 1.1F);
  EXPECT_GT(apart(cards[0].home, cards[1].home), card_wide);
  EXPECT_EQ(cards[2].home, (Point{-0.3F, 0.3F}));
}

TEST(Settlers, CardsThatStandSideBySideAreNotDrawnCloser) {
  const Facing room;
  std::vector<Standing> cards{room.put(1, "left", {-0.7F, 0}), room.put(2, "left", {-0.7F + card_wide * 1.2F, 0})};
  settle(by_threads(), room.zones, em, cards, std::vector<Tie>{{card(1), card(2)}});
  EXPECT_EQ(cards[0].home, (Point{-0.7F, 0}));
}

// Nothing becomes the centre by having many threads: who is joined to many gives way no further than who is joined to one.
TEST(Settlers, ManyThreadsMoveACardNoFurtherThanOne) {
  const Facing room;
  std::vector<Standing> alone{room.put(1, "left", {-0.5F, 0.8F}), room.put(2, "left", {-0.5F, -0.8F})};
  settle(by_threads(), room.zones, em, alone, std::vector<Tie>{{card(1), card(2)}});
  std::vector<Standing> many{room.put(1, "left", {-0.5F, 0.8F})};
  std::vector<Tie> ties;
  for (std::uint64_t n = 2; n < 12; ++n) {
    many.push_back(room.put(n, "left", {-0.5F, -0.8F}));
    ties.push_back({card(1), card(n)});
  }
  settle(by_threads(), room.zones, em, many, ties);
  EXPECT_NEAR(many[0].home.y, alone[0].home.y, 0.01F);
}

TEST(Settlers, TwoThreadsBetweenTwoCardsDrawNoHarderThanOne) {
  const Facing room;
  const std::vector<Standing> cards{room.put(1, "left", {-0.5F, 0.8F}), room.put(2, "left", {-0.5F, -0.8F}),
                                    room.put(3, "left", {-0.2F, 0.1F})};
  std::vector<Standing> once = cards, twice = cards;
  settle(by_threads(), room.zones, em, once, std::vector<Tie>{{card(1), card(2)}, {card(1), card(3)}});
  settle(by_threads(), room.zones, em, twice, std::vector<Tie>{{card(1), card(2)}, {card(2), card(1)}, {card(1), card(3)}});
  EXPECT_EQ(once[0].home, twice[0].home);
}

TEST(Settlers, TheOrderInWhichCardsAndThreadsAreGivenChangesNothing) {
  const Facing room;
  std::minstd_rand random(3);
  const auto within = [&](float from, float to) { return from + (to - from) * static_cast<float>(random() % 1000) / 1000; };
  std::vector<Standing> cards;
  std::vector<Tie> ties;
  for (std::uint64_t n = 1; n <= 40; ++n) {
    const bool left = n % 2 == 0;
    const float x = within(0.1F, 0.9F);
    cards.push_back(room.put(n, left ? "left" : "right", {left ? -x : x, within(-0.8F, 0.8F)}));
    ties.push_back({card(n), card(1 + random() % 40)});
  }
  content::Settling both = room.canvas.settling;
  both.by_threads = true;
  const auto settled = [&](std::vector<Standing> all, const std::vector<Tie>& tied) {
    settle(both, room.zones, em, all, tied);
    std::sort(all.begin(), all.end(), [](const Standing& a, const Standing& b) { return a.card < b.card; });
    return all;
  };
  const std::vector<Standing> once = settled(cards, ties);
  std::shuffle(cards.begin(), cards.end(), random);
  std::shuffle(ties.begin(), ties.end(), random);
  const std::vector<Standing> again = settled(cards, ties);
  for (std::size_t i = 0; i < once.size(); ++i) {
    EXPECT_EQ(once[i].home, again[i].home);
    EXPECT_EQ(once[i].has_twin, again[i].has_twin);
  }
}

TEST(Mirror, ReflectsAcrossTheFoldBetweenTheTwo) {
  const Facing beside, over(true);
  const auto seen = [](const Facing& room, Point p) { return reflected(room.zones.places[0], room.zones.places[1], p); };
  EXPECT_LT(apart(seen(beside, {-0.3F, 0.4F}), {0.3F, 0.4F}), 1e-4F);
  EXPECT_LT(apart(seen(over, {-0.3F, 0.4F}), {-0.3F, -0.4F}), 1e-4F);
}

TEST(Mirror, ACardOnAReflectionBecomesItsTwin) {
  const Facing room;
  std::vector<Standing> cards{room.put(1, "left", {-0.5F, 0.4F}), room.put(2, "right", {0.5F + card_wide * 0.3F, 0.41F})};
  settle(room.canvas.settling, room.zones, em, cards, {});
  EXPECT_LT(apart(cards[1].home, {0.5F, 0.4F}), 1e-4F);
  EXPECT_TRUE(cards[0].has_twin);
}

TEST(Mirror, ACardBesideAReflectionStandsForItself) {
  const Facing room;
  std::vector<Standing> cards{room.put(1, "left", {-0.5F, 0.4F}), room.put(2, "right", {0.5F + card_wide, 0.4F})};
  settle(room.canvas.settling, room.zones, em, cards, {});
  EXPECT_EQ(cards[1].home, (Point{0.5F + card_wide, 0.4F}));
  EXPECT_FALSE(cards[0].has_twin);
}

TEST(Mirror, AReflectionHasOneTwinTheFirstToCome) {
  const Facing room;
  const Point second{0.5F + card_wide * 0.2F, 0.4F};
  std::vector<Standing> cards{room.put(1, "left", {-0.5F, 0.4F}), room.put(2, "right", {0.51F, 0.4F}),
                              room.put(3, "right", second)};
  settle(room.canvas.settling, room.zones, em, cards, {});
  EXPECT_TRUE(cards[1].has_twin);
  EXPECT_EQ(cards[2].home, second);
}

TEST(Mirror, ReflectsWhatHasNoTwinUntilItComes) {
  const Facing room;
  std::vector<Standing> cards{room.put(1, "left", {-0.5F, 0.4F}), room.put(2, "left", {-0.5F, -0.4F}),
                              room.put(3, "right", {0.5F, 0.4F})};
  settle(room.canvas.settling, room.zones, em, cards, {});
  Columns columns;
  RestSolver solver;
  solver.start(room.zones, columns, em, cards);
  solver.finish();
  const auto waits = awaited(room.canvas.settling, room.zones, solver);
  ASSERT_EQ(waits.size(), 1U);
  EXPECT_EQ(waits[0].of, card(2));
  EXPECT_EQ(waits[0].zone, room.zones.of("right"));
  EXPECT_LT(apart(waits[0].at, {0.5F, -0.4F}), 0.01F);
}

}  // namespace
}  // namespace greenline::arrange
