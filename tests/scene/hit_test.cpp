// What lies under a finger, topmost first, and which place it is.
#include <algorithm>

#include "scene/wall.h"

namespace greenline::test {
namespace {

template <class What>
const What* on(const input::Target& target) {
  return std::get_if<What>(&target);
}

TEST(Hit, FindsTheCardUnderAFingerAndTheGroundBesideIt) {
  Wall wall(six_circles);
  const auto id = wall.card({"structure", {0, -0.4F}});
  wall.settle();
  const PixelPoint at = wall.scene.card(id)->centre;
  ASSERT_TRUE(on<input::OnCard>(wall.scene.hit(at)));
  EXPECT_EQ(on<input::OnCard>(wall.scene.hit(at))->card, id);
  EXPECT_TRUE(on<input::OnGround>(wall.scene.hit(at + PixelPoint{0, wall.scene.card(id)->half_height + 4})));
}

TEST(Hit, FindsACarriedCardBeforeTheOneUnderIt) {
  Wall wall(six_circles);
  const auto under = wall.card({"structure", {0, -0.4F}}), carried = wall.card({"identity", {0, 0}});
  wall.settle();
  const PixelPoint at = wall.scene.card(under)->centre;
  wall.scene.hold(carried, wall.scene.card(carried)->centre);
  wall.scene.hold(carried, at);
  EXPECT_EQ(on<input::OnCard>(wall.scene.hit(at))->card, carried);
}

TEST(Hit, FindsAThreadByItsCurveAndByItsWord) {
  Wall wall(six_circles);
  const auto id = wall.thread(wall.card({"structure", {0, -0.4F}}), wall.card({"identity", {0, -0.2F}}), "rests on");
  wall.settle();
  const auto* thread = wall.scene.thread(id);
  ASSERT_TRUE(thread->word);
  ASSERT_TRUE(on<input::OnThread>(wall.scene.hit({thread->pill.x0 + 1, thread->pill.y0 + 1})));
  const auto& c = thread->curve;
  const PixelPoint quarter = c[0] * 0.42F + c[1] * 0.42F + c[2] * 0.14F + c[3] * 0.02F;
  EXPECT_TRUE(on<input::OnThread>(wall.scene.hit(quarter + PixelPoint{8, 0})));
  EXPECT_TRUE(on<input::OnGround>(wall.scene.hit(quarter + PixelPoint{60, 0})));
}

TEST(Hit, FindsAGatheringByItsName) {
  Wall wall(six_circles);
  const auto id = wall.gathering({wall.card({"structure", {0, -0.4F}})}, "those who stay");
  wall.settle();
  const auto target = wall.scene.hit(wall.scene.gatherings().front().pill.centre());
  ASSERT_TRUE(on<input::OnGathering>(target));
  EXPECT_EQ(on<input::OnGathering>(target)->gathering, id);
}

TEST(Hit, FindsTheNearestMarkerOnlyWhereThePhaseIsAboutPlaces) {
  scene::Stage stage = stage_of(nested, 1920, 1080);
  const auto phase_with = [&](bool places) {
    for (const auto& phase : stage.activity.phases) {
      const auto& verbs = phase.rules.verbs;
      const bool does = verbs.contains(model::Verb::move) || verbs.contains(model::Verb::place);
      if ((phase.rules.touch && does) == places) return phase.id;
    }
    return std::string();
  };
  stage.phase = phase_with(true);
  Wall wall(stage);
  const auto id = wall.marker({"engagement", {-0.7F, 0}});
  wall.settle();
  const PixelPoint near = wall.scene.haze()[0].centre + PixelPoint{8, 8};
  ASSERT_TRUE(on<input::OnMarker>(wall.scene.hit(near)));
  EXPECT_EQ(on<input::OnMarker>(wall.scene.hit(near))->marker, id);
  EXPECT_TRUE(on<input::OnGround>(wall.scene.hit(near + PixelPoint{60, 0}))) << "haze is not a large thing to touch";
  stage.phase = phase_with(false);
  wall.scene.set_stage(stage, wall.convening, true);
  EXPECT_TRUE(on<input::OnGround>(wall.scene.hit(near)));
}

TEST(Places, AreTheRegionUnderAPointAndComeBackToIt) {
  Wall wall(six_circles);
  for (const auto& one : wall.scene.backdrop().regions) {
    const PixelPoint p = one.centre() + PixelPoint{20, 30};
    const model::Place place = wall.scene.place_at(p);
    EXPECT_EQ(place.region, one.id);
    EXPECT_NEAR(model::length(wall.scene.pixel_of(place) - p), 0, 0.01F);
  }
  const model::Place ground = wall.scene.place_at({20, 20});
  EXPECT_EQ(ground.region, "");
  EXPECT_NEAR(model::length(wall.scene.pixel_of(ground) - PixelPoint{20, 20}), 0, 0.01F);
}

TEST(Places, OfNestedRegionsAreTheInnermost) {
  Wall wall(nested);
  EXPECT_EQ(wall.scene.place_at(region(wall, "practice").centre()).region, "practice");
  const auto& engagement = region(wall, "engagement");
  EXPECT_EQ(wall.scene.place_at(engagement.centre() + PixelPoint{engagement.bounds().width() * 0.45F, 0}).region, "engagement");
}

TEST(Loops, TakeInTheCardsWhoseMiddleTheyGoRound) {
  Wall wall(six_circles);
  const auto inside = wall.card({"structure", {0, -0.4F}});
  wall.card({"identity", {0, 0}});
  wall.settle();
  const PixelPoint c = wall.scene.card(inside)->centre;
  const PixelPoint loop[] = {c + PixelPoint{-90, -60}, c + PixelPoint{90, -60}, c + PixelPoint{90, 60},
                             c + PixelPoint{-90, 60}};
  EXPECT_EQ(wall.scene.cards_in_loop(loop), std::vector<model::CardId>{inside});
  EXPECT_TRUE(wall.scene.cards_in_loop(std::span(loop).first(2)).empty());
}

}  // namespace
}  // namespace greenline::test
