// A window: over a whole monitor (or sized), its input, and showing finished frames in it.
//
// It stays on its role's screen whatever is plugged in and out (roles.h), and shows a mouse's arrow only while a mouse is used.
// While its role has no screen it is not there. A wall that only shows takes no hands.
//
// Two ways to show a frame. With a GPU: the frame is blitted to the window and swapped. Where the processor draws: frames are
// drawn without OpenGL into memory of the window's, and the X server puts the changed rectangles there, through shared memory
// where it can, which costs an eighth of a swap (figures in docs/decisions.md). Which one is chosen at start by what the
// machine has and what its driver is; no driver is loaded where there is no graphics card (render/graphics_devices.h).
// `Present` can force either. Where one does not work the other is taken, and that is said (window_system.h).
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "input/touch_frame.h"
#include "platform/roles.h"
#include "platform/strokes.h"
#include "render/offscreen.h"
#include "render/renderer.h"

namespace greenline::platform {

class WindowSystem;

enum class Present { automatic, swap, shared_memory };

struct WindowOptions {
  int width = 0, height = 0;  // 0: all of its role's screen
  Role role = {};             // one that the window system was opened with is meant by its name alone
  Present present = Present::automatic;
  bool alone = true;      // no other window of this program: showing a frame may then wait for the display
  std::string tuio = {};  // where a tracker of fingers sends to, as input::TuioSource takes it; empty: none
  std::string title = "Greenline";
};

// What came in through a window in the last `WindowSystem::poll`, each in order.
struct WindowInput {
  input::TouchFrame touches;
  std::vector<Stroke> strokes;
  std::vector<std::filesystem::path> dropped;  // files and folders that were let go over it
  bool resized = false, exposed = false, close = false;
  // Where a mouse's arrow was moved to with no button down, pixels; outside of the window where it left that. No frame is owed
  // for it.
  std::optional<model::PixelPoint> hover = {};
  // Whether there is anything that the wall has to look at.
  [[nodiscard]] bool any() const {
    return !touches.contacts.empty() || !strokes.empty() || !dropped.empty() || resized || exposed || close;
  }
};

class Window {
 public:
  // Opens it and makes its GL context, where it has one, current on this thread. The system must outlive it. The error is a
  // sentence.
  [[nodiscard]] static tl::expected<Window, std::string> open(WindowSystem&, const WindowOptions&);
  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;
  ~Window();

  // What the last poll of the window system brought; the reference lives until the next.
  [[nodiscard]] const WindowInput& input() const;
  [[nodiscard]] bool on_screen() const;  // its monitor is there
  void take_away();                      // from the screen, for good

  // From its first frame on, whatever has no frame yet is this colour, 0xRRGGBB: a window that comes back or becomes larger,
  // and where no window manager runs the surface behind all windows. So nobody sees a desktop or old pixels in between.
  void set_ground(std::uint32_t rgb);

  void make_current();  // its GL context, if it has one: before drawing, where there are several windows
  // Before drawing: a renderer that draws by hand draws where frames are shown from.
  void lend_memory(render::Renderer&);
  // Shows these rectangles of the renderer's frame. Returns when the window system has taken them.
  void present(const render::Renderer&, std::span<const model::PixelRect> rects);
  [[nodiscard]] std::uint64_t frames() const;   // that were shown so far
  [[nodiscard]] bool paced_by_display() const;  // presenting a frame waits for the display's own beat

  [[nodiscard]] int width() const;  // framebuffer, pixels
  [[nodiscard]] int height() const;
  [[nodiscard]] float pixels_per_mm() const;  // of the monitor it is on; 96 dpi where that does not say
  [[nodiscard]] double refresh_hz() const;    // of that monitor; 0 where it does not say
  // Whether frames are drawn without OpenGL here (render::Renderer::by_hand): then there is no context, and `driver` knows
  // nothing.
  [[nodiscard]] bool drawn_by_hand() const;
  [[nodiscard]] const render::Driver& driver() const;

 private:
  friend class WindowSystem;
  struct Inside;
  explicit Window(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::platform
