// Looking nearer, bringing the wall down within reach, and the way back.
#include <algorithm>

#include "interact/wall.h"

namespace greenline::interact {
namespace {

constexpr float sharpens_after_s = 0.08F;   // sooner than anybody reads
constexpr double whole_again_after_s = 45;  // nobody touched anything: whoever comes next finds all of the wall
constexpr float tool_mm = 15, tool_margin_mm = 6;

}  // namespace

void Wall::on(const input::Pinched& pinched) { viewpoint_.pinch(pinched.from, pinched.to, pinched.factor); }

void Wall::on(const input::PinchEnded& ended) { viewpoint_.let_go(ended.velocity); }

// Where a thread is being tied, that is gone on with: it may end in the region that comes near.
bool Wall::look_at_region(PixelPoint at) {
  if (const scene::RegionView* named = scene_.named_at(at)) {
    const bool again = named->id == scene_.near();
    viewpoint_.show_whole();
    scene_.bring_near(session_.convening(), again ? std::string() : named->id);
    return true;
  }
  if (scene_.near().empty()) return false;
  const scene::RegionView* region = scene_.region_at(at);
  if (region != nullptr && region->id == scene_.near()) return false;
  scene_.bring_near(session_.convening(), {});
  return true;
}

void Wall::show_whole() {
  viewpoint_.show_whole();
  scene_.bring_near(session_.convening(), {});
}

// Threads that are being pulled begin at their card, also while it goes where its region goes.
void Wall::follow_pulled() {
  for (const auto& [contact, card] : pulled_) {
    const auto pulled = scene_.pulled.find(contact);
    const auto from = scene_.rect_of(card);
    if (pulled != scene_.pulled.end() && from) pulled->second.from = from->centre();
  }
}

// What a finger carries stays under it, though the wall moves under both.
void Wall::keep_in_hand() {
  for (const auto& [contact, grip] : grips_)
    if (grip.card && !grip.idle && grip.carried_to) scene_.hold(*grip.card, *grip.carried_to - grip.grip);
}

bool Wall::move_view(float seconds) {
  pass_unwatched(seconds);
  follow_pulled();
  const bool moves = viewpoint_.advance(seconds, setting_.still);
  if (const model::Camera camera = viewpoint_.camera(); camera != scene_.camera()) {
    scene_.look_through(camera);
    keep_in_hand();
    view_rested_s_ = 0;
    if (!setting_.still || gestures_.live() > 0) return true;
  }
  if (scene_.sharp()) return moves;
  view_rested_s_ += seconds;
  const bool rests = setting_.still ? gestures_.live() == 0 : view_rested_s_ >= sharpens_after_s;
  if (rests) scene_.sharpen();
  return true;
}

void Wall::pass_unwatched(float seconds) {
  if (gestures_.live() > 0) return;
  untouched_s_ += static_cast<double>(seconds);
  if (untouched_s_ < whole_again_after_s) return;
  if (!viewpoint_.is_whole() || viewpoint_.is_down()) viewpoint_.bring_down(false);
  scene_.bring_near(session_.convening(), {});
}

// A few words in a pill whose lower right corner is here.
render::Chip Wall::chip(std::string_view key, PixelPoint right_bottom) const {
  const float mm = setting_.pixels_per_mm;
  const float em = std::max(setting_.legible_px * 1.2F, 0.32F * tool_mm * mm), height = std::max(tool_mm * mm, 2.4F * em);
  const auto words = engine_.layout(say(key), {.face = text::Face::words, .size_px = em, .language = setting_.language});
  const model::PixelRect rect{right_bottom.x - words->width - height, right_bottom.y - height, right_bottom.x, right_bottom.y};
  const PixelPoint at = rect.centre() - PixelPoint{words->width / 2, words->height / 2};
  return {rect, {words, {std::round(at.x), std::round(at.y)}, "text"}};
}

// As near as there is room to the lower right corner: lower before further left.
PixelPoint Wall::free_corner(const render::Chip& chip, PixelPoint corner, float margin) const {
  auto seats = seats_.rects();
  if (const auto pinned = notices_.pinned_on(engine_, notice_room({}, words_of_ground()))) seats.push_back(*pinned);
  const float width = chip.rect.width(), height = chip.rect.height();
  const auto free = [&](PixelPoint at) {
    const model::PixelRect rect{at.x - width, at.y - height, at.x, at.y};
    return std::ranges::none_of(seats, [&](const model::PixelRect& seat) { return seat.grown(margin / 2).touches(rect); });
  };
  for (PixelPoint at = corner; at.x > width; at.x -= width / 2)
    for (at.y = corner.y; at.y > height; at.y -= height / 4)
      if (free(at)) return at;
  return corner;
}

// In the lower right corner, one above the other, where no seat stands; and beside markers that were touched.
Wall::Controls Wall::controls() const {
  std::vector<std::pair<Tool, const char*>> wanted;
  if (viewpoint_.can_come_down()) {
    if (viewpoint_.is_down()) {
      wanted.emplace_back(Tool::up, "view.up");
    } else {
      wanted.emplace_back(Tool::down, "view.down");
    }
  }
  if (!viewpoint_.is_whole() || !scene_.near().empty()) wanted.emplace_back(Tool::whole, "view.whole");
  Controls controls;
  const float margin = tool_margin_mm * setting_.pixels_per_mm;
  PixelPoint corner{setting_.width - margin, setting_.height - margin - corner_taken_px_};
  for (const auto& [tool, key] : wanted) {
    const render::Chip there = chip(key, corner);
    corner = free_corner(there, corner, margin);
    controls.emplace_back(Control{tool}, chip(key, corner));
    corner.y -= 1.3F * there.rect.height();
  }
  add_offers(controls);
  return controls;
}

std::optional<Wall::Control> Wall::control_at(PixelPoint at) const {
  for (const auto& [control, chip] : controls())
    if (chip.rect.contains(at)) return control;
  return std::nullopt;
}

void Wall::use(const Control& control) {
  if (control.tool == Tool::take_back || control.tool == Tool::stand_here) return take_offer(control);
  if (control.tool == Tool::whole) return show_whole();
  viewpoint_.bring_down(control.tool == Tool::down);
}

}  // namespace greenline::interact
