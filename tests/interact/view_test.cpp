// Looking nearer, and what several fingers and quick or patient ones do on the wall.
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <variant>

#include "interact/on_a_wall.h"
#include "scene/each_text.h"
#include "thorough.h"

namespace greenline::interact {
namespace {

class ViewTest : public WallTest {
 protected:
  scene::Scene& scene() { return offscreen->wall().scene(); }
  // Two fingers spread about this point until it is seen so much larger.
  void zoom(PixelPoint about, float factor) {
    const PixelPoint half{50, 0};
    hand->together({{about - half, about - half * factor}, {about + half, about + half * factor}});
  }
  [[nodiscard]] PixelPoint seen(const model::CardId& card) { return scene().rect_of(card)->centre(); }
  [[nodiscard]] std::optional<PixelPoint> chip(const std::string& words_key) {
    const auto block = offscreen->engine().layout(resources->strings(words_key, "en"), style_of_chips());
    for (const render::Chip& chip : offscreen->wall().atmosphere().chips)
      if (chip.words.block == block) return chip.rect.centre();
    return std::nullopt;
  }
  [[nodiscard]] static text::Style style_of_chips() {
    return {.face = text::Face::words, .size_px = std::max(13 * 1.2F, 0.32F * 15 * 3.78F), .language = "en"};
  }
};

TEST_F(ViewTest, TwoFingersOnTheGroundBringTheWallNearer) {
  open("both-sides-of-the-line", "name");
  const model::CardId card = a_card("structure", "bells");
  const PixelPoint before = seen(card), about = before + PixelPoint{0, 130};
  const float width = scene().rect_of(card)->width();
  zoom(about, 3);
  EXPECT_GT(scene().camera().zoom, 2);
  EXPECT_NEAR(scene().rect_of(card)->width(), width * scene().camera().zoom, 0.1F);
  EXPECT_NEAR(seen(card).x, about.x + (before.x - about.x) * scene().camera().zoom, 8);
  EXPECT_EQ(session->convening().cards.at(card).place.value.region, "structure");
  EXPECT_EQ(hand->seat(), 0) << "no finger of a pinch opens a seat";
  EXPECT_TRUE(session->convening().gatherings.empty());
}

TEST_F(ViewTest, HandsFindAndMoveThingsWhereTheyAreSeen) {
  open("both-sides-of-the-line", "name");
  const model::CardId card = a_card("structure", "bells");
  zoom(seen(card) + PixelPoint{0, 130}, 2.5F);
  hand->drag(seen(card), seen(card) + PixelPoint{120, 40});
  const PixelPoint moved = seen(card);
  hand->tap(moved);
  ASSERT_NE(hand->seat(), 0);
  EXPECT_EQ(offscreen->wall().seats().reading(hand->seat()), card);
  hand->tap_control("leave");
  const model::Place place = session->convening().cards.at(card).place.value;
  EXPECT_LT(length(scene().pixel_of(place) - moved), 3);

  const PixelPoint ground = scene().pixel_of({"structure", {0, 0.35F}});
  hand->tap(ground);
  ASSERT_TRUE(hand->write("here"));
  ASSERT_TRUE(hand->tap_control("place"));
  const auto made =
      std::ranges::find_if(session->convening().cards, [](const auto& one) { return one.second.saying.value.words == "here"; });
  ASSERT_NE(made, session->convening().cards.end());
  EXPECT_LT(length(scene().pixel_of(made->second.place.value) - ground), 2);
}

TEST_F(ViewTest, WordsThatWereTooSmallAreWrittenOnceTheyAreSeenLargeEnough) {
  open("both-sides-of-the-line", "name");
  for (int i = 0; i < 200; ++i)
    (void)offscreen->wall().request(model::MakeCard{{"what the bells say", "en", {}}, {"structure", {0, 0}}}, {});
  hand->frames(120);
  ASSERT_TRUE(scene().leaves());
  const PixelPoint middle = scene().pixel_of({"structure", {0, 0.95F}});
  zoom(middle, 6);
  EXPECT_FALSE(scene().leaves());
  const auto cards = scene().cards();
  EXPECT_TRUE(std::ranges::any_of(cards, [](const scene::CardView& view) { return view.words != nullptr; }));
  for (const scene::CardView& view : cards) {
    if (view.words) {
      EXPECT_FLOAT_EQ(view.words->detail, scene().camera().zoom) << "drawn as large as it is seen";
    }
  }
  const auto whole = chip("view.whole");
  ASSERT_TRUE(whole);
  hand->tap(*whole);
  EXPECT_EQ(scene().camera(), model::Camera{});
  EXPECT_TRUE(scene().leaves());
  EXPECT_FALSE(chip("view.whole"));
}

// The words that are seen, each with what it is drawn at.
class CrispTest : public ViewTest {
 protected:
  void open_full_wall() {
    open("both-sides-of-the-line", "name", {.language = "en", .second_language = "fr", .still = false});
    const std::array said{"what the bells say", "nous écoutons d’abord", "we ask for a plan, then for a report on the plan"};
    for (std::size_t i = 0; i < 24; ++i) {
      const std::string region = i % 2 == 0 ? "structure" : "pattern";
      (void)offscreen->wall().request(model::MakeCard{{said.at(i % said.size()), "en", {}}, {region, {0, 0}}}, {});
    }
    hand->frames(120);
  }
  static constexpr PixelPoint two_fingers{50, 0};
  // Where two fingers touch nothing but the ground.
  [[nodiscard]] PixelPoint ground() {
    const auto free = [&](PixelPoint at) { return std::holds_alternative<input::OnGround>(scene().hit(at)); };
    for (float y = 250; y < 800; y += 10)
      for (float x = 600; x < 1300; x += 10)
        if (free(PixelPoint{x, y} - two_fingers) && free(PixelPoint{x, y} + two_fingers)) return {x, y};
    ADD_FAILURE() << "there is no ground to touch";
    return {};
  }
  [[nodiscard]] std::vector<std::pair<std::string, float>> details_seen() {
    const model::PixelRect screen{0, 0, 1920, 1080};
    std::vector<std::pair<std::string, float>> seen;
    each_text(scene(), [&](const auto& text) {
      // What it was drawn from tells it apart however large it is drawn.
      const auto key = std::to_string(reinterpret_cast<std::uintptr_t>(text.block->galley.get()));
      if (scene().camera()(text.reach).touches(screen)) seen.emplace_back(key, text.block->detail);
    });
    return seen;
  }
};

TEST_F(CrispTest, NoWordStaysSoftForATenthOfASecondWhileFingersGoOnZooming) {
  for (const float factor_a_frame : {1.08F, 0.97F, 1.01F}) {
    if (factor_a_frame == 1.01F && by_day_or_night(0, 1) == 0) continue;  // many frames, of the same kind
    open_full_wall();
    if (factor_a_frame < 1) zoom(ground(), 7);
    std::uint64_t layouts = 0;
    std::map<std::string, float> soft_s;
    float longest_s = 0, factor = 1;
    const PixelPoint about = ground(), half = two_fingers;
    hand->touch_two(input::ContactState::began, about - half, about + half);
    for (int frame = 0; frame < 110 && factor < 7 && factor > 1.0F / 7; ++frame) {
      factor *= factor_a_frame;
      hand->touch_two(input::ContactState::moved, about - half * factor, about + half * factor);
      std::map<std::string, float> still_soft;
      // With the first of it, the way back to the whole wall is offered, in words.
      if (layouts == 0 && scene().camera() != model::Camera{}) layouts = offscreen->engine().figures().layouts;
      for (const auto& [what, detail] : details_seen()) {
        const float off = std::max(detail, scene().camera().zoom) / std::min(detail, scene().camera().zoom);
        if (off > 1.26F) still_soft[what] = soft_s[what] + 1.0F / 60;
        longest_s = std::max(longest_s, still_soft.contains(what) ? still_soft[what] : 0.0F);
      }
      soft_s = std::move(still_soft);
    }
    EXPECT_LT(longest_s, 0.1F) << factor_a_frame << " a frame";
    EXPECT_EQ(offscreen->engine().figures().layouts, layouts) << "drawn larger, not laid out again";
    EXPECT_NE(scene().camera(), model::Camera{});
  }
}

TEST_F(CrispTest, WordsAreSharpToThePixelWhenTheHandHasFoundHowNearItWantsToBe) {
  open_full_wall();
  const PixelPoint about = ground(), half = two_fingers;
  hand->touch_two(input::ContactState::began, about - half, about + half);
  for (int frame = 1; frame <= 20; ++frame) {
    const float factor = 1 + 0.09F * static_cast<float>(frame);
    hand->touch_two(input::ContactState::moved, about - half * factor, about + half * factor);
  }
  for (int frame = 0; frame < 12; ++frame) {  // the wall is dragged along, no nearer and no farther
    const PixelPoint to = about + PixelPoint{3.0F * static_cast<float>(frame), 0};
    hand->touch_two(input::ContactState::moved, to - half * 2.8F, to + half * 2.8F);
  }
  EXPECT_GT(scene().camera().zoom, 2);
  EXPECT_FALSE(details_seen().empty());
  for (const auto& [what, detail] : details_seen()) EXPECT_NEAR(detail / scene().camera().zoom, 1, 0.021F) << what;
}

TEST_F(ViewTest, TheWholeWallComesBackWhenNobodyTouchesItForAWhile) {
  open("both-sides-of-the-line", "name");
  zoom({960, 300}, 3);
  ASSERT_NE(scene().camera(), model::Camera{});
  offscreen->wall().skip_time(40);
  hand->frames(5);
  EXPECT_NE(scene().camera(), model::Camera{});
  offscreen->wall().skip_time(10);
  hand->frames(5);
  EXPECT_EQ(scene().camera(), model::Camera{});
}

TEST_F(ViewTest, AWallHigherThanHandsComeIsBroughtDownAndLetUpAgain) {
  open("both-sides-of-the-line", "name", {.reach_mm = 140, .still = true});
  const float reach = 140 * 3.78F;
  const auto down = chip("view.down");
  ASSERT_TRUE(down);
  EXPECT_GT(down->y, 1080 - reach);
  hand->tap(*down);
  EXPECT_GT(in("information", 0, 1).y, 1080 - reach - 1);
  EXPECT_GT(in("structure", 0, 1).y, 1080 - reach - 1);
  // Everything is done down here: a card is written in the highest circle.
  hand->tap(in("structure", 0, -0.3F));
  ASSERT_TRUE(hand->write("low"));
  ASSERT_TRUE(hand->tap_control("place"));
  EXPECT_EQ(session->convening().cards.begin()->second.place.value.region, "structure");
  const auto up = chip("view.up");
  ASSERT_TRUE(up);
  hand->tap(*up);
  EXPECT_EQ(scene().camera(), model::Camera{});
}

TEST_F(ViewTest, ACardIsSentHighUpThroughTheMapInTheSeat) {
  open("both-sides-of-the-line", "name", {.reach_mm = 140, .still = true});
  // The map shows the six circles: the middle of it is the middle of them, its top a little above the highest.
  const PixelPoint high = in("structure", 0.2F, -0.3F), middle = (in("structure") + in("identity")) * 0.5F;
  const float tall = in("identity", 0, -1).y - in("structure", 0, 1).y + 2 * 0.03F * 1080;
  hand->tap(in("identity", 0, -0.3F));
  ASSERT_TRUE(hand->write("up you go"));
  const auto map = offscreen->wall().seats().control(hand->seat(), "map");
  ASSERT_TRUE(map);
  const float scale = map->height() / tall;
  hand->drag(map->centre() + PixelPoint{0, 10}, map->centre() + (high - middle) * scale);
  ASSERT_TRUE(hand->tap_control("place"));
  ASSERT_EQ(session->convening().cards.size(), 1U);
  const model::Card& card = session->convening().cards.begin()->second;
  EXPECT_EQ(card.saying.value.words, "up you go");
  EXPECT_EQ(card.place.value.region, "structure");
  EXPECT_NEAR(card.place.value.at.x, 0.2F, 0.1F);
  EXPECT_NEAR(card.place.value.at.y, -0.3F, 0.1F);
}

TEST_F(ViewTest, ASeatHasNoMapWhereEverythingIsWithinReach) {
  open("both-sides-of-the-line", "name");
  hand->tap(in("identity", 0, -0.3F));
  EXPECT_FALSE(offscreen->wall().seats().control(hand->seat(), "map"));
}

TEST_F(ViewTest, AWallWithinReachHasNothingToBringDown) {
  open("both-sides-of-the-line", "name");
  EXPECT_TRUE(offscreen->wall().atmosphere().chips.empty());
}

TEST_F(ViewTest, AFlickSendsACardOnInItsDirection) {
  open("both-sides-of-the-line", "name", {.still = false});
  const model::CardId card = a_card("identity", "bells");
  const PixelPoint from = seen(card);
  hand->flick(from, {0, -5000});
  EXPECT_LT(seen(card).y, from.y - 500 - 100) << "further than the hand went";
  EXPECT_NE(session->convening().cards.at(card).place.value.region, "identity");
  EXPECT_GE(seen(card).y, 0);
}

TEST_F(ViewTest, ACardPutDownGentlyStaysWhereItWasPut) {
  open("both-sides-of-the-line", "name");
  const model::CardId card = a_card("identity", "bells");
  const PixelPoint from = seen(card);
  hand->flick(from, {600, 0});  // 160 mm a second
  EXPECT_NEAR(seen(card).x, from.x + 60, 4);
}

TEST_F(ViewTest, ACardThatIsHeldStillComesLooseAndFollowsTheSmallestMove) {
  open("both-sides-of-the-line", "name");
  const model::CardId card = a_card("structure", "bells");
  const PixelPoint at = seen(card);
  hand->touch(input::ContactState::began, at);
  hand->frames(60);
  EXPECT_EQ(scene().card(card)->motion, scene::Motion::held);
  hand->touch(input::ContactState::moved, at + PixelPoint{4, 0});
  hand->touch(input::ContactState::ended, at + PixelPoint{4, 0});
  hand->frames(30);
  EXPECT_NEAR(seen(card).x, at.x + 4, 1);
  EXPECT_EQ(hand->seat(), 0);
}

TEST_F(ViewTest, ACardThatIsHeldAndLetGoIsRead) {
  open("both-sides-of-the-line", "name");
  const model::CardId card = a_card("structure", "bells");
  const model::Place before = session->convening().cards.at(card).place.value;
  hand->touch(input::ContactState::began, seen(card));
  hand->frames(60);
  hand->touch(input::ContactState::ended, seen(card));
  hand->frames(30);
  EXPECT_EQ(offscreen->wall().seats().reading(hand->seat()), card);
  EXPECT_EQ(scene().card(card)->motion, scene::Motion::resting);
  EXPECT_EQ(session->convening().cards.at(card).place.value, before);
}

TEST_F(ViewTest, AFingerThatRestsOnTheGroundOpensItsSeatWithoutBeingLifted) {
  open("both-sides-of-the-line", "name");
  hand->touch(input::ContactState::began, in("structure", 0, -0.2F));
  hand->frames(60);
  EXPECT_NE(hand->seat(), 0);
}

TEST_F(ViewTest, ACardInTwoHandsFollowsTheOneThatTookItUp) {
  open("both-sides-of-the-line", "name");
  const model::CardId card = a_card("structure", "bells");
  const PixelPoint at = seen(card), a = at - PixelPoint{20, 0}, b = at + PixelPoint{20, 0};
  hand->together({{a, a - PixelPoint{60, 0}}, {b, b + PixelPoint{90, 20}}});  // the second is the first to move it
  EXPECT_LT(length(seen(card) - (at + PixelPoint{90, 20})), 30);
}

TEST_F(ViewTest, SeveralPeopleDrawLoopsAndPullThreadsAtOnce) {
  open("both-sides-of-the-line", "name");
  hand->together({{{300, 200}, {500, 260}}, {{1500, 800}, {1700, 850}}}, false);
  EXPECT_EQ(scene().live_loops.size(), 2U);
}

TEST_F(ViewTest, EveryTouchOfTheWallIsAnsweredInTheSameFrame) {
  for (const char* phase : {"look", "name"}) {
    open("both-sides-of-the-line", phase, {.still = false});
    hand->frames(30);
    hand->touch(input::ContactState::began, in("structure", 0, -0.2F));
    ASSERT_EQ(offscreen->wall().atmosphere().ripples.size(), 1U) << phase;
    hand->frames(60);
    EXPECT_TRUE(offscreen->wall().atmosphere().ripples.empty());
  }
}

}  // namespace
}  // namespace greenline::interact
