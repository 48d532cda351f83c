// The inside of a window: what its files share.
#pragma once
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "input/mouse.h"
#include "input/tuio_source.h"
#include "platform/arrow.h"
#include "platform/image_presenter.h"
#include "platform/monitors.h"
#include "platform/window.h"
#include "platform/window_system_inside.h"
#include "platform/x_arrow.h"
#include "platform/x_placing.h"
#include "platform/x_touch.h"

namespace greenline::platform {

struct Window::Inside {
  explicit Inside(WindowSystem::Inside& of, const WindowOptions& wanted);
  WindowSystem::Inside& system;
  WindowOptions options;
  GLFWwindow* window = nullptr;
  std::optional<render::OffscreenContext> offscreen;  // the context, when the window has none of its own
  std::unique_ptr<ImagePresenter> images;
  bool by_hand = false;  // frames are drawn without OpenGL: there is no context
  render::Driver driver;
  int width = 0, height = 0;  // of the framebuffer, as the window system told last
  std::uint64_t frames = 0;   // shown

  // window.cpp: opening
  void choose_how_to_show();
  enum class Context : std::uint8_t { none, glx, egl };
  bool make_window(Context);
  bool draw_offscreen();
  bool show_images();
  bool show_by_hand();
  void show_as_image(const render::Renderer&, std::span<const model::PixelRect> rects);
  bool show_by_swapping(Context);
  void drop_window();
  tl::expected<void, std::string> find_hands();
  void look_at_screens();
  void come_up();

  // window_input.cpp: what comes in
  input::MouseSource mouse;
  std::optional<XTouchSource> fingers;
  std::optional<input::TuioSource> tracker;
  WindowInput input;
  bool entering = false;         // the next place of the pointer is where it came in, not where it was moved to
  model::PixelPoint pointer_at;  // as the events tell, in their order; an X11 window's pixels are its framebuffer's
  void listen();
  [[nodiscard]] bool hands_wait();
  [[nodiscard]] Losses losses() const;
  void add_sources(std::vector<int>&) const;
  void gather_hands();
  void fit_tracker();

  // window_place.cpp: where it stands, and the arrow over it
  Monitor fitted_to;  // as the monitor was that this window was last fitted to
  std::optional<XPlacing> placing;
  std::optional<ScreenRect> place;  // where it belongs; nothing: wherever it is
  double place_due_s = 0;           // when to look whether it is there
  double again_due_s = 1e300;       // when to show the frame once more, after the screens changed
  int moves = 0;                    // tries since the monitors changed
  bool settled = true;
  std::uint32_t ground = 0;  // 0xRRGGBB
  bool grounded = false;     // it is the window's
  void lay_ground();
  bool shown = false, over = false;  // on the screen; taken from it for good
  Arrow arrow;
  std::optional<XArrow> pointer;
  [[nodiscard]] bool takes_hands() const { return options.role.use != Use::wall; }
  [[nodiscard]] bool is_sized() const { return options.width > 0 && options.height > 0; }
  [[nodiscard]] std::optional<ScreenRect> home_place() const;
  [[nodiscard]] std::string called() const;  // in sentences
  void tell_of_screens(const std::optional<ScreenRect>& before);
  void monitors_changed(double now_s);
  void appear(double now_s);
  void disappear();
  void keep_place(double now_s);
  void unsettle(double now_s);  // something moved it
  void show_arrow(double now_s);
  [[nodiscard]] double due_in_s(double now_s) const;  // until one of these has something to do
  [[nodiscard]] const Monitor* monitor() const;       // that it is on, or the first; nothing when there is none
  [[nodiscard]] float pixels_per_mm() const;

  ~Inside();
};

}  // namespace greenline::platform
