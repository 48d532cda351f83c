// The canvas gives way to seats, and what people write stands on it already.
#include <gtest/gtest.h>

#include "interact/on_a_wall.h"
#include "scene/reading.h"

namespace greenline::interact {
namespace {

const view::WallSetting kiosk{.width = 1920, .height = 1080, .pixels_per_mm = 3.6F, .still = true};
const view::WallSetting wall_of_55_inches{.width = 1920, .height = 1080, .pixels_per_mm = 1.58F, .still = true};
const view::WallSetting table_of_55_inches{.width = 1920, .height = 1080, .pixels_per_mm = 1.58F, .still = true, .table = true};

class GivingWay : public WallTest {
 protected:
  [[nodiscard]] interact::Wall& wall() const { return offscreen->wall(); }
  [[nodiscard]] bool hidden(const model::PixelRect& rect) const {
    return std::ranges::any_of(wall().seats().rects(), [&](const auto& seat) { return seat.touches(rect.grown(-1)); });
  }
  [[nodiscard]] std::vector<model::PixelRect> prompts() const {
    const scene::PromptView& prompt = wall().scene().backdrop().prompt;
    std::vector<model::PixelRect> zones{wall().scene().camera()(prompt.zone)};
    if (!prompt.second_zone.empty()) zones.push_back(wall().scene().camera()(prompt.second_zone));
    return zones;
  }
  // So many people, each where there is ground still.
  void sit_down(std::size_t people) {
    for (int i = 0; i < 400 && wall().seats().rects().size() < people; ++i) {
      const PixelPoint at{static_cast<float>(i * 397 % 1900) + 10, static_cast<float>(i * 211 % 1040) + 20};
      const bool free = wall().scene().region_at(at) != nullptr && !wall().seats().seat_at(at) &&
                        !wall().scene().named_at(at) && std::holds_alternative<input::OnGround>(wall().scene().hit(at));
      if (free) hand->tap(at);
    }
    hand->frames(100);  // who was alone on a kiosk has become one of a row
    ASSERT_EQ(wall().seats().rects().size(), people);
    for (int id = 1; id <= static_cast<int>(people); ++id) EXPECT_FALSE(wall().seats().waiting(id)) << id;
  }
  [[nodiscard]] model::PixelRect first_line_of(const model::CardId& card) const {
    model::PixelRect rect = *wall().scene().rect_of(card);
    rect.y1 = rect.y0 + wall().scene().type_px();
    return rect;
  }
  void close_all() {
    for (int id = 1; id < 100; ++id) wall().seats().close(id);
    hand->frames(5);
  }
};

TEST_F(GivingWay, ACardUnderASeatLeansAsideAndComesBack) {
  open("both-sides-of-the-line", "name", wall_of_55_inches);
  std::vector<model::CardId> cards;
  for (int i = 0; i < 3; ++i)
    cards.push_back(a_card("identity", "Proud of the shop wing", static_cast<float>(i) * 0.5F - 0.6F));
  hand->frames(5);
  std::vector<PixelPoint> before;
  for (const model::CardId& card : cards) before.push_back(centre(card));
  hand->tap(in("identity", 0.1F, 0.45F));
  ASSERT_NE(hand->seat(), 0);
  hand->frames(5);
  for (const model::CardId& card : cards) EXPECT_FALSE(hidden(first_line_of(card)));
  close_all();
  for (std::size_t i = 0; i < cards.size(); ++i) EXPECT_EQ(centre(cards[i]), before[i]);
}

// So many in one place, where somebody then sits down. On a ring there is ground round the seat for all; in a circle it takes
// most of the ground, and of the first lines that it lies over half are seen beside it at least.
TEST_F(GivingWay, FirstLinesUnderASeatAreSeenBesideItInARingAndInACircle) {
  struct Place {
    const char *activity, *phase, *region;
    std::ptrdiff_t hidden_share;  // one of so many may stay hidden; 0: none
  };
  const Place places[] = {{"both-sides-of-the-line", "name", "identity", 2},
                          {"finding-our-place", "what-is-stirring", "practice", 0}};
  const char* const said[] = {"Proud of the shop wing", "We were the school that kept every door open", "Bells"};
  for (const auto& [activity, phase, region, hidden_share] : places)
    for (const int count : {6, 12}) {
      open(activity, phase, wall_of_55_inches);
      std::vector<model::CardId> cards;
      for (int i = 0; i < count; ++i)
        cards.push_back(
            a_card(region, said[i % 3], static_cast<float>(i % 4) * 0.45F - 0.7F, 0.4F - 0.45F * static_cast<float>(i / 4)));
      hand->frames(5);
      std::vector<PixelPoint> before;
      std::vector<model::PixelRect> first_lines;
      for (const model::CardId& card : cards) {
        before.push_back(centre(card));
        first_lines.push_back(first_line_of(card));
      }
      const int seat =
          wall().seats().open(ui::ComposeCard{{region, {}}, in(region, -0.1F, 0.1F), {{"en", "Here"}}, {}, region}, {}, {});
      ASSERT_NE(seat, 0);
      hand->frames(5);
      const auto stood_under = std::ranges::count_if(first_lines, [&](const auto& line) { return hidden(line); });
      const auto still_hidden = std::ranges::count_if(cards, [&](const auto& card) { return hidden(first_line_of(card)); });
      EXPECT_GE(stood_under, 1) << region << ' ' << count << ": nothing would have to lean";
      EXPECT_LE(still_hidden, hidden_share == 0 ? 0 : stood_under / hidden_share) << region << ' ' << count;
      close_all();
      for (std::size_t i = 0; i < cards.size(); ++i) EXPECT_EQ(centre(cards[i]), before[i]);
    }
}

// A seat over half of a circle that is full: its cards stand as a pile in the free half, as many as have a line there, and the
// wall knows of the others.
TEST_F(GivingWay, AFullCirclesCardsPileUpBesideASeatSoThatNearlyAllAreReadAndAllComeBack) {
  open("both-sides-of-the-line", "name", wall_of_55_inches);
  const char* const said[] = {"Proud of the shop wing", "We were the school that kept every door open", "Bells"};
  std::vector<model::CardId> cards;
  for (int i = 0; i < 12; ++i)
    cards.push_back(
        a_card("identity", said[i % 3], static_cast<float>(i % 4) * 0.45F - 0.7F, 0.4F - 0.45F * static_cast<float>(i / 4)));
  hand->frames(5);
  std::vector<PixelPoint> before;
  std::vector<model::PixelRect> first_lines;
  for (const model::CardId& card : cards) {
    before.push_back(centre(card));
    first_lines.push_back(first_line_of(card));
  }
  const int seat = wall().seats().open(
      ui::ComposeCard{{"identity", {}}, in("identity", 0, -0.9F), {{"en", "Identity"}}, {}, "identity"}, {}, {});
  ASSERT_NE(seat, 0);
  hand->frames(5);
  const auto stood_under = std::ranges::count_if(first_lines, [&](const auto& line) { return hidden(line); });
  const auto still_hidden = std::ranges::count_if(cards, [&](const auto& card) { return hidden(first_line_of(card)); });
  EXPECT_GE(stood_under, 4) << "nothing would have to lean";
  EXPECT_LE(still_hidden, 2);
  EXPECT_GE(scene::reading_of(wall().scene()).first_line, 10) << "and none lies over another's first line";
  EXPECT_LE(still_hidden, wall().scene().hidden_cards());
  close_all();
  for (std::size_t i = 0; i < cards.size(); ++i) EXPECT_EQ(centre(cards[i]), before[i]);
}

TEST_F(GivingWay, OnASmallKioskTheCanvasFramesItselfIntoWhatThreeSeatsLeave) {
  open("both-sides-of-the-line", "name", kiosk);
  std::vector<model::CardId> cards;
  for (const char* region : {"pattern", "structure", "process", "relationships", "identity", "information"})
    cards.push_back(a_card(region, "Proud of the shop wing"));
  std::vector<PixelPoint> before;
  for (const model::CardId& card : cards) before.push_back(centre(card));
  sit_down(3);
  for (const model::CardId& card : cards) EXPECT_FALSE(hidden(*wall().scene().rect_of(card)));
  for (const model::PixelRect& prompt : prompts()) EXPECT_FALSE(hidden(prompt));
  for (const scene::RegionView& region : wall().scene().backdrop().regions) EXPECT_FALSE(hidden(region.bounds())) << region.id;
  close_all();
  for (std::size_t i = 0; i < cards.size(); ++i) EXPECT_EQ(centre(cards[i]), before[i]);
}

TEST_F(GivingWay, BesideThreeSeatsOnASmallKioskTwentyFourCardsAreRead) {
  open("both-sides-of-the-line", "name", kiosk);
  const char* words[] = {"Proud of the shop wing", "The referral form is nine pages, in one language",
                         "Bells every forty-two minutes, whatever is being said", "we ask"};
  for (int i = 0; i < 4; ++i)
    for (const char* region : {"pattern", "structure", "process", "relationships", "identity", "information"})
      a_card(region, words[i], 0.4F * static_cast<float>(i) - 0.6F, 0.3F * static_cast<float>(i % 2));
  sit_down(3);
  const scene::Reading reading = scene::reading_of(wall().scene());
  EXPECT_EQ(reading.cards, 24);
  EXPECT_EQ(reading.whole, 24);
  EXPECT_EQ(reading.leaves, 0);
  EXPECT_EQ(reading.covered_words, 0);
  EXPECT_GE(reading.type_px, 12);
  EXPECT_GE(reading.capitals_mm, 2.5F);
}

// A picture shows what the room sees some seconds later.
TEST_F(GivingWay, AWallThatIsSettledAtOnceStandsAsItWouldHaveComeToRest) {
  view::WallSetting moving = kiosk;
  moving.still = false;
  open("both-sides-of-the-line", "name", moving);
  std::vector<model::CardId> cards;
  for (const char* region : {"pattern", "structure", "process", "relationships", "identity", "information"})
    cards.push_back(a_card(region, "The referral form is nine pages, in one language"));
  hand->tap(in("pattern", 0, -0.6F));
  ASSERT_TRUE(hand->write("bells"));
  const bool at_left = wall().seats().rects().front().x0 < 100;
  hand->tap(PixelPoint{at_left ? 1600.0F : 300.0F, 900});
  ASSERT_EQ(wall().seats().rects().size(), 2U);
  const std::vector<model::PixelRect> on_the_way = wall().seats().rects();
  const auto all = [&] {
    std::vector<model::PixelRect> rects = wall().seats().rects();
    for (const scene::RegionView& region : wall().scene().backdrop().regions) rects.push_back(region.bounds());
    for (const model::CardId& card : cards) rects.push_back(*wall().scene().rect_of(card));
    for (const scene::CardView& faint : wall().scene().faint())
      rects.push_back(model::rect_around(faint.centre, faint.half_width, faint.half_height));
    return rects;
  };
  wall().settle_now();
  EXPECT_NE(wall().seats().rects(), on_the_way) << "the tall seat had yet to become a low one";
  const std::vector<model::PixelRect> settled = all();
  hand->frames(400);
  const std::vector<model::PixelRect> came_to_rest = all();
  ASSERT_EQ(settled.size(), came_to_rest.size());
  for (std::size_t i = 0; i < settled.size(); ++i) {
    EXPECT_NEAR(settled[i].x0, came_to_rest[i].x0, 0.5F) << i;
    EXPECT_NEAR(settled[i].y0, came_to_rest[i].y0, 0.5F) << i;
    EXPECT_NEAR(settled[i].x1, came_to_rest[i].x1, 0.5F) << i;
    EXPECT_NEAR(settled[i].y1, came_to_rest[i].y1, 0.5F) << i;
  }
}

TEST_F(GivingWay, ACardInHandStaysUnderItsFingerWhileAnotherSeatOpensAndLandsWhereItIsLetGoOf) {
  view::WallSetting moving = kiosk;
  moving.still = false;
  open("both-sides-of-the-line", "name", moving);
  const model::CardId card = a_card("pattern", "Proud of the shop wing");
  for (const char* region : {"structure", "process", "relationships", "identity", "information"}) a_card(region, "we ask");
  const PixelPoint from = wall().scene().rect_of(card)->centre(), to{1500, 300};
  const model::PixelRect circle = wall().scene().backdrop().regions.front().bounds();
  const input::ContactId finger = hand->carry(from, to);
  const PixelPoint held = wall().scene().rect_of(card)->centre();
  EXPECT_LT(length(held - to), 40);
  for (const PixelPoint at : {PixelPoint{300, 900}, PixelPoint{960, 1000}, PixelPoint{1600, 900}}) {
    hand->tap(at);
    EXPECT_NEAR(wall().scene().rect_of(card)->centre().x, held.x, 0.1F);
    EXPECT_NEAR(wall().scene().rect_of(card)->centre().y, held.y, 0.1F);
  }
  EXPECT_GE(wall().seats().rects().size(), 2U);
  EXPECT_NE(wall().scene().backdrop().regions.front().bounds(), circle) << "the wall did draw back meanwhile";
  hand->let_go(finger, to);
  const model::Place& place = session->convening().cards.at(card).place.value;
  EXPECT_EQ(place.region, "process");
  EXPECT_NEAR(wall().scene().pixel_of(place).x, to.x, 1.5F);
  EXPECT_NEAR(wall().scene().pixel_of(place).y, to.y, 1.5F);
}

TEST_F(GivingWay, HandsReachTheFramedCanvas) {
  open("both-sides-of-the-line", "name", kiosk);
  const model::CardId card = a_card("pattern", "Proud of the shop wing");
  for (const char* region : {"structure", "process", "relationships", "identity", "information"})
    a_card(region, "Proud of the shop wing");
  sit_down(3);
  EXPECT_TRUE(std::holds_alternative<input::OnCard>(wall().scene().hit(wall().scene().rect_of(card)->centre())));
}

TEST_F(GivingWay, RoundATableSixSeatsHideNeitherThePromptNorItsCopy) {
  open("both-sides-of-the-line", "name", table_of_55_inches);
  const PixelPoint touches[] = {{400, 200}, {1400, 200}, {400, 950}, {1400, 950}, {60, 540}, {1860, 540}};
  for (const PixelPoint at : touches) hand->tap(at);
  ASSERT_EQ(wall().seats().rects().size(), 6U);
  for (int id = 1; id <= 6; ++id) EXPECT_FALSE(wall().seats().waiting(id)) << id;
  ASSERT_EQ(prompts().size(), 2U);
  for (const model::PixelRect& prompt : prompts()) EXPECT_FALSE(hidden(prompt));
}

TEST_F(GivingWay, RoundATableTheCanvasStaysAsLargeAsItIsAndEachNameIsSeenFromOneSide) {
  open("both-sides-of-the-line", "name", table_of_55_inches);
  (void)a_card("structure", "bells every 42 minutes", 0, 0.5F);
  const float unit = wall().scene().backdrop().unit_px;
  const PixelPoint touches[] = {{400, 200}, {1400, 200}, {400, 950}, {1400, 950}, {60, 540}, {1860, 540}};
  for (const PixelPoint at : touches) hand->tap(at);
  ASSERT_EQ(wall().seats().rects().size(), 6U);
  EXPECT_EQ(wall().scene().backdrop().unit_px, unit);
  const auto seen_from_no_side = [&](const scene::RegionView& region) {
    return hidden(region.name.rect()) && hidden(region.turned_name.rect());
  };
  for (const scene::RegionView& region : wall().scene().backdrop().regions)
    EXPECT_FALSE(seen_from_no_side(region)) << region.id;
}

TEST_F(GivingWay, ASeatHidesNotTheNameOfTheCircleItWasOpenedIn) {
  for (const view::WallSetting& setting : {wall_of_55_inches, table_of_55_inches, kiosk}) {
    open("both-sides-of-the-line", "name", setting);
    std::vector<std::string> ids;
    for (const scene::RegionView& region : wall().scene().backdrop().regions) ids.push_back(region.id);
    for (const std::string& id : ids) {
      const auto the_region = [&]() -> const scene::RegionView& {
        return *std::ranges::find(wall().scene().backdrop().regions, id, &scene::RegionView::id);
      };
      hand->tap(the_region().centre());
      const auto seat = wall().seats().rects();
      ASSERT_EQ(seat.size(), 1U);
      const scene::RegionView& region = the_region();  // the wall may stand otherwise now
      const bool seen = !hidden(wall().scene().camera()(region.label_zone)) ||
                        (!region.turned_zone.empty() && !hidden(wall().scene().camera()(region.turned_zone)));
      EXPECT_TRUE(seen) << region.id << " at " << setting.pixels_per_mm;
      close_all();
    }
  }
}

TEST_F(GivingWay, WhatIsWrittenStandsFaintWhereItWillStand) {
  open("both-sides-of-the-line", "name", wall_of_55_inches);
  hand->tap(in("pattern"));
  EXPECT_TRUE(wall().scene().faint().empty()) << "nothing is written yet";
  ASSERT_TRUE(hand->write("bells"));
  hand->frames(5);
  ASSERT_EQ(wall().scene().faint().size(), 1U);
  const PixelPoint faint = wall().scene().faint().front().centre;
  ASSERT_TRUE(hand->tap_control("place"));
  EXPECT_TRUE(wall().scene().faint().empty());
  const auto& cards = session->convening().cards;
  ASSERT_EQ(cards.size(), 1U);
  EXPECT_NEAR(centre(cards.begin()->first).x, faint.x, 1);
  EXPECT_NEAR(centre(cards.begin()->first).y, faint.y, 1);
}

TEST_F(GivingWay, WhatIsWrittenBesideACardStandsThereAsAFaintSlip) {
  open("both-sides-of-the-line", "name", wall_of_55_inches);
  const model::CardId card = a_card("structure", "bells");
  enter_one_that_allows(model::Verb::nourish);
  hand->tap(centre(card));
  ASSERT_TRUE(hand->tap_control("nourish"));
  hand->frames(5);
  EXPECT_EQ(wall().scene().card(card)->slip_begun, 0) << "nothing is written yet";
  ASSERT_TRUE(hand->write("who knows"));
  hand->frames(5);
  EXPECT_GT(wall().scene().card(card)->slip_begun, 0);
  ASSERT_TRUE(hand->tap_control("place"));
  EXPECT_EQ(wall().scene().card(card)->slip_begun, 0);
  EXPECT_EQ(wall().scene().card(card)->nourished, 1);
}

TEST_F(GivingWay, ItGoesWithASeatThatFoldsAfterQuietMinutesAndWhatWasWrittenIsOnNoWall) {
  open("both-sides-of-the-line", "name", wall_of_55_inches);
  hand->tap(in("pattern"));
  ASSERT_TRUE(hand->write("bells"));
  hand->frames(5);
  ASSERT_FALSE(wall().scene().faint().empty());
  wall().skip_time(121);
  hand->frames(5);
  EXPECT_TRUE(wall().scene().faint().empty());
  EXPECT_TRUE(session->convening().cards.empty());
  EXPECT_EQ(wall().seats().drafts().size(), 1U) << "it is kept";
}

TEST_F(GivingWay, ItGoesWithASeatThatIsLeft) {
  open("both-sides-of-the-line", "name", wall_of_55_inches);
  hand->tap(in("pattern"));
  ASSERT_TRUE(hand->write("bells"));
  hand->frames(5);
  ASSERT_TRUE(hand->tap_control("leave"));
  hand->frames(5);
  EXPECT_TRUE(wall().scene().faint().empty());
}

TEST_F(GivingWay, WhileNewCardsAreHeldItShowsNoWords) {
  open("both-sides-of-the-line", "name", wall_of_55_inches);
  host(HostKey::hold);
  hand->tap(in("pattern"));
  ASSERT_TRUE(hand->write("bells"));
  hand->frames(5);
  ASSERT_EQ(wall().scene().faint().size(), 1U);
  EXPECT_EQ(wall().scene().faint().front().words, nullptr);
}

// Whoever writes an activity reads what is wrong with it and sees all of the canvas.
TEST_F(GivingWay, TheCanvasStandsBesideWhatIsPinnedAndComesBackAsItWas) {
  const view::WallSetting upright{.width = 1080, .height = 1920, .pixels_per_mm = 1.58F, .still = true};
  const view::WallSetting large{.width = 3840, .height = 2160, .pixels_per_mm = 3.16F, .still = true};
  for (const view::WallSetting& setting : {wall_of_55_inches, upright, large}) {
    open("both-sides-of-the-line", "name", setting);
    const model::CardId card = a_card("identity", "Proud of the shop wing");
    const auto shown = [&] {
      std::vector<model::PixelRect> rects{wall().scene().rect_of(card).value_or(model::PixelRect{})};
      for (const scene::RegionView& region : wall().scene().backdrop().regions) rects.push_back(region.label_zone);
      for (const model::PixelRect& prompt : prompts()) rects.push_back(prompt);
      return rects;
    };
    const std::vector<model::PixelRect> before = shown();
    wall().pin("A key is misspelt: ours.json, line 12. Found the key ‹minuets›; did you mean \"minutes\"?");
    hand->frames(60);
    const std::vector<scene::TextView> pinned = wall().atmosphere().notices;
    ASSERT_EQ(pinned.size(), 1U);
    for (const model::PixelRect& rect : shown()) {
      EXPECT_FALSE(rect.touches(pinned.front().rect())) << setting.width << "x" << setting.height;
      EXPECT_GT(rect.width(), 0);
    }
    wall().pin({});
    hand->frames(60);
    EXPECT_EQ(shown(), before);
    EXPECT_TRUE(wall().atmosphere().notices.empty());
  }
}

}  // namespace
}  // namespace greenline::interact
