// What a key is called, by people and by the program.
#include "platform/key_chord.h"

#include <gtest/gtest.h>

namespace greenline::platform {
namespace {

TEST(KeyChord, IsReadAsPeopleWriteIt) {
  const KeyChord page_down{.key = KeyName::page_down};
  for (const char* name : {"Page Down", "page_down", "PGDN", " pagedown ", "Page-Down"})
    EXPECT_EQ(chord_from_text(name), page_down) << name;
  EXPECT_EQ(chord_from_text("ctrl + shift + F5"), (KeyChord{.key = KeyName::f5, .control = true, .shift = true}));
  EXPECT_EQ(chord_from_text("b"), (KeyChord{.letter = 'b'}));
  EXPECT_EQ(chord_from_text("key 172"), (KeyChord{.code = 172}));
  for (const char* none : {"", "Pag Down", "key", "key 3", "key 999", "key 12x", "F13", "Shift+"})
    EXPECT_FALSE(chord_from_text(none)) << none;
}

TEST(KeyChord, IsReadBackAsItIsCalled) {
  for (const std::string& name : key_names()) {
    const auto chord = chord_from_text(name);
    ASSERT_TRUE(chord) << name;
    EXPECT_EQ(to_text(*chord), name);
  }
  for (const KeyChord& chord : {KeyChord{.letter = 'q', .control = true, .shift = true}, KeyChord{.code = 200, .alt = true}})
    EXPECT_EQ(chord_from_text(to_text(chord)), chord) << to_text(chord);
}

TEST(KeyChord, OfAPressIsItsNameThenItsLetterThenItsNumber) {
  EXPECT_EQ(chord_of({.key = KeyName::f5, .code = 71}), (KeyChord{.key = KeyName::f5}));
  EXPECT_EQ(chord_of({.letter = 'b', .code = 56}), (KeyChord{.letter = 'b'}));
  EXPECT_EQ(chord_of({.code = 172}), (KeyChord{.code = 172}));
}

}  // namespace
}  // namespace greenline::platform
