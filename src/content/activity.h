// An activity: what a convening does, phase by phase, as data.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/local_text.h"
#include "model/decide.h"

namespace greenline::content {

enum class Mode { quiet, pair, four, table, wall, look, circle };

struct Phase {
  std::string id;
  LocalText title;
  LocalText prompt;
  std::vector<Mode> modes;  // in the order they follow: "table" then "wall"
  LocalText mode_words;     // "on your own, quietly": overrides the words that the modes have of themselves
  int minutes = 0;          // told to the room as light, in digits to the host alone
  LocalText host_note;      // for whoever hosts: the console shows it, no wall ever does; may be empty
  std::map<std::string, LocalText> region_prompts;  // region id to its own question in this phase
  LocalText thread_prompt;                          // the question when somebody draws a thread; may be empty
  std::vector<LocalText> thread_words;              // words offered for a thread: "rests on"; may be empty
  bool hides_names = false;  // the regions' names and help are not told yet; what it asks of a region stands in their place
  bool hides_reflections = false;  // where cards are reflected, they are not yet
  model::Rules rules;              // protected regions are added from the canvas when the pack is loaded
};

struct Harvest {
  LocalText what, how, why;
  bool keep = true;  // the default; the group decides
  bool keep_markers = false;
};

// Whole sentences of an earlier harvest that lie in a region when it begins (harvest/carry.h).
struct Carries {
  std::string into;  // the region's id
  int at_most = 24;  // so many of them
};

// Language to those whose words are shown in the place of one that is missing, in this order; after them, `languages` in
// theirs.
using Fallback = std::map<std::string, std::vector<std::string>, std::less<>>;

struct Activity {
  std::string id;
  std::string canvas;
  std::string layout;  // the layout's name
  std::optional<Carries> carries;
  bool outer_ring = false;  // show the canvas's optional regions
  LocalText title;
  std::vector<std::string> credits;
  int people_min = 0, people_max = 0;
  Harvest harvest;
  std::vector<std::string> languages;     // offered, the first is the default
  Fallback fallback;                      // where a text is missing in one of them
  std::string picture;                    // of the pack, for the shelf: "pictures/arrivals.png"; may be empty
  std::vector<std::string> side_by_side;  // two of them, shown together on labels and prompts; or none
  std::vector<std::string> keyboards;     // offered where people write, in this order; empty: those of `languages`
  std::vector<Phase> phases;              // at least one
};

[[nodiscard]] const Phase* find_phase(const Activity&, std::string_view id);

}  // namespace greenline::content
