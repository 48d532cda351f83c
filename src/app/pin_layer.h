// Asks for the host's number over a running wall, before the shelf or the console opens there and before the program is left;
// at a console before that takes the host's chair. Where no number is set it asks nothing. While it asks, hands touch it alone;
// keys, too, but for the host's own.
#pragma once
#include <cstdint>
#include <functional>
#include <future>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "app/drawn_over.h"
#include "app/pin.h"
#include "input/touch_frame.h"
#include "interact/key_map.h"
#include "platform/strokes.h"
#include "render/renderer.h"
#include "ui/pin_screen.h"

namespace greenline::app {

class PinLayer {
 public:
  struct Around {
    ui::HostContext& host;
    std::function<ui::Setting()> screen;  // that it lies over
    text::Engine& engine;
    const content::Strings& strings;
    const content::Palette& palette;
    const ui::Keyboards& keyboards;
    const interact::RoomKeys& keys;  // of the station
    std::function<void()> wake;      // the loop, from any thread, when a number was judged
    bool of_kiosk = true;            // it keeps the program from being left, and the host's keys from a keyboard
  };
  enum class For : std::uint8_t { the_shelf, leaving, the_console, the_chair };

  // `hash`: of the number; nothing: none is set.
  PinLayer(Around, std::optional<std::string> hash);

  [[nodiscard]] bool is_set() const { return hash_.has_value(); }
  [[nodiscard]] bool is_open() const { return asked_.has_value(); }
  void ask(For, ui::Side side, double now_s);
  [[nodiscard]] bool is_judging() const { return judging_.valid(); }  // until `granted` has told

  // Takes what is its own, and gives back what is others'.
  [[nodiscard]] input::TouchFrame take(const input::TouchFrame&);
  [[nodiscard]] std::vector<platform::Stroke> take(std::span<const platform::Stroke>, double now_s);
  // What the right number was given for since the last call.
  [[nodiscard]] std::optional<For> granted(double now_s);

  // Nothing while it does not ask. `seconds`: since the last call.
  [[nodiscard]] std::optional<render::Overlay> overlay(float seconds, ui::GlyphTextures, double now_s);
  // Whether the atlas was changed by its words: what others drew must be drawn again.
  [[nodiscard]] bool wants_another() const { return wants_another_; }
  // The longest to sleep before it has to say something else.
  [[nodiscard]] double idle_s() const { return is_open() ? 0.5 : 3600; }

  // Where a key stands while it asks, by the names of ui::PinScreen. For whoever guides a finger there.
  [[nodiscard]] std::optional<model::PixelRect> place_of(const std::string& key);

 private:
  void close();
  void show(double now_s);
  void hear(const ui::PinScreen::Answer&, double now_s);
  [[nodiscard]] std::string said(double now_s) const;

  Around around_;
  std::optional<std::string> hash_;
  ui::Setting setting_;
  ui::PinScreen screen_;
  DrawnOver over_;
  std::optional<For> asked_;
  ui::Side side_ = ui::Side::below;
  std::future<bool> judging_;
  PinAttempts attempts_;
  bool was_wrong_ = false, wants_another_ = false;
  double touched_s_ = 0;
  std::set<input::ContactId> on_wall_, own_;  // by whose they are until they end
};

}  // namespace greenline::app
