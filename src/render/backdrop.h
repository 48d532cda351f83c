// The backdrop: ground, green line, membranes, labels. Painted when the stage changes; its edges again when they drift.
#pragma once
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "render/backdrop_list.h"
#include "render/backing.h"
#include "render/gl.h"
#include "render/membrane_texture.h"
#include "render/submitter.h"

namespace greenline::render {

class BackdropPainter {
 public:
  // The error is a sentence, and what was is kept.
  [[nodiscard]] tl::expected<void, std::string> resize(int width, int height);
  using Seen = BackdropSeen;
  // Everything, into `onto`. Softly: ground, line and membranes are taken from a picture of the whole wall and scaled, which a
  // software rasteriser does many times as fast; edges and words are as sharp as ever.
  void paint(Submitter&, DrawList&, const Ink&, const Seen&, bool softly, const gl::Surface& onto);
  void forget() { whole_of_ = 0; }  // the picture of the whole wall is no longer right
  // Only what drifts. The rectangles of `onto` that are new; they live until the next call.
  std::span<const PixelRect> breathe(Submitter&, DrawList&, const Ink&, const Seen&, const gl::Surface& onto);

 private:
  void paint_in(Submitter&, DrawList&, const Ink&, const Seen&, const gl::Surface& onto, std::span<const PixelRect> rects);
  void paint_still(Submitter&, DrawList&, const Ink&, const Seen&, const gl::Surface& onto);
  [[nodiscard]] bool has_whole();  // somewhere for the picture of the whole wall
  void scale_still(Submitter&, DrawList&, const Ink&, const Seen&);
  void paint_ground(Submitter&, const Ink&, const Seen&);
  Membranes membranes_;
  Backing backing_;
  gl::Texture backing_texture_;
  std::uint64_t backing_number_ = 0;  // of the texture
  MembraneTexture fields_;
  gl::Surface still_;           // all but the edges and labels
  gl::Surface whole_;           // the same of the whole wall; made when somebody first zooms softly
  std::uint64_t whole_of_ = 0;  // the backdrop's generation; 0: of none
  std::vector<PixelRect> rects_;
};

// Copies rectangles from one surface to the same place in another.
void copy_rects(const gl::Surface& from, const gl::Surface& to, std::span<const PixelRect>);
// Drawing is kept to this rectangle.
void scissor(const PixelRect&);

}  // namespace greenline::render
