#include "app/corner_gesture.h"

#include <algorithm>
#include <utility>

namespace greenline::app {

bool CornerGesture::hear(const input::Contact& contact, bool in_corner, float slop_px, double now_s) {
  using enum input::ContactState;
  if (contact.state == began) {
    const double since_s = now_s - std::exchange(rested_s_, -1e9);
    if (in_corner && since_s <= again_within_s) return true;
    // A second finger anywhere else is somebody at work.
    resting_ = in_corner && !resting_ ? std::optional(Resting{contact.id, contact.at, now_s}) : std::nullopt;
    return false;
  }
  if (!resting_ || contact.id != resting_->contact) return false;
  const model::PixelPoint slid = contact.at - resting_->at;
  const bool still = std::max(std::abs(slid.x), std::abs(slid.y)) <= slop_px;
  if (contact.state == ended && still && now_s - resting_->since_s >= rests_s) rested_s_ = now_s;
  if (contact.state == ended || contact.state == cancelled || !still) resting_.reset();
  return false;
}

bool CornerGesture::is_ready(double now_s) const {
  return (resting_ && now_s - resting_->since_s >= rests_s) || now_s - rested_s_ <= again_within_s;
}

double CornerGesture::idle_s(double now_s) const {
  constexpr double for_ever_s = 3600;
  if (resting_) return now_s - resting_->since_s >= rests_s ? for_ever_s : resting_->since_s + rests_s - now_s + 0.005;
  return now_s - rested_s_ <= again_within_s ? rested_s_ + again_within_s - now_s + 0.005 : for_ever_s;
}

}  // namespace greenline::app
