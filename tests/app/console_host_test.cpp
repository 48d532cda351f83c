// What a console says of its host: who has the chair, what the touched wall asks for, the way back to the wall.
#include <gmock/gmock.h>

#include <algorithm>

#include "app/console.h"
#include "app/console_letters.h"
#include "app/running.h"

namespace greenline::app {
namespace {

using testing::HasSubstr;

class AConsoleOfSeveral : public OverAWall {
 protected:
  void SetUp() override {
    OverAWall::SetUp();
    if (!HasFatalFailure()) open_wall(3.6F);
  }
  [[nodiscard]] ui::ConsolePage page(const HostNow& host) {
    return console_page(*session, resources->strings, "en", mode, {.host = host});
  }
  static const ui::ConsoleKey* find(const ui::ConsolePage& page, const std::string& name) {
    const auto found = std::ranges::find(page.keys, name, &ui::ConsoleKey::key);
    return found == page.keys.end() ? nullptr : &*found;
  }
  HostDesk desk{.consoles = 1};
  ConsoleMode mode;
};

TEST_F(AConsoleOfSeveral, ThatHasTheChairSaysNothingOfIt) {
  const ui::ConsolePage now = page({.desk = &desk});
  EXPECT_EQ(find(now, "take_chair"), nullptr);
  EXPECT_TRUE(now.amiss.empty()) << now.amiss;
  EXPECT_TRUE(find(now, "next")->possible);
}

TEST_F(AConsoleOfSeveral, IsToldWhereTheChairWentAndItsKeysAreQuiet) {
  const ui::ConsolePage now = page({.desk = &desk, .chair_went_to = 2});
  EXPECT_EQ(now.keys.front().key, "take_chair");
  EXPECT_THAT(now.amiss, HasSubstr("the console on the touched wall"));
  for (const char* key : {"next", "back", "time", "rest", "pause", "hold", "reveal", "undo", "clean"}) {
    ASSERT_NE(find(now, key), nullptr) << key;
    EXPECT_FALSE(find(now, key)->possible) << key;
  }
  EXPECT_TRUE(find(now, "walls")->possible) << "it may look";
  EXPECT_EQ(key_of_stroke(now, platform::KeyPress{.letter = 'n'}), std::nullopt);
  EXPECT_EQ(key_of_stroke(now, platform::KeyPress{.letter = 'j'}), "take_chair");
  mode.shows = ConsoleMode::Shows::walls;
  EXPECT_FALSE(find(page({.desk = &desk, .chair_went_to = 2}), "freeze")->possible);
}

TEST_F(AConsoleOfSeveral, OverTheWallLeadsBackThereAndSaysWhereNoNumberIsSet) {
  const ui::ConsolePage now = page({.desk = &desk, .over_wall = true, .no_number = true});
  ASSERT_NE(find(now, "wall"), nullptr);
  EXPECT_THAT(now.amiss, HasSubstr("greenline pin set"));
  EXPECT_EQ(find(page({.desk = &desk}), "wall"), nullptr);
}

TEST_F(AConsoleOfSeveral, IsToldWhatTheTouchedWallAsksForAndAnswers) {
  desk.ask(CallFor::question, 10);
  desk.ask(CallFor::more_time, 11);
  ui::ConsolePage now = page({.desk = &desk});
  EXPECT_THAT(now.amiss, HasSubstr("a question, more time"));
  ASSERT_NE(find(now, "coming"), nullptr);
  EXPECT_TRUE(desk.press("coming", 12));
  now = page({.desk = &desk});
  EXPECT_EQ(find(now, "coming"), nullptr);
  ASSERT_NE(find(now, "done"), nullptr);
  EXPECT_TRUE(desk.press("done", 13));
  EXPECT_TRUE(page({.desk = &desk}).amiss.empty());
}

TEST_F(AConsoleOfSeveral, CountsWhileTheGlassIsCleaned) {
  EXPECT_THAT(find(page({.desk = &desk, .clean_in_s = 42}), "clean")->label, HasSubstr("42"));
}

TEST_F(AConsoleOfSeveral, PressesForNothingWithoutTheChairAndStepsOnceWithIt) {
  interact::Wall& touched = wall->wall();
  const std::size_t before = session->phase_number();
  ASSERT_TRUE(session->take_chair(1));
  EXPECT_TRUE(press_at_console(touched, "next", 10, model::at_console(2)));
  EXPECT_EQ(session->phase_number(), before);
  const model::EventId visit = session->convening().phase.event;
  press_at_console(touched, "next", 10.1, model::at_console(1), visit);
  EXPECT_EQ(session->phase_number(), before + 1) << "what was nothing is no press either";
  ASSERT_TRUE(session->take_chair(2));
  press_at_console(touched, "next", 20, model::at_console(2), visit);
  EXPECT_EQ(session->phase_number(), before + 1) << "it was pressed for a phase that is over";
  press_at_console(touched, "next", 30, model::at_console(2), session->convening().phase.event);
  EXPECT_EQ(session->phase_number(), before + 2);
}

TEST_F(AConsoleOfSeveral, IsNoMatterToTheClicker) {
  ASSERT_TRUE(session->take_chair(2));
  const std::size_t before = session->phase_number();
  wall->wall().host({interact::HostKey::next_phase, 10});
  EXPECT_EQ(session->phase_number(), before + 1);
}

}  // namespace
}  // namespace greenline::app
