// Brings the solver's and the router's findings to the cards and threads, a slice a frame.
#include <algorithm>
#include <limits>
#include <utility>

#include "arrange/left.h"
#include "arrange/settlers.h"
#include "scene/inside.h"
#include "scene/stage.h"

namespace greenline::scene {
namespace {

constexpr std::size_t settled_at_once = 300;  // fewer cards than this rest in the frame they were put down in
constexpr std::size_t pair_tests_a_frame = 30000, pair_tests_beside_a_crowd = 10000;  // a crowd on its way costs enough
constexpr std::size_t samples_a_frame = 5000;
constexpr float opacity_of_waiting = 0.5F;

// Pixels a canvas unit of the window that the smallest type is chosen for. Down to two thirds of 1080, windows show the wall
// that one of 1080 shows, with letters as much smaller: the same cards in the same places.
float legible_unit_px(float unit_px) { return std::max(unit_px, std::min(1079.0F, unit_px * 1.5F)); }

}  // namespace

float Scene::Inside::least_em() const { return stage.legible_px / legible_unit_px(pixel_from_canvas.pixels_per_unit); }

void Scene::Inside::size_cards(const model::Convening& convening) {
  sizes_stale = false;
  if (stands_otherwise() || !sizes.surely_leaves(zones, zone_loads, least_em())) measure_cards(convening);
  look_who_left(convening);
  const arrange::TypeSize before = type;
  type = sizes.for_zone_loads(zones, zone_loads, least_em());
  if (stands_otherwise()) size_near();
  if (nearness.type.leaves && !frame.folded && nearness.region.empty() && !frame.at.empty() && stands_otherwise()) {
    frame.folded = true;
    return stand_otherwise(convening);
  }
  HalfSize largest = in_pixels(half_of(arrange::leaf_sheet, type.em));
  // From the back, so that the oldest cards have their words first.
  for (auto slot = static_cast<std::uint32_t>(cards.size()); slot-- > 0;) {
    if (!cards[slot].alive) continue;
    if (!(type == before) && (!stands_otherwise() || waits(slot))) infos[slot].tall = infos[slot].shown = 0;
    if (!eases[slot].held) set_half_size(slot, card_half(slot));
    largest.height = std::max(largest.height, cards[slot].half_height);
  }
  if (type == before && largest.height <= largest_half.height) return;
  regrid(largest);
  refresh_faint();
  damage.add_everything();
  raised.look_again();
  rest_stale = true;
}

// For cards of this size at most.
void Scene::Inside::regrid(HalfSize largest) {
  largest_half = largest;
  resting_cards.reset(as_box(screen), largest.width * 2.2F, largest.height * 2.2F, cards.size());
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot)
    if (cards[slot].alive && cards[slot].motion == Motion::resting) resting_cards.insert(slot, as_point(cards[slot].centre));
}

void Scene::Inside::look_who_left(const model::Convening& convening) {
  for (arrange::ZoneLoad& filling : zone_loads) filling.left = {};
  if (left_something.empty()) return;
  std::vector<arrange::Left> left;
  for (auto& [id, sheet] : left_something) {
    const model::Card* card = model::find_card(convening, id);
    if (!card) continue;
    if (!sheet) sheet = measured(card->saying.value);
    for (const arrange::Left& one : left_by(zones, *card, *sheet)) left.push_back(one);
  }
  std::vector<std::uint8_t> was_left(zone_loads.size(), 0);
  for (const arrange::Left& one : left) was_left[one.zone] = 1;
  std::vector<arrange::Came> came;
  for (const auto& [id, slot] : card_slots)
    if (const model::Card* card = model::find_card(convening, id); card && was_left[infos[slot].zone])
      came.push_back(came_to(zones, *card));
  add_left(zone_loads, std::move(left), std::move(came));
}

std::vector<arrange::Tie> Scene::Inside::ties_by_threads() const {
  std::vector<arrange::Tie> ties;
  if (!stage.canvas.settling.by_threads) return ties;
  for (std::uint32_t slot = 0; slot < threads.size(); ++slot) {
    const auto [one, other] = thread_infos[slot].card;
    if (threads[slot].alive && one != no_slot && other != no_slot) ties.push_back({cards[one].id, cards[other].id});
  }
  return ties;
}

std::vector<arrange::Standing> Scene::Inside::standing_cards(std::span<const arrange::Standing> also) const {
  std::vector<arrange::Standing> standing;
  standing.reserve(card_slots.size());
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot) {
    if (!cards[slot].alive || eases[slot].leaving) continue;
    standing.push_back(
        {slot, infos[slot].zone, infos[slot].home, infos[slot].placed_at, cards[slot].id, type.of(infos[slot].sheet)});
  }
  standing.insert(standing.end(), also.begin(), also.end());
  settle(stage.canvas.settling, zones, type.em, standing, ties_by_threads());
  return standing;
}

void Scene::Inside::start_solver() {
  rest_stale = false;
  solver.start(zones, sizes.columns(), type.em, standing_cards({}));
}

void Scene::Inside::take_rest() {
  arrangement = std::make_shared<arrange::Arrangement>(taken(zones, stage.canvas.settling, solver, type));
  stand_as_arranged();
}

// Everybody goes where they are to stand: on a whole wall as it is arranged; where it stands otherwise cards as they have room
// there, those of regions that wait where theirs does.
void Scene::Inside::stand_as_arranged() {
  if (stands_otherwise()) {
    const std::vector<arrange::Rested> rested = near_rest();
    HalfSize largest{std::max(largest_half.width, in_pixels(arrange::half_of({}, nearness.type.em)).width),
                     largest_half.height};
    for (const arrange::Rested& one : rested)
      largest.height = std::max(largest.height, one.tall / 2 * pixel_from_canvas.pixels_per_unit);
    if (largest.width > largest_half.width || largest.height > largest_half.height) regrid(largest);
    for (const arrange::Rested& one : rested) stand(one);
  }
  for (const arrange::Rested& one : arrangement->cards)
    if (const std::uint32_t slot = slot_of(one.card);
        slot != no_slot && (!stands_otherwise() || (waits(slot) && one.zone == infos[slot].zone)))
      stand(as_shown(one));
  lean_stale = routes_stale = gatherings_stale = true;
}

void Scene::Inside::stand(const arrange::Rested& one) {
  const std::uint32_t slot = slot_of(one.card);
  if (slot == no_slot || eases[slot].held) return;  // it went away, or a hand has it
  CardInfo& info = infos[slot];
  if (std::exchange(info.shown, one.shown) != one.shown) want_words(slot);
  info.tall = one.tall;
  set_half_size(slot, card_half(slot));
  CardEase& ease = eases[slot];
  const float opacity = waits(slot) ? opacity_of_waiting : 1.0F;
  const PixelPoint place = pixel_at(pixel_from_canvas, one.at);
  if (ease.rest == place && ease.at == stand_of(slot) && ease.opacity_to == opacity) return;
  ease.rest = place;
  ease.calmly_s = calmly_s(length(place - ease.at) / pixel_from_canvas.pixels_per_unit);
  ease.opacity_to = opacity;
  wake(slot);
}

void Scene::Inside::start_router() {
  routes_stale = false;
  if (thread_slots.empty()) return;
  std::vector<ThreadTie> standing;
  standing.reserve(cards.size());
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot)
    if (cards[slot].alive && !eases[slot].leaving && !eases[slot].held)
      standing.push_back({stand_of(slot), {cards[slot].half_width, cards[slot].half_height}});
  std::vector<ThreadToRoute> to_route;
  for (std::uint32_t slot = 0; slot < threads.size(); ++slot)
    if (threads[slot].alive) {
      const HalfSize pill = thread_crowd.is_one() ? HalfSize{} : thread_infos[slot].pill;
      to_route.push_back({slot, threads[slot].id, tie(slot, 0, true), tie(slot, 1, true), pill});
    }
  std::vector<PixelRect> words = worded_rects(backdrop);
  for (const GatheringView& gathering : gatherings)
    if (!gathering.pill.empty()) words.push_back(gathering.pill);
  words.insert(words.end(), over.begin(), over.end());  // nothing is half under a seat
  router.start(screen, std::move(standing), std::move(words), std::move(to_route));
}

void Scene::Inside::take_routes() {
  for (const Route& route : router.routes()) {
    if (route.slot >= threads.size() || !threads[route.slot].alive) continue;
    Bend& to = thread_infos[route.slot].bend_to;
    if (to == route.bend) continue;
    to = route.bend;
    if (thread_infos[route.slot].shown == 0) thread_infos[route.slot].bend = to;
    wake_thread(route.slot);
  }
  look_for_tangles();
}

bool Scene::Inside::settle_slice(const model::Convening& convening) {
  if (sizes_stale) size_cards(convening);
  const bool few = card_slots.size() < settled_at_once;
  if (rest_stale && !solver.running()) {
    start_solver();
    if (!few) return true;  // beginning is a slice of its own
  }
  if (solver.running()) {
    if (few) solver.finish();
    const bool many_move = busy_cards >= crowd_on_its_way;
    if (few || solver.step(many_move ? pair_tests_beside_a_crowd : pair_tests_a_frame)) {
      take_rest();
      reflect(convening);
    }
  }
  const bool settled = !solver.running() && !rest_stale;
  if (settled && lean_stale) lean_cards();
  // Names of gatherings find their places first: threads and their words go round them.
  if (settled && gatherings_stale) refresh_gatherings(convening);
  if (settled && routes_stale && !router.running() && busy_cards < crowd_on_its_way) start_router();
  if (router.running() && router.step(samples_a_frame)) take_routes();
  return !settled || router.running() || routes_stale;
}

void Scene::Inside::settle_now(const model::Convening& convening) {
  refresh_text_if_glyphs_moved(convening);
  size_cards(convening);
  if (nearness.part < 1) {
    nearness.part = 1;
    nearness.speed = 0;
    blend_regions();
  }
  start_solver();
  solver.finish();
  take_rest();
  reflect(convening);
  lean_cards();
  for (refresh_gatherings(convening); gatherings_stale; refresh_gatherings(convening))
    if (lean_stale) lean_cards();  // names asked for some ground
  for (const std::uint32_t slot : active_cards) {
    CardEase& ease = eases[slot];
    if (!ease.held) ease.at = stand_of(slot);
    ease.velocity = {};
    ease.size = ease.size_to;
    ease.size_speed = 0;
    ease.breath_s = ease.lean_s = -1;
    cards[slot].opacity = ease.opacity_to;
    cards[slot].kept = infos[slot].unsettled > 0 ? 0.0F : 1.0F;
    cards[slot].warm = 0;
    wake_threads_of(slot);
  }
  start_router();
  if (router.running()) {
    while (!router.step(1 << 20)) continue;
    take_routes();
  }
  for (const std::uint32_t slot : moving_threads) {
    thread_infos[slot].bend = thread_infos[slot].bend_to;
    thread_infos[slot].shown = 1;
  }
  while (lay_words(convening, 1 << 20)) continue;
  redraw_words(std::numeric_limits<std::uint64_t>::max());
  busy_cards = 0;  // nobody waits for others
  ease_cards(0);
  ease_threads(0);
  haze.arrive(damage);
  ease_faint(1e3F);
  if (raised_names_stale) choose_raised_names(convening);
}

}  // namespace greenline::scene
