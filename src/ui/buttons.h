// Keys that say what they do in words: they answer at once by their looks and act when the finger lifts, so that sliding off
// takes a touch back.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "input/touch_frame.h"
#include "ui/draw.h"
#include "ui/measures.h"

namespace greenline::ui {

// A tab's face is lower than what answers to a finger.
enum class ButtonKind : std::uint8_t { plain, accent, chip, quiet, handle, tab };

struct Button {
  int id = 0;  // unique in its group
  PixelRect rect;
  std::string label;
  Icon icon = Icon::none;
  ButtonKind kind = ButtonKind::plain;
  bool chosen = false;
  std::string language = {};  // of the label, where it is not the interface's
  std::string letter = {};    // its sign, where it has no icon: that of a keyboard's key that pushes it
};

// How a button is drawn: where its sign stands and where its words do.
struct Plate {
  PixelRect face, words;
  std::optional<PixelPoint> sign;  // its middle; nothing: it has none, or its words need the room
  text::Style style;               // of the words at their largest
  float size_px = 0;               // as they are
  bool whole = true;               // all of them, none broken
};
// Words come first: where they would be broken, cut or hard to read beside a sign, it stands above them or gives way.
[[nodiscard]] Plate plate_of(const Button&, const Measures&, text::Engine&);

class Buttons {
 public:
  std::vector<Button> all;  // laid out anew as often as one likes: a contact keeps its button's id

  void add(Button button) { all.push_back(std::move(button)); }
  // Whether the contact began on a button (and so belongs to it).
  [[nodiscard]] bool holds(input::ContactId contact) const { return held_.contains(contact); }
  [[nodiscard]] bool pressed(int id) const;
  // The button that this touch let go of, still on it. `slop`: how far off a finger may slide.
  std::optional<int> touch(const input::Contact&, float slop);
  void forget(input::ContactId contact) { held_.erase(contact); }

  // For a keyboard that is plugged in: one of them may be the one it would push. `step` goes on to the next or back (+1, -1),
  // as they stand, rows from the top, those above `first_y` last; beyond the ends to none.
  void step(int by, float first_y);
  void leave_keys() { at_keys_.reset(); }
  [[nodiscard]] std::optional<PixelRect> rect_at_keys() const {
    return at_keys() ? std::optional(find(*at_keys_)->rect) : std::nullopt;
  }
  [[nodiscard]] std::optional<int> at_keys() const { return at_keys_ && find(*at_keys_) != nullptr ? at_keys_ : std::nullopt; }

  void draw(Painter&, const Measures&, const std::string& accent_role) const;

 private:
  [[nodiscard]] const Button* find(int id) const;
  void draw_one(Painter&, const Measures&, const Button&, const std::string& accent_role) const;
  std::map<input::ContactId, int> held_;
  std::optional<int> at_keys_;
};

}  // namespace greenline::ui
