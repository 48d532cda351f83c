// Every shape that a region may have: how a canvas file writes it, and what is made of that.
//
// A new shape is a file in forms/, its row here, and its lines in content/schema/canvas.schema.json, docs/packs.md and
// docs/canvas-cookbook.md; its example is what the properties of areas are tested on.
#pragma once
#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geometry/area.h"

namespace greenline::geometry {

// One key of a shape's object.
struct Field {
  enum class Kind {
    point,    // two numbers
    points,   // a list of points
    radii,    // one positive number, or one across and one upward
    length,   // one positive number
    degrees,  // one number from `least` to `most`
  };
  std::string_view key;
  Kind kind;
  std::string_view expected;  // in a complaint
  bool needed = true;
  float otherwise = 0;  // of a length or of degrees that are not needed
  float least = 0, most = 0;
};

// Numbers by field, canvas units and degrees; of `points` x and y in turn.
using Given = std::vector<std::vector<float>>;

struct Fault {
  std::size_t field;
  std::string_view expected;
};

struct FormKind {
  std::string_view key;    // "ring"
  std::string_view holds;  // what its object holds, in a complaint
  std::span<const Field> fields;
  std::vector<Fault> (*faults)(const Given&);     // of numbers that are each right by themselves
  Area (*make)(const Given&, const Box& layout);  // of what has no faults; all of it within the layout
  std::vector<std::vector<float>> example;        // sound
};

const FormKind& ellipse_kind();
const FormKind& ring_kind();
const FormKind& polygon_kind();
const FormKind& half_plane_kind();
const FormKind& band_kind();
const FormKind& rounded_kind();
using FormKindOf = const FormKind& (*)();
inline constexpr std::array<FormKindOf, 6> form_kinds = {ellipse_kind,    ring_kind, polygon_kind,
                                                         half_plane_kind, band_kind, rounded_kind};

[[nodiscard]] std::shared_ptr<const Form> ellipse(Point centre, float radius_x, float radius_y);
// The ground between two ellipses with one centre; less than a whole turn: a slice of it, anticlockwise from the right, at
// angles as seen. An inner radius of 0: there is no hole.
struct Slice {
  Point centre;
  float inner_x = 0, inner_y = 0, outer_x = 0, outer_y = 0;
  float from_degrees = 0, to_degrees = 360;
};
[[nodiscard]] std::shared_ptr<const Form> ring(const Slice&);
// A box whose corners are bent at this radius.
[[nodiscard]] std::shared_ptr<const Form> rounded(Point centre, Half, float rounding);
// Anticlockwise or clockwise, at least three corners, no side over another. `rounding`: how far from a corner its bend begins,
// at most half of a side.
[[nodiscard]] std::shared_ptr<const Form> polygon(const std::vector<Point>& corners, float rounding);

}  // namespace greenline::geometry
