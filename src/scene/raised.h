// Where raised leaves stand around a finger: clear of it, of each other and of a seat, inside the screen.
#pragma once
#include <optional>
#include <span>

#include "scene/on_screen.h"

namespace greenline::scene {

// The nearest such centre to `own`; nothing when there is none.
[[nodiscard]] std::optional<PixelPoint> raised_place(PixelPoint own, HalfSize, PixelPoint finger, float finger_radius,
                                                     std::span<const PixelRect> taken, const PixelRect& screen);

}  // namespace greenline::scene
