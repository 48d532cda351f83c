// The ground and the light along the lower edge without OpenGL, as shaders/ground.frag and shaders/dusk.frag draw them.
#pragma once
#include <cstdint>
#include <vector>

#include "content/palette.h"
#include "render/over.h"
#include "render/sheet.h"

namespace greenline::render {

// All of the sheet, opaque. `line_y`: where the line is, pixels; the picture is `width` by `height`.
void draw_ground(const Sheet&, const content::Palette&, float line_y, float width, float height);

// What of the light reaches into the sheet.
void draw_dusk(const Sheet&, const content::Palette&, const Dusk&, float width, std::vector<std::uint32_t>& row);

}  // namespace greenline::render
