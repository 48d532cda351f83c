// Soft light and ink without OpenGL: membranes, haze and strokes, as shaders/membrane.frag, haze.frag and capsule.frag draw
// them.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "render/instances.h"
#include "render/sheet.h"

namespace greenline::render {

using Row = std::vector<std::uint32_t>;  // for one row of pixels, kept from call to call

// `field`: MembraneField::side squared distances, as baked.
void draw_membrane(const Sheet&, const MembraneInstance&, std::span<const float> field, Row&);
// `glow`: the palette's. `backdrop`: as large as the whole picture; where it has no pixels, black lies behind.
void draw_haze(const Sheet&, const HazeInstance&, float glow, const PixelMemory& backdrop, Row&);
void draw_capsule(const Sheet&, const CapsuleInstance&, Row&);

}  // namespace greenline::render
