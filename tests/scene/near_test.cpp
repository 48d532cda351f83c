// A region that is near: all of its cards whole, the others waiting at the sides, and nothing else another.
#include <array>
#include <cmath>
#include <set>

#include "geometry/forms.h"
#include "scene/each_text.h"
#include "scene/wall.h"
#include "thorough.h"

namespace greenline::test {
namespace {

void bring_near(Wall& wall, std::string_view id) { wall.scene.bring_near(wall.convening, id); }
void frames(Wall& wall, int count) {
  for (int i = 0; i < count; ++i) (void)wall.advance(1.0F / 60);
}

class NearTest : public testing::Test {
 protected:
  [[nodiscard]] static std::vector<const scene::CardView*> cards_in(const Wall& wall, std::string_view id) {
    std::vector<const scene::CardView*> in;
    for (const auto* view : wall.shown())
      if (wall.convening.cards.at(view->id).place.value.region == id) in.push_back(view);
    return in;
  }
};

TEST_F(NearTest, ShowsAllOfItsCardsWholeThatLayLikeShinglesOnTheWall) {
  for (const Size screen : screens)
    for (const char* activity : {six_circles, nested}) {
      Wall wall(activity, screen);
      people(wall, activity == six_circles ? 20 : 40);
      for (const scene::RegionView& one : std::vector(wall.scene.backdrop().regions)) {
        bring_near(wall, one.id);
        wall.settle();
        const std::vector<const scene::CardView*> cards = cards_in(wall, one.id);
        ASSERT_FALSE(cards.empty());
        for (const auto* view : cards) {
          EXPECT_FALSE(view->leaf);
          ASSERT_NE(view->words, nullptr);
          EXPECT_GE(view->half_height * 2 + 0.5F, view->words->height) << "all lines stand on the card";
          EXPECT_TRUE(region(wall, one.id).contains(view->centre)) << one.id << ' ' << screen.width;
          for (const auto* other : cards)
            if (other != view) {
              EXPECT_FALSE(wall.rect_of(*other).grown(-0.5F).touches(wall.rect_of(*view).grown(-0.5F)))
                  << one.id << ' ' << screen.width << 'x' << screen.height;
            }
        }
        EXPECT_GE(wall.scene.type_px(), 12);
      }
    }
}

TEST_F(NearTest, LaysWhatEvenThereHasNoRoomLikeShingles) {
  Wall wall(six_circles);
  for (int i = 0; i < 260; ++i) wall.card({"structure", {0.001F * static_cast<float>(i), 0}}, a_long_one);
  wall.settle();
  ASSERT_TRUE(wall.scene.leaves());
  bring_near(wall, "structure");
  wall.settle();
  EXPECT_FALSE(wall.scene.leaves());
  for (const auto* view : cards_in(wall, "structure")) ASSERT_NE(view->words, nullptr) << "its first line at least";
}

TEST_F(NearTest, ChangesNothingOfWhatIsArrangedForEveryWindow) {
  Wall glass(six_circles), other(six_circles);
  for (Wall* wall : {&glass, &other}) people(*wall, 12);
  ASSERT_EQ(hash_of(glass), hash_of(other));
  bring_near(glass, "pattern");
  glass.settle();
  EXPECT_EQ(hash_of(glass), hash_of(other));
  for (Wall* wall : {&glass, &other}) {
    wall->card({"pattern", {0.1F, 0.2F}}, a_long_one);
    wall->settle();
  }
  EXPECT_EQ(hash_of(glass), hash_of(other)) << "also what happens meanwhile is arranged alike";
  bring_near(glass, {});
  glass.settle();
  for (const auto* view : other.shown()) {
    EXPECT_EQ(glass.scene.card(view->id)->centre, view->centre);
    EXPECT_EQ(glass.scene.card(view->id)->half_height, view->half_height);
  }
  for (std::size_t i = 0; i < other.scene.backdrop().regions.size(); ++i) {
    EXPECT_EQ(glass.scene.backdrop().regions[i].bounds(), other.scene.backdrop().regions[i].bounds());
    EXPECT_EQ(glass.scene.backdrop().regions[i].name.at, other.scene.backdrop().regions[i].name.at);
  }
}

TEST_F(NearTest, TheOthersWaitAtTheSidesWithTheirNames) {
  for (const Size screen : screens)
    for (const char* activity : {six_circles, nested}) {
      Wall wall(activity, screen);
      people(wall, 8);
      const std::string near = wall.scene.backdrop().regions.front().id;
      bring_near(wall, near);
      wall.settle();
      const PixelRect glass{0, 0, screen.width, screen.height}, box = region(wall, near).bounds();
      EXPECT_GT(box.width() * box.height(), 0.4F * screen.width * screen.height) << "in nearly all of the wall";
      const auto& prompt = wall.scene.backdrop().prompt.zone;
      EXPECT_FALSE(prompt.touches(box));
      std::vector<PixelRect> taken{box};
      for (const scene::RegionView& one : wall.scene.backdrop().regions) {
        if (one.id == near) continue;
        ASSERT_NE(one.name.block, nullptr);
        EXPECT_LT(one.presence, 1) << "dimly";
        const PixelRect its = joined(one.bounds(), one.handle());
        EXPECT_EQ(clipped(its, glass), its) << one.id;
        EXPECT_FALSE(prompt.touches(its)) << one.id;
        for (const PixelRect& before : taken) EXPECT_FALSE(before.touches(its)) << one.id << ' ' << screen.width;
        taken.push_back(its);
        for (const auto* view : cards_in(wall, one.id)) {
          EXPECT_TRUE(one.contains(view->centre)) << "its cards wait in it";
          EXPECT_LT(view->opacity, 1);
          EXPECT_EQ(view->words, nullptr) << "no word too small to be read";
        }
      }
    }
}

TEST_F(NearTest, IsOneCalmMovementInWhichCardsGoWithTheirRegion) {
  Wall wall(six_circles);
  people(wall, 9);
  std::map<model::CardId, PixelPoint> at;
  std::map<model::CardId, float> wide;
  for (const auto* view : wall.shown()) {
    at[view->id] = view->centre;
    wide[view->id] = view->half_width * view->scale;
  }
  PixelRect box = region(wall, "structure").bounds();
  bring_near(wall, "structure");
  for (const auto* view : wall.shown()) EXPECT_EQ(view->centre, at[view->id]) << "nothing jumps";
  EXPECT_LT(std::abs(region(wall, "structure").bounds().x0 - box.x0), 0.5F);
  int moving = 0;
  for (int frame = 0; frame < 180; ++frame) {
    if (wall.advance(1.0F / 60)) ++moving;
    const PixelRect now = region(wall, "structure").bounds();
    EXPECT_LT(std::abs(now.x0 - box.x0), 60) << frame;
    box = now;
    for (const auto* view : wall.shown()) {
      EXPECT_LT(length(view->centre - at[view->id]), 90) << frame;
      at[view->id] = view->centre;
      const float now_wide = view->half_width * view->scale;
      EXPECT_LT(std::abs(now_wide - wide[view->id]), 12) << "it grows and shrinks as calmly, frame " << frame;
      wide[view->id] = now_wide;
      const std::string& own = wall.convening.cards.at(view->id).place.value.region;
      EXPECT_TRUE(region(wall, own).bounds().grown(3).contains(view->centre)) << "frame " << frame << " in " << own;
    }
  }
  EXPECT_GT(moving, 20);
  EXPECT_LT(moving, 150) << "and comes to rest";
}

TEST_F(NearTest, WhatAHandHoldsStaysInIt) {
  Wall wall(six_circles);
  people(wall, 6);
  const model::CardId held = cards_in(wall, "structure").front()->id, away = cards_in(wall, "pattern").front()->id;
  const PixelPoint finger = wall.scene.card(held)->centre, other = wall.scene.card(away)->centre;
  wall.scene.hold(held, finger);
  wall.scene.hold(away, other);
  bring_near(wall, "structure");
  frames(wall, 120);
  EXPECT_EQ(wall.scene.card(held)->centre, finger);
  EXPECT_EQ(wall.scene.card(away)->centre, other);
  wall.scene.let_fall(held);
  frames(wall, 120);
  EXPECT_TRUE(region(wall, "structure").contains(wall.scene.card(held)->centre));
  EXPECT_FALSE(wall.scene.card(held)->leaf);
}

TEST_F(NearTest, PlacesAreWhereTheyAreSeen) {
  Wall wall(nested);
  bring_near(wall, wall.scene.backdrop().regions.back().id);
  wall.settle();
  for (const scene::RegionView& one : wall.scene.backdrop().regions) {
    const model::Place place{one.id, {0.3F, -0.4F}};
    const model::Place found = wall.scene.place_at(wall.scene.pixel_of(place));
    EXPECT_EQ(found.region, one.id);
    EXPECT_NEAR(found.at.x, place.at.x, 0.01F);
    EXPECT_NEAR(found.at.y, place.at.y, 0.01F);
  }
}

TEST_F(NearTest, ACardThatGoesToARegionThatWaitsWaitsThere) {
  Wall wall(six_circles);
  people(wall, 6);
  bring_near(wall, "structure");
  wall.settle();
  const model::CardId card = cards_in(wall, "structure").front()->id;
  wall.move(card, {"process", {0, 0}});
  frames(wall, 120);
  EXPECT_TRUE(region(wall, "process").contains(wall.scene.card(card)->centre));
  EXPECT_TRUE(wall.scene.card(card)->leaf);
  wall.move(card, {"structure", {0, 0}});
  frames(wall, 120);
  EXPECT_TRUE(region(wall, "structure").contains(wall.scene.card(card)->centre));
  EXPECT_NE(wall.scene.card(card)->words, nullptr);
  EXPECT_EQ(wall.scene.card(card)->opacity, 1);
}

TEST_F(NearTest, AnotherCanComeNearInItsPlace) {
  Wall wall(six_circles);
  people(wall, 6);
  bring_near(wall, "structure");
  frames(wall, 20);
  bring_near(wall, "identity");
  frames(wall, 180);
  EXPECT_EQ(wall.scene.near(), "identity");
  EXPECT_EQ(region(wall, "identity").presence, 1);
  EXPECT_LT(region(wall, "structure").presence, 1);
  for (const auto* view : cards_in(wall, "identity")) EXPECT_NE(view->words, nullptr);
}

TEST_F(NearTest, StaysNearWhenThePhaseChanges) {
  Wall wall(six_circles);
  people(wall, 6);
  bring_near(wall, "structure");
  wall.settle();
  const PixelRect box = region(wall, "structure").bounds();
  scene::Stage stage = wall.scene.stage();
  stage.phase = stage.activity.phases.back().id;
  wall.scene.set_stage(stage, wall.convening, false);
  frames(wall, 60);
  EXPECT_EQ(wall.scene.near(), "structure");
  EXPECT_EQ(region(wall, "structure").bounds(), box);
}

TEST_F(NearTest, ANameIsATargetAsWideAsAFingerOnEveryGlass) {
  for (const Size screen : screens)
    for (const float pixels_per_mm : {1.58F, 3.6F}) {
      scene::Stage stage = stage_of(six_circles, screen.width, screen.height);
      stage.pixels_per_mm = pixels_per_mm;
      Wall wall(stage);
      const float half = 11 * pixels_per_mm / 2 - 0.5F;
      for (const char* near : {"", "structure"}) {
        bring_near(wall, near);
        wall.settle();
        for (const scene::RegionView& one : wall.scene.backdrop().regions) {
          const PixelPoint middle = one.handle().centre();
          for (const PixelPoint off : {PixelPoint{0, -half}, {0, half}, {-half, 0}, {half, 0}, {0, 0}}) {
            const scene::RegionView* named = wall.scene.named_at(middle + off);
            ASSERT_NE(named, nullptr) << one.id;
            EXPECT_EQ(named->id, one.id);
          }
        }
      }
    }
}

TEST_F(NearTest, ARegionOfAnyShapeCanComeNear) {
  for (const content::Canvas& canvas : shipped_canvases()) {
    scene::Stage stage = stage_of(six_circles, 1920, 1080);
    stage.canvas = canvas;
    stage.activity.outer_ring = true;
    Wall wall(stage);
    people(wall, 5);
    const std::vector<scene::RegionView> regions = wall.scene.backdrop().regions;
    const auto step = static_cast<std::size_t>(by_day_or_night(3, 1));
    for (std::size_t i = 0; i < regions.size(); i += step) {
      const scene::RegionView& one = regions[i];
      bring_near(wall, one.id);
      wall.settle();
      for (const auto* view : cards_in(wall, one.id)) EXPECT_NE(view->words, nullptr) << canvas.id << ' ' << one.id;
    }
    bring_near(wall, {});
    wall.settle();
    EXPECT_TRUE(wall.scene.near().empty());
  }
}

TEST_F(NearTest, TheGreenLineFadesCalmlySaysNothingThereAndComesBack) {
  Wall wall(six_circles);
  people(wall, 4);
  const scene::LineView before = wall.scene.backdrop().line;
  ASSERT_EQ(before.presence, 1);
  ASSERT_NE(before.above.block, nullptr);
  bring_near(wall, "structure");
  float last = 1;
  for (int frame = 0; frame < 120; ++frame) {
    (void)wall.advance(1.0F / 60);
    const float now = wall.scene.backdrop().line.presence;
    EXPECT_LE(now, last + 1e-3F) << frame;
    EXPECT_GT(now, last - 0.2F) << frame;
    last = now;
  }
  EXPECT_LT(last, 0.01F);
  wall.settle();
  const PixelRect box = region(wall, "structure").bounds();
  each_text_of_line(wall.scene.backdrop().line, [&](const auto& text) { EXPECT_FALSE(text.reach.touches(box)); });
  bring_near(wall, {});
  wall.settle();
  frames(wall, 120);
  EXPECT_EQ(wall.scene.backdrop().line.presence, 1);
  ASSERT_NE(wall.scene.backdrop().line.above.block, nullptr);
  EXPECT_EQ(wall.scene.backdrop().line.above.at, before.above.at);
}

TEST_F(NearTest, NamesOfGatheringsStandInTheRegionThatIsNearNotAmongThoseThatWait) {
  Wall wall(six_circles);
  people(wall, 8);
  const auto own = cards_in(wall, "structure"), others = cards_in(wall, "pattern");
  wall.gathering({own[0]->id, own[1]->id}, "what the timetable decides");
  wall.gathering({own[2]->id, others[0]->id}, "who carries it");
  bring_near(wall, "structure");
  wall.settle();
  const PixelRect box = region(wall, "structure").bounds();
  int named = 0;
  for (const scene::GatheringView& view : wall.scene.gatherings()) {
    if (!view.name.block) continue;
    ++named;
    EXPECT_EQ(clipped(view.pill, box), view.pill);
  }
  EXPECT_GE(named, 1);
}

// On a large screen even what waits would be in type of 12 pixels: it is dim, and shows none, unless somebody looks closely.
TEST_F(NearTest, CardsThatWaitShowWordsOnlyToWhoLooksNearer) {
  Wall wall(six_circles, {3840, 2160});
  people(wall, 3);
  bring_near(wall, "structure");
  wall.settle();
  for (const auto* view : cards_in(wall, "pattern")) EXPECT_EQ(view->words, nullptr);
  wall.scene.look_through({3, {0, 0}});
  wall.scene.sharpen();
  wall.settle();
  for (const auto* view : cards_in(wall, "pattern")) EXPECT_NE(view->words, nullptr);
}

TEST_F(NearTest, OpenGroundsCardsStandClearOfTheRegionThatIsNear) {
  Wall wall(six_circles);
  const model::CardId card = wall.card({"", {0, 0}}, "somewhere between");
  bring_near(wall, "structure");
  wall.settle();
  for (const scene::RegionView& one : wall.scene.backdrop().regions)
    EXPECT_FALSE(one.contains(wall.scene.card(card)->centre)) << one.id;
}

TEST_F(NearTest, ANameOfAGatheringThatFoundNoPlaceOnTheWallIsReadThere) {
  Wall wall(six_circles);
  people(wall, 30);
  const auto nameless = [&] {
    return std::ranges::count_if(wall.scene.gatherings(), [](const auto& one) { return one.name.block == nullptr; });
  };
  const std::vector<const scene::CardView*> cards = cards_in(wall, "structure");
  for (std::size_t i = 0; i + 1 < 8; i += 2)
    wall.gathering({cards[i]->id, cards[i + 1]->id}, "what nobody ever says in the meetings " + std::to_string(i));
  wall.settle();
  bring_near(wall, "structure");
  wall.settle();
  EXPECT_EQ(wall.scene.gatherings().size(), 4U);
  EXPECT_EQ(nameless(), 0);
  for (const scene::GatheringView& view : wall.scene.gatherings())
    for (const auto* card : wall.shown()) EXPECT_FALSE(view.pill.grown(-1).touches(wall.rect_of(*card)));
}

}  // namespace
}  // namespace greenline::test
