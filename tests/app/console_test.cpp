// What a host's console says of a convening: what runs and for how long, what comes, what may be done.
#include "app/console.h"
#include "app/console_letters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include "app/running.h"
#include "interact/plugged_keyboard.h"

namespace greenline::app {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class TheConsole : public WithAConvening {
 protected:
  [[nodiscard]] ui::ConsolePage page(const std::string& language = "en", bool asks_to_close = false) {
    return console_page(*session, resources->strings, language, mode, {asks_to_close, minute_of_day});
  }
  // What the key of that name asks is done.
  void press(const std::string& name) {
    ASSERT_TRUE(key(page(), name).possible) << name;
    const auto request = request_of_key(*session, mode, name);
    ASSERT_TRUE(request) << name;
    ASSERT_TRUE(session->submit(*request, model::the_host)) << name;
  }
  model::CardId a_card(const std::string& words) {
    const model::Place place{session->pack().canvas.regions.front().id, {}};
    const auto made = session->submit(model::MakeCard{{words, "fr", {}}, place}, model::the_program);
    return std::get<model::CardMade>(made->body).card;
  }
  static const ui::ConsoleKey& key(const ui::ConsolePage& page, const std::string& name) {
    return *std::ranges::find(page.keys, name, &ui::ConsoleKey::key);
  }
  [[nodiscard]] const std::vector<content::Phase>& phases() const { return session->pack().activity.phases; }
  [[nodiscard]] std::string title(std::size_t phase) const {
    return std::string(content::in_language(phases()[phase].title, "en"));
  }
  void enter(std::size_t phase) { ASSERT_TRUE(session->submit(model::EnterPhase{phases()[phase].id}, model::the_host)); }

  std::optional<int> minute_of_day;
  ConsoleMode mode;
};

TEST_F(TheConsole, SaysOfEachOfItsKeysWhatItDoesInASentence) {
  enter(1);
  const model::CardId card = a_card("we ask");
  ASSERT_TRUE(session->submit(model::SetCardAside{a_card("aside")}, model::the_host));
  using Shows = ConsoleMode::Shows;
  for (const Shows shows : {Shows::room, Shows::card, Shows::aside, Shows::walls, Shows::help})
    for (const char* language : {"en", "fr", "es"}) {
      mode = {.shows = shows, .card = card};
      for (const ui::ConsoleKey& one : page(language).keys) EXPECT_THAT(one.hint, Not(IsEmpty())) << one.key << " " << language;
    }
}

TEST_F(TheConsole, ListsEveryControlWithItsKey) {
  enter(1);
  mode = {.shows = ConsoleMode::Shows::help};
  std::string all;
  for (const ui::ConsoleLine& line : page().lines) all += line.text + "\n";
  EXPECT_THAT(all, HasSubstr("Page Down: go on"));
  EXPECT_THAT(all, HasSubstr("F7: hold new cards"));
  mode = {};
  for (const ui::ConsoleKey& one : page().keys)
    EXPECT_THAT(all, HasSubstr(std::string(1, one.letter) + ": " + one.label)) << one.key;
  EXPECT_THAT(all, HasSubstr("E: ")) << "of the walls' page, too";
  EXPECT_THAT(all, HasSubstr("L: ")) << "and a card's";
}

TEST_F(TheConsole, GivesNoLetterToAKeyThatTheHostsFileGivesSomethingElseToDo) {
  interact::KeyMap keys = interact::KeyMap::usual();
  keys.give({.letter = 'n'}, interact::HostKey::undo);
  const ui::ConsolePage now = console_page(*session, resources->strings, "en", mode, {.keys = &keys});
  EXPECT_EQ(key(now, "next").letter, 0);
  EXPECT_EQ(key(now, "back").letter, 'B') << "which usually rests the wall, but not at a console";
}

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

TEST_F(TheConsole, GivesAPhaseMoreTimeAndSaysUntilWhen) {
  enter(1);
  const int planned = phases()[1].minutes;
  minute_of_day = 23 * 60 + 55;
  EXPECT_THAT(page().of, HasSubstr(planned < 5 ? "23:" : "0:"));
  press("time");
  EXPECT_EQ(session->phase_minutes(), static_cast<std::uint32_t>(planned) + 5);
  EXPECT_THAT(page().of, HasSubstr(std::to_string(planned + 5)));
  now_ms += std::int64_t{planned + 12} * 60'000 + 1000;
  ASSERT_TRUE(page().over);
  press("time");
  EXPECT_EQ(session->phase_minutes(), static_cast<std::uint32_t>(planned) + 18) << "five from now";
  EXPECT_FALSE(page().over);
}

TEST_F(TheConsole, GivesMoreTimeToAWallThatIsGoneOnWithAfterWeeks) {
  enter(1);
  now_ms += std::int64_t{100} * 60'000;
  EXPECT_EQ(page().gone, "1:40:00");
  now_ms += std::int64_t{20} * 24 * 3600 * 1000;
  EXPECT_THAT(page().gone, Not(HasSubstr(":")));
  press("time");
  EXPECT_FALSE(page().over);
}

TEST_F(TheConsole, SaysWhenAllOfItEnds) {
  enter(phases().size() - 2);
  EXPECT_THAT(page().ends, IsEmpty()) << "nobody knows what time it is";
  minute_of_day = 14 * 60;
  const int left = phases()[phases().size() - 2].minutes + phases().back().minutes;
  const int at = 14 * 60 + left;
  EXPECT_THAT(page().ends, HasSubstr(std::to_string(at / 60) + ":"));
  press("time");
  EXPECT_THAT(page().ends, HasSubstr(std::to_string((at + 5) / 60) + ":"));
}

TEST_F(TheConsole, PausesTouchAndLetsHandsTouchAgain) {
  const std::string pause = key(page(), "pause").label;
  press("pause");
  EXPECT_TRUE(session->convening().paused.value);
  EXPECT_NE(key(page(), "pause").label, pause);
  EXPECT_TRUE(key(page(), "pause").accent);
  press("pause");
  EXPECT_FALSE(session->convening().paused.value);
}

TEST_F(TheConsole, SaysWhatItWouldUndo) {
  EXPECT_FALSE(key(page(), "undo").possible);
  for (const char* step : {"time", "next"}) {
    if (std::string(step) == "next")
      enter(1);
    else
      press(step);
    EXPECT_TRUE(key(page(), "undo").possible) << step;
  }
  const std::string of_phase = key(page(), "undo").label;
  ASSERT_TRUE(session->undo_last_step());
  EXPECT_EQ(session->phase().id, phases()[0].id);
  EXPECT_NE(key(page(), "undo").label, of_phase);
}

TEST_F(TheConsole, SetsACardAsideAndBringsItBack) {
  const model::CardId card = a_card("ce que nous portons");
  mode = {.shows = ConsoleMode::Shows::card, .card = card};
  EXPECT_EQ(page().card, "ce que nous portons");
  EXPECT_EQ(page().card_language, "fr");
  press("set_aside");
  mode = {};
  EXPECT_THAT(page().counts, HasSubstr("0"));
  ASSERT_TRUE(key(page(), "aside").possible);
  mode = {.shows = ConsoleMode::Shows::aside};
  const ui::ConsolePage list = page();
  ASSERT_EQ(list.keys.size(), 2U);
  EXPECT_THAT(list.keys[1].label, HasSubstr("ce que nous portons"));
  press(list.keys[1].key);
  EXPECT_EQ(mode.shows, ConsoleMode::Shows::aside);
  (void)page();
  EXPECT_EQ(mode.shows, ConsoleMode::Shows::room) << "nothing is aside any more";
  EXPECT_TRUE(present(session->convening().cards.at(card)));
}

TEST_F(TheConsole, SendsACardOnAndKeepsItHereAfterAll) {
  const model::CardId card = a_card("we ask");
  mode = {.shows = ConsoleMode::Shows::card, .card = card};
  press("send_on");
  EXPECT_TRUE(session->convening().cards.at(card).onward.value);
  mode = {.shows = ConsoleMode::Shows::card, .card = card};
  EXPECT_TRUE(key(page(), "keep_here").accent);
  press("keep_here");
  EXPECT_FALSE(session->convening().cards.at(card).onward.value);
  ASSERT_TRUE(session->submit(model::VeilCard{card}, model::the_host));
  mode = {.shows = ConsoleMode::Shows::card, .card = card};
  EXPECT_FALSE(key(page(), "send_on").possible) << "it was veiled";
}

TEST_F(TheConsole, ShowsNoWordThatIsVeiled) {
  const model::CardId card = a_card("nobody else's to read");
  mode = {.shows = ConsoleMode::Shows::card, .card = card};
  press("veil");
  EXPECT_EQ(mode.card, card);
  EXPECT_THAT(page().card, Not(HasSubstr("nobody")));
  EXPECT_TRUE(key(page(), "lift_veil").possible);
  press("set_aside");
  mode = {.shows = ConsoleMode::Shows::aside};
  EXPECT_THAT(page().keys[1].label, Not(HasSubstr("nobody")));
}

TEST_F(TheConsole, TurnsThePagesOfManyThatAreAside) {
  std::vector<model::CardId> cards;
  for (int i = 0; i < 14; ++i) cards.push_back(a_card("card " + std::to_string(i)));
  for (const model::CardId& card : cards) ASSERT_TRUE(session->submit(model::SetCardAside{card}, model::the_host));
  mode = {.shows = ConsoleMode::Shows::aside};
  std::set<std::string> seen;
  for (std::size_t turn = 0; turn < 3; ++turn) {
    for (const ui::ConsoleKey& one : page().keys)
      if (one.key.starts_with("bring_back")) seen.insert(one.key);
    ++mode.page;
  }
  EXPECT_EQ(seen.size(), cards.size());
  (void)page();
  EXPECT_EQ(mode.page, 0U) << "and begins anew";
}

TEST_F(TheConsole, ComesBackToTheRoomWhenItsCardHasGone) {
  const model::CardId card = a_card("we ask");
  mode = {.shows = ConsoleMode::Shows::card, .card = card};
  ASSERT_TRUE(session->submit(model::SetCardAside{card}, model::the_host));
  EXPECT_EQ(key(page(), "next").key, "next");
  EXPECT_EQ(mode, ConsoleMode{});
}

TEST_F(TheConsole, ReadsEveryCardAloudOnceInAnyOrder) {
  std::set<model::CardId> cards;
  for (int i = 0; i < 7; ++i) cards.insert(a_card("card " + std::to_string(i)));
  ASSERT_TRUE(session->submit(model::VeilCard{a_card("nobody else's to read")}, model::the_host));
  for (const bool shuffled : {false, true}) {
    mode = {.shows = ConsoleMode::Shows::walls, .shuffled = shuffled};
    std::vector<model::CardId> read;
    while (key(page(), "read_next").possible) {
      const std::string says = key(page(), "read_next").label;
      press("read_next");
      read.push_back(std::get<model::CardId>(shown_on_walls(session->convening())));
      EXPECT_THAT(says, HasSubstr(session->convening().cards.at(read.back()).saying.value.words)) << "it said which comes";
    }
    EXPECT_EQ(std::set(read.begin(), read.end()), cards);
    EXPECT_EQ(read.size(), cards.size());
    EXPECT_THAT(page().card, Not(HasSubstr("nobody")));
    press("read_before");
    EXPECT_EQ(shown_on_walls(session->convening()), model::Shown{read[read.size() - 2]});
    press("whole");
    EXPECT_FALSE(key(page(), "whole").possible);
  }
}

TEST_F(TheConsole, ReadsInAMixedOrderThatIsItsOwnInEachPhase) {
  for (int i = 0; i < 12; ++i) (void)a_card("card " + std::to_string(i));
  const auto order = [&] {
    mode = {.shows = ConsoleMode::Shows::walls, .shuffled = true};
    std::vector<std::string> read;
    for (; key(page(), "read_next").possible; press("read_next")) read.push_back(key(page(), "read_next").label);
    return read;
  };
  enter(0);
  const auto first = order();
  press("whole");
  EXPECT_EQ(order(), first);
  enter(1);
  EXPECT_NE(order(), first);
}

TEST_F(TheConsole, ShowsACardLargeAndAllOfItAgain) {
  const model::CardId card = a_card("we ask");
  mode = {.shows = ConsoleMode::Shows::card, .card = card};
  press("show");
  EXPECT_EQ(shown_on_walls(session->convening()), model::Shown{card});
  EXPECT_TRUE(key(page(), "show").accent);
  press("show");
  EXPECT_EQ(shown_on_walls(session->convening()), model::Shown{});
  press("veil");
  EXPECT_FALSE(key(page(), "show").possible) << "it has no words that all may read";
}

TEST_F(TheConsole, FreezesTheWallsAndSaysSoUntilTheyGoOn) {
  EXPECT_FALSE(key(page(), "walls").accent);
  mode.shows = ConsoleMode::Shows::walls;
  press("freeze");
  mode = {};
  EXPECT_TRUE(session->convening().frozen.value);
  EXPECT_TRUE(key(page(), "walls").accent);
  const std::string says = key(page(), "walls").label;
  mode.shows = ConsoleMode::Shows::walls;
  press("freeze");
  mode = {};
  EXPECT_FALSE(session->convening().frozen.value);
  EXPECT_NE(key(page(), "walls").label, says);
}

platform::Stroke letter(char pressed) { return platform::KeyPress{.letter = pressed}; }

TEST_F(TheConsole, HasALetterForEveryKeyAndNoneTwiceOnAPage) {
  enter(1);
  std::vector<model::CardId> cards;
  for (int i = 0; i < 9; ++i) cards.push_back(a_card("card " + std::to_string(i)));
  for (int i = 0; i < 8; ++i)
    ASSERT_TRUE(session->submit(model::SetCardAside{cards[static_cast<std::size_t>(i)]}, model::the_host));
  using Shows = ConsoleMode::Shows;
  for (const ConsoleMode& each : {ConsoleMode{}, ConsoleMode{.shows = Shows::card, .card = cards.back()},
                                  ConsoleMode{.shows = Shows::aside}, ConsoleMode{.shows = Shows::walls}}) {
    mode = each;
    std::set<char> letters;
    for (const ui::ConsoleKey& one : page().keys) {
      EXPECT_NE(one.letter, 0) << one.key;
      EXPECT_TRUE(letters.insert(one.letter).second) << one.key;
    }
  }
}

TEST_F(TheConsole, IsPushedByNoLetterWhileSomebodyWritesAtTheWall) {
  enter(1);
  const ui::ConsolePage now = console_page(*session, resources->strings, "en", mode, {.somebody_writes = true});
  for (const ui::ConsoleKey& one : now.keys) EXPECT_EQ(one.letter, 0) << one.key;
  EXPECT_EQ(key_of_stroke(now, letter('n')), std::nullopt);
}

TEST_F(TheConsole, IsPushedByItsLettersWhereThatIsPossible) {
  enter(1);
  EXPECT_EQ(key_of_stroke(page(), letter('n')), "next");
  EXPECT_EQ(key_of_stroke(page(), letter('v')), std::nullopt) << "nothing is held";
  EXPECT_EQ(key_of_stroke(page(), letter('x')), std::nullopt) << "this is the room";
  mode.shows = ConsoleMode::Shows::walls;
  EXPECT_EQ(key_of_stroke(page(), letter('x')), "room");
  EXPECT_EQ(key_of_stroke(page(), platform::KeyPress{.key = platform::KeyName::escape}), "room");
  EXPECT_EQ(key_of_stroke(page(), platform::KeyPress{.letter = 'f', .control = true}), std::nullopt);
  EXPECT_EQ(key_of_stroke(page(), platform::KeyPress{.letter = 'f', .repeated = true}), std::nullopt);
  const model::CardId card = a_card("we ask");
  ASSERT_TRUE(session->submit(model::SetCardAside{card}, model::the_host));
  mode = {.shows = ConsoleMode::Shows::aside};
  const auto listed = key_of_stroke(page(), platform::Typed{U'1'});
  ASSERT_TRUE(listed);
  EXPECT_TRUE(listed->starts_with("bring_back"));
}

}  // namespace
}  // namespace greenline::app
