// Where every card comes to rest: near where it was put, clear of the others, within its own edges.
//
// A pure function of the cards' homes, stamps and heights, the zones and the type size: never of what is on a screen, of slots,
// or of how the work was cut into slices. Three passes: cards that overlap push each other apart (who came later yields more);
// what still overlaps takes the nearest free spot; a zone too full for that, or where a card would come to rest further than
// its width from where it was put, is laid out in columns: so that a card that is moved shifts no other far. Where even columns
// have no room for all of them whole, some lie under the next one and show their first line (shingles); where there is no room
// for that many lines, the oldest show their upper edge. Leaves stand in a grid.
#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "arrange/columns.h"
#include "arrange/sheet.h"
#include "arrange/zones.h"
#include "geometry/grid.h"
#include "model/timestamp.h"

namespace greenline::arrange {

struct Standing {
  std::uint32_t slot = 0;  // the caller's; not looked at
  std::uint16_t zone = 0;
  Point home;           // where it was put, canvas units
  model::Timestamp at;  // when
  model::CardId card;   // breaks ties
  Sheet sheet = leaf_sheet;
  bool has_twin = false;  // where the canvas pairs cards (settlers.h)
};

class RestSolver {
 public:
  // Forgets any unfinished work. `zones` and their columns must stay as they are until finished. O(n log n).
  void start(const Zones& zones, Columns& columns, float em, std::vector<Standing> cards);
  // Goes on for about `pair_tests` comparisons of two cards (5 to 10 ns each). True when finished.
  bool step(std::size_t pair_tests);
  void finish() {
    while (!step(1 << 20)) continue;
  }
  [[nodiscard]] bool running() const { return pass_ != Pass::done; }
  // Once finished: the cards in the order of their stamps, and where each rests.
  [[nodiscard]] std::span<const Standing> cards() const { return cards_; }
  [[nodiscard]] std::span<const Point> places() const { return at_; }
  // How high each stands, and how much of that is seen, from its top, canvas units: all of what its words need, or less where
  // it lies under the next card of its column. Its foot is hidden there.
  [[nodiscard]] std::span<const float> heights() const { return heights_; }
  [[nodiscard]] std::span<const float> shown() const { return shown_; }
  [[nodiscard]] float em() const { return em_; }

 private:
  enum class Pass { part, clear, columns, spots, done };
  void keep_apart(float gap);
  void find_crowds();
  void seed();
  void part_one(std::uint32_t i);
  void push(std::uint32_t i, std::uint32_t j);
  void move_to(std::uint32_t i, Point to);
  [[nodiscard]] Point at_ease(std::uint32_t i, Point) const;
  [[nodiscard]] std::optional<Point> nearest_in_columns(std::uint32_t i, Point) const;
  void clear_ground();
  void give_spot(std::uint32_t i);
  [[nodiscard]] const Zone& zone_of(std::uint32_t i) const { return place(cards_[i].zone); }
  [[nodiscard]] const Zone& place(std::uint16_t zone) const { return (leaves_ ? zones_->leaf_places : zones_->places)[zone]; }
  [[nodiscard]] Half half(std::uint32_t i) const { return half_of(cards_[i].sheet, em_); }
  [[nodiscard]] float tall(std::uint32_t i) const { return cards_[i].sheet.tall_ems() * em_; }
  [[nodiscard]] float first(std::uint32_t i) const { return std::min(tall(i), cards_[i].sheet.first_ems() * em_); }
  [[nodiscard]] float sliver() const { return sliver_ems * em_; }
  [[nodiscard]] Box around(Point p, std::uint32_t i) const;
  [[nodiscard]] bool overlaps_at(std::uint32_t i, Point at, bool settled_only);
  [[nodiscard]] bool find_spot(std::uint32_t i, Point& out);
  [[nodiscard]] bool is_far_from_home(std::uint32_t i, Point at) const;
  void begin_columns_for_crowds();
  // rest_columns.cpp
  void lay_columns(std::uint16_t zone);
  using ByColumn = std::vector<std::vector<std::uint32_t>>;  // in each from the top, in the order of their homes
  [[nodiscard]] std::optional<ByColumn> chosen(std::span<const Column>, std::span<const std::uint32_t> cards, float gap) const;
  [[nodiscard]] bool stand_in_columns(std::uint16_t zone, std::span<const std::uint32_t> cards);
  [[nodiscard]] bool stand_in_grid(std::uint16_t zone, std::span<const std::uint32_t> leaves);
  [[nodiscard]] Point as_if_laid(std::uint16_t zone, std::uint32_t leaf, Point, float gap) const;
  void stand_in(const Column&, std::vector<std::uint32_t> cards);
  [[nodiscard]] std::vector<float> near_home(const Column&, const std::vector<std::uint32_t>& cards,
                                             const std::vector<float>& pitches) const;
  std::vector<float> shingled(const Column&, const std::vector<std::uint32_t>& cards, std::vector<float> pitches, float over);

  const Zones* zones_ = nullptr;
  Columns* columns_ = nullptr;
  float em_ = 0;
  float gap_ = 0;  // clear space between cards
  Half largest_;   // of all of them
  bool leaves_ = false;
  std::vector<Standing> cards_;
  std::vector<float> heights_, shown_;
  std::vector<Point> put_;  // where each would be alone
  std::vector<Point> at_, parted_;
  std::vector<std::uint8_t> awake_, awake_next_;    // still pushing, this sweep and the next
  std::vector<std::uint8_t> settled_;               // has its final place
  std::vector<std::uint8_t> in_columns_, crowded_;  // by zone: laid in columns; past even that
  std::vector<std::uint32_t> near_;
  geometry::CentreGrid grid_;
  Pass pass_ = Pass::done;
  std::uint32_t cursor_ = 0;
  int sweep_ = 0;
  bool moved_ = false;
  std::size_t spent_ = 0;
};

}  // namespace greenline::arrange
