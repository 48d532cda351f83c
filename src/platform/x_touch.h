// Fingers on a touchscreen, as an X server reports them through XInput 2.2 (the X Input Extension's specification,
// XI2proc.txt).
//
// GLFW knows no touch, so this listens on a connection of its own to the same window. A touch that is selected here is not
// turned into a mouse as well: its owner gets it, and that is us.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "input/touch_frame.h"

namespace greenline::platform {

struct XTouchDevice {
  std::string name;
  int fingers = 0;  // that it can report at once; 0: it does not say
};

class XTouchSource {
 public:
  // `window`: an X window on the display that DISPLAY names, its pixels the framebuffer's. The error is a sentence.
  [[nodiscard]] static tl::expected<XTouchSource, std::string> open(unsigned long window);
  XTouchSource(XTouchSource&&) noexcept;
  XTouchSource& operator=(XTouchSource&&) noexcept;
  ~XTouchSource();

  [[nodiscard]] int descriptor() const;  // readable when something came; wait on it only when `waiting` says no
  [[nodiscard]] bool waiting();          // something came already
  // Takes what came, never waiting and at most a set number of events: the rest waits. Fingers are cancelled when what told of
  // them went away: a device that was unplugged, switched off, detached or given to another master, one that became another
  // kind of device, or a master that was taken away.
  void read(double now_s);
  // What happened since the last call, in order; no contacts when nothing did.
  [[nodiscard]] input::TouchFrame take();
  // Touches that did not come from glass, and so were left out.
  [[nodiscard]] std::uint64_t left_out() const;

 private:
  struct Inside;
  explicit XTouchSource(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

// The touchscreens of the display that DISPLAY names; none when it does not answer.
[[nodiscard]] std::vector<XTouchDevice> x_touch_devices();

}  // namespace greenline::platform
