// What a painter's backdrop was painted from: as long as that is the same, it stays.
#pragma once
#include <cstdint>

#include "render/drawn.h"

namespace greenline::render {

class BackdropShown {
 public:
  // Whether another one is to be painted; how far it has breathed is left out.
  [[nodiscard]] bool is_another(const Drawn& drawn) const {
    return drawn.backdrop.generation != generation_ || drawn.backdrop.words_generation != words_ || drawn.camera != camera_ ||
           drawn.camera_rests != camera_rests_;
  }
  [[nodiscard]] bool has_breathed(double breath_s) const { return breath_s != breath_s_; }
  void now(const Drawn& drawn, double breath_s) {
    generation_ = drawn.backdrop.generation;
    words_ = drawn.backdrop.words_generation;
    camera_rests_ = drawn.camera_rests;
    camera_ = drawn.camera;
    breath_s_ = breath_s;
  }

 private:
  model::Camera camera_;
  bool camera_rests_ = true;
  std::uint64_t generation_ = 0, words_ = 0;
  double breath_s_ = 0;
};

}  // namespace greenline::render
