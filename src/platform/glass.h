// Which piece of glass a screen is, as it tells of itself: the same glass on another cable is the same.
#pragma once
#include <cstdint>
#include <span>
#include <string>

namespace greenline::platform {

struct Glass {
  std::string maker = {};   // three capital letters ("DEL"), as registered; empty: it does not tell who it is
  std::string model = {};   // its name, or its number where it has none
  std::string serial = {};  // of this one piece; empty: it does not tell. Cheap glass tells the same of every piece
  [[nodiscard]] bool told() const { return !maker.empty(); }
  friend bool operator==(const Glass&, const Glass&) = default;
};

// From what the glass says through its cable: the first block of its EDID (VESA E-EDID A.2, 128 bytes). What is cut, or whose
// sum is wrong, tells nothing: half of an identity would be somebody else's.
[[nodiscard]] Glass glass_from_edid(std::span<const std::uint8_t>);

// "DEL DELL U2720Q 5KJ3X83", for sentences; empty where it does not tell.
[[nodiscard]] std::string to_text(const Glass&);

}  // namespace greenline::platform
