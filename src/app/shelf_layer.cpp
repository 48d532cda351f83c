#include "app/shelf_layer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/typed.h"
#include "ui/pack_picture.h"

namespace greenline::app {
namespace {

constexpr float corner_mm = 20, least_corner_px = 40, sign_margin_mm = 6, sign_height_mm = 15;
constexpr double second_touch_within_s = 1;
constexpr float nobody_answers_s = 60;

// What `greenline move` is told, to have an activity of the shelf.
std::string called(const shelf::Item& item) {
  const std::string id = item.activity->activity.id;
  if (item.where == shelf::Where::built_in) return {};
  const std::string pack = item.where == shelf::Where::installed ? item.identity.id : item.path.string();
  return "--pack " + typed(pack) + " --to " + typed(id);
}

}  // namespace

ShelfLayer::ShelfLayer(Around around)
    : around_(std::move(around)), screen_(around_.wall.seats().host_context()), listing_(around_.keeper.listing()) {
  if (listing_->told) told_on_wall_ = state_.told_seen = listing_->told->number;
}

ui::Surroundings ShelfLayer::surroundings() const {
  return {around_.engine, around_.strings, around_.keyboards, around_.palette, setting_};
}

ShelfReader ShelfLayer::reader() const { return {around_.strings, around_.wall.setting().language, &around_.running}; }

void ShelfLayer::open() {
  if (open_ || around_.wall.hands_rest() || (around_.may_open && !around_.may_open(side_))) return;
  open_for_host();
}

void ShelfLayer::open_for_host() {
  open_ = true;
  around_.keeper.look_at_all();
  show();
}

void ShelfLayer::ask_again(const std::string& since) {
  asks_again_ = since;
  unanswered_s_ = 0;
  around_.keeper.look_at_all();
  pass_question(0);
}

// Opens on what runs once that is known; closes when nobody is there.
void ShelfLayer::pass_question(float seconds) {
  if (!asks_again_) return;
  unanswered_s_ += seconds;
  if (unanswered_s_ > nobody_answers_s) return close();
  if (open_) return;
  const auto runs = std::ranges::find_if(
      listing_->items, [&](const shelf::Item& item) { return item.activity && same_pack(*item.activity, around_.running); });
  if (runs == listing_->items.end()) return;
  open_ = true;
  state_.at = key_of(*runs);
  state_.again_since = *asks_again_;
  show();
}

void ShelfLayer::close() {
  open_ = false;
  asks_again_.reset();
  state_ = {};
  if (listing_->told) told_on_wall_ = state_.told_seen = listing_->told->number;
}

model::PixelRect ShelfLayer::corner(ui::Side side) const {
  const view::WallSetting& wall = around_.wall.setting();
  const float wide = std::max(corner_mm * wall.pixels_per_mm, least_corner_px);
  const float low = ui::is_level(side) ? wall.height : wall.width;  // as it is from there
  return ui::pose_of_screen(side, wall.width, wall.height).to_screen(model::PixelRect{0, low - wide, wide, low});
}

std::optional<ui::Side> ShelfLayer::side_of_corner(model::PixelPoint at) const {
  for (const ui::Side side : ui::all_sides)
    if ((side == ui::Side::below || around_.wall.setting().table) && corner(side).contains(at)) return side;
  return std::nullopt;
}

// A touch on a stick's sign, or the second in the corner.
bool ShelfLayer::opens(const input::Contact& contact, double now_s) {
  if (around_.wall.seats().seat_at(contact.at)) return false;
  const auto stick = sign();
  if (stick && stick->rect.contains(contact.at)) {
    side_ = ui::Side::below;
    return true;
  }
  const auto side = side_of_corner(contact.at);
  if (!side) return false;
  if (std::exchange(side_, *side) != *side) corner_touched_s_ = -1e9;  // two corners are no second touch
  return now_s - std::exchange(corner_touched_s_, now_s) <= second_touch_within_s;
}

input::TouchFrame ShelfLayer::take(const input::TouchFrame& frame) {
  input::TouchFrame rest{frame.time_s, {}};
  for (const input::Contact& contact : frame.contacts) {
    if (contact.state == input::ContactState::began) {
      const bool was_open = open_;
      if (!was_open && opens(contact, frame.time_s)) open();
      const bool in_corner = side_of_corner(contact.at) && !around_.wall.seats().seat_at(contact.at);
      (was_open || open_ || in_corner ? on_shelf_ : on_wall_).insert(contact.id);
      if (open_ && !was_open) {  // nothing stays in a hand
        for (const input::ContactId held : std::exchange(on_wall_, {}))
          rest.contacts.push_back({held, input::ContactState::cancelled, contact.at, 0});
        continue;
      }
    }
    const bool over = contact.state == input::ContactState::ended || contact.state == input::ContactState::cancelled;
    if (on_shelf_.contains(contact.id)) {
      if (over) on_shelf_.erase(contact.id);
      if (!open_) continue;
      if (const auto key = screen_.touch(contact)) touched(*key);
    } else {
      if (over) on_wall_.erase(contact.id);
      rest.contacts.push_back(contact);
    }
  }
  return rest;
}

std::vector<platform::Stroke> ShelfLayer::take(std::span<const platform::Stroke> strokes) {
  std::vector<platform::Stroke> rest;
  for (const platform::Stroke& stroke : strokes) {
    const auto* pressed = std::get_if<platform::KeyPress>(&stroke);
    if (pressed != nullptr && pressed->key == platform::KeyName::f6) {
      if (pressed->repeated) continue;
      side_ = ui::Side::below;
      open_ ? close() : open();
    } else if (pressed != nullptr && pressed->key == platform::KeyName::escape && open_) {
      if (!pressed->repeated) touched(state_.at.empty() && !listing_->question ? ui::shelf_closes : "leave");
    } else {
      rest.push_back(stroke);
    }
  }
  return rest;
}

void ShelfLayer::take_dropped(std::span<const std::filesystem::path> paths) {
  for (const std::filesystem::path& path : paths) (void)around_.keeper.bring(path);
}

void ShelfLayer::touched(const std::string& key) {
  unanswered_s_ = 0;
  if (key == ui::shelf_closes) return close();
  if (listing_->question) {
    const std::filesystem::path pack = listing_->question->path;
    if (key == "which_here") (void)around_.keeper.bring(pack, shelf::Which::here);
    if (key == "which_coming") (void)around_.keeper.bring(pack, shelf::Which::coming);
    if (key == "leave") around_.keeper.forget_question();
    return;
  }
  if (state_.at.empty()) {
    state_.at = key;
    if (listing_->told) state_.told_seen = listing_->told->number;
  } else {
    answer(key);
  }
  show();
}

void ShelfLayer::answer(const std::string& button) {
  const shelf::Item* item = find_item(*listing_, state_.at);
  if (item == nullptr || button == "leave") {
    state_.at.clear();
    state_.asks_go_on = false;
    state_.again_since.clear();
  } else if (button == "bring") {
    (void)around_.keeper.bring(item->path);
    state_.at.clear();
  } else if (button == "remove") {
    (void)around_.keeper.remove(item->identity.id, item->identity.version);
    state_.at.clear();
  } else if (button == "begin") {
    if (around_.convening_there(*item->activity)) {
      state_.asks_go_on = true;
    } else {
      choose(*item, false);
    }
  } else if (button == "go_on") {
    same_pack(*item->activity, around_.running) ? close() : choose(*item, false);
  } else if (button == "anew") {
    choose(*item, true);
  }
}

void ShelfLayer::choose(const shelf::Item& item, bool anew) {
  chosen_ = Chosen{*item.activity, item.phrases, anew, called(item)};
}

void ShelfLayer::follow() {
  auto now = around_.keeper.listing();
  if (now == listing_) return;
  listing_ = std::move(now);
  if (!open_ && listing_->told && listing_->told->number > told_on_wall_) {
    told_on_wall_ = listing_->told->number;
    around_.wall.mention(sentence_of(*listing_->told, reader()));
    wants_another_ = true;
  }
  if (open_) show();
}

void ShelfLayer::show() {
  const view::WallSetting& wall = around_.wall.setting();
  setting_ = screen_of(wall);
  Pictures pictures;
  for (const shelf::Item& item : listing_->items) {
    if (!item.activity) continue;
    const auto known = pictures_.find(item.activity);
    pictures[item.activity] =
        known != pictures_.end() ? known->second : ui::picture_of(*item.activity, std::max(1.0F, wall.width / wall.height));
  }
  pictures_ = std::move(pictures);
  ui::ShelfPage page = page_of(*listing_, state_, reader(), pictures_);
  page.foot = side_;
  page.reach_px = wall.reach_mm * wall.pixels_per_mm;
  screen_.show(page, setting_);
}

std::optional<render::Overlay> ShelfLayer::overlay(float seconds, ui::GlyphTextures glyphs) {
  wants_another_ = false;
  follow();
  pass_question(seconds);
  if (!open_) return std::nullopt;
  const view::WallSetting& wall = around_.wall.setting();
  if (wall.width != setting_.width || wall.height != setting_.height || wall.language != setting_.language) show();
  const auto drawn = over_.draw(screen_, around_.wall.seats().host_context(), seconds, glyphs, surroundings());
  wants_another_ = drawn.moved;
  return drawn.overlay;
}

bool ShelfLayer::has_news_on_stick() const {
  return std::ranges::any_of(
      listing_->items, [](const shelf::Item& item) { return item.where == shelf::Where::stick && !item.is_installed_too; });
}

std::optional<render::Chip> ShelfLayer::sign() const {
  if (open_ || around_.wall.at_rest() || !has_news_on_stick()) return std::nullopt;
  const view::WallSetting& wall = around_.wall.setting();
  const float mm = wall.pixels_per_mm, em = std::max(1.2F * wall.legible_px, 0.32F * sign_height_mm * mm);
  const float height = std::max(sign_height_mm * mm, 2.4F * em), margin = sign_margin_mm * mm;
  const auto words = around_.engine.layout(around_.strings("shelf.stick_in", wall.language),
                                           {.face = text::Face::words, .size_px = em, .language = wall.language});
  const model::PixelRect rect{margin, wall.height - margin - height, margin + words->width + height, wall.height - margin};
  const model::PixelPoint at = rect.centre() - model::PixelPoint{words->width / 2, words->height / 2};
  return render::Chip{rect, {words, {std::round(at.x), std::round(at.y)}, "text"}};
}

std::optional<model::PixelRect> ShelfLayer::place_of(const std::string& key) {
  if (!open_) return std::nullopt;
  follow();
  show();
  return screen_.place_of(key);
}

}  // namespace greenline::app
