// Which ground a layout's words keep free of cards.
//
// Words are laid out in pixels, for whoever stands before this glass; where cards rest must not depend on that. So the words
// are laid out once more on a glass that is the same everywhere, as wide as the layout and 1080 pixels to a unit, and what they
// take there is kept. A window whose own words find no room in that (a small screen, readers far away) keeps what its own words
// take: a name that cards cover is worse than an arrangement that is its own.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "scene/each_text.h"
#include "scene/on_screen.h"
#include "scene/stage.h"

namespace greenline::scene {
namespace {

constexpr float reference_unit_px = 1080, reference_legible_px = 13;
// Round each name ground is kept that no letter reaches; by about so much own words may reach into it. Canvas units.
constexpr float spare = 0.006F;
// What is kept is rounded, outward, to this share of a unit: no last bit of a font's figures decides where a card rests.
constexpr float steps_a_unit = 8192;

geometry::Box rounded(const geometry::Box& box) {
  const auto down = [](float v) { return std::floor(v * steps_a_unit) / steps_a_unit; };
  const auto up = [](float v) { return std::ceil(v * steps_a_unit) / steps_a_unit; };
  return {down(box.x0), down(box.y0), up(box.x1), up(box.y1)};
}

std::vector<geometry::Box> boxes_of(const Backdrop& backdrop, const model::PixelFromCanvas& pixel_from_canvas) {
  std::vector<geometry::Box> boxes;
  for (const PixelRect& rect : worded_rects(backdrop)) boxes.push_back(rounded(canvas_box(pixel_from_canvas, rect)));
  return boxes;
}

// Where names are hidden at first, each phase that hides them, and one that does not: no card moves when they are revealed.
std::vector<const content::Phase*> phases_with_other_names(const Stage& stage) {
  std::vector<const content::Phase*> found;
  const auto& phases = stage.activity.phases;
  if (std::ranges::none_of(phases, &content::Phase::hides_names)) return found;
  bool shown = false;
  for (const content::Phase& phase : phases) {
    if (!phase.hides_names && std::exchange(shown, true)) continue;
    if (phase.id != stage.phase) found.push_back(&phase);
  }
  return found;
}

// Where regions open later: all of those shut, and none.
std::vector<std::set<std::string>> others_that_are_shut(const Stage& stage) {
  std::set<std::string> all;
  for (const content::Region& region : stage.canvas.regions)
    if (region.opens_when) all.insert(region.id);
  std::vector<std::set<std::string>> found;
  if (all.empty()) return found;
  for (const std::set<std::string>& one : {all, std::set<std::string>()})
    if (one != stage.shut) found.push_back(one);
  return found;
}

}  // namespace

std::vector<PixelRect> worded_rects(const Backdrop& backdrop) {
  std::vector<PixelRect> out;
  for (const RegionView& region : backdrop.regions) {
    out.push_back(region.label_zone);
    out.push_back(region.turned_zone);
  }
  out.push_back(backdrop.prompt.zone);
  out.push_back(backdrop.prompt.second_zone);
  if (backdrop.has_line) each_text_of_line(backdrop.line, [&](const auto& text) { out.push_back(text.reach.grown(4)); });
  std::erase_if(out, [](const PixelRect& rect) { return rect.empty(); });
  return out;
}

std::vector<geometry::Box> words_kept(const Stage& stage, const Backdrop& own, text::Engine& engine) {
  const content::Layout& layout = layout_of(stage);
  const geometry::Box all = geometry::box_around({}, {layout.width / 2, layout.height / 2});
  std::vector<geometry::Box> mine = boxes_of(own, pixel_from_canvas(layout, stage.width, stage.height));
  Stage reference = stage;
  reference.width = layout.width * reference_unit_px;
  reference.height = layout.height * reference_unit_px;
  reference.legible_px = reference_legible_px;
  reference.room_capital_px = 0;
  reference.detail = 1;
  const model::PixelFromCanvas to_reference = pixel_from_canvas(layout, reference.width, reference.height);
  std::vector<geometry::Box> kept = boxes_of(make_backdrop(reference, engine), to_reference);
  const std::vector<const content::Phase*> others = phases_with_other_names(stage);
  for (const content::Phase* other : others) {
    reference.phase = other->id;
    std::ranges::move(boxes_of(make_backdrop(reference, engine), to_reference), std::back_inserter(kept));
  }
  // Also while regions are shut, and when all are open.
  reference.phase = stage.phase;
  const std::vector<std::set<std::string>> others_shut = others_that_are_shut(stage);
  for (const std::set<std::string>& shut : others_shut) {
    reference.shut = shut;
    std::ranges::move(boxes_of(make_backdrop(reference, engine), to_reference), std::back_inserter(kept));
  }
  // The same in each of these phases, in one order: cards go round them in it.
  if (!others.empty() || !others_shut.empty())
    std::ranges::sort(kept, {}, [](const geometry::Box& b) { return std::tuple(b.x0, b.y0, b.x1, b.y1); });
  const bool fits = std::all_of(mine.begin(), mine.end(), [&](const geometry::Box& box) {
    const geometry::Box seen = clipped(box, all);  // beyond the layout no card rests
    return seen.empty() ||
           std::any_of(kept.begin(), kept.end(), [&](const geometry::Box& one) { return one.grown(spare).covers(seen); });
  });
  return fits ? kept : mine;
}

}  // namespace greenline::scene
