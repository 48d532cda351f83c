#include "app/drawing_table.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include "content/drawn_pack.h"
#include "interact/plugged_keyboard.h"

namespace greenline::app {
namespace {

using content::DrawnRegion;
using model::PixelPoint;
using model::PixelRect;

constexpr float tap_mm = 4, least_tap_px = 8;  // a finger that only touches moves less
constexpr float apart_px = 1.5F;               // points of a path that are nearer tell nothing
constexpr int edge_pieces = 96;
constexpr float name_wide_by_high = 3;

const char* key_of(content::NoRegion why) {
  switch (why) {
    case content::NoRegion::not_closed: return "drawn.not_closed";
    case content::NoRegion::crosses_itself: return "drawn.crosses_itself";
    case content::NoRegion::too_small: return "drawn.too_small";
    case content::NoRegion::lies_across: return "drawn.lies_across";
    case content::NoRegion::too_many: break;
  }
  return "drawn.too_many";
}

// A line with smaller steps in it shows knots.
constexpr float least_step_px = 3;

void add_apart(std::vector<PixelPoint>& edge, PixelPoint p) {
  if (edge.empty() || model::length(p - edge.back()) >= least_step_px) edge.push_back(p);
}

float wide_by_high(const content::CanvasPicture& picture) {
  return static_cast<float>(picture.width) / static_cast<float>(picture.height);
}

}  // namespace

DrawingTable::DrawingTable(Around around, std::shared_ptr<const content::CanvasPicture> picture,
                           const view::WallSetting& setting, Write write)
    : around_(around),
      picture_(std::move(picture)),
      setting_(setting),
      write_(std::move(write)),
      drawn_(wide_by_high(*picture_)),
      scene_(around_.engine),
      seats_(around_.engine, around_.strings, around_.keyboards),
      screen_(seats_.host_context()),
      palms_({.pixels_per_mm = setting.pixels_per_mm}) {
  seats_.set_palette(around_.palette);
  resize(setting);
}

void DrawingTable::resize(const view::WallSetting& setting) {
  setting_ = setting;
  palms_.set_sizes({.pixels_per_mm = setting_.pixels_per_mm});
  seats_setting_ = {.width = setting_.width,
                    .height = setting_.height,
                    .pixels_per_mm = setting_.pixels_per_mm,
                    .language = setting_.language,
                    .languages = {setting_.language},
                    .still = setting_.still};
  seats_.set_setting(seats_setting_);
  screen_.set(seats_setting_, wide_by_high(*picture_), setting_.reach_mm * setting_.pixels_per_mm);
  paths_.clear();  // they were drawn on another ground
  refused_.clear();
  shown_changes_.reset();  // they stand elsewhere now
  set_scene();
}

// A layout of the glass's own shape, in which the picture lies where the screen has room for it.
void DrawingTable::set_scene() {
  const float unit = std::min(setting_.width, setting_.height);
  scene::Stage stage;
  stage.language = setting_.language;
  stage.width = setting_.width;
  stage.height = setting_.height;
  stage.pixels_per_mm = setting_.pixels_per_mm;
  stage.still = true;
  stage.picture_is_quiet = false;
  stage.activity.layout = "glass";
  stage.canvas.picture = picture_;
  const PixelRect& at = screen_.picture();
  content::Layout layout;
  layout.name = "glass";
  layout.width = setting_.width / unit;
  layout.height = setting_.height / unit;
  layout.picture = {(at.x0 - setting_.width / 2) / unit, (setting_.height / 2 - at.y1) / unit,
                    (at.x1 - setting_.width / 2) / unit, (setting_.height / 2 - at.y0) / unit};
  stage.canvas.layouts.push_back(std::move(layout));
  scene_.set_stage(stage, nothing_, true);
}

geometry::Point DrawingTable::point_of(PixelPoint p) const {
  const PixelRect& at = screen_.picture();
  const geometry::Box& box = drawn_.picture();
  return {box.x0 + (p.x - at.x0) / at.width() * box.width(), box.y1 - (p.y - at.y0) / at.height() * box.height()};
}

PixelPoint DrawingTable::pixel_of(geometry::Point p) const {
  const PixelRect& at = screen_.picture();
  const geometry::Box& box = drawn_.picture();
  return {at.x0 + (p.x - box.x0) / box.width() * at.width(), at.y0 + (box.y1 - p.y) / box.height() * at.height()};
}

PixelRect DrawingTable::bounds_of(const DrawnRegion& region) const {
  const geometry::Box bounds = region.shape.area().bounds();
  const PixelPoint corner = pixel_of({bounds.x0, bounds.y1}), other = pixel_of({bounds.x1, bounds.y0});
  return {corner.x, corner.y, other.x, other.y};
}

std::optional<int> DrawingTable::seat_of(int region) const {
  const auto found = std::ranges::find_if(names_, [region](const auto& seat) { return seat.second == region; });
  return found == names_.end() ? std::nullopt : std::optional(found->first);
}

void DrawingTable::touch(const input::TouchFrame& frame) {
  const input::TouchFrame fingers = palms_.without_palms(frame);
  for (const input::Contact& contact : fingers.contacts)
    contact.state == input::ContactState::began ? began(contact) : moved(contact);
}

void DrawingTable::began(const input::Contact& contact) {
  const auto seat = asks_to_leave_ ? std::nullopt : seats_.seat_at(contact.at);
  if (seat) {
    at_seats_[contact.id] = *seat;
    return seats_.touch(*seat, contact);
  }
  if (screen_.touch(contact).taken) return;
  notices_.stand({});
  // A loop round a place at the picture's edge begins beside it.
  const float beside = 0.5F * std::min(screen_.picture().x0, setting_.height - screen_.picture().y1);
  if (screen_.picture().grown(std::max(0.0F, beside)).contains(contact.at)) {
    paths_[contact.id] = {};
    paths_[contact.id].trail.add(contact.at);
  }
}

void DrawingTable::moved(const input::Contact& contact) {
  const bool over = contact.state == input::ContactState::ended || contact.state == input::ContactState::cancelled;
  if (const auto seat = at_seats_.find(contact.id); seat != at_seats_.end()) {
    seats_.touch(seat->second, contact);
    if (over) at_seats_.erase(seat);
    return;
  }
  const auto found = paths_.find(contact.id);
  if (found == paths_.end()) {
    if (const auto done = screen_.touch(contact).did) did(*done);
    return;
  }
  Path& path = found->second;
  const bool tells = model::length(contact.at - path.trail.points().back()) >= apart_px;
  if (tells && contact.state != input::ContactState::cancelled) {
    path.trail.add(contact.at);
    path.reach = std::max(path.reach, model::length(contact.at - path.trail.points().front()));
  }
  if (!over) return;
  const Path finished = std::move(path);
  paths_.erase(found);
  if (contact.state == input::ContactState::cancelled || asks_to_leave_) return;
  const bool still = finished.reach < std::max(least_tap_px, tap_mm * setting_.pixels_per_mm);
  still ? tap(finished.trail.points().front()) : draw(finished.trail.points());
}

void DrawingTable::draw(const std::vector<PixelPoint>& path) {
  std::vector<geometry::Point> loop;
  PixelRect round{path[0].x, path[0].y, path[0].x, path[0].y};
  for (const PixelPoint p : path) {
    loop.push_back(point_of(p));
    round = {std::min(round.x0, p.x), std::min(round.y0, p.y), std::max(round.x1, p.x), std::max(round.y1, p.y)};
  }
  const auto number = drawn_.draw(loop);
  if (number) return name_at_seat(*drawn_.find(*number), path.back());
  refused_.push_back({path, interact::Notices::lasts_s});
  notices_.say(content::filled(say(key_of(number.error())), {std::to_string(content::most_drawn_regions)}), round.centre());
}

void DrawingTable::tap(PixelPoint at) {
  if (const DrawnRegion* region = drawn_.at(point_of(at))) name_at_seat(*region, at);
}

void DrawingTable::name_at_seat(const DrawnRegion& region, PixelPoint beside) {
  if (seat_of(region.number)) return;
  const auto asks = around_.strings.all().find("drawn.name");
  const ui::ComposeWord word{.thread = {},
                             .beside = beside,
                             .prompt = asks == around_.strings.all().end() ? content::LocalText{} : asks->second,
                             .offered = {},
                             .word = region.name,
                             .may_take_back = !region.name.empty()};  // else undo is as near
  const PixelRect its = bounds_of(region);
  if (const int seat = seats_.open(word, {}, std::span(&its, 1)); seat != 0)
    names_[seat] = region.number;
  else
    notices_.say(say("notice.no_room"), beside);
}

void DrawingTable::answer(const ui::Outcome& outcome) {
  const auto leaves = [this](int seat) {
    names_.erase(seat);
    seats_.close(seat);
  };
  if (const auto* left = std::get_if<ui::Left>(&outcome)) return leaves(left->seat);
  const auto* wants = std::get_if<ui::Wants>(&outcome);
  if (wants == nullptr || !names_.contains(wants->seat)) return;
  const int region = names_.at(wants->seat);
  if (const auto* named = std::get_if<model::WordThread>(&wants->request)) drawn_.name(region, named->word);
  if (std::holds_alternative<model::TakeBackThread>(wants->request)) drawn_.take_away(region);
  leaves(wants->seat);
}

void DrawingTable::close_seats_of_the_gone() {
  std::vector<int> gone;
  for (const auto& [seat, region] : names_)
    if (drawn_.find(region) == nullptr || !seats_.rect_of(seat)) gone.push_back(seat);
  for (const int seat : gone) {
    names_.erase(seat);
    seats_.close(seat);
  }
}

void DrawingTable::take(std::span<const platform::Stroke> strokes) {
  for (const platform::Stroke& stroke : strokes) {
    const auto* pressed = std::get_if<platform::KeyPress>(&stroke);
    if (pressed == nullptr) {
      if (!asks_to_leave_) seats_.type(std::get<platform::Typed>(stroke).character);
    } else if (pressed->letter == 'q' && pressed->control && pressed->shift) {
      if (!pressed->repeated) leave();
    } else if (asks_to_leave_) {
      if (pressed->key == platform::KeyName::escape && !pressed->repeated) did(ui::DrawingScreen::Did::stay);
    } else if (!seats_.empty()) {
      if (const auto key = interact::seat_key(*pressed)) seats_.press(*key, pressed->shift);
    } else if (pressed->key == platform::KeyName::escape && !pressed->repeated) {
      leave();
    } else if (pressed->letter == 'z' && pressed->control) {
      undo();
    }
  }
}

void DrawingTable::leave() {
  if (asks_to_leave_ || drawn_.regions().empty()) {
    end_ = End::left;
    return;
  }
  asks_to_leave_ = true;
  paths_.clear();
}

void DrawingTable::did(ui::DrawingScreen::Did what) {
  using Did = ui::DrawingScreen::Did;
  switch (what) {
    case Did::leave:
    case Did::leave_it: return leave();
    case Did::stay: asks_to_leave_ = false; return;
    case Did::undo: return undo();
    case Did::done: return finish();
  }
}

void DrawingTable::undo() {
  if (drawn_.undo()) close_seats_of_the_gone();
}

void DrawingTable::finish() {
  const auto button = screen_.place_of(ui::DrawingScreen::Did::done).value_or(screen_.picture()).centre();
  if (drawn_.regions().empty()) return notices_.say(say("drawn.nothing"), button);
  if (!seats_.drafts().empty()) return notices_.say(say("drawn.writing"), button);
  if (const DrawnRegion* region = drawn_.unnamed()) {
    const PixelPoint at = bounds_of(*region).centre();
    notices_.say(say("drawn.needs_names"), at);
    return name_at_seat(*region, at);
  }
  const std::string trouble = write_(drawn_);
  notices_.stand(trouble);
  if (trouble.empty()) end_ = End::written;
}

// Where a name has room takes a thousand distances: not in each frame of a finger that draws.
void DrawingTable::follow_drawn() {
  if (shown_changes_ == drawn_.changes()) return;
  shown_changes_ = drawn_.changes();
  shown_.clear();
  for (const DrawnRegion& region : drawn_.regions()) {
    const geometry::Area area = region.shape.area();
    const geometry::Box words = area.room_for_words(name_wide_by_high);
    const PixelPoint corner = pixel_of({words.x0, words.y1}), other = pixel_of({words.x1, words.y0});
    ui::DrawingPage::Region shown{.edge = {},
                                  .words = {corner.x, corner.y, other.x, other.y},
                                  .colour = std::string(content::colour_of(region)),
                                  .name = region.name.empty() ? say("drawn.nameless") : region.name,
                                  .named = !region.name.empty()};
    for (const geometry::Edge& edge : area.edges(edge_pieces))
      for (const geometry::Point p : edge.points) add_apart(shown.edge, pixel_of(p));
    while (shown.edge.size() > 3 && model::length(shown.edge.front() - shown.edge.back()) < least_step_px)
      shown.edge.pop_back();
    shown_.push_back(std::move(shown));
  }
}

ui::DrawingPage DrawingTable::page() const {
  ui::DrawingPage page;
  page.head = say(drawn_.regions().empty() ? "drawn.head" : "drawn.head_done");
  page.done = say("drawn.done");
  page.undo = say("drawn.undo");
  page.leave = say("drawn.leave");
  page.may_undo = drawn_.may_undo();
  page.may_finish = !drawn_.regions().empty() && drawn_.unnamed() == nullptr;
  page.regions = shown_;
  for (const auto& [contact, path] : paths_) page.being_drawn.push_back(path.trail.points());
  for (const Refused& one : refused_) page.refused.push_back(one.points);
  if (asks_to_leave_)
    page.question = {say("drawn.ask_leave"), say("drawn.ask_leave_line"), say("drawn.stay"), say("drawn.leave_it")};
  return page;
}

ui::Surroundings DrawingTable::surroundings() const {
  return {around_.engine, around_.strings, around_.keyboards, around_.palette, seats_setting_};
}

void DrawingTable::let_time_pass(float seconds) {
  notices_.advance(seconds);
  for (Refused& one : refused_) one.left_s -= seconds;
  std::erase_if(refused_, [](const Refused& one) { return one.left_s <= 0; });
}

void DrawingTable::skip_time(float seconds) {
  let_time_pass(seconds);
  seats_.skip_time(seconds);
}

bool DrawingTable::advance(float seconds, ui::GlyphTextures glyphs) {
  let_time_pass(seconds);
  (void)scene_.advance(nothing_, seconds);
  seats_.leave_free({.prompts = {screen_.head()}});
  std::vector<ui::Outcome> outcomes;
  bool moves = seats_.update(seconds, glyphs, outcomes);
  for (const ui::Outcome& outcome : outcomes) answer(outcome);
  if (!outcomes.empty()) moves = true;
  close_seats_of_the_gone();  // one that nobody touched has left by itself
  follow_drawn();
  screen_.show(page());
  const auto drawn = over_.draw(screen_, seats_.host_context(), seconds, glyphs, surroundings());
  overlay_ = drawn.overlay;
  moves = moves || drawn.moved;
  return moves;
}

double DrawingTable::idle_s() const {
  double wait = 60;
  if (!notices_.empty() || !refused_.empty()) wait = 0.25;
  if (!seats_.empty()) wait = std::min(wait, static_cast<double>(seats_.next_frame_in_s()));
  return std::max(wait, 0.0);
}

std::vector<render::Overlay> DrawingTable::overlays() const {
  std::vector<render::Overlay> overlays{overlay_};
  if (asks_to_leave_) return overlays;
  for (const ui::Drawing& drawing : seats_.drawings()) overlays.push_back({drawing.data, drawing.rect, drawing.changed});
  return overlays;
}

render::Atmosphere DrawingTable::atmosphere() const {
  const float em = std::max(setting_.legible_px * 1.4F, 0.02F * std::min(setting_.width, setting_.height));
  const std::vector<PixelRect> seats = seats_.rects();
  render::Atmosphere air;
  air.dusk = -1;  // nobody counts the time
  air.notices = notices_.views(around_.engine, {setting_.width, setting_.height, em, setting_.language, seats});
  return air;
}

}  // namespace greenline::app
