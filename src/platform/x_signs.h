// Pictures over screens for a while: above every window, with or without a window manager, and hands reach through them, unless
// a sign takes them.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace greenline::platform {

struct Sign {
  int x = 0, y = 0, width = 0, height = 0;  // pixels of the whole surface
  std::span<const std::uint8_t> rgba = {};  // rows top down; opaque
  bool takes_hands = false;                 // they reach nothing below it
};

// On a connection of its own to the display that DISPLAY names. They are gone when it goes.
class XSigns {
 public:
  // Nothing when the display does not answer, or has no screen of 24 bits of colour.
  [[nodiscard]] static std::optional<XSigns> open();
  XSigns(XSigns&&) noexcept;
  XSigns& operator=(XSigns&&) noexcept;
  ~XSigns();

  // These instead of those that were there. Their pixels are the server's when it returns.
  void show(std::span<const Sign>);

 private:
  struct Inside;
  explicit XSigns(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::platform
