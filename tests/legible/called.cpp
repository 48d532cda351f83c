#include "legible/called.h"

#include <cmath>
#include <utility>

namespace greenline::legible {
namespace {

using content::Colour;

Colour mixed(Colour a, Colour b, float of_b) {
  const auto mix = [&](float from, float to) { return from + (to - from) * of_b; };
  return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), 1};
}

bool alike(Colour a, Colour b) {
  constexpr float near = 1.6F / 255;
  return std::abs(a.r - b.r) < near && std::abs(a.g - b.g) < near && std::abs(a.b - b.b) < near;
}

}  // namespace

std::string words_called(const content::Palette& palette, Colour colour) {
  const Colour ink = palette["ink"], paper = palette["paper"];
  const std::pair<const char*, Colour> known[] = {{"text", palette["text"]},
                                                  {"quiet text", palette["quiet_text"]},
                                                  {"ink", ink},
                                                  {"text of the accent", palette["key.accent_text"]},
                                                  {"the hint", mixed(ink, paper, 0.32F)},
                                                  {"what kind of slip it is", mixed(ink, paper, 0.28F)},
                                                  {"a veiled card's words", palette["veil.wave"]},
                                                  {"a warning", palette["thread"]}};
  std::string name = "other words";
  for (const auto& [called, is] : known)
    if (name == "other words" && alike(is, colour)) name = called;
  for (const std::string& region : content::region_colours())
    if (name == "other words" && alike(palette[region + ".name"], colour)) name = "a region's name";
  return colour.a < 0.99F ? name + ", dimmed," : name;
}

std::string ground_called(const content::Palette& palette, Colour colour) {
  const std::pair<const char*, Colour> known[] = {{"the panel", palette["panel"]},
                                                  {"a key", palette["key"]},
                                                  {"a quiet key", mixed(palette["key"], palette["panel"], 0.45F)},
                                                  {"the accent", palette["key.accent"]},
                                                  {"paper", palette["paper"]},
                                                  {"a slip", mixed(palette["paper"], palette["panel"], 0.06F)},
                                                  {"a pill", palette["thread.pill"]},
                                                  {"a veiled card", palette["veil"]}};
  for (const auto& [called, is] : known)
    if (alike(is, colour)) return called;
  return "a mixture";  // a pressed key
}

}  // namespace greenline::legible
