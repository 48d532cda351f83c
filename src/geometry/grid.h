// Finding what is near without looking at everything: things of one size, by their centres.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "geometry/point.h"

namespace greenline::geometry {

// Whole cells over an area; what lies outside counts to the outermost cells.
struct Cells {
  Box area;
  float width = 1, height = 1;  // of a cell
  int columns = 1, rows = 1;

  static Cells over(const Box& area, float cell_width, float cell_height) {
    const float least = std::max(area.width(), area.height()) / 512;
    Cells cells{area, std::max(cell_width, least), std::max(cell_height, least), 1, 1};
    cells.columns = std::max(1, static_cast<int>(area.width() / cells.width) + 1);
    cells.rows = std::max(1, static_cast<int>(area.height() / cells.height) + 1);
    return cells;
  }
  // Clamped before it becomes an integer: a point may be anywhere.
  [[nodiscard]] int column(float x) const {
    return static_cast<int>(std::clamp((x - area.x0) / width, 0.0F, static_cast<float>(columns - 1)));
  }
  [[nodiscard]] int row(float y) const {
    return static_cast<int>(std::clamp((y - area.y0) / height, 0.0F, static_cast<float>(rows - 1)));
  }
  [[nodiscard]] std::size_t count() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
  [[nodiscard]] std::size_t index(int at_column, int at_row) const {
    return static_cast<std::size_t>(at_row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(at_column);
  }
};

// Items 0..n-1 of one size, by centre. Insert, remove and move are O(1).
class CentreGrid {
 public:
  void reset(const Box& area, float cell_width, float cell_height, std::size_t items) {
    cells_ = Cells::over(area, cell_width, cell_height);
    first_.assign(cells_.count(), none);
    links_.assign(items, Link{});
  }
  void insert(std::uint32_t item, Point at) {
    if (item >= links_.size()) links_.resize(item + 1);
    link(item, cell_of(at));
  }
  void remove(std::uint32_t item) {
    if (item < links_.size() && links_[item].cell != none) unlink(item);
  }
  void move(std::uint32_t item, Point to) {
    const std::uint32_t cell = cell_of(to);
    if (links_[item].cell == cell) return;
    unlink(item);
    link(item, cell);
  }
  [[nodiscard]] bool holds(std::uint32_t item) const { return item < links_.size() && links_[item].cell != none; }

  // Calls `see(item)` for every item in a cell that `centres` reaches, until it returns false. True when none did.
  template <class See>
  bool visit(const Box& centres, See&& see) const {
    const int c0 = cells_.column(centres.x0), c1 = cells_.column(centres.x1);
    const int r0 = cells_.row(centres.y0), r1 = cells_.row(centres.y1);
    for (int r = r0; r <= r1; ++r)
      for (int c = c0; c <= c1; ++c)
        for (std::uint32_t i = first_[cells_.index(c, r)]; i != none;) {
          const std::uint32_t next = links_[i].next;
          if (!see(i)) return false;
          i = next;
        }
    return true;
  }

 private:
  static constexpr std::uint32_t none = ~0U;
  struct Link {
    std::uint32_t cell = none, next = none, previous = none;
  };
  [[nodiscard]] std::uint32_t cell_of(Point p) const {
    return static_cast<std::uint32_t>(cells_.index(cells_.column(p.x), cells_.row(p.y)));
  }
  void link(std::uint32_t item, std::uint32_t cell) {
    Link& mine = links_[item];
    mine = {cell, first_[cell], none};
    if (mine.next != none) links_[mine.next].previous = item;
    first_[cell] = item;
  }
  void unlink(std::uint32_t item) {
    Link& mine = links_[item];
    if (mine.previous != none)
      links_[mine.previous].next = mine.next;
    else
      first_[mine.cell] = mine.next;
    if (mine.next != none) links_[mine.next].previous = mine.previous;
    mine = {};
  }

  Cells cells_;
  std::vector<std::uint32_t> first_ = std::vector<std::uint32_t>(1, none);
  std::vector<Link> links_;
};

}  // namespace greenline::geometry
