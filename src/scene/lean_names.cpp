// Round a table, where seats lie over a region's name from both sides, the turned one stands aside on the region's ground, and
// goes back when they leave. Cards lean out from under it as from under a seat.
#include <algorithm>
#include <cmath>
#include <optional>

#include "scene/free_ground.h"
#include "scene/inside.h"

namespace greenline::scene {
namespace {

constexpr float clear_of_seats = 0.004F, ground_step = 0.004F;  // canvas units
constexpr float rows_of_height = 0.25F;

bool name_is_under(std::span<const PixelRect> over, const PixelRect& name) {
  return std::ranges::any_of(over, [&](const PixelRect& one) { return one.touches(name.grown(-1)); });
}

class GroundForName {
 public:
  GroundForName(const Backdrop& backdrop, std::size_t region, std::span<const PixelRect> over, PixelPoint home, PixelPoint half)
      : backdrop_(backdrop),
        region_(region),
        over_(over),
        home_(home),
        half_(half),
        clear_(clear_of_seats * backdrop.unit_px),
        ground_(backdrop.regions, region, home.x, {0, 0, backdrop.width, backdrop.height}, ground_step * backdrop.unit_px) {}

  // The nearest place for its middle.
  [[nodiscard]] std::optional<PixelPoint> place() {
    const PixelRect bounds = backdrop_.regions[region_].bounds();
    std::optional<PixelPoint> nearest;
    for (float y = bounds.y0 + half_.y; y <= bounds.y1 - half_.y; y += half_.y * 2 * rows_of_height) {
      for (const PixelPoint at : {PixelPoint{home_.x, y}, PixelPoint{home_.x, home_.y}}) look(at, nearest);
      for (const PixelRect& one : over_) {
        look({one.x0 - half_.x - clear_, y}, nearest);
        look({one.x1 + half_.x + clear_, y}, nearest);
        look({one.x0 - half_.x - clear_, home_.y}, nearest);
        look({one.x1 + half_.x + clear_, home_.y}, nearest);
      }
    }
    return nearest;
  }

 private:
  void look(PixelPoint at, std::optional<PixelPoint>& nearest) {
    if (nearest && length(at - home_) >= length(*nearest - home_)) return;
    const PixelRect own = rect_around(at, half_.x, half_.y);
    if (name_is_under(over_, own) || covers_words(own) || ground_.width(at.x, own.y0, own.y1) < own.width()) return;
    nearest = at;
  }

  [[nodiscard]] bool covers_words(const PixelRect& own) const {
    if (own.touches(backdrop_.prompt.zone) || own.touches(backdrop_.prompt.second_zone)) return true;
    for (std::size_t i = 0; i < backdrop_.regions.size(); ++i) {
      const RegionView& other = backdrop_.regions[i];
      if (i != region_ && (own.touches(other.label_zone) || own.touches(other.turned_zone))) return true;
    }
    return false;
  }

  const Backdrop& backdrop_;
  std::size_t region_;
  std::span<const PixelRect> over_;
  PixelPoint home_, half_;
  float clear_;
  FreeGround ground_;
};

}  // namespace

void Scene::Inside::lean_names() {
  if (stands_otherwise()) return;
  names_aside.resize(backdrop.regions.size());
  bool any = false;
  for (std::size_t i = 0; i < backdrop.regions.size(); ++i) {
    RegionView& region = backdrop.regions[i];
    if (!region.turned_name.block) continue;
    NameAside& aside = names_aside[i];
    if (region.turned_name.at != aside.stands) aside = {{}, region.turned_name.at};  // laid out anew, at home
    const PixelRect names = joined(region.turned_name.rect(), region.turned_second_name.rect());
    const PixelPoint home = names.centre() - aside.by, half{names.width() / 2, names.height() / 2};
    PixelPoint by;
    if (name_is_under(over, region.name.rect()) && name_is_under(over, rect_around(home, half.x, half.y)))
      by = GroundForName(backdrop, i, over, home, half).place().value_or(home) - home;
    if (by == aside.by) continue;
    const PixelPoint step = by - aside.by;
    for (TextView* text : {&region.turned_name, &region.turned_second_name}) text->at = text->at + step;
    region.turned_zone =
        rect_around(region.turned_zone.centre() + step, region.turned_zone.width() / 2, region.turned_zone.height() / 2);
    aside = {by, region.turned_name.at};
    any = true;
  }
  if (any) ++backdrop.words_generation;
}

// What cards lean away from: seats, and names that stand aside.
std::vector<PixelRect> Scene::Inside::things_over_cards() const {
  std::vector<PixelRect> all = over;
  for (std::size_t i = 0; i < std::min(names_aside.size(), backdrop.regions.size()); ++i)
    if (names_aside[i].by != PixelPoint{} && !stands_otherwise()) all.push_back(backdrop.regions[i].turned_zone);
  return all;
}

}  // namespace greenline::scene
