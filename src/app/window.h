// The one window of a kiosk: fullscreen (or sized), its input, and showing finished frames in it.
//
// Two ways to show a frame. With a GPU: the frame is blitted to the window and swapped. With a software rasteriser on X11: the
// changed rectangles are read into shared memory and put into the window by the X server, which costs an eighth of a swap there
// (figures in docs/decisions.md). Which one is chosen at start by what the driver is; `Present` can force either.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "input/touch_frame.h"
#include "render/offscreen.h"
#include "render/renderer.h"
#include "ui/seats.h"

namespace greenline::app {

enum class Present { automatic, swap, shared_memory };

struct WindowOptions {
  int width = 0, height = 0;  // 0: fullscreen on `monitor`
  int monitor = 0;            // by number, as `doctor` lists them
  Present present = Present::automatic;
  std::string tuio = {};  // where a tracker of fingers sends to, as input::TuioSource takes it; empty: none
  std::string title = "Greenline";
};

// What came in from the window system since the last `poll`, in order.
struct WindowInput {
  input::TouchFrame touches;
  std::vector<char32_t> characters;
  struct KeyPress {
    int key = 0, modifiers = 0;  // GLFW's numbers
  };
  std::vector<KeyPress> keys;
  bool resized = false, exposed = false, close = false;
};

class Window {
 public:
  // Opens it and makes its GL context current on this thread. The error is a sentence.
  [[nodiscard]] static tl::expected<Window, std::string> open(const WindowOptions&);
  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;
  ~Window();

  // Waits up to `seconds` (0: not at all) for input or a wake, then hands over what came. The reference lives until the next
  // call.
  const WindowInput& poll(double seconds);
  static void wake(void*);  // from any thread: ends a wait

  // Shows these rectangles of the renderer's frame. Returns when the window system has taken them.
  void present(const render::Renderer&, std::span<const model::PixelRect> rects);
  [[nodiscard]] bool paced_by_display() const;  // presenting waits for the display's own beat

  [[nodiscard]] int width() const;  // framebuffer, pixels
  [[nodiscard]] int height() const;
  [[nodiscard]] float pixels_per_mm() const;  // of the monitor it is on; 96 dpi where that does not say
  [[nodiscard]] const render::Driver& driver() const;

 private:
  struct Inside;
  explicit Window(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

// Whether a display can be reached at all (DISPLAY or WAYLAND_DISPLAY answers).
[[nodiscard]] bool display_available();

struct Monitor {
  std::string name;
  int width = 0, height = 0, refresh_hz = 0, width_mm = 0, height_mm = 0;
};
[[nodiscard]] std::vector<Monitor> monitors();

}  // namespace greenline::app
