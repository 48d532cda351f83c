// How people are together in a phase, in the words that its modes have of themselves.
#pragma once
#include <string>
#include <string_view>

#include "content/activity.h"
#include "content/strings.h"

namespace greenline::content {

// "in pairs, then at the wall, a few at a time". A phase may have words of its own for it: `mode_words`.
[[nodiscard]] std::string mode_line(const Phase&, const Strings&, std::string_view language);

}  // namespace greenline::content
