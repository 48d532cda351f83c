// A quiet key at the touched wall that tells the host that somebody is wanted there, and says whether they come. Nothing of it
// is on any other wall. Where no console would show it, the key is not there.
#pragma once
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "app/drawn_over.h"
#include "app/host_desk.h"
#include "interact/wall.h"
#include "ui/call_screen.h"

namespace greenline::app {

class CallLayer {
 public:
  struct Around {
    interact::Wall& wall;
    text::Engine& engine;
    const content::Strings& strings;
    const content::Palette& palette;
    const ui::Keyboards& keyboards;
    HostDesk& desk;
    std::function<bool()> is_heard;  // whether some console shows it now
  };
  explicit CallLayer(Around);

  [[nodiscard]] bool is_open() const { return open_; }
  // Whether it has a key there, or its plate.
  [[nodiscard]] bool is_at(model::PixelPoint, double now_s) const;
  // Takes what is its own, and gives back what is the wall's.
  [[nodiscard]] input::TouchFrame take(const input::TouchFrame&);
  // What it is drawn as while it is open. `seconds`: since the last call.
  [[nodiscard]] std::optional<render::Overlay> overlay(float seconds, ui::GlyphTextures, double now_s);
  [[nodiscard]] bool wants_another() const { return wants_another_; }
  // The key that opens it; nothing while a seat needs its place, the wall rests, or nobody would hear.
  [[nodiscard]] std::optional<render::Chip> sign(double now_s) const;
  [[nodiscard]] double idle_s(double now_s) const;
  // By the names of what is asked (host_desk.h), and "leave". For whoever guides a finger there.
  [[nodiscard]] std::optional<model::PixelRect> place_of(const std::string& key);

 private:
  static constexpr double nobody_answers_s = 20;
  void show();
  void touched(const std::string& key, double now_s);
  [[nodiscard]] std::string say(const std::string& key) const;

  Around around_;
  ui::Setting setting_;
  ui::CallScreen screen_;
  DrawnOver over_;
  bool open_ = false, wants_another_ = false;
  double touched_s_ = 0;
  std::set<input::ContactId> own_;          // until they end
  std::optional<input::ContactId> on_key_;  // that is on the key
};

}  // namespace greenline::app
