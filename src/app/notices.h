// Plain sentences on the wall: why something is not possible now, trouble with the disk. Each stands beside where it was asked
// for and goes by itself; never a banner.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "scene/views.h"
#include "text/text.h"

namespace greenline::app {

class Notices {
 public:
  static constexpr float lasts_s = 3;

  // Beside `at`, gone in 3 s. Said again while it stands, it only stays longer.
  void say(std::string_view sentence, scene::PixelPoint at);
  // Low on the wall until it is taken away by an empty sentence.
  void stand(std::string_view sentence) { standing_ = sentence; }
  void advance(float seconds);  // by the clock: nothing moves meanwhile
  [[nodiscard]] bool empty() const { return passing_.empty() && standing_.empty(); }
  // Laid out inside a screen of `width` by `height` pixels, words `em_px` high.
  [[nodiscard]] std::vector<scene::TextView> views(text::Engine&, float width, float height, float em_px,
                                                   std::string_view language) const;

 private:
  struct Passing {
    std::string sentence;
    scene::PixelPoint at;
    float left_s = lasts_s;
  };
  std::vector<Passing> passing_;
  std::string standing_;
};

}  // namespace greenline::app
