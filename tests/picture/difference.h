// How different two pictures look: CIE76 distance in CIELAB after a small blur, so that anti-aliased edges that a driver draws
// a little differently do not count, and a moved card or a missing word does.
#pragma once
#include <string>

#include "render/png.h"

namespace greenline::picture {

struct Difference {
  double worst = 0;          // the largest ΔE of any pixel
  double share_visible = 0;  // of pixels with ΔE > 6: what a person notices side by side
  bool same_size = true;
};
[[nodiscard]] Difference difference(const render::Picture& a, const render::Picture& b);

// The second picture with what differs marked in red, beside nothing else: to look at.
[[nodiscard]] render::Picture marked_difference(const render::Picture& a, const render::Picture& b);

}  // namespace greenline::picture
