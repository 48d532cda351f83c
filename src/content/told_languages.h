// In which languages an activity can be had, and what of each is missing: "French: all; Wolof: 3 prompts missing, shown in
// French".
#pragma once
#include <string>
#include <vector>

#include "content/activity.h"

namespace greenline::content {

struct ToldLanguage {
  std::string tag;
  int prompts_missing = 0;  // of the questions that stand on the wall: of phases, regions and threads
  int others_missing = 0;   // of all other texts that a room sees
  std::string shown_in;     // where nothing is missing it is empty
  friend bool operator==(const ToldLanguage&, const ToldLanguage&) = default;
};

// `as_written`: as parse_activity gives it, before what is missing is filled in. In the order that the activity offers them.
[[nodiscard]] std::vector<ToldLanguage> told_languages(const Activity& as_written);

// A language's name in another: "wolof" for "wo" in "fr". The tag itself where nobody knows.
[[nodiscard]] std::string language_in_words(const std::string& tag, const std::string& in_language);

}  // namespace greenline::content
