// Which key does what in this room: the file that people write, and what is told of their mistakes.
#include "app/kept_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/paths.h"

namespace greenline::app {
namespace {

using interact::HostKey;
using platform::KeyName;
using platform::KeyPress;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::optional<HostKey> does(const interact::KeyMap& map, const KeyPress& pressed) {
  const auto* entry = map.find(pressed);
  return entry == nullptr ? std::nullopt : entry->act;
}

TEST(KeptKeys, AreTheUsualOnesWhereNobodySaidAnything) {
  const KeptKeys kept = keys_from_text("# nothing yet\n\n");
  EXPECT_EQ(kept.map, interact::KeyMap::usual());
  EXPECT_THAT(kept.troubles, IsEmpty());
}

TEST(KeptKeys, GiveAnActItsOwnKeysAndLeaveTheOthersTheirs) {
  const KeptKeys kept = keys_from_text("next: Right, key 172, shift+f5\nread-next : space # the pedal\n");
  EXPECT_THAT(kept.troubles, IsEmpty());
  EXPECT_EQ(does(kept.map, {.key = KeyName::right}), HostKey::next_phase);
  EXPECT_EQ(does(kept.map, {.code = 172}), HostKey::next_phase);
  EXPECT_EQ(does(kept.map, {.key = KeyName::f5, .shift = true}), HostKey::next_phase);
  EXPECT_EQ(does(kept.map, {.key = KeyName::f5}), std::nullopt);
  EXPECT_EQ(does(kept.map, {.key = KeyName::space, .prints = true}), HostKey::read_next);
  EXPECT_EQ(does(kept.map, {.key = KeyName::page_down}), std::nullopt) << "the line names all keys of its act";
  EXPECT_EQ(does(kept.map, {.key = KeyName::page_up}), HostKey::previous_phase);
}

TEST(KeptKeys, TakeAUsualKeyForAnotherActOrForNothing) {
  const KeptKeys kept = keys_from_text("hold: Page Down\nnothing: F9\n");
  EXPECT_EQ(does(kept.map, {.key = KeyName::page_down}), HostKey::hold);
  EXPECT_EQ(does(kept.map, {.key = KeyName::f9}), std::nullopt);
}

TEST(KeptKeys, SayWhereAMistakeIsAndWhatToDo) {
  const auto strings = content::Strings::load(find_paths()->assets / "strings");
  ASSERT_TRUE(strings);
  const KeptKeys kept = keys_from_text("nxt: F5\nback: Pag Up\njust words\nhold: F6\nrest: F5\nreveal: f5\n");
  ASSERT_THAT(kept.troubles, SizeIs(5));
  const auto say = [&](std::size_t i) { return told(kept.troubles[i], *strings, "en"); };
  EXPECT_THAT(say(0), testing::AllOf(HasSubstr("line 1"), HasSubstr("nxt"), HasSubstr("“next”")));
  EXPECT_THAT(say(1), testing::AllOf(HasSubstr("line 2"), HasSubstr("Page Up")));
  EXPECT_THAT(say(2), HasSubstr("line 3"));
  EXPECT_THAT(say(3), testing::AllOf(HasSubstr("line 4"), HasSubstr("F6")));
  EXPECT_THAT(say(4), testing::AllOf(HasSubstr("line 6"), HasSubstr("line 5")));
  EXPECT_EQ(does(kept.map, {.key = KeyName::f5}), HostKey::blank) << "the rest of it holds";
  EXPECT_THAT(told({KeyTrouble::What::unknown_act, 1, "applaud", {}}, *strings, "en"), HasSubstr("read_before"))
      << "it lists what there is";
}

TEST(KeptKeys, AreReadBackAsTheyWereWritten) {
  interact::KeyMap map = interact::KeyMap::usual();
  map.give({.key = KeyName::f5, .shift = true}, HostKey::freeze);
  map.give({.key = KeyName::page_down}, HostKey::undo);
  map.give({.code = 172}, HostKey::next_phase);
  map.give({.key = KeyName::f9}, std::nullopt);
  const KeptKeys again = keys_from_text(to_text(map));
  EXPECT_THAT(again.troubles, IsEmpty()) << to_text(map);
  for (const interact::KeyMap::Entry& entry : map.entries) {
    const KeyPress pressed{.key = entry.key.key, .letter = entry.key.letter, .code = entry.key.code, .shift = entry.key.shift};
    ASSERT_NE(again.map.find(pressed), nullptr) << to_text(entry.key);
    EXPECT_EQ(again.map.find(pressed)->act, entry.act) << to_text(entry.key);
  }
  EXPECT_EQ(to_text(again.map), to_text(map));
}

TEST(KeptKeys, OfAFileThatCannotBeReadAreTheUsualOnesAndItIsSaid) {
  const auto folder = std::filesystem::temp_directory_path() / "greenline-kept-keys";
  std::filesystem::create_directories(folder);
  EXPECT_THAT(read_keys(folder / "none").troubles, IsEmpty());
  const KeptKeys kept = read_keys(folder);
  EXPECT_EQ(kept.map, interact::KeyMap::usual());
  EXPECT_THAT(kept.troubles, SizeIs(1));
  ASSERT_TRUE(keep_keys(folder / "keys", interact::KeyMap::usual()));
  EXPECT_EQ(read_keys(folder / "keys").map, interact::KeyMap::usual());
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace greenline::app
