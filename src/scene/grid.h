// Finding what is near without looking at everything: rectangles, in pixels.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "geometry/grid.h"
#include "model/space.h"

namespace greenline::scene {

// Rectangles of any size by slot; one slot may have several.
class RectGrid {
 public:
  void reset(const model::PixelRect& area, float cell) {
    cells_ = geometry::Cells::over({area.x0, area.y0, area.x1, area.y1}, cell, cell);
    slots_.assign(cells_.count(), {});
  }
  void insert(const model::PixelRect& rect, std::uint32_t slot) {
    each_cell(rect, [&](std::vector<std::uint32_t>& here) {
      if (here.empty() || here.back() != slot) here.push_back(slot);
    });
  }
  // Takes the slot out of every cell that `rect` reaches.
  void remove(const model::PixelRect& rect, std::uint32_t slot) {
    each_cell(rect, [&](std::vector<std::uint32_t>& here) { std::erase(here, slot); });
  }
  // Appends the slots of what may reach into `rect`, each once, ascending.
  void gather(const model::PixelRect& rect, std::vector<std::uint32_t>& out) const {
    const auto from = static_cast<std::ptrdiff_t>(out.size());
    for (int r = cells_.row(rect.y0); r <= cells_.row(rect.y1); ++r)
      for (int c = cells_.column(rect.x0); c <= cells_.column(rect.x1); ++c) {
        const auto& here = slots_[cells_.index(c, r)];
        out.insert(out.end(), here.begin(), here.end());
      }
    std::sort(out.begin() + from, out.end());
    out.erase(std::unique(out.begin() + from, out.end()), out.end());
  }

 private:
  template <class Do>
  void each_cell(const model::PixelRect& rect, Do&& act) {
    for (int r = cells_.row(rect.y0); r <= cells_.row(rect.y1); ++r)
      for (int c = cells_.column(rect.x0); c <= cells_.column(rect.x1); ++c) act(slots_[cells_.index(c, r)]);
  }
  geometry::Cells cells_;
  std::vector<std::vector<std::uint32_t>> slots_ = std::vector<std::vector<std::uint32_t>>(1);
};

}  // namespace greenline::scene
