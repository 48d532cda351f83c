// The last frame that was drawn, made small: for whoever shows a wall among others.
#pragma once
#include "content/small_picture.h"
#include "render/renderer.h"

namespace greenline::render {

// Of that size, pixels, neither larger than the frame. With OpenGL the renderer's context must be current; it waits for the
// driver then. Empty where nothing was drawn yet, or there is no memory. Cost: O(pixels of the frame).
[[nodiscard]] content::SmallPicture small_frame(const Renderer&, int width, int height);

}  // namespace greenline::render
