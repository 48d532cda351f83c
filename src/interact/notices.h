// Plain sentences on the wall: why something is not possible now, trouble with the disk. Each stands beside where it was asked
// for, on ground without words of the wall's own where there is some near, and goes by itself; never a banner.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scene/views.h"
#include "text/text.h"

namespace greenline::interact {

class Notices {
 public:
  static constexpr float lasts_s = 3;

  // Beside `at`, gone in 3 s. Said again while it stands, it only stays longer.
  void say(std::string_view sentence, scene::PixelPoint at);
  // Low on the wall until it is taken away by an empty sentence.
  void stand(std::string_view sentence) { standing_ = sentence; }
  // Beside the canvas, which draws back from it, until it is taken away by an empty sentence: at the right of a wide screen,
  // along the lower edge of a high one.
  void pin(std::string_view sentences) { pinned_ = sentences; }
  void advance(float seconds);  // by the clock: nothing moves meanwhile
  [[nodiscard]] bool empty() const { return passing_.empty() && standing_.empty() && pinned_.empty(); }
  // Where they are laid out: a screen of so many pixels, words so high, where people sit, and where the wall's own words stand.
  struct Room {
    float width = 0, height = 0, em_px = 16;
    std::string_view language;
    std::span<const model::PixelRect> seats = {};
    std::span<const model::PixelRect> words = {};
  };
  [[nodiscard]] std::vector<scene::TextView> views(text::Engine&, const Room&) const;
  // The ground of what stands: low on the wall, in the middle or where no seat is. Nothing when nothing stands.
  [[nodiscard]] std::optional<model::PixelRect> standing_on(text::Engine&, const Room&) const;

  // The ground of what is pinned, clear of the wall's words. Nothing when nothing is.
  [[nodiscard]] std::optional<model::PixelRect> pinned_on(text::Engine&, const Room&) const;
  // All of the screen's side that what is pinned takes, from edge to edge; the same whatever else is there.
  [[nodiscard]] std::optional<model::PixelRect> pinned_beside(text::Engine&, const Room&) const;

 private:
  struct Passing {
    std::string sentence;
    scene::PixelPoint at;
    float left_s = lasts_s;
  };
  [[nodiscard]] scene::TextView standing_view(text::Engine&, const Room&) const;
  std::vector<Passing> passing_;
  [[nodiscard]] scene::TextView pinned_view(text::Engine&, const Room&) const;
  std::string standing_, pinned_;
};

}  // namespace greenline::interact
