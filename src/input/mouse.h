// The mouse as one finger: contact 0, down while its button is.
#pragma once
#include "input/untaken.h"

namespace greenline::input {

// Called from the window's callbacks, in their order; positions in framebuffer pixels, times in monotonic seconds.
class MouseSource {
 public:
  static constexpr ContactId contact_id = 0;

  // A press while pressed means that a release was lost (outside the window): the finger before it is cancelled.
  void press(model::PixelPoint at, double time_s);
  // Without a button down, nothing.
  void move(model::PixelPoint at, double time_s);
  void release(model::PixelPoint at, double time_s);
  // The window lost its focus or closes: what was under way is not meant.
  void cancel(double time_s);

  [[nodiscard]] bool pressed() const { return pressed_; }
  // What happened since the last call, every move of it (input/untaken.h), at the time of the newest; no contacts when nothing
  // did.
  [[nodiscard]] TouchFrame take();

 private:
  void report(ContactState, model::PixelPoint at, double time_s);
  Untaken waiting_;
  model::PixelPoint at_;
  bool pressed_ = false;
};

}  // namespace greenline::input
