// Looking nearer at the wall: bounds, give, gliding, and the way back.
#include "scene/viewpoint.h"

#include <gtest/gtest.h>

#include <cmath>

#include "model/property.h"

namespace greenline::test {
namespace {

using model::Camera;
using model::PixelPoint;
using model::PixelRect;
using scene::Viewpoint;

constexpr float view_width = 1920, view_height = 1080;

Viewpoint a_view(float reach_px = view_height) {
  Viewpoint view;
  view.set_screen(view_width, view_height, reach_px);
  return view;
}
void settle(Viewpoint& view) {
  for (int i = 0; i < 300 && view.advance(1.0F / 60, false); ++i) continue;
}
PixelRect wall_through(const Camera& camera) { return camera(PixelRect{0, 0, view_width, view_height}); }
bool covers_screen(const Camera& camera) {
  const PixelRect wall = wall_through(camera);
  return wall.x0 <= 0.5F && wall.y0 <= 0.5F && wall.x1 >= view_width - 0.5F && wall.y1 >= view_height - 0.5F;
}

TEST(Viewpoint, BringsWhatLayUnderTheFingersUnderThemAgain) {
  Viewpoint view = a_view();
  const PixelPoint from{700, 500}, to{760, 480};
  const PixelPoint on_wall = view.camera().inverse(from);
  view.pinch(from, to, 2);
  EXPECT_NEAR(view.camera().zoom, 2, 1e-4F);
  EXPECT_LT(length(view.camera()(on_wall) - to), 0.01F);
  EXPECT_FALSE(view.is_whole());
}

TEST(Viewpoint, StaysWithinTheWallOnceLetGoWhateverHandsDid) {
  holds_always([] {
    Viewpoint view = a_view(*rc::gen::element(300.0F, 700.0F, 1080.0F));
    const int moves = *rc::gen::inRange(1, 12);
    const auto within = [](float most) { return static_cast<float>(*rc::gen::inRange(0, static_cast<int>(most))); };
    if (*rc::gen::arbitrary<bool>()) view.bring_down(true);
    for (int i = 0; i < moves; ++i) {
      view.pinch({within(view_width), within(view_height)}, {within(view_width), within(view_height)},
                 within(400) / 100 + 0.01F);
      RC_ASSERT(std::isfinite(view.camera().zoom) && view.camera().zoom > 0);
      if (*rc::gen::inRange(0, 3) == 0) {
        view.let_go({within(8000) - 4000, within(8000) - 4000});
        for (int k = *rc::gen::inRange(0, 30); k > 0; --k) (void)view.advance(0.016F, false);
      }
    }
    view.let_go({within(8000) - 4000, 0});
    settle(view);
    const Camera camera = view.camera();
    const float least = view.is_down() ? 300.0F / view_height * 0.99F : 1;
    RC_ASSERT(camera.zoom >= least - 1e-3F && camera.zoom <= Viewpoint::most_zoom + 1e-3F);
    if (!view.is_down()) RC_ASSERT(covers_screen(camera));
    RC_ASSERT(wall_through(camera).y1 >= view_height - 0.5F);
    RC_ASSERT(!view.advance(0.016F, false));
  });
}

TEST(Viewpoint, GivesALittleBeyondItsBoundsAndSpringsBack) {
  Viewpoint view = a_view();
  view.pinch({900, 500}, {1200, 500}, 1);  // there is nothing to the left of the wall
  const float given = view.camera().shift.x;
  EXPECT_GT(given, 30);
  EXPECT_LT(given, 200);
  view.let_go({});
  EXPECT_TRUE(view.is_whole());
  settle(view);
  EXPECT_EQ(view.camera(), Camera{});

  view.pinch({900, 500}, {900, 500}, 0.25F);
  EXPECT_GT(view.camera().zoom, 0.5F);
  EXPECT_LT(view.camera().zoom, 0.75F);
  view.let_go({});
  settle(view);
  EXPECT_EQ(view.camera(), Camera{});
}

TEST(Viewpoint, TakesUpWhereItIsWhenItIsCaughtWhileItSpringsBack) {
  Viewpoint view = a_view();
  view.pinch({900, 500}, {1300, 500}, 1);
  view.let_go({});
  (void)view.advance(0.05F, false);
  const Camera before = view.camera();
  view.pinch({900, 500}, {900, 500}, 1);
  EXPECT_NEAR(view.camera().shift.x, before.shift.x, 0.5F);
  EXPECT_FALSE(view.advance(0.1F, false)) << "a hand has it";
}

TEST(Viewpoint, GlidesOnInTheDirectionOfTheHandAndSettlesWithoutSwingingBack) {
  Viewpoint view = a_view();
  view.pinch({960, 540}, {960, 540}, 4);
  const float left_at = view.camera().shift.x;
  view.let_go({-1500, 0});
  float last = left_at;
  while (view.advance(1.0F / 60, false)) {
    EXPECT_LE(view.camera().shift.x, last + 0.3F);
    last = view.camera().shift.x;
  }
  EXPECT_NEAR(view.camera().shift.x, left_at - 330, 2);
}

TEST(Viewpoint, BringsAllOfTheWallIntoReachAndLetsItUpAgain) {
  Viewpoint view = a_view(480);
  ASSERT_TRUE(view.can_come_down());
  view.bring_down(true);
  settle(view);
  const PixelRect wall = wall_through(view.camera());
  EXPECT_NEAR(wall.y0, view_height - 480, 0.5F);
  EXPECT_NEAR(wall.y1, view_height, 0.5F);
  EXPECT_NEAR(wall.centre().x, view_width / 2, 0.5F);
  EXPECT_TRUE(view.is_whole()) << "all of it is seen";
  view.bring_down(false);
  settle(view);
  EXPECT_EQ(view.camera(), Camera{});
}

TEST(Viewpoint, HasNothingToBringDownWhereHandsReachTheTop) {
  Viewpoint view = a_view(5000);
  EXPECT_FALSE(view.can_come_down());
  view.bring_down(true);
  EXPECT_FALSE(view.is_down());
}

TEST(Viewpoint, IsThereAtOnceInStillMode) {
  Viewpoint view = a_view();
  view.pinch({960, 540}, {960, 540}, 3);
  view.let_go({900, 0});
  EXPECT_FALSE(view.advance(1.0F / 60, true));
  view.show_whole();
  EXPECT_FALSE(view.advance(1.0F / 60, true));
  EXPECT_EQ(view.camera(), Camera{});
}

}  // namespace
}  // namespace greenline::test
