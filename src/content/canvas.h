// A canvas: the regions people place things in, as data. Event staff can write one without touching C++.
//
// Shapes are in canvas units (the shorter side is 1, origin at the centre, y up). One region has one meaning in every layout of
// a canvas; layouts say where it stands on a wide or a tall screen.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/local_text.h"
#include "geometry/area.h"
#include "model/space.h"

namespace greenline::content {

struct CanvasPicture;  // content/canvas_picture.h

struct RegionStyle {
  std::string colour;         // a role of the palette: "structure", "practice", "outer" …
  bool permeable = false;     // a broken, moving edge
  bool lit = false;           // brighter throughout
  bool is_protected = false;  // a whole, doubled edge; what is made here is born veiled
};

// A region that is shut until others are filled (model::Opening).
struct OpensWhen {
  std::vector<std::string> in;  // other regions of the canvas, at least one
  int cards = 1;                // in each of them
  LocalText says;               // what is read there until then: "opens when the morning is filled"
};

struct Region {
  std::string id;
  LocalText label;   // "Structure"
  LocalText help;    // "what is fixed in place"
  LocalText prompt;  // the circle's own question; a phase may have a better one
  RegionStyle style;
  std::optional<OpensWhen> opens_when;
  bool optional = false;  // drawn only when the activity says `outer_ring`; a layout may leave it out
};

// The line of the backdrop; each layout says how high it lies.
struct GreenLine {
  LocalText above, below;  // "what we can point to" / "what carries it"
};

// Where one region stands in one layout.
struct PlacedRegion {
  std::string region;
  geometry::Area area;
  model::CanvasPoint label;  // centre of the name; help stands under it
};

struct Box {  // canvas units; y0 < y1, y up
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

struct Layout {
  std::string name;                   // "hexagon", "rows"
  float width = 1, height = 1;        // canvas units; the shorter is 1. The screen shows all of it, and ground beyond
  std::vector<PlacedRegion> regions;  // drawn in this order: a ring before what lies in it
  float line_y = 0;                   // the canvas's green line, if it has one
  Box prompt;                         // where the phase's prompt and mode stand
  bool prompt_centred = false;
  std::vector<Box> shores;  // free ground where a seat may dock
  Box picture;              // where the canvas's picture lies, all of it; empty: it is not shown
};

// Cards of the region `of` are reflected in the region `in`, where their twins are awaited.
struct Twins {
  std::string of, in;
};
// How cards settle, where it is not just where people put them.
struct Settling {
  bool by_threads = false;  // threads draw cards together
  std::vector<Twins> twins;
};

struct Canvas {
  std::string id;
  LocalText title;
  std::vector<Region> regions;
  std::optional<GreenLine> green_line;
  std::string picture_file;                      // in its pack: "pictures/village.jpg"; empty: none
  std::shared_ptr<const CanvasPicture> picture;  // under the regions; null: none, or not loaded
  bool faint_lines = false;                      // join every pair of regions' centres faintly (the six circles' fifteen lines)
  Settling settling;
  std::vector<Layout> layouts;  // of one name there may be several, for wide and tall screens
  std::vector<std::string> credits;
};

[[nodiscard]] const Region* find_region(const Canvas&, std::string_view id);
// The layout called `name` (or, if none is, any) whose shape is nearest to a screen of `width` by `height` pixels.
[[nodiscard]] const Layout& layout_for(const Canvas&, std::string_view name, float width, float height);
// Centre and half extents of a shape's bounding frame: what a LocalPoint is local to.
struct Extent {
  model::CanvasPoint centre;
  float half_width = 1, half_height = 1;
};
[[nodiscard]] Extent extent_of(const geometry::Area&);
[[nodiscard]] bool contains(const geometry::Area&, model::CanvasPoint);

}  // namespace greenline::content
