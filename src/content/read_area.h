// Reads the shape of a region: any that geometry/forms.h knows.
#pragma once
#include <optional>

#include "content/reader.h"
#include "geometry/area.h"

namespace greenline::content {

inline constexpr float farthest = 8;  // canvas units: a layout is at most eight times as long as it is wide

// Two numbers, canvas units.
[[nodiscard]] std::optional<geometry::Point> read_point(const Value&);

struct Shaped {
  geometry::Area area;
  Value value;  // where it is written
};
// The one key of `object` that names a shape. Nothing after it has reported what is wrong.
[[nodiscard]] std::optional<Shaped> read_area(Object& object, const geometry::Box& layout);

}  // namespace greenline::content
