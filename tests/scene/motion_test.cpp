// What moves eases in time, not in frames; what rests costs nothing.
#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "scene/spring.h"
#include "scene/thread_crowd.h"
#include "scene/wall.h"

namespace greenline::test {
namespace {

TEST(Spring, EndsWhereManyShortStepsEnd) {
  float once = 0, once_speed = 0, often = 0, often_speed = 0;
  scene::SpringStep::of(0.4F, 0.1F)(once, once_speed, 100);
  for (int i = 0; i < 10; ++i) scene::SpringStep::of(0.4F, 0.01F)(often, often_speed, 100);
  EXPECT_NEAR(once, often, 0.01F);
  EXPECT_NEAR(once_speed, often_speed, 0.1F);
  EXPECT_GT(once, 30);
}

TEST(Spring, IsThereAfterItsTimeAndNeverOvershoots) {
  float value = 0, speed = 0;
  for (int i = 0; i < 40; ++i) {
    scene::SpringStep::of(0.4F, 0.01F)(value, speed, 100);
    EXPECT_LE(value, 100);
  }
  EXPECT_GT(value, 98);
}

// Some stand exactly under each other: the place is so full that its cards stand in columns.
bool is_in_columns(const arrange::Arrangement& arrangement, std::uint16_t zone) {
  std::map<float, int> at_x;
  for (const arrange::Rested& one : arrangement.cards)
    if (one.zone == zone && ++at_x[one.at.x] == 3) return true;
  return false;
}

struct Kind {
  const char* name;
  const char* activity;
  const char* layout;
  const char* canvas;  // another than the activity's
};

scene::Stage staged(const Kind& kind) {
  scene::Stage stage = stage_of(kind.activity, 1920, 1080);
  if (*kind.layout) stage.activity.layout = kind.layout;
  for (const content::Canvas& canvas : shipped_canvases())
    if (canvas.id == kind.canvas) stage.canvas = canvas;
  return stage;
}

class MotionOn : public testing::TestWithParam<Kind> {};
INSTANTIATE_TEST_SUITE_P(EachKind, MotionOn,
                         testing::Values(Kind{"hexagon", six_circles, "hexagon", ""}, Kind{"rows", six_circles, "rows", ""},
                                         Kind{"nested", nested, "", ""}, Kind{"network", six_circles, "network", "network"}),
                         [](const auto& one) { return one.param.name; });

// Put down as hands put them: where the region can be touched.
std::vector<model::Place> places_by_hand(const scene::Scene& scene, int count, std::mt19937& random) {
  std::uniform_real_distribution<float> anywhere(-0.95F, 0.95F);
  const auto& regions = scene.backdrop().regions;
  std::vector<model::Place> places;
  while (static_cast<int>(places.size()) < count) {
    const std::string region = regions[random() % regions.size()].id;
    const float x = anywhere(random), y = anywhere(random);
    const auto* touched = scene.region_at(scene.pixel_of({region, {x, y}}));
    if (touched != nullptr && touched->id == region) places.push_back({region, {x, y}});
  }
  return places;
}

// Whatever a hand moves or adds: others give way by their own width at most, unless all are laid out anew (another size of
// type, a place so full that its cards stand in columns). Cards push cards that push cards: of a thousand one may go a little
// further.
TEST_P(MotionOn, MovesNoOtherCardFurtherThanItsWidth) {
  int looked_at = 0, further = 0;
  for (std::uint32_t seed = 1; seed <= 24; ++seed) {
    Wall wall(staged(GetParam()));
    std::mt19937 random(seed);
    for (const model::Place& place : places_by_hand(wall.scene, 8 + static_cast<int>(seed * 5 % 56), random)) wall.card(place);
    wall.settle();
    const auto before = wall.scene.arrangement();
    const auto cards = wall.shown();
    const model::Place to = places_by_hand(wall.scene, 1, random).front();
    model::CardId by_hand = cards[seed * 7 % cards.size()]->id;
    if (seed % 3 == 0)
      by_hand = wall.card(to);
    else
      wall.move(by_hand, to);
    wall.settle();
    const auto after = wall.scene.arrangement();
    if (after->type != before->type) continue;
    const float width = arrange::card_ems * before->type.em;
    for (const arrange::Rested& one : before->cards) {
      if (one.card == by_hand || is_in_columns(*before, one.zone) || is_in_columns(*after, one.zone)) continue;
      ++looked_at;
      const auto now = std::ranges::find(after->cards, one.card, &arrange::Rested::card);
      const float shift = std::hypot(now->at.x - one.at.x, now->at.y - one.at.y);
      further += shift > width * 1.001F ? 1 : 0;
      EXPECT_LT(shift, width * 1.25F) << "seed " << seed;
    }
  }
  EXPECT_GT(looked_at, 300);
  EXPECT_LE(further * 1000, looked_at);
}

// Another size of type, columns: whatever lays all out anew, no card goes faster than an eye follows.
TEST_P(MotionOn, LaysAllOutAnewAtACalmPace) {
  Wall wall(staged(GetParam()));
  wall.crowd(40, 3);
  wall.settle();
  const float type = wall.scene.type_px();
  const std::string full = wall.scene.backdrop().regions.back().id;
  std::map<model::CardId, PixelPoint> was;
  for (const auto* view : wall.shown()) was[view->id] = view->centre;
  for (int i = 0; i < 80; ++i) wall.card({full, {0.01F * static_cast<float>(i), 0}});
  float fastest = 0, furthest = 0;
  const std::map<model::CardId, PixelPoint> first = was;
  constexpr float frame_s = 1.0F / 60;
  int frames = 0;
  for (bool more = true; more && frames < 600; ++frames) {
    more = wall.advance(frame_s);
    for (auto& [id, at] : was) {
      const PixelPoint now = wall.scene.card(id)->centre;
      fastest = std::max(fastest, model::length(now - at) / frame_s / wall.scene.backdrop().unit_px);
      furthest = std::max(furthest, model::length(now - first.at(id)) / wall.scene.backdrop().unit_px);
      at = now;
    }
  }
  ASSERT_LT(wall.scene.type_px(), type);
  EXPECT_LE(fastest, 1.02F) << "canvas units a second";
  EXPECT_GT(frames, 20);
  EXPECT_LT(frames, 600) << "and they come to rest";
  EXPECT_GT(furthest, 0.05F);
}

TEST(Motion, DoesNotDependOnTheFrameRate) {
  Wall slow(six_circles), fast(six_circles);
  for (Wall* wall : {&slow, &fast}) {
    const auto id = wall->card({"identity", {0, 0}});
    wall->settle();
    wall->move(id, {"structure", {0, -0.4F}});
  }
  slow.advance(0);  // both find the new rest first
  fast.advance(0);
  slow.advance(0.1F);
  for (int i = 0; i < 10; ++i) fast.advance(0.01F);
  const PixelPoint a = slow.shown().front()->centre, b = fast.shown().front()->centre;
  EXPECT_NEAR(a.x, b.x, 0.5F);
  EXPECT_NEAR(a.y, b.y, 0.5F);
  EXPECT_GT(model::length(a - slow.scene.pixel_of({"structure", {0, -0.4F}})), 3) << "it is still on its way";
}

TEST(Motion, OfACrowdThoseThatHaveArrivedWaitForTheOthersAndNothingIsRepaired) {
  Wall wall(six_circles);
  wall.crowd(400, 4);
  wall.settle();
  std::vector<model::CardId> ids;
  for (const auto* view : wall.shown()) ids.push_back(view->id);
  std::size_t next = 0;
  const auto stir = [&] {  // each card has another place every 14th frame: it has arrived long before
    for (int i = 0; i < 30; ++i, ++next) {
      const auto turn = static_cast<float>(next);
      wall.move(ids[next % ids.size()], {"structure", {0.5F * std::sin(turn), 0.5F * std::cos(1.7F * turn)}});
    }
    wall.advance(0.05F);
  };
  for (int frame = 0; frame < 40; ++frame) stir();
  (void)wall.scene.take_damage();
  for (int frame = 0; frame < 20; ++frame) {
    stir();
    const auto damage = wall.scene.take_damage();
    EXPECT_FALSE(damage.everything);
    EXPECT_TRUE(damage.rects.empty()) << "in frame " << frame;
  }
  int frames = 0;
  while (wall.advance(0.05F) && frames < 400) ++frames;
  EXPECT_LT(frames, 400);
  EXPECT_TRUE(wall.scene.moving_cards().empty()) << "then all of them rest";
}

TEST(Motion, OfMoreThreadsThanAnEyeCanFollowSomeStandForAllUntilTheyRest) {
  Wall wall(six_circles);
  wall.crowd(160, 4);
  wall.settle();
  std::vector<model::CardId> ids;
  for (const auto* view : wall.shown()) ids.push_back(view->id);
  std::vector<model::ThreadId> threads;
  for (std::size_t i = 0; threads.size() < scene::ThreadCrowd::most_moving + 300; ++i)
    for (const std::size_t far : {i + 1, i + 5, i + 11, i + 17, i + 29, i + 37, i + 53, i + 61, i + 71, i + 79, i + 83})
      threads.push_back(wall.thread(ids[i % ids.size()], ids[far % ids.size()]));
  wall.settle();
  const auto seen = [&] {
    return static_cast<std::size_t>(
        std::ranges::count_if(threads, [&](const auto& id) { return wall.scene.thread(id)->opacity > 0; }));
  };
  ASSERT_EQ(seen(), threads.size());
  wall.scene.attend(wall.scene.card(ids[0])->centre);
  for (int frame = 0; frame < 30; ++frame) {
    for (std::size_t i = 1; i < ids.size(); ++i) {
      const auto turn = static_cast<float>(i + static_cast<std::size_t>(frame) * 7);
      wall.move(ids[i], {"structure", {0.5F * std::sin(turn), 0.5F * std::cos(1.7F * turn)}});
    }
    wall.advance(0.02F);
  }
  EXPECT_LT(seen(), scene::ThreadCrowd::most_moving);
  for (const std::size_t far : {1U, 5U, 11U}) {
    const auto found = std::ranges::find_if(threads, [&](const auto& id) {
      const model::Thread& thread = wall.convening.threads.at(id);
      return thread.ends.value.from == model::ThreadEnd(ids[0]) && thread.ends.value.to == model::ThreadEnd(ids[far]);
    });
    EXPECT_EQ(wall.scene.thread(*found)->opacity, 1) << "of the card that somebody looks at each is seen";
  }
  wall.scene.attend(std::nullopt);
  int frames = 0;
  while (wall.advance(0.05F) && frames < 400) ++frames;
  EXPECT_LT(frames, 400);
  EXPECT_EQ(seen(), threads.size());
}

TEST(Motion, ComesToRestAndThenNothingIsWanted) {
  Wall wall(six_circles);
  wall.crowd(80, 4);
  wall.thread(wall.shown()[0]->id, wall.shown()[1]->id, "rests on");
  wall.marker({"identity", {0, 0}});
  EXPECT_TRUE(wall.advance(0.016F));
  EXPECT_FALSE(wall.scene.moving_cards().empty());
  int frames = 0;
  while (wall.advance(0.016F) && frames < 200) ++frames;
  EXPECT_LT(frames, 150);
  EXPECT_TRUE(wall.scene.moving_cards().empty());
  EXPECT_TRUE(wall.scene.moving_threads().empty());
  for (const auto* view : wall.shown()) EXPECT_EQ(view->motion, scene::Motion::resting);
  (void)wall.scene.take_damage();
  EXPECT_FALSE(wall.advance(0.016F));
  EXPECT_TRUE(wall.scene.take_damage().rects.empty());
}

TEST(Motion, StandsAtOnceWhenStill) {
  scene::Stage stage = stage_of(six_circles, 1920, 1080);
  stage.still = true;
  Wall wall(stage);
  const auto id = wall.card({"identity", {0, 0}});
  wall.advance(0.016F);
  EXPECT_EQ(wall.scene.card(id)->motion, scene::Motion::resting);
  EXPECT_EQ(wall.scene.card(id)->opacity, 1);
  wall.move(id, {"structure", {0, -0.4F}});
  wall.advance(0.016F);
  EXPECT_EQ(wall.scene.card(id)->centre, wall.scene.pixel_of({"structure", {0, -0.4F}}));
}

TEST(Motion, ANewCardFliesFromWhereItWasWritten) {
  Wall wall(six_circles);
  const auto id = numbered<model::CardId>(900);
  wall.scene.arrive_from(id, {1700, 900});
  wall.happens(model::CardMade{id, {"here", "en", {}}, {"structure", {0, -0.4F}}, {}, false});
  wall.advance(0.001F);
  EXPECT_LT(model::length(wall.scene.card(id)->centre - PixelPoint{1700, 900}), 20);
}

TEST(Motion, BreathesByTwoHundredthsWhenItLands) {
  Wall wall(six_circles);
  const auto id = wall.card({"structure", {0, -0.4F}});
  float largest = 1;
  while (wall.advance(0.01F)) largest = std::max(largest, wall.scene.card(id)->scale);
  EXPECT_NEAR(largest, 1.02F, 0.003F);
  EXPECT_EQ(wall.scene.card(id)->scale, 1);
}

TEST(Motion, NeighboursMakeRoomMoreSlowlyThanACardLands) {
  Wall wall(six_circles);
  const auto neighbour = wall.card({"structure", {0, -0.4F}});
  wall.settle();
  const PixelPoint before = wall.scene.card(neighbour)->centre;
  wall.card({"structure", {0.02F, -0.42F}});
  wall.advance(0.12F);
  const PixelPoint early = wall.scene.card(neighbour)->centre;
  while (wall.advance(0.016F)) continue;
  const PixelPoint after = wall.scene.card(neighbour)->centre;
  ASSERT_GT(model::length(after - before), 5);
  EXPECT_LT(model::length(early - before), 0.75F * model::length(after - before));
}

TEST(Kept, ShowsSettlingUntilDurableThenABriefWarmth) {
  Wall wall(six_circles);
  const auto id = numbered<model::CardId>(900);
  const model::Event made = wall.happens(model::CardMade{id, {"here", "en", {}}, {"structure", {0, -0.4F}}, {}, false}, true);
  while (wall.advance(0.016F)) continue;
  EXPECT_EQ(wall.scene.card(id)->kept, 0);
  EXPECT_EQ(wall.scene.card(id)->warm, 0);
  EXPECT_TRUE(wall.scene.moving_cards().empty()) << "waiting for the disk wants no frames";
  wall.scene.kept(wall.convening, made.id);
  EXPECT_TRUE(wall.advance(0.3F));
  EXPECT_EQ(wall.scene.card(id)->kept, 1);
  EXPECT_NEAR(wall.scene.card(id)->warm, 1 - 0.3F / 0.9F, 0.02F);
  while (wall.advance(0.016F)) continue;
  EXPECT_EQ(wall.scene.card(id)->warm, 0);
}

TEST(Kept, WaitsForEveryEventOfACard) {
  Wall wall(six_circles);
  const auto id = numbered<model::CardId>(900);
  const auto made = wall.happens(model::CardMade{id, {"here", "en", {}}, {"structure", {0, -0.4F}}, {}, false}, true);
  const auto moved = wall.happens(model::CardMoved{id, {"identity", {0, 0}}}, true);
  wall.scene.kept(wall.convening, made.id);
  wall.advance(1);
  EXPECT_EQ(wall.scene.card(id)->kept, 0);
  wall.scene.kept(wall.convening, moved.id);
  wall.advance(2);
  EXPECT_EQ(wall.scene.card(id)->kept, 1);
}

}  // namespace
}  // namespace greenline::test
