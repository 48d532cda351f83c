// Every control with the key that pushes it: what F1 shows, on the console and on the wall.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/console_page.h"
#include "interact/key_map.h"
#include "platform/roles.h"
#include "platform/x_signs.h"
#include "ui/console_page.h"

namespace greenline::app {

// The host's keys as they are in this room, and those that everybody's keyboard has.
[[nodiscard]] std::vector<ui::ConsoleLine> lines_of_keys(const interact::KeyMap&, const content::Strings&,
                                                         const std::string& language);
// The console's controls with their letters, those of each page once.
[[nodiscard]] std::vector<ui::ConsoleLine> lines_of_controls(const station::Session&, const content::Strings&,
                                                             const std::string& language, const ConsoleNow&);

// The first of these, over the touched wall, until they are asked away or half a minute is over. Hands reach through.
class KeysOnWall {
 public:
  static constexpr double stay_s = 30;
  // There, or away again.
  void turn(const platform::RoleScreens&, const std::vector<ui::ConsoleLine>&, const std::string& language, double now_s);
  // Takes them away when their time is over. When that will be; far away where they are not there.
  double look(double now_s);

 private:
  std::optional<platform::XSigns> signs_;
  double until_s_ = 0;
};

}  // namespace greenline::app
