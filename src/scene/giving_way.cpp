// Where the whole wall stands while seats take of its ground, and where it goes back to.
#include <algorithm>
#include <optional>
#include <utility>

#include "scene/between_seats.h"
#include "scene/framed_layout.h"
#include "scene/inside.h"
#include "scene/stage.h"

namespace greenline::scene {

void Scene::Inside::stand_in(const model::Convening& convening, const PixelRect& ground, std::vector<std::string> at,
                             std::span<const PixelRect> seats) {
  const bool prompt_is_free = !ground.empty() && !seats.empty() && leave_prompt_free(on_canvas(seats), layout_of(stage));
  const bool same = ground == frame.ground && prompt_is_free == frame.prompt_is_free && !frame.between;
  if (same && (at == frame.at || ground.empty())) return;
  const bool refolds = same && frame.folded;
  frame = {ground, std::move(at), refolds, prompt_is_free, {}, {}};
  if (!same || refolds || nearness.type.leaves) stand_otherwise(convening);
}

void Scene::Inside::stand_between(const model::Convening& convening, std::vector<PixelRect> seats) {
  if (frame.between && frame.seats == seats) return;
  content::Layout between = laid_between(seats);
  frame = {};
  frame.seats = std::move(seats);
  frame.between = std::move(between);
  stand_otherwise(convening);
}

// With cards as large as they are; where there is no such room, smaller ones.
content::Layout Scene::Inside::laid_between(std::span<const PixelRect> seats) {
  const content::Layout& whole = layout_of(stage);
  const Backdrop as_it_is = make_backdrop(stage, engine);
  const std::vector<geometry::Box> taken = on_canvas(seats);
  std::vector<RegionNeed> needs;
  for (const content::PlacedRegion& placed : whole.regions) {
    RegionNeed& need = needs.emplace_back();
    const auto view = std::ranges::find(as_it_is.regions, placed.region, &RegionView::id);
    if (view == as_it_is.regions.end()) continue;
    need.is_shown = true;
    need.lines = zone_loads[zones.of(placed.region)].here.cards();
    for (const PixelRect& zone : {view->label_zone, view->turned_zone})
      if (!zone.empty()) need.names.push_back(canvas_box(pixel_from_canvas, zone));
    if (need.names.empty()) continue;
    need.name_wide = need.names.front().width();
    need.name_high = need.names.front().height();
    need.name_alone = joined(view->name.rect(), view->second_name.rect()).width() / pixel_from_canvas.pixels_per_unit;
  }
  std::optional<BetweenSeats> best;
  for (const float em : {type.leaves ? least_em() : type.em, (type.em + least_em()) / 2, least_em()}) {
    const float line = arrange::least_sheet.first_ems() * em;
    BetweenSeats made = between_seats(whole, {taken, needs, arrange::card_ems * em, line, stage.canvas.green_line.has_value()});
    if (!best || made.without_room < best->without_room) best = std::move(made);
    if (best->without_room == 0) break;
  }
  return std::move(best->layout);
}

content::Layout Scene::Inside::shown_layout() const {
  if (frame.between) return *frame.between;
  const content::Layout& whole = layout_of(stage);
  if (frame.ground.empty()) return whole;
  return framed_layout(whole, canvas_box(pixel_from_canvas, frame.ground), frame.prompt_is_free);
}

}  // namespace greenline::scene
