// What is told by a shape rather than by words, against what it lies on (WCAG 2.2, 1.4.11: 3:1).
#pragma once
#include <map>
#include <string>

#include "legible/situations.h"

namespace greenline::legible {

// The contrast that each has on this wall at nine of ten places or more: where lines cross each other they cannot stand out.
[[nodiscard]] std::map<std::string, float> shapes_on(Room&);
// Of those that lie in seats: the same whatever the wall is.
[[nodiscard]] std::map<std::string, float> shapes_in_seats(const content::Palette&);

}  // namespace greenline::legible
