// Tries four ways of filling columns, from the one that moves cards least to the one that holds most.
#include "arrange/choose_columns.h"

#include <algorithm>
#include <numeric>

namespace greenline::arrange {
namespace {

// How unevenly columns of a crowd may be filled, so that cards stay near where they were put.
constexpr float uneven = 1.12F;

struct Filling {
  float whole = 0;   // of what stands in it, each whole, clear space included
  float strips = 0;  // if each showed its first line alone
  float last = 0;    // of the card that has least of it, what stands beyond its first line
};

class Filler {
 public:
  Filler(std::span<const Column> columns, std::span<const Stander> standers, float gap)
      : columns_(columns), standers_(standers), gap_(gap), order_(standers.size()) {
    std::iota(order_.begin(), order_.end(), std::uint32_t{0});
    for (const Stander& one : standers) all_ += one.tall + gap;
    for (const Column& column : columns) held_ += column.length() + gap;
  }

  [[nodiscard]] std::optional<std::vector<std::uint32_t>> fill() {
    const auto whole = [&](std::uint32_t k, std::size_t c) {
      return columns_[c].length() - fillings_[c].whole - standers_[k].tall;
    };
    const auto near = [&](std::uint32_t k, std::size_t c, float) { return distance(k, c); };
    const auto tightest = [](std::uint32_t, std::size_t, float left) { return left; };
    if (all_ <= held_) {
      if (stands(order_, whole, near)) return column_of_;
      std::vector<std::uint32_t> tallest = order_;
      std::stable_sort(tallest.begin(), tallest.end(),
                       [&](std::uint32_t a, std::uint32_t b) { return standers_[a].tall > standers_[b].tall; });
      if (stands(tallest, whole, tightest)) return column_of_;
    }
    const auto first_lines = [&](std::uint32_t k, std::size_t c) {
      return columns_[c].length() - fillings_[c].strips - standers_[k].first - least_last(k, c);
    };
    const float share = std::max(1.0F, all_ / std::max(held_, 1e-6F)) * uneven;  // of its length, what a column is to take
    const auto near_and_even = [&](std::uint32_t k, std::size_t c, float left) {
      const bool full = fillings_[c].whole + standers_[k].tall + gap_ > share * (columns_[c].length() + gap_);
      return full ? 1e6F - left : distance(k, c);
    };
    const auto emptiest = [](std::uint32_t, std::size_t, float left) { return -left; };
    if (stands(order_, first_lines, near_and_even) || stands(order_, first_lines, emptiest)) return column_of_;
    return std::nullopt;
  }

 private:
  [[nodiscard]] float distance(std::uint32_t k, std::size_t c) const {
    const Column& column = columns_[c];
    const Point home = standers_[k].home;
    return geometry::length(Point{home.x - column.x, home.y - std::clamp(home.y, column.foot, column.top)});
  }
  [[nodiscard]] float least_last(std::uint32_t k, std::size_t c) const {
    const float its = standers_[k].tall - standers_[k].first;
    return fillings_[c].strips > 0 ? std::min(fillings_[c].last, its) : its;
  }
  // Each in turn into the column that costs least of those that have room left (>= 0).
  template <class Left, class Cost>
  bool stands(const std::vector<std::uint32_t>& order, Left&& left, Cost&& cost) {
    fillings_.assign(columns_.size(), {});
    column_of_.assign(standers_.size(), 0);
    for (const std::uint32_t k : order) {
      std::size_t best = columns_.size();
      float least = 0;
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        const float room = left(k, c);
        if (room < 0) continue;
        if (const float its = cost(k, c, room); best == columns_.size() || its < least) {
          best = c;
          least = its;
        }
      }
      if (best == columns_.size()) return false;
      column_of_[k] = static_cast<std::uint32_t>(best);
      fillings_[best].last = least_last(k, best);
      fillings_[best].whole += standers_[k].tall + gap_;
      fillings_[best].strips += standers_[k].first;
    }
    return true;
  }

  std::span<const Column> columns_;
  std::span<const Stander> standers_;
  float gap_;
  std::vector<std::uint32_t> order_, column_of_;
  std::vector<Filling> fillings_;
  float all_ = 0, held_ = 0;
};

}  // namespace

std::optional<std::vector<std::uint32_t>> choose_columns(std::span<const Column> columns, std::span<const Stander> standers,
                                                         float gap) {
  return Filler(columns, standers, gap).fill();
}

}  // namespace greenline::arrange
