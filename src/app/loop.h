// The frame loop: sleeps until a hand, a timer or motion needs a frame; then input, the wall, drawing, showing.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <tl/expected.hpp>

#include "app/call_layer.h"
#include "app/corner_console.h"
#include "app/further_window.h"
#include "app/pin_layer.h"
#include "app/shelf_layer.h"
#include "interact/wall.h"
#include "platform/window.h"
#include "platform/window_system.h"
#include "render/renderer.h"

namespace greenline::app {

// What one frame cost. CPU seconds of the loop's thread; `raster_s` is wall time until the driver and the window were done.
struct FrameTimes {
  double input_s = 0, apply_s = 0, layout_s = 0, build_s = 0, submit_s = 0, raster_s = 0;
  bool drawn = false;        // whether anything changed on the screen
  std::size_t contacts = 0;  // fingers that the window told of; those that a hook plays are not among them
  std::size_t window = 0;    // 0: the one that hands touch; further ones follow, with `raster_s` alone
  // Wall seconds from when the loop had read those contacts to when the window had taken the frame that answers them; 0 without
  // contacts. What a device and the window system keep a touch and a frame for comes on top.
  double answer_s = 0;
};

// The detail that a driver draws with ease.
[[nodiscard]] inline render::Detail fitting_detail(const render::Driver& driver) {
  return driver.software ? render::Detail::cheap : render::Detail::rich;
}

// One that draws as this window wants it. The error is a sentence.
[[nodiscard]] tl::expected<render::Renderer, std::string> fitting_renderer(const std::filesystem::path& shaders,
                                                                           const platform::Window&);

// What may lie over a wall, each null where there is none.
struct LayersOver {
  ShelfLayer* shelf = nullptr;
  PinLayer* pin = nullptr;
  double now_s = 0;  // monotonic
  CornerConsole* corner = nullptr;
  CallLayer* calls = nullptr;
  const HostDesk* desk = nullptr;
  const content::Strings* strings = nullptr;  // where there is a desk
};

// One frame without a window: advances the wall and draws it. The rectangles that changed live until the next draw.
struct Drawn {
  std::span<const model::PixelRect> rects;
  bool wants_another = false;
  std::string trouble = {};  // why it could not be drawn whole, in a sentence; empty: it was
};
Drawn draw_frame(interact::Wall&, render::Renderer&, text::Engine&, float seconds, const LayersOver& = {});

// What one round of the loop did: it has read what came in through every window.
struct Round {
  double now_s = 0;
  bool frame_owed = false;  // some window's frame is due and was not shown
};

struct LoopHooks {
  std::function<void()> first_frame;                      // it is on the screen
  std::function<bool(const FrameTimes&)> after_frame;     // false ends the loop; may be empty; each frame waits for the driver
  std::function<void(double now_s)> before_frame;         // a benchmark moves things here; may be empty
  std::function<void(const input::TouchFrame&)> touched;  // what hands did, before the wall hears of it; may be empty
  std::function<void()> shown;                            // after each frame; cheap things only; may be empty
  std::function<view::WallSetting(const platform::Window&)>
      fitted;                              // the wall for the window as it is now; empty: `wanted`, of its size
  std::function<double()> longest_wait_s;  // sleeps no longer than this; may be empty
  // At the end of each round; gives back when the next has to end (monotonic seconds); may be empty.
  std::function<double(const Round&)> after_round;
  std::function<bool()> ending;  // true ends the loop, after the input it woke with; may be empty
  PinLayer* pin = nullptr;       // over all that; none where no number is set. Who gives its number opens the shelf, or leaves
  ShelfLayer* shelf = nullptr;   // over the wall; may be none. When something is chosen there the loop ends
  CornerConsole* corner = nullptr;            // in place of the wall while it is open; may be none
  CallLayer* calls = nullptr;                 // over the wall; may be none
  HostDesk* desk = nullptr;                   // what consoles share; may be none
  const content::Strings* strings = nullptr;  // where there is a desk
  bool always_draw = false;                   // a frame a beat even when nothing asks for one
};

// Runs until somebody quits (Ctrl+Shift+Q, the window's close), the window system is gone, or a hook ends it. Whatever wakes
// the loop and however often, what moves is drawn on its beat (platform/beat.h); a wake that brought nothing draws nothing.
// Each window is drawn at its own screen's rate: `window` and its wall, where hands are, and `further` ones.
// The error is a sentence: the wall could not be drawn at all. What happens to a wall that has been seen is said to the window
// system's owner, and its last picture stays.
[[nodiscard]] tl::expected<void, std::string> run_loop(platform::WindowSystem&, platform::Window&, interact::Wall&,
                                                       render::Renderer&, text::Engine&, const view::WallSetting& wanted,
                                                       const LoopHooks&,
                                                       std::span<const std::unique_ptr<FurtherWindow>> further = {});

}  // namespace greenline::app
