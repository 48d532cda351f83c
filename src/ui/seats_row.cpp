// One person at a small screen has a tall seat at its side; when others come, all stand low in a row along the lower edge.
#include <algorithm>

#include "ui/seats_inside.h"

namespace greenline::ui {

// Of those who sit here, or are about to: neither waiting nor gone for now.
Company Seats::Inside::company_of(const Seat& seat) const {
  const bool somebody = std::ranges::any_of(
      seats, [&](const auto& other) { return other.get() != &seat && !other->waiting() && !other->away(); });
  return somebody ? Company::others : Company::alone;
}

// The canvas stands anew beside it, prompt and all, so of these it leaves free only what it can from either end of the screen.
// One that is low stays so until it is left: others were here a moment ago, and its keys are where its person knows them.
bool Seats::Inside::find_room_at_end(Seat& seat) {
  const Setting& setting = surroundings.setting;
  const bool is_low = !seat.panel().empty() && !seat.waiting() && !seat.away() && seat.measures().low;
  if (!wall.gives_way || !is_small(setting) || is_low || company_of(seat) != Company::alone) return false;
  const Measures m = seat.wide_enough(measures_for(setting, 1, Company::alone), setting);
  const float height = seat.wished_height(m, surroundings);
  std::vector<PixelRect> must = panels_beside(seat, false);
  std::ranges::copy(wall.warnings, std::back_inserter(must));
  std::vector<PixelRect> would = must;
  for (const auto* rather : {&seat.keep_clear, &wall.prompts}) std::ranges::copy(*rather, std::back_inserter(would));
  for (const auto* taken : {&would, &must}) {
    Ground free = ground(*taken);
    free.reach = reach_px(setting);
    const auto rect = place_at_end(m.width(), height, seat.beside, free);
    const auto moves = rect ? chips_aside(seat, *rect) : std::nullopt;
    if (!moves) continue;
    stand(seat, {*rect, Side::below, m}, *moves);
    return true;
  }
  return false;
}

// Straight down from where it stands, so that it is found again at once.
void Seats::Inside::plan_row() {
  const Setting& setting = surroundings.setting;
  if (!is_small(setting)) return;
  for (const auto& seat : seats) {
    const Measures m = seat->wide_enough(measures_for(setting, 1, Company::others), setting);
    const bool is_tall = !seat->waiting() && !seat->away() && !seat->measures().low;
    if (!is_tall || seat->bound_for() != seat->panel() || company_of(*seat) == Company::alone) continue;
    std::vector<PixelRect> taken = panels_beside(*seat, false);
    std::ranges::copy(wall.warnings, std::back_inserter(taken));
    Ground free = ground(taken);
    free.reach = reach_px(setting);
    free.in_a_row = true;
    const PixelPoint from{seat->panel().centre().x, seat->panel().y1};
    const auto rect = place_seat(m.width(), seat->wished_height(m, surroundings), from, free);
    if (rect) seat->mean_to_move(*rect, m);
  }
}

void Seats::Inside::form_row(SetsOut when) {
  for (const auto& seat : seats) {
    if (!seat->means_to_move()) continue;
    if (company_of(*seat) == Company::alone) {
      seat->stay();
    } else if (when == SetsOut::at_once ? !seat->touched() : seat->may_set_out()) {
      const auto moves = chips_aside(*seat, seat->bound_for());
      if (!moves) continue;
      seat->set_out();
      ++drafts_version;
      for (const ChipMove& move : *moves) move.chip->wait(move.to.rect, move.to.foot, move.to.measures, surroundings);
    }
  }
}

}  // namespace greenline::ui
