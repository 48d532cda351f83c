// One type size a wall: the largest, in steps, at which every place shows all its cards whole and cards can stand on most of
// its ground (not only in a ring's corners); where that would be too small to read, the smallest that can be read, with cards
// that show their first lines, and where some place has no room for all of those either, of some the upper edge alone; where
// even that has no room, leaves.
#pragma once
#include <array>
#include <vector>

#include "arrange/columns.h"
#include "arrange/sheet.h"

namespace greenline::arrange {

struct TypeSize {
  float em = 0;         // canvas units
  bool tight = false;   // words stand nearer to their card's upper and lower edge
  bool leaves = false;  // too small for words
  friend bool operator==(const TypeSize&, const TypeSize&) = default;
  // What a card that needs this takes.
  [[nodiscard]] Sheet of(Sheet sheet) const { return leaves ? leaf_sheet : tight ? sheet.tightened() : sheet; }
};

// What stands in one zone: how many cards of each height.
class Load {
 public:
  void add(Sheet sheet) { count(sheet, 1); }
  void take(Sheet sheet) { count(sheet, -1); }
  void add(const Load& other) {
    for (std::size_t height = 0; height < of_height_.size(); ++height) of_height_[height] += other.of_height_[height];
    first_lines_ += other.first_lines_;
    cards_ += other.cards_;
  }
  // The tallest of them; of none, nothing.
  [[nodiscard]] Sheet tallest() const;
  [[nodiscard]] int cards() const { return cards_; }
  [[nodiscard]] int of_height(std::size_t sixteenths) const { return of_height_[sixteenths]; }
  [[nodiscard]] int first_lines() const { return first_lines_; }  // sixteenths of an em, of all
  friend bool operator==(const Load&, const Load&) = default;

 private:
  void count(Sheet sheet, int by) {
    of_height_[std::min(sheet.tall, tallest_sheet)] += by;
    first_lines_ += by * sheet.first;
    cards_ += by;
  }
  std::array<int, tallest_sheet + 1U> of_height_{};
  int cards_ = 0, first_lines_ = 0;
};

// What stands in a zone, and what stood there and has left (left.h).
struct ZoneLoad {
  Load here, left;
};

class TypeSizes {
 public:
  // A pure function of its arguments, always of the same zones: what was found is kept. `least_em`: the smallest that can be
  // read where the wall is seen, canvas units.
  //
  // Nothing grows because one card left: a size that would not have room for what left as well needs clearly more room than a
  // size that was never filled.
  [[nodiscard]] TypeSize for_zone_loads(const Zones&, const std::vector<ZoneLoad>& by_zone, float least_em);
  // The same for some minutes, while something takes a part of the ground: cards stay as large as they rested, as long as each
  // place shows their first lines; else the largest at which it does. Where none does, in the smallest: one place without
  // room makes no leaves of all.
  [[nodiscard]] TypeSize for_less_ground(const Zones&, const std::vector<ZoneLoad>& by_zone, TypeSize rested, float least_em);
  // Whether these many cards can only be leaves, whatever their words: then nobody needs to measure them.
  [[nodiscard]] bool surely_leaves(const Zones&, const std::vector<ZoneLoad>& by_zone, float least_em);
  [[nodiscard]] Columns& columns() { return columns_; }

 private:
  [[nodiscard]] bool has_room(const Zones&, std::size_t zone, const Load&, TypeSize, float spare);
  [[nodiscard]] bool shows_first_lines(const Zones&, std::size_t zone, int cards, int first_lines, TypeSize, float fullest);
  [[nodiscard]] bool has_room_for_piles(const Zones&, std::size_t zone, int cards, int first_lines, float em, float fullest);
  [[nodiscard]] bool has_room_for_strips(const Zones&, std::size_t zone, int cards, float strips_ems, float beyond_ems,
                                         float em, float fullest);
  [[nodiscard]] bool has_room_for_leaves(const Zones&, std::size_t zone, int cards, float em, float fullest);
  [[nodiscard]] bool reaches_most_ground(const Zones&, float em, float least_em);
  [[nodiscard]] float leaf_em(const Zones&, const std::vector<ZoneLoad>& by_zone, float below);
  Columns columns_;
  struct Answer {
    TypeSize type;
    Load load;
    float spare = -1;
    bool fits = false;
  };
  std::vector<Answer> answers_;  // by zone: the last
};

}  // namespace greenline::arrange
