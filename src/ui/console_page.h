// What a host's console shows: plain words, ready to be read. Whoever knows convenings writes it; the screen knows none.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace greenline::ui {

struct ConsoleKey {
  std::string key;    // the same as long as it does the same
  std::string label;  // what it does, with where that leads: "Next: In pairs"
  bool accent = false;
  bool possible = true;   // else it is there and quiet, and answers to nothing
  char letter = 0;        // on a keyboard, shown on it; 0: none
  std::string hint = {};  // what it does, in a sentence, for whoever rests on it; may be empty
  friend bool operator==(const ConsoleKey&, const ConsoleKey&) = default;
};

// A wall that is shown small among others.
struct SmallGlass {
  std::string role = {};     // whose picture it is
  std::string label = {};    // below it: "B  the touched wall"
  std::string instead = {};  // of its picture; empty: that is shown
  float aspect = 1.78F;      // width by height
  friend bool operator==(const SmallGlass&, const SmallGlass&) = default;
};

// A line of a list, with a sign before it.
struct ConsoleLine {
  enum class Sign : std::uint8_t { none, heading, well, to_do, untold } sign = Sign::none;
  std::string text;
  std::string to_do = {};  // below it; mostly empty
  friend bool operator==(const ConsoleLine&, const ConsoleLine&) = default;
};

struct ConsolePage {
  std::string activity;             // its title
  std::string where;                // "Phase 3 of 8"
  std::string phase;                // its title
  std::string prompt;               // as the wall shows it
  std::string note;                 // for the host alone; may be empty
  std::string card;                 // shown instead of prompt and note: what a card says, or what is listed; mostly empty
  std::string card_language;        // of `card`
  std::string coming;               // what the next phase asks, and for how long; may be empty
  std::string gone;                 // minutes and seconds of the phase so far: "4:12"
  std::string of;                   // of how many, or how much over
  bool over = false;                // more than was planned
  std::string ends;                 // when all of it will have ended; may be empty
  std::string fixed;                // the next time that never moves; may be empty
  bool late = false;                // what runs will run into that
  std::string counts;               // how many cards there are
  std::string amiss;                // what the host has to see to, a line each; mostly empty
  float glass_aspect = 1.6F;        // of the wall that it shows small: width by height
  std::vector<SmallGlass> glasses;  // every wall, in place of the one; mostly none
  std::vector<ConsoleLine> lines;   // a whole page of them instead of walls and what is asked; `card` heads it
  std::vector<ConsoleKey> keys;     // the first is the one that goes on; the others stand in rows below it
  friend bool operator==(const ConsolePage&, const ConsolePage&) = default;
};

}  // namespace greenline::ui
