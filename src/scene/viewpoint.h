// Where the wall is looked at from: whole, nearer, or brought down within reach. Two fingers move it; it stays within bounds,
// gives a little beyond them and springs back.
#pragma once
#include "model/space.h"

namespace greenline::scene {

using model::Camera;
using model::PixelPoint;
using model::PixelRect;

class Viewpoint {
 public:
  static constexpr float most_zoom = 8;  // of the whole wall

  // The screen, and how high from its lower edge hands come (pixels; all of it where that is more than the height). Whole
  // again.
  void set_screen(float width, float height, float reach_px);

  // Two fingers on the ground: what lay under `from` comes to `to`, larger by `factor`. Pixels of the glass.
  void pinch(PixelPoint from, PixelPoint to, float factor);
  // They lift, at this speed (pixels a second): it glides on a little and settles.
  void let_go(PixelPoint velocity);
  void show_whole();
  // All of the wall in the part of the screen that hands come to; or as large as the screen again.
  void bring_down(bool down);

  // Eases on; true while it moves by itself.
  bool advance(float seconds, bool still);
  [[nodiscard]] const Camera& camera() const { return shown_; }
  [[nodiscard]] bool is_whole() const { return target_ == whole() && !gripped_; }  // or on its way there
  [[nodiscard]] bool is_down() const { return down_; }
  [[nodiscard]] bool gripped() const { return gripped_; }
  [[nodiscard]] bool rests() const { return !gripped_ && shown_ == target_; }
  [[nodiscard]] bool can_come_down() const { return reach_px_ < height_; }

 private:
  [[nodiscard]] Camera whole() const;
  [[nodiscard]] Camera bounded(Camera) const;
  // What a hand pulls beyond the bounds is followed less and less far; and back from there.
  [[nodiscard]] Camera given(const Camera& wished) const;
  [[nodiscard]] Camera wished(const Camera& given) const;
  void go(const Camera& target, PixelPoint velocity);

  float width_ = 1, height_ = 1, reach_px_ = 1;
  bool down_ = false, gripped_ = false;
  Camera shown_, target_;
  Camera pulled_;  // while gripped: where the hand would have it
  PixelPoint velocity_;
  float zoom_speed_ = 0;
};

}  // namespace greenline::scene
