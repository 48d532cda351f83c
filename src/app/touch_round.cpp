#include "app/touch_round.h"

#include <algorithm>
#include <cmath>

namespace greenline::app {

// In pixels of the glass as it hangs: the ring is as far from the middle whatever way that is turned.
bool TouchRound::is_at_ring(const platform::Monitor& monitor, const platform::PanelTouch& touch) {
  constexpr double reach = 0.27;  // of the shorter side; the ring and a hand's width round it
  const bool on_its_side = monitor.turned.quarters % 2 == 1;
  const double width = on_its_side ? monitor.height : monitor.width, height = on_its_side ? monitor.width : monitor.height;
  return std::hypot((touch.x - 0.5) * width, (touch.y - 0.5) * height) <= reach * std::min(width, height);
}

std::optional<TouchRound::Found> TouchRound::look(std::span<const platform::Monitor> monitors,
                                                  std::span<const platform::PanelTouch> touches, double now_s) {
  if (over_) return std::nullopt;
  if (now_s >= due_s()) next(now_s);
  // The one that is asked may have another number by now, or have gone.
  const auto number_of = [&](const platform::Bound& bound) -> std::optional<std::size_t> {
    const auto at = std::ranges::find(monitors, bound, platform::bound_to);
    return at == monitors.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - monitors.begin()));
  };
  if (asked_) asked_ = number_of(done_.back());
  if (!asked_) {
    const auto fresh = std::ranges::find_if(monitors, [this](const platform::Monitor& monitor) {
      return std::ranges::find(done_, bound_to(monitor)) == done_.end();
    });
    over_ = fresh == monitors.end();
    if (over_) return std::nullopt;
    asked_ = static_cast<std::size_t>(fresh - monitors.begin());
    done_.push_back(bound_to(*fresh));
    felt_ = false;
    since_s_ = now_s;
  }
  if (felt_) return std::nullopt;
  for (const platform::PanelTouch& touch : touches) {
    if (!is_at_ring(monitors[*asked_], touch) || std::ranges::find(found_, touch.who) != found_.end()) continue;
    found_.push_back(touch.who);
    felt_ = true;
    since_s_ = now_s;
    return Found{touch.who, *asked_};
  }
  return std::nullopt;
}

void TouchRound::next(double now_s) {
  asked_.reset();
  felt_ = false;
  since_s_ = now_s;
}

void TouchRound::pass_over(double now_s) {
  if (!over_ && asked_ && !felt_) next(now_s);
}

double TouchRound::due_s() const {
  constexpr double never_s = 1e300;
  if (over_) return never_s;
  return asked_ ? since_s_ + (felt_ ? thanks_s : waits_s) : since_s_;
}

}  // namespace greenline::app
