// Seats without OpenGL: Dear ImGui's triangles, as its OpenGL backend draws them.
#pragma once
#include <cstdint>
#include <span>

#include "render/renderer.h"
#include "render/sheet.h"
#include "text/text.h"

namespace greenline::render {

// The names by which the triangles of seats refer to the texts' atlases.
inline constexpr std::uint32_t letters_by_hand = 1, pictures_by_hand = 2;

// Over what is there, within `rect` (whole pixels) of the picture. Takes note of the textures that ImGui makes and drops.
void draw_overlays_by_hand(std::span<const Overlay>, const text::AtlasImage& letters, const text::AtlasImage& pictures,
                           const PixelMemory&, const PixelRect& rect);

}  // namespace greenline::render
