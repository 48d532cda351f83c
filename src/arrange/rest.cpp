// The first pass of coming to rest: cards that overlap push each other apart.
#include "arrange/rest.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace greenline::arrange {
namespace {

constexpr int most_sweeps = 90, most_sweeps_of_many = 45;
constexpr std::size_t many = 1500;
constexpr int roomy_sweeps = 30;  // then the clear space between cards gives way, down to a quarter of it
constexpr float later_yields = 0.7F;
// While there is room: of edges, and more where cards are so large that they are few.
constexpr float clear_of_edge_ems = 0.6F, few_from = 16 * grain, few_clear_by = 2;
// Of a zone, clear space included. Cards put down at random cannot all be parted beyond about 0.55 of an area (the jamming
// limit of random sequential adsorption of aligned squares is 0.562).
constexpr float too_full = 0.6F;
constexpr float too_full_of_many = 0.58F;
constexpr std::size_t many_in_a_zone = 500;
constexpr float leaves_spread_from = 0.15F;  // fewer lie where they were put
constexpr double golden_degrees = 137.50776405003785;

Point on_spiral(std::uint32_t k) {
  return geometry::direction(-golden_degrees * static_cast<double>(k)) * (0.62F * std::sqrt(static_cast<float>(k)));
}

}  // namespace

void RestSolver::start(const Zones& zones, Columns& columns, float em, std::vector<Standing> cards) {
  zones_ = &zones;
  columns_ = &columns;
  em_ = em;
  gap_ = card_gap(em);
  cards_ = std::move(cards);
  std::sort(cards_.begin(), cards_.end(),
            [](const Standing& a, const Standing& b) { return std::tie(a.at, a.card) < std::tie(b.at, b.card); });
  leaves_ = std::all_of(cards_.begin(), cards_.end(), [](const Standing& one) { return one.sheet == leaf_sheet; });
  largest_ = half_of({}, em);
  shown_.resize(cards_.size());
  heights_.resize(cards_.size());
  for (std::uint32_t i = 0; i < cards_.size(); ++i) {
    heights_[i] = shown_[i] = tall(i);
    largest_.height = std::max(largest_.height, half(i).height);
  }
  sweep_ = 0;
  in_columns_.assign(zones.places.size(), 0);
  crowded_.assign(zones.places.size(), 0);
  seed();
  find_crowds();
  awake_.assign(cards_.size(), 1);
  for (std::size_t i = 0; i < cards_.size(); ++i) awake_[i] = !in_columns_[cards_[i].zone] && !crowded_[cards_[i].zone];
  awake_next_.assign(cards_.size(), 0);
  pass_ = cards_.empty() ? Pass::done : Pass::part;
  cursor_ = 0;
  moved_ = false;
}

// Zones so full that pushing cannot part their cards go straight to columns.
void RestSolver::find_crowds() {
  std::vector<std::size_t> count(zones_->places.size(), 0);
  std::vector<float> filled(zones_->places.size(), 0);
  for (std::uint32_t i = 0; i < cards_.size(); ++i) {
    ++count[cards_[i].zone];
    filled[cards_[i].zone] += (card_ems * em_ + gap_) * (tall(i) + gap_);
  }
  for (std::size_t zone = 0; zone < count.size(); ++zone) {
    const float full = leaves_ ? leaves_spread_from : count[zone] > many_in_a_zone ? too_full_of_many : too_full;
    in_columns_[zone] = filled[zone] >= full * place(static_cast<std::uint16_t>(zone)).size;
  }
}

// Starts every card at its home. Cards put down on the very same spot start on a spiral around it, or pushing them apart would
// take as many sweeps as there are cards.
void RestSolver::seed() {
  const std::size_t count = cards_.size();
  at_.resize(count);
  put_.resize(count);
  std::unordered_map<std::uint64_t, std::uint32_t> on_spot;
  on_spot.reserve(count);
  grid_.reset(zones_->all, largest_.width * 2 + gap_, largest_.height * 2 + gap_, count);
  const float left = zones_->all.x0 - 2 * grain, top = zones_->all.y1 + 2 * grain;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Standing& card = cards_[i];
    Point p = at_ease(i, card.home);
    put_[i] = p;
    const auto spot = [&](float along) {
      return static_cast<std::uint32_t>(static_cast<std::int32_t>(std::floor(along / em_)));
    };
    const std::uint32_t spot_x = spot(p.x - left), spot_y = spot(top - p.y);
    const std::uint32_t before = on_spot[(std::uint64_t{spot_x} << 32) | spot_y]++;
    if (before > 0) {
      const Point turn = on_spiral(before);
      p = at_ease(i, p + Point{turn.x * (half(i).width * 2 + gap_), turn.y * (tall(i) + gap_)});
    }
    at_[i] = p;
    grid_.insert(i, p);
  }
}

// While there is room for it, clear of the edge. Where a ring is too narrow for a card, to where it is wider.
Point RestSolver::at_ease(std::uint32_t i, Point p) const {
  const Zone& zone = zone_of(i);
  const float clear = clear_of_edge_ems * em_ + few_clear_by * std::max(0.0F, em_ - few_from);
  const Point at =
      sweep_ < roomy_sweeps ? brought_at_ease(*zones_, zone, p, half(i), clear) : brought_into(*zones_, zone, p, half(i));
  if (zone.holes.empty() || may_stand(*zones_, zone, at, half(i))) return at;
  return nearest_in_columns(i, p).value_or(at);
}

std::optional<Point> RestSolver::nearest_in_columns(std::uint32_t i, Point p) const {
  std::optional<Point> nearest;
  for (const Column& column : columns_->of(*zones_, cards_[i].zone, em_)) {
    if (column.length() < tall(i)) continue;
    const Point at{column.x, std::clamp(p.y, column.foot + half(i).height, column.top - half(i).height)};
    if (!nearest || length(at - p) < length(*nearest - p)) nearest = at;
  }
  return nearest;
}

void RestSolver::move_to(std::uint32_t i, Point to) {
  at_[i] = to;
  grid_.move(i, to);
}

// Along the axis on which the two are further apart already, measured in cards, so that a crowd spreads the shape of a card.
void RestSolver::push(std::uint32_t i, std::uint32_t j) {
  const std::uint32_t early = std::min(i, j), late = std::max(i, j);
  const Point d = at_[late] - at_[early];
  const float pitch_x = card_ems * em_ + gap_, pitch_y = (tall(early) + tall(late)) / 2 + gap_;
  if (std::abs(d.x) >= pitch_x - gap_ / 2 || std::abs(d.y) >= pitch_y - gap_ / 2) return;
  Point by;
  const float near_x = std::abs(d.x) / pitch_x, near_y = std::abs(d.y) / pitch_y;
  if (near_x < 0.01F && near_y < 0.01F) {
    const Point turn = geometry::direction(-golden_degrees * static_cast<double>(late));
    by = {turn.x * pitch_x * 0.5F, turn.y * pitch_y * 0.5F};
  } else if (near_x > near_y) {
    by.x = std::copysign(pitch_x - std::abs(d.x), d.x);
  } else {
    by.y = std::copysign(pitch_y - std::abs(d.y), d.y == 0 ? -1.0F : d.y);
  }
  // Where a ring is hardly wider than a card, sideways leads nowhere.
  const Point upright{0, std::copysign(pitch_y - std::abs(d.y), d.y == 0 ? -1.0F : d.y)};
  const auto yields = [&](std::uint32_t card, float share) {
    const Point from = at_[card];
    Point to = at_ease(card, from + by * share);
    const bool in_a_ring = !zone_of(card).holes.empty();
    if (in_a_ring && by.y == 0 && std::abs(to.x - from.x) < std::abs(by.x * share) / 2)
      to = at_ease(card, from + upright * share);
    move_to(card, to);
    awake_next_[card] = 1;
  };
  // A crowd that stands in columns, or lies over itself, pushes nobody and is not pushed.
  const auto stands = [&](std::uint32_t card) { return in_columns_[cards_[card].zone] || crowded_[cards_[card].zone]; };
  if (stands(i) || stands(j)) return;
  yields(late, later_yields);
  yields(early, later_yields - 1);
  moved_ = true;
}

// Where the middles of those lie that might be in a card's way.
Box RestSolver::around(Point p, std::uint32_t i) const {
  return box_around(p, {card_ems * em_ + gap_, half(i).height + largest_.height + gap_});
}

void RestSolver::part_one(std::uint32_t i) {
  near_.clear();
  const float least_x = card_ems * em_ + gap_ / 2;
  grid_.visit(around(at_[i], i), [&](std::uint32_t j) {
    ++spent_;
    const Point d = at_[j] - at_[i];
    if (j != i && std::abs(d.x) < least_x && std::abs(d.y) < (tall(i) + tall(j) + gap_) / 2) near_.push_back(j);
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
      if (give > 0) gap_ = card_gap(em_) * std::max(0.25F, 1 - give);
      if (!moved_ || sweep_ >= (cards_.size() > many ? most_sweeps_of_many : most_sweeps)) begin_columns_for_crowds();
      moved_ = false;
    } else if (pass_ == Pass::clear) {
      clear_ground();
    } else if (pass_ == Pass::columns) {
      const std::uint32_t zone = cursor_++;
      if (zone >= in_columns_.size()) {
        cursor_ = 0;
        pass_ = Pass::spots;
      } else if (in_columns_[zone]) {
        lay_columns(static_cast<std::uint16_t>(zone));
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
