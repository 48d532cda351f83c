// Telling screens apart: for some seconds a large letter stands in the middle of each, the one by which the console, `doctor`
// and the command line call it, with who the screen is below.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "platform/roles.h"
#include "platform/x_signs.h"

namespace greenline::app {

// "SAM QM55R 0H3K, HDMI-1": the glass, where it tells who it is, and its connector.
[[nodiscard]] std::string who_is(const platform::Bound&);

class ScreenSigns {
 public:
  static constexpr double stay_s = 8;

  // They stay for so long from now on; false where the display takes none. `said`: what stands below who a screen is.
  using Said = std::function<std::string(std::size_t monitor)>;
  bool show(const platform::RoleScreens&, double now_s, const Said& said);
  [[nodiscard]] bool shown() const { return signs_.has_value(); }
  // Takes them away when their time is over, and follows screens that changed.
  void look(const platform::RoleScreens&, double now_s, const Said& said);

 private:
  void put(const platform::RoleScreens&, const Said& said);
  std::optional<platform::XSigns> signs_;
  std::uint64_t of_version_ = 0;
  double until_s_ = 0;
};

}  // namespace greenline::app
