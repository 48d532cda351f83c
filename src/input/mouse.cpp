// Mouse callbacks become the contacts of the next frame.
#include "input/mouse.h"

namespace greenline::input {

void MouseSource::press(model::PixelPoint at, double time_s) {
  cancel(time_s);
  pressed_ = true;
  report(ContactState::began, at, time_s);
}

void MouseSource::move(model::PixelPoint at, double time_s) {
  if (pressed_) report(ContactState::moved, at, time_s);
}

void MouseSource::release(model::PixelPoint at, double time_s) {
  if (!pressed_) return;
  pressed_ = false;
  report(ContactState::ended, at, time_s);
}

void MouseSource::cancel(double time_s) {
  if (!pressed_) return;
  pressed_ = false;
  report(ContactState::cancelled, at_, time_s);
}

TouchFrame MouseSource::take() { return waiting_.take(); }

void MouseSource::report(ContactState state, model::PixelPoint at, double time_s) {
  at_ = at;
  waiting_.add({contact_id, state, at, 0}, time_s);
}

}  // namespace greenline::input
