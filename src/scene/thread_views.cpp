// Threads by slot: coming and going, how they look among many, following their ends.
#include <algorithm>
#include <cmath>
#include <utility>

#include "scene/inside.h"
#include "scene/stage.h"
#include "scene/tangle.h"

namespace greenline::scene {
namespace {

constexpr float tangle_cell_units = 0.04F;

}  // namespace

ThreadTie Scene::Inside::tie(std::uint32_t slot, int end, bool at_rest) const {
  const ThreadInfo& info = thread_infos[slot];
  const auto centre_of = [&](std::uint32_t card) { return at_rest && !eases[card].held ? stand_of(card) : cards[card].centre; };
  const std::uint32_t card = info.card[end];
  if (card != no_slot) {
    const CardView& view = cards[card];
    const float scale = at_rest ? 1.0F : view.scale;
    return {centre_of(card), {view.half_width * scale, view.half_height * scale}};
  }
  const std::uint32_t other = info.card[1 - end];
  const arrange::Zone& zone = shown_zones().places[info.zone[end]];
  const arrange::Zone& far_zone = shown_zones().places[info.zone[1 - end]];
  const auto in_pixels = [&](arrange::Point p) { return pixel_at(pixel_from_canvas, p); };
  if (zone.is_ground) return {in_pixels(zone.frame.centre), {}};
  const arrange::Point far = other != no_slot ? canvas_at(pixel_from_canvas, centre_of(other)) : far_zone.frame.centre;
  return {in_pixels(zone.edge.edge_toward(far)), {}};
}

void Scene::Inside::damage_thread(std::uint32_t slot) {
  const ThreadView& view = threads[slot];
  for (const PixelRect& box : piece_boxes(view.curve, std::max(view.glow, view.width) + 2)) damage.add(box);
  if (view.word) damage.add(view.pill.grown(3));
  if (slips_shown(view) > 0) damage.add(slips_of(view).grown(3));
}

void Scene::Inside::list_resting_thread(std::uint32_t slot) {
  const ThreadView& view = threads[slot];
  for (const PixelRect& box : piece_boxes(view.curve, 2)) resting_threads.insert(box, slot);
  resting_threads.insert(view.pill, slot);
  if (slips_shown(view) > 0) resting_threads.insert(slips_of(view), slot);
}

void Scene::Inside::unlist_resting_thread(std::uint32_t slot) {
  const ThreadView& view = threads[slot];
  for (const PixelRect& box : piece_boxes(view.curve, 2)) resting_threads.remove(box, slot);
  resting_threads.remove(view.pill, slot);
  if (slips_shown(view) > 0) resting_threads.remove(slips_of(view), slot);
}

// What is left beside a thread peeks out under its word, or hangs on the thread where a word would be.
void Scene::Inside::lay_slips(std::uint32_t slot) {
  ThreadView& view = threads[slot];
  const float unit = backdrop.unit_px * (type.leaves ? 0.5F : 1.0F);
  const HalfSize half{unit * 0.017F, unit * 0.0065F};
  const PixelPoint middle = view.pill.centre();  // of no height where there is no word
  view.slip = rect_around(PixelPoint{middle.x, view.pill.y1 + half.height * 0.35F}, half.width, half.height);
}

// Where the thread is from its ends, and its word on it.
void Scene::Inside::shape_thread(std::uint32_t slot) {
  ThreadView& view = threads[slot];
  const ThreadInfo& info = thread_infos[slot];
  view.curve = curve_between(tie(slot, 0, false), tie(slot, 1, false), info.bend);
  view.gap_from = view.gap_to = 1;
  if (info.bend_to.under_words) leave_gap(view);
  const PixelPoint at = point_on(view.curve, info.bend.word_at);
  const PixelPoint written_at = info.word ? on_screen(at, info.pill, screen) : at;
  view.pill = rect_around(written_at, info.pill.width, info.pill.height);
  lay_slips(slot);
  look_thread(slot);
}

void Scene::Inside::leave_gap(ThreadView& view) const {
  constexpr int steps = 96;
  const auto [left, right] = std::ranges::minmax(view.curve, {}, &PixelPoint::x);
  const auto [top, bottom] = std::ranges::minmax(view.curve, {}, &PixelPoint::y);
  const PixelRect reach = PixelRect{left.x, top.y, right.x, bottom.y}.grown(view.width + 1);
  std::vector<PixelRect> words = worded_rects(backdrop);
  std::erase_if(words, [&](const PixelRect& rect) { return !rect.touches(reach); });
  if (words.empty()) return;
  int first = steps, last = -1;
  for (int i = 0; i <= steps; ++i) {
    const PixelPoint at = point_on(view.curve, static_cast<float>(i) / steps);
    if (std::none_of(words.begin(), words.end(), [&](const PixelRect& rect) { return rect.grown(view.width).contains(at); }))
      continue;
    first = std::min(first, i);
    last = i;
  }
  if (last < 0) return;
  view.gap_from = static_cast<float>(std::max(0, first - 1)) / steps;
  view.gap_to = static_cast<float>(std::min(steps, last + 1)) / steps;
}

void Scene::Inside::look_thread(std::uint32_t slot) {
  ThreadView& view = threads[slot];
  const ThreadInfo& info = thread_infos[slot];
  const auto end_waits = [&](int end) {
    return info.card[end] != no_slot ? waits(info.card[end]) : zone_waits(info.zone[end]);
  };
  const bool between_waiting = end_waits(0) && end_waits(1);
  const ThreadCrowd::Look look = thread_crowd.look({info.attended, info.tangle, shown_type().leaves}, backdrop.unit_px);
  view.width = look.width;
  view.glow = look.glow;
  // What is between regions that wait would lie over those that people came near to read.
  const float light = view.moving && !look.forward ? thread_crowd.moving_light(slot) : 1.0F;
  view.opacity = between_waiting ? 0 : std::min(1.0F, look.opacity * light) * info.shown;
  const bool had_word = view.word != nullptr;
  view.word = (info.attended || (look.forward && info.bend_to.word_clear)) && !between_waiting ? info.word : nullptr;
  if (view.word && !had_word) focus.look_again();
}

void Scene::Inside::wake_thread(std::uint32_t slot) {
  ThreadView& view = threads[slot];
  if (view.moving || !view.alive) return;
  damage_thread(slot);
  unlist_resting_thread(slot);
  view.moving = true;
  moving_threads.push_back(slot);
}

void Scene::Inside::sleep_thread(std::uint32_t slot) {
  ThreadView& view = threads[slot];
  view.moving = false;
  for (const std::uint32_t card : thread_infos[slot].card)
    if (card != no_slot) eases[card].threads_awake = false;
  list_resting_thread(slot);
  damage_thread(slot);
}

// Asked for each card in each frame that it moves in: threads that are awake already are not looked up again.
void Scene::Inside::wake_threads_of(std::uint32_t card_slot) {
  if (eases[card_slot].threads_awake) return;
  for (const std::uint32_t slot : infos[card_slot].threads) wake_thread(slot);
  eases[card_slot].threads_awake = true;
}

void Scene::Inside::drop_thread(std::uint32_t slot) {
  ThreadView& view = threads[slot];
  if (!view.alive) return;
  if (view.moving) {
    std::erase(moving_threads, slot);
    view.moving = false;
  } else {
    damage_thread(slot);
    unlist_resting_thread(slot);
  }
  for (const std::uint32_t card : thread_infos[slot].card)
    if (card != no_slot) std::erase(infos[card].threads, slot);
  thread_slots.erase(view.id);
  view = {};
  thread_infos[slot] = {};
  free_threads.push_back(slot);
  routes_stale = true;
  rest_stale = rest_stale || stage.canvas.settling.by_threads;
}

float Scene::Inside::word_size() const { return std::max(backdrop.unit_px * 0.0175F, stage.legible_px); }

text::BlockPtr Scene::Inside::lay_word(const model::Thread& thread) {
  const float size = word_size();
  const model::Phrase& word = thread.word.value;
  return engine.layout(word.words, {.face = text::Face::words,
                                    .size_px = size,
                                    .width_px = size * 13,
                                    .align = text::Align::centre,
                                    .balanced = true,
                                    .max_lines = 2,
                                    .language = language_of(word),
                                    .detail = stage.detail});
}

void Scene::Inside::refresh_thread(const model::Convening& convening, const model::ThreadId& id) {
  const auto record = convening.threads.find(id);
  if (record == convening.threads.end()) return;
  const model::Thread& thread = record->second;
  for (const model::ThreadEnd* end : {&thread.ends.value.from, &thread.ends.value.to})
    if (const auto* card = std::get_if<model::CardId>(end)) {
      auto& naming = threads_naming[*card];
      if (std::find(naming.begin(), naming.end(), id) == naming.end()) naming.push_back(id);
    }
  // Made anew whenever anything about it changed: a thread is a few numbers.
  const auto known = thread_slots.find(id);
  const bool was_shown = known != thread_slots.end();
  const Bend bend = was_shown ? thread_infos[known->second].bend : Bend{};
  const int tangle = was_shown ? thread_infos[known->second].tangle : 0;
  if (was_shown) drop_thread(known->second);
  bool is_present = present(convening, thread);
  ThreadInfo info;
  int end_index = 0;
  for (const model::ThreadEnd* end : {&thread.ends.value.from, &thread.ends.value.to}) {
    if (const auto* card = std::get_if<model::CardId>(end)) {
      info.card[end_index] = slot_of(*card);
      is_present = is_present && info.card[end_index] != no_slot;
    } else {
      info.zone[end_index] = zones.of(std::get<model::RegionEnd>(*end).region);
    }
    ++end_index;
  }
  if (is_present) {
    std::uint32_t slot = static_cast<std::uint32_t>(threads.size());
    if (free_threads.empty()) {
      threads.emplace_back();
      thread_infos.emplace_back();
    } else {
      slot = free_threads.back();
      free_threads.pop_back();
    }
    if (!thread.word.value.words.empty()) {
      const float size = word_size();
      info.word = lay_word(thread);
      info.pill = {info.word->width / 2 + size * 0.65F, info.word->height / 2 + size * 0.22F};
    }
    const float side = (id.bytes[15] & 1U) != 0 ? 1.0F : -1.0F;
    info.bend = info.bend_to = was_shown ? bend : Bend{.bulge = 0.12F * side};
    info.tangle = tangle;
    info.shown = was_shown || stage.still ? 1.0F : 0.0F;
    info.attended = attended != no_slot && (info.card[0] == attended || info.card[1] == attended);
    threads[slot] = {};
    threads[slot].id = id;
    threads[slot].alive = true;
    threads[slot].moving = true;
    threads[slot].nourished = beside_threads.slips(id);
    threads[slot].slip_begun = slip_begun_beside(id);
    moving_threads.push_back(slot);
    thread_slots[id] = slot;
    thread_infos[slot] = std::move(info);
    for (const std::uint32_t card : thread_infos[slot].card)
      if (card != no_slot) infos[card].threads.push_back(slot);
    shape_thread(slot);
  }
  routes_stale = true;
  rest_stale = rest_stale || stage.canvas.settling.by_threads;
  look_threads();
}

// Where few are, none is in the way of another.
void Scene::Inside::look_for_tangles() {
  if (!thread_crowd.is_one()) return;
  std::vector<std::uint32_t> slots;
  std::vector<Curve> curves;
  for (const Route& route : router.routes()) {
    if (route.slot >= threads.size() || !threads[route.slot].alive) continue;
    slots.push_back(route.slot);
    curves.push_back(curve_between(tie(route.slot, 0, true), tie(route.slot, 1, true), thread_infos[route.slot].bend_to));
  }
  const std::vector<float> others = others_beside(curves, screen, tangle_cell_units * backdrop.unit_px);
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const int level = tangle_level(others[i]);
    if (std::exchange(thread_infos[slots[i]].tangle, level) == level) continue;
    look_thread(slots[i]);
    if (!threads[slots[i]].moving) damage_thread(slots[i]);
  }
}

// How all threads look, when their number has passed a step.
void Scene::Inside::look_threads() {
  if (!thread_crowd.count(thread_slots.size())) return;
  for (std::uint32_t slot = 0; slot < threads.size(); ++slot) {
    if (!threads[slot].alive) continue;
    if (!threads[slot].moving) damage_thread(slot);
    look_thread(slot);
    if (!threads[slot].moving) damage_thread(slot);
  }
}

}  // namespace greenline::scene
