// Somebody for whom there is no room yet: a chip at the side, a seat as soon as one leaves.
#include <gmock/gmock.h>

#include <cmath>

#include "at_a_seat.h"

namespace greenline::ui {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class Waiting : public AtASeat {
 protected:
  Waiting() {
    setting.width = 1280;
    setting.height = 800;
    setting.still = true;
    seats->set_setting(setting);
  }
  // Everybody who finds a seat, then the first who does not.
  int fill_up() {
    for (int i = 0; i < 20; ++i) {
      const int seat = open(a_card_at({i == 0 ? 100.0F : 600.0F, 700}));
      if (seat == 0 || seats->waiting(seat)) return seat;
      sitting.push_back(seat);
    }
    return 0;
  }
  static ComposeCard a_card_at(PixelPoint at) {
    ComposeCard card = a_card();
    card.beside = at;
    return card;
  }
  std::vector<int> sitting;
};

TEST_F(Waiting, StandsVisiblyAtTheNearestSideAndCoversNobody) {
  const int chip = fill_up();
  ASSERT_NE(chip, 0);
  const PixelRect rect = *seats->rect_of(chip);
  EXPECT_GE(rect.height(), 15 * setting.pixels_per_mm);
  for (const int seat : sitting) EXPECT_FALSE(rect.touches(*seats->rect_of(seat)));
  EXPECT_EQ(seats->seat_at(rect.centre()), chip);
  pass();
  ASSERT_EQ(seats->drawings().size(), sitting.size() + 1);
  EXPECT_TRUE(seats->drawings().back().changed);
  EXPECT_TRUE(seats->drawings().back().rect.contains(rect.centre()));
}

TEST_F(Waiting, HasNothingToTouchButTheWayOut) {
  const int chip = fill_up();
  EXPECT_EQ(seats->control(chip, "leave"), seats->rect_of(chip));
  for (const char* name : {"place", "draw", "a", "space", "erase"}) EXPECT_FALSE(seats->control(chip, name)) << name;
}

TEST_F(Waiting, ATapLetsItGo) {
  const int chip = fill_up();
  touch(chip, 1, input::ContactState::began, seats->rect_of(chip)->centre());
  touch(chip, 1, input::ContactState::ended, {5, 5});
  EXPECT_THAT(pass(), IsEmpty());  // slid off
  tap(chip, seats->rect_of(chip)->centre());
  const auto out = pass();
  ASSERT_THAT(out, SizeIs(1));
  EXPECT_EQ(std::get<Left>(out[0]).seat, chip);
}

TEST_F(Waiting, SitsDownAsSoonAsSomebodyLeaves) {
  const int chip = fill_up();
  pass();
  EXPECT_GT(seats->next_frame_in_s(), 1);
  seats->close(sitting[0]);
  EXPECT_EQ(seats->next_frame_in_s(), 0);
  pass();
  EXPECT_FALSE(seats->waiting(chip));
  ASSERT_TRUE(seats->control(chip, "place"));
  tap(chip, seats->control(chip, "b")->centre());
  const auto saying = placed(chip);
  ASSERT_TRUE(saying);
  EXPECT_EQ(saying->words, "b");
}

TEST_F(Waiting, WhoCameFirstSitsFirst) {
  const int first = fill_up();
  const int second = open(a_card_at({600, 700}));
  ASSERT_TRUE(seats->waiting(second));
  EXPECT_FALSE(seats->rect_of(first)->touches(*seats->rect_of(second)));
  seats->close(sitting[1]);
  pass();
  EXPECT_FALSE(seats->waiting(first));
  EXPECT_TRUE(seats->waiting(second));
  seats->close(first);
  pass();
  EXPECT_FALSE(seats->waiting(second));
}

TEST_F(Waiting, WhoeverGoesOnInTheSameMomentKeepsTheirPlace) {
  const int chip = fill_up();
  seats->close(sitting[0]);
  const int next = open(a_card_at({600, 700}));  // beside the card that they had been reading
  pass();
  EXPECT_FALSE(seats->waiting(next));
  EXPECT_TRUE(seats->waiting(chip));
}

TEST_F(Waiting, TakesNoKeysFromWhoeverIsWriting) {
  fill_up();
  tap(sitting[0], inner(sitting[0]).centre());
  const int chip = open(a_card_at({600, 700}));
  type(U"mine");
  seats->close(sitting[1]);
  pass();
  type(U" still");
  ASSERT_TRUE(chip);
  const auto drafts = seats->drafts();
  ASSERT_THAT(drafts, SizeIs(1));
  EXPECT_THAT(drafts[0].words, ::testing::EndsWith("mine still"));
}

TEST_F(Waiting, GivesWayAfterTwoMinutesOnce) {
  const int chip = fill_up();
  const auto chip_left = [&](const std::vector<Outcome>& out) {
    return std::ranges::count_if(out, [&](const Outcome& one) { return std::get<Left>(one).seat == chip; });
  };
  seats->skip_time(119);
  EXPECT_EQ(chip_left(pass()), 0);
  seats->skip_time(2);
  EXPECT_EQ(chip_left(pass()), 1);
  seats->skip_time(2);
  EXPECT_EQ(chip_left(pass()), 0);
  EXPECT_TRUE(seats->waiting(chip));
}

TEST_F(Waiting, StepsAsideForASeatThatOpensLater) {
  fill_up();
  const int chip = open(a_card_at({600, 790}));
  const PixelRect before = *seats->rect_of(chip);
  seats->close(sitting.back());
  seats->close(sitting.front());
  pass();
  std::vector<int> all = sitting;
  for (int i = 0; i < 8; ++i) all.push_back(open(a_card_at(before.centre())));
  all.push_back(chip);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (!seats->rect_of(all[i]) || !seats->rect_of(all[k])) continue;
      EXPECT_FALSE(seats->rect_of(all[i])->touches(*seats->rect_of(all[k])));
    }
  }
}

TEST_F(Waiting, KeepsOffWhatMustStayClear) {
  const int first = fill_up();
  const PixelRect where_it_would_stand = *seats->rect_of(first);
  seats->close(first);
  pass();
  const int chip = seats->open(a_card_at({600, 700}), {}, std::span(&where_it_would_stand, 1));
  ASSERT_TRUE(seats->waiting(chip));
  EXPECT_FALSE(seats->rect_of(chip)->touches(where_it_would_stand));
}

TEST_F(Waiting, IsRefusedWhenNotEvenAChipFindsAPlace) {
  int refused = 1;
  for (int i = 0; i < 200 && refused != 0; ++i) refused = open(a_card_at({600, 700}));
  EXPECT_EQ(refused, 0);
  EXPECT_FALSE(seats->empty());
}

TEST_F(Waiting, FindsItsPlaceAgainOnAnotherScreen) {
  const int chip = fill_up();
  setting.width = 1200;
  setting.height = 700;
  seats->set_setting(setting);
  ASSERT_TRUE(seats->waiting(chip));
  EXPECT_LE(seats->rect_of(chip)->x1, 1200);
  EXPECT_LE(seats->rect_of(chip)->y1, 700);
  setting.width = 3840;
  setting.height = 2160;
  seats->set_setting(setting);
  EXPECT_FALSE(seats->waiting(chip));
}

TEST_F(Waiting, TellsWhichOfThemWait) {
  const int chip = fill_up();
  EXPECT_TRUE(seats->waiting(chip));
  EXPECT_FALSE(seats->waiting(sitting[0]));
  EXPECT_FALSE(seats->waiting(4711));
}

}  // namespace
}  // namespace greenline::ui
