// Where a kiosk's window stands on an X server: over one whole monitor, whether a window manager runs or not.
#pragma once
#include <cstdint>

struct _XDisplay;

namespace greenline::platform {

struct ScreenRect {
  int x = 0, y = 0, width = 0, height = 0;  // pixels of the whole surface
  friend bool operator==(const ScreenRect&, const ScreenRect&) = default;
};

// A window manager that crashed leaves its mark on the display that DISPLAY names, and GLFW 3.3 ends the program when it comes
// across one. Takes such a mark away; before GLFW begins.
void forget_gone_manager();

class XPlacing {
 public:
  // Both must outlive it.
  XPlacing(_XDisplay* display, unsigned long window) : display_(display), window_(window) {}

  // Before the window is shown for the first time: it opens there, over everything, without a frame.
  void open_at(const ScreenRect&);
  // Moves it there. A window manager takes its time, or has its own mind: ask `where` later.
  void move_to(const ScreenRect&);
  [[nodiscard]] ScreenRect where() const;
  // What the server fills the window with where nothing was drawn yet, 0xRRGGBB; the surface behind all windows, too, where no
  // window manager runs.
  void set_ground(std::uint32_t rgb);
  // Keys go to the window when they go to no other: a manager that comes later may leave nobody with them.
  void take_idle_keys();
  // Keys go to the window from now on where no window manager gives them to whatever is pressed.
  void take_keys_of_press();

 private:
  enum class Manager : std::uint8_t { none, simple, full_screens };  // what kind of window manager runs now
  [[nodiscard]] Manager manager() const;
  void ask_for_full_screen(bool on) const;

  _XDisplay* display_;
  unsigned long window_;
};

}  // namespace greenline::platform
