// The same convening gives the same wall, bit for bit: in any order of events, after a restart, however the work is sliced.
#include <algorithm>
#include <map>
#include <random>

#include "scene/wall.h"

namespace greenline::test {
namespace {

std::map<model::CardId, PixelPoint> places(const scene::Scene& scene) {
  std::map<model::CardId, PixelPoint> out;
  for (const scene::CardView& view : scene.cards())
    if (view.alive) out[view.id] = view.centre;
  return out;
}

std::map<model::ThreadId, std::array<PixelPoint, 4>> curves(const scene::Scene& scene) {
  std::map<model::ThreadId, std::array<PixelPoint, 4>> out;
  for (const scene::ThreadView& view : scene.threads())
    if (view.alive) out[view.id] = view.curve;
  return out;
}

// A wall where cards came, moved, went and were tied.
void live(Wall& wall, int count) {
  wall.crowd(count, 11);
  std::vector<model::CardId> ids;
  for (const auto* view : wall.shown()) ids.push_back(view->id);
  for (std::size_t i = 0; i < ids.size(); i += 3) wall.move(ids[i], {"identity", {0.3F, -0.01F * static_cast<float>(i)}});
  for (std::size_t i = 0; i + 1 < ids.size() && i < 40; i += 4) wall.thread(ids[i], ids[i + 1], "rests on");
  for (std::size_t i = 1; i < ids.size(); i += 9) wall.happens(model::CardTakenBack{ids[i]});
}

class Purity : public testing::TestWithParam<int> {};

TEST_P(Purity, AnyOrderOfEventsGivesTheSameWall) {
  Wall told(six_circles);
  live(told, GetParam());
  told.settle();
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    std::vector<model::Event> events = told.told;
    std::shuffle(events.begin(), events.end(), std::mt19937(seed));
    Wall other(six_circles);
    for (const model::Event& event : events) {
      model::apply(other.convening, event);
      other.scene.changed(other.convening, event, false);
      if (seed == 2) other.advance(0.016F);
    }
    other.settle();
    EXPECT_EQ(places(told.scene), places(other.scene)) << "seed " << seed;
    EXPECT_EQ(curves(told.scene), curves(other.scene)) << "seed " << seed;
  }
}

TEST_P(Purity, ARestartGivesTheSameWall) {
  Wall told(six_circles);
  live(told, GetParam());
  told.settle();
  Wall again(six_circles);
  again.convening = told.convening;
  again.scene.rebuild(again.convening);
  EXPECT_EQ(places(told.scene), places(again.scene));
  EXPECT_EQ(curves(told.scene), curves(again.scene));
}

TEST_P(Purity, SlicesOverFramesGiveWhatSettlingAtOnceGives) {
  Wall at_once(six_circles), in_frames(six_circles);
  live(at_once, GetParam());
  live(in_frames, GetParam());
  at_once.settle();
  for (int frame = 0; frame < 4000 && in_frames.advance(0.016F); ++frame) continue;
  EXPECT_EQ(places(at_once.scene), places(in_frames.scene));
}

INSTANTIATE_TEST_SUITE_P(FewAndMany, Purity, testing::Values(12, 90, 500));

TEST(PurityOfHands, ACarriedAndReturnedCardLeavesTheWallAsItWas) {
  Wall wall(six_circles);
  live(wall, 60);
  wall.settle();
  const auto before = places(wall.scene);
  const model::CardId id = before.begin()->first;
  wall.scene.hold(id, wall.scene.card(id)->centre);
  wall.scene.hold(id, {900, 500});
  wall.advance(0.1F);
  wall.scene.let_fall(id);
  for (int frame = 0; frame < 400 && wall.advance(0.016F); ++frame) continue;
  EXPECT_EQ(places(wall.scene), before);
}

}  // namespace
}  // namespace greenline::test
