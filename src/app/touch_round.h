// "Touch the ring": each screen is asked in turn, and the touchscreen that is touched there is the one that lies on it. Pure.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "platform/touch_panels.h"

namespace greenline::app {

class TouchRound {
 public:
  static constexpr double waits_s = 15;    // for a touch on one screen; then it has none
  static constexpr double thanks_s = 1.2;  // that it was felt is seen for so long

  // From its first screen on.
  explicit TouchRound(double now_s) : since_s_(now_s) {}

  // What was found: that touchscreen lies on this one of the monitors.
  struct Found {
    platform::PanelName who = {};
    std::size_t monitor = 0;
  };
  // Once a round of the loop: the screens as they are, what was touched since. A finger counts that came down near the middle
  // of a touchscreen, where the ring is however a screen is turned; one that was found already says nothing more.
  [[nodiscard]] std::optional<Found> look(std::span<const platform::Monitor>, std::span<const platform::PanelTouch>,
                                          double now_s);
  void pass_over(double now_s);  // this screen has none

  // The screen that is asked, of the monitors of the last `look`; nothing: all were, and it is over.
  [[nodiscard]] std::optional<std::size_t> asked() const { return asked_; }
  [[nodiscard]] bool felt() const { return felt_; }  // it was touched; the next screen's turn comes
  [[nodiscard]] double due_s() const;                // when to look again at the latest, on the same clock

 private:
  void next(double now_s);
  [[nodiscard]] static bool is_at_ring(const platform::Monitor&, const platform::PanelTouch&);
  std::vector<platform::Bound> done_;  // the one that is asked at last
  std::vector<platform::PanelName> found_;
  std::optional<std::size_t> asked_;
  bool over_ = false, felt_ = false;
  double since_s_;
};

}  // namespace greenline::app
