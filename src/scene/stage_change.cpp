// A new stage, a convening read back, glyphs that moved in their atlas: everything looked at anew.
#include <algorithm>

#include "scene/inside.h"
#include "scene/stage.h"

namespace greenline::scene {

PixelPoint Scene::Inside::pixel_of(const model::Place& place) const {
  return pixel_at(pixel_from_canvas, home_of(shown_zones(), place));
}

PixelPoint Scene::Inside::guessed_rest(std::uint32_t slot) const {
  const CardInfo& info = infos[slot];
  const arrange::Zones& in = shown_zones();
  return pixel_at(pixel_from_canvas, brought_into(in, in.places[info.zone], home_of(in, info.place), card_units(slot)));
}

arrange::Half Scene::Inside::card_units(std::uint32_t slot) const {
  const arrange::TypeSize its = type_of(slot);
  arrange::Half half = half_of(its.of(infos[slot].sheet), its.em);
  if (infos[slot].tall > 0) half.height = infos[slot].tall / 2;
  return half;
}

HalfSize Scene::Inside::card_half(std::uint32_t slot) const { return in_pixels(card_units(slot)); }

HalfSize Scene::Inside::in_pixels(arrange::Half half) const {
  const float unit = pixel_from_canvas.pixels_per_unit;
  return {half.width * unit, half.height * unit};
}

void Scene::Inside::set_stage(const Stage& to, const model::Convening& convening, bool jump) {
  const float laid_in = stage.detail;
  stage = to;
  stage.detail = laid_in;
  stage.width = std::max(stage.width, 16.0F);
  stage.height = std::max(stage.height, 16.0F);
  const std::uint64_t generation = backdrop.generation;
  if (stage.width != backdrop.width || stage.height != backdrop.height) frame = {};
  Backdrop whole = make_backdrop(stage, engine);
  const content::Layout& layout = layout_of(stage);
  pixel_from_canvas = scene::pixel_from_canvas(layout, stage.width, stage.height);
  screen = {2, 2, std::max(whole.width - 2, 4.0F), std::max(whole.height - 2, 4.0F)};
  zones = arrange::make_zones({stage.canvas, layout, stage.activity.outer_ring, words_kept(stage, whole, engine)});
  if (!frame.is_whole()) whole = make_backdrop(stage, shown_layout(), engine);
  stand_near(whole);
  backdrop = std::move(whole);
  backdrop.generation = generation + 1;
  sizes = {};
  atlas_era = engine.atlas().era;
  focus.look_again();

  if (stage.without_held)  // another phase may shelter what this one held
    for (const auto& [id, card] : convening.cards)
      if (card.veiled.value) refresh_card(convening, id);
  zone_loads.assign(zones.places.size(), {});
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot) {
    if (!cards[slot].alive || eases[slot].leaving) continue;
    infos[slot].zone = zones.of(infos[slot].place.region);
    infos[slot].home = home_of(zones, infos[slot].place);
    zone_loads[infos[slot].zone].here.add(infos[slot].sheet);
  }
  resting_cards.reset(as_box(screen), largest_half.width * 2.2F, largest_half.height * 2.2F, cards.size());
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot)
    if (cards[slot].alive && cards[slot].motion == Motion::resting) resting_cards.insert(slot, as_point(cards[slot].centre));
  resting_threads.reset(screen, std::max(48.0F, backdrop.unit_px * 0.08F));
  solver = {};
  router = {};
  size_cards(convening);
  start_solver();

  for (std::uint32_t slot = 0; slot < threads.size(); ++slot) {
    if (!threads[slot].alive || threads[slot].moving) continue;
    threads[slot].moving = true;
    moving_threads.push_back(slot);
  }
  // Words on threads have a size that follows the screen; a thread to a region follows the region.
  std::vector<model::ThreadId> ids;
  for (const auto& [id, slot] : thread_slots) ids.push_back(id);
  std::sort(ids.begin(), ids.end());
  for (const model::ThreadId& id : ids) refresh_thread(convening, id);
  move_haze();
  for (const model::MarkerId& id : haze.ids()) refresh_marker(convening, id);  // another phase may see them otherwise
  raised.look_again();
  gatherings_stale = routes_stale = true;
  refresh_faint();
  faint_stale = true;
  damage.add_everything();
  if (jump || stage.still) settle_now(convening);
}

void Scene::Inside::move_haze() {
  haze.move([&](const model::Place& place) { return haze_at(place); });
}

void Scene::Inside::rebuild(const model::Convening& convening) {
  cards.clear();
  eases.clear();
  infos.clear();
  free_cards.clear();
  card_slots.clear();
  active_cards.clear();
  held_cards.clear();
  moving_stale = true;
  wordless.clear();
  arrivals.clear();
  settling.clear();
  beside_cards = {};
  beside_threads = {};
  threads.clear();
  thread_infos.clear();
  free_threads.clear();
  moving_threads.clear();
  thread_slots.clear();
  threads_naming.clear();
  thread_crowd.clear();
  attended = no_slot;
  gatherings.clear();
  raised_names.clear();
  haze.clear();
  raised.clear();
  zone_loads.assign(zones.places.size(), {});
  unmeasured.clear();
  left_something.clear();
  resting_cards.reset(as_box(screen), largest_half.width * 2.2F, largest_half.height * 2.2F, 0);
  resting_threads.reset(screen, std::max(48.0F, backdrop.unit_px * 0.08F));
  solver = {};
  router = {};

  // In the order of their ids, so that slots, and with them what is drawn over what, are the same every time.
  const auto sorted = [](const auto& records) {
    std::vector<typename std::remove_cvref_t<decltype(records)>::key_type> ids;
    ids.reserve(records.size());
    for (const auto& [id, record] : records) ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    return ids;
  };
  for (const auto& id : sorted(convening.cards)) refresh_card(convening, id);
  for (const auto& id : sorted(convening.threads)) refresh_thread(convening, id);
  for (const auto& id : sorted(convening.markers)) refresh_marker(convening, id);
  for (const auto& id : sorted(convening.nourishments)) refresh_nourished(convening, id);
  for (CardEase& ease : eases) ease.breath_s = -1;
  damage.add_everything();
  settle_now(convening);
}

void Scene::Inside::refresh_text_if_glyphs_moved(const model::Convening& convening) {
  if (engine.atlas().era == atlas_era) return;
  lay_labels(convening);
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot)
    if (cards[slot].alive) want_words(slot);
  lay_words(convening, cards.size());
  refresh_faint();
}

// Everything that is written on the wall but cards' words, anew and where it was.
void Scene::Inside::lay_labels(const model::Convening& convening) {
  atlas_era = engine.atlas().era;
  const std::uint64_t generation = backdrop.generation, words_generation = backdrop.words_generation;
  backdrop = make_backdrop(stage, shown_layout(), engine);
  const float part = nearness.part;
  const std::vector<RegionView> from = nearness.from;
  const LineView line_from = nearness.line_from;
  stand_near(backdrop);
  if (part < 1) {  // it was on its way, and goes on from there
    nearness.from = from;
    nearness.line_from = line_from;
    nearness.part = part;
    blend_regions();
  }
  backdrop.generation = generation;
  backdrop.words_generation = words_generation + 1;
  for (const auto& [id, slot] : thread_slots) {
    if (!thread_infos[slot].word) continue;
    if (const auto thread = convening.threads.find(id); thread != convening.threads.end())
      thread_infos[slot].word = lay_word(thread->second);
    look_thread(slot);
  }
  raised.clear();
  raised.look_again();
  raised_names.clear();
  gatherings_stale = true;
  damage.add_everything();
}

}  // namespace greenline::scene
