// The scene's face: each call goes to the part that does it.
#include "scene/scene.h"

#include <algorithm>
#include <utility>

#include "scene/inside.h"
#include "scene/loop.h"
#include "scene/stage.h"

namespace greenline::scene {

Scene::Scene(text::Engine& engine) : inside_(std::make_unique<Inside>(engine)) {}
Scene::~Scene() = default;

void Scene::set_stage(const Stage& stage, const model::Convening& convening, bool jump) {
  inside_->set_stage(stage, convening, jump);
}
const Stage& Scene::stage() const { return inside_->stage; }
void Scene::changed(const model::Convening& convening, const model::Event& event, bool settling) {
  inside_->changed(convening, event, settling);
}
void Scene::kept(const model::Convening&, const model::EventId& event) { inside_->kept(event); }
void Scene::rebuild(const model::Convening& convening) { inside_->rebuild(convening); }

void Scene::look_through(const model::Camera& camera) { inside_->look_through(camera); }
const model::Camera& Scene::camera() const { return inside_->camera; }
bool Scene::sharp() const { return inside_->focus.rests(); }
void Scene::sharpen() { inside_->sharpen(); }

void Scene::bring_near(const model::Convening& convening, std::string_view region) { inside_->bring_near(convening, region); }
void Scene::stand_in(const model::Convening& convening, const PixelRect& ground, std::vector<std::string> at,
                     std::span<const PixelRect> seats) {
  inside_->stand_in(convening, ground, std::move(at), seats);
}
void Scene::stand_between(const model::Convening& convening, std::vector<PixelRect> seats) {
  inside_->stand_between(convening, std::move(seats));
}
const std::string& Scene::near() const { return inside_->nearness.region; }
const RegionView* Scene::named_at(PixelPoint p) const { return inside_->named_at(inside_->camera.inverse(p)); }

bool Scene::speak_of(Spoken spoken) { return inside_->speak_of(std::move(spoken)); }
std::vector<std::size_t> Scene::pages_of(const model::Convening& convening, std::span<const model::CardId> cards,
                                         bool named) const {
  return inside_->pages_of(convening, cards, named);
}
float Scene::dimness() const { return inside_->dimness; }

void Scene::hold(const model::CardId& card, PixelPoint at) { inside_->hold(card, inside_->camera.inverse(at)); }
void Scene::let_fall(const model::CardId& card, PixelPoint velocity) {
  inside_->let_fall(card, velocity * (1 / inside_->camera.zoom));
}
void Scene::attend(std::optional<PixelPoint> finger) {
  inside_->attend(finger ? std::optional(inside_->camera.inverse(*finger)) : std::nullopt);
}
void Scene::lean(const model::CardId& card, PixelPoint toward) { inside_->lean(card, inside_->camera.inverse(toward)); }
void Scene::arrive_from(const model::CardId& card, PixelPoint at) { inside_->arrivals[card] = {inside_->camera.inverse(at)}; }
int Scene::hidden_cards() const {
  if (inside_->lean_stale && !inside_->solver.running()) inside_->lean_cards();
  return inside_->hidden_cards;
}
void Scene::show_begun(std::vector<Begun> begun) { inside_->begin(std::move(begun)); }
void Scene::show_begun_slips(std::vector<model::NourishTarget> beside) { inside_->begin_slips(std::move(beside)); }
bool Scene::arrive_as_begun(const model::CardId& card, int key) { return inside_->arrive_as_begun(card, key); }

void Scene::lean_from(std::vector<PixelRect> over) {
  if (inside_->over == over) return;
  inside_->over = std::move(over);
  inside_->lean_stale = inside_->routes_stale = inside_->gatherings_stale = true;
}

bool Scene::advance(const model::Convening& convening, float seconds) {
  std::vector<PixelRect> seen;
  for (const PixelRect& rect : avoid) seen.push_back(inside_->camera.inverse(rect));
  if (inside_->raised.keep_clear_of(std::move(seen))) inside_->raised_names_stale = true;
  return inside_->advance(convening, seconds);
}
void Scene::settle_now(const model::Convening& convening) { inside_->settle_now(convening); }

input::Target Scene::hit(PixelPoint p) const { return inside_->hit(inside_->camera.inverse(p)); }
model::Place Scene::place_at(PixelPoint on_glass) const {
  const PixelPoint p = inside_->camera.inverse(on_glass);
  const RegionView* region = inside_->region_at(p);
  const arrange::Zones& zones = inside_->shown_zones();
  if (zones.places.empty()) return {};
  const arrange::Zone& zone = region ? zones.places[zones.of(region->id)] : zones.places[zones.ground()];
  return {zone.region, zone.frame.inverse(canvas_at(inside_->pixel_from_canvas, p))};
}
PixelPoint Scene::pixel_of(const model::Place& place) const {
  return inside_->zones.places.empty() ? PixelPoint{} : inside_->camera(inside_->pixel_of(place));
}
model::Place Scene::place_on_map(PixelPoint p) const {
  const arrange::Zones& zones = inside_->zones;
  if (zones.places.empty()) return {};
  const std::vector<RegionView> regions = regions_on_map();
  const auto found = std::find_if(regions.rbegin(), regions.rend(), [&](const RegionView& one) { return one.contains(p); });
  const arrange::Zone& zone = zones.places[found != regions.rend() ? zones.of(found->id) : zones.ground()];
  return {zone.region, zone.frame.inverse(canvas_at(inside_->pixel_from_canvas, p))};
}
PixelPoint Scene::on_map(const model::Place& place) const {
  const arrange::Zones& zones = inside_->zones;
  return zones.places.empty() ? PixelPoint{} : pixel_at(inside_->pixel_from_canvas, home_of(zones, place));
}
std::vector<RegionView> Scene::regions_on_map() const { return regions_of(inside_->stage, layout_of(inside_->stage)); }
float Scene::line_on_map() const { return inside_->pixel_from_canvas({0, layout_of(inside_->stage).line_y}).y; }
const RegionView* Scene::region_at(PixelPoint p) const { return inside_->region_at(inside_->camera.inverse(p)); }

std::vector<model::CardId> Scene::cards_in_loop(std::span<const PixelPoint> loop) const {
  std::vector<model::CardId> out;
  if (loop.size() < 3) return out;
  const model::Camera& camera = inside_->camera;
  for (const auto& [id, slot] : inside_->card_slots)
    if (in_polygon(loop, camera(inside_->cards[slot].centre))) out.push_back(id);
  std::sort(out.begin(), out.end());
  return out;
}

const CardView* Scene::card(const model::CardId& id) const {
  const std::uint32_t slot = inside_->slot_of(id);
  return slot == no_slot ? nullptr : &inside_->cards[slot];
}
std::optional<PixelRect> Scene::rect_of(const model::CardId& id) const {
  const CardView* view = card(id);
  if (view == nullptr) return std::nullopt;
  return inside_->camera(rect_around(view->centre, view->half_width * view->scale, view->half_height * view->scale));
}
const ThreadView* Scene::thread(const model::ThreadId& id) const {
  const auto found = inside_->thread_slots.find(id);
  return found == inside_->thread_slots.end() ? nullptr : &inside_->threads[found->second];
}

bool Scene::name_rests(const model::GatheringId& id) const {
  const auto found = std::ranges::find(inside_->gatherings, id, &GatheringView::id);
  return found != inside_->gatherings.end() && inside_->name_rests(*found);
}

const Backdrop& Scene::backdrop() const { return inside_->backdrop; }
std::span<const CardView> Scene::cards() const { return inside_->cards; }
std::span<const ThreadView> Scene::threads() const { return inside_->threads; }
std::span<const GatheringView> Scene::gatherings() const { return inside_->gatherings; }
std::span<const HazeView> Scene::haze() const { return inside_->haze.views(); }
std::span<const CardView> Scene::faint() const { return inside_->faint; }
std::span<const RaisedCard> Scene::raised() const { return inside_->raised.views(); }
std::span<const GatheringView> Scene::raised_names() const { return inside_->raised_names; }
std::span<const std::uint32_t> Scene::moving_cards() const { return inside_->list_moving_cards(); }
std::span<const std::uint32_t> Scene::moving_threads() const { return inside_->moving_threads; }

void Scene::resting_cards_in(const PixelRect& rect, std::vector<std::uint32_t>& out) const {
  const auto from = static_cast<std::ptrdiff_t>(out.size());
  CardView one;
  one.half_width = inside_->largest_half.width;
  one.half_height = inside_->largest_half.height;
  const PixelRect reach = one.reach();
  const PixelRect centres = {rect.x0 - reach.x1, rect.y0 - reach.y1, rect.x1 + reach.x1, rect.y1 + reach.y1};
  inside_->resting_cards.visit(as_box(centres), [&](std::uint32_t slot) {
    if (inside_->cards[slot].reach().touches(rect)) out.push_back(slot);
    return true;
  });
  inside_->sort_as_drawn(std::span(out).subspan(static_cast<std::size_t>(from)));
}

void Scene::resting_threads_in(const PixelRect& rect, std::vector<std::uint32_t>& out) const {
  const auto from = static_cast<std::ptrdiff_t>(out.size());
  const float pad = inside_->backdrop.unit_px * 0.0085F + 4;  // the widest glow
  inside_->resting_threads.gather(rect.grown(pad), out);
  // Those of the card somebody attends to are drawn over the others.
  std::stable_partition(out.begin() + from, out.end(),
                        [&](std::uint32_t slot) { return !inside_->thread_infos[slot].attended; });
}

Scene::Damage Scene::take_damage() {
  const Backdrop& backdrop = inside_->backdrop;
  return inside_->damage.take(joined({0, 0, backdrop.width, backdrop.height}, inside_->camera.inverse(backdrop.glass())));
}
std::shared_ptr<const arrange::Arrangement> Scene::arrangement() const { return inside_->arrangement; }
float Scene::type_px() const { return inside_->type_px(); }
bool Scene::leaves() const { return inside_->shown_type().leaves && inside_->type_px() < inside_->legible_px(); }

}  // namespace greenline::scene
