#include "app/corner_console.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include "app/loop.h"
#include "interact/plugged_keyboard.h"
#include "ui/pose.h"

namespace greenline::app {
namespace {

constexpr float corner_of_console_mm = 20, least_corner_of_console_px = 40, finger_slides_mm = 6;

}  // namespace

// What draws in the window's context goes in this order.
struct CornerConsole::Inside {
  Inside(render::Renderer drawing, const ConsoleAround& around) : renderer(std::move(drawing)), face(around, engine) {}
  std::optional<render::Renderer> renderer;
  text::Engine engine;
  ConsoleFace face;
  std::vector<platform::Stroke> strokes;  // for the console, until `follow`
};

CornerConsole::CornerConsole(Around around) : around_(std::move(around)) { around_.console.over_wall = true; }
CornerConsole::~CornerConsole() { close(); }

void CornerConsole::open(ui::Side side, double now_s) {
  if (is_open() || (around_.may_open && !around_.may_open(side))) return;
  open_for_host(now_s);
}

void CornerConsole::open_for_host(double now_s) {
  if (is_open()) return;
  around_.window.make_current();
  auto renderer = fitting_renderer(around_.console.resources.paths.shaders, around_.window);
  if (!renderer) return around_.console.system.say(renderer.error());
  renderer->set_palette(around_.console.resources.palette);
  if (around_.console.desk != nullptr) around_.console.desk->seat_the_host(around_.console.session, true);
  inside_ = std::make_unique<Inside>(*std::move(renderer), around_.console);
  inside_->face.resize(around_.fitted());
  touched_s_ = now_s;
  own_.clear();
}

void CornerConsole::close() {
  if (!is_open()) return;
  around_.window.make_current();
  inside_->face.make_current();
  inside_->renderer.reset();
  inside_.reset();
  touches_ = {};
}

std::optional<ui::Side> CornerConsole::side_of_corner(model::PixelPoint at) const {
  const view::WallSetting& wall = around_.console.wall.setting();
  const float wide = std::max(corner_of_console_mm * wall.pixels_per_mm, least_corner_of_console_px);
  for (const ui::Side side : ui::all_sides) {
    if (side != ui::Side::below && !wall.table) continue;
    const bool level = ui::is_level(side);  // else it is as wide from there as the wall is high
    const float right = level ? wall.width : wall.height, low = level ? wall.height : wall.width;
    const auto corner =
        ui::pose_of_screen(side, wall.width, wall.height).to_screen(model::PixelRect{right - wide, low - wide, right, low});
    if (corner.contains(at)) return side;
  }
  return std::nullopt;
}

// A card that lies there, a seat, a key of the wall's: those are touched as ever.
bool CornerConsole::belongs_to_wall(model::PixelPoint at) const {
  interact::Wall& wall = around_.console.wall;
  return (around_.is_taken && around_.is_taken(at)) || wall.seats().seat_at(at) || wall.has_control(at) ||
         !std::holds_alternative<input::OnGround>(wall.scene().hit(at));
}

input::TouchFrame CornerConsole::take(const input::TouchFrame& frame) {
  input::TouchFrame rest{frame.time_s, {}};
  touches_.time_s = frame.time_s;
  const float slop_px = finger_slides_mm * around_.console.wall.setting().pixels_per_mm;
  for (const input::Contact& contact : frame.contacts) {
    const bool began = contact.state == input::ContactState::began;
    const bool over = contact.state == input::ContactState::ended || contact.state == input::ContactState::cancelled;
    const auto side = side_of_corner(contact.at);
    if (!is_open() && gesture_.hear(contact, side.has_value(), slop_px, frame.time_s)) {
      own_.insert(contact.id);
      open(*side, frame.time_s);
      continue;
    }
    if (began) (is_open() || (side && !belongs_to_wall(contact.at)) ? own_ : on_wall_).insert(contact.id);
    if (own_.contains(contact.id)) {
      if (is_open()) touches_.contacts.push_back(contact);
      if (over) own_.erase(contact.id);
    } else if (!is_open()) {
      rest.contacts.push_back(contact);
      if (over) on_wall_.erase(contact.id);
    } else if (on_wall_.erase(contact.id) > 0) {  // nothing stays in a hand
      rest.contacts.push_back({contact.id, input::ContactState::cancelled, contact.at, 0});
    }
  }
  if (is_open() && !frame.contacts.empty()) touched_s_ = frame.time_s;
  return rest;
}

std::vector<platform::Stroke> CornerConsole::take(std::span<const platform::Stroke> strokes, double now_s) {
  if (!is_open()) return {strokes.begin(), strokes.end()};
  interact::Wall& wall = around_.console.wall;
  const interact::KeyMap& map = wall.room_keys().map;
  std::vector<platform::Stroke> rest;
  for (const platform::Stroke& stroke : strokes) {
    const auto* pressed = std::get_if<platform::KeyPress>(&stroke);
    const bool given = pressed != nullptr && !wall.writing() && interact::is_given(*pressed, map);
    if (given || interact::is_of_room(stroke, map)) rest.push_back(stroke);
    if (pressed != nullptr && pressed->key == platform::KeyName::f1) inside_->strokes.push_back(stroke);
    if (pressed == nullptr || pressed->key != platform::KeyName::escape || pressed->repeated) continue;
    close();
    return rest;
  }
  if (!rest.empty()) touched_s_ = now_s;
  return rest;
}

bool CornerConsole::follow(double now_s) {
  if (!is_open()) return false;
  if (now_s - touched_s_ > quiet_s) {
    close();
    return true;
  }
  if (inside_->face.stands_otherwise()) resize();
  const bool news = inside_->face.hear(std::exchange(touches_, {}), std::exchange(inside_->strokes, {}), now_s);
  if (!inside_->face.leaves()) return news;
  close();
  return true;
}

void CornerConsole::resize() {
  if (is_open()) inside_->face.resize(around_.fitted());
}

CornerConsole::Shown CornerConsole::show(float seconds, double now_s, bool all) {
  inside_->face.look(now_s);
  around_.window.make_current();
  const ConsoleFace::Drawn drawn = inside_->face.draw(*inside_->renderer, seconds, now_s);
  const render::Renderer& renderer = *inside_->renderer;
  const model::PixelRect whole{0, 0, static_cast<float>(renderer.width()), static_cast<float>(renderer.height())};
  around_.window.present(renderer, all ? std::span(&whole, 1) : drawn.rects);
  return {all || !drawn.rects.empty(), drawn.moves, drawn.still_s};
}

std::optional<render::Chip> CornerConsole::sign(double now_s) const {
  if (is_open() || !gesture_.is_ready(now_s)) return std::nullopt;
  const view::WallSetting& wall = around_.console.wall.setting();
  const float mm = wall.pixels_per_mm, margin = 4 * mm, height = std::max(10 * mm, 20.0F);
  const auto words =
      around_.console.wall.engine().layout("···", {.face = text::Face::words_bold, .size_px = 0.6F * height, .language = {}});
  const model::PixelRect rect{wall.width - margin - words->width - height, wall.height - margin - height, wall.width - margin,
                              wall.height - margin};
  const model::PixelPoint at = rect.centre() - model::PixelPoint{words->width / 2, words->height / 2};
  return render::Chip{rect, {words, {std::round(at.x), std::round(at.y)}, "text"}};
}

double CornerConsole::idle_s(double now_s) const {
  return is_open() ? std::max(0.0, touched_s_ + quiet_s - now_s) + 0.01 : gesture_.idle_s(now_s);
}

}  // namespace greenline::app
