// Colours by role, as data: assets/palettes/<name>.json.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "content/load.h"

namespace greenline::content {

struct Colour {  // sRGB, not premultiplied, 0..1
  float r = 0, g = 0, b = 0, a = 1;
  friend bool operator==(const Colour&, const Colour&) = default;
};

struct Palette {
  std::string name;           // "dusk"
  bool light_ground = false;  // dark on light
  float glow = 1, grain = 1;  // 0..1: how much of each is drawn. Without glow what shines is told by lines: rings, hatching
  float tint = 0.4F;          // 0..1: how much of a region's colour lies over its ground
  float firmness = 0;         // 0: lines are as faint as they are meant to be; 1: each at full strength
  float weight = 1;           // 1..3: how thick lines are
  std::map<std::string, Colour, std::less<>> roles;
  // The colour of a role; the loader has made sure that every role in `palette_roles` is there. Others give the text colour.
  [[nodiscard]] Colour operator[](std::string_view role) const;
  // The strength (0..1) of a line that is meant to have this one.
  [[nodiscard]] float firm(float strength) const { return strength + (1 - strength) * firmness; }
};

// "ground.centre", "ground.middle", "ground.edge", "tint.above", "tint.below", "line", "roots", "text", "quiet_text", "paper",
// "ink", "card.edge" (the line round a card), "resting" and "resting.ink" (a card that was let go), "thread", "thread.light"
// (along a thread), "thread.pill", "veil", "veil.wave", "shadow", "glow.warm", "key", "key.edge", "key.accent",
// "key.accent_text", "panel", "panel.edge" and every region colour: "structure" … "identity", "practice", "engagement",
// "interest", "outer". Each of these has a second role for its name written on its own tint, "structure.name": the same hue, as
// light or as dark as reading needs. Where a role's alpha is 0, what it colours is left out.
[[nodiscard]] std::vector<std::string> palette_roles();
[[nodiscard]] std::vector<std::string> region_colours();  // the roles that a region may have

[[nodiscard]] tl::expected<Palette, Diagnostics> parse_palette(std::string_view text, const std::string& file);
[[nodiscard]] tl::expected<Palette, Diagnostics> load_palette(const std::string& name,
                                                              const std::filesystem::path& assets_folder);

// WCAG 2.2 contrast ratio of two opaque colours, 1..21.
[[nodiscard]] float contrast(Colour a, Colour b);

}  // namespace greenline::content
