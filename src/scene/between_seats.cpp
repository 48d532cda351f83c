// Finds free boxes between seats, gives regions the least that they need, nearest first, and lets them grow into what is left.
#include "scene/between_seats.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "geometry/forms.h"
#include "scene/framed_layout.h"

namespace greenline::scene {
namespace {

using geometry::Area;
using geometry::Box;
using geometry::Point;

constexpr float from_seats = 0.012F, apart = 0.014F, from_the_edge = 0.014F;
constexpr float inner = 0.02F;                                   // of a membrane, to its cards and its name
constexpr float between_cards = 1.05F;                           // of a card's width, from one to the next
constexpr float under_the_last = 1.2F;                           // lines, of the card that lies on top of its column
constexpr float corner_rounding = 0.09F, most_rounding = 0.45F;  // the second of a region's shorter half
constexpr float narrow_name = 0.8F;                              // names step down as far
constexpr float name_on_two_rows = 1.9F;
constexpr int lines_of_a_name = 2;
constexpr float growth_step = 0.01F;
constexpr float shape_matters = 0.08F, likes_to_be = 1.6F;  // times as wide as high

bool touches_any(const Box& box, std::span<const Box> things) {
  return std::ranges::any_of(things, [&](const Box& one) { return one.touches(box); });
}

// It stands round others, which lie on its ground.
bool is_round_others(const content::Layout& layout, const Around& around, std::size_t i) {
  const Area filled = layout.regions[i].area.filled();
  for (std::size_t k = 0; k < layout.regions.size(); ++k) {
    const Box& other = layout.regions[k].area.bounds();
    if (k != i && around.needs[k].is_shown && filled.contains(other.centre()) && filled.bounds().covers(other)) return true;
  }
  return false;
}

// Where names stand in a layout that has been squeezed: at their place, and once more across the middle of their region.
std::vector<RegionNeed> moved_names(const content::Layout& from, const content::Layout& to, std::span<const RegionNeed> needs) {
  std::vector<RegionNeed> moved(needs.begin(), needs.end());
  for (std::size_t i = 0; i < moved.size(); ++i) {
    std::vector<Box>& names = moved[i].names;
    if (names.empty() || from.regions[i].area.is(to.regions[i].area)) continue;
    const Point was{from.regions[i].label.x, from.regions[i].label.y}, is{to.regions[i].label.x, to.regions[i].label.y};
    const Box first = geometry::box_around(names.front().centre() + (is - was), names.front().half());
    for (std::size_t copy = 0; copy < names.size(); ++copy) {
      const Point across = to.regions[i].area.bounds().centre() * 2 - first.centre();
      names[copy] = copy == 0 ? first : geometry::box_around(across, names[copy].half());
    }
  }
  return moved;
}

// One way of standing between seats.
class Places {
 public:
  // `is_whole`: not squeezed, so that regions without a seat have the ground that they need.
  Places(const content::Layout& layout, const Around& around, bool is_whole)
      : layout_(layout),
        around_(around),
        is_whole_(is_whole),
        all_(geometry::box_around({}, {layout.width / 2, layout.height / 2}).grown(-from_the_edge)),
        boxes_(layout.regions.size()),
        moves_(layout.regions.size(), false) {
    for (const Box& seat : around.seats) seats_.push_back(seat.grown(from_seats));
    for (std::size_t i = 0; i < layout.regions.size(); ++i) {
      homes_.push_back(layout.regions[i].area.bounds());
      encloses_.push_back(is_round_others(layout, around, i));
      if (encloses_[i]) std::ranges::copy(around.needs[i].names, std::back_inserter(names_round_others_));
    }
  }

  [[nodiscard]] BetweenSeats found() {
    for (std::size_t i = 0; i < homes_.size(); ++i) moves_[i] = may_move(i) && lacks_ground(i);
    int least = std::numeric_limits<int>::max();
    std::vector<std::optional<Box>> best;
    std::vector<bool> best_moves;
    // Whoever finds no room asks the nearest that stayed to give some of theirs.
    for (std::size_t round = 0; round <= homes_.size(); ++round) {
      place_all();
      const int lacking = lines_lacking();
      if (lacking < least) {
        least = lacking;
        best = boxes_;
        best_moves = moves_;
      }
      if (lacking == 0 || !ask_another()) break;
    }
    boxes_ = best;
    moves_ = best_moves;
    for (std::size_t i = 0; i < moves_.size(); ++i) finds_none_[i] = moves_[i] && !boxes_[i];
    grow();
    return {made(), least};
  }

 private:
  [[nodiscard]] bool is_shown(std::size_t i) const { return around_.needs[i].is_shown; }
  [[nodiscard]] bool may_move(std::size_t i) const { return is_shown(i) && !encloses_[i]; }

  // Its ground is taken, or every copy of its name.
  [[nodiscard]] bool lacks_ground(std::size_t i) const {
    const RegionNeed& need = around_.needs[i];
    if (touches_any(homes_[i], names_round_others_)) return true;
    if (is_whole_ && !touches_any(homes_[i], seats_)) return false;
    const bool name_is_hidden = !need.names.empty() && std::ranges::all_of(need.names, [&](const Box& name) {
      return touches_any(name, around_.seats);
    });
    return name_is_hidden || room_at_home(i) < need.lines + 1;
  }

  // First lines in columns on what seats leave of it.
  [[nodiscard]] int room_at_home(std::size_t i) const {
    const Area& area = layout_.regions[i].area;
    const Box home = clipped(homes_[i], all_);
    const float pitch = around_.card * between_cards, half_card = around_.card / 2, half_line = around_.line / 2;
    int most = 0;
    for (const float inset : {0.5F, 0.75F, 1.0F, 1.25F}) {
      int lines = 0;
      for (float x = home.x0 + inner + inset * pitch; x + half_card <= home.x1; x += pitch) {
        int run = 0;
        for (float y = home.y1; y > home.y0 - around_.line; y -= around_.line) {
          const Point at{x, y};
          const Box slab = geometry::box_around(at, {half_card, half_line});
          const bool is_free = y > home.y0 && area.holds(at, {half_card, half_line}) && !touches_any(slab, seats_) &&
                               !touches_any(slab, around_.needs[i].names);
          if (is_free) {
            ++run;
            continue;
          }
          lines += std::max(0, run - 1);
          run = 0;
        }
      }
      most = std::max(most, lines);
    }
    return most;
  }

  // Those with most lines first; whoever finds none then comes before them.
  void place_all() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < homes_.size(); ++i)
      if (moves_[i]) order.push_back(i);
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return around_.needs[a].lines > around_.needs[b].lines; });
    for (std::size_t tries = 0; tries <= order.size(); ++tries) {
      boxes_.assign(homes_.size(), std::nullopt);
      finds_none_.assign(homes_.size(), false);
      for (const std::size_t i : order) {
        boxes_[i] = least_box(i);
        finds_none_[i] = !boxes_[i];
      }
      const auto first = std::ranges::find_if(order, [&](std::size_t i) { return finds_none_[i]; });
      if (first == order.end() || first == order.begin()) break;
      std::rotate(order.begin(), first, first + 1);
    }
  }

  [[nodiscard]] int lines_lacking() const {
    int lacking = 0;
    for (std::size_t i = 0; i < homes_.size(); ++i)
      if (moves_[i])
        lacking += std::max(0, around_.needs[i].lines + 1 - (boxes_[i] ? room_in(*boxes_[i], i) : -lines_of_a_name));
    return lacking;
  }

  bool ask_another() {
    std::optional<std::size_t> next;
    float nearest = std::numeric_limits<float>::max();
    for (std::size_t i = 0; i < homes_.size(); ++i) {
      if (!moves_[i] || (boxes_[i] && room_in(*boxes_[i], i) > around_.needs[i].lines)) continue;
      for (std::size_t k = 0; k < homes_.size(); ++k) {
        if (moves_[k] || !may_move(k)) continue;
        const float away = length(homes_[i].centre() - homes_[k].centre());
        if (away >= nearest) continue;
        nearest = away;
        next = k;
      }
    }
    if (next) moves_[*next] = true;
    return next.has_value();
  }

  // What a region may not stand on.
  [[nodiscard]] std::vector<Box> in_the_way(std::size_t own) const {
    std::vector<Box> things = seats_;
    for (const Box& name : names_round_others_) things.push_back(name.grown(apart / 2));
    const Box prompt{layout_.prompt.x0, layout_.prompt.y0, layout_.prompt.x1, layout_.prompt.y1};
    if (!prompt.empty()) things.push_back({all_.x0, prompt.y0 - apart / 2, all_.x1, prompt.y1});
    for (std::size_t k = 0; k < homes_.size(); ++k) {
      if (k == own || !may_move(k)) continue;
      if (!moves_[k] || finds_none_[k]) {
        things.push_back(homes_[k].grown(apart));
      } else if (boxes_[k]) {
        things.push_back(boxes_[k]->grown(apart));
      }
    }
    if (around_.has_line) {
      const float y = layout_.line_y;
      constexpr float beside_the_line = 0.02F;
      if (homes_[own].centre().y > y)
        things.push_back({all_.x0, all_.y0, all_.x1, y + beside_the_line});
      else
        things.push_back({all_.x0, y - beside_the_line, all_.x1, all_.y1});
    }
    return things;
  }

  [[nodiscard]] float name_high(const RegionNeed& need, float wide) const {
    return wide < need.name_wide + 2 * inner ? need.name_high * name_on_two_rows : need.name_high;
  }
  [[nodiscard]] float wide_for(int columns, const RegionNeed& need) const {
    const float pitch = around_.card * between_cards;
    return std::max(static_cast<float>(columns) * pitch, narrow_name * need.name_alone) + 2 * inner;
  }
  [[nodiscard]] float high_for(int rows, float wide, const RegionNeed& need) const {
    return (static_cast<float>(rows) + under_the_last) * around_.line + name_high(need, wide) + 2 * inner;
  }
  [[nodiscard]] int room_in(const Box& box, std::size_t i) const {
    const RegionNeed& need = around_.needs[i];
    const int columns = static_cast<int>((box.width() - 2 * inner + 1e-4F) / (around_.card * between_cards));
    const float high = box.height() - 2 * inner - name_high(need, box.width()) + 1e-4F;
    return columns * std::max(0, static_cast<int>(high / around_.line - under_the_last));
  }

  // Boxes that touch none of these: between each two edges across, all that is free from top to bottom.
  [[nodiscard]] std::vector<Box> free_boxes(const std::vector<Box>& things) const {
    std::vector<float> lefts{all_.x0}, rights{all_.x1};
    for (const Box& thing : things) {
      if (thing.x1 > all_.x0 && thing.x1 < all_.x1) lefts.push_back(thing.x1);
      if (thing.x0 > all_.x0 && thing.x0 < all_.x1) rights.push_back(thing.x0);
    }
    std::vector<Box> boxes;
    for (const float left : lefts)
      for (const float right : rights) {
        if (right - left < around_.card) continue;
        std::vector<std::array<float, 2>> taken;
        for (const Box& thing : things)
          if (thing.x0 < right && thing.x1 > left) taken.push_back({thing.y0, thing.y1});
        std::ranges::sort(taken);
        float from = all_.y0;
        for (const auto& [low, high] : taken) {
          if (low > from) boxes.push_back({left, from, right, std::min(low, all_.y1)});
          from = std::max(from, high);
        }
        if (from < all_.y1) boxes.push_back({left, from, right, all_.y1});
      }
    return boxes;
  }

  // The smallest that it needs, where it has the shortest way to; where there is no such room, that with room for most.
  [[nodiscard]] std::optional<Box> least_box(std::size_t i) const {
    const RegionNeed& need = around_.needs[i];
    const Point home = homes_[i].centre();
    const int lines = std::max(2, need.lines + 1);
    std::optional<Box> best;
    int most = 0;
    float least = 0;
    for (const Box& room : free_boxes(in_the_way(i)))
      for (int columns = 1; wide_for(columns, need) <= room.width(); ++columns) {
        const float wide = wide_for(columns, need);
        int rows = (lines + columns - 1) / columns;
        while (rows > 0 && high_for(rows, wide, need) > room.height()) --rows;
        if (rows == 0) continue;
        const float high = high_for(rows, wide, need);
        const Point at{std::clamp(home.x, room.x0 + wide / 2, room.x1 - wide / 2),
                       std::clamp(home.y, room.y0 + high / 2, room.y1 - high / 2)};
        const float cost = length(at - home) + shape_matters * std::abs(std::log(wide / high / likes_to_be));
        const int held = std::min(lines, rows * columns);
        if (held < most || (held == most && best && cost >= least)) continue;
        most = held;
        least = cost;
        best = geometry::box_around(at, {wide / 2, high / 2});
      }
    return best;
  }

  // Each to all sides in turn, up to the size that it has on the whole wall.
  void grow() {
    bool any = true;
    while (any) {
      any = false;
      for (std::size_t i = 0; i < boxes_.size(); ++i) {
        if (!moves_[i] || !boxes_[i]) continue;
        const std::vector<Box> things = in_the_way(i);
        for (float Box::*side : {&Box::x0, &Box::x1, &Box::y0, &Box::y1}) any |= grows(i, side, things);
      }
    }
  }
  bool grows(std::size_t i, float Box::*side, const std::vector<Box>& things) {
    Box larger = *boxes_[i];
    const bool is_low = side == &Box::x0 || side == &Box::y0;
    larger.*side += is_low ? -growth_step : growth_step;
    const bool is_too_large = larger.width() > std::max(homes_[i].width(), boxes_[i]->width()) ||
                              larger.height() > std::max(homes_[i].height(), boxes_[i]->height());
    if (is_too_large || !all_.covers(larger) || touches_any(larger, things)) return false;
    boxes_[i] = larger;
    return true;
  }

  [[nodiscard]] content::Layout made() const {
    content::Layout made = layout_;
    made.shores.clear();
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      if (!boxes_[i]) continue;
      const Box& box = *boxes_[i];
      const float corner = std::min(corner_rounding, most_rounding * std::min(box.half().width, box.half().height));
      made.regions[i].area = Area(geometry::rounded(box.centre(), box.half(), corner));
      made.regions[i].label = {box.centre().x, box.y1 - inner - std::min(around_.needs[i].name_high, 0.04F) / 2};
    }
    return made;
  }

  const content::Layout& layout_;
  const Around& around_;
  bool is_whole_;
  Box all_;
  std::vector<Box> seats_, homes_, names_round_others_;
  std::vector<bool> encloses_;
  std::vector<std::optional<Box>> boxes_;  // of those that go elsewhere
  std::vector<bool> moves_, finds_none_;   // those that find no place stay
};

// Lower and upper ends of the ground between seats that stand at the screen's lower and upper edge.
std::vector<Box> bands(const content::Layout& whole, std::span<const Box> seats) {
  const Box all = geometry::box_around({}, {whole.width / 2, whole.height / 2});
  std::vector<float> floors{all.y0}, ceilings{all.y1};
  for (const Box& seat : seats) {
    if (seat.centre().y < 0) floors.push_back(seat.y1);
    if (seat.centre().y > 0) ceilings.push_back(seat.y0);
  }
  std::vector<Box> bands;
  for (const float low : floors)
    for (const float high : ceilings)
      if (high - low > all.height() / 4 && !(low == all.y0 && high == all.y1)) bands.push_back({all.x0, low, all.x1, high});
  return bands;
}

}  // namespace

BetweenSeats between_seats(const content::Layout& whole, const Around& around) {
  if (whole.regions.empty() || whole.picture.x0 < whole.picture.x1) return {whole, 0};
  BetweenSeats best = Places(whole, around, true).found();
  for (const Box& band : bands(whole, around.seats)) {
    if (best.without_room == 0) break;
    content::Layout framed = framed_layout(whole, band, true);
    for (std::size_t i = 0; i < framed.regions.size(); ++i)
      if (is_round_others(whole, around, i)) framed.regions[i] = whole.regions[i];
    const std::vector<RegionNeed> needs = moved_names(whole, framed, around.needs);
    Around around_framed = around;
    around_framed.needs = needs;
    BetweenSeats made = Places(framed, around_framed, false).found();
    if (made.without_room < best.without_room) best = std::move(made);
  }
  return best;
}

}  // namespace greenline::scene
