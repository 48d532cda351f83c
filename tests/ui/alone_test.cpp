// On a small screen: somebody alone has a tall seat at one end; when others come, all stand low in a row, and nobody who writes
// loses a letter by it.
#include <gtest/gtest.h>
#include <imgui.h>

#include <optional>
#include <string>

#include "ui/at_a_seat.h"
#include "ui/measures.h"
#include "ui/place_seat.h"

namespace greenline::ui {
namespace {

struct SmallGlass {
  float width, height;
  model::PixelsPerMm pixels_per_mm;
};
constexpr SmallGlass kiosk{1920, 1080, 3.6F}, default_density{1920, 1080, 3.78F}, laptop{1280, 720, 3.78F};

class AloneAtASmallScreen : public AtASeat {
 protected:
  void show_on(const SmallGlass& glass) {
    seats.emplace(engine, *strings, *keyboards);
    seats->set_palette(*palette);
    setting.width = glass.width;
    setting.height = glass.height;
    setting.pixels_per_mm = glass.pixels_per_mm;
    seats->set_setting(setting);
    seats->leave_free({.gives_way = true});
  }
  int open_at(PixelPoint at) {
    ComposeCard card = a_card();
    card.beside = at;
    return open(card);
  }
  void pass_frames(float seconds) {
    for (float passed = 0; passed < seconds; passed += frame_s) (void)pass(frame_s);
  }
  [[nodiscard]] std::string written(int seat) const {
    for (const Seats::Writing& one : seats->cards_being_written())
      if (one.seat == seat) return one.saying.words;
    return {};
  }
  [[nodiscard]] bool is_low(int seat) const {
    return seats->control(seat, "place")->y1 <= seats->control(seat, "q")->y0;  // beside what is written
  }
  // Writes it with a finger, where its keys are seen.
  void write(int seat, const std::string& words) {
    for (const char letter : words) tap(seat, seats->control(seat, std::string(1, letter))->centre());
  }
  // The first has a tall seat at the right, the second a low one at the left.
  void sit_down_two() {
    show_on(kiosk);
    first = open_at({1200, 300});
    second = open_at({300, 500});
    ASSERT_FALSE(is_low(first));
    ASSERT_TRUE(is_low(second));
  }

  static constexpr float frame_s = 1.0F / 60, a_moment_s = 1.5F, until_it_has_moved_s = 2.4F;
  int first = 0, second = 0;
};

TEST_F(AloneAtASmallScreen, TheSeatIsTallAndStandsAtTheRightOrForAHandAtTheLeftAtTheLeft) {
  for (const SmallGlass& glass : {kiosk, default_density, laptop}) {
    for (const float across : {0.03F, 0.15F, 0.43F, 0.5F, 0.7F, 0.97F})
      for (const float down : {0.1F, 0.5F, 0.95F}) {
        show_on(glass);
        const PixelPoint at{across * glass.width, down * glass.height};
        const int seat = open_at(at);
        ASSERT_NE(seat, 0);
        const PixelRect rect = *seats->rect_of(seat);
        EXPECT_FALSE(is_low(seat));
        EXPECT_TRUE(across < 0.3F ? rect.x0 < margin_px(setting) + 1 : rect.x1 > glass.width - margin_px(setting) - 1)
            << across;
        EXPECT_LE(rect.width(), 0.5F * glass.width);
        EXPECT_TRUE(is_within_reach(rect, at, reach_px(setting))) << across << ' ' << down;
        EXPECT_NEAR(rect.centre().y, 0.55F * glass.height, 0.05F * glass.height) << "where hands are comfortable";
      }
  }
}

TEST_F(AloneAtASmallScreen, ItsKeysAreAsFarApartAsThoseOfALowOne) {
  show_on(kiosk);
  EXPECT_FLOAT_EQ(measures_for(setting, 1, Company::alone).unit, measures_for(setting, 1, Company::others).unit);
}

TEST_F(AloneAtASmallScreen, WhereTheCanvasCannotGiveWayItIsLow) {
  show_on(kiosk);
  seats->leave_free({.gives_way = false});
  EXPECT_TRUE(is_low(open_at({1200, 300})));
}

TEST_F(AloneAtASmallScreen, TheSecondIsLowAtOnceAndTheFirstWhenNobodyHasTouchedItForAMoment) {
  sit_down_two();
  const PixelRect stood = *seats->rect_of(first);
  for (int i = 0; i < 4; ++i) {
    pass_frames(a_moment_s - 0.3F);
    EXPECT_EQ(*seats->rect_of(first), stood) << "somebody writes there";
    write(first, "a");
  }
  pass_frames(until_it_has_moved_s);
  EXPECT_TRUE(is_low(first));
  EXPECT_EQ(written(first), "aaaa");
  const PixelRect stands = *seats->rect_of(first), beside = *seats->rect_of(second);
  EXPECT_FLOAT_EQ(stands.width(), beside.width());
  EXPECT_FLOAT_EQ(stands.y1, beside.y1);
  EXPECT_FALSE(stands.touches(beside));
  EXPECT_NEAR(stands.centre().x, stood.centre().x, 0.5F * unit(first)) << "straight down";
}

TEST_F(AloneAtASmallScreen, ForAPictureItIsLowAtOnceAndKeepsItsWordsButNotUnderAFinger) {
  sit_down_two();
  write(first, "ab");
  const PixelRect stood = *seats->rect_of(first);
  const PixelPoint words = seats->control(first, "words")->centre();
  touch(first, 9, input::ContactState::began, words);
  seats->settle_now();
  EXPECT_EQ(*seats->rect_of(first), stood) << "a finger is on it";
  touch(first, 9, input::ContactState::ended, words);
  seats->settle_now();
  EXPECT_TRUE(is_low(first));
  EXPECT_EQ(written(first), "ab");
  const PixelRect at_rest = *seats->rect_of(first);
  pass_frames(until_it_has_moved_s);
  EXPECT_EQ(*seats->rect_of(first), at_rest);
}

TEST_F(AloneAtASmallScreen, APluggedInKeyboardCountsAsTouching) {
  sit_down_two();
  tap(first, seats->control(first, "words")->centre());
  const PixelRect stood = *seats->rect_of(first);
  for (int i = 0; i < 4; ++i) {
    type(U"b");
    pass_frames(a_moment_s - 0.3F);
    EXPECT_EQ(*seats->rect_of(first), stood);
  }
  EXPECT_EQ(written(first), "bbbb");
}

TEST_F(AloneAtASmallScreen, AFingerThatIsDownKeepsWhatItHolds) {
  sit_down_two();
  const PixelRect stood = *seats->rect_of(first);
  const PixelPoint key = seats->control(first, "q")->centre();
  touch(first, 7, input::ContactState::began, key);
  pass_frames(2 * until_it_has_moved_s);
  EXPECT_EQ(*seats->rect_of(first), stood);
  touch(first, 7, input::ContactState::ended, key);
  EXPECT_EQ(written(first), "q");
  pass_frames(until_it_has_moved_s);
  EXPECT_TRUE(is_low(first));
}

TEST_F(AloneAtASmallScreen, EveryLetterOnTheWayIsTheOneThatIsSeenUnderTheFinger) {
  int turned_back = 0, arrived = 0;
  for (int frames = 80; frames < 140; ++frames) {
    sit_down_two();
    write(first, "n");
    for (int i = 0; i < frames; ++i) (void)pass(frame_s);
    const PixelRect key = *seats->control(first, "o");
    touch(first, 7, input::ContactState::began, key.centre());
    for (int i = 0; i < 6; ++i) {
      (void)pass(frame_s);
      EXPECT_EQ(*seats->control(first, "o"), key) << "no key moves under a finger, " << frames;
    }
    touch(first, 7, input::ContactState::ended, key.centre());
    EXPECT_EQ(written(first), "no") << frames;
    pass_frames(1);
    EXPECT_EQ(*seats->control(first, "o"), key) << frames;
    (is_low(first) ? arrived : turned_back) += 1;
    pass_frames(until_it_has_moved_s);
    EXPECT_TRUE(is_low(first)) << "later, then";
  }
  EXPECT_GT(turned_back, 10);
  EXPECT_GT(arrived, 10);
}

TEST_F(AloneAtASmallScreen, ItMovesForTheEyeToFollow) {
  sit_down_two();
  const PixelRect stood = *seats->rect_of(first);
  pass_frames(1);
  // The corner of its shadow, which is drawn first.
  const auto corner_y = [&] { return seats->drawings()[0].data->CmdLists[0]->VtxBuffer[0].pos.y; };
  const float from_y = corner_y();
  int frames_on_the_way = 0;
  float before = from_y;
  for (int i = 0; i < 120; ++i) {
    (void)pass(frame_s);
    EXPECT_GE(corner_y(), before - 0.01F);
    EXPECT_LE(corner_y() - before, 0.3F * unit(first)) << "calmly";
    frames_on_the_way += corner_y() > before + 0.01F ? 1 : 0;
    before = corner_y();
  }
  EXPECT_GT(frames_on_the_way, 20);
  EXPECT_NEAR(before - from_y, seats->rect_of(first)->y0 - stood.y0, 4);
}

TEST_F(AloneAtASmallScreen, WithoutMotionItIsThereAtOnce) {
  setting.still = true;
  sit_down_two();
  pass_frames(a_moment_s - 0.1F);
  EXPECT_FALSE(is_low(first));
  pass_frames(0.2F);
  EXPECT_TRUE(is_low(first));
}

TEST_F(AloneAtASmallScreen, ItIsKnownAtOnceWhereEachWillStand) {
  sit_down_two();
  const std::vector<PixelRect> to_come = seats->rects_to_come();
  pass_frames(until_it_has_moved_s);
  EXPECT_EQ(seats->rects(), to_come);
  EXPECT_EQ(seats->rects_to_come(), to_come);
}

TEST_F(AloneAtASmallScreen, AThirdFindsRoomBetweenThemWhetherTheFirstHasMovedOrNot) {
  for (const bool has_moved : {false, true}) {
    sit_down_two();
    if (has_moved) pass_frames(until_it_has_moved_s);
    const int third = open_at({960, 500});
    ASSERT_FALSE(seats->waiting(third));
    pass_frames(until_it_has_moved_s);
    const auto stand = seats->rects();
    ASSERT_EQ(stand.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_FLOAT_EQ(stand[i].y1, stand[0].y1);
      EXPECT_FLOAT_EQ(stand[i].width(), stand[0].width());
      for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(stand[i].touches(stand[j]));
    }
  }
}

TEST_F(AloneAtASmallScreen, WhoIsAloneAgainBeforeItMovedStaysTall) {
  sit_down_two();
  seats->close(second);
  pass_frames(until_it_has_moved_s);
  EXPECT_FALSE(is_low(first));
  EXPECT_EQ(seats->rects(), seats->rects_to_come());
}

TEST_F(AloneAtASmallScreen, OneThatIsLowStaysLowUntilItIsLeft) {
  sit_down_two();
  pass_frames(until_it_has_moved_s);
  seats->close(first);
  const PixelRect stood = *seats->rect_of(second);
  pass_frames(until_it_has_moved_s);
  EXPECT_EQ(*seats->rect_of(second), stood);
  seats->close(second);
  EXPECT_FALSE(is_low(open_at({960, 300}))) << "the next one alone is tall again";
}

TEST_F(AloneAtASmallScreen, WhoWaitedStandsWhenTheFirstHasMadeRoom) {
  show_on(laptop);
  first = open_at({900, 300});
  second = open_at({200, 500});
  const int third = open_at({640, 300});
  EXPECT_TRUE(seats->waiting(third)) << "two fill this screen";
  pass_frames(until_it_has_moved_s);
  EXPECT_TRUE(is_low(first));
  EXPECT_FALSE(seats->rect_of(first)->touches(*seats->rect_of(second)));
  seats->close(second);
  pass_frames(0.5F);
  EXPECT_FALSE(seats->waiting(third));
}

TEST_F(AloneAtASmallScreen, AReaderAloneStandsClearOfItsCardWhereThatIsAtHand) {
  show_on(kiosk);
  ReadCard read;
  read.beside = {1000, 500};
  read.saying.words = "Bells every 42 minutes";
  const PixelRect card = model::rect_around({1350, 500}, 120, 60);  // where a seat at the right would stand
  const int seat = seats->open(read, {}, std::span(&card, 1));
  EXPECT_FALSE(seats->rect_of(seat)->touches(card));
  EXPECT_LT(seats->rect_of(seat)->x0, 20);
}

}  // namespace
}  // namespace greenline::ui
