// What people at a kiosk may say to the host without writing: a plate of a few large keys in the lower right corner. Beside it
// the wall goes on.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ui/buttons.h"
#include "ui/seats.h"
#include "ui/surroundings.h"
#include "ui/whole_screen.h"

namespace greenline::ui {

class CallScreen {
 public:
  explicit CallScreen(const HostContext& host) : layer_(host) {}

  struct Choice {
    std::string key, label;
    bool chosen = false;  // it was said already
    friend bool operator==(const Choice&, const Choice&) = default;
  };
  struct Page {
    std::string asks, who_sees;  // above the keys, below them
    std::vector<Choice> choices;
    float foot_px = 0;  // so much stays free below the plate
    friend bool operator==(const Page&, const Page&) = default;
  };
  void show(const Page&, const Setting&);
  [[nodiscard]] PixelRect plate() const { return plate_; }  // all that takes touches
  // The key of what was touched; "leave": it is to close.
  [[nodiscard]] std::optional<std::string> touch(const input::Contact&);
  // Where a key stands, pixels. For whoever guides a finger there.
  [[nodiscard]] std::optional<PixelRect> place_of(const std::string& key) const;

  // Drawn anew only when something of it changed. `seconds`: since the last call.
  const Drawing& draw(float seconds, GlyphTextures, const Surroundings&);
  [[nodiscard]] bool stale() const { return layer_.stale(); }
  void draw_again() { layer_.draw_again(); }

 private:
  void lay_out();
  void fill(Painter&) const;

  WholeScreen layer_;
  Page page_;
  Setting setting_;
  Measures measures_;
  float em_ = 20;  // px
  Buttons keys_;   // by their place in the choices; the last leaves
  PixelRect plate_, asks_, who_sees_;
};

}  // namespace greenline::ui
