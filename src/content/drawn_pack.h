// What was drawn on a picture, as the files of a pack: sound, and ready to be changed.
#pragma once
#include <string>
#include <string_view>

#include "content/drawn_canvas.h"
#include "content/strings.h"

namespace greenline::content {

// What the files say beside what was drawn.
struct DrawnPack {
  std::string id;        // of the pack, its canvas and its activity
  std::string title;     // as people read it
  std::string language;  // that names are written in, a BCP 47 tag
  std::string picture;   // the picture's file in the pack
};

// The role of a palette in which a region is drawn, while it is made and on the wall.
[[nodiscard]] std::string_view colour_of(const DrawnRegion&);

// The canvas: each region as it lies on the picture, those that lie in another after it. The picture fills its layouts across;
// above it the question has a strip of its own, and there is as much ground below. On a tall screen both are higher. Every
// region must have a name, and there must be one.
[[nodiscard]] std::string canvas_from(const DrawnCanvas&, const DrawnPack&);
// An activity of one phase, in which all may name what belongs to each place.
[[nodiscard]] std::string activity_from(const DrawnPack&, const Strings&);
// pack.json; the picture is the one on the shelf, too.
[[nodiscard]] std::string manifest_from(const DrawnPack&, const Strings&);

}  // namespace greenline::content
