// The screens of this machine, and which of them a wall belongs to.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace greenline::platform {

struct Monitor {
  std::string name;                         // of its output, "HDMI-1"; stays the same when others come and go
  int x = 0, y = 0, width = 0, height = 0;  // on the window system's whole surface, pixels
  double refresh_hz = 0;                    // 59.94 is not 60; 0: it does not say
  int width_mm = 0, height_mm = 0;          // 0: it does not say
  friend bool operator==(const Monitor&, const Monitor&) = default;
};

// Which monitor a wall is on, whatever is plugged in and out meanwhile.
//
// It belongs to the one that was asked for, which is remembered by its name once it was there. While that one is away the
// wall is shown on the first of those that are left, and goes back when its own is there again.
class HomeMonitor {
 public:
  // A monitor's number, from 0, or the name of its output. Empty: the first.
  explicit HomeMonitor(std::string asked_for) : asked_for_(std::move(asked_for)) {}

  // The number among these to be on now; nothing when there are none: then the wall stays where it is.
  std::optional<std::size_t> among(std::span<const Monitor>);
  // The number of its own among these; nothing while that is away.
  std::optional<std::size_t> itself_among(std::span<const Monitor>);
  // Whether the one that was asked for is, or ever was, among those it was shown.
  [[nodiscard]] bool found() const { return !name_.empty(); }

 private:
  std::string asked_for_, name_;
};

// Of its glass; 96 dots an inch where it does not say how large it is, or cannot be believed.
[[nodiscard]] float pixels_per_mm(const Monitor&);

// "0 (HDMI-1, 1920x1080) and 1 (DP-2, 3840x2160)", for sentences.
[[nodiscard]] std::string listed(std::span<const Monitor>);

}  // namespace greenline::platform
