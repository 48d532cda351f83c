// How small words in a seat may become.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "ui/surroundings.h"

namespace greenline::ui {

// Of these ems (pixels, descending) those that somebody at the glass can read; the largest in any case, and never less than can
// be drawn readably. What does not fit in the smallest is scrolled.
[[nodiscard]] std::vector<float> readable(std::span<const float> sizes_px, const Setting&);

// The largest of the sizes at which words fit into style.width_px by `height`, the smallest when none does. A word that is
// wider than a line is broken rather than made small.
[[nodiscard]] float breaking_fit(std::string_view words, text::Engine&, text::Style, float height,
                                 std::span<const float> sizes_px);

}  // namespace greenline::ui
