// The screens of this machine.
#pragma once
#include <span>
#include <string>

#include "platform/glass.h"

namespace greenline::platform {

// How a picture is laid on its glass (RandR): turned left by so many quarters, then mirrored along the surface's axes.
struct Turned {
  int quarters = 0;  // 0..3
  bool mirrored_x = false, mirrored_y = false;
  friend bool operator==(const Turned&, const Turned&) = default;
};

struct Monitor {
  std::string name;                         // of its output, "HDMI-1"; stays the same when others come and go
  int x = 0, y = 0, width = 0, height = 0;  // on the window system's whole surface, pixels
  double refresh_hz = 0;                    // 59.94 is not 60; 0: it does not say
  int width_mm = 0, height_mm = 0;          // 0: it does not say
  Glass glass = {};                         // which piece of glass it is, where that tells
  Turned turned = {};                       // its width and height are of the picture, turned as it is
  friend bool operator==(const Monitor&, const Monitor&) = default;
};

// Of its glass; 96 dots an inch where it does not say how large it is, or cannot be believed.
[[nodiscard]] float pixels_per_mm(const Monitor&);

// "0 (HDMI-1, 1920x1080) and 1 (DP-2, 3840x2160)", for sentences.
[[nodiscard]] std::string listed(std::span<const Monitor>);

}  // namespace greenline::platform
