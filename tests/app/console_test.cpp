// What a host's console says of a convening: what runs and for how long, what comes, what may be done.
#include "app/console.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "interact/plugged_keyboard.h"

namespace greenline::app {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class TheConsole : public testing::Test {
 protected:
  void SetUp() override {
    auto loaded = load_resources("both-sides-of-the-line", "dusk");
    ASSERT_TRUE(loaded) << loaded.error();
    resources = std::make_unique<Resources>(*std::move(loaded));
    station::Sources sources = station::seeded_sources(1);
    sources.steady = [this] { return model::SteadyInstant{{1}, now_ms}; };
    session = std::make_unique<station::Session>(resources->pack, std::move(sources));
  }
  [[nodiscard]] ui::ConsolePage page(const std::string& language = "en", bool asks_to_close = false) const {
    return console_page(*session, resources->strings, language, asks_to_close);
  }
  static const ui::ConsoleKey& key(const ui::ConsolePage& page, const std::string& name) {
    return *std::ranges::find(page.keys, name, &ui::ConsoleKey::key);
  }
  [[nodiscard]] const std::vector<content::Phase>& phases() const { return session->pack().activity.phases; }
  [[nodiscard]] std::string title(std::size_t phase) const {
    return std::string(content::in_language(phases()[phase].title, "en"));
  }
  void enter(std::size_t phase) { ASSERT_TRUE(session->submit(model::EnterPhase{phases()[phase].id}, model::the_host)); }

  std::int64_t now_ms = 1000;
  std::unique_ptr<Resources> resources;
  std::unique_ptr<station::Session> session;
};

TEST_F(TheConsole, SaysWhatComesBeforeItIsPressed) {
  enter(1);
  const ui::ConsolePage now = page();
  EXPECT_EQ(now.phase, title(1));
  EXPECT_THAT(now.where, HasSubstr("2"));
  EXPECT_THAT(key(now, "next").label, HasSubstr(title(2)));
  EXPECT_THAT(key(now, "back").label, HasSubstr(title(0)));
  EXPECT_THAT(now.coming, HasSubstr(content::in_language(phases()[2].prompt, "en")));
}

TEST_F(TheConsole, TellsTheHostAloneWhatTheHostIsTold) {
  enter(1);
  ASSERT_FALSE(phases()[1].host_note.empty());
  EXPECT_EQ(page().note, content::in_language(phases()[1].host_note, "en"));
  EXPECT_EQ(page("fr").note, content::in_language(phases()[1].host_note, "fr"));
}

TEST_F(TheConsole, CountsThePhasesMinutesInDigitsAndSaysWhenTheyAreOver) {
  enter(1);
  EXPECT_EQ(page().gone, "0:00");
  now_ms += 65'000;
  EXPECT_EQ(page().gone, "1:05");
  EXPECT_FALSE(page().over);
  EXPECT_THAT(page().of, HasSubstr(std::to_string(phases()[1].minutes)));
  now_ms += std::int64_t{phases()[1].minutes} * 60'000;
  EXPECT_TRUE(page().over);
  EXPECT_THAT(page().of, HasSubstr("1:05"));
}

TEST_F(TheConsole, GoesNowhereBeforeTheFirstPhaseAndAsksBeforeItEndsTheLast) {
  EXPECT_FALSE(key(page(), "back").possible);
  enter(phases().size() - 1);
  const std::string end = key(page(), "next").label;
  EXPECT_NE(key(page("en", true), "next").label, end);
  EXPECT_THAT(page().coming, IsEmpty());
}

TEST_F(TheConsole, OffersToOpenAgainWhatHasEnded) {
  ASSERT_TRUE(session->submit(model::CloseActivity{}, model::the_host));
  EXPECT_FALSE(key(page(), "next").possible);
  EXPECT_TRUE(key(page(), "back").possible);
}

TEST_F(TheConsole, WakesAWallThatRests) {
  const std::string rest = key(page(), "rest").label;
  ASSERT_TRUE(session->submit(model::RestWall{true}, model::the_host));
  EXPECT_NE(key(page(), "rest").label, rest);
  EXPECT_TRUE(key(page(), "rest").accent) << "nothing else is as likely to be wanted";
}

TEST_F(TheConsole, RevealsOnlyWhereSomethingIsHeld) {
  enter(1);
  EXPECT_FALSE(key(page(), "reveal").possible);
  EXPECT_TRUE(key(page(), "hold").possible);
  ASSERT_TRUE(session->submit(model::HoldCards{true}, model::the_host));
  EXPECT_FALSE(key(page(), "hold").possible);
  EXPECT_TRUE(key(page(), "reveal").possible);
}

// A wall that moves is drawn sixty times a second; the page beside it stays.
TEST_F(TheConsole, HasNewsOnceASecondAndWhenSomethingHappens) {
  enter(1);
  ConsoleNews news;
  EXPECT_TRUE(news.there_is(*session, false)) << "nothing was said yet";
  for (int i = 0; i < 60; ++i) {
    EXPECT_FALSE(news.there_is(*session, false)) << i;
    now_ms += 16;
  }
  now_ms += 50;
  EXPECT_TRUE(news.there_is(*session, false));
  EXPECT_FALSE(news.there_is(*session, false));
  EXPECT_TRUE(news.there_is(*session, true)) << "it asks whether the activity may end";
  EXPECT_TRUE(news.there_is(*session, false));
  news.heard();
  EXPECT_TRUE(news.there_is(*session, false));
  EXPECT_FALSE(news.there_is(*session, false));
}

// The wall that it runs, and the clicker that another host has.
class TheConsolesKeys : public TheConsole {
 protected:
  void SetUp() override {
    TheConsole::SetUp();
    enter(1);
    wall = std::make_unique<interact::Wall>(*session, engine, resources->strings, resources->keyboards, resources->palette,
                                            view::WallSetting{.still = true});
  }
  void click(double time_s) {
    const std::vector<platform::Stroke> strokes{platform::KeyPress{.key = platform::KeyName::page_down, .time_s = time_s}};
    EXPECT_TRUE(clicker.take(strokes, *wall));
  }
  text::Engine engine;
  std::unique_ptr<interact::Wall> wall;
  interact::PluggedKeyboard clicker;
};

TEST_F(TheConsolesKeys, GoOnAndBack) {
  press_at_console(*wall, "next", 10);
  EXPECT_EQ(session->phase_number(), 2U);
  press_at_console(*wall, "back", 10.1);
  EXPECT_EQ(session->phase_number(), 1U);
  press_at_console(*wall, "rest", 10.2);
  EXPECT_TRUE(wall->at_rest());
}

TEST_F(TheConsolesKeys, MeanOneStepTogetherWithAClickerThatIsPressedAtTheSameMoment) {
  press_at_console(*wall, "next", 10);
  click(10.4);
  EXPECT_EQ(session->phase_number(), 2U);
  click(20);
  press_at_console(*wall, "next", 20.5);
  press_at_console(*wall, "next", 20.9);
  EXPECT_EQ(session->phase_number(), 3U);
  press_at_console(*wall, "next", 21.7);
  EXPECT_EQ(session->phase_number(), 4U);
}

}  // namespace
}  // namespace greenline::app
