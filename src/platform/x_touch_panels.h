// The touchscreens of an X server, and what each of them means: where its touches land, and which reach nobody.
//
// By itself a server lays each touchscreen over the whole surface of all screens. Here each is laid over its own screen through
// the property "Coordinate Transformation Matrix" of the device, so the server brings a touch to the window that is there,
// whosever it is. What a device had before is kept beside it, in a property of ours: it is given back at the end, by the next
// program if this one was killed. Touches that must reach nobody are taken by grabbing the device; a grab ends with its
// connection.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "platform/touch_panels.h"

namespace greenline::platform {

// A connection of its own to the display that DISPLAY names.
class XTouchPanels {
 public:
  // Nothing when the display does not answer, or knows no touch (XInput 2.2).
  [[nodiscard]] static std::optional<XTouchPanels> open();
  XTouchPanels(XTouchPanels&&) noexcept;
  XTouchPanels& operator=(XTouchPanels&&) noexcept;
  ~XTouchPanels();  // gives back what devices had

  [[nodiscard]] int descriptor() const;  // readable when something came; wait on it only when `waiting` says no
  [[nodiscard]] bool waiting() const;
  // Takes what came, never waiting. Whether touchscreens are others now, or somebody laid one elsewhere: `list` and `place`
  // again.
  [[nodiscard]] bool changed();
  // Whether somebody said since the last call that he chose (`tell_others`).
  [[nodiscard]] bool told();

  // Those that are switched on.
  [[nodiscard]] std::vector<TouchPanel> list();
  // Lays those that the last `list` found, one place each, on these screens of the surface. A guess is no reason to move one
  // that somebody else laid somewhere.
  void place(const std::vector<PanelPlace>&, const std::vector<Monitor>&);
  // When to call `place` or `listen` again though nothing changed, seconds from now: a device was somebody else's; far away
  // mostly.
  [[nodiscard]] double again_in_s() const;

  // While it is on, no touch of the touchscreens of the last `list` reaches anybody, and `touched` says whose came.
  void listen(bool on);
  // Touches that began since the last call, in order, on those of the last `list`.
  [[nodiscard]] std::vector<PanelTouch> touched();
  // Says to other programs of ours on this display that touchscreens were given screens.
  void tell_others();

 private:
  struct Inside;
  explicit XTouchPanels(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::platform
