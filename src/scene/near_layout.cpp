// Shares the ground between the regions that are near and those that wait.
#include "scene/near_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <vector>

#include "geometry/forms.h"
#include "scene/framed_layout.h"

namespace greenline::scene {
namespace {

using geometry::Area;
using geometry::Box;
using geometry::Point;

constexpr float strip_of_wide = 0.155F, strip_of_tall = 0.145F;  // of the ground's length, on each of two sides
constexpr float waiting_apart = 0.014F;                          // canvas units
constexpr float largest = 0.45F;                                 // of its size, one that waits is no larger
constexpr float rounding = 0.09F;

// All that regions use, less the prompt's strip.
Box ground_of(const content::Layout& layout, std::span<const RegionView> regions) {
  const Box all = geometry::box_around({}, {layout.width / 2, layout.height / 2});
  Box used = regions.front().area.bounds();
  for (const RegionView& region : regions) {
    const Box& box = region.area.bounds();
    used = {std::min(used.x0, box.x0), std::min(used.y0, box.y0), std::max(used.x1, box.x1), std::max(used.y1, box.y1)};
  }
  used = clipped(used, all.grown(-waiting_apart));
  return ground_beside(used, {layout.prompt.x0, layout.prompt.y0, layout.prompt.x1, layout.prompt.y1}, waiting_apart);
}

// The side on which each waits: that on which it lay, as long as neither has two more than the other.
std::array<std::vector<std::size_t>, 2> sides_of(std::span<const RegionView> regions, std::span<const std::size_t> near,
                                                 bool tall) {
  const auto along = [&](std::size_t i) {
    const Point middle = regions[i].area.bounds().centre();
    return tall ? -middle.y : middle.x;
  };
  const auto across = [&](std::size_t i) {
    const Point middle = regions[i].area.bounds().centre();
    return tall ? middle.x : -middle.y;
  };
  std::array<std::vector<std::size_t>, 2> sides;
  std::vector<std::size_t> level;
  float middle = 0;
  for (const std::size_t i : near) middle += along(i) / static_cast<float>(near.size());
  for (std::size_t i = 0; i < regions.size(); ++i) {
    if (std::ranges::find(near, i) != near.end()) continue;
    const float from_near = along(i) - middle;
    (std::abs(from_near) < 0.05F ? level : sides.at(from_near < 0 ? 0 : 1)).push_back(i);
  }
  for (const std::size_t i : level) sides.at(sides[0].size() <= sides[1].size() ? 0 : 1).push_back(i);
  const auto before = [&](std::size_t a, std::size_t b) {
    return std::make_tuple(along(a), across(a), a) < std::make_tuple(along(b), across(b), b);
  };
  for (const int more : {0, 1}) {
    auto &full = sides.at(static_cast<std::size_t>(more)), &other = sides.at(static_cast<std::size_t>(1 - more));
    while (full.size() > other.size() + 1) {  // the nearest crosses over
      const auto one =
          more == 0 ? std::max_element(full.begin(), full.end(), before) : std::min_element(full.begin(), full.end(), before);
      other.push_back(*one);
      full.erase(one);
    }
  }
  for (auto& side : sides)
    std::sort(side.begin(), side.end(), [&](std::size_t a, std::size_t b) {
      return std::make_tuple(across(a), along(a), a) < std::make_tuple(across(b), along(b), b);
    });
  return sides;
}

NearLayout::Stand waiting_in(const Box& cell, const Area& area, float name_height) {
  const Box& its = area.bounds();
  const float high = std::max(waiting_apart, cell.height() - name_height);
  NearLayout::Stand stand{.waits = true, .times = 1, .from = its.centre(), .to = {}, .cell = cell};
  stand.times = std::min({cell.width() / its.width(), high / its.height(), largest});
  // Name and region in the middle of the cell together.
  const float tall = its.height() * stand.times, spare = (high - tall) / 2;
  stand.cell.y1 -= spare;
  stand.cell.y0 += spare;
  stand.to = {cell.centre().x, stand.cell.y0 + tall / 2};
  return stand;
}

// Equal shares side by side (on a tall layout one above the other), in the order in which they lie.
std::vector<Box> shared(const Box& middle, std::span<const std::size_t> near, std::span<const RegionView> regions, bool tall) {
  std::vector<std::size_t> order(near.size());
  for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
  const auto lies = [&](std::size_t k) {
    const Point at = regions[near[k]].area.bounds().centre();
    return tall ? std::make_tuple(-at.y, at.x, k) : std::make_tuple(at.x, -at.y, k);
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return lies(a) < lies(b); });
  const float step = ((tall ? middle.height() : middle.width()) + waiting_apart) / static_cast<float>(near.size());
  std::vector<Box> shares(near.size(), middle);
  for (std::size_t place = 0; place < order.size(); ++place) {
    Box& share = shares[order[place]];
    const float from = static_cast<float>(place) * step;
    if (tall) {
      share.y1 = middle.y1 - from;
      share.y0 = share.y1 - step + waiting_apart;
    } else {
      share.x0 = middle.x0 + from;
      share.x1 = share.x0 + step - waiting_apart;
    }
  }
  return shares;
}

}  // namespace

NearLayout near_layout(const content::Layout& whole, std::span<const RegionView> regions, std::span<const std::size_t> near,
                       const NameHeight& name_height) {
  NearLayout made;
  made.layout = whole;
  made.layout.regions.clear();
  made.layout.picture = {};  // regions stand where it does not show them
  made.stands.resize(regions.size());
  const Box ground = ground_of(whole, regions);
  const bool tall = ground.height() > ground.width();
  Box middle = ground;
  const auto sides = sides_of(regions, near, tall);
  const float strip = tall ? strip_of_tall * ground.height() : strip_of_wide * ground.width();
  for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
    if (sides.at(side).empty()) continue;
    Box all = ground;
    if (tall) {
      (side == 0 ? all.y0 : all.y1) = side == 0 ? ground.y1 - strip : ground.y0 + strip;
      (side == 0 ? middle.y1 : middle.y0) = side == 0 ? all.y0 - waiting_apart : all.y1 + waiting_apart;
    } else {
      (side == 0 ? all.x1 : all.x0) = side == 0 ? ground.x0 + strip : ground.x1 - strip;
      (side == 0 ? middle.x0 : middle.x1) = side == 0 ? all.x1 + waiting_apart : all.x0 - waiting_apart;
    }
    const auto count = static_cast<float>(sides.at(side).size());
    const float share = ((tall ? all.width() : all.height()) + waiting_apart) / count;
    float at = 0;
    for (const std::size_t i : sides.at(side)) {
      Box cell = all;
      if (tall) {
        cell.x0 = all.x0 + at;
        cell.x1 = cell.x0 + share - waiting_apart;
      } else {
        cell.y1 = all.y1 - at;
        cell.y0 = cell.y1 - share + waiting_apart;
      }
      at += share;
      made.stands[i] = waiting_in(cell, regions[i].area, name_height(i, cell.width()));
    }
  }
  const std::vector<Box> shares = shared(middle, near, regions, tall);
  for (std::size_t k = 0; k < near.size(); ++k) {
    made.stands[near[k]].from = regions[near[k]].area.bounds().centre();
    made.stands[near[k]].to = shares[k].centre();
    made.stands[near[k]].cell = shares[k];
  }
  for (std::size_t i = 0; i < regions.size(); ++i) {
    const NearLayout::Stand& stand = made.stands[i];
    Area area = stand.waits ? regions[i].area.moved(stand.times, stand.to)
                            : Area(geometry::rounded(stand.to, stand.cell.half(), rounding));
    made.layout.regions.push_back({regions[i].id, std::move(area), {}});
  }
  return made;
}

}  // namespace greenline::scene
