// The ring that is to be touched, over the screen that is asked (touch_round.h). No touch reaches the wall below meanwhile.
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "app/touch_round.h"
#include "platform/roles.h"
#include "platform/x_signs.h"

namespace greenline::app {

class TouchRing {
 public:
  // Below the ring, in the room's language.
  struct Words {
    std::string touch, felt;  // "Touch the ring here", "Thank you"
    std::string language;
  };
  // Begins with the first screen; whoever calls has touches listened to until `on` says no. False where the display takes no
  // pictures.
  bool begin(Words, double now_s);
  [[nodiscard]] bool on() const { return round_.has_value(); }
  // As TouchRound's; at its end the ring is gone.
  [[nodiscard]] std::optional<TouchRound::Found> look(const platform::RoleScreens&, std::span<const platform::PanelTouch>,
                                                      double now_s);
  void pass_over(double now_s);
  void end();
  [[nodiscard]] std::optional<std::size_t> asked() const { return round_ ? round_->asked() : std::nullopt; }
  [[nodiscard]] double due_s() const;

 private:
  void put(const platform::RoleScreens&);
  std::optional<platform::XSigns> signs_;
  std::optional<TouchRound> round_;
  Words words_;
  struct Put {
    platform::Monitor on;
    bool felt = false;
    friend bool operator==(const Put&, const Put&) = default;
  };
  std::optional<Put> put_;
};

}  // namespace greenline::app
