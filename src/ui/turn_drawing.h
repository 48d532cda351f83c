// What was drawn upright, turned to where it lies on the screen.
#pragma once
#include "ui/pose.h"

struct ImDrawData;

namespace greenline::ui {

// `width` and `height`: the screen's, pixels.
void turn_drawing(ImDrawData&, const Pose&, float width, float height);

}  // namespace greenline::ui
