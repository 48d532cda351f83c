// Whether a draft is one that a file may hold, and if not, why.
#pragma once
#include <optional>
#include <string>

#include "ui/draft.h"

namespace greenline::drafts {

struct DraftMistake {
  std::string pointer;  // JSON Pointer within the draft's line
  std::string found, expected;
};
// The first thing that is beyond the limits of model/values.h, not UTF-8, or not a number. O(words and ink).
[[nodiscard]] std::optional<DraftMistake> mistake_in(const ui::Draft&);

}  // namespace greenline::drafts
