// Rectangles to repair: gathers any number of them and gives back a few whole-pixel ones that do not overlap and cover them
// all.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "model/space.h"

namespace greenline::render {

using model::PixelRect;

class Rects {
 public:
  // Forgets everything; what comes next is clipped to this size (pixels).
  void begin(int width, int height);
  void add(const PixelRect&);
  void add(std::span<const PixelRect>);
  void add_everything();
  [[nodiscard]] bool empty() const { return !everything_ && rects_.empty(); }
  [[nodiscard]] bool touches(const PixelRect&) const;
  // O(n) beyond a few: then they are marked on tiles, and runs of tiles come back.
  [[nodiscard]] std::span<const PixelRect> resolve();

 private:
  void join_overlapping();
  void join_by_tiles();
  [[nodiscard]] PixelRect screen() const { return {0, 0, static_cast<float>(width_), static_cast<float>(height_)}; }

  int width_ = 0, height_ = 0;
  bool everything_ = false;
  std::vector<PixelRect> rects_;
  std::vector<std::uint8_t> tiles_;
};

}  // namespace greenline::render
