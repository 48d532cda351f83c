// The one window of a kiosk: over a whole monitor (or sized), its input, and showing finished frames in it.
//
// It stays on its monitor whatever is plugged in and out (monitors.h), keeps the screens from going dark while it is open, and
// shows a mouse's arrow only while a mouse is used.
//
// Two ways to show a frame. With a GPU: the frame is blitted to the window and swapped. With a software rasteriser on X11: the
// changed rectangles are read and put into the window by the X server, through shared memory where it can, which costs an
// eighth of a swap there (figures in docs/decisions.md). Which one is chosen at start by what the driver is; `Present` can
// force either. Where one does not work the other is taken, and `take_notes` says so.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "input/touch_frame.h"
#include "platform/losses.h"
#include "platform/strokes.h"
#include "render/offscreen.h"
#include "render/renderer.h"

namespace greenline::platform {

enum class Present { automatic, swap, shared_memory };

struct WindowOptions {
  int width = 0, height = 0;  // 0: all of `monitor`
  std::string monitor = {};   // its number, as `doctor` lists them, or its output's name; empty: the first
  Present present = Present::automatic;
  std::string tuio = {};  // where a tracker of fingers sends to, as input::TuioSource takes it; empty: none
  std::string title = "Greenline";
};

// What came in from the window system since the last `poll`, each in order.
struct WindowInput {
  input::TouchFrame touches;
  std::vector<Stroke> strokes;
  bool resized = false, exposed = false, close = false;
  bool woken = false;  // `Window::wake` was called
  // Whether there is anything that the wall has to look at.
  [[nodiscard]] bool any() const {
    return !touches.contacts.empty() || !strokes.empty() || resized || exposed || close || woken;
  }
};

class Window {
 public:
  // Opens it and makes its GL context current on this thread. The error is a sentence.
  [[nodiscard]] static tl::expected<Window, std::string> open(const WindowOptions&);
  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;
  ~Window();

  // Waits up to `seconds` (0: not at all) for input or a wake, then hands over what came; it may come back with nothing. What
  // one call takes is bounded: the rest waits for the next. The reference lives until then.
  const WindowInput& poll(double seconds);
  static void wake(void*);  // from any thread: ends a wait

  // Shows these rectangles of the renderer's frame. Returns when the window system has taken them.
  void present(const render::Renderer&, std::span<const model::PixelRect> rects);
  [[nodiscard]] bool paced_by_display() const;  // presenting waits for the display's own beat

  [[nodiscard]] int width() const;  // framebuffer, pixels
  [[nodiscard]] int height() const;
  [[nodiscard]] float pixels_per_mm() const;  // of the monitor it is on; 96 dpi where that does not say
  [[nodiscard]] double refresh_hz() const;    // of that monitor; 0 where it does not say
  [[nodiscard]] const render::Driver& driver() const;

  // What it goes on without, or does in another way than was asked for, since the last call: sentences for the log.
  [[nodiscard]] std::vector<std::string> take_notes();
  [[nodiscard]] Losses losses() const;
  // The window system is gone: `poll` says `close`, and nothing is shown any more.
  [[nodiscard]] bool lost() const;

 private:
  struct Inside;
  explicit Window(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::platform
