// Seats on the wall: opening them for what was touched, and doing what their people want.
#include <algorithm>
#include <limits>
#include <utility>

#include "interact/wall.h"
#include "model/decide.h"
#include "ui/place_seat.h"

namespace greenline::interact {
namespace {

constexpr int a_name_in_lines = 100;  // what everybody reads comes before what one person wrote

// Round a table those that neither side can read.
int names_under_seats(const scene::Scene& scene) {
  const auto is_hidden = [&](const model::PixelRect& zone) {
    const model::PixelRect seen = scene.camera()(zone);
    return std::ranges::any_of(scene.avoid, [&](const model::PixelRect& seat) { return seat.touches(seen); });
  };
  return static_cast<int>(std::ranges::count_if(scene.backdrop().regions, [&](const scene::RegionView& region) {
    return !region.label_zone.empty() && is_hidden(region.label_zone) &&
           (region.turned_zone.empty() || is_hidden(region.turned_zone));
  }));
}

// What seats on several sides of a table leave: cards would be crowded there beside bare ground.
bool is_strip(const model::PixelRect& ground, const view::WallSetting& table) {
  constexpr float least_share = 0.4F;  // of the table's shorter side
  return std::min(ground.width(), ground.height()) < least_share * std::min(table.width, table.height);
}

}  // namespace

// Neither over the card it is about nor over those that somebody is carrying.
int Wall::open_seat(const ui::Purpose& purpose, PixelPoint at, const std::optional<model::PixelRect>& its_card) {
  std::vector<model::PixelRect> keep_clear;
  if (its_card) keep_clear.push_back(*its_card);
  for (const auto& [contact, grip] : grips_) {
    if (grip.idle || !grip.card) continue;
    if (const auto held = scene_.rect_of(*grip.card)) keep_clear.push_back(*held);
  }
  std::vector<model::PixelRect> rather_clear;
  if (const auto* read = std::get_if<ui::ReadCard>(&purpose)) rather_clear = neighbours_of(read->card);
  const int seat = seats_.open(purpose, shores(), keep_clear, rather_clear, name_at(at));
  if (seat == 0) notices_.say(say("notice.no_room"), at);
  if (const scene::RegionView* region = scene_.region_at(at); seat != 0 && region != nullptr) opened_in_[seat] = region->id;
  return seat;
}

std::vector<model::PixelRect> Wall::prompts() const {
  std::vector<model::PixelRect> prompts;
  const scene::PromptView& prompt = scene_.backdrop().prompt;
  for (const model::PixelRect& zone : {prompt.zone, prompt.second_zone}) {
    if (!zone.empty()) prompts.push_back(viewpoint_.camera()(zone));
  }
  return prompts;
}

// Round a table it stands there twice, and whoever sits at the far side reads the turned one; names are many there and ground
// is scarce, so that what helps to understand one does not count.
std::optional<model::PixelRect> Wall::name_at(PixelPoint at) const {
  const scene::RegionView* region = scene_.region_at(at);
  if (region == nullptr) return std::nullopt;
  const bool from_above =
      setting_.table && ui::sides_by_nearness(at, setting_.width, setting_.height).front() == ui::Side::above;
  const model::PixelRect zone = from_above && !region->turned_zone.empty() ? region->turned_zone
                                : setting_.table ? joined(region->name.rect(), region->second_name.rect())
                                                 : region->label_zone;
  if (zone.empty()) return std::nullopt;
  return viewpoint_.camera()(zone);
}

// Told as they stand where nothing gives way: where seats take the ground, the canvas draws back from them.
void Wall::keep_words_free() {
  ui::Seats::WallWords words{.prompts = prompts(), .gives_way = viewpoint_.is_whole()};
  for (const scene::RegionView& region : scene_.backdrop().regions)
    for (const model::PixelRect& zone : {region.label_zone, region.turned_zone})
      if (!zone.empty()) words.names.push_back(viewpoint_.camera()(zone));
  for (const scene::RegionView& region : scene_.backdrop().regions)
    if (region.turned_name.block)
      words.names_twice.push_back({viewpoint_.camera()(region.name.rect()), viewpoint_.camera()(region.turned_name.rect())});
  const std::vector<model::PixelRect> seats = seats_.rects();
  if (!notices_.empty()) {
    const std::vector<model::PixelRect> words_there = words_of_ground();
    const Notices::Room room = notice_room(seats, words_there);
    for (const auto& warning : {notices_.standing_on(engine_, room), notices_.pinned_beside(engine_, room)})
      if (warning) words.warnings.push_back(*warning);
  }
  seats_.leave_free(std::move(words));
}

void Wall::make_room() {
  scene_.avoid = seats_.rects();
  if (!viewpoint_.rests() || !pulled_.empty()) return;  // what a thread is being pulled to stays where it is seen
  const model::Camera camera = viewpoint_.camera();
  std::vector<model::PixelRect> over;
  for (const model::PixelRect& seat : scene_.avoid) over.push_back(camera.inverse(seat));
  scene_.lean_from(std::move(over));
  // A wall that somebody looks at nearer stays as it stands until it is whole again.
  if (!viewpoint_.is_whole()) return;
  const std::vector<model::PixelRect> must_be_seen = prompts();
  std::vector<model::PixelRect> seats = seats_.rects_to_come();
  const auto pinned = notices_.pinned_beside(engine_, notice_room({}, {}));
  if (pinned) seats.push_back(*pinned);
  const bool is_small = seats_.on_small_screen();
  model::PixelRect ground = framing_.make_room({.width = setting_.width,
                                                .height = setting_.height,
                                                .seats = seats,
                                                .must_be_seen = must_be_seen,
                                                .hides_work = unseen() > 0,
                                                .small_screen = is_small,
                                                .stands_beside = pinned.has_value()});
  const bool prompt_is_hidden = std::ranges::any_of(seats, [&](const model::PixelRect& seat) {
    return std::ranges::any_of(must_be_seen, [&](const model::PixelRect& one) { return one.touches(seat); });
  });
  std::vector<model::PixelRect> on_wall(seats.size());
  std::ranges::transform(seats, on_wall.begin(), [&](const model::PixelRect& seat) { return camera.inverse(seat); });
  if (!ground.empty()) ground = camera.inverse(ground);
  if (is_small || prompt_is_hidden || pinned) {
    weighed_.clear();
    gives_way_ = ground.empty() ? GivesWay::cards_lean : GivesWay::draws_back;
  } else if (seats.empty()) {
    weighed_.clear();
    gives_way_ = GivesWay::cards_lean;
  } else if (const bool more_is_hidden = gives_way_ == GivesWay::cards_lean && unseen() > unseen_;
             std::exchange(weighed_, seats) != seats || more_is_hidden) {
    // Once for seats that stand as they do: not at each letter that somebody writes in one.
    if (setting_.table && is_strip(ground, setting_)) ground = {};
    gives_way_ = shows_most(ground, on_wall);
  }
  give_way(gives_way_, ground, on_wall);
}

void Wall::give_way(GivesWay how, const model::PixelRect& ground, std::span<const model::PixelRect> seats) {
  if (how == GivesWay::regions_go)
    scene_.stand_between(session_.convening(), {seats.begin(), seats.end()});
  else
    scene_.stand_in(session_.convening(), how == GivesWay::draws_back ? ground : model::PixelRect{}, regions_at_hand(), seats);
}

int Wall::unseen() const { return scene_.hidden_cards() + a_name_in_lines * names_under_seats(scene_); }

// The way in which fewest first lines and names are not seen; of several that which moves least.
Wall::GivesWay Wall::shows_most(const model::PixelRect& ground, std::span<const model::PixelRect> seats) {
  GivesWay best = GivesWay::cards_lean;
  unseen_ = std::numeric_limits<int>::max();
  for (const GivesWay how : {GivesWay::cards_lean, GivesWay::regions_go, GivesWay::draws_back}) {
    if (how == GivesWay::draws_back && ground.empty()) continue;
    give_way(how, ground, seats);
    if (const int now = unseen(); now < unseen_) {
      unseen_ = now;
      best = how;
    }
    if (unseen_ == 0) break;
  }
  return best;
}

// Where seats that stand were opened, in the order of the canvas.
std::vector<std::string> Wall::regions_at_hand() {
  std::erase_if(opened_in_, [&](const auto& seat) { return !seats_.rect_of(seat.first); });
  std::vector<std::string> at_hand;
  for (const scene::RegionView& region : scene_.backdrop().regions)
    if (std::ranges::any_of(opened_in_, [&](const auto& seat) { return seat.second == region.id; }))
      at_hand.push_back(region.id);
  return at_hand;
}

bool Wall::answer_to_seats() {
  if (seats_.rects() == scene_.avoid && seats_.drafts_version() == begun_version_ && !begun_stale_) return false;
  if (!setting_.still) return true;
  make_room();
  show_begun();
  (void)move_view(0);
  return view_.advance(0);
}

void Wall::show_begun() {
  const std::uint64_t version = seats_.drafts_version();
  if (std::exchange(begun_version_, version) == version && !begun_stale_) return;
  begun_stale_ = false;
  std::vector<scene::Begun> begun;
  for (ui::Seats::Writing& writing : seats_.cards_being_written()) {
    const bool veiled = born_veiled(session_.convening(), session_.rules(), writing.place);
    begun.push_back({writing.seat, std::move(writing.place), std::move(writing.saying), veiled});
  }
  scene_.show_begun(std::move(begun));
  scene_.show_begun_slips(seats_.slips_being_written());
}

std::vector<model::PixelRect> Wall::shores() const {
  const content::Layout& layout =
      layout_for(session_.pack().canvas, session_.pack().activity.layout, setting_.width, setting_.height);
  const model::PixelFromCanvas pixel_from_canvas{std::min(setting_.width / layout.width, setting_.height / layout.height),
                                                 {setting_.width / 2, setting_.height / 2}};
  std::vector<model::PixelRect> shores;
  for (const content::Box& box : layout.shores) {
    const PixelPoint a = pixel_from_canvas({box.x0, box.y1});
    const PixelPoint b = pixel_from_canvas({box.x1, box.y0});
    shores.push_back({a.x, a.y, b.x, b.y});
    // A second language may stand at the top of a shore.
    const model::PixelRect& words = scene_.backdrop().prompt.second_zone;
    if (!words.empty() && words.touches(shores.back())) shores.back().y0 = std::min(words.y1, shores.back().y1);
  }
  return shores;
}

void Wall::compose_word(const model::ThreadId& thread_id, PixelPoint at) {
  const auto thread = session_.convening().threads.find(thread_id);
  if (thread == session_.convening().threads.end()) return;
  const auto answer = check(model::WordThread{thread_id, thread->second.word.value.words + "\u2026"});
  if (!answer) return refuse(answer.error(), at);
  open_seat(word_for(thread->second, at), at, std::nullopt);
}

void Wall::compose_name(const model::GatheringId& gathering_id, PixelPoint at) {
  const auto gathering = session_.convening().gatherings.find(gathering_id);
  if (gathering == session_.convening().gatherings.end()) return;
  const auto answer = check(model::NameGathering{gathering_id, gathering->second.name.value.words + "\u2026"});
  // Where it may be called nothing else, it was touched to be read.
  const bool is_read = !gathering->second.name.value.words.empty() && !scene_.name_rests(gathering_id);
  if (!answer && is_read) return;
  if (!answer) return refuse(answer.error(), at);
  open_seat(name_for(gathering->second, at), at, std::nullopt);
}

void Wall::on(const ui::Wants& wants) {
  auto event = session_.submit(wants.request, model::at_seat(static_cast<std::uint32_t>(wants.seat)));
  if (!event) {
    const auto* card = std::get_if<model::MakeCard>(&wants.request);
    seats_.explain(wants.seat, sentence_of(event.error(), card != nullptr ? card->place.region : std::string()));
    return;
  }
  if (const auto* made = std::get_if<model::CardMade>(&event->body)) {
    if (!scene_.arrive_as_begun(made->card, wants.seat)) scene_.arrive_from(made->card, wants.from);
  }
  follow();
  if (const auto* made = std::get_if<model::CardMade>(&event->body); made != nullptr && made->veiled) {
    // Veiled for all, whoever wrote it may still read it here.
    made_at_[wants.seat] = made->card;
    const PixelPoint at = scene_.pixel_of(made->place);
    const model::PixelRect its = scene_.rect_of(made->card).value_or(model::rect_around(at, 1, 1));
    return seats_.read(wants.seat, reading(made->card, at, wants.seat), its);
  }
  // Others may lie beside the same card.
  if (std::holds_alternative<model::NourishmentTakenBack>(event->body)) return;
  seats_.close(wants.seat);
}

void Wall::on(const ui::WantsThread& wants) {
  if (wants.contact < 0) {
    armed_ = wants.card;
    scene_.attend(std::nullopt);
    if (const auto card = scene_.rect_of(wants.card)) notices_.say(say("notice.thread_to"), card->centre());
  } else {
    pulled_[wants.contact] = wants.card;
    gestures_.recapture(wants.contact, input::OnCard{wants.card});
  }
  seats_.close(wants.seat);
}

void Wall::on(const ui::WantsNourish& wants) {
  const model::Card* card = find_card(session_.convening(), wants.card);
  const auto rect = scene_.rect_of(wants.card);
  const PixelPoint seat = seats_.rect_of(wants.seat).value_or(model::PixelRect{}).centre();
  seats_.close(wants.seat);
  if (card == nullptr || !rect) return refuse(model::Refusal::not_there, seat);
  open_seat(nourishment_beside_card(*card, rect->centre()), rect->centre(), *rect);
}

void Wall::on(const ui::WantsLine& wants) {
  const auto rect = scene_.rect_of(wants.card);
  const PixelPoint seat = seats_.rect_of(wants.seat).value_or(model::PixelRect{}).centre();
  seats_.close(wants.seat);
  if (!rect) return refuse(model::Refusal::not_there, seat);
  open_seat(ui::ComposeLine{wants.card, rect->centre(), wants.action}, rect->centre(), *rect);
}

// In the same seat, and as if that card had been touched: of a veiled one it is asked that it be opened.
void Wall::on(const ui::WantsCard& wants) {
  const model::Card* card = find_card(session_.convening(), wants.card);
  const auto rect = scene_.rect_of(wants.card);
  if (card == nullptr || !present(*card) || !rect) return;
  made_at_.erase(wants.seat);
  std::erase_if(asked_, [&](const auto& asked) { return asked.second.seat == wants.seat; });
  ui::ReadCard read = reading(wants.card, rect->centre(), wants.seat);
  const bool asks = check(model::LiftVeil{wants.card}).has_value();
  read.half_open = asks;
  seats_.read(wants.seat, read, *rect, neighbours_of(wants.card));
  if (asks) ask_for_light(wants.card, wants.seat);
  attended_s_ = 0;
  scene_.attend(rect->centre());
}

void Wall::on(const ui::WantsElsewhere& wants) {
  const PixelPoint to{wants.to.across * setting_.width, wants.to.down * setting_.height};
  const model::Place place = scene_.place_on_map(to);
  ui::ComposeCard card = composer_for(place, to);
  card.on_map = wants.to;
  seats_.go_on_with(wants.seat, card);
}

void Wall::on(const ui::Left& left) { seats_.close(left.seat); }

}  // namespace greenline::interact
