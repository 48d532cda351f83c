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
  [[nodiscard]] bool empty() const { return !everything_ && !tiled_ && rects_.empty(); }
  [[nodiscard]] bool touches(const PixelRect&) const;
  // Beyond a few they are marked on tiles as they are added, and runs of tiles come back.
  [[nodiscard]] std::span<const PixelRect> resolve();

 private:
  void join_overlapping();
  void mark(const PixelRect&);  // the tiles that it touches
  void join_by_tiles();
  [[nodiscard]] bool touches_tile(const PixelRect&) const;
  [[nodiscard]] int columns() const;  // of tiles
  [[nodiscard]] int rows() const;
  [[nodiscard]] PixelRect screen() const { return {0, 0, static_cast<float>(width_), static_cast<float>(height_)}; }

  int width_ = 0, height_ = 0;
  bool everything_ = false;
  bool tiled_ = false;  // there are so many that tiles stand for them
  std::size_t marked_ = 0;
  std::vector<PixelRect> rects_;
  std::vector<std::uint8_t> tiles_;
};

}  // namespace greenline::render
