// Each screen is asked in turn which touchscreen lies on it.
#include "app/touch_round.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace greenline::app {
namespace {

platform::Monitor glass_of(const std::string& connector, int width = 1920, int height = 1080) {
  return {.name = connector, .width = width, .height = height};
}
platform::PanelTouch touch_on(const std::string& name, double x = 0.5, double y = 0.5) { return {{.name = name}, x, y}; }

class ATouchRound : public testing::Test {
 protected:
  std::optional<TouchRound::Found> look(const std::vector<platform::PanelTouch>& touches = {}) {
    return round.look(monitors, touches, now_s);
  }
  double now_s = 100;
  TouchRound round{100};
  std::vector<platform::Monitor> monitors{glass_of("A-1"), glass_of("B-1"), glass_of("C-1")};
};

TEST_F(ATouchRound, FindsWhoseTouchCameOnTheScreenThatIsAsked) {
  EXPECT_FALSE(look());
  EXPECT_EQ(round.asked(), 0U);
  const auto found = look({touch_on("ILITEK")});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->who.name, "ILITEK");
  EXPECT_EQ(found->monitor, 0U);
  EXPECT_TRUE(round.felt());
  EXPECT_FALSE(look({touch_on("ELAN")})) << "the ring thanks, and asks nobody";
  now_s += TouchRound::thanks_s;
  EXPECT_FALSE(look({touch_on("ILITEK")})) << "has its screen already";
  EXPECT_EQ(round.asked(), 1U);
  EXPECT_EQ(look({touch_on("ELAN")})->monitor, 1U);
}

TEST_F(ATouchRound, GoesOnAfterSomeSecondsOrWhenItIsTold) {
  (void)look();
  now_s = round.due_s();
  (void)look();
  EXPECT_EQ(round.asked(), 1U);
  round.pass_over(now_s);
  (void)look();
  EXPECT_EQ(round.asked(), 2U);
  now_s += TouchRound::waits_s;
  EXPECT_FALSE(look({touch_on("ELAN")}));
  EXPECT_EQ(round.asked(), std::nullopt);
  EXPECT_FALSE(look({touch_on("ELAN")})) << "it is over";
}

TEST_F(ATouchRound, TakesFingersNearTheMiddleAlone) {
  monitors = {glass_of("A-1", 1080, 1920)};
  monitors[0].turned.quarters = 1;
  (void)look();
  EXPECT_FALSE(look({touch_on("ILITEK", 0.02, 0.5)}));
  EXPECT_FALSE(look({touch_on("ILITEK", 0.5, 0.9)})) << "a quarter's width of the shorter side is 0.27 of it";
  EXPECT_TRUE(look({touch_on("ILITEK", 0.5 + 0.25 * 1080 / 1920, 0.5)}));
}

TEST_F(ATouchRound, FollowsScreensThatComeAndGo) {
  (void)look();
  monitors = {glass_of("N-1"), monitors[0], monitors[2]};
  (void)look();
  EXPECT_EQ(round.asked(), 1U) << "the same screen";
  monitors.erase(monitors.begin() + 1);
  (void)look();
  EXPECT_EQ(round.asked(), 0U) << "the one that came";
  EXPECT_EQ(look({touch_on("ILITEK")})->monitor, 0U);
  monitors.clear();
  (void)look();
  EXPECT_EQ(round.asked(), std::nullopt);
}

}  // namespace
}  // namespace greenline::app
