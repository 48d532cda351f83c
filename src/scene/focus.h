// How finely words are drawn: as large as they are seen, by steps while somebody zooms, and to the pixel once the camera rests.
#pragma once

namespace greenline::scene {

class Focus {
 public:
  // Pixels of the glass to one of the wall, in which words are to be drawn now.
  [[nodiscard]] float detail() const { return detail_; }
  [[nodiscard]] bool rests() const { return rests_; }  // since `sharpen`

  void blur() { rests_ = looked_through_ = false; }  // the camera moved
  // Words are to be as they are seen: those that are not yet are looked for.
  void sharpen(float zoom);
  // One step in time while it moves.
  void follow(float zoom, float seconds);

  // Whether some words may be drawn in another detail. Those that are new are drawn in `laid_out`, the stage's own.
  [[nodiscard]] bool may_be_soft(float laid_out) const { return !rests_ || !looked_through_ || laid_out != detail_; }
  void look_again() { looked_through_ = false; }     // words have come that were drawn before
  void looked_through() { looked_through_ = true; }  // all that there are are drawn in `detail`

 private:
  bool rests_ = true, looked_through_ = false;
  float detail_ = 1;
  float steady_zoom_ = 1, steady_s_ = 0;
};

}  // namespace greenline::scene
