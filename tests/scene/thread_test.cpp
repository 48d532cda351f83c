// Threads run from edge to edge, round names and cards, and step back when there are many.
#include <algorithm>

#include "scene/curve.h"
#include "scene/routes.h"
#include "scene/wall.h"

namespace greenline::test {
namespace {

bool crosses(const scene::Curve& curve, const PixelRect& rect) {
  for (int i = 0; i <= 60; ++i)
    if (rect.contains(scene::point_on(curve, static_cast<float>(i) / 60))) return true;
  return false;
}

scene::Curve routed(const std::vector<PixelPoint>& cards, const std::vector<PixelRect>& words, PixelPoint from, PixelPoint to) {
  scene::Router router;
  const scene::HalfSize half = {50, 26};
  const scene::ThreadTie a{from, half}, b{to, half};
  std::vector<scene::ThreadTie> standing;
  for (const PixelPoint card : cards) standing.push_back({card, half});
  router.start({0, 0, 1000, 600}, standing, words, {{0, numbered<model::ThreadId>(4), a, b, {}}});
  while (!router.step(100)) continue;
  return scene::curve_between(a, b, router.routes().front().bend);
}

TEST(Threads, GoRoundANameThatStandsBetweenTheirEnds) {
  const PixelRect name = {400, 270, 600, 330};
  const scene::Curve curve = routed({{200, 300}, {800, 300}}, {name}, {200, 300}, {800, 300});
  EXPECT_FALSE(crosses(curve, name));
}

TEST(Threads, GoRoundACardThatStandsBetweenTheirEnds) {
  const scene::Curve curve = routed({{200, 300}, {500, 300}, {800, 300}}, {}, {200, 300}, {800, 300});
  EXPECT_FALSE(crosses(curve, model::rect_around({500, 300}, 50, 26)));
}

TEST(Threads, TakeTheGentlestCurveWhereNothingIsInTheWay) {
  const scene::Curve curve = routed({{200, 300}, {800, 300}}, {}, {200, 300}, {800, 300});
  for (int i = 0; i <= 20; ++i) EXPECT_NEAR(scene::point_on(curve, static_cast<float>(i) / 20).y, 300, 60);
}

// Of threads between two places, one for each of these ids.
std::vector<scene::Curve> routed_together(const std::vector<std::uint64_t>& ids, PixelPoint from, PixelPoint to) {
  scene::Router router;
  const scene::ThreadTie a{from, {50, 26}}, b{to, {50, 26}};
  std::vector<scene::ThreadToRoute> threads;
  for (const std::uint64_t id : ids)
    threads.push_back({static_cast<std::uint32_t>(id), numbered<model::ThreadId>(id), a, b, {}});
  router.start({0, 0, 1000, 600}, {a, b}, {}, threads);
  while (!router.step(100)) continue;
  std::vector<scene::Curve> curves;
  for (const scene::Route& route : router.routes()) curves.push_back(scene::curve_between(a, b, route.bend));
  return curves;
}

TEST(Threads, ThatGoTheSameWayRunBesideEachOther) {
  for (const PixelPoint to : {PixelPoint{800, 300}, PixelPoint{760, 480}, PixelPoint{250, 560}}) {
    const auto curves = routed_together({1, 2, 3, 4, 5}, {200, 200}, to);
    for (std::size_t a = 0; a < curves.size(); ++a)
      for (std::size_t b = 0; b < a; ++b)
        EXPECT_GT(scene::distance_to(curves[a], scene::point_on(curves[b], 0.5F)), 4.5F) << a << " and " << b;
  }
}

TEST(Threads, RunBesideEachOtherInTheSameWayInWhateverOrderTheyAreLookedAt) {
  EXPECT_EQ(routed_together({1, 2, 3, 4, 5}, {200, 200}, {800, 300}), routed_together({4, 2, 5, 1, 3}, {200, 200}, {800, 300}));
}

TEST(Threads, BeginAtACardsEdgeNotUnderIt) {
  Wall wall(six_circles);
  const auto a = wall.card({"structure", {0, -0.4F}}), b = wall.card({"identity", {0, -0.2F}});
  const auto id = wall.thread(a, b);
  wall.settle();
  const auto& curve = wall.scene.thread(id)->curve;
  const PixelRect card = wall.rect_of(*wall.scene.card(a));
  EXPECT_FALSE(card.grown(-6).contains(curve[0]));
  EXPECT_TRUE(card.grown(1).contains(curve[0]));
}

TEST(Threads, OfARealWallCrossNoName) {
  Wall wall(six_circles);
  wall.crowd(40, 8);
  const auto cards = wall.shown();
  for (std::size_t i = 0; i + 7 < cards.size(); i += 3) wall.thread(cards[i]->id, cards[i + 7]->id, "rests on");
  wall.settle();
  int crossings = 0, threads = 0;
  for (const auto& thread : wall.scene.threads()) {
    ++threads;
    for (const auto& region : wall.scene.backdrop().regions)
      crossings += crosses(thread.curve, region.label_zone.grown(-4)) ? 1 : 0;
    for (const auto& region : wall.scene.backdrop().regions)
      EXPECT_FALSE(thread.word && thread.pill.touches(region.label_zone)) << region.id;
    for (const auto* card : wall.shown()) EXPECT_FALSE(thread.word && thread.pill.touches(wall.rect_of(*card)));
  }
  EXPECT_LE(crossings, threads / 10);
}

TEST(Threads, ReachARegionAtItsEdge) {
  Wall wall(six_circles);
  const auto card = wall.card({"structure", {0, -0.4F}});
  const auto id = wall.thread(card, model::RegionEnd{"identity"});
  wall.settle();
  const auto& region = *std::find_if(wall.scene.backdrop().regions.begin(), wall.scene.backdrop().regions.end(),
                                     [](const auto& one) { return one.id == "identity"; });
  const PixelPoint d = wall.scene.thread(id)->curve[3] - region.centre();
  EXPECT_NEAR(std::hypot(2 * d.x / region.bounds().width(), 2 * d.y / region.bounds().height()), 1, 0.03F);
}

TEST(Threads, FollowACardThatAHandCarries) {
  Wall wall(six_circles);
  const auto a = wall.card({"structure", {0, -0.4F}}), b = wall.card({"identity", {0, -0.2F}});
  const auto id = wall.thread(a, b);
  wall.settle();
  wall.scene.hold(a, wall.scene.card(a)->centre);
  wall.scene.hold(a, {300, 540});
  const auto* view = wall.scene.thread(id);
  EXPECT_TRUE(view->moving);
  EXPECT_LT(model::length(view->curve[0] - PixelPoint{300, 540}), wall.half_width() * 1.3F);
}

struct ManyThreads : testing::Test {
  ManyThreads() : wall(six_circles) {
    wall.crowd(40, 8);
    const auto cards = wall.shown();
    first = cards[0]->id;
    for (std::size_t i = 0; i < 36; ++i)
      for (std::size_t k = 1; k <= 3; ++k) wall.thread(cards[i]->id, cards[i + k]->id, "rests on");
    wall.settle();
  }
  Wall wall;
  model::CardId first;
};

TEST_F(ManyThreads, FadeAndKeepTheirWordsToThemselves) {
  for (const auto& thread : wall.scene.threads()) {
    EXPECT_LT(thread.opacity, 0.9F);
    EXPECT_GE(thread.opacity, 0.35F);
    EXPECT_EQ(thread.word, nullptr);
  }
}

TEST_F(ManyThreads, ComeForwardWhereACardIsAttendedTo) {
  (void)wall.scene.take_damage();
  wall.scene.attend(wall.scene.card(first)->centre);
  wall.advance(0.016F);
  int forward = 0;
  for (const auto& thread : wall.scene.threads())
    if (thread.opacity == 1) {
      ++forward;
      EXPECT_NE(thread.word, nullptr);
    }
  EXPECT_EQ(forward, 3);
  EXPECT_FALSE(wall.scene.take_damage().rects.empty());
  std::vector<std::uint32_t> slots;
  wall.scene.resting_threads_in({0, 0, 1920, 1080}, slots);
  ASSERT_EQ(slots.size(), wall.scene.threads().size());
  EXPECT_EQ(wall.scene.threads()[slots.back()].opacity, 1) << "drawn over the others";
  wall.scene.attend(std::nullopt);
  for (const auto& thread : wall.scene.threads()) EXPECT_LT(thread.opacity, 0.9F);
}

TEST(Threads, GoWithTheirCardAndAreFoundNoMore) {
  Wall wall(six_circles);
  const auto a = wall.card({"structure", {0, -0.4F}}), b = wall.card({"identity", {0, -0.2F}});
  const auto id = wall.thread(a, b);
  wall.settle();
  wall.happens(model::CardTakenBack{a});
  EXPECT_EQ(wall.scene.thread(id), nullptr);
  EXPECT_EQ(wall.scene.card(a), nullptr);
  while (wall.advance(0.016F)) continue;
  EXPECT_EQ(wall.shown().size(), 1U);
}

TEST(Threads, AppearWhenTheirCardComesAfterThem) {
  Wall wall(six_circles);
  const auto a = wall.card({"structure", {0, -0.4F}});
  const auto late = numbered<model::CardId>(700);
  const auto id = wall.thread(a, late);
  EXPECT_EQ(wall.scene.thread(id), nullptr);
  wall.happens(model::CardMade{late, {"late", "en", {}}, {"identity", {0, 0}}, {}, false});
  ASSERT_NE(wall.scene.thread(id), nullptr);
}

TEST(Threads, CarrySlipsForWhatIsLeftBesideThemAndNoMoreThanThree) {
  Wall wall(six_circles);
  const auto a = wall.card({"structure", {0, -0.4F}}), b = wall.card({"identity", {0, 0}});
  const auto id = wall.thread(a, b, "rests on");
  EXPECT_EQ(wall.scene.thread(id)->nourished, 0);
  for (std::uint64_t i = 1; i <= 5; ++i)
    wall.happens(
        model::NourishmentLeft{numbered<model::NourishmentId>(i), id, model::NourishKind::offer, {"a key", "en", {}}, {}});
  wall.settle();
  while (wall.advance(0.05F)) continue;
  const scene::ThreadView* view = wall.scene.thread(id);
  EXPECT_EQ(view->nourished, 3);
  EXPECT_TRUE(view->pill.touches(view->slip));
  EXPECT_GT(view->slip.y1, view->pill.y1);
  std::vector<std::uint32_t> found;
  wall.scene.resting_threads_in(rect_around(slips_of(*view).centre(), 1.0F, 1.0F), found);
  EXPECT_EQ(found.size(), 1U);
  for (std::uint64_t i = 1; i <= 5; ++i) wall.happens(model::NourishmentTakenBack{numbered<model::NourishmentId>(i)});
  EXPECT_EQ(wall.scene.thread(id)->nourished, 0);
}

TEST(Threads, KeepTheirWordsOffNamesOfGatherings) {
  Wall wall(six_circles);
  std::vector<model::CardId> above, below;
  for (int i = 0; i < 3; ++i) {
    above.push_back(wall.card({"structure", {-0.5F + 0.5F * static_cast<float>(i), 0.2F}}));
    below.push_back(wall.card({"identity", {-0.5F + 0.5F * static_cast<float>(i), 0}}));
  }
  for (std::size_t i = 0; i < 3; ++i) wall.thread(above[i], below[2 - i], "rests on");
  wall.gathering({above[0], above[1]}, "those who stay");
  wall.gathering({below[1], below[2]}, "the long memory of the place");
  wall.settle();
  ASSERT_EQ(wall.scene.gatherings().size(), 2U);
  int shown = 0;
  for (const scene::ThreadView& thread : wall.scene.threads()) {
    if (!thread.word) continue;
    ++shown;
    for (const scene::GatheringView& gathering : wall.scene.gatherings()) EXPECT_FALSE(thread.pill.touches(gathering.pill));
  }
  EXPECT_GT(shown, 0);
}

TEST(Threads, DrawTheirCardsTogetherWhereTheCanvasSaysSo) {
  scene::Stage stage = stage_of(nested, 1920, 1080);
  stage.canvas.settling.by_threads = true;
  Wall wall(stage);
  const auto one = wall.card({"interest", {-0.9F, 0.5F}}), other = wall.card({"interest", {0.9F, 0.5F}});
  wall.settle();
  const auto apart = [&] {
    const auto& cards = wall.scene.arrangement()->cards;
    return std::abs(cards.at(0).at.x - cards.at(1).at.x);
  };
  const float before = apart();
  const auto thread = wall.thread(one, other);
  while (wall.advance(0.05F)) continue;
  EXPECT_LT(apart(), 0.8F * before);
  EXPECT_EQ(hash_of(*wall.scene.arrangement()), [&] {
    Wall anew(stage);
    for (const model::Event& event : wall.told) anew.happens(event.body);
    anew.settle();
    return hash_of(*anew.scene.arrangement());
  }());
  wall.happens(model::ThreadTakenBack{thread});
  while (wall.advance(0.05F)) continue;
  EXPECT_FLOAT_EQ(apart(), before);
}

}  // namespace
}  // namespace greenline::test
