// Draws seats: ImGui's triangles, through ImGui's own OpenGL backend, kept to the rectangles that are new.
#pragma once
#include <span>
#include <vector>

#include "render/gl.h"
#include "render/rects.h"
#include "render/renderer.h"

namespace greenline::render {

class Overlays {
 public:
  // Adds what changed since the last frame; and whole overlays that something else changed beneath.
  void look(std::span<const Overlay>, Rects& changed);
  // Into the bound framebuffer, within these rectangles only; by the backend of the current ImGui context, begun if it has
  // none.
  void draw(std::span<const Overlay>, std::span<const PixelRect> rects, float width, float height);

 private:
  std::vector<PixelRect> before_;
};

}  // namespace greenline::render
