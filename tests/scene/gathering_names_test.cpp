// Whose a name is can be told from where it stands; one that stands nowhere is read where a finger asks for it.
#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <set>
#include <stdexcept>
#include <vector>

#include "scene/on_screen.h"
#include "scene/wall.h"

namespace greenline::test {
namespace {

constexpr const char* long_name = "people who keep the place alive";
constexpr float frame_s = 1.0F / 60;

// So many cards in one circle that most names of gatherings find no place.
struct ACrowdedCircle {
  Wall wall{six_circles};
  std::vector<model::CardId> cards;

  ACrowdedCircle() {
    for (int i = 0; i < 150; ++i)
      cards.push_back(
          wall.card({"structure", {-0.9F + 0.012F * static_cast<float>(i), 0.12F * static_cast<float>(i % 13) - 0.8F}}));
    for (std::size_t i = 20; i < 120; i += 8) wall.gathering({cards[i], cards[i + 1]}, long_name);
    wall.settle();
  }
  [[nodiscard]] const scene::GatheringView& hidden() const {
    const auto all = wall.scene.gatherings();
    const auto found = std::ranges::find_if(all, [&](const auto& one) { return !wall.scene.name_rests(one.id); });
    if (found == all.end()) throw std::runtime_error("every name has a place");
    return *found;
  }
  [[nodiscard]] std::set<model::GatheringId> raised() const {
    std::set<model::GatheringId> ids;
    for (const auto& one : wall.scene.raised_names()) ids.insert(one.id);
    return ids;
  }
  void touch(std::optional<PixelPoint> at) {
    wall.scene.attend(at);
    wall.advance(frame_s);
  }
  [[nodiscard]] PixelPoint beside_everything() const { return {1919, 1}; }
};

TEST(NamesOfGatherings, WithoutAPlaceAreShownWholeWhileTheirLoopIsTouched) {
  ACrowdedCircle on;
  const model::GatheringId id = on.hidden().id;
  EXPECT_TRUE(on.raised().empty());
  on.touch(on.hidden().dots[3]);
  ASSERT_TRUE(on.raised().contains(id));
  for (const auto& one : on.wall.scene.raised_names()) {
    EXPECT_FALSE(one.name.block->cut);
    EXPECT_EQ(model::clipped(one.pill, {0, 0, 1920, 1080}), one.pill);
  }
}

TEST(NamesOfGatherings, AreShownWhenACardOfThemIsTouchedToo) {
  ACrowdedCircle on;
  const model::GatheringId id = on.hidden().id;
  const auto& its = on.wall.convening.gatherings.at(id).cards.value.cards;
  on.touch(on.wall.scene.card(its.front())->centre);
  EXPECT_TRUE(on.raised().contains(id));
}

TEST(NamesOfGatherings, AreShownUntilTheNextTouch) {
  ACrowdedCircle on;
  const PixelPoint dot = on.hidden().dots[3];
  on.touch(dot);
  ASSERT_FALSE(on.raised().empty());
  on.touch(on.beside_everything());
  EXPECT_TRUE(on.raised().empty());
  on.touch(dot);
  on.touch(std::nullopt);  // nobody was near for a while
  EXPECT_TRUE(on.raised().empty());
}

TEST(NamesOfGatherings, StandUnderNoSeatAndNotUnderTheFinger) {
  ACrowdedCircle on;
  const PixelPoint dot = on.hidden().dots[3];
  on.touch(dot);
  const PixelRect seat = on.wall.scene.raised_names().front().pill.grown(60);
  on.wall.scene.avoid = {seat};
  on.wall.advance(frame_s);
  ASSERT_FALSE(on.raised().empty());
  for (const auto& one : on.wall.scene.raised_names()) {
    EXPECT_FALSE(one.pill.touches(seat));
    EXPECT_FALSE(one.pill.contains(dot));
  }
}

TEST(NamesOfGatherings, ThatAreReadWhereTheyRestAreNotShownTwice) {
  Wall wall(six_circles);
  wall.gathering({wall.card({"structure", {-0.2F, -0.4F}}), wall.card({"structure", {0.2F, -0.4F}})}, long_name);
  wall.settle();
  ASSERT_TRUE(wall.scene.name_rests(wall.scene.gatherings().front().id));
  wall.scene.attend(wall.scene.gatherings().front().dots[3]);
  wall.advance(frame_s);
  EXPECT_TRUE(wall.scene.raised_names().empty());
}

TEST(NamesOfGatherings, AreShownWhereASeatStandsOverTheirPlace) {
  Wall wall(six_circles);
  wall.gathering({wall.card({"structure", {-0.2F, -0.4F}}), wall.card({"structure", {0.2F, -0.4F}})}, long_name);
  wall.settle();
  const PixelRect rests = wall.scene.gatherings().front().pill;
  wall.scene.avoid = {rests.grown(20)};
  wall.scene.attend(wall.scene.gatherings().front().dots[3]);
  wall.advance(frame_s);
  ASSERT_EQ(wall.scene.raised_names().size(), 1U);
  EXPECT_FALSE(wall.scene.raised_names().front().pill.touches(rests.grown(20)));
}

TEST(NamesOfGatherings, ComeBackByThemselvesWhereRoomAppears) {
  ACrowdedCircle on;
  const model::GatheringId id = on.hidden().id;
  const auto its = on.wall.convening.gatherings.at(id).cards.value.cards;
  for (const model::CardId& card : on.cards)
    if (!std::ranges::binary_search(its, card)) on.wall.happens(model::CardTakenBack{card});
  for (int frame = 0; frame < 240; ++frame) on.wall.advance(frame_s);
  EXPECT_TRUE(on.wall.scene.name_rests(id));
}

TEST(NamesOfGatherings, AreAskedForByTheirLoopAlsoWhereNobodyGathersAnyMore) {
  ACrowdedCircle on;  // in the first phase, in which nobody gathers
  const PixelPoint dot = on.hidden().dots[3];
  const input::Target target = on.wall.scene.hit(dot);
  const bool something_lies_there = std::holds_alternative<input::OnCard>(target);
  EXPECT_TRUE(something_lies_there || std::holds_alternative<input::OnGathering>(target));
}

float gap(const PixelRect& rect, const std::vector<PixelPoint>& dots) {
  float least = 1e6F;
  for (const PixelPoint dot : dots)
    least = std::min(least, std::hypot(std::max({rect.x0 - dot.x, dot.x - rect.x1, 0.0F}),
                                       std::max({rect.y0 - dot.y, dot.y - rect.y1, 0.0F})));
  return least;
}

// Gatherings side by side, in every circle: each could be taken for its neighbour.
struct Neighbours : testing::TestWithParam<int> {
  Wall wall{six_circles};
  Neighbours() {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> anywhere(-0.9F, 0.9F);
    std::vector<model::CardId> cards;
    for (int i = 0; i < GetParam(); ++i) {
      const auto& regions = wall.scene.backdrop().regions;
      cards.push_back(wall.card({regions[random() % regions.size()].id, {anywhere(random), anywhere(random)}},
                                "we say all of it and mean most of it"));
    }
    wall.settle();
    std::set<model::CardId> gathered;
    for (const model::CardId& card : cards) {
      if (wall.convening.gatherings.size() == 12 || gathered.contains(card)) continue;
      const PixelPoint at = wall.scene.card(card)->centre;
      std::vector<model::CardId> its{card};
      for (const model::CardId& other : cards)
        if (other != card && its.size() < 3 && !gathered.contains(other) &&
            length(wall.scene.card(other)->centre - at) < 3 * wall.half_width())
          its.push_back(other);
      if (its.size() < 2) continue;
      gathered.insert(its.begin(), its.end());
      wall.gathering(its, "what we never say in meetings");
    }
    wall.settle();
  }
};

TEST_P(Neighbours, EachNameThatIsShownIsNearestToItsOwnLoopOrLeadsALineToIt) {
  int named = 0;
  const auto all = wall.scene.gatherings();
  ASSERT_GE(all.size(), 6U);
  for (const auto& view : all) {
    if (!view.name.block) continue;
    ++named;
    const bool led = view.leader[0] != view.leader[1];
    for (const auto& other : all) {
      const bool is_own = other.id == view.id;
      EXPECT_TRUE(is_own || gap(view.pill, other.dots) > (led ? 0.5F * view.pill.height() : gap(view.pill, view.dots)));
    }
    EXPECT_TRUE(led || gap(view.pill, view.dots) < 1.5F * view.pill.height());
  }
  EXPECT_GT(named, 3);
}

TEST_P(Neighbours, ALineThatLeadsToALoopCanBeFollowed) {
  for (const auto& view : wall.scene.gatherings()) {
    if (view.leader[0] == view.leader[1]) continue;
    EXPECT_LT(length(view.leader[0] - view.leader[1]), 0.35F * wall.scene.backdrop().unit_px + view.pill.width() / 2);
    for (const auto* card : wall.shown())
      EXPECT_FALSE(scene::passes_through(view.leader[0], view.leader[1], wall.rect_of(*card).grown(-0.5F)));
    for (const auto& other : wall.scene.gatherings())
      EXPECT_FALSE(other.id != view.id && scene::passes_through(view.leader[0], view.leader[1], other.pill));
  }
}

// Twelve of them on a wall without a free place among its cards.
struct OnAFullWall : Neighbours {};

TEST_P(OnAFullWall, NearlyEveryNameIsReadWhole) {
  int whole = 0;
  for (const auto& view : wall.scene.gatherings()) {
    const bool named = view.name.block != nullptr;
    EXPECT_FALSE(named && view.name.block->cut) << "it has two lines";
    whole += named && !view.name.block->cut ? 1 : 0;
  }
  EXPECT_GE(whole, 9);
}

INSTANTIATE_TEST_SUITE_P(Cards, OnAFullWall, testing::Values(200, 360), testing::PrintToStringParamName());

INSTANTIATE_TEST_SUITE_P(Cards, Neighbours, testing::Values(24, 60, 90, 120), testing::PrintToStringParamName());

}  // namespace
}  // namespace greenline::test
