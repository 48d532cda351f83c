// What lies over the layer: things that move, things that hands draw, sentences, the wall at rest. Knows from frame to frame
// which of it changed.
#pragma once
#include <cstdint>
#include <vector>

#include "render/rects.h"
#include "render/renderer.h"
#include "render/things.h"

namespace greenline::render {

class Over {
 public:
  // Looks at everything there is now; adds to `changed` what has to be drawn anew: where things are and where they were.
  void look(const Drawn&, const Atmosphere&, Rects& changed);
  // Puts what reaches into `rect` into the list, in the order it lies.
  void add(DrawList&, const Manner&, const Drawn&, const Atmosphere&, const PixelRect& rect);
  // What lies over the seats, too: notices, while the wall is not at rest.
  void add_said(DrawList&, const Manner&, const Drawn&, const Atmosphere&, const PixelRect& rect);

 private:
  enum class Kind : std::uint8_t {
    thread,
    card,
    faint,
    dim,
    prompt,
    raised,
    raised_name,
    loop,
    pulled,
    ripple,
    chip,
    notice,
    blank
  };
  struct Item {
    Kind kind = Kind::card;
    std::uint32_t index = 0;
    PixelRect rect;
    std::uint64_t signature = 0;  // of all that its drawing depends on
  };
  void add_item(DrawList&, const Manner&, const Drawn&, const Atmosphere&, const Item&, const PixelRect& rect);
  [[nodiscard]] static bool is_said(const Item&, const Atmosphere&);
  // Where one item differs from what stood in its place before.
  void compare(const Item& before, const Item& now, const Drawn&, Rects& changed) const;
  std::vector<Item> now_, before_;
  std::uint64_t changes_ = 0;  // no two the same
  std::vector<std::vector<PixelPoint>> loops_before_;
  std::vector<std::uint32_t> threads_, cards_;
};

// The pill behind a notice.
[[nodiscard]] PixelRect notice_pill(const scene::TextView&);

// The light along the lower edge: all it may touch, and where it ends.
struct Dusk {
  PixelRect band;
  float end_px = -1;  // < 0: none
};
[[nodiscard]] Dusk dusk_of(const scene::Backdrop&, const Atmosphere&);
// Where two states of it differ.
[[nodiscard]] PixelRect difference(const Dusk&, const Dusk&);

}  // namespace greenline::render
