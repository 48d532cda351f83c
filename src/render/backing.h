// The picture under a canvas's regions: quiet, so that words over it are read as they are over plain ground, and soft at its
// sides; or as it is, where regions are drawn on it. Decoded once for a picture, a palette and a size of screen.
#pragma once
#include <cstdint>
#include <memory>

#include "content/canvas_picture.h"
#include "content/palette.h"
#include "render/own_picture.h"
#include "scene/views.h"

namespace greenline::render {

struct QuietAs {
  bool as_it_is = false;  // not quiet at all
  bool on_light = false;
  float covers = 0;    // 0..1, of the ground
  int most_width = 0;  // pixels: a larger picture is made smaller
  friend bool operator==(const QuietAs&, const QuietAs&) = default;
};

class Backing {
 public:
  // False: there is none to draw; also where the file's pixels cannot be read, or there is no memory for them.
  bool follow(const scene::Backdrop&, const content::Palette&);
  // Premultiplied, as strong as it is drawn.
  [[nodiscard]] const PixelMemory& picture() const { return picture_.memory(); }
  [[nodiscard]] std::uint64_t number() const { return number_; }  // another one: another picture
  // Over what is there, all of it at `where`, without OpenGL. Nothing where there is no memory.
  void lay(const PixelMemory& onto, const model::PixelRect& where) const;

 private:
  std::shared_ptr<const content::CanvasPicture> of_;
  QuietAs as_;
  std::uint64_t number_ = 0;
  OwnPicture picture_;
};

}  // namespace greenline::render
