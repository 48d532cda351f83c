// A layout in the part of the screen that seats leave: every region where it lies, in less room. Pure, canvas units.
#pragma once
#include <span>

#include "content/canvas.h"
#include "geometry/point.h"

namespace greenline::scene {

// Whether no seat stands as high as the prompt, neither under it nor beside it, where its second language may stand.
[[nodiscard]] bool leave_prompt_free(std::span<const geometry::Box> seats, const content::Layout&);

// `ground`: what is left. Shapes that can be stretched are squeezed each way as much as that way needs; where one cannot, all
// become smaller alike; the picture under them follows. The prompt stays where it is as long as it stands on that ground, as
// `prompt_is_free` of seats though that ground ends before it; else it is squeezed with the rest. No shores.
[[nodiscard]] content::Layout framed_layout(const content::Layout& whole, const geometry::Box& ground,
                                            bool prompt_is_free = false);

// All of a box but another one: the largest of what is left above, below or beside that.
[[nodiscard]] geometry::Box ground_beside(const geometry::Box& all, const geometry::Box& taken, float apart);

}  // namespace greenline::scene
