// The third pass of coming to rest: zones too full for anything else, laid out in columns, as shingles where these are too
// short.
#include <algorithm>
#include <numeric>
#include <tuple>

#include "arrange/choose_columns.h"
#include "arrange/rest.h"

namespace greenline::arrange {
namespace {

constexpr float under_ems = 0.9F;         // how far a card reaches under the one that covers its foot: less than that shows
constexpr std::size_t tests_a_card = 20;  // standing a card in a column costs about as much as so many comparisons

}  // namespace

// Where there is no room for all first lines, as if each showed as much less as one in a pile does on average; where columns
// end awkwardly for that, its upper edge.
std::optional<RestSolver::ByColumn> RestSolver::chosen(std::span<const Column> columns, std::span<const std::uint32_t> cards,
                                                       float gap) const {
  std::vector<Stander> standers;
  standers.reserve(cards.size());
  for (const std::uint32_t i : cards) standers.push_back({cards_[i].home, tall(i), first(i)});
  auto column_of = choose_columns(columns, standers, gap);
  const auto with_less = [&](auto&& less) {
    if (column_of || leaves_) return;
    for (std::size_t k = 0; k < cards.size(); ++k) standers[k].first = less(first(cards[k]));
    column_of = choose_columns(columns, standers, gap);
  };
  with_less([&](float line) { return piled(line, sliver()); });
  with_less([&](float line) { return std::min(line, sliver()); });
  if (!column_of) return std::nullopt;
  ByColumn standing(columns.size());
  for (std::size_t k = 0; k < cards.size(); ++k) standing[(*column_of)[k]].push_back(cards[k]);
  for (auto& one : standing)
    std::sort(one.begin(), one.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::make_tuple(-cards_[a].home.y, a) < std::make_tuple(-cards_[b].home.y, b);
    });
  return standing;
}

void RestSolver::stand_in(const Column& column, std::vector<std::uint32_t> cards) {
  if (cards.empty()) return;
  float needed = -gap_, strips = 0;
  for (const std::uint32_t i : cards) {
    needed += tall(i) + gap_;
    strips += first(i);
  }
  // Where all of them show one line, the one that has least beyond it stands last.
  const auto beyond = [&](std::uint32_t i) { return tall(i) - first(i); };
  if (strips + beyond(cards.back()) > column.length()) {
    const auto least = std::min_element(cards.begin(), cards.end(), [&](auto a, auto b) { return beyond(a) < beyond(b); });
    std::rotate(least, least + 1, cards.end());
  }
  std::vector<float> pitches;  // from a card's top to the next one's
  pitches.reserve(cards.size());
  for (const std::uint32_t i : cards) pitches.push_back(tall(i) + gap_);
  const std::vector<float> tops =
      needed > column.length() ? shingled(column, cards, pitches, needed - column.length()) : near_home(column, cards, pitches);
  for (std::size_t k = 0; k < cards.size(); ++k) at_[cards[k]] = {column.x, tops[k] - heights_[cards[k]] / 2};
}

// Each as near to its home as the others allow.
std::vector<float> RestSolver::near_home(const Column& column, const std::vector<std::uint32_t>& cards,
                                         const std::vector<float>& pitches) const {
  std::vector<float> tops(cards.size());
  float below = column.top;
  for (std::size_t k = 0; k < cards.size(); ++k) {
    tops[k] = std::min(below, cards_[cards[k]].home.y + tall(cards[k]) / 2);
    below = tops[k] - pitches[k];
  }
  float least = column.foot - gap_;
  for (std::size_t k = cards.size(); k-- > 0;) {
    tops[k] = std::max(tops[k], least + pitches[k]);
    least = tops[k];
  }
  return tops;
}

// Too many by `over`: those that give most room by it lie under the next one, down to their first line, the others stay whole;
// the last of a column always is. Where that is not enough, the oldest give their first line too, for an edge.
std::vector<float> RestSolver::shingled(const Column& column, const std::vector<std::uint32_t>& cards,
                                        std::vector<float> pitches, float over) {
  std::vector<std::size_t> order(cards.size() - 1);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto gain = [&](std::size_t k) { return std::max(0.0F, pitches[k] - first(cards[k])); };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return gain(a) > gain(b); });
  for (const std::size_t k : order) {
    if (over <= 0) break;
    const float gained = gain(k);
    over -= gained;
    pitches[k] -= gained;
    if (gained <= gap_) continue;  // only the space between them
    shown_[cards[k]] = pitches[k];
    heights_[cards[k]] = std::min(tall(cards[k]), pitches[k] + under_ems * em_);
  }
  std::vector<std::size_t> by_age(order.size());
  std::iota(by_age.begin(), by_age.end(), std::size_t{0});
  std::sort(by_age.begin(), by_age.end(), [&](std::size_t a, std::size_t b) { return cards[a] < cards[b]; });
  for (const std::size_t k : by_age) {
    if (over <= grain / 100) break;  // what floats leave of a column that is just full
    const float gained = std::max(0.0F, pitches[k] - sliver());
    over -= gained;
    pitches[k] -= gained;
    shown_[cards[k]] = pitches[k];
    heights_[cards[k]] = std::min(tall(cards[k]), pitches[k] + under_ems * em_);
  }
  std::vector<float> tops(cards.size());
  float top = column.top + std::min(0.0F, over) / 2;  // what is left, above and below
  for (std::size_t k = 0; k < cards.size(); ++k) {
    tops[k] = top;
    top -= pitches[k];
  }
  return tops;
}

bool RestSolver::stand_in_columns(std::uint16_t zone, std::span<const std::uint32_t> cards) {
  const std::span<const Column> columns = columns_->of(*zones_, zone, em_);
  spent_ += cards.size() * (tests_a_card + columns.size());
  auto standing = chosen(columns, cards, gap_);
  if (!standing) return false;
  for (std::size_t c = 0; c < columns.size(); ++c) stand_in(columns[c], std::move((*standing)[c]));
  return true;
}

// A little aside, each its own way, as people lay things: by less than half of what is free between two.
Point RestSolver::as_if_laid(std::uint16_t zone, std::uint32_t i, Point at, float gap) const {
  constexpr float most = 0.4F;
  const auto& bytes = cards_[i].card.bytes;
  const auto share = [](std::uint8_t byte) { return static_cast<float>(byte) / 127.5F - 1; };
  const float free_x = std::max(0.0F, gap * card_aspect - card_gap(em_)), free_y = std::max(0.0F, gap - card_gap(em_));
  const Point aside = at + Point{share(bytes[15]) * most * free_x, share(bytes[14]) * most * free_y};
  return may_stand(*zones_, place(zone), aside, half(i)) ? aside : at;
}

// As far apart as all of them have room; each column's about its middle.
bool RestSolver::stand_in_grid(std::uint16_t zone, std::span<const std::uint32_t> leaves) {
  const int count = static_cast<int>(leaves.size());
  int spread = spread_for(columns_->of_leaves(*zones_, zone, em_, 0).cells, count);
  while (spread > 0 && columns_->of_leaves(*zones_, zone, em_, spread).cells < count) --spread;
  LeafGrid grid = columns_->of_leaves(*zones_, zone, em_, spread);
  spent_ += leaves.size() * (tests_a_card + grid.columns.size());
  if (grid.cells < count) return false;
  grid = gathered(std::move(grid), count);
  const float tall = leaf_sheet.tall_ems() * em_, gap = grid.pitch_y - tall;
  std::vector<Column> roomy = grid.columns;  // for sums of floats
  for (Column& column : roomy) column.top += tall / 8;
  const auto standing = chosen(roomy, leaves, gap);
  if (!standing) return false;
  for (std::size_t c = 0; c < roomy.size(); ++c) {
    const auto& column = (*standing)[c];
    const int above = (grid.rows[c] - static_cast<int>(column.size())) / 2;
    for (std::size_t k = 0; k < column.size(); ++k) {
      const float down = static_cast<float>(above + static_cast<int>(k)) * grid.pitch_y;
      at_[column[k]] = as_if_laid(zone, column[k], {grid.columns[c].x, grid.columns[c].top - tall / 2 - down}, gap);
    }
  }
  return true;
}

void RestSolver::lay_columns(std::uint16_t zone) {
  gap_ = card_gap(em_);
  std::vector<std::uint32_t> cards;
  for (std::uint32_t i = 0; i < cards_.size(); ++i)
    if (cards_[i].zone == zone) cards.push_back(i);
  if (!(leaves_ ? stand_in_grid(zone, cards) : stand_in_columns(zone, cards))) {
    crowded_[zone] = 1;  // they lie over each other, where they were put
    for (const std::uint32_t i : cards) at_[i] = brought_into(*zones_, zone_of(i), cards_[i].home, half(i));
  }
  for (const std::uint32_t i : cards) {
    settled_[i] = 1;
    grid_.insert(i, at_[i]);
  }
}

}  // namespace greenline::arrange
