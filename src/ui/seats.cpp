// All seats of one screen: opening them where there is room, sending touches and keys to the right one, drawing them.
#include "ui/seats.h"

#include <algorithm>
#include <limits>

#include "ui/seat.h"

namespace greenline::ui {
namespace {

// A seat that finds no room tries again smaller, until keys would be too small for fingers.
constexpr float shrinks[] = {1.0F, 0.92F, 0.85F, 0.78F, 0.7F, 0.62F, 0.55F};

}  // namespace

struct Seats::Inside {
  Inside(text::Engine& engine, const content::Strings& strings, const Keyboards& keyboards)
      : surroundings{engine, strings, keyboards, palette, {}} {}

  HostContext host;
  content::Palette palette;
  Surroundings surroundings;
  std::vector<std::unique_ptr<Seat>> seats;
  std::vector<Drawing> drawings;
  Answers waiting;  // said between two updates
  int last_id = 0;
  int active = 0;  // opened or touched last
  std::uint64_t glyphs = 0;
  std::uint32_t atlas_generation = 0;
  int atlas_width = 0, atlas_height = 0;

  Seat* find(int id) {
    const auto found = std::ranges::find_if(seats, [id](const auto& seat) { return seat->id() == id; });
    return found == seats.end() ? nullptr : found->get();
  }
  [[nodiscard]] std::vector<PixelRect> panels_beside(const Seat&) const;
  bool find_room(Seat&, bool must);
  void tuck(Seat&);
  void wake(Seat&);
  template <class Act>
  void at(Seat&, Act);
  bool atlas_moved();
  void draw(float seconds);
};

std::vector<PixelRect> Seats::Inside::panels_beside(const Seat& seat) const {
  std::vector<PixelRect> panels;
  for (const auto& other : seats) {
    if (other.get() != &seat && !other->panel().empty()) panels.push_back(other->panel());
  }
  return panels;
}

bool Seats::Inside::find_room(Seat& seat, bool must) {
  const Setting& setting = surroundings.setting;
  std::vector<PixelRect> taken = panels_beside(seat);
  if (!seat.keep_clear.empty()) taken.push_back(seat.keep_clear);
  const Ground ground{setting.width, setting.height, margin_px(setting), seat.shores, taken};
  for (const float shrink : shrinks) {
    const Measures m = measures_for(setting, shrink);
    const float height = seat.wished_height(m, surroundings);
    if (const auto rect = place_seat(m.width(), height, seat.beside(), ground)) {
      seat.stand(*rect, m, surroundings);
      return true;
    }
  }
  if (!must) return false;
  // The screen became smaller under an open seat: it stays on it, over others if it must, rather than losing what was said.
  const Measures m = measures_for(setting, shrinks[std::size(shrinks) - 1]);
  const float height = std::min(seat.wished_height(m, surroundings), setting.height);
  const PixelPoint at{std::clamp(seat.beside().x - m.width() / 2, 0.0F, std::max(0.0F, setting.width - m.width())),
                      std::clamp(seat.beside().y - height / 2, 0.0F, std::max(0.0F, setting.height - height))};
  seat.stand({at.x, at.y, at.x + m.width(), at.y + height}, m, surroundings);
  return true;
}

// Along the lower edge, as near to where it was as there is room beside others.
void Seats::Inside::tuck(Seat& seat) {
  const Setting& setting = surroundings.setting;
  const std::vector<PixelRect> taken = panels_beside(seat);
  const Ground ground{setting.width, setting.height, margin_px(setting), {}, taken};
  const PixelRect& panel = seat.panel();
  auto head = place_seat(panel.width(), seat.head_height(), {panel.centre().x, 10 * setting.height}, ground);
  // Above somebody else its body would lie over them.
  if (head && head->y1 < setting.height - ground.margin - 1) head.reset();
  seat.tuck(head ? moved(*head, {0, ground.margin}) : PixelRect{}, surroundings);
}

void Seats::Inside::wake(Seat& seat) {
  seat.keep_clear = {};  // the card it was kept off has long been let go
  find_room(seat, true);
}

Seats::Seats(text::Engine& engine, const content::Strings& strings, const Keyboards& keyboards)
    : inside_(std::make_unique<Inside>(engine, strings, keyboards)) {}

Seats::~Seats() = default;

void Seats::set_setting(const Setting& setting) {
  Setting& now = inside_->surroundings.setting;
  const bool same_screen =
      now.width == setting.width && now.height == setting.height && now.pixels_per_mm == setting.pixels_per_mm;
  now = setting;
  if (same_screen) {
    for (const auto& seat : inside_->seats) seat->draw_again();
    return;
  }
  // Everyone stands up, then each finds a new place in the order they came.
  for (const auto& seat : inside_->seats) seat->stand({}, measures_for(setting, 1), inside_->surroundings);
  for (const auto& seat : inside_->seats) {
    seat->keep_clear = {};
    seat->shores.clear();
    inside_->find_room(*seat, true);
  }
}

void Seats::set_palette(const content::Palette& palette) {
  inside_->palette = palette;
  for (const auto& seat : inside_->seats) seat->draw_again();
}

int Seats::open(const Purpose& purpose, std::span<const PixelRect> shores, const PixelRect& keep_clear) {
  auto seat = std::make_unique<Seat>(inside_->last_id + 1, purpose, inside_->host, inside_->surroundings);
  seat->shores.assign(shores.begin(), shores.end());
  seat->keep_clear = keep_clear;
  if (!inside_->find_room(*seat, false)) return 0;
  inside_->active = ++inside_->last_id;
  inside_->seats.push_back(std::move(seat));
  return inside_->active;
}

void Seats::close(int seat) {
  std::erase_if(inside_->seats, [seat](const auto& open) { return open->id() == seat; });
  if (inside_->active == seat) inside_->active = inside_->seats.empty() ? 0 : inside_->seats.back()->id();
  // The picture of the closed one went with its context.
  inside_->drawings.clear();
  for (const auto& open : inside_->seats) inside_->drawings.push_back(open->drawing());
}

bool Seats::empty() const { return inside_->seats.empty(); }

std::optional<int> Seats::seat_at(PixelPoint p) const {
  const auto found = std::ranges::find_if(inside_->seats, [p](const auto& seat) { return seat->panel().contains(p); });
  return found == inside_->seats.end() ? std::nullopt : std::optional((*found)->id());
}

std::optional<PixelRect> Seats::control(int seat, std::string_view name) const {
  const Seat* found = inside_->find(seat);
  return found != nullptr ? found->control(name) : std::nullopt;
}

std::optional<PixelRect> Seats::rect_of(int seat) const {
  const Seat* found = inside_->find(seat);
  return found != nullptr ? std::optional(found->panel()) : std::nullopt;
}

std::optional<model::CardId> Seats::reading(int seat) const {
  const Seat* found = inside_->find(seat);
  return found != nullptr ? found->reading() : std::nullopt;
}

// Does something to a seat, and tells its person why when that is not possible.
template <class Act>
void Seats::Inside::at(Seat& seat, Act act) {
  const std::size_t before = waiting.explanations.size();
  act();
  for (std::size_t i = before; i < waiting.explanations.size(); ++i) {
    seat.explain(surroundings.strings(waiting.explanations[i].key, surroundings.setting.language));
  }
}

void Seats::touch(int id, const input::Contact& contact) {
  Inside& in = *inside_;
  Seat* seat = in.find(id);
  if (seat == nullptr) return;
  in.active = id;
  if (seat->away() && contact.state == input::ContactState::began) {
    in.wake(*seat);
    return seat->stir();  // this touch only brings it back
  }
  in.at(*seat, [&] { seat->touch(contact, in.surroundings, in.waiting); });
}

void Seats::type(char32_t c) {
  Inside& in = *inside_;
  Seat* seat = in.find(in.active);
  if (seat == nullptr) return;
  if (seat->away()) in.wake(*seat);
  in.at(*seat, [&] { seat->type(c, in.surroundings, in.waiting); });
}

void Seats::press(Key key) {
  Inside& in = *inside_;
  Seat* seat = in.find(in.active);
  if (seat == nullptr) return;
  if (seat->away()) in.wake(*seat);
  in.at(*seat, [&] { seat->press(key, in.surroundings, in.waiting); });
}

void Seats::explain(int seat, std::string_view sentence) {
  if (Seat* found = inside_->find(seat)) found->explain(sentence);
}

bool Seats::Inside::atlas_moved() {
  const text::AtlasImage atlas = surroundings.engine.atlas();
  const bool moved = atlas.generation != atlas_generation || atlas.width != atlas_width || atlas.height != atlas_height;
  atlas_generation = atlas.generation;
  atlas_width = atlas.width;
  atlas_height = atlas.height;
  return moved;
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

void Seats::slept(float seconds) {
  for (const auto& seat : inside_->seats) seat->sleep(seconds);
}

bool Seats::update(float seconds, std::uint64_t glyphs, std::vector<Outcome>& out) {
  Inside& in = *inside_;
  in.host.make_current();  // where the renderer looks for its backend
  if (glyphs != in.glyphs) {
    in.glyphs = glyphs;
    for (const auto& seat : in.seats) seat->draw_again();
  }
  for (const auto& seat : in.seats) {
    in.at(*seat, [&] { seat->pass(seconds, in.surroundings, in.waiting); });
    if (!seat->abandoned()) continue;
    if (seat->holds_something()) {
      in.tuck(*seat);
    } else {
      in.waiting.outcomes.emplace_back(Left{seat->id()});
      seat->tuck({}, in.surroundings);  // said once
    }
  }
  std::ranges::move(in.waiting.outcomes, std::back_inserter(out));
  in.waiting = {};
  in.draw(seconds);
  return std::ranges::any_of(in.seats, [&](const auto& seat) { return seat->next_frame_in_s(in.surroundings.setting) <= 0; });
}

float Seats::next_frame_in_s() const {
  float next = std::numeric_limits<float>::infinity();
  for (const auto& seat : inside_->seats) next = std::min(next, seat->next_frame_in_s(inside_->surroundings.setting));
  return next;
}

std::span<const Drawing> Seats::drawings() const { return inside_->drawings; }

}  // namespace greenline::ui
