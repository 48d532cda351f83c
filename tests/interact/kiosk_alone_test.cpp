// One person at a kiosk, then two, then three, on the wall: what they see of it, and that nobody loses a letter.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "interact/on_a_wall.h"
#include "scene/reading.h"

namespace greenline::interact {
namespace {

view::WallSetting kiosk_of_24_inches(bool still) {
  return {.width = 1920, .height = 1080, .pixels_per_mm = 3.6F, .still = still};
}

class KioskAlone : public WallTest {
 protected:
  void open_kiosk(bool still) { open("both-sides-of-the-line", "name", kiosk_of_24_inches(still)); }
  [[nodiscard]] interact::Wall& wall() const { return offscreen->wall(); }
  [[nodiscard]] bool under_a_seat(const model::PixelRect& rect) const {
    return std::ranges::any_of(wall().seats().rects(), [&](const auto& seat) { return seat.touches(rect.grown(-1)); });
  }
  // The seat that a tap there opens.
  int sit_down(PixelPoint at) {
    int last = 0;
    for (int id = 1; id < 100; ++id)
      if (wall().seats().rect_of(id)) last = id;
    hand->tap(at);
    for (int id = last + 1; id < 100; ++id)
      if (wall().seats().rect_of(id)) return id;
    return 0;
  }
  void strike(int seat, char letter) { hand->tap(wall().seats().control(seat, std::string(1, letter))->centre()); }
  [[nodiscard]] bool is_low(int seat) const {
    return wall().seats().control(seat, "place")->y1 <= wall().seats().control(seat, "q")->y0;  // beside what is written
  }
  [[nodiscard]] model::PixelRect all_regions() const {
    model::PixelRect all;
    for (const scene::RegionView& region : wall().scene().backdrop().regions)
      all = all.empty() ? region.bounds() : joined(all, region.bounds());
    return all;
  }
  void expect_all_in_sight() const {
    for (const scene::RegionView& region : wall().scene().backdrop().regions) {
      EXPECT_FALSE(under_a_seat(region.bounds())) << region.id;
      EXPECT_FALSE(under_a_seat(region.label_zone)) << region.id;
    }
    EXPECT_FALSE(under_a_seat(wall().scene().backdrop().prompt.zone));
  }
};

TEST_F(KioskAlone, TheCanvasKeepsNearlyAllOfItsHeightBesideOnePerson) {
  for (const PixelPoint at : {PixelPoint{960, 300}, PixelPoint{300, 800}, PixelPoint{1700, 800}}) {
    open_kiosk(true);
    const model::PixelRect whole = all_regions();
    ASSERT_NE(sit_down(at), 0);
    hand->frames(5);
    expect_all_in_sight();
    EXPECT_GE(all_regions().height(), 0.9F * whole.height());
    EXPECT_GE(all_regions().width(), 0.6F * whole.width());
  }
}

TEST_F(KioskAlone, TwentyFourCardsAreReadBesideOnePerson) {
  open_kiosk(true);
  const char* words[] = {"Proud of the shop wing", "The referral form is nine pages, in one language",
                         "Bells every forty-two minutes, whatever is being said", "we ask"};
  for (int i = 0; i < 4; ++i)
    for (const char* region : {"pattern", "structure", "process", "relationships", "identity", "information"})
      a_card(region, words[i], 0.4F * static_cast<float>(i) - 0.6F, 0.3F * static_cast<float>(i % 2));
  (void)wall().seats().open(ui::ComposeCard{{"structure", {}}, {960, 300}, {{"en", "Structure"}}, {}, "structure"}, {}, {});
  hand->frames(5);
  const scene::Reading reading = scene::reading_of(wall().scene());
  EXPECT_EQ(reading.cards, 24);
  EXPECT_EQ(reading.whole, 24);
  EXPECT_EQ(reading.covered_words, 0);
  EXPECT_GE(reading.type_px, 12);
}

TEST_F(KioskAlone, TheOneWhoWritesLosesNoLetterWhenOthersComeAndGo) {
  open_kiosk(false);
  const int first = sit_down({960, 300});
  ASSERT_NE(first, 0);
  const std::string words = "thequickbrownfoxjumps";
  int second = 0, third = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    strike(first, words[i]);
    if (i == 4) second = sit_down({60, 300});
    if (i == 8) third = sit_down({640, 100});
    if (i == 12) hand->frames(120);  // a thought
    if (i == 16) wall().seats().close(second);
    hand->frames(static_cast<int>(i * 7 % 40));
  }
  EXPECT_NE(second, 0);
  EXPECT_NE(third, 0);
  EXPECT_TRUE(is_low(first));
  hand->tap(wall().seats().control(first, "place")->centre());
  ASSERT_EQ(session->convening().cards.size(), 1U);
  EXPECT_EQ(session->convening().cards.begin()->second.saying.value.words, words);
}

// It stands where all seats will be low from the moment when the second opens, so it moves once.
TEST_F(KioskAlone, TheCanvasMovesOnceForTheSecondPerson) {
  open_kiosk(true);
  ASSERT_NE(sit_down({960, 300}), 0);
  ASSERT_NE(sit_down({60, 300}), 0);
  hand->frames(5);
  const model::PixelRect stands = all_regions();
  hand->frames(150);
  expect_all_in_sight();
  EXPECT_EQ(all_regions(), stands);
}

TEST_F(KioskAlone, AWallLookedAtNearerKeepsItsPlaceSoTheSeatIsLow) {
  open_kiosk(true);
  hand->together({{{600, 500}, {400, 500}}, {{900, 500}, {1100, 500}}});
  const int seat = sit_down({700, 300});
  ASSERT_NE(seat, 0);
  EXPECT_TRUE(is_low(seat));
}

}  // namespace
}  // namespace greenline::interact
