// All seats of one screen: opening and closing them, sending touches and keys to the right one, drawing them.
#include "ui/seats.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "ui/seats_inside.h"

namespace greenline::ui {
Seats::Seats(text::Engine& engine, const content::Strings& strings, const Keyboards& keyboards)
    : inside_(std::make_unique<Inside>(engine, strings, keyboards)) {}

Seats::~Seats() = default;

HostContext& Seats::host_context() { return inside_->host; }

void Seats::set_setting(const Setting& setting) {
  const Setting before = std::exchange(inside_->surroundings.setting, setting);
  const bool same_screen = before.width == setting.width && before.height == setting.height &&
                           before.pixels_per_mm == setting.pixels_per_mm && before.table == setting.table;
  if (same_screen) {
    for (const auto& seat : inside_->seats) seat->draw_again();
    return;
  }
  for (const auto& seat : inside_->seats) {
    seat->beside = {seat->beside.x * setting.width / before.width, seat->beside.y * setting.height / before.height};
  }
  inside_->place_all_again();
  if (!inside_->seats.empty()) ++inside_->drafts_version;
}

void Seats::set_palette(const content::Palette& palette) {
  inside_->palette = palette;
  for (const auto& seat : inside_->seats) seat->draw_again();
}

int Seats::open(const Purpose& purpose, std::span<const PixelRect> shores, std::span<const PixelRect> keep_clear,
                std::span<const PixelRect> rather_clear, const std::optional<PixelRect>& own_name) {
  Inside& in = *inside_;
  auto seat = std::make_unique<Seat>(in.last_id + 1, purpose, in.host, in.surroundings);
  seat->shores.assign(shores.begin(), shores.end());
  seat->keep_clear.assign(keep_clear.begin(), keep_clear.end());
  seat->rather_clear.assign(rather_clear.begin(), rather_clear.end());
  seat->own_name = own_name;
  const bool sits = in.find_room(*seat);
  if (!sits && !in.wait_for_room(*seat)) return 0;
  ++in.last_id;
  if (sits) in.active = in.last_id;
  in.seats.push_back(std::move(seat));
  in.plan_row();
  ++in.drafts_version;
  return in.last_id;
}

void Seats::leave_free(WallWords words) { inside_->wall = std::move(words); }

void Seats::close(int seat) {
  Inside& in = *inside_;
  if (std::erase_if(in.seats, [seat](const auto& open) { return open->id() == seat; }) == 0) return;
  in.room_came_free = true;
  ++in.drafts_version;
  if (in.active == seat) {
    in.active = 0;
    for (const auto& open : in.seats) {
      if (!open->waiting()) in.active = open->id();
    }
  }
  // The picture of the closed one went with its context.
  in.drawings.clear();
  for (const auto& open : in.seats) in.drawings.push_back(open->drawing());
}

void Seats::go_on_with(int seat, const ComposeCard& card) {
  Seat* found = inside_->find(seat);
  if (found == nullptr) return;
  found->go_on_with(card, inside_->surroundings);
  ++inside_->drafts_version;
}

void Seats::read(int seat, const ReadCard& card, const std::optional<PixelRect>& keep_clear,
                 std::span<const PixelRect> rather_clear) {
  Seat* found = inside_->find(seat);
  if (found == nullptr || (found->reads() != nullptr && *found->reads() == card)) return;
  if (keep_clear) {
    found->keep_clear = {*keep_clear};
    found->rather_clear.assign(rather_clear.begin(), rather_clear.end());
  }
  found->read(card, inside_->surroundings);
  inside_->refit(*found);
  ++inside_->drafts_version;
}

std::vector<Seats::Read> Seats::all_reading() const {
  std::vector<Read> all;
  for (const auto& seat : inside_->seats) {
    if (const ReadCard* card = seat->reads()) all.push_back({seat->id(), *card});
  }
  return all;
}

bool Seats::on_small_screen() const { return is_small(inside_->surroundings.setting); }

bool Seats::empty() const { return inside_->seats.empty(); }

bool Seats::waiting(int seat) const {
  const Seat* found = inside_->find(seat);
  return found != nullptr && found->waiting();
}

std::optional<int> Seats::seat_at(PixelPoint p) const {
  // The one drawn last lies on top.
  std::optional<int> found;
  for (const auto& seat : inside_->seats) {
    if (seat->panel().contains(p)) found = seat->id();
  }
  return found;
}

std::optional<PixelRect> Seats::control(int seat, std::string_view name) const {
  const Seat* found = inside_->find(seat);
  return found != nullptr ? found->control(name) : std::nullopt;
}

std::optional<PixelRect> Seats::at_keys(int seat) const {
  const Seat* found = inside_->find(seat);
  return found != nullptr ? found->at_keys() : std::nullopt;
}

std::optional<PixelRect> Seats::rect_of(int seat) const {
  const Seat* found = inside_->find(seat);
  return found != nullptr ? std::optional(found->panel()) : std::nullopt;
}

std::vector<PixelRect> Seats::rects() const {
  std::vector<PixelRect> rects;
  for (const auto& seat : inside_->seats) rects.push_back(seat->panel());
  return rects;
}

std::vector<PixelRect> Seats::rects_to_come() const {
  std::vector<PixelRect> rects;
  for (const auto& seat : inside_->seats) rects.push_back(seat->bound_for());
  return rects;
}

std::optional<model::CardId> Seats::reading(int seat) const {
  const Seat* found = inside_->find(seat);
  return found != nullptr ? found->reading() : std::nullopt;
}

// Does something to a seat, and tells its person why when that is not possible.
template <class Act>
void Seats::Inside::at(Seat& seat, Act act) {
  const std::size_t before = answers.explanations.size();
  const std::size_t outcomes_before = answers.outcomes.size();
  act();
  for (std::size_t i = outcomes_before; i < answers.outcomes.size(); ++i) {
    if (auto* wants = std::get_if<Wants>(&answers.outcomes[i])) wants->from = seat.pose().to_screen(wants->from);
  }
  for (std::size_t i = before; i < answers.explanations.size(); ++i) {
    seat.explain(seat.say(answers.explanations[i].key, surroundings));
  }
}

void Seats::touch(int id, const input::Contact& contact) {
  Inside& in = *inside_;
  Seat* seat = in.find(id);
  if (seat == nullptr) return;
  ++in.drafts_version;
  if (!seat->waiting()) in.active = id;
  if (seat->away() && !seat->waiting() && contact.state == input::ContactState::began) {
    in.wake(*seat);
    return seat->stir();  // this touch only brings it back
  }
  in.at(*seat, [&] { seat->touch(contact, in.surroundings, in.answers); });
}

Seat* Seats::Inside::find_to_write() {
  Seat* seat = find(active);
  if (seat == nullptr || seat->waiting()) return nullptr;
  ++drafts_version;
  if (seat->away()) wake(*seat);
  return seat;
}

void Seats::type(char32_t c) {
  Inside& in = *inside_;
  Seat* seat = in.find_to_write();
  if (seat != nullptr) in.at(*seat, [&] { seat->type(c, in.surroundings, in.answers); });
}

void Seats::press(Key key, bool selecting) {
  Inside& in = *inside_;
  Seat* seat = in.find_to_write();
  if (seat != nullptr) in.at(*seat, [&] { seat->press(key, selecting, in.surroundings, in.answers); });
}

void Seats::explain(int seat, std::string_view sentence) {
  if (Seat* found = inside_->find(seat)) found->explain(sentence);
}

bool Seats::Inside::atlas_moved() {
  const text::AtlasImage letters = surroundings.engine.atlas(), pictures = surroundings.engine.pictures();
  const Atlases now{letters.generation, {letters.width, letters.height, pictures.width, pictures.height}};
  return std::exchange(atlases, now) != now;
}

void Seats::Inside::draw(float seconds) {
  const auto all_again = [&] {
    for (const auto& seat : seats) seat->draw_again();
  };
  if (atlas_moved()) all_again();
  // New glyphs may move all others in the atlas while seats are drawn; then what was drawn is drawn again.
  constexpr int tries = 3;
  for (int i = 0; i < tries; ++i) {
    if (std::ranges::any_of(seats, [](const auto& seat) { return seat->stale(); })) {
      host.frame(surroundings.setting.width, surroundings.setting.height, seconds);
    }
    for (const auto& seat : seats) seat->draw(seconds, glyphs, surroundings);
    if (!atlas_moved()) break;
    all_again();
  }
  drawings.clear();
  for (const auto& seat : seats) drawings.push_back(seat->drawing());
}

void Seats::skip_time(float seconds) {
  for (const auto& seat : inside_->seats) seat->sleep(seconds);
}

void Seats::Inside::pass(Seat& seat, float seconds) {
  const std::uint64_t edits = seat.edits();
  const PixelRect stood = seat.panel();
  at(seat, [&] { seat.pass(seconds, surroundings, answers); });
  if (seat.edits() != edits) ++drafts_version;
  if (seat.panel() != stood) {
    room_came_free = true;
    ++drafts_version;
  }
  if (!seat.abandoned()) return;
  ++drafts_version;
  if (seat.holds_something()) return tuck(seat);
  answers.outcomes.emplace_back(Left{seat.id()});
  seat.give_up();  // said once
}

bool Seats::update(float seconds, GlyphTextures glyphs, std::vector<Outcome>& out) {
  Inside& in = *inside_;
  in.host.make_current();  // where the renderer looks for its backend
  if (glyphs != in.glyphs) {
    in.glyphs = glyphs;
    for (const auto& seat : in.seats) seat->draw_again();
  }
  for (const auto& seat : in.seats) in.pass(*seat, seconds);
  in.form_row(Inside::SetsOut::after_a_moment);
  if (in.room_came_free) in.let_in();
  std::ranges::move(in.answers.outcomes, std::back_inserter(out));
  in.answers = {};
  in.draw(seconds);
  return std::ranges::any_of(in.seats, [&](const auto& seat) { return seat->next_frame_in_s(in.surroundings.setting) <= 0; });
}

void Seats::settle_now() {
  Inside& in = *inside_;
  // Who moves may leave the ground that another waits for.
  for (std::size_t i = 0; i <= in.seats.size(); ++i) {
    in.form_row(Inside::SetsOut::at_once);
    for (const auto& seat : in.seats) {
      const PixelRect stood = seat->panel();
      seat->arrive(in.surroundings);
      if (seat->panel() == stood) continue;
      in.room_came_free = true;
      ++in.drafts_version;
    }
    if (!in.room_came_free) return;
    in.let_in();
  }
}

float Seats::next_frame_in_s() const {
  const bool somebody_waits = std::ranges::any_of(inside_->seats, [](const auto& seat) { return seat->waiting(); });
  if (inside_->room_came_free && somebody_waits) return 0;
  float next = std::numeric_limits<float>::infinity();
  for (const auto& seat : inside_->seats) next = std::min(next, seat->next_frame_in_s(inside_->surroundings.setting));
  return next;
}

std::span<const Drawing> Seats::drawings() const { return inside_->drawings; }

}  // namespace greenline::ui
