// Easing in time: critically damped springs and plain decays in closed form, so that a long step ends where many short ones do.
#pragma once
#include <algorithm>
#include <cmath>

#include "model/space.h"

namespace greenline::scene {

// One step of `seconds` for every spring that settles in `settle_s`; made once a frame, used for many.
// x(t) = (d + (v + w d) t) e^(-w t), the critically damped oscillator released at distance d with speed v.
struct SpringStep {
  float stays_d = 0, stays_v = 0;  // of the new distance: from the old distance, from the old speed
  float moves_d = 0, moves_v = 0;  // of the new speed
  static SpringStep of(float settle_s, float seconds) {
    const float w = 6.0F / settle_s;  // (1 + 6) e^-6: within 2 % after settle_s
    const float e = std::exp(-w * seconds);
    return {(1 + w * seconds) * e, seconds * e, -w * w * seconds * e, (1 - w * seconds) * e};
  }
  void operator()(float& value, float& speed, float target) const {
    const float d = value - target;
    const float v = speed;
    value = target + stays_d * d + stays_v * v;
    speed = moves_d * d + moves_v * v;
  }
};

// What is left of a distance after `seconds` when 98 % is gone after `settle_s`.
inline float left_after(float settle_s, float seconds) { return std::exp(-4.0F / settle_s * seconds); }

// Toward `to` at one per `whole_s`; true while not there.
inline bool go(float& value, float to, float whole_s, float seconds) {
  if (value == to) return false;
  const float step = seconds / whole_s;
  value = value < to ? std::min(to, value + step) : std::max(to, value - step);
  return value != to;
}

// What is so near and so slow is there.
inline constexpr float near_enough_px = 0.2F, slow_enough_px_s = 6;

inline constexpr float landing_s = 0.18F;
inline constexpr float neighbours_s = 0.4F;
// Who has far to go goes no faster than an eye follows: a canvas unit a second, at the fastest. A spring released at distance d
// is fastest after 1 / w: w d / e.
inline constexpr float fastest_units_s = 1;
inline float calmly_s(float far_units) {
  constexpr float e = 2.7182818F;
  return std::max(neighbours_s, far_units * 6.0F / e / fastest_units_s);
}
inline constexpr float nearing_s = 0.75F;  // a region comes near, or goes back

}  // namespace greenline::scene
