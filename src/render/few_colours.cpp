#include "render/few_colours.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace greenline::render {
namespace {

// Large even grounds would take nearly all of the colours otherwise, and leave none for what stands on them.
constexpr double of_many = 0.6;
constexpr int rounds = 3;
constexpr std::array<double, 3> told_by_eyes = {2, 4, 1};  // how well eyes tell shades of red, green and blue

}  // namespace

std::uint32_t FewColours::cell_of(Rgb colour) {
  std::uint32_t cell = 0;
  for (const std::uint8_t channel : colour) cell = cell << bits | std::uint32_t{channel} >> (8 - bits);
  return cell;
}

void FewColours::count(Rgb colour) {
  std::uint32_t& at = known_[cell_of(colour)];
  if (at == none) {
    at = static_cast<std::uint32_t>(cells_.size());
    cells_.emplace_back();
  }
  Cell& cell = cells_[at];
  cell.count += 1;
  for (std::size_t i = 0; i < 3; ++i) cell.sum[i] += colour[i];
}

void FewColours::choose(std::size_t most) {
  order_.clear();
  for (const Cell& cell : cells_) {
    const double weight = std::pow(cell.count, of_many), times = weight / cell.count;
    order_.push_back({weight, {cell.sum[0] * times, cell.sum[1] * times, cell.sum[2] * times}});
  }
  std::vector<Box> boxes;
  if (!order_.empty()) boxes.push_back(box(0, order_.size()));
  while (boxes.size() < most) {
    const auto worst = std::ranges::max_element(boxes, {}, &Box::spread);
    if (worst == boxes.end() || worst->spread <= 0) break;
    const Box whole = *worst;
    const std::size_t middle = split(whole);
    *worst = box(whole.from, middle);
    boxes.push_back(box(middle, whole.to));
  }
  middles_.clear();
  for (const Box& one : boxes) middles_.push_back(mean(one.from, one.to));
  for (int round = 0; round < rounds && middles_.size() == most; ++round) move_to_middles();
  chosen_.clear();
  for (const auto& middle : middles_) {
    Rgb colour{};
    for (std::size_t i = 0; i < 3; ++i) colour[i] = static_cast<std::uint8_t>(std::lround(middle[i]));
    chosen_.push_back(colour);
  }
  stands_for_.assign(known_.size(), -1);
}

FewColours::Box FewColours::box(std::size_t from, std::size_t to) const {
  Box made{.from = from, .to = to};
  if (to - from < 2) return made;
  double weight = 0;
  std::array<double, 3> sum{}, squares{};
  for (std::size_t at = from; at < to; ++at) {
    weight += order_[at].count;
    for (std::size_t i = 0; i < 3; ++i) {
      sum[i] += order_[at].sum[i];
      squares[i] += order_[at].sum[i] * order_[at].sum[i] / order_[at].count;
    }
  }
  for (std::size_t i = 0; i < 3; ++i) {
    const double spread = squares[i] - sum[i] * sum[i] / weight;
    if (spread <= made.spread) continue;
    made.spread = spread;
    made.widest = i;
  }
  return made;
}

std::array<double, 3> FewColours::mean(std::size_t from, std::size_t to) const {
  double weight = 0;
  std::array<double, 3> sum{};
  for (std::size_t at = from; at < to; ++at) {
    weight += order_[at].count;
    for (std::size_t i = 0; i < 3; ++i) sum[i] += order_[at].sum[i];
  }
  return {sum[0] / weight, sum[1] / weight, sum[2] / weight};
}

// At its mean; neither part is empty.
std::size_t FewColours::split(const Box& whole) {
  const std::size_t channel = whole.widest;
  const auto value = [channel](const Cell& cell) { return cell.sum[channel] / cell.count; };
  const auto from = order_.begin() + static_cast<std::ptrdiff_t>(whole.from),
             to = order_.begin() + static_cast<std::ptrdiff_t>(whole.to);
  std::sort(from, to, [&](const Cell& a, const Cell& b) { return value(a) < value(b); });
  const double middle = mean(whole.from, whole.to)[channel];
  const auto above = std::find_if(from, to, [&](const Cell& cell) { return value(cell) > middle; });
  return std::clamp(static_cast<std::size_t>(above - order_.begin()), whole.from + 1, whole.to - 1);
}

std::size_t FewColours::nearest_of(const std::array<double, 3>& colour) const {
  std::size_t best = 0;
  double least = std::numeric_limits<double>::max();
  for (std::size_t k = 0; k < middles_.size(); ++k) {
    double away = 0;
    for (std::size_t i = 0; i < 3; ++i) away += told_by_eyes[i] * (colour[i] - middles_[k][i]) * (colour[i] - middles_[k][i]);
    if (away >= least) continue;
    least = away;
    best = k;
  }
  return best;
}

void FewColours::move_to_middles() {
  std::vector<Cell> sums(middles_.size());
  for (const Cell& cell : order_) {
    Cell& sum = sums[nearest_of({cell.sum[0] / cell.count, cell.sum[1] / cell.count, cell.sum[2] / cell.count})];
    sum.count += cell.count;
    for (std::size_t i = 0; i < 3; ++i) sum.sum[i] += cell.sum[i];
  }
  for (std::size_t k = 0; k < middles_.size(); ++k)
    for (std::size_t i = 0; i < 3 && sums[k].count > 0; ++i) middles_[k][i] = sums[k].sum[i] / sums[k].count;
}

std::uint8_t FewColours::nearest(Rgb colour) {
  const std::uint32_t cell = cell_of(colour);
  std::int16_t& stands = stands_for_[cell];
  if (stands < 0) {
    std::array<double, 3> at{};
    const std::uint32_t known = known_[cell];
    for (std::size_t i = 0; i < 3; ++i) at[i] = known == none ? colour[i] : cells_[known].sum[i] / cells_[known].count;
    stands = static_cast<std::int16_t>(nearest_of(at));
  }
  return static_cast<std::uint8_t>(stands);
}

}  // namespace greenline::render
