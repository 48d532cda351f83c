// From contacts to strokes: smoothed, of a width that follows the hand's speed, and within what a card may hold.
#include "ui/ink_pad.h"

#include <algorithm>
#include <cmath>

namespace greenline::ui {
namespace {

constexpr float step_between_points = 0.006F;  // widths of the pad between kept points
constexpr float follow_share = 0.55F;          // of the way to the tip at each report: an exponential filter
constexpr float thick = 0.0165F;               // widths of the pad
constexpr float thin = 0.0085F;
constexpr float slow = 0.25F;  // widths of the pad a second
constexpr float fast = 2.5F;

float width_at(float speed) {
  const float share = std::clamp((speed - slow) / (fast - slow), 0.0F, 1.0F);
  return std::lerp(thick, thin, std::sqrt(share));
}

}  // namespace

model::InkPoint InkPad::in_pad(model::PixelPoint p) const {
  return {std::clamp((p.x - pad_.x0) / pad_.width(), 0.0F, 1.0F), std::clamp((p.y - pad_.y0) / pad_.height(), 0.0F, 1.0F)};
}

bool InkPad::touch(const input::Contact& contact, double now_s) {
  using enum input::ContactState;
  if (contact.state == began) {
    if (!pad_.contains(contact.at)) return true;
    if (done_.size() + live_.size() >= model::max_strokes) return false;
    Pen pen;
    pen.tip = pen.smooth = in_pad(contact.at);
    pen.clock_s = now_s;
    pen.tip.width = pen.smooth.width = width_at(pen.speed);
    pen.stroke.push_back(pen.smooth);
    live_.insert_or_assign(contact.id, std::move(pen));
    return true;
  }
  const auto found = live_.find(contact.id);
  if (found == live_.end()) return true;
  if (contact.state == cancelled) {
    live_.erase(found);  // a palm that the device took back
    return true;
  }
  follow(found->second, in_pad(contact.at), now_s);
  if (contact.state == ended) finish(contact.id);
  return true;
}

void InkPad::follow(Pen& pen, model::InkPoint to, double now_s) const {
  const float aspect = pad_.height() / pad_.width();
  const auto distance = [&](const model::InkPoint& a, const model::InkPoint& b) {
    return std::hypot(a.x - b.x, (a.y - b.y) * aspect);
  };
  pen.travelled += distance(pen.tip, to);
  if (now_s > pen.clock_s) {
    pen.speed = std::lerp(pen.speed, pen.travelled / static_cast<float>(now_s - pen.clock_s), 0.35F);
    pen.travelled = 0;
    pen.clock_s = now_s;
  }
  to.width = std::lerp(pen.smooth.width, width_at(pen.speed), 0.2F);
  pen.tip = to;
  pen.smooth.x = std::lerp(pen.smooth.x, to.x, follow_share);
  pen.smooth.y = std::lerp(pen.smooth.y, to.y, follow_share);
  pen.smooth.width = to.width;
  // One point is kept for the tip that ends the stroke.
  if (distance(pen.stroke.back(), pen.smooth) >= step_between_points && pen.stroke.size() + 1 < model::max_stroke_points) {
    pen.stroke.push_back(pen.smooth);
  }
}

void InkPad::finish(input::ContactId id) {
  Pen& pen = live_.at(id);
  if (pen.stroke.back() != pen.tip) pen.stroke.push_back(pen.tip);
  done_.push_back(std::move(pen.stroke));
  live_.erase(id);
}

void InkPad::resume(std::vector<model::Stroke> strokes) {
  clear();
  done_ = std::move(strokes);
}

void InkPad::undo() {
  if (!done_.empty()) done_.pop_back();
}

void InkPad::clear() {
  done_.clear();
  live_.clear();
}

std::vector<model::Stroke> InkPad::unfinished() const {
  std::vector<model::Stroke> strokes;
  for (const auto& [id, pen] : live_) {
    strokes.push_back(pen.stroke);
    if (pen.stroke.back() != pen.tip) strokes.back().push_back(pen.tip);
  }
  return strokes;
}

std::vector<model::Stroke> InkPad::strokes() const {
  std::vector<model::Stroke> all = done_;
  for (model::Stroke& stroke : unfinished()) all.push_back(std::move(stroke));
  return all;
}

}  // namespace greenline::ui
