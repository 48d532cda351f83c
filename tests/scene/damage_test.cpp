// Whatever leaves, enters or changes in the resting picture is named as damage, and not much else.
#include <algorithm>

#include "scene/damage.h"
#include "scene/wall.h"

namespace greenline::test {
namespace {

bool covers(const scene::Scene::Damage& damage, const PixelRect& rect, Size size = {1920, 1080}) {
  if (damage.everything) return true;
  // Every sample point of the rectangle, as far as it is on the screen, lies in some damaged rectangle.
  for (int i = 0; i <= 8; ++i)
    for (int j = 0; j <= 8; ++j) {
      const PixelPoint p = {rect.x0 + rect.width() * 0.999F * static_cast<float>(i) / 8,
                            rect.y0 + rect.height() * 0.999F * static_cast<float>(j) / 8};
      if (p.x < 0 || p.y < 0 || p.x >= size.width || p.y >= size.height) continue;
      if (std::none_of(damage.rects.begin(), damage.rects.end(), [&](const PixelRect& one) { return one.contains(p); }))
        return false;
    }
  return true;
}

float area(const scene::Scene::Damage& damage) {
  float sum = 0;
  for (const PixelRect& rect : damage.rects) sum += rect.width() * rect.height();
  return sum;
}

struct AWallAtRest : testing::Test {
  AWallAtRest() : wall(six_circles) {
    // Enough that the next card changes no size.
    for (int i = 0; i < 4; ++i) id = wall.card({"structure", {-0.4F + 0.25F * static_cast<float>(i), -0.4F}});
    wall.card({"identity", {0, 0}});
    wall.settle();
    (void)wall.scene.take_damage();
  }
  Wall wall;
  model::CardId id;
};

TEST_F(AWallAtRest, HasNoDamage) { EXPECT_TRUE(wall.scene.take_damage().rects.empty()); }

// As on the host's console: all of the wall on a part of a smaller glass.
TEST_F(AWallAtRest, IsDamagedWhereverACardComesAlsoWhereItIsSeenSmall) {
  const float width = wall.scene.backdrop().width, height = wall.scene.backdrop().height;
  scene::Stage stage = wall.scene.stage();
  stage.glass_width = width * 0.6F;
  stage.glass_height = height * 0.6F;
  wall.scene.look_through({0.5F, {20, 20}});
  wall.scene.set_stage(stage, wall.convening, true);
  wall.settle();
  (void)wall.scene.take_damage();
  const model::CardId low = wall.card({"information", {0.5F, -0.5F}});
  wall.settle();
  const PixelRect its = wall.scene.card(low)->reach();
  ASSERT_GT(its.x0, stage.glass_width);
  EXPECT_TRUE(covers(wall.scene.take_damage(), its));
}

TEST_F(AWallAtRest, IsDamagedWhereACardIsLifted) {
  const PixelRect before = wall.scene.card(id)->reach();
  wall.scene.hold(id, wall.scene.card(id)->centre);
  const auto damage = wall.scene.take_damage();
  EXPECT_FALSE(damage.everything);
  EXPECT_TRUE(covers(damage, before));
  EXPECT_LT(area(damage), before.width() * before.height() * 1.5F);
}

TEST_F(AWallAtRest, IsNotDamagedWhileACardIsCarriedAbout) {
  wall.scene.hold(id, wall.scene.card(id)->centre);
  wall.advance(0.5F);
  (void)wall.scene.take_damage();
  for (int i = 0; i < 20; ++i) {
    wall.scene.hold(id, {700.0F + 10 * static_cast<float>(i), 500});
    wall.advance(0.016F);
  }
  EXPECT_TRUE(wall.scene.take_damage().rects.empty());
}

TEST_F(AWallAtRest, IsDamagedWhereACardComesToRest) {
  wall.move(id, {"structure", {0, 0.1F}});
  while (wall.advance(0.016F)) continue;
  EXPECT_TRUE(covers(wall.scene.take_damage(), wall.scene.card(id)->reach()));
}

TEST_F(AWallAtRest, IsDamagedWhereACardChangesItsLook) {
  wall.happens(model::CardLetGo{id, "thanks"});
  EXPECT_TRUE(wall.scene.card(id)->resting_forever);
  EXPECT_TRUE(covers(wall.scene.take_damage(), wall.scene.card(id)->reach()));
}

TEST_F(AWallAtRest, IsDamagedAlongAThreadThatLeaves) {
  const auto thread = wall.thread(id, wall.shown().back()->id);
  while (wall.advance(0.016F)) continue;
  (void)wall.scene.take_damage();
  const auto curve = wall.scene.thread(thread)->curve;
  wall.happens(model::ThreadTakenBack{thread});
  const auto damage = wall.scene.take_damage();
  for (int i = 0; i <= 40; ++i) {
    const float t = static_cast<float>(i) / 40, s = 1 - t;
    const PixelPoint p =
        curve[0] * (s * s * s) + curve[1] * (3 * s * s * t) + curve[2] * (3 * s * t * t) + curve[3] * (t * t * t);
    EXPECT_TRUE(covers(damage, model::rect_around(p, 1, 1)));
  }
  PixelRect box;
  for (const PixelPoint p : curve) box = model::joined(box, model::rect_around(p, 12, 12));
  EXPECT_LT(area(damage), box.width() * box.height() * 0.8F) << "boxes along it, not one around it";
}

TEST_F(AWallAtRest, IsDamagedAllOverByANewStage) {
  wall.scene.set_stage(stage_of(six_circles, 1280, 800), wall.convening, true);
  EXPECT_TRUE(wall.scene.take_damage().everything);
}

TEST_F(AWallAtRest, ShowsEveryRestingCardInARectangleToTheRenderer) {
  std::vector<std::uint32_t> slots;
  wall.scene.resting_cards_in({0, 0, 1920, 1080}, slots);
  EXPECT_EQ(slots.size(), 5U);
  const auto top = [&](std::uint32_t slot) { return wall.rect_of(wall.scene.cards()[slot]).y0; };
  EXPECT_TRUE(std::ranges::is_sorted(slots, {}, top)) << "the lower lies over the upper";
  slots.clear();
  wall.scene.resting_cards_in(wall.scene.card(id)->reach().grown(-2), slots);
  EXPECT_EQ(std::count_if(slots.begin(), slots.end(), [&](auto slot) { return wall.scene.cards()[slot].id == id; }), 1);
  wall.scene.hold(id, wall.scene.card(id)->centre);
  slots.clear();
  wall.scene.resting_cards_in({0, 0, 1920, 1080}, slots);
  EXPECT_EQ(slots.size(), 4U) << "what a hand holds does not rest";
}

TEST(DamageList, JoinsManyRectanglesIntoFewThatStillCoverAll) {
  scene::DamageList list;
  std::vector<PixelRect> all;
  std::mt19937 random(3);
  for (int i = 0; i < 900; ++i) {
    const auto x = static_cast<float>(random() % 1900), y = static_cast<float>(random() % 1060);
    all.push_back({x + 0.3F, y + 0.3F, x + 17.2F, y + 11.9F});
    list.add(all.back());
  }
  const auto damage = list.take({0, 0, 1920, 1080});
  EXPECT_LE(damage.rects.size(), 64U);
  for (const PixelRect& rect : all) EXPECT_TRUE(covers(damage, rect));
  EXPECT_TRUE(list.take({0, 0, 1920, 1080}).rects.empty());
}

// Words and ink are set anew some frames after their card has another size, and are drawn as they were until then.
TEST(DamageOfACard, ReachesAsFarAsWordsAndInkThatWereSetForALargerOne) {
  Wall wall(six_circles);
  const auto drawn = numbered<model::CardId>(77);
  const model::Stroke stroke = {{0.02F, 0.1F, 0.01F}, {0.98F, 0.9F, 0.01F}};
  const model::Saying ink{{}, "en", {stroke}};
  wall.happens(model::CardMade{drawn, ink, {"structure", {0, 0}}, {}, false});
  const model::CardId written = wall.card({"identity", {0, 0}}, a_long_one);
  wall.settle();
  wall.scene.stand_in(wall.convening, {0, 0, 1920, 400}, {});
  for (int frame = 0; frame < 90; ++frame) {
    for (const model::CardId& id : {drawn, written}) {
      const scene::CardView& view = *wall.scene.card(id);
      const PixelRect reach = view.reach();
      const auto reaches = [&](PixelRect from_middle) {
        const PixelRect seen{view.centre.x + from_middle.x0 * view.scale, view.centre.y + from_middle.y0 * view.scale,
                             view.centre.x + from_middle.x1 * view.scale, view.centre.y + from_middle.y1 * view.scale};
        return clipped(seen, reach) == seen;
      };
      if (view.ink != nullptr) {
        EXPECT_TRUE(reaches(view.ink_box)) << frame;
      }
      if (view.words) {
        const PixelRect words{view.words_at.x, view.words_at.y, view.words_at.x + view.words->width,
                              view.words_at.y + view.words->height};
        EXPECT_TRUE(reaches(words)) << frame;
      }
    }
    (void)wall.advance(1.0F / 60);
  }
}

}  // namespace
}  // namespace greenline::test
