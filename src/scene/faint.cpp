// What people are writing, as faint cards where it would come to stand. They move nobody: where everybody else rests is found
// without them, and where they would rest is found with everybody else.
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "scene/inside.h"
#include "scene/lean_aside.h"

namespace greenline::scene {
namespace {

// Its words are read in each case but the last: on the wall's ground; over other cards, whose words would show through; over
// one that a hand has or has just touched, whose words come first.
constexpr float faintness = 0.62F, over_cards = 0.92F, over_touched = 0.3F;
constexpr float fades_s = 0.25F;
constexpr std::size_t found_exactly = 300;  // with more cards than this, where one would rest is a good guess
constexpr float there_px = 0.2F;

// An identity of its own, later than any other.
model::CardId passing_id(int key) {
  model::CardId id;
  id.bytes.fill(0xFF);
  for (int i = 0; i < 4; ++i)
    id.bytes[static_cast<std::size_t>(15 - i)] = static_cast<std::uint8_t>(static_cast<unsigned>(key) >> (8 * i));
  return id;
}

model::Timestamp as_if_placed_now(int key) {
  return {std::numeric_limits<std::int64_t>::max(), static_cast<std::uint32_t>(key), {}};
}

// Whether somebody else's card stands where this reflection would: both would be hard to read. It is seen when that card goes.
bool is_covered(const arrange::Awaited& reflection, const arrange::Arrangement& arrangement) {
  constexpr float edge = 0.85F;  // rounded corners may touch
  const float wide = arrange::card_ems * arrangement.type.em * edge;
  return std::ranges::any_of(arrangement.cards, [&](const arrange::Rested& card) {
    const geometry::Point way = card.at - reflection.at;
    return card.zone == reflection.zone && std::abs(way.x) < wide && std::abs(way.y) < (card.tall + reflection.tall) / 2 * edge;
  });
}

}  // namespace

void Scene::Inside::begin(std::vector<Begun> now) {
  if (now == begun_by_hands) return;
  begun_by_hands = std::move(now);
  show_faint();
}

void Scene::Inside::reflect(const model::Convening& convening) {
  if (stage.canvas.settling.twins.empty() && reflections.empty()) return;
  const content::Phase* phase = content::find_phase(stage.activity, stage.phase);
  const bool hidden = phase != nullptr && phase->hides_reflections;
  std::vector<Begun> now;
  for (const arrange::Awaited& one : arrangement->awaited) {
    if (hidden) break;
    if (is_covered(one, *arrangement)) continue;
    const model::Card* card = find_card(convening, one.of);
    if (card == nullptr) continue;
    // Hands' own are positive.
    const int key = reflection_keys.try_emplace(one.of, -1 - static_cast<int>(reflection_keys.size())).first->second;
    const arrange::Zone& zone = zones.places[one.zone];
    now.push_back({key, {zone.region, zone.frame.inverse(one.at)}, card->saying.value, card->veiled.value});
  }
  if (now == reflections) return;
  reflections = std::move(now);
  show_faint();
}

void Scene::Inside::begin_slips(std::vector<model::NourishTarget> now) {
  if (now == begun_slips) return;
  begun_slips = std::move(now);
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot) {
    if (!cards[slot].alive || eases[slot].leaving) continue;
    const float seen = slip_begun_beside(cards[slot].id);
    if (std::exchange(infos[slot].slip_begun_to, seen) != seen) wake(slot);
  }
  for (std::uint32_t slot = 0; slot < threads.size(); ++slot) {
    const float seen = slip_begun_beside(threads[slot].id);
    if (!threads[slot].alive || threads[slot].slip_begun == seen) continue;
    wake_thread(slot);
    threads[slot].slip_begun = seen;
  }
}

float Scene::Inside::slip_begun_beside(const model::NourishTarget& what) const {
  return std::ranges::find(begun_slips, what) == begun_slips.end() ? 0.0F : faintness;
}

// All of both.
void Scene::Inside::show_faint() {
  std::vector<Begun> now = begun_by_hands;
  now.insert(now.end(), reflections.begin(), reflections.end());
  for (FaintInfo& one : faint_infos)
    one.leaving = std::none_of(now.begin(), now.end(), [&](const Begun& begun) { return begun.key == one.begun.key; });
  for (Begun& begun : now) {
    auto known =
        std::find_if(faint_infos.begin(), faint_infos.end(), [&](const FaintInfo& one) { return one.begun.key == begun.key; });
    if (known == faint_infos.end()) {
      faint_infos.push_back({.begun = begun, .is_new = true, .words_stale = true, .moved = true});
      faint.emplace_back();
      faint.back().id = passing_id(begun.key);
      faint.back().alive = true;
      faint.back().motion = Motion::moving;
      faint.back().opacity = 0;
    } else if (known->begun != begun) {
      known->moved |= known->begun.place != begun.place;
      known->words_stale = true;
      known->begun = std::move(begun);
    }
  }
  relink_faint_ink();
  for (std::size_t i = faint.size(); stage.still && i-- > 0;)
    if (faint_infos[i].leaving) drop_faint(i);
}

// Drawings live with what is begun, which may just have moved.
void Scene::Inside::relink_faint_ink() {
  for (std::size_t i = 0; i < faint.size(); ++i)
    if (faint[i].ink != nullptr) faint[i].ink = &faint_infos[i].begun.saying.ink;
}

// Of a height that its lines need: it changes with them, not with each letter. Among leaves as large as one that has risen.
void Scene::Inside::measure_faint(std::size_t i) {
  FaintInfo& info = faint_infos[i];
  CardView& view = faint[i];
  info.words_stale = false;
  const arrange::Sheet needs = measured(info.begun.saying);
  const HalfSize half = shown_type().leaves ? reading_size(needs) : in_pixels(half_of(shown_type().of(needs), shown_type().em));
  faint_stale |= std::exchange(info.moved, false) || info.sheet != needs || view.half_width != half.width;
  info.sheet = needs;
  view.half_width = half.width;
  view.half_height = half.height;
  view.veiled = info.begun.veiled;
  const bool is_reflection = info.begun.key < 0;
  fit_saying(view, info.begun.saying, needs, 2 * view.half_height, is_reflection ? Said::all : Said::still_written);
}

void Scene::Inside::place_faint() {
  faint_stale = false;
  if (faint.empty() || shown_zones().places.empty()) return;
  std::vector<arrange::Standing> begun;
  for (std::uint32_t i = 0; i < faint.size(); ++i) {
    FaintInfo& info = faint_infos[i];
    if (info.leaving) continue;
    const std::uint16_t zone = shown_zones().of(info.begun.place.region);
    const arrange::Point home = home_of(shown_zones(), info.begun.place);
    begun.push_back({i, zone, home, as_if_placed_now(info.begun.key), faint[i].id, shown_type().of(info.sheet)});
    info.rest = brought_in(i, home);
    if (info.begun.key < 0) begun.pop_back();  // a reflection stands where it is cast, and there its twin will stand
  }
  std::erase_if(begun, [&](const arrange::Standing& one) { return zone_waits(one.zone); });
  if (card_slots.size() < found_exactly) rest_as_if_placed(std::move(begun));
  lean_faint();
}

// As near to there as all of it is on its region's ground.
PixelPoint Scene::Inside::brought_in(std::size_t i, arrange::Point to) const {
  const arrange::Zone& zone = shown_zones().places[shown_zones().of(faint_infos[i].begun.place.region)];
  const float unit = pixel_from_canvas.pixels_per_unit;
  const arrange::Half half{faint[i].half_width / unit, faint[i].half_height / unit};
  return pixel_at(pixel_from_canvas, brought_into(shown_zones(), zone, to, half));
}

// With all that rest already: exactly where it comes to stand.
void Scene::Inside::rest_as_if_placed(std::vector<arrange::Standing> begun) {
  const auto placed = static_cast<std::uint32_t>(cards.size());
  for (arrange::Standing& one : begun) one.slot += placed;
  arrange::RestSolver forecast;
  const bool otherwise = stands_otherwise();
  forecast.start(shown_zones(), (otherwise ? nearness.sizes : sizes).columns(), shown_type().em,
                 otherwise ? near_standing(begun) : standing_cards(begun));
  forecast.finish();
  for (std::size_t i = 0; i < forecast.cards().size(); ++i)
    if (const std::uint32_t slot = forecast.cards()[i].slot; slot >= placed)
      faint_infos[slot - placed].rest = pixel_at(pixel_from_canvas, forecast.places()[i]);
}

// Out from under seats like any card, everybody else staying where they lean already; and whole, since it is drawn over them.
// Where that leaves no ground it lies over cards: it will soon be one of them, or gone.
void Scene::Inside::lean_faint() {
  std::vector<Leaning> others;
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot)
    if (lies_there(slot) && !waits(slot))
      others.push_back(leaning(cards[slot], shown_type().of(infos[slot].sheet), infos[slot].zone, stand_of(slot), {}));
  std::vector<PixelRect> things = over;
  for (std::size_t i = 0; i < faint.size(); ++i) {
    FaintInfo& info = faint_infos[i];
    if (info.leaving) continue;
    Leaning own = leaning(faint[i], info.sheet, shown_zones().of(info.begun.place.region), info.rest, info.aside);
    const float first = std::exchange(own.first, 2 * own.half.height);
    const std::span<const PixelRect> from = info.begun.key > 0 ? things : over;
    info.aside = leans_from(from, others, own);
    if (is_under(from, i, 1)) info.aside = leans_from(from, {}, own);
    own.first = first;
    if (is_under(from, i, first / (2 * own.half.height))) info.aside = leans_from(from, {}, own);
    // Two that are written in one place are both read.
    if (info.begun.key > 0) things.push_back(rect_around(info.rest + info.aside, faint[i].half_width, faint[i].half_height));
  }
}

// Whether so much of it, from its top, lies under one of these.
bool Scene::Inside::is_under(std::span<const PixelRect> things, std::size_t i, float part) const {
  PixelRect seen = rect_around(faint_infos[i].rest + faint_infos[i].aside, faint[i].half_width, faint[i].half_height);
  seen.y1 = seen.y0 + part * seen.height();
  return std::ranges::any_of(things, [&](const PixelRect& one) { return one.touches(seen); });
}

// A reflection is cast beside cards, never over them.
float Scene::Inside::faintness_of(std::size_t i) const {
  if (faint_infos[i].leaving) return 0;
  if (faint_infos[i].begun.key < 0) return faintness;
  constexpr float edge_px = 2;  // cards' corners are round
  const PixelRect own = rect_around(faint[i].centre, faint[i].half_width, faint[i].half_height).grown(-edge_px);
  float found = faintness;
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot) {
    const CardView& card = cards[slot];
    if (!card.alive || eases[slot].leaving || !own.touches(rect_around(card.centre, card.half_width, card.half_height)))
      continue;
    if (eases[slot].held || slot == attended) return over_touched;
    found = over_cards;
  }
  return found;
}

bool Scene::Inside::ease_faint(float seconds) {
  if (faint.empty()) return false;
  for (std::size_t i = 0; i < faint.size(); ++i)
    if (faint_infos[i].words_stale) measure_faint(i);
  if (faint_stale && !solver.running() && !rest_stale) place_faint();
  const float dt = stage.still ? 1e3F : seconds;
  const SpringStep step = SpringStep::of(neighbours_s, dt);
  bool any = faint_stale;
  for (std::size_t i = 0; i < faint.size(); ++i) {
    FaintInfo& info = faint_infos[i];
    CardView& view = faint[i];
    const PixelPoint to = info.rest + info.aside;
    if (std::exchange(info.is_new, false)) view.centre = to;
    if (!info.leaving && view.centre != to) {
      step(view.centre.x, info.velocity.x, to.x);
      step(view.centre.y, info.velocity.y, to.y);
      if (length(to - view.centre) < there_px) {
        view.centre = to;
        info.velocity = {};
      }
      any |= view.centre != to;
    }
    const float opacity = faintness_of(i);
    view.opacity += std::clamp(opacity - view.opacity, -dt / fades_s, dt / fades_s);
    any |= view.opacity != opacity;
  }
  for (std::size_t i = faint.size(); i-- > 0;)
    if (faint_infos[i].leaving && faint[i].opacity <= 0) drop_faint(i);
  return any;
}

void Scene::Inside::drop_faint(std::size_t i) {
  faint.erase(faint.begin() + static_cast<std::ptrdiff_t>(i));
  faint_infos.erase(faint_infos.begin() + static_cast<std::ptrdiff_t>(i));
  relink_faint_ink();
}

bool Scene::Inside::arrive_as_begun(const model::CardId& card, int key) {
  for (std::size_t i = 0; i < faint.size(); ++i) {
    if (faint_infos[i].begun.key != key || faint_infos[i].is_new) continue;
    arrivals[card] = {faint[i].centre, faint[i].opacity, faint[i].half_width};
    drop_faint(i);
    return true;
  }
  return false;
}

}  // namespace greenline::scene
