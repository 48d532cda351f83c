// Bounds, give, and the way back.
#include "scene/viewpoint.h"

#include <algorithm>
#include <cmath>

#include "scene/spring.h"

namespace greenline::scene {
namespace {

constexpr float give = 0.35F;     // of what is pulled beyond the bounds
constexpr float glide_s = 0.22F;  // it goes on for as long as this at the speed it was let go with
constexpr float settles_s = 0.4F;
constexpr float near_px = 0.3F;

// A wall of this extent at this zoom covers lo..hi, or stands in its middle where it is smaller.
float bounded_shift(float shift, float extent, float lo, float hi) {
  if (extent <= hi - lo) return (lo + hi - extent) / 2;
  return std::clamp(shift, hi - extent, lo);
}

}  // namespace

void Viewpoint::set_screen(float width, float height, float reach_px) {
  width_ = std::max(width, 1.0F);
  height_ = std::max(height, 1.0F);
  reach_px_ = std::clamp(reach_px, 0.25F * height_, height_);
  down_ = gripped_ = false;
  shown_ = target_ = whole();
  velocity_ = {};
  zoom_speed_ = 0;
}

Camera Viewpoint::whole() const {
  if (!down_) return {};
  const float zoom = reach_px_ / height_;
  return {zoom, {(width_ - zoom * width_) / 2, height_ - reach_px_}};
}

Camera Viewpoint::bounded(Camera camera) const {
  const float least = whole().zoom, zoom = std::clamp(camera.zoom, least, least * most_zoom);
  // About the middle of what is seen.
  const PixelPoint middle{width_ / 2, height_ / 2};
  camera.shift = middle - (middle - camera.shift) * (zoom / camera.zoom);
  camera.zoom = zoom;
  const float top = down_ ? height_ - reach_px_ : 0;
  camera.shift.x = bounded_shift(camera.shift.x, zoom * width_, 0, width_);
  camera.shift.y = bounded_shift(camera.shift.y, zoom * height_, top, height_);
  return camera;
}

Camera Viewpoint::given(const Camera& request) const {
  const Camera within = bounded(request);
  const float zoom = within.zoom * std::pow(request.zoom / within.zoom, give);
  // The same place stays in the middle of the fingers, as far as there is give.
  const Camera level{zoom, within.shift};
  return {zoom, level.shift + (request.shift - within.shift) * give};
}

Camera Viewpoint::wished(const Camera& is) const {
  const Camera within = bounded(is);
  return {within.zoom * std::pow(is.zoom / within.zoom, 1 / give), within.shift + (is.shift - within.shift) * (1 / give)};
}

void Viewpoint::pinch(PixelPoint from, PixelPoint to, float factor) {
  if (!gripped_) {
    gripped_ = true;
    pulled_ = wished(shown_);
    velocity_ = {};
    zoom_speed_ = 0;
  }
  // Far beyond the bounds a hand gets nowhere, and needs not come back from there.
  const float least = whole().zoom;
  const float zoom = std::clamp(pulled_.zoom * factor, least / 4, least * most_zoom * 4);
  pulled_.shift = to - (from - pulled_.shift) * (zoom / pulled_.zoom);
  pulled_.zoom = zoom;
  const Camera within = bounded(pulled_);
  pulled_.shift.x = std::clamp(pulled_.shift.x, within.shift.x - width_, within.shift.x + width_);
  pulled_.shift.y = std::clamp(pulled_.shift.y, within.shift.y - height_, within.shift.y + height_);
  shown_ = given(pulled_);
}

void Viewpoint::let_go(PixelPoint velocity) {
  if (!gripped_) return;
  gripped_ = false;
  go(bounded({shown_.zoom, shown_.shift + velocity * glide_s}), velocity);
}

void Viewpoint::show_whole() { go(whole(), {}); }

void Viewpoint::bring_down(bool down) {
  if (down && !can_come_down()) return;
  down_ = down;
  go(whole(), {});
}

void Viewpoint::go(const Camera& target, PixelPoint velocity) {
  gripped_ = false;
  target_ = target;
  velocity_ = velocity;
  zoom_speed_ = 0;
}

bool Viewpoint::advance(float seconds, bool still) {
  if (gripped_ || shown_ == target_) return false;
  const SpringStep step = SpringStep::of(settles_s, still ? 1e3F : seconds);
  step(shown_.shift.x, velocity_.x, target_.shift.x);
  step(shown_.shift.y, velocity_.y, target_.shift.y);
  step(shown_.zoom, zoom_speed_, target_.zoom);
  const PixelPoint far_corner{width_ * (shown_.zoom - target_.zoom), height_ * (shown_.zoom - target_.zoom)};
  if (length(shown_.shift - target_.shift) + length(far_corner) > near_px) return true;
  shown_ = target_;
  velocity_ = {};
  zoom_speed_ = 0;
  return false;
}

}  // namespace greenline::scene
