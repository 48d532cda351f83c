// The first pass of coming to rest: cards that overlap push each other apart.
#include "arrange/rest.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "arrange/card_size.h"
#include "arrange/rows.h"

namespace greenline::arrange {
namespace {

constexpr int most_sweeps = 90, most_sweeps_of_many = 45;
constexpr std::size_t many = 1500;
constexpr int roomy_sweeps = 30;  // then the clear space between cards gives way, down to a quarter of it
constexpr float later_yields = 0.7F;
constexpr float too_full = 0.74F;  // of a zone, clear space included
constexpr float too_full_of_many = 0.58F;
constexpr std::size_t many_in_a_zone = 500;
constexpr double golden_degrees = 137.50776405003785;

Point on_spiral(std::uint32_t k) {
  return geometry::direction(-golden_degrees * static_cast<double>(k)) * (0.62F * std::sqrt(static_cast<float>(k)));
}

}  // namespace

void RestSolver::start(const Zones& zones, Half half, std::vector<Standing> cards) {
  zones_ = &zones;
  half_ = half;
  keep_apart(card_gap(half));
  cards_ = std::move(cards);
  std::sort(cards_.begin(), cards_.end(),
            [](const Standing& a, const Standing& b) { return std::tie(a.at, a.card) < std::tie(b.at, b.card); });
  in_rows_.assign(zones.places.size(), 0);
  crowded_.assign(zones.places.size(), 0);
  seed();
  find_crowds();
  awake_.assign(cards_.size(), 1);
  for (std::size_t i = 0; i < cards_.size(); ++i) awake_[i] = !in_rows_[cards_[i].zone] && !crowded_[cards_[i].zone];
  awake_next_.assign(cards_.size(), 0);
  pass_ = cards_.empty() ? Pass::done : Pass::part;
  cursor_ = 0;
  sweep_ = 0;
  moved_ = false;
}

void RestSolver::keep_apart(float gap) {
  pitch_x_ = half_.width * 2 + gap;
  pitch_y_ = half_.height * 2 + gap;
  least_x_ = pitch_x_ - gap * 0.5F;
  least_y_ = pitch_y_ - gap * 0.5F;
}

// Zones so full that pushing cannot part their cards go straight to rows; where even rows cannot hold them, they lie over each
// other where they were put.
void RestSolver::find_crowds() {
  std::vector<std::size_t> count(zones_->places.size(), 0);
  for (const Standing& card : cards_) ++count[card.zone];
  for (std::size_t zone = 0; zone < count.size(); ++zone) {
    const float filled = static_cast<float>(count[zone]) * pitch_x_ * pitch_y_;
    if (filled < (count[zone] > many_in_a_zone ? too_full_of_many : too_full) * zones_->places[zone].size) continue;
    const float gap = card_gap(half_);
    if (row_places(*zones_, zones_->places[zone], half_, gap, count[zone]).size() >= count[zone])
      in_rows_[zone] = 1;
    else
      crowded_[zone] = 1;
  }
}

// Starts every card at its home. Cards put down on the very same spot start on a spiral around it, or pushing them apart would
// take as many sweeps as there are cards.
void RestSolver::seed() {
  const std::size_t count = cards_.size();
  at_.resize(count);
  std::unordered_map<std::uint64_t, std::uint32_t> on_spot;
  on_spot.reserve(count);
  grid_.reset(zones_->all, pitch_x_, pitch_y_, count);
  const float left = zones_->all.x0 - 2 * grain, top = zones_->all.y1 + 2 * grain;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Standing& card = cards_[i];
    const Zone& zone = zones_->places[card.zone];
    Point p = brought_into(*zones_, zone, card.home, half_);
    const auto spot_x = static_cast<std::uint32_t>(static_cast<std::int32_t>(std::floor((p.x - left) / (half_.width * 0.25F))));
    const auto spot_y = static_cast<std::uint32_t>(static_cast<std::int32_t>(std::floor((top - p.y) / (half_.height * 0.25F))));
    const std::uint32_t before = on_spot[(std::uint64_t{spot_x} << 32) | spot_y]++;
    if (before > 0) {
      const Point turn = on_spiral(before);
      p = brought_into(*zones_, zone, p + Point{turn.x * pitch_x_, turn.y * pitch_y_}, half_);
    }
    at_[i] = p;
    grid_.insert(i, p);
  }
}

void RestSolver::move_to(std::uint32_t i, Point to) {
  at_[i] = to;
  grid_.move(i, to);
}

// Along the axis on which the two are further apart already, measured in cards, so that a crowd spreads the shape of a card.
void RestSolver::push(std::uint32_t i, std::uint32_t j) {
  const std::uint32_t early = std::min(i, j), late = std::max(i, j);
  const Point d = at_[late] - at_[early];
  if (std::abs(d.x) >= least_x_ || std::abs(d.y) >= least_y_) return;
  Point by;
  const float near_x = std::abs(d.x) / pitch_x_, near_y = std::abs(d.y) / pitch_y_;
  if (near_x < 0.01F && near_y < 0.01F) {
    const Point turn = geometry::direction(-golden_degrees * static_cast<double>(late));
    by = {turn.x * pitch_x_ * 0.5F, turn.y * pitch_y_ * 0.5F};
  } else if (near_x > near_y) {
    by.x = std::copysign(pitch_x_ - std::abs(d.x), d.x);
  } else {
    by.y = std::copysign(pitch_y_ - std::abs(d.y), d.y == 0 ? -1.0F : d.y);
  }
  // A crowd that lies over itself pushes nobody and is not pushed.
  if (crowded_[cards_[i].zone] || crowded_[cards_[j].zone]) return;
  const Zone& late_zone = zones_->places[cards_[late].zone];
  const Zone& early_zone = zones_->places[cards_[early].zone];
  move_to(late, brought_into(*zones_, late_zone, at_[late] + by * later_yields, half_));
  move_to(early, brought_into(*zones_, early_zone, at_[early] - by * (1 - later_yields), half_));
  awake_next_[late] = awake_next_[early] = 1;
  moved_ = true;
}

Box RestSolver::around(Point p) const { return box_around(p, {pitch_x_, pitch_y_}); }

void RestSolver::part_one(std::uint32_t i) {
  near_.clear();
  grid_.visit(around(at_[i]), [&](std::uint32_t j) {
    ++spent_;
    const Point d = at_[j] - at_[i];
    if (j != i && std::abs(d.x) < least_x_ && std::abs(d.y) < least_y_) near_.push_back(j);
    return true;
  });
  // The grid lists a cell's cards in the order they came into it; pushing goes by stamps.
  std::sort(near_.begin(), near_.end());
  for (const std::uint32_t j : near_) push(i, j);
}

bool RestSolver::step(std::size_t pair_tests) {
  spent_ = 0;
  while (pass_ != Pass::done && spent_ < pair_tests) {
    if (pass_ == Pass::part) {
      if (cursor_ < cards_.size()) {
        if (awake_[cursor_]) part_one(cursor_);
        ++cursor_;
        continue;
      }
      awake_.swap(awake_next_);
      std::fill(awake_next_.begin(), awake_next_.end(), std::uint8_t{0});
      cursor_ = 0;
      spent_ += cards_.size() / 8 + 1;
      ++sweep_;
      const float give = static_cast<float>(sweep_ - roomy_sweeps) / roomy_sweeps;
      if (give > 0) keep_apart(card_gap(half_) * std::max(0.25F, 1 - give));
      if (!moved_ || sweep_ >= (cards_.size() > many ? most_sweeps_of_many : most_sweeps)) begin_rows_for_crowds();
      moved_ = false;
    } else if (pass_ == Pass::clear) {
      clear_ground();
    } else if (pass_ == Pass::rows) {
      const std::uint32_t zone = cursor_++;
      if (zone >= in_rows_.size()) {
        cursor_ = 0;
        pass_ = Pass::spots;
      } else if (in_rows_[zone]) {
        lay_rows(static_cast<std::uint16_t>(zone));
      }
    } else if (cursor_ < cards_.size()) {
      give_spot(cursor_++);
    } else {
      pass_ = Pass::done;
    }
  }
  return pass_ == Pass::done;
}

}  // namespace greenline::arrange
