// The host's console over the touched wall, for a machine that has no other screen: behind a gesture in the corner and the
// host's number. While it is open the window shows it in place of the wall; nothing that is touched there reaches the wall,
// whose seats stay as they are. It closes by its key, by Escape, and when nobody has touched it for some minutes.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "app/console.h"
#include "app/corner_gesture.h"
#include "platform/window.h"
#include "render/renderer.h"

namespace greenline::app {

class CornerConsole {
 public:
  static constexpr double quiet_s = 180;  // then it closes

  struct Around {
    ConsoleAround console;                                 // `over_wall`
    platform::Window& window;                              // of the touched wall
    std::function<view::WallSetting()> fitted;             // the console for that window as it is now
    std::function<bool(model::PixelPoint)> is_taken = {};  // by a key of another layer; empty: nowhere
    std::function<bool(ui::Side side)> may_open = {};      // asks for the number first; empty: it may
  };
  explicit CornerConsole(Around);
  ~CornerConsole();
  CornerConsole(const CornerConsole&) = delete;
  CornerConsole& operator=(const CornerConsole&) = delete;

  [[nodiscard]] bool is_open() const { return inside_ != nullptr; }
  [[nodiscard]] const content::Palette& palette() const { return around_.console.resources.palette; }
  void open_for_host(double now_s);  // the number was right, or there is none
  void close();

  // Takes what is its own, and gives back what is others': of strokes, while it is open, the room's keys.
  [[nodiscard]] input::TouchFrame take(const input::TouchFrame&);
  [[nodiscard]] std::vector<platform::Stroke> take(std::span<const platform::Stroke>, double now_s);
  // After those: what happened. True when a frame is wanted.
  [[nodiscard]] bool follow(double now_s);
  // The touched window has another size.
  void resize();

  // While it is open: draws into the window and shows it; all of it where `all`. `due_s` of the answer: seconds to its next
  // frame.
  struct Shown {
    bool shown = false, moves = false;
    double still_s = 1;
  };
  Shown show(float seconds, double now_s, bool all);
  // While it is closed: that the corner has heard, for who rests a finger there.
  [[nodiscard]] std::optional<render::Chip> sign(double now_s) const;
  // The longest to sleep before it is otherwise.
  [[nodiscard]] double idle_s(double now_s) const;

 private:
  struct Inside;
  [[nodiscard]] std::optional<ui::Side> side_of_corner(model::PixelPoint) const;
  [[nodiscard]] bool belongs_to_wall(model::PixelPoint) const;
  void open(ui::Side side, double now_s);

  Around around_;
  CornerGesture gesture_;
  ui::Side side_ = ui::Side::below;
  std::unique_ptr<Inside> inside_;
  input::TouchFrame touches_;  // its own, until `follow`
  double touched_s_ = 0;
  std::set<input::ContactId> on_wall_, own_;  // by whose they are until they end
};

}  // namespace greenline::app
