// Draws seats: ImGui's triangles, through ImGui's own OpenGL backend, kept to the rectangles that are new.
#pragma once
#include <span>
#include <vector>

#include "render/gl.h"
#include "render/rects.h"
#include "render/renderer.h"

struct ImGuiContext;

namespace greenline::render {

class Overlays {
 public:
  void begin();  // on the current ImGui context
  void end();
  // Adds what changed since the last frame; and whole overlays that something else changed beneath.
  void look(std::span<const Overlay>, Rects& changed);
  // Into the bound framebuffer, within these rectangles only.
  void draw(std::span<const Overlay>, std::span<const PixelRect> rects, float width, float height);

 private:
  ImGuiContext* context_ = nullptr;  // not owned; the one whose backend this began
  std::vector<PixelRect> before_;
};

}  // namespace greenline::render
