// The touch desk is itself held to account, by a plain X window: what it injects is what X delivers.
#include <gtest/gtest.h>

#include "e2e/touch_desk.h"
#include "e2e/touch_listener.h"
#include "e2e/touch_traces.h"

namespace greenline::desk {
namespace {

using input::ContactState;

class Desk : public testing::Test {
 protected:
  TouchDesk desk{1920, 1080};
  TouchListener listener{desk.display()};
};

TEST_F(Desk, DeliversWhatIsInjected) {
  desk.began(0, {0, 0});
  desk.began(7, {1919, 1079});
  desk.moved(0, {640.5F, 360.25F});
  desk.ended(7);
  desk.ended(0);
  desk.sync();
  const auto heard = listener.heard();
  ASSERT_EQ(heard.size(), 5U);
  EXPECT_EQ(heard[2].state, ContactState::moved);
  EXPECT_NEAR(heard[2].at.x, 640.5, 0.1);
  EXPECT_NEAR(heard[2].at.y, 360.25, 0.1);
  EXPECT_EQ(what_was_lost(desk.injected(), heard), "");
}

TEST_F(Desk, LosesNothingOfAHundredFingersAt120Hz) {
  dance(desk, 100, 120, 2);
  EXPECT_EQ(what_was_lost(desk.injected(), listener.heard()), "");
}

TEST_F(Desk, HearsEveryFingerOfAStormOnOneSpot) {
  for (int i = 0; i < 3000; ++i) {
    desk.began(i % TouchDesk::most_contacts, {400, 300});
    desk.ended(i % TouchDesk::most_contacts);
  }
  desk.sync();
  EXPECT_EQ(what_was_lost(desk.injected(), listener.heard()), "");
}

TEST_F(Desk, UnpluggingEndsWhatWasDownWhereItWas) {
  desk.began(3, {200, 200});
  desk.began(4, {900, 500});
  desk.moved(4, {910, 520});
  desk.unplug();
  const auto heard = listener.heard();
  EXPECT_EQ(what_was_lost(desk.injected(), heard), "");
  EXPECT_EQ(traces_of(heard).down(), 0);
  EXPECT_NEAR(heard.back().at.x, 910, 0.1);
  EXPECT_NEAR(heard.back().at.y, 520, 0.1);
  EXPECT_EQ(listener.devices_lost(), 1);
}

TEST_F(Desk, IsHeardAgainWhenItIsPluggedInAgain) {
  desk.began(3, {200, 200});
  desk.unplug();
  desk.plug_in();
  desk.tap({300, 300});
  EXPECT_EQ(what_was_lost(desk.injected(), listener.heard()), "");
}

}  // namespace
}  // namespace greenline::desk
