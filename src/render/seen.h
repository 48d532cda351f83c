// Instances as a camera sees them: everything with a place or a length is moved and scaled, on the way into the draw list.
// Nothing is enlarged after it was drawn, so edges stay as sharp as they were.
#pragma once
#include <cmath>

#include "render/instances.h"

namespace greenline::render {

using model::Camera;

[[nodiscard]] inline MembraneInstance seen(MembraneInstance i, const Camera& camera) {
  i.centre = camera(i.centre);
  for (float* length : {&i.half_width, &i.half_height, &i.halo, &i.rim, &i.body_half_height, &i.field_px})
    *length *= camera.zoom;
  return i;
}

[[nodiscard]] inline StripVertex seen(StripVertex v, const Camera& camera) {
  v.at = camera(v.at);
  for (float* length : {&v.across, &v.along, &v.half_core, &v.glow, &v.dash_period, &v.dash}) *length *= camera.zoom;
  return v;
}

[[nodiscard]] inline HazeInstance seen(HazeInstance i, const Camera& camera) {
  i.centre = camera(i.centre);
  i.radius_x *= camera.zoom;
  i.radius_y *= camera.zoom;
  for (PixelRect& words : i.words)
    if (!words.empty()) words = camera(words);
  return i;
}

[[nodiscard]] inline RibbonInstance seen(RibbonInstance i, const Camera& camera) {
  for (PixelPoint* point : {&i.a, &i.b, &i.c, &i.d}) *point = camera(*point);
  i.half_core *= camera.zoom;
  i.glow *= camera.zoom;
  return i;
}

[[nodiscard]] inline PillInstance seen(PillInstance i, const Camera& camera) {
  i.rect = camera(i.rect);
  i.radius *= camera.zoom;
  i.edge_px *= camera.zoom;
  return i;
}

[[nodiscard]] inline LeafInstance seen(LeafInstance i, const Camera& camera) {
  i.centre = camera(i.centre);
  i.half_width *= camera.zoom;
  i.half_height *= camera.zoom;  // its edge is as wide near as far
  return i;
}

[[nodiscard]] inline CardInstance seen(CardInstance i, const Camera& camera) {
  i.centre = camera(i.centre);
  for (float* length : {&i.half_width, &i.half_height, &i.reach}) *length *= camera.zoom;
  return i;
}

[[nodiscard]] inline CapsuleInstance seen(CapsuleInstance i, const Camera& camera) {
  i.from = camera(i.from);
  i.to = camera(i.to);
  i.from_radius *= camera.zoom;
  i.to_radius *= camera.zoom;
  return i;
}

[[nodiscard]] inline GlyphInstance seen(GlyphInstance i, const Camera& camera) {
  i.pivot = camera(i.pivot);
  i.cos_scaled *= camera.zoom;
  i.sin_scaled *= camera.zoom;
  // Upright and a texel a pixel: sharp, if it stands on whole pixels.
  if (i.sin_scaled == 0 && std::abs(i.cos_scaled - 1) < 1e-3F) {
    i.pivot = {std::round(i.pivot.x), std::round(i.pivot.y)};
    i.cos_scaled = 1;
  }
  return i;
}

}  // namespace greenline::render
