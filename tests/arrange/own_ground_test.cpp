// In which region a card is, can be told from where it rests.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "arrange/choose_columns.h"
#include "arrange/room.h"
#include "thorough.h"

namespace greenline::arrange {
namespace {

constexpr float screens_edge = 0.01F;  // of its shorter side

std::vector<content::Canvas> shipped() {
  std::vector<content::Canvas> canvases;
  for (const auto& entry : std::filesystem::directory_iterator(source_folder() / "content/canvases"))
    canvases.push_back(canvas_of(entry.path().stem().string()));
  std::sort(canvases.begin(), canvases.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return canvases;
}

// Where the names stand, about; what they take is not to be rested on.
std::vector<Box> names_of(const content::Layout& layout) {
  std::vector<Box> names;
  for (const content::PlacedRegion& region : layout.regions)
    names.push_back(geometry::box_around({region.label.x, region.label.y}, {0.09F, 0.025F}));
  return names;
}

// Whose ground a point is: of regions that lie in each other the innermost's.
std::string region_at(const content::Canvas& canvas, const content::Layout& layout, Point p) {
  std::string found;
  for (const content::PlacedRegion& placed : layout.regions)
    if (!content::find_region(canvas, placed.region)->optional && placed.area.contains(p)) found = placed.region;
  return found;
}

// Of points on its edges and in its middle, those that lie on other ground than `region`'s.
int astray(const content::Canvas& canvas, const content::Layout& layout, const Box& card, const std::string& region) {
  constexpr int steps = 6;
  int count = region_at(canvas, layout, card.centre()) == region ? 0 : 1;
  for (int i = 0; i <= steps; ++i) {
    const float x = card.x0 + card.width() * static_cast<float>(i) / steps;
    const float y = card.y0 + card.height() * static_cast<float>(i) / steps;
    for (const Point p : {Point{x, card.y0}, {x, card.y1}, {card.x0, y}, {card.x1, y}})
      if (region_at(canvas, layout, p) != region) ++count;
  }
  return count;
}

// Not even columns have room for all that stand there.
bool is_truly_full(const Zones& zones, const Arrangement& made, std::uint16_t zone, const model::Convening& convening) {
  std::vector<Stander> standers;
  for (const Rested& one : made.cards) {
    if (one.zone != zone) continue;
    const model::Card& card = convening.cards.at(one.card);
    const Sheet sheet = made.type.of(measure(card));
    standers.push_back({home_of(zones, card.place.value), sheet.tall_ems() * made.type.em, sheet.first_ems() * made.type.em});
  }
  return !choose_columns(columns_of(zones, zones.places[zone], made.type.em), standers, card_gap(made.type.em));
}

class OwnGround : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(OfEveryCanvas, OwnGround, testing::Values(5, 24, 60, 90, 120));

TEST_P(OwnGround, HoldsEachCardWholeOffNamesAndClearOfTheScreensEdges) {
  for (const content::Canvas& canvas : shipped())
    for (const content::Layout& layout : canvas.layouts) {
      if (&layout != &canvas.layouts.front() && canvas.id != "nested-communities" && by_day_or_night(0, 1) == 0) continue;
      Room room;
      room.crowd(canvas, GetParam());
      const Ground ground{canvas, layout, false, names_of(layout)};
      const Arrangement made = arranged(room.convening, ground);
      const Zones zones = make_zones(ground);
      const Box screen =
          geometry::box_around({}, {layout.width / 2 - screens_edge, layout.height / 2 - screens_edge}).grown(grain / 100);
      for (const Rested& one : made.cards) {
        const std::string where = canvas.id + " " + layout.name + " " + std::to_string(layout.width);
        const Box box = box_of(made, one).grown(-grain / 20);
        EXPECT_TRUE(screen.covers(box)) << where;
        for (const Box& name : ground.words) EXPECT_FALSE(name.touches(box)) << where;
        const std::string region = room.convening.cards.at(one.card).place.value.region;
        if (content::find_region(canvas, region)->optional) continue;  // not shown here: the card is on the open ground
        if (astray(canvas, layout, box, region) == 0) continue;
        EXPECT_TRUE(is_truly_full(zones, made, one.zone, room.convening))
            << where << " " << region << " at " << one.at.x << ", " << one.at.y << ", em " << made.type.em / grain;
        EXPECT_LT(zones.places[one.zone].edge.distance(one.at), half_of(made, one).width) << "it leans towards its own side";
      }
    }
}

// A hand that puts a card on a ring's side finds it there again.
TEST(OwnGroundOfARing, KeepsACardOnTheSideThatItWasPutOn) {
  const content::Canvas canvas = canvas_of("nested-communities");
  const content::Layout& layout = canvas.layouts.front();
  for (const float side : {-1.0F, 1.0F}) {
    Room room;
    room.card({"interest", {0.92F * side, -0.2F}});
    const Arrangement made = arranged(room.convening, {canvas, layout, false, names_of(layout)});
    const Point put{0.92F * side * 0.8769F, -0.045F - 0.2F * 0.449F};
    EXPECT_LT(length(made.cards.front().at - put), 0.02F);
  }
}

TEST(OwnGroundOfARing, KeepsCardsNearWhereTheyWerePut) {
  const content::Canvas canvas = canvas_of("nested-communities");
  const content::Layout& layout = canvas.layouts.front();
  Room room;
  for (int i = 0; i < 20; ++i)
    room.card({i % 2 == 0 ? "interest" : "engagement", {i % 4 < 2 ? -0.92F : 0.92F, 0.08F * static_cast<float>(i) - 0.8F}});
  const Arrangement made = arranged(room.convening, {canvas, layout, false, names_of(layout)});
  const Zones zones = make_zones({canvas, layout});
  for (const Rested& one : made.cards) {
    const Point home = home_of(zones, room.convening.cards.at(one.card).place.value);
    EXPECT_LT(length(one.at - home), 0.2F) << one.at.x << " " << one.at.y;
    EXPECT_EQ(one.at.x < 0, home.x < 0);
  }
}

// Leaves: too many for words, most of them in one circle.
struct ManyLeaves : testing::Test {
  content::Canvas canvas = canvas_of("six-circles");
  const content::Layout& layout = canvas.layouts.front();
  std::vector<Box> names = names_of(layout);
  Room room;
  Arrangement made;
  ManyLeaves() {
    room.crowd(canvas, 330);
    // Low and to the left, as people may.
    std::minstd_rand random(9);
    for (int i = 0; i < 320; ++i)
      room.card(
          {"identity", {static_cast<float>(random() % 100) / 100 - 0.9F, static_cast<float>(random() % 80) / 100 - 0.9F}});
    made = arranged(room.convening, {canvas, layout, false, names});
  }
  [[nodiscard]] std::vector<Box> leaves_of(std::string_view region) const {
    std::vector<Box> boxes;
    for (const Rested& one : made.cards)
      if (room.convening.cards.at(one.card).place.value.region == region) boxes.push_back(box_of(made, one));
    return boxes;
  }
};

TEST_F(ManyLeaves, LeaveTheGroundBesideANameFree) {
  ASSERT_TRUE(made.type.leaves);
  for (std::size_t i = 0; i < layout.regions.size(); ++i)
    for (const Box& leaf : leaves_of(layout.regions[i].region)) EXPECT_LE(leaf.y1, names[i].y0 + grain / 20);
}

TEST_F(ManyLeaves, FillAFullCircleEvenlyFromItsMiddle) {
  const std::vector<Box> leaves = leaves_of("identity");
  const auto placed = std::ranges::find(layout.regions, "identity", &content::PlacedRegion::region);
  const Box name = names[static_cast<std::size_t>(placed - layout.regions.begin())];
  Box ground = placed->area.bounds();
  ground.y1 = name.y0;
  Point middle;
  std::vector<float> from_left;
  for (const Box& leaf : leaves) {
    middle = middle + leaf.centre() * (1 / static_cast<float>(leaves.size()));
    from_left.push_back(leaf.centre().x);
  }
  EXPECT_LT(length(middle - ground.centre()), 0.03F);
  // All columns but the round corners' are about as long.
  std::ranges::sort(from_left);
  std::vector<int> lengths = {1};
  for (std::size_t i = 1; i < from_left.size(); ++i)
    if (from_left[i] - from_left[i - 1] > leaves.front().width() / 2)
      lengths.push_back(1);
    else
      ++lengths.back();
  ASSERT_GT(lengths.size(), 6U);
  const auto [least, most] = std::minmax_element(lengths.begin() + 2, lengths.end() - 2);
  EXPECT_LE(*most - *least, 3);
}

}  // namespace
}  // namespace greenline::arrange
