// A finger on the words that somebody is writing: a touch puts the caret there, a drag selects from where it began, two touches
// select a word, and an end of what is selected can be taken and moved.
#pragma once
#include "input/touch_frame.h"
#include "ui/text_field.h"

namespace greenline::ui {

class FieldHand {
 public:
  // `unit`: a key's pitch, pixels. A second finger is not heard while one is down.
  void touch(const input::Contact&, double now_s, TextField&, text::Engine&, const FieldView&, float unit);
  [[nodiscard]] bool holds(input::ContactId contact) const { return contact == contact_; }
  void let_go() { contact_ = -1; }

 private:
  void begin(double now_s, TextField&, text::Engine&, const FieldView&, float unit);
  bool take_end(TextField&, text::Engine&, const FieldView&, float unit);

  input::ContactId contact_ = -1;
  model::PixelPoint began_at_, tapped_at_;
  text::Range from_;       // what stays selected while the finger moves: a place, or a word
  bool has_end_ = false;   // it took an end of what was selected
  bool drags_ = false;     // it has moved far enough to mean it
  double tapped_s_ = -10;  // when it last lifted without dragging
};

}  // namespace greenline::ui
