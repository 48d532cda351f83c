// A keyboard that is plugged in: what is struck first is done first.
#include "interact/plugged_keyboard.h"

#include <string>
#include <string_view>
#include <vector>

#include "interact/on_a_wall.h"

namespace greenline::interact {
namespace {

using Strokes = std::vector<platform::Stroke>;

Strokes typed(std::u32string_view letters) {
  Strokes strokes;
  for (const char32_t letter : letters) strokes.emplace_back(platform::Typed{letter});
  return strokes;
}
Strokes& operator+=(Strokes& strokes, const Strokes& more) {
  strokes.insert(strokes.end(), more.begin(), more.end());
  return strokes;
}
platform::KeyPress key(platform::KeyName name) { return {.key = name}; }
platform::KeyPress held(platform::KeyName name, double time_s) { return {.key = name, .repeated = true, .time_s = time_s}; }
platform::KeyPress control(platform::KeyName name) { return {.key = name, .control = true}; }

class AKeyboard : public WallTest {
 protected:
  void open_seat() {
    open("both-sides-of-the-line", "name");
    hand->tap(in("structure", 0, -0.2F));
    ASSERT_NE(hand->seat(), 0);
  }
  // All in one frame, as when somebody types fast or the machine is slow.
  bool strike(const Strokes& strokes) {
    const bool stays = keyboard.take(strokes, offscreen->wall());
    hand->frames(3);
    return stays;
  }
  [[nodiscard]] std::string draft() const {
    const auto drafts = offscreen->wall().seats().drafts();
    return drafts.empty() ? std::string() : drafts.front().words;
  }
  [[nodiscard]] std::vector<std::string> cards() const {
    std::vector<std::string> words;
    for (const auto& [id, card] : session->convening().cards) words.push_back(card.saying.value.words);
    return words;
  }
  PluggedKeyboard keyboard;
};

TEST_F(AKeyboard, ErasesTheLetterThatWasStruckBeforeTheEraser) {
  open_seat();
  Strokes strokes = typed(U"xyz");
  strokes.emplace_back(key(platform::KeyName::backspace));
  strokes += typed(U"w");
  strike(strokes);
  EXPECT_EQ(draft(), "xyw");
}

TEST_F(AKeyboard, MovesTheCaretBetweenTheLettersThatItWasStruckBetween) {
  open_seat();
  Strokes strokes = typed(U"bc");
  strokes.emplace_back(key(platform::KeyName::home));
  strokes += typed(U"a");
  strokes.emplace_back(key(platform::KeyName::end));
  strokes.emplace_back(key(platform::KeyName::left));
  strokes.emplace_back(key(platform::KeyName::remove));
  strokes += typed(U"d");
  strike(strokes);
  EXPECT_EQ(draft(), "abd");
}

TEST_F(AKeyboard, PlacesWithControlEnterWhatWasStruckBeforeIt) {
  open_seat();
  Strokes strokes = typed(U"two keys");
  strokes.emplace_back(control(platform::KeyName::enter));
  strike(strokes);
  EXPECT_EQ(cards(), std::vector<std::string>{"two keys"});
  EXPECT_EQ(hand->seat(), 0);
}

TEST_F(AKeyboard, BreaksTheLineWithEnterAlone) {
  open_seat();
  Strokes strokes = typed(U"two");
  strokes.emplace_back(key(platform::KeyName::enter));
  strokes += typed(U"keys");
  strike(strokes);
  EXPECT_EQ(draft(), "two\nkeys");
}

TEST_F(AKeyboard, LeavesWithEscapeOnePlaceAPress) {
  open_seat();
  hand->tap(in("pattern"));
  ASSERT_EQ(offscreen->wall().seats().rects().size(), 2U);
  strike({key(platform::KeyName::escape)});
  strike({held(platform::KeyName::escape, 0.5), held(platform::KeyName::escape, 0.6)});
  EXPECT_NE(hand->seat(), 0) << "held, it does not go on in the next person's place";
  strike({key(platform::KeyName::escape)});
  EXPECT_EQ(hand->seat(), 0);
}

TEST_F(AKeyboard, WritesOneCharacterForADeadKeyAndItsLetter) {
  open_seat();
  strike({key(platform::KeyName::other), key(platform::KeyName::other), platform::Typed{U'ê'}});
  EXPECT_EQ(draft(), "ê");
}

TEST_F(AKeyboard, GoesToTheNextThingWithTabAndPushesItWithEnter) {
  open_seat();
  strike(typed(U"a bell"));
  const auto place = offscreen->wall().seats().control(hand->seat(), "place");
  ASSERT_TRUE(place);
  constexpr int more_than_there_are = 40;
  for (int i = 0; i < more_than_there_are && offscreen->wall().seats().at_keys(hand->seat()) != place; ++i)
    strike({key(platform::KeyName::tab)});
  strike({key(platform::KeyName::enter)});
  EXPECT_EQ(cards(), std::vector<std::string>{"a bell"});
}

TEST_F(AKeyboard, GoesBackToTheWordsAfterTheLastThing) {
  open_seat();
  int things = 0;
  do {
    strike({key(platform::KeyName::tab)});
    ++things;
  } while (offscreen->wall().seats().at_keys(hand->seat()) && things < 100);
  EXPECT_GT(things, 2);
  EXPECT_LT(things, 100);
  strike(typed(U"a b"));
  EXPECT_EQ(draft(), "a b");
  strike({platform::KeyPress{.key = platform::KeyName::tab, .shift = true}});
  EXPECT_EQ(offscreen->wall().seats().at_keys(hand->seat()), offscreen->wall().seats().control(hand->seat(), "leave"));
}

TEST_F(AKeyboard, SelectsAllWithTheKeyThatSaysA) {
  open_seat();
  Strokes strokes = typed(U"abc");
  strokes.emplace_back(platform::KeyPress{.letter = 'a', .control = true});
  strokes += typed(U"z");
  strike(strokes);
  EXPECT_EQ(draft(), "z");
}

TEST_F(AKeyboard, TakesTheRoomOneStepOnWhileTheKeyIsHeld) {
  open("both-sides-of-the-line", "name");
  const std::string before = session->phase().id;
  platform::KeyPress down = key(platform::KeyName::page_down);
  down.time_s = 1;
  strike({down});
  const std::string next = session->phase().id;
  EXPECT_NE(next, before);
  for (int i = 0; i < 20; ++i) strike({held(platform::KeyName::page_down, 1.5 + 0.05 * i)});
  EXPECT_EQ(session->phase().id, next);
}

TEST_F(AKeyboard, MeansOneStepTogetherWithWhateverElseAHostPressesAtTheSameMoment) {
  open("both-sides-of-the-line", "name");
  const std::size_t before = session->phase_number();
  PluggedKeyboard clicker;
  platform::KeyPress down = key(platform::KeyName::page_down);
  down.time_s = 1;
  strike({down});
  down.time_s = 1.4;
  const Strokes second{down};
  (void)clicker.take(second, offscreen->wall());
  offscreen->wall().host({HostKey::next_phase, 1.6});
  EXPECT_EQ(session->phase_number(), before + 1);
  offscreen->wall().host({HostKey::next_phase, 2.4});
  EXPECT_EQ(session->phase_number(), before + 2);
}

TEST_F(AKeyboard, DoesForTheHostWhatItsRoomsFileSays) {
  open("both-sides-of-the-line", "name");
  const std::size_t before = session->phase_number();
  KeyMap& keys = offscreen->wall().room_keys().map;
  keys.give({.code = 172}, HostKey::next_phase);
  keys.give({.key = platform::KeyName::space}, HostKey::pause);
  keys.give({.key = platform::KeyName::page_up}, std::nullopt);
  strike({platform::KeyPress{.code = 172, .time_s = 10}});
  EXPECT_EQ(session->phase_number(), before + 1);
  strike({platform::KeyPress{.key = platform::KeyName::page_up, .time_s = 20}});
  EXPECT_EQ(session->phase_number(), before + 1) << "it does nothing here";
  strike({platform::KeyPress{.key = platform::KeyName::space, .prints = true, .time_s = 30}});
  EXPECT_TRUE(session->convening().paused.value);
}

TEST_F(AKeyboard, WritesWhileSomebodyWritesWhateverItsKeysDoForTheHost) {
  open_seat();
  const std::size_t before = session->phase_number();
  KeyMap& keys = offscreen->wall().room_keys().map;
  keys.give({.key = platform::KeyName::space}, HostKey::next_phase);
  keys.give({.key = platform::KeyName::right}, HostKey::next_phase);
  Strokes strokes = typed(U"a");
  strokes.emplace_back(platform::KeyPress{.key = platform::KeyName::space, .prints = true, .time_s = 10});
  strokes += typed(U" ");
  strokes.emplace_back(platform::KeyPress{.key = platform::KeyName::right, .time_s = 20});
  strike(strokes);
  EXPECT_EQ(draft(), "a ");
  EXPECT_EQ(session->phase_number(), before);
  strike({platform::KeyPress{.key = platform::KeyName::page_down, .time_s = 30}});
  EXPECT_EQ(session->phase_number(), before + 1) << "a clicker's key writes nothing";
}

TEST_F(AKeyboard, ReachesNothingOfTheRoomWhileTheHostTriesItsKeys) {
  open("both-sides-of-the-line", "name");
  const std::size_t before = session->phase_number();
  std::size_t tried = 0;
  offscreen->wall().room_keys().tries = [&](const platform::KeyPress&) { return ++tried > 0; };
  strike({platform::KeyPress{.key = platform::KeyName::page_down, .time_s = 10},
          platform::KeyPress{.key = platform::KeyName::f8, .time_s = 20}, platform::KeyPress{.letter = 'b', .time_s = 30}});
  EXPECT_EQ(tried, 3U);
  EXPECT_EQ(session->phase_number(), before);
  EXPECT_FALSE(offscreen->wall().at_rest());
  offscreen->wall().room_keys().tries = {};
  strike({platform::KeyPress{.key = platform::KeyName::page_down, .time_s = 40}});
  EXPECT_EQ(session->phase_number(), before + 1);
}

// Whatever a console has a key for, a pedal may do as well, and both together mean it once.
TEST_F(AKeyboard, AndAConsoleMeanEveryActOnceTogether) {
  open("both-sides-of-the-line", "name");
  KeyMap& keys = offscreen->wall().room_keys().map;
  keys.give({.key = platform::KeyName::f3}, HostKey::more_time);
  const std::uint32_t before = session->phase_minutes();
  strike({platform::KeyPress{.key = platform::KeyName::f3, .time_s = 10}});
  offscreen->wall().host({HostKey::more_time, 10.5});
  EXPECT_EQ(session->phase_minutes(), before + 5);
  offscreen->wall().host({HostKey::undo, 20});
  offscreen->wall().host({HostKey::undo, 20.5});
  EXPECT_EQ(session->phase_minutes(), before);
  keys.give({.key = platform::KeyName::f4}, HostKey::freeze);
  strike({platform::KeyPress{.key = platform::KeyName::f4, .time_s = 30}});
  EXPECT_TRUE(session->convening().frozen.value);
}

TEST_F(AKeyboard, RestsTheRoomOnceAPress) {
  open("both-sides-of-the-line", "name");
  platform::KeyPress press = key(platform::KeyName::f8);
  press.time_s = 1;
  strike({press, held(platform::KeyName::f8, 1.5), held(platform::KeyName::f8, 1.6)});
  hand->frames(100);
  EXPECT_EQ(offscreen->wall().atmosphere().blank, 1);
}

TEST_F(AKeyboard, LeavesTheProgramWithTheKeyThatSaysQ) {
  open_seat();
  EXPECT_TRUE(strike({platform::KeyPress{.letter = 'q'}, platform::KeyPress{.letter = 'q', .control = true}}));
  EXPECT_TRUE(strike({platform::KeyPress{.letter = 'a', .control = true, .shift = true}}));
  EXPECT_FALSE(strike({platform::KeyPress{.letter = 'q', .control = true, .shift = true}}));
}

}  // namespace
}  // namespace greenline::interact
