// Letters without OpenGL, as shaders/glyph.* draw them.
#pragma once
#include "render/instances.h"
#include "render/sheet.h"
#include "text/text.h"

namespace greenline::render {

// What of it lies on the sheet.
void draw_letter(const Sheet&, const text::AtlasImage&, const GlyphInstance&);

// The same of a picture, whose colours are its own.
void draw_picture(const Sheet&, const text::AtlasImage& pictures, const GlyphInstance&);

}  // namespace greenline::render
