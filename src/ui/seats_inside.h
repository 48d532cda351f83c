// What is inside Seats: all seats of one screen, and how they share it.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "ui/place_seat.h"
#include "ui/seat.h"

namespace greenline::ui {

struct Seats::Inside {
  Inside(text::Engine& engine, const content::Strings& strings, const Keyboards& keyboards)
      : surroundings{engine, strings, keyboards, palette, {}} {}

  HostContext host;
  content::Palette palette;
  Surroundings surroundings;
  std::vector<std::unique_ptr<Seat>> seats;
  std::vector<Drawing> drawings;
  Answers answers;  // said between two updates
  WallWords wall;   // the wall's own words
  int last_id = 0;
  int active = 0;               // opened or touched last
  bool room_came_free = false;  // since those who wait were asked last
  std::uint64_t drafts_version = 0;
  GlyphTextures glyphs;
  struct Atlases {  // what glyphs' places in their textures hang on
    std::uint32_t generation = 0;
    std::array<int, 4> sides{};  // of the atlases, texels
    friend bool operator==(const Atlases&, const Atlases&) = default;
  };
  Atlases atlases;

  Seat* find(int id) {
    const auto found = std::ranges::find_if(seats, [id](const auto& seat) { return seat->id() == id; });
    return found == seats.end() ? nullptr : found->get();
  }
  Seat* find_to_write();  // where keys go now: the active one, brought up; null when there is none

  [[nodiscard]] Company company_of(const Seat&) const;

  // Finding room; in seats_room.cpp.
  struct Spot {
    PixelRect rect;
    Side foot = Side::below;
    Measures measures;
  };
  struct ChipMove {
    Seat* chip = nullptr;
    Spot to;
  };
  [[nodiscard]] Ground ground(std::span<const PixelRect> taken) const;
  [[nodiscard]] Side foot_for(const Seat&) const;
  // Panels of all others. Chips are in the way of chips only: they make room for seats.
  [[nodiscard]] std::vector<PixelRect> panels_beside(const Seat&, bool with_chips) const;
  [[nodiscard]] std::optional<std::vector<ChipMove>> chips_aside(const Seat& newcomer, const PixelRect& its) const;
  [[nodiscard]] std::optional<Spot> spot_for_chip(const Seat&, std::span<const PixelRect> taken) const;
  void stand(Seat&, const Spot&, std::span<const ChipMove>);
  bool find_room(Seat&);
  bool find_room_at_end(Seat&);
  // Not over what is taken, over as little as may be of the rest, within this reach (pixels; 0: anywhere).
  bool find_room_beside(Seat&, std::span<const PixelRect> taken, std::span<const PixelRect> little, float reach);
  bool find_room_on(Seat&, const Ground&);
  bool find_room_at_side(Seat&, const Ground&);
  template <class Place>
  bool find_size(Seat&, Place);
  void squeeze_in(Seat&);  // where there is no room: over others
  void stand_or_squeeze(Seat& seat) {
    if (!find_room(seat)) squeeze_in(seat);
  }
  // Somebody came to one who sits alone at a small screen: theirs is to be a low one of the row. In seats_row.cpp.
  void plan_row();
  enum class SetsOut : std::uint8_t { after_a_moment, at_once };
  void form_row(SetsOut);  // as soon as nobody touches it
  bool wait_for_room(Seat&);
  void wait_over_others(Seat&);
  void let_in();
  [[nodiscard]] std::optional<PixelRect> beyond_edge(const Seat&, const Measures&, float width, float height) const;
  void tuck(Seat&);
  void tuck_somewhere(Seat&);
  void wake(Seat&);
  void refit(Seat&);  // what it holds has become higher or lower
  void place_all_again();

  template <class Act>
  void at(Seat&, Act);
  void pass(Seat&, float seconds);
  bool atlas_moved();
  void draw(float seconds);
};

}  // namespace greenline::ui
