// The second pass of coming to rest: the nearest free spot for what still overlaps.
#include <algorithm>
#include <cmath>

#include "arrange/rest.h"

namespace greenline::arrange {
namespace {

// A zone with this many cards still in each other's way is past finding spots one by one.
constexpr std::size_t crowd_least = 48;
constexpr std::size_t crowd_share = 4;  // or a quarter of its cards

}  // namespace

bool RestSolver::overlaps_at(std::uint32_t i, Point at, bool settled_only) {
  const float clear = card_gap(em_) * 0.2F, x = card_ems * em_ + clear;
  return !grid_.visit(around(at, i), [&](std::uint32_t j) {
    ++spent_;
    if (j == i || (settled_only && !settled_[j])) return true;
    return std::abs(at_[j].x - at.x) >= x || std::abs(at_[j].y - at.y) >= (tall(i) + tall(j)) / 2 + clear;
  });
}

// So far that whoever makes room for it might send it further than its own width. Nobody follows leaves one by one.
bool RestSolver::is_far_from_home(std::uint32_t i, Point at) const { return !leaves_ && length(at - put_[i]) > card_ems * em_; }

void RestSolver::begin_columns_for_crowds() {
  settled_.assign(cards_.size(), 1);
  parted_ = at_;
  std::vector<std::size_t> in_the_way(zones_->places.size(), 0), all(zones_->places.size(), 0);
  for (std::uint32_t i = 0; i < cards_.size(); ++i) {
    ++all[cards_[i].zone];
    if (overlaps_at(i, at_[i], false)) ++in_the_way[cards_[i].zone];
    if (is_far_from_home(i, at_[i]) && !crowded_[cards_[i].zone]) in_columns_[cards_[i].zone] = 1;
  }
  for (std::size_t zone = 0; zone < in_columns_.size(); ++zone)
    if (!crowded_[zone] && in_the_way[zone] > std::max(crowd_least, all[zone] / crowd_share)) in_columns_[zone] = 1;
  pass_ = Pass::clear;
}

// Everyone to where the pushing left them; then rows are laid where there are any, and everyone else finds a spot.
void RestSolver::clear_ground() {
  gap_ = card_gap(em_);
  grid_.reset(zones_->all, largest_.width * 2 + gap_, largest_.height * 2 + gap_, cards_.size());
  at_ = parted_;
  std::fill(settled_.begin(), settled_.end(), std::uint8_t{0});
  for (std::uint32_t i = 0; i < cards_.size(); ++i)
    if (!in_columns_[cards_[i].zone]) grid_.insert(i, at_[i]);
  cursor_ = 0;
  pass_ = Pass::columns;
}

void RestSolver::give_spot(std::uint32_t i) {
  if (settled_[i]) return;
  if (crowded_[cards_[i].zone]) {
    settled_[i] = 1;
    return;
  }
  if (overlaps_at(i, at_[i], true) || !may_stand(*zones_, zone_of(i), at_[i], half(i))) {
    Point spot = at_[i];
    const bool found = find_spot(i, spot);
    if ((!found || is_far_from_home(i, spot)) && !in_columns_[cards_[i].zone]) {
      in_columns_[cards_[i].zone] = 1;
      pass_ = Pass::clear;  // begins again, with columns here
      return;
    }
    move_to(i, spot);
  }
  settled_[i] = 1;
}

// Looks in widening rings around where the card is, on a lattice finer than a card: first for a spot that is in nobody's way;
// a spot on somebody who has yet to settle will do when there is none much further out.
bool RestSolver::find_spot(std::uint32_t i, Point& out) {
  const Zone& zone = zone_of(i);
  const Point from = at_[i];
  const float step_x = (card_ems * em_ + gap_) * 0.25F, step_y = (tall(i) + gap_) * 0.25F;
  const float reach =
      zone.is_ground ? std::max(zones_->all.width() / step_x, zones_->all.height() / step_y)
                     : 2 * std::max(zone.area.bounds().half().width / step_x, zone.area.bounds().half().height / step_y) + 4;
  const int rings = static_cast<int>(std::min(reach, 4000.0F));
  constexpr float none = 1e30F;
  float second = none;  // how far the best spot on somebody unsettled is, lattice steps squared
  int second_ring = 0;
  for (int ring = 1; ring <= rings; ++ring) {
    if (second < none && ring > second_ring + 8) return true;
    float best = none;
    Point best_at;
    const auto look = [&](int u, int v) {
      Point at = from + Point{static_cast<float>(u) * step_x, static_cast<float>(-v) * step_y};
      ++spent_;
      if (!zone.holes.empty()) {  // a ring may be narrower than the lattice
        const Point beside = brought_into(*zones_, zone, at, half(i));
        if (std::abs(beside.x - at.x) < step_x && std::abs(beside.y - at.y) < step_y) at = beside;
      }
      if (!may_stand(*zones_, zone, at, half(i)) || overlaps_at(i, at, true)) return;
      const float distance = static_cast<float>(u * u + v * v);
      if (distance < second) {
        if (second == none) second_ring = ring;
        second = distance;
        out = at;
      }
      if (distance < best && !overlaps_at(i, at, false)) {
        best = distance;
        best_at = at;
      }
    };
    for (int u = -ring; u <= ring; ++u) {
      look(u, -ring);
      look(u, ring);
    }
    for (int v = -ring + 1; v < ring; ++v) {
      look(-ring, v);
      look(ring, v);
    }
    if (best < none) {
      out = best_at;
      return true;
    }
  }
  return second < none;
}

}  // namespace greenline::arrange
