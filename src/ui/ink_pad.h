// Where one draws with fingers: each contact is a pen, any number at once.
#pragma once
#include <map>
#include <vector>

#include "input/touch_frame.h"
#include "model/values.h"

namespace greenline::ui {

class InkPad {
 public:
  void lay_out(const model::PixelRect& pad) { pad_ = pad; }
  [[nodiscard]] const model::PixelRect& rect() const { return pad_; }

  // A contact that began elsewhere draws nothing. `now_s` of the seat's clock: a hand that moves slowly draws thicker.
  // False when the pad is full and the contact could not begin a stroke.
  bool touch(const input::Contact&, double now_s);
  // What was drawn before, in place of all that is there; within the limits of model/values.h.
  void resume(std::vector<model::Stroke> strokes);
  void undo();   // the last finished stroke
  void clear();  // also what is being drawn
  [[nodiscard]] bool blank() const { return done_.empty() && live_.empty(); }
  [[nodiscard]] bool drawing() const { return !live_.empty(); }

  // What has been drawn, with what is under fingers right now up to their very tips.
  [[nodiscard]] std::vector<model::Stroke> strokes() const;
  [[nodiscard]] const std::vector<model::Stroke>& finished() const { return done_; }
  [[nodiscard]] std::vector<model::Stroke> unfinished() const;

 private:
  struct Pen {
    model::Stroke stroke;
    model::InkPoint tip;     // where the finger is, not smoothed
    model::InkPoint smooth;  // follows the tip, without a hand's tremor
    double clock_s = 0;      // when `travelled` began
    float travelled = 0;     // widths of the pad since then
    float speed = 1;         // widths of the pad a second
  };
  [[nodiscard]] model::InkPoint in_pad(model::PixelPoint) const;
  void follow(Pen&, model::InkPoint to, double now_s) const;
  void finish(input::ContactId);

  model::PixelRect pad_;
  std::vector<model::Stroke> done_;
  std::map<input::ContactId, Pen> live_;
};

}  // namespace greenline::ui
