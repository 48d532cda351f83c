// How finely words are drawn.
#include "scene/focus.h"

#include <algorithm>
#include <cmath>

namespace greenline::scene {
namespace {

// Words that are seen this much larger or smaller than they were drawn look soft; those drawn a third of an octave apart never
// are, and looking nearer and farther again draws no letter twice.
constexpr float soft = 1.2F, steps_an_octave = 3;
constexpr float steady = 1.02F, steady_for_s = 0.08F;  // the hand has found how near it wants to be

float step_near(float zoom) { return std::exp2(std::round(std::log2(zoom) * steps_an_octave) / steps_an_octave); }

bool apart(float a, float b, float factor) { return std::max(a, b) > std::min(a, b) * factor; }

}  // namespace

void Focus::sharpen(float zoom) {
  rests_ = true;
  looked_through_ = false;
  detail_ = steady_zoom_ = zoom;
}

void Focus::follow(float zoom, float seconds) {
  if (rests_) return;
  steady_s_ += seconds;
  if (apart(zoom, steady_zoom_, steady)) {
    steady_zoom_ = zoom;
    steady_s_ = 0;
  }
  if (steady_s_ >= steady_for_s) {
    detail_ = steady_zoom_;
  } else if (apart(zoom, detail_, soft)) {
    detail_ = step_near(zoom);
  }
}

}  // namespace greenline::scene
