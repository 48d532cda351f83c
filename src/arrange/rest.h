// Where every card comes to rest: near where it was put, clear of the others, within its own edges.
//
// A pure function of the cards' homes and stamps, the zones and the card size: never of what is on a screen, of slots, or of
// how the work was cut into slices. Three passes: cards that overlap push each other apart (who came later yields more); what
// still overlaps takes the nearest free spot; a zone too full for that is laid out in rows.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

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
};

class RestSolver {
 public:
  // Forgets any unfinished work. `zones` must stay as it is until finished. O(n log n).
  void start(const Zones& zones, Half half, std::vector<Standing> cards);
  // Goes on for about `pair_tests` comparisons of two cards (5 to 10 ns each). True when finished.
  bool step(std::size_t pair_tests);
  void finish() {
    while (!step(1 << 20)) continue;
  }
  [[nodiscard]] bool running() const { return pass_ != Pass::done; }
  // Once finished: the cards in the order of their stamps, and where each rests.
  [[nodiscard]] std::span<const Standing> cards() const { return cards_; }
  [[nodiscard]] std::span<const Point> places() const { return at_; }
  [[nodiscard]] Half card() const { return half_; }

 private:
  enum class Pass { part, clear, rows, spots, done };
  void keep_apart(float gap);
  void find_crowds();
  void seed();
  void part_one(std::uint32_t i);
  void push(std::uint32_t i, std::uint32_t j);
  void move_to(std::uint32_t i, Point to);
  void clear_ground();
  void give_spot(std::uint32_t i);
  [[nodiscard]] Box around(Point p) const;
  [[nodiscard]] bool overlaps_at(std::uint32_t i, Point at, bool settled_only);
  [[nodiscard]] bool find_spot(std::uint32_t i, Point& out);
  void lay_rows(std::uint16_t zone);
  void begin_rows_for_crowds();

  const Zones* zones_ = nullptr;
  Half half_;
  float pitch_x_ = 1, pitch_y_ = 1;  // between centres of neighbours, clear space included
  float least_x_ = 1, least_y_ = 1;  // nearer than this is too near
  std::vector<Standing> cards_;
  std::vector<Point> at_, parted_;
  std::vector<std::uint8_t> awake_, awake_next_;  // still pushing, this sweep and the next
  std::vector<std::uint8_t> settled_;             // has its final place
  std::vector<std::uint8_t> in_rows_, crowded_;   // by zone: laid in rows; past even that
  std::vector<std::uint32_t> near_;
  geometry::CentreGrid grid_;
  Pass pass_ = Pass::done;
  std::uint32_t cursor_ = 0;
  int sweep_ = 0;
  bool moved_ = false;
  std::size_t spent_ = 0;
};

}  // namespace greenline::arrange
