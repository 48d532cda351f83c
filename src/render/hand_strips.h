// Lit lines along a path without OpenGL, as shaders/strip.frag draws them, and ribbons that grow thin as shaders/ribbon.frag
// does.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "render/instances.h"
#include "render/sheet.h"

namespace greenline::render {

// A strip of triangles: each vertex with the two before it.
void draw_strip(const Sheet&, std::span<const StripVertex>, std::vector<std::uint32_t>& row);

// A curve whose width goes as its taper says, in so many straight pieces. `light`: the colour of what lies along its core.
void draw_tapered(const Sheet&, const RibbonInstance&, std::uint32_t segments, Rgba8 light, std::vector<std::uint32_t>& row);

}  // namespace greenline::render
