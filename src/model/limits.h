// Are these values ones that a convening keeps? Stricter than any decoder, so that all that was written down can be read back.
#pragma once
#include <cstddef>
#include <string_view>

#include "model/values.h"

namespace greenline::model {

// Well-formed UTF-8 (Unicode 15, table 3-7): nothing overlong, no surrogates, nothing cut off.
[[nodiscard]] bool is_text(std::string_view bytes);

// Numbers that are numbers, and a region's id that is a text of a bearable length.
[[nodiscard]] bool sound(const Place&);

// Words that show something (model/blank.h), or ink with at least one point; nothing in it that is not text or not anywhere.
[[nodiscard]] bool something_said(const Saying&);

// Within the limits of values.h.
[[nodiscard]] bool within_limits(const Saying&);

}  // namespace greenline::model
