// Which screen each touchscreen lies on: as somebody showed by touching it, and a sensible guess until then. Pure.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "platform/roles.h"

namespace greenline::platform {

// Which touchscreen one is: the same after it was plugged out and in, and at the next start.
struct PanelName {
  std::string name = {};     // as the kernel calls it
  std::string product = {};  // "222a:0001", its maker's number and its own, then its serial number; empty: it does not tell
  std::string path = {};     // where it is plugged in, as the kernel says; it alone tells two alike apart. Empty: nobody knows
  friend bool operator==(const PanelName&, const PanelName&) = default;
};

struct TouchPanel {
  PanelName who = {};
  int width_mm = 0, height_mm = 0;  // 0: it does not say
  bool built_in = false;            // into the machine, as in a laptop
  friend bool operator==(const TouchPanel&, const TouchPanel&) = default;
};

// A finger that came down on one, anywhere on its whole glass (0..1, as that hangs when nobody turned it).
struct PanelTouch {
  PanelName who = {};
  double x = 0, y = 0;
};

// The screen that a touchscreen belongs to.
struct PanelBound {
  PanelName who = {};
  Bound screen = {};
  friend bool operator==(const PanelBound&, const PanelBound&) = default;
};

struct PanelPlace {
  enum class By : std::uint8_t {
    chosen,   // somebody touched it there
    alone,    // there is one glass
    told,     // its name, its size or that it is built in says so
    guessed,  // the touched wall's; nobody said
    away,     // its glass is not here: whoever touches it means nothing that is seen
    unknown,  // and the touched wall has no glass that it could be: it might be the console's
    left,     // nobody knows, and no wall is to be touched here: as the window system has it
  };
  By by = By::left;
  std::optional<std::size_t> monitor = {};  // none: away, unknown and left
  friend bool operator==(const PanelPlace&, const PanelPlace&) = default;
  // Whether what is touched there must reach nobody.
  [[nodiscard]] bool held() const { return by == By::away || by == By::unknown; }
};

// For each touchscreen, the one of `bounds` that is its own. Of several alike whose paths say nothing any more none is.
[[nodiscard]] std::vector<std::optional<std::size_t>> bounds_of(std::span<const TouchPanel>,
                                                                std::span<const PanelBound> bounds);

// For each touchscreen its place on these screens.
[[nodiscard]] std::vector<PanelPlace> panel_places(std::span<const TouchPanel>, std::span<const PanelBound> bounds,
                                                   const RoleScreens&);

// Takes a place on the whole of a touchscreen (0..1, as its glass hangs) to the whole surface of that size (0..1) where the
// screen that it lies on has its picture: three rows of three, for columns (x, y, 1).
using PanelMatrix = std::array<float, 9>;
constexpr PanelMatrix all_of_surface{1, 0, 0, 0, 1, 0, 0, 0, 1};
[[nodiscard]] PanelMatrix panel_matrix(const Monitor&, int surface_width, int surface_height);

// The same over time: what is plugged in, and what somebody chose.
class TouchPanels {
 public:
  explicit TouchPanels(std::vector<PanelBound> bounds = {}) : bounds_(std::move(bounds)) {}

  // As both are now.
  void look(std::vector<TouchPanel> panels, const RoleScreens&);
  // That touchscreen belongs to this screen from now on. Looks again.
  void choose(const PanelName&, const Monitor&, const RoleScreens&);
  // What is remembered by now: somebody else chose. Looks again.
  void know(std::vector<PanelBound> bounds, const RoleScreens&);

  [[nodiscard]] const std::vector<TouchPanel>& panels() const { return panels_; }
  [[nodiscard]] const std::vector<PanelPlace>& places() const { return places_; }  // one a panel
  [[nodiscard]] const std::vector<PanelBound>& bounds() const { return bounds_; }
  // Another one each time that anything of the above became another.
  [[nodiscard]] std::uint64_t version() const { return version_; }

 private:
  void settle(const RoleScreens&);
  std::vector<TouchPanel> panels_;
  std::vector<PanelPlace> places_;
  std::vector<PanelBound> bounds_;
  std::uint64_t version_ = 0;
};

}  // namespace greenline::platform
