// Few rectangles that cover many: overlapping ones are joined while there are few; tiles take over when there are many.
#include "render/rects.h"

#include <algorithm>
#include <cmath>

namespace greenline::render {
namespace {

constexpr std::size_t few = 12;              // up to here every pair is looked at
constexpr int tile = 64;                     // pixels
constexpr std::size_t most = 48;             // runs of tiles; beyond this all between them is repaired, too
constexpr float whole_screen_share = 0.65F;  // of the screen's area: repairing all between costs no more

float area(const PixelRect& r) { return r.width() * r.height(); }

}  // namespace

void Rects::begin(int width, int height) {
  width_ = width;
  height_ = height;
  everything_ = tiled_ = false;
  rects_.clear();
}

void Rects::add(const PixelRect& r) {
  if (everything_) return;
  const PixelRect whole = clipped({std::floor(r.x0), std::floor(r.y0), std::ceil(r.x1), std::ceil(r.y1)}, screen());
  if (whole.empty()) return;
  if (tiled_) return mark(whole);
  rects_.push_back(whole);
  if (rects_.size() <= few) return;
  tiled_ = true;
  marked_ = 0;
  tiles_.assign(static_cast<std::size_t>(columns()) * static_cast<std::size_t>(rows()), 0);
  for (std::size_t i = 0; tiled_ && i < rects_.size(); ++i) mark(rects_[i]);  // until that is everything
}

void Rects::mark(const PixelRect& whole) {
  const int across = columns();
  const int first_column = static_cast<int>(whole.x0) / tile,
            last_column = std::min(across - 1, (static_cast<int>(whole.x1) - 1) / tile);
  const int last_row = std::min(rows() - 1, (static_cast<int>(whole.y1) - 1) / tile);
  for (int row = static_cast<int>(whole.y0) / tile; row <= last_row; ++row) {
    const auto first = tiles_.begin() + row * across + first_column, last = first + (last_column - first_column + 1);
    const auto fresh = std::count(first, last, std::uint8_t{0});
    if (fresh == 0) continue;
    std::fill(first, last, std::uint8_t{1});
    marked_ += static_cast<std::size_t>(fresh);
  }
  if (marked_ == tiles_.size()) add_everything();
}

void Rects::add(std::span<const PixelRect> rects) {
  for (const PixelRect& r : rects) add(r);
}

void Rects::add_everything() {
  everything_ = true;
  tiled_ = false;
  rects_.clear();
}

bool Rects::touches(const PixelRect& r) const {
  if (everything_) return true;
  if (tiled_) return touches_tile(r);
  return std::any_of(rects_.begin(), rects_.end(), [&r](const PixelRect& mine) { return mine.touches(r); });
}

bool Rects::touches_tile(const PixelRect& r) const {
  const PixelRect on = clipped(r, screen());
  if (on.empty()) return false;
  const int last_column = std::min(columns() - 1, static_cast<int>(on.x1) / tile),
            last_row = std::min(rows() - 1, static_cast<int>(on.y1) / tile);
  for (int row = static_cast<int>(on.y0) / tile; row <= last_row; ++row)
    for (int column = static_cast<int>(on.x0) / tile; column <= last_column; ++column)
      if (tiles_[static_cast<std::size_t>(row * columns() + column)] != 0) return true;
  return false;
}

int Rects::columns() const { return (width_ + tile - 1) / tile; }
int Rects::rows() const { return (height_ + tile - 1) / tile; }

void Rects::join_overlapping() {
  for (std::size_t i = 0; i < rects_.size(); ++i) {
    for (std::size_t k = i + 1; k < rects_.size();) {
      const PixelRect both = joined(rects_[i], rects_[k]);
      const bool cheap = area(both) <= 1.15F * (area(rects_[i]) + area(rects_[k]));
      if (!cheap && !rects_[i].touches(rects_[k])) {
        ++k;
        continue;
      }
      rects_[i] = both;
      rects_.erase(rects_.begin() + static_cast<std::ptrdiff_t>(k));
      k = i + 1;
      if (i > 0) {  // the grown one may touch earlier ones now
        std::swap(rects_[0], rects_[i]);
        i = 0;
        k = 1;
      }
    }
  }
}

void Rects::join_by_tiles() {
  const int columns = this->columns(), rows = this->rows();
  const auto at = [columns](int column, int row) { return static_cast<std::size_t>(row * columns + column); };
  tiled_ = false;
  rects_.clear();
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      if (tiles_[at(column, row)] == 0) continue;
      int end = column;
      while (end < columns && tiles_[at(end, row)] != 0) ++end;
      int bottom = row;  // the run goes down while every row below holds it exactly
      const auto same_run = [&](int below) {
        for (int c = column; c < end; ++c)
          if (tiles_[at(c, below)] == 0) return false;
        return true;
      };
      while (bottom < rows && same_run(bottom)) {
        for (int c = column; c < end; ++c) tiles_[at(c, bottom)] = 0;
        ++bottom;
      }
      rects_.push_back(clipped({static_cast<float>(column * tile), static_cast<float>(row * tile),
                                static_cast<float>(end * tile), static_cast<float>(bottom * tile)},
                               screen()));
      column = end - 1;
    }
  }
}

std::span<const PixelRect> Rects::resolve() {
  if (!everything_) {
    if (tiled_)
      join_by_tiles();
    else
      join_overlapping();
    float covered = 0;
    for (const PixelRect& r : rects_) covered += area(r);
    if (rects_.size() > most || covered > whole_screen_share * area(screen())) {
      PixelRect all = rects_.front();
      for (const PixelRect& r : rects_) all = joined(all, r);
      rects_.assign(1, all);
    }
  }
  if (everything_) {
    rects_.clear();
    if (width_ > 0 && height_ > 0) rects_.push_back(screen());
  }
  return rects_;
}

}  // namespace greenline::render
