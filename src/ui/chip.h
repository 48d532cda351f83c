// What stands at the screen's side for somebody who waits for a place: whose place it will be, that one is coming free, and a
// way out. A tap anywhere on it lets it go.
#pragma once
#include "ui/buttons.h"
#include "ui/surroundings.h"

namespace greenline::ui {

class Chip {
 public:
  Chip(int seat, const Purpose&, const Surroundings&);

  // Width and height, pixels. Narrow: its sentence on two lines.
  [[nodiscard]] static PixelPoint size(bool narrow, const Measures&, const Surroundings&);
  void lay_out(const PixelRect& own, const Measures&);
  void touch(const input::Contact&, Answers&);
  void draw(Painter&, const Surroundings&) const;
  [[nodiscard]] PixelRect rect() const { return buttons_.all.front().rect; }

 private:
  int seat_;
  std::string title_, title_role_, dot_role_;
  Measures measures_;
  Buttons buttons_;  // one, all over it
};

}  // namespace greenline::ui
