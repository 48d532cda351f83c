#include "content/palette.h"

#include <algorithm>
#include <cmath>

namespace greenline::content {
namespace {

// WCAG 2.2, "relative luminance": sRGB channels made linear, weighted by how bright the eye finds them.
float linear(float channel) { return channel <= 0.04045F ? channel / 12.92F : std::pow((channel + 0.055F) / 1.055F, 2.4F); }
float luminance(Colour c) { return 0.2126F * linear(c.r) + 0.7152F * linear(c.g) + 0.0722F * linear(c.b); }

}  // namespace

std::vector<std::string> region_colours() {
  return {"structure", "process",  "pattern",    "information", "relationships",
          "identity",  "practice", "engagement", "interest",    "outer"};
}

std::vector<std::string> palette_roles() {
  std::vector<std::string> roles{"ground.centre",   "ground.middle", "ground.edge", "tint.above",   "tint.below",  "line",
                                 "roots",           "text",          "quiet_text",  "paper",        "ink",         "card.edge",
                                 "resting",         "resting.ink",   "thread",      "thread.light", "thread.pill", "veil",
                                 "veil.wave",       "shadow",        "glow.warm",   "key",          "key.edge",    "key.accent",
                                 "key.accent_text", "panel",         "panel.edge"};
  for (const std::string& colour : region_colours()) roles.insert(roles.end(), {colour, colour + ".name"});
  return roles;
}

Colour Palette::operator[](std::string_view role) const {
  if (const auto found = roles.find(role); found != roles.end()) return found->second;
  const auto text = roles.find("text");
  return text == roles.end() ? Colour{} : text->second;
}

float contrast(Colour a, Colour b) {
  const float bright = std::max(luminance(a), luminance(b)), dark = std::min(luminance(a), luminance(b));
  return (bright + 0.05F) / (dark + 0.05F);
}

}  // namespace greenline::content
