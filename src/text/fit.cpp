// The largest size at which words fit a space.
#include <algorithm>
#include <cmath>
#include <utility>

#include "text/inside.h"

namespace greenline::text {
namespace {

// The words' own extent, learned from one try: with it, sizes that cannot fit are passed over without laying out again.
struct Extent {
  double ink_line = 0;  // all lines end to end, Pango units at the reference em; spaces at line ends are not in it
};

bool surely_too_tall(const Extent& extent, const Style& style, float max_height) {
  if (extent.ink_line <= 0 || style.width_px <= 0) return false;
  const double length = extent.ink_line * style.size_px / (kReferenceEm * PANGO_SCALE);
  const double lines = std::ceil(length / style.width_px - 1e-3);
  const double spacing = static_cast<double>(style.line_spacing) * style.size_px;
  // Baselines and edges are rounded to pixels, each by half a pixel at most.
  return (lines - 1) * (spacing - 0.5) + spacing - 1 > max_height;
}

bool breaks_words(const Composed& composed) {
  return std::any_of(composed.lines.begin(), composed.lines.end(), [](const Line& line) { return line.breaks_word; });
}

}  // namespace

KeptFit Engine::Inside::search(std::string_view words, const Style& asked, float max_height, std::span<const float> sizes) {
  Style style = asked;
  Extent extent;
  const FaceMeasure measure = typesetter.measure(style.face);
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const bool last = i + 1 == sizes.size();
    style.size_px = sizes[i];
    if (!can_set(style) || (!last && surely_too_tall(extent, style, max_height))) continue;
    const Composed& composed = typesetter.compose(words, setting_of(style));
    const Placing placing = place(composed, style, measure);
    const bool few = asked.max_lines <= 0 || placing.lines <= asked.max_lines;
    // At the last size a broken word is better than a cut one.
    const bool whole = last || !breaks_words(composed);
    if (few && whole && placing.height <= max_height) return {style.size_px, true, asked.max_lines};
    if (last) {
      const int held = lines_within(placing, max_height);
      return {style.size_px, false, asked.max_lines > 0 ? std::min(asked.max_lines, held) : held};
    }
    extent.ink_line = 0;
    for (const Line& line : composed.lines) extent.ink_line += line.width;
  }
  return {sizes.empty() ? asked.size_px : sizes.back(), false, asked.max_lines};
}

Engine::Fall Engine::fall(std::string_view words, const Style& style) {
  Inside& in = *inside_;
  if (!in.can_set(style) || words.empty()) return {};
  const Composed& composed = in.typesetter.compose(words, setting_of(style));
  const Placing placing = place(composed, style, in.typesetter.measure(style.face));
  const float pitch = placing.height / static_cast<float>(placing.lines);
  return {placing.lines, std::max(style.line_spacing, pitch / style.size_px)};
}

Engine::Fitted Engine::fit(std::string_view words, Style style, float max_height, std::span<const float> sizes_px) {
  Inside& in = *inside_;
  const float detail = std::exchange(style.detail, 1.0F);  // whether words fit does not depend on it
  style.size_px = 0;
  auto found = in.fits.find(FitAsked{words, style, max_height, sizes_px});
  if (found == in.fits.end()) {
    const KeptFit fit = in.search(words, style, max_height, sizes_px);
    in.make_room_for_fit();
    found = in.fits.emplace(FitKey{std::string(words), style, max_height, {sizes_px.begin(), sizes_px.end()}}, fit).first;
  }
  KeptFit& kept = found->second;
  kept.asked = true;
  style.size_px = kept.size_px;
  style.detail = detail;
  style.max_lines = kept.max_lines;
  return {layout(words, style), kept.size_px, kept.fits};
}

}  // namespace greenline::text
