// Who stands where: seats find room, those without wait at the side, those left alone are tucked away.
#include <algorithm>

#include "ui/offered.h"
#include "ui/seats_inside.h"

namespace greenline::ui {
namespace {

// A seat that finds no room tries again smaller, until keys would be too small for fingers: eleven millimetres. Then it waits.
constexpr float shrinks[] = {1.0F, 0.92F, 0.85F, 0.78F, 0.7F};
constexpr float least_pitch_mm = 10.9F;  // eleven, and what rounding takes
constexpr float smallest = 0.55F;        // of what must not be lost, however little room there is
// How far in from a table's edge a seat may stand: behind somebody's tucked head or the prompt, not behind somebody's seat. Key
// pitches.
constexpr float reach_units = 6;
constexpr float narrow_chip = 0.75F;  // of the size to wish for, where a whole one finds no place

// The whole panel of a seat whose head is pushed to the very edge of the screen.
PixelRect under_head(const PixelRect& head, Side foot, float height, const Setting& setting) {
  const Pose from_side = pose_of_screen(foot, setting.width, setting.height);
  const PixelRect seen = from_side.to_own(head);
  const float depth = is_level(foot) ? setting.height : setting.width;
  const float top = depth - seen.height();
  return from_side.to_screen(PixelRect{seen.x0, top, seen.x1, top + height});
}

}  // namespace

Ground Seats::Inside::ground(std::span<const PixelRect> taken) const {
  const Setting& setting = surroundings.setting;
  return {setting.width, setting.height, margin_px(setting), {}, taken};
}

Side Seats::Inside::foot_for(const Seat& seat) const {
  const Setting& setting = surroundings.setting;
  return setting.table ? sides_by_nearness(seat.beside, setting.width, setting.height).front() : Side::below;
}

std::vector<PixelRect> Seats::Inside::panels_beside(const Seat& seat, bool with_chips) const {
  std::vector<PixelRect> panels;
  for (const auto& other : seats) {
    if (other.get() == &seat || other->panel().empty() || (other->waiting() && !with_chips)) continue;
    panels.push_back(other->panel());
    if (other->bound_for() != other->panel()) panels.push_back(other->bound_for());
  }
  return panels;
}

// At hand before anything else: what it covers there is seen again when it closes, and the canvas gives way to it. Within reach
// it leaves free first what it was opened for, then that region's name; only then it stands further away.
bool Seats::Inside::find_room(Seat& seat) {
  if (find_room_at_end(seat)) return true;
  const Setting& setting = surroundings.setting;
  std::vector<PixelRect> taken = panels_beside(seat, false);
  const bool alone = taken.empty();
  std::ranges::copy(seat.keep_clear, std::back_inserter(taken));
  std::ranges::copy(wall.warnings, std::back_inserter(taken));
  std::vector<PixelRect> little = wall.names;
  std::ranges::copy(seat.rather_clear, std::back_inserter(little));
  std::vector<PixelRect> prompts_too = taken;
  std::ranges::copy(wall.prompts, std::back_inserter(prompts_too));
  std::vector<PixelRect> name_too = prompts_too;
  if (seat.own_name) name_too.push_back(*seat.own_name);
  std::vector<PixelRect> neighbours_too = name_too;
  std::ranges::copy(seat.rather_clear, std::back_inserter(neighbours_too));
  // What a card that is read is joined to stays in sight, be it further away.
  for (const float reach : {reach_px(setting), 0.0F})
    if (!seat.rather_clear.empty() && find_room_beside(seat, neighbours_too, wall.names, reach)) return true;
  for (const float reach : {reach_px(setting), 0.0F}) {
    if (find_room_beside(seat, name_too, little, reach)) return true;
    if (seat.own_name && find_room_beside(seat, prompts_too, little, reach)) return true;
    if (setting.table) break;  // everybody has their own side
  }
  // On a screen that holds a single seat and no more, what it covers is seen elsewhere (see scene/framing.h).
  return alone && !wall.prompts.empty() && find_room_beside(seat, taken, little, 0);
}

bool Seats::Inside::find_room_beside(Seat& seat, std::span<const PixelRect> taken, std::span<const PixelRect> little,
                                     float reach) {
  Ground free = ground(taken);
  free.words = little;
  free.twice = wall.names_twice;
  if (surroundings.setting.table) return find_room_at_side(seat, free);
  free.shores = seat.shores;
  free.reach = reach;
  return find_room_on(seat, free);
}

// In the size to wish for, else smaller, as long as its keys are wide enough for fingers.
template <class Place>
bool Seats::Inside::find_size(Seat& seat, Place place) {
  const Setting& setting = surroundings.setting;
  for (const float shrink : shrinks) {
    const Measures m = seat.wide_enough(measures_for(setting, shrink), setting);
    if (shrink < 1 && finest_pitch(m, setting, surroundings.keyboards) < least_pitch_mm * setting.pixels_per_mm) continue;
    const std::optional<PixelRect> rect = place(m, seat.wished_height(m, surroundings));
    if (!rect) continue;
    const auto moves = chips_aside(seat, *rect);
    if (!moves) continue;
    stand(seat, {*rect, foot_for(seat), m}, *moves);
    return true;
  }
  return false;
}

// Smaller rather than over what is left of a name.
bool Seats::Inside::find_room_at_side(Seat& seat, const Ground& free) {
  const auto place = [&](const Measures& m, float height) {
    return place_at_side({m.width(), height, reach_units * m.unit}, seat.beside, foot_for(seat), free);
  };
  const auto place_off_names = [&](const Measures& m, float height) {
    const std::optional<PixelRect> rect = place(m, height);
    return rect && names_lost(*rect, free) == 0 ? rect : std::nullopt;
  };
  return find_size(seat, place_off_names) || find_size(seat, place);
}

bool Seats::Inside::find_room_on(Seat& seat, const Ground& free) {
  return find_size(seat, [&](const Measures& m, float height) {
    Ground of_its_kind = free;
    of_its_kind.in_a_row = m.low || free.height > free.width;
    return place_seat(m.width(), height, seat.beside, of_its_kind);
  });
}

void Seats::Inside::stand(Seat& seat, const Spot& at, std::span<const ChipMove> moves) {
  seat.stand(at.rect, at.foot, at.measures, surroundings);
  for (const ChipMove& move : moves) move.chip->wait(move.to.rect, move.to.foot, move.to.measures, surroundings);
}

// The screen became smaller under an open seat, or somebody comes back to theirs: it stays on the screen, over others if it
// must, rather than losing what was said.
void Seats::Inside::squeeze_in(Seat& seat) {
  const Setting& setting = surroundings.setting;
  const Measures m = measures_for(setting, smallest);
  const Side foot = foot_for(seat);
  const float width = m.width();
  const float height = std::min(seat.wished_height(m, surroundings), is_level(foot) ? setting.height : setting.width);
  const PixelPoint at{std::clamp(seat.beside.x - width / 2, 0.0F, std::max(0.0F, setting.width - width)),
                      std::clamp(seat.beside.y - height / 2, 0.0F, std::max(0.0F, setting.height - height))};
  PixelRect rect{at.x, at.y, at.x + width, at.y + height};
  if (setting.table) rect = place_at_side_over_all({width, height, 0}, seat.beside, foot, ground({}));
  stand(seat, {rect, foot, m}, chips_aside(seat, rect).value_or(std::vector<ChipMove>()));
}

// At the side nearest to the touch, narrow if need be, else at the next. On a wall its words stay upright at any side.
std::optional<Seats::Inside::Spot> Seats::Inside::spot_for_chip(const Seat& seat, std::span<const PixelRect> others) const {
  const Setting& setting = surroundings.setting;
  std::vector<PixelRect> taken(others.begin(), others.end());
  std::ranges::copy(wall.warnings, std::back_inserter(taken));
  const auto spot_beside = [&](bool off_names) -> std::optional<Spot> {
    for (const Side side : sides_by_nearness(seat.beside, setting.width, setting.height)) {
      for (const bool narrow : {false, true}) {
        const Measures m = measures_for(setting, narrow ? narrow_chip : 1);
        const PixelPoint size = Chip::size(narrow, m, surroundings);
        const bool lies_along = setting.table || is_level(side);
        const Docked chip{lies_along ? size.x : size.y, lies_along ? size.y : size.x, 0};
        Ground free = ground(taken);
        free.twice = wall.names_twice;
        const auto rect = place_at_side(chip, seat.beside, side, free);
        if (rect && (!off_names || names_lost(*rect, free) == 0)) return Spot{*rect, setting.table ? side : Side::below, m};
      }
    }
    return std::nullopt;
  };
  const std::size_t without_prompts = taken.size();
  std::ranges::copy(wall.prompts, std::back_inserter(taken));
  for (const bool off_names : {true, false})
    if (const auto spot = spot_beside(off_names)) return spot;
  // Where seats leave nothing but the prompt's ground, a chip stands there rather than nobody hearing that they wait.
  taken.resize(without_prompts);
  return spot_beside(false);
}

// Where the chips go that stand in the way of a seat. Nothing when one of them would have nowhere to go.
std::optional<std::vector<Seats::Inside::ChipMove>> Seats::Inside::chips_aside(const Seat& newcomer,
                                                                               const PixelRect& its) const {
  std::vector<ChipMove> moves;
  std::vector<PixelRect> taken = panels_beside(newcomer, false);
  taken.push_back(its);
  const auto in_the_way = [&](const Seat& chip) {
    return chip.waiting() && &chip != &newcomer && chip.panel().grown(margin_px(surroundings.setting) / 2).touches(its);
  };
  for (const auto& other : seats) {
    if (other->waiting() && other.get() != &newcomer && !in_the_way(*other)) taken.push_back(other->panel());
  }
  for (const auto& other : seats) {
    if (!in_the_way(*other)) continue;
    std::vector<PixelRect> also = taken;
    std::ranges::copy(other->keep_clear, std::back_inserter(also));
    const auto spot = spot_for_chip(*other, also);
    if (!spot) return std::nullopt;
    taken.push_back(spot->rect);
    moves.push_back({other.get(), *spot});
  }
  return moves;
}

bool Seats::Inside::wait_for_room(Seat& seat) {
  std::vector<PixelRect> taken = panels_beside(seat, true);
  std::ranges::copy(seat.keep_clear, std::back_inserter(taken));
  const auto spot = spot_for_chip(seat, taken);
  if (spot) seat.wait(spot->rect, spot->foot, spot->measures, surroundings);
  return spot.has_value();
}

// On a screen that has become too small for all of them.
void Seats::Inside::wait_over_others(Seat& seat) {
  const Measures m = measures_for(surroundings.setting, narrow_chip);
  const PixelPoint size = Chip::size(true, m, surroundings);
  const Side side = foot_for(seat);
  seat.wait(place_at_side_over_all({size.x, size.y, 0}, seat.beside, side, ground({})), side, m, surroundings);
}

void Seats::Inside::let_in() {
  room_came_free = false;
  for (const auto& seat : seats) {
    if (!seat->waiting() || seat->away() || !find_room(*seat)) continue;
    // Whoever is writing on a keyboard goes on writing where they were.
    if (find(active) == nullptr) active = seat->id();
  }
  plan_row();
}

// The panel of a seat of which only the head is on the screen: along the edge it is turned to, as near to where it was as there
// is room.
std::optional<PixelRect> Seats::Inside::beyond_edge(const Seat& seat, const Measures& m, float width, float height) const {
  const Side foot = seat.panel().empty() ? foot_for(seat) : seat.pose().foot;
  const PixelPoint near = seat.panel().empty() ? seat.beside : seat.panel().centre();
  std::vector<PixelRect> taken = panels_beside(seat, true);
  std::ranges::copy(wall.warnings, std::back_inserter(taken));
  const auto head = place_at_side({width, Seat::head_height(m), 0}, near, foot, ground(taken));
  if (!head) return std::nullopt;
  return under_head(*head, foot, height, surroundings.setting);
}

void Seats::Inside::tuck(Seat& seat) {
  const bool level = is_level(seat.pose().foot);
  const PixelRect& panel = seat.panel();
  const float width = level ? panel.width() : panel.height();
  const float height = level ? panel.height() : panel.width();
  const auto to = beyond_edge(seat, seat.measures(), width, height);
  if (!to) return seat.give_up();
  seat.tuck(*to, seat.pose().foot, seat.measures(), surroundings);
  room_came_free = true;
}

// One that does not stand yet: smaller where that makes room, over others where nothing does.
void Seats::Inside::tuck_somewhere(Seat& seat) {
  const Side foot = foot_for(seat);
  for (const float shrink : shrinks) {
    const Measures m = measures_for(surroundings.setting, shrink);
    const auto panel = beyond_edge(seat, m, m.width(), seat.wished_height(m, surroundings));
    if (panel) return seat.tuck(*panel, foot, m, surroundings);
  }
  const Measures m = measures_for(surroundings.setting, smallest);
  const PixelRect head = place_at_side_over_all({m.width(), Seat::head_height(m), 0}, seat.beside, foot, ground({}));
  seat.tuck(under_head(head, foot, seat.wished_height(m, surroundings), surroundings.setting), foot, m, surroundings);
}

void Seats::Inside::wake(Seat& seat) {
  seat.keep_clear.clear();  // the card it was kept off has long been let go
  seat.rather_clear.clear();
  seat.own_name.reset();
  stand_or_squeeze(seat);
  plan_row();
}

// On the same foot where there is room above it, else wherever there is.
void Seats::Inside::refit(Seat& seat) {
  if (seat.waiting() || seat.panel().empty()) return;
  const Setting& setting = surroundings.setting;
  const Side foot = seat.pose().foot;
  const Measures m = seat.measures();
  const Pose from_side = pose_of_screen(foot, setting.width, setting.height);
  PixelRect own = from_side.to_own(seat.panel());
  const float was = own.height();
  own.y0 = own.y1 - seat.wished_height(m, surroundings);
  const PixelRect rect = from_side.to_screen(own);
  std::vector<PixelRect> taken = panels_beside(seat, false);
  std::ranges::copy(seat.keep_clear, std::back_inserter(taken));
  std::ranges::copy(seat.rather_clear, std::back_inserter(taken));
  const bool lower = own.height() <= was;
  const std::span<const PixelRect> in_the_way = lower ? std::span<const PixelRect>(seat.keep_clear) : taken;
  const bool fits = (lower || own.y0 >= margin_px(setting)) &&
                    std::ranges::none_of(in_the_way, [&](const PixelRect& other) { return other.touches(rect); });
  const auto moves = fits ? chips_aside(seat, rect) : std::nullopt;
  if (moves) {
    stand(seat, {rect, foot, m}, *moves);
  } else if (!find_room(seat)) {  // over others rather than out of sight
    own.y0 = std::max(own.y0, 0.0F);
    stand(seat, {from_side.to_screen(own), foot, m}, {});
  }
  room_came_free |= lower;
  plan_row();
}

// Everyone stands up; then each finds a new place in the order they came: those who sit, those tucked away, those who wait.
void Seats::Inside::place_all_again() {
  for (const auto& seat : seats) {
    seat->stand_up();
    seat->keep_clear.clear();
    seat->rather_clear.clear();
    seat->own_name.reset();
    seat->shores.clear();
  }
  for (const auto& seat : seats) {
    if (!seat->waiting() && !(seat->away() && seat->holds_something())) stand_or_squeeze(*seat);
  }
  for (const auto& seat : seats) {
    if (!seat->waiting() && seat->panel().empty()) tuck_somewhere(*seat);
  }
  for (const auto& seat : seats) {
    if (seat->waiting() && !find_room(*seat) && !wait_for_room(*seat)) wait_over_others(*seat);
  }
  plan_row();
}

}  // namespace greenline::ui
