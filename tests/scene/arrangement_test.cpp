// One arrangement for every window: the scene takes its resting places from a snapshot that knows no window.
#include "scene/wall.h"

namespace greenline::test {
namespace {

// What happened in one wall, told to another.
void retell(const Wall& from, Wall& to) {
  to.convening = from.convening;
  to.scene.rebuild(to.convening);
}

class WindowsOfOneLayout : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(OfEachActivity, WindowsOfOneLayout, testing::Values(six_circles, nested),
                         [](const auto& one) { return one.param == std::string(six_circles) ? "six" : "nested"; });

TEST_P(WindowsOfOneLayout, HoldEqualSnapshotsWhateverTheirSizesAndShapes) {
  Wall wide(GetParam(), {1920, 1080});
  wide.crowd(60, 3);
  wide.settle();
  const std::uint64_t hash = hash_of(*wide.scene.arrangement());
  for (const Size size : {Size{1280, 800}, {1280, 720}, {3840, 2160}, {2000, 1080}, {1680, 1050}}) {
    Wall other(GetParam(), size);
    retell(wide, other);
    EXPECT_EQ(hash_of(*other.scene.arrangement()), hash) << size.width << "x" << size.height;
    // And it is what is seen.
    const scene::Backdrop& backdrop = other.scene.backdrop();
    for (const arrange::Rested& one : other.scene.arrangement()->cards) {
      const PixelPoint centre = other.scene.card(one.card)->centre;
      EXPECT_NEAR(centre.x, size.width / 2 + one.at.x * backdrop.unit_px, 0.01F);
      EXPECT_NEAR(centre.y, size.height / 2 - one.at.y * backdrop.unit_px, 0.01F);
    }
  }
}

TEST(Snapshots, OfAConveningThatHappenedCardByCardAreThoseOfOneReadBack) {
  Wall wall(six_circles);
  wall.crowd(40, 9);
  for (int frame = 0; frame < 200 && wall.advance(0.016F); ++frame) continue;
  const auto arrangement = wall.scene.arrangement();
  Wall other(six_circles);
  retell(wall, other);
  EXPECT_EQ(*arrangement, *other.scene.arrangement());
}

TEST(Snapshots, AreOthersOnceACardMovesAndTheOldOneStaysAsItWas) {
  Wall wall(six_circles);
  wall.crowd(12, 9);
  const auto card = wall.card({"identity", {0, 0}});
  wall.settle();
  const auto before = wall.scene.arrangement();
  const std::uint64_t hash = hash_of(*before);
  wall.move(card, {"identity", {0.3F, -0.3F}});
  wall.settle();
  EXPECT_NE(hash_of(*wall.scene.arrangement()), hash);
  EXPECT_EQ(hash_of(*before), hash);
}

TEST(Snapshots, DoNotKnowThatAHandHoldsACard) {
  Wall wall(six_circles);
  wall.crowd(12, 9);
  const auto card = wall.card({"identity", {0, 0}});
  wall.settle();
  const std::uint64_t hash = hash_of(*wall.scene.arrangement());
  wall.scene.hold(card, wall.scene.card(card)->centre);
  wall.scene.hold(card, {300, 300});
  wall.settle();
  EXPECT_EQ(hash_of(*wall.scene.arrangement()), hash);
}

TEST(Snapshots, OfAWindowWhoseWordsNeedMoreRoomLeaveThatFree) {
  scene::Stage far = stage_of(six_circles, 1920, 1080);
  far.room_capital_px = 34;  // readers across a large room
  Wall wall(far);
  wall.crowd(60, 3);
  wall.settle();
  for (const auto* view : wall.shown())
    for (const auto& region : wall.scene.backdrop().regions)
      EXPECT_FALSE(region.label_zone.touches(wall.rect_of(*view).grown(-0.5F))) << region.id;
}

}  // namespace
}  // namespace greenline::test
