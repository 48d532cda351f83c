// Words are drawn as large as they are seen, and looked for no longer once all are.
#include "scene/focus.h"

#include <gtest/gtest.h>

namespace greenline::scene {
namespace {

constexpr float frame_s = 1.0F / 60;

TEST(Focus, ThatRestsLooksThroughAllWordsOnce) {
  Focus focus;
  EXPECT_TRUE(focus.may_be_soft(1));
  focus.looked_through();
  EXPECT_FALSE(focus.may_be_soft(1));
  focus.look_again();
  EXPECT_TRUE(focus.may_be_soft(1));
}

TEST(Focus, OfACameraThatMovesFindsWordsToDrawEachFrame) {
  Focus focus;
  focus.looked_through();
  focus.blur();
  focus.looked_through();
  EXPECT_TRUE(focus.may_be_soft(1));
}

TEST(Focus, GoesByStepsWhileAHandZooms) {
  Focus focus;
  focus.blur();
  focus.follow(1.1F, frame_s);
  EXPECT_EQ(focus.detail(), 1);  // that is not seen to be soft
  focus.follow(1.9F, frame_s);
  EXPECT_EQ(focus.detail(), 2);
}

TEST(Focus, IsToThePixelOnceTheHandHasFoundItsPlaceOrTheCameraRests) {
  Focus focus;
  focus.blur();
  for (int i = 0; i < 10; ++i) focus.follow(1.9F, frame_s);
  EXPECT_EQ(focus.detail(), 1.9F);
  focus.sharpen(1.7F);
  EXPECT_EQ(focus.detail(), 1.7F);
  EXPECT_TRUE(focus.rests());
  EXPECT_TRUE(focus.may_be_soft(1.7F));
}

TEST(Focus, LooksOnWhereNewWordsAreLaidOutInAnotherDetail) {
  Focus focus;
  focus.sharpen(2);
  focus.looked_through();
  EXPECT_FALSE(focus.may_be_soft(2));
  EXPECT_TRUE(focus.may_be_soft(1));
}

}  // namespace
}  // namespace greenline::scene
