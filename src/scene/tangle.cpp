#include "scene/tangle.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "geometry/grid.h"

namespace greenline::scene {
namespace {

constexpr int most_looks = 128;
constexpr float others_a_level = 0.8F;
constexpr int most_levels = 3;

}  // namespace

std::vector<float> others_beside(std::span<const Curve> curves, const PixelRect& screen, float cell) {
  const geometry::Cells cells = geometry::Cells::over({screen.x0, screen.y0, screen.x1, screen.y1}, cell, cell);
  std::vector<std::uint16_t> passing(cells.count());
  std::vector<std::vector<std::size_t>> passed(curves.size());
  for (std::size_t k = 0; k < curves.size(); ++k) {
    const Curve& curve = curves[k];
    const float about = length(curve[1] - curve[0]) + length(curve[2] - curve[1]) + length(curve[3] - curve[2]);
    const int looks = std::clamp(static_cast<int>(2 * about / cell), 2, most_looks);
    for (int i = 0; i <= looks; ++i) {
      const PixelPoint at = point_on(curve, static_cast<float>(i) / static_cast<float>(looks));
      if (length(at - curve[0]) < cell || length(at - curve[3]) < cell) continue;
      const std::size_t here = cells.index(cells.column(at.x), cells.row(at.y));
      if (std::ranges::find(passed[k], here) != passed[k].end()) continue;
      passed[k].push_back(here);
      ++passing[here];
    }
  }
  std::vector<float> others(curves.size());
  for (std::size_t k = 0; k < curves.size(); ++k) {
    for (const std::size_t here : passed[k]) others[k] += static_cast<float>(passing[here] - 1);
    others[k] /= static_cast<float>(std::max<std::size_t>(passed[k].size(), 1));
  }
  return others;
}

int tangle_level(float others) { return std::clamp(static_cast<int>(others / others_a_level), 0, most_levels); }

}  // namespace greenline::scene
