// Pills without OpenGL, as shaders/pill.frag draws them.
#pragma once
#include "render/instances.h"
#include "render/sheet.h"

namespace greenline::render {

// What of it lies on the sheet.
void draw_pill(const Sheet&, const PillInstance&);

}  // namespace greenline::render
