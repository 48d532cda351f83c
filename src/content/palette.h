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
  bool light_ground = false;  // names are written in the text colour and the edge carries the hue
  float glow = 1, grain = 1;  // 0..1: how much of each is drawn
  std::map<std::string, Colour, std::less<>> roles;
  // The colour of a role; the loader has made sure that every role in `palette_roles` is there. Others give the text colour.
  [[nodiscard]] Colour operator[](std::string_view role) const;
};

// "ground.centre", "ground.middle", "ground.edge", "tint.above", "tint.below", "line", "roots", "text", "quiet_text", "paper",
// "ink", "thread", "thread.pill", "veil", "veil.wave", "shadow", "glow.warm", "key", "key.accent",
// "key.accent_text", "panel", "panel.edge" and every region colour: "structure" … "identity", "practice", "engagement",
// "interest", "outer". Each of these has a second role for its name written on its own tint, "structure.name": the same hue, as
// light or as dark as reading needs.
[[nodiscard]] std::vector<std::string> palette_roles();
[[nodiscard]] std::vector<std::string> region_colours();  // the roles that a region may have

[[nodiscard]] tl::expected<Palette, Diagnostics> parse_palette(std::string_view text, const std::string& file);
[[nodiscard]] tl::expected<Palette, Diagnostics> load_palette(const std::string& name,
                                                              const std::filesystem::path& assets_folder);

// WCAG 2.2 contrast ratio of two opaque colours, 1..21.
[[nodiscard]] float contrast(Colour a, Colour b);

}  // namespace greenline::content
