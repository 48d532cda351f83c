// The wall in the part of the glass that seats leave: everything stays readable there, and nothing else is another.
#include <algorithm>
#include <array>

#include "scene/framed_layout.h"
#include "scene/reading.h"
#include "scene/wall.h"

namespace greenline::test {
namespace {

constexpr Size kiosk{1920, 1080};
constexpr PixelRect above_seats{0, 0, 1920, 690};
const std::vector<std::string> at_three{"pattern", "structure", "process"};

class Framed : public testing::Test {
 protected:
  static void stand_in(Wall& wall, const PixelRect& ground, const std::vector<std::string>& at = at_three) {
    wall.scene.stand_in(wall.convening, ground, at);
    wall.settle();
  }
};

TEST_F(Framed, EverythingStandsInTheGroundThatIsLeft) {
  for (const char* activity : {six_circles, nested}) {
    Wall wall(activity, kiosk);
    people(wall, activity == six_circles ? 4 : 8);
    stand_in(wall, above_seats);
    for (const scene::RegionView& one : wall.scene.backdrop().regions) {
      EXPECT_LE(one.bounds().y1, above_seats.y1) << one.id;
      EXPECT_FALSE(one.bounds().touches(wall.scene.backdrop().prompt.zone)) << one.id;
      EXPECT_EQ(one.presence, 1);
      EXPECT_LE(one.label_zone.y1, above_seats.y1);
    }
    for (const auto* card : wall.shown()) EXPECT_LE(wall.rect_of(*card).y1, above_seats.y1);
    const scene::Reading reading = scene::reading_of(wall.scene);
    EXPECT_EQ(reading.whole, reading.cards) << activity;
    EXPECT_GE(reading.type_px, 13) << activity;
    EXPECT_EQ(reading.covered_words, 0) << activity;
  }
}

TEST_F(Framed, TheGreenLineRunsBetweenTheRowsOfCirclesThere) {
  Wall wall(six_circles, kiosk);
  stand_in(wall, above_seats);
  const float line = wall.scene.backdrop().line.y;
  EXPECT_LT(line, above_seats.y1);
  for (const scene::RegionView& one : wall.scene.backdrop().regions)
    EXPECT_TRUE(one.bounds().y1 < line || one.bounds().y0 > line) << one.id;
}

TEST_F(Framed, WhereNotEvenFirstLinesHaveRoomTheRegionsThatHandsAreAtStandThereAndTheOthersWait) {
  Wall wall(six_circles, kiosk);
  people(wall, 34);
  const std::vector<std::string> at{"pattern", "identity"};
  stand_in(wall, {0, 0, 1920, 520}, at);
  EXPECT_FALSE(wall.scene.leaves());
  for (const scene::RegionView& one : wall.scene.backdrop().regions) {
    const bool hands_are_there = std::ranges::find(at, one.id) != at.end();
    EXPECT_EQ(one.presence == 1, hands_are_there) << one.id;
    EXPECT_LE(one.bounds().y1, 520);
  }
  for (const auto* card : wall.shown()) {
    const std::string& region = wall.convening.cards.at(card->id).place.value.region;
    EXPECT_EQ(card->words != nullptr, std::ranges::find(at, region) != at.end()) << region;
  }
}

TEST_F(Framed, ChangesNothingOfWhatIsArrangedForEveryWindow) {
  Wall glass(six_circles, kiosk), other(six_circles, kiosk);
  for (Wall* wall : {&glass, &other}) people(*wall, 6);
  stand_in(glass, above_seats);
  EXPECT_EQ(hash_of(glass), hash_of(other));
  stand_in(glass, {});
  for (const auto* view : other.shown()) EXPECT_EQ(glass.scene.card(view->id)->centre, view->centre);
  for (std::size_t i = 0; i < other.scene.backdrop().regions.size(); ++i)
    EXPECT_EQ(glass.scene.backdrop().regions[i].bounds(), other.scene.backdrop().regions[i].bounds());
  EXPECT_EQ(glass.scene.backdrop().line.y, other.scene.backdrop().line.y);
}

TEST_F(Framed, IsOneCalmMovement) {
  Wall wall(six_circles, kiosk);
  people(wall, 4);
  std::map<model::CardId, PixelPoint> at;
  for (const auto* view : wall.shown()) at[view->id] = view->centre;
  float line = wall.scene.backdrop().line.y;
  wall.scene.stand_in(wall.convening, above_seats, at_three);
  EXPECT_EQ(wall.scene.backdrop().line.y, line) << "nothing jumps";
  int moving = 0;
  for (int frame = 0; frame < 180; ++frame) {
    if (wall.advance(1.0F / 60)) ++moving;
    EXPECT_LT(std::abs(wall.scene.backdrop().line.y - line), 40);
    line = wall.scene.backdrop().line.y;
    for (const auto* view : wall.shown()) {
      EXPECT_LT(length(view->centre - at[view->id]), 90) << frame;
      at[view->id] = view->centre;
    }
  }
  EXPECT_GT(moving, 20);
  EXPECT_LT(moving, 170) << "and comes to rest";
}

TEST_F(Framed, ACardThatAHandHoldsStaysUnderItAndLandsWhereItIsLetGoOf) {
  Wall wall(six_circles, kiosk);
  people(wall, 4);
  const model::CardId held = wall.shown().front()->id;
  const PixelPoint finger{1500, 300};
  wall.scene.hold(held, wall.scene.card(held)->centre);
  wall.scene.hold(held, finger);
  wall.scene.stand_in(wall.convening, above_seats, at_three);
  for (int frame = 0; frame < 20; ++frame) {
    (void)wall.advance(1.0F / 60);
    EXPECT_EQ(wall.scene.card(held)->centre, finger) << frame;
  }
  const model::Place place = wall.scene.place_at(finger);
  EXPECT_EQ(place.region, "process");
  EXPECT_NEAR(wall.scene.pixel_of(place).x, finger.x, 1);
  EXPECT_NEAR(wall.scene.pixel_of(place).y, finger.y, 1);
}

TEST_F(Framed, ARegionComesNearInWhatIsLeft) {
  Wall wall(six_circles, kiosk);
  people(wall, 6);
  stand_in(wall, above_seats);
  wall.scene.bring_near(wall.convening, "structure");
  wall.settle();
  for (const scene::RegionView& one : wall.scene.backdrop().regions) EXPECT_LE(one.bounds().y1, above_seats.y1) << one.id;
  wall.scene.bring_near(wall.convening, {});
  wall.settle();
  for (const scene::RegionView& one : wall.scene.backdrop().regions) EXPECT_LE(one.bounds().y1, above_seats.y1) << one.id;
}

TEST_F(Framed, WordsOfThreadsAndNamesOfGatheringsKeepClearOfSeats) {
  Wall wall(six_circles, kiosk);
  const model::CardId from = wall.card({"pattern", {0.5F, -0.8F}}), to = wall.card({"process", {-0.5F, -0.8F}});
  const model::CardId low = wall.card({"identity", {-0.5F, 0.3F}}), lower = wall.card({"identity", {0.5F, 0.3F}});
  const model::ThreadId thread = wall.thread(from, to, "rests on");
  wall.gathering({low, lower}, "what we share");
  wall.settle();
  ASSERT_NE(wall.scene.thread(thread)->word, nullptr);
  std::vector<PixelRect> seats{wall.scene.thread(thread)->pill.grown(30), wall.scene.gatherings().front().pill.grown(4)};
  wall.scene.lean_from(seats);
  wall.settle();
  ASSERT_NE(wall.scene.gatherings().front().name.block, nullptr);
  for (const PixelRect& seat : seats) {
    EXPECT_FALSE(wall.scene.thread(thread)->word != nullptr && wall.scene.thread(thread)->pill.touches(seat));
    EXPECT_FALSE(wall.scene.gatherings().front().pill.touches(seat));
  }
}

TEST_F(Framed, BesideASeatThatIsLowerThanThePromptThePromptStaysAsItIs) {
  for (const char* language : {"en", "pa", "ar"}) {
    scene::Stage stage = stage_of(six_circles, 1920, 1080);
    stage.language = language;
    Wall wall(stage);
    people(wall, 4);
    const scene::PromptView before = wall.scene.backdrop().prompt;
    const PixelRect tall{1283, 260, 1910, 930};
    wall.scene.stand_in(wall.convening, {0, 0, 1283, 1080}, at_three, std::array{tall});
    wall.settle();
    const scene::PromptView& now = wall.scene.backdrop().prompt;
    EXPECT_EQ(now.zone, before.zone) << language;
    EXPECT_EQ(now.capital_px, before.capital_px);
    for (const scene::RegionView& one : wall.scene.backdrop().regions) {
      EXPECT_LE(one.bounds().x1, 1283) << one.id;
      EXPECT_FALSE(one.bounds().touches(now.zone)) << one.id;
    }
    EXPECT_EQ(scene::reading_of(wall.scene).covered_words, 0);
  }
}

TEST_F(Framed, FromASeatAsHighAsThePromptThePromptGivesWayWithTheRest) {
  Wall wall(six_circles, kiosk);
  const PixelRect over_it{1283, 4, 1910, 930};
  wall.scene.stand_in(wall.convening, {0, 0, 1283, 1080}, at_three, std::array{over_it});
  wall.settle();
  EXPECT_LE(wall.scene.backdrop().prompt.zone.x1, 1283);
}

TEST_F(Framed, EveryCanvasFindsRoomThere) {
  for (const content::Canvas& canvas : shipped_canvases())
    for (const content::Layout& layout : canvas.layouts) {
      const bool tall = layout.height > layout.width;
      const geometry::Box ground{-layout.width / 2, tall ? -0.2F : -0.14F, layout.width / 2, layout.height / 2};
      const content::Layout made = scene::framed_layout(layout, ground);
      for (const content::PlacedRegion& region : made.regions) {
        EXPECT_GE(region.area.bounds().y0, ground.y0) << canvas.id << ' ' << layout.name << ' ' << region.region;
        EXPECT_GT(region.area.bounds().height(), 0);
      }
      EXPECT_EQ(made.prompt.y0, layout.prompt.y0);
    }
}

TEST(FramedLayout, KeepsItsPictureUnderItsRegions) {
  content::Layout whole = pack_of(six_circles).canvas.layouts.front();
  whole.picture = {-0.5F, -0.5F, 0.5F, 0.5F};
  const content::Layout framed = scene::framed_layout(whole, {-0.8F, -0.1F, 0.8F, 0.5F});
  for (std::size_t i = 0; i < whole.regions.size(); ++i) {
    // As far across and up the picture as before.
    const auto share = [](float at, float from, float to) { return (at - from) / (to - from); };
    const geometry::Point was = whole.regions[i].area.bounds().centre(), is = framed.regions[i].area.bounds().centre();
    EXPECT_NEAR(share(is.x, framed.picture.x0, framed.picture.x1), share(was.x, -0.5F, 0.5F), 1e-4F);
    EXPECT_NEAR(share(is.y, framed.picture.y0, framed.picture.y1), share(was.y, -0.5F, 0.5F), 1e-4F);
  }
}

}  // namespace
}  // namespace greenline::test
