// A canvas as a small picture: its regions as an activity lays them out.
#pragma once
#include <memory>

#include "content/load.h"
#include "ui/canvas_map.h"

namespace greenline::ui {

// The layout for a screen of this shape, width by height.
[[nodiscard]] std::shared_ptr<const CanvasMap> picture_of(const content::Pack&, float aspect);

}  // namespace greenline::ui
