// The wall in the ground that seats leave; one region near, its cards whole in nearly all of that, the others waiting at the
// sides. Another ground to stand on, for this scene alone; what is arranged for every window stays as it is.
#include <algorithm>
#include <cmath>

#include "content/region_words.h"
#include "geometry/forms.h"
#include "scene/each_text.h"
#include "scene/inside.h"
#include "scene/stage.h"

namespace greenline::scene {
namespace {

constexpr float presence_of_waiting = 0.5F;
constexpr float finger_mm = 11;               // as wide as the keys that people write with
constexpr float name_of_waiting = 0.0245F;    // em where the wall's size is too wide, canvas units
constexpr float under_the_edge = 0.016F;      // of a near region's name, canvas units
constexpr float rounding_on_the_way = 0.09F;  // canvas units
constexpr float beside_the_shelf = 0.02F, row_of_shelf = 0.045F, widest_shelf = 0.3F;  // of names of gatherings, canvas units
constexpr float beside_seats = 0.006F;                                                 // canvas units: no card is nearer
constexpr float nearly_there = 0.002F, slowly = 0.02F;

float between(float a, float b, float t) { return a + (b - a) * t; }
PixelPoint between(PixelPoint a, PixelPoint b, float t) { return a + (b - a) * t; }
PixelRect between(const PixelRect& a, const PixelRect& b, float t) {
  return {between(a.x0, b.x0, t), between(a.y0, b.y0, t), between(a.x1, b.x1, t), between(a.y1, b.y1, t)};
}
PixelRect shifted(const PixelRect& r, PixelPoint by) { return {r.x0 + by.x, r.y0 + by.y, r.x1 + by.x, r.y1 + by.y}; }

// The same shape goes on as it is; else a box with round corners becomes the other one.
void blend_place(RegionView& view, const RegionView& from, const RegionView& to, float t) {
  if (t >= 1) {
    view.area = to.area;
    view.pixel_from_canvas = to.pixel_from_canvas;
  } else if (from.area.is(to.area)) {
    const model::PixelFromCanvas &a = from.pixel_from_canvas, &b = to.pixel_from_canvas;
    view.area = to.area;
    view.pixel_from_canvas = {between(a.pixels_per_unit, b.pixels_per_unit, t), between(a.centre, b.centre, t)};
  } else {
    const model::PixelFromCanvas& pixel_from_canvas =
        from.pixel_from_canvas.pixels_per_unit > to.pixel_from_canvas.pixels_per_unit ? from.pixel_from_canvas
                                                                                      : to.pixel_from_canvas;
    const geometry::Box box = canvas_box(pixel_from_canvas, between(from.bounds(), to.bounds(), t));
    const float least = std::min(box.half().width, box.half().height);
    view.area = geometry::Area(geometry::rounded(box.centre(), box.half(), std::min(rounding_on_the_way, 0.6F * least)));
    view.pixel_from_canvas = pixel_from_canvas;
  }
}

// Words go with the name of their region; those that were not shown before, too.
void blend_text(TextView& view, const TextView& from, const TextView& to, PixelPoint name_from_here, float t) {
  if (!view.block) return;
  if (t >= 1) {
    view.at = to.at;
    return;
  }
  const PixelPoint half{view.block->width / 2, view.block->height / 2};
  const PixelPoint middle = to.rect().centre();
  view.at = between(from.block ? from.rect().centre() : middle + name_from_here, middle, t) - half;
}

void shift_label(RegionView& region, PixelPoint by) {
  for (TextView* text : {&region.name, &region.second_name, &region.help, &region.second_help}) text->at = text->at + by;
  region.label_zone = shifted(region.label_zone, by);
}

PixelRect cell_in_pixels(const model::PixelFromCanvas& pixel_from_canvas, const geometry::Box& box) {
  const PixelPoint a = pixel_at(pixel_from_canvas, {box.x0, box.y1}), b = pixel_at(pixel_from_canvas, {box.x1, box.y0});
  return {a.x, a.y, b.x, b.y};
}

// Round a table a low region's ground is its cards', not its name's once more, unless seats hide that.
void leave_low_name_once(RegionView& region, std::span<const PixelRect> seats) {
  constexpr float high_enough = 7;  // times as high as its name
  const bool is_hidden = std::ranges::any_of(seats, [&](const PixelRect& seat) { return seat.touches(region.name.rect()); });
  if (region.turned_zone.empty() || is_hidden || region.bounds().height() >= high_enough * region.turned_zone.height()) return;
  region.turned_name = region.turned_second_name = {};
  region.turned_zone = {};
}

// The name alone, and that of the second language under it, at the top of its cell.
void label_waiting(RegionView& region, const PixelRect& cell) {
  float y = cell.y0;
  for (TextView* name : {&region.name, &region.second_name}) {
    if (!name->block) continue;
    name->at = {cell.centre().x - name->block->width / 2, y};
    y += name->block->height;
  }
  region.help.block = region.second_help.block = nullptr;
  region.label_zone = joined(region.name.rect(), region.second_name.rect()).grown(3);
}

}  // namespace

arrange::TypeSize Scene::Inside::type_of(std::uint32_t slot) const {
  if (!stands_otherwise()) return type;
  if (!waits(slot)) return nearness.type;
  return {type.em * nearness.stands[infos[slot].zone].times, type.tight, type.leaves};
}

void Scene::Inside::bring_near(const model::Convening& convening, std::string_view region) {
  const bool is_shown = std::ranges::any_of(backdrop.regions, [&](const RegionView& one) { return one.id == region; });
  const std::string to = is_shown ? std::string(region) : std::string();
  if (to == nearness.region) return;
  nearness.region = to;
  nearness.shelf = 0;
  stand_otherwise(convening);
}

std::vector<std::size_t> Scene::Inside::regions_near(const Backdrop& shown) const {
  std::vector<std::size_t> near, all;
  for (std::size_t i = 0; i < shown.regions.size(); ++i) {
    const std::string& id = shown.regions[i].id;
    all.push_back(i);
    const bool hands_are_there = frame.folded && std::ranges::find(frame.at, id) != frame.at.end();
    if (nearness.region.empty() ? hands_are_there : id == nearness.region) near.push_back(i);
  }
  return near.empty() ? all : near;
}

void Scene::Inside::stand_otherwise(const model::Convening& convening) {
  std::vector<RegionView> from = backdrop.regions;
  const LineView line_from = backdrop.line;
  backdrop = staged_backdrop();
  nearness.from = std::move(from);
  nearness.line_from = line_from;
  nearness.part = stage.still ? 1.0F : 0.0F;
  blend_regions();
  size_cards(convening);
  stand_as_arranged();
  // The words that are about to be read come first: they are taken from the back.
  for (const bool first : {true, false})
    for (std::uint32_t slot = 0; slot < cards.size(); ++slot) {
      if (!cards[slot].alive || waits(slot) != first) continue;
      want_words(slot);
      if (eases[slot].leaving || eases[slot].held) continue;
      eases[slot].nearing = true;
      eases[slot].landing = false;
    }
  for (std::uint32_t slot = 0; slot < threads.size(); ++slot)
    if (threads[slot].alive) {
      wake_thread(slot);
    }
  move_haze();
  refresh_faint();
  faint_stale = true;
  raised.look_again();
  routes_stale = gatherings_stale = true;
}

Backdrop Scene::Inside::staged_backdrop() {
  Backdrop made = make_backdrop(stage, shown_layout(), engine);
  stand_near(made);
  made.generation = backdrop.generation + 1;
  made.words_generation = backdrop.words_generation + 1;
  return made;
}

void Scene::Inside::fit_name_of_waiting(RegionView& region, float width) {
  const content::Region* what = content::find_region(stage.canvas, region.id);
  const float size = std::max(stage.legible_px * 1.15F, name_of_waiting * backdrop.unit_px);
  for (TextView* name : {&region.name, &region.second_name}) {
    if (!what || !name->block || name->block->width <= width) continue;
    const bool second = name == &region.second_name;
    const std::string& language = second ? stage.second_language : stage.language;
    const content::LocalText& name_here = content::words_of(*what, content::find_phase(stage.activity, stage.phase)).name;
    name->block = engine.layout(content::in_language(name_here, language),
                                {.face = second ? text::Face::prompt_italic : text::Face::names,
                                 .size_px = size,
                                 .width_px = width,
                                 .align = text::Align::centre,
                                 .max_lines = 2,
                                 .language = language,
                                 .detail = stage.detail});
  }
}

void Scene::Inside::let_wait(RegionView& view, const NearLayout::Stand& stand) const {
  view.pixel_from_canvas = {pixel_from_canvas.pixels_per_unit * stand.times,
                            pixel_at(pixel_from_canvas, stand(geometry::Point{}))};
  view.presence = presence_of_waiting;
  label_waiting(view, cell_in_pixels(pixel_from_canvas, stand.cell));
}

void Scene::Inside::stand_near(Backdrop& whole) {
  std::string region = nearness.region;
  if (std::ranges::none_of(whole.regions, [&](const RegionView& one) { return one.id == region; })) region.clear();
  const arrange::TypeSize known_type = nearness.type;
  const float known_shelf = nearness.shelf;
  nearness = {};
  nearness.region = region;
  if ((!region.empty() || !frame.is_whole()) && !whole.regions.empty()) {
    nearness.type = known_type;
    nearness.shelf = known_shelf;
    const float unit = pixel_from_canvas.pixels_per_unit;
    const std::vector<std::size_t> near = regions_near(whole);
    NearLayout made;
    if (near.size() == whole.regions.size()) {
      made.layout = shown_layout();
      std::erase_if(made.layout.regions, [&](const content::PlacedRegion& one) {
        return std::ranges::none_of(whole.regions, [&](const RegionView& view) { return view.id == one.region; });
      });
      made.stands.resize(near.size());
    } else {
      made = near_layout(shown_layout(), whole.regions, near, [&](std::size_t i, float width) {
        RegionView& view = whole.regions[i];
        fit_name_of_waiting(view, width * unit);
        return joined(view.name.rect(), view.second_name.rect()).height() / unit;
      });
      whole.faint_lines.clear();
      whole.line.presence = 0;  // the near ones stand over it
    }
    nearness.stands = made.stands;
    if (frame.between)
      for (RegionView& view : whole.regions) leave_low_name_once(view, frame.seats);
    for (std::size_t i = 0; i < whole.regions.size() && near.size() < whole.regions.size(); ++i) {
      RegionView& view = whole.regions[i];
      view.turned_name = view.turned_second_name = {};
      view.turned_zone = {};
      const NearLayout::Stand& stand = made.stands[i];
      if (stand.waits) {
        let_wait(view, stand);
      } else {
        view.area = made.layout.regions[i].area;
        const PixelRect box = view.bounds();
        if (near.size() > 1) {
          fit_name_of_waiting(view, box.width());
          for (TextView* help : {&view.help, &view.second_help})
            if (help->block && help->block->width > box.width()) help->block = nullptr;
        }
        const PixelPoint top{view.label_zone.centre().x, view.label_zone.y0};
        shift_label(view, PixelPoint{box.centre().x, box.y0 + under_the_edge * unit} - top);
      }
    }
    leave_line_unsaid(whole);
    NearLayout::Stand ground{.waits = near.size() < whole.regions.size(), .times = 1, .from = {}, .to = {}, .cell = {}};
    for (const NearLayout::Stand& stand : nearness.stands)
      if (stand.waits) ground.times = std::min(ground.times, stand.times);
    nearness.stands.push_back(ground);
    for (const PixelRect& rect : worded_rects(whole)) nearness.words.push_back(canvas_box(pixel_from_canvas, rect));
    nearness.layout = made.layout;
    lay_near_ground();
  }
  nearness.from = nearness.to = whole.regions;
  nearness.line_from = nearness.line_to = whole.line;
}

void Scene::Inside::lay_near_ground() {
  std::vector<geometry::Box> words = nearness.words;
  const auto own = std::ranges::find(nearness.layout.regions, nearness.region, &content::PlacedRegion::region);
  if (nearness.shelf > 0 && own != nearness.layout.regions.end()) {
    const geometry::Box& box = own->area.bounds();
    words.push_back({box.x0, box.y0, box.x1, std::min(box.y0 + beside_the_shelf + nearness.shelf, box.centre().y)});
  }
  if (frame.between)
    for (const geometry::Box& seat : on_canvas(frame.seats)) words.push_back(seat.grown(beside_seats));
  nearness.zones = arrange::make_zones({stage.canvas, nearness.layout, stage.activity.outer_ring, std::move(words)});
  nearness.sizes = {};
}

// A name that found no place on the wall is read here: cards leave it some ground.
void Scene::Inside::widen_shelf() {
  if (nearness.shelf >= widest_shelf) return;
  nearness.shelf += row_of_shelf;
  lay_near_ground();
  stand_as_arranged();
}

// What the green line says would stand among a near region's cards.
void Scene::Inside::leave_line_unsaid(Backdrop& shown) const {
  for (TextView* text : {&shown.line.above, &shown.line.below, &shown.line.second_above, &shown.line.second_below})
    if (std::ranges::any_of(shown.regions,
                            [&](const RegionView& one) { return joined(one.bounds(), one.label_zone).touches(text->rect()); }))
      text->block = nullptr;
}

void Scene::Inside::blend_regions() {
  if (nearness.to.size() != backdrop.regions.size()) return;
  const float t = nearness.from.size() == nearness.to.size() ? nearness.part : 1;
  for (std::size_t i = 0; i < backdrop.regions.size(); ++i) {
    RegionView& view = backdrop.regions[i];
    const RegionView &to = nearness.to[i], &from = t < 1 ? nearness.from[i] : to;
    blend_place(view, from, to, t);
    view.presence = between(from.presence, to.presence, t);
    const PixelPoint name_from_here = from.name.rect().centre() - to.name.rect().centre();
    blend_text(view.name, from.name, to.name, name_from_here, t);
    blend_text(view.second_name, from.second_name, to.second_name, name_from_here, t);
    blend_text(view.help, from.help, to.help, name_from_here, t);
    blend_text(view.second_help, from.second_help, to.second_help, name_from_here, t);
    view.label_zone = shifted(to.label_zone, name_from_here * (1 - t));
  }
  show_line(t);
  ++backdrop.generation;
  damage.add_everything();
}

// It goes up or down with the ground, its words with it, and fades where regions that came near stand over it.
void Scene::Inside::show_line(float part) {
  const LineView& to = nearness.line_to;
  backdrop.line.presence = between(part < 1 ? nearness.line_from.presence : to.presence, to.presence, part);
  const float off = (nearness.line_from.y - to.y) * (1 - part);
  backdrop.line.y = to.y + off;
  const auto stand = [&](TextView& text, const TextView& rested) { text.at = rested.at + PixelPoint{0, off}; };
  stand(backdrop.line.above, to.above);
  stand(backdrop.line.below, to.below);
  stand(backdrop.line.second_above, to.second_above);
  stand(backdrop.line.second_below, to.second_below);
}

bool Scene::Inside::ease_near(float seconds) {
  if (nearness.part >= 1) return false;
  SpringStep::of(nearing_s, stage.still ? 1e3F : seconds)(nearness.part, nearness.speed, 1);
  const bool there = 1 - nearness.part < nearly_there && std::abs(nearness.speed) < slowly;
  if (there) {
    nearness.part = 1;
    nearness.speed = 0;
    nearness.from.clear();
    routes_stale = gatherings_stale = true;
  }
  blend_regions();
  return true;
}

void Scene::Inside::size_near() {
  std::vector<arrange::ZoneLoad> near_loads(zone_loads.size());
  for (std::size_t zone = 0; zone < near_loads.size(); ++zone)
    if (!zone_waits(zone)) near_loads[zone].here = zone_loads[zone].here;
  nearness.type = frame.between && nearness.region.empty()
                      ? nearness.sizes.for_less_ground(nearness.zones, near_loads, type, least_em())
                      : nearness.sizes.for_zone_loads(nearness.zones, near_loads, least_em());
}

std::vector<arrange::Standing> Scene::Inside::near_standing(std::span<const arrange::Standing> also) const {
  std::vector<arrange::Standing> standing;
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot) {
    if (!cards[slot].alive || eases[slot].leaving || waits(slot)) continue;
    const CardInfo& info = infos[slot];
    standing.push_back(
        {slot, info.zone, home_of(nearness.zones, info.place), info.placed_at, cards[slot].id, nearness.type.of(info.sheet)});
  }
  standing.insert(standing.end(), also.begin(), also.end());
  settle(stage.canvas.settling, nearness.zones, nearness.type.em, standing, ties_by_threads());
  return standing;
}

std::vector<arrange::Rested> Scene::Inside::near_rest() {
  size_near();
  arrange::RestSolver near_solver;
  near_solver.start(nearness.zones, nearness.sizes.columns(), nearness.type.em, near_standing({}));
  near_solver.finish();
  return taken(nearness.zones, {}, near_solver, nearness.type).cards;
}

arrange::Rested Scene::Inside::as_shown(const arrange::Rested& one) const {
  if (!stands_otherwise()) return one;
  const NearLayout::Stand& stand = nearness.stands[one.zone];
  arrange::Rested shown{one.card, one.zone, stand(one.at), one.tall * stand.times, one.shown * stand.times};
  if (one.zone == nearness.zones.ground()) {
    const arrange::Half half{type.em * stand.times * arrange::card_ems / 2, shown.tall / 2};
    shown.at = brought_into(nearness.zones, nearness.zones.places[one.zone], one.at, half);
  }
  return shown;
}

const RegionView* Scene::Inside::named_at(PixelPoint p) const {
  const float finger_half = px_of(finger_mm) / 2;
  const RegionView* best = nullptr;
  float nearest = 0;
  for (const RegionView& region : backdrop.regions) {
    if (!region.name.block) continue;
    const PixelPoint middle = region.handle().centre();
    const PixelRect target = joined(joined(region.handle(), region.label_zone), rect_around(middle, finger_half, finger_half));
    const float away = length(p - middle);
    if (!target.contains(p) || (best && away >= nearest)) continue;
    best = &region;
    nearest = away;
  }
  return best;
}

}  // namespace greenline::scene
