// Where a host's number is asked for: a plate of digits for fingers in the middle of the wall, over everything. It keeps what
// is typed until it is asked to forget it; it says when a whole number was given.
#pragma once
#include <optional>
#include <string>

#include "ui/buttons.h"
#include "ui/seats.h"
#include "ui/surroundings.h"
#include "ui/whole_screen.h"

namespace greenline::ui {

class PinScreen {
 public:
  static constexpr std::size_t most_digits = 12;  // that it takes

  explicit PinScreen(const HostContext& host) : layer_(host) {}

  struct Page {
    std::string said;    // what the number is for, or why it cannot be given now
    bool waits = false;  // it cannot be given now
    Side foot = Side::below;
    friend bool operator==(const Page&, const Page&) = default;
  };
  void show(const Page&, const Setting&);
  // Both say what was given, when it is whole: by the key that says so, or Enter. `leave` of an answer: it is not to be asked
  // any more.
  struct Answer {
    std::optional<std::string> number;
    bool leave = false;
  };
  [[nodiscard]] Answer touch(const input::Contact&);
  enum class Key : std::uint8_t { enter, erase, leave };
  [[nodiscard]] Answer press(Key);
  void type(char32_t);  // what is no digit is nothing
  void forget();        // what was typed
  void forget_touches();
  [[nodiscard]] std::size_t typed() const { return typed_.size(); }
  // Where a key stands, pixels: "0" to "9", "erase", "enter", "leave". For whoever guides a finger there.
  [[nodiscard]] std::optional<PixelRect> place_of(const std::string& key) const;

  // Drawn anew only when something of it changed. `seconds`: since the last call.
  const Drawing& draw(float seconds, GlyphTextures, const Surroundings&);
  [[nodiscard]] bool stale() const { return layer_.stale(); }
  void draw_again() { layer_.draw_again(); }

 private:
  // Keys' numbers: the digits', then these.
  static constexpr int erases = 10, enters = 11, leaves = 12;
  void lay_out();
  void fill(Painter&, const Surroundings&) const;
  void fill_typed(Painter&) const;
  [[nodiscard]] Answer answer(int key);

  WholeScreen layer_;
  Page page_;
  Setting setting_;  // as it is for who reads it
  Pose pose_;
  Measures measures_;
  float em_ = 20, gap_ = 10;  // px
  Buttons keys_;
  PixelRect plate_, said_, dots_;
  std::string typed_;
};

}  // namespace greenline::ui
