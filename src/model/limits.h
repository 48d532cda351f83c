// Are these values ones that a convening keeps? What is decided here is never stricter in a decoder, so that all that was
// written down can be read back.
#pragma once
#include <string_view>

#include "model/values.h"

namespace greenline::model {

// Numbers that are numbers, and a region's id of a bearable length.
[[nodiscard]] bool sound(const Place&);
[[nodiscard]] bool sound(const Stroke&);

// Words that are more than blanks, or ink with at least one point.
[[nodiscard]] bool something_said(const Saying&);

// Within the limits of values.h.
[[nodiscard]] bool within_limits(const Saying&);
[[nodiscard]] bool within_limits(std::string_view line);  // a word, a name, a line why, thanks: max_name_bytes

}  // namespace greenline::model
