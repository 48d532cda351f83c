// Round a table every name is read from two sides: it stands once more, turned by half, at the far side of its region.
#include <algorithm>
#include <optional>

#include "scene/free_ground.h"
#include "scene/stage.h"

namespace greenline::scene {
namespace {

constexpr float rim_units = 0.014F;  // between the copy and the membrane's edge
constexpr float step_of_height = 0.25F;

bool covers_other_words(const Backdrop& backdrop, const PixelRect& own) {
  return own.touches(backdrop.prompt.zone) || own.touches(backdrop.prompt.second_zone) ||
         std::any_of(backdrop.regions.begin(), backdrop.regions.end(), [&](const RegionView& region) {
           return own.touches(region.label_zone) || own.touches(region.turned_zone);
         });
}

// Where the copy's middle is.
std::optional<PixelPoint> far_side(const Backdrop& backdrop, std::size_t index, PixelPoint size) {
  const RegionView& region = backdrop.regions[index];
  const PixelRect bounds = region.bounds(), label = region.label_zone;
  const float rim = rim_units * backdrop.unit_px;
  const bool down = label.centre().y <= bounds.centre().y;
  FreeGround ground(backdrop.regions, index, label.centre().x, {0, 0, backdrop.width, backdrop.height},
                    backdrop.unit_px * 0.004F);
  const float first = down ? bounds.y1 - rim - size.y / 2 : bounds.y0 + rim + size.y / 2;
  const float toward = (down ? -1 : 1) * size.y * step_of_height;
  for (float y = first; y > bounds.y0 && y < bounds.y1; y += toward) {
    const float y0 = y - size.y / 2 - rim / 2, y1 = y + size.y / 2 + rim / 2;
    const auto free_at = [&](float x) {
      const PixelRect own = rect_around(PixelPoint{x, y}, size.x / 2, size.y / 2).grown(rim / 2);
      return ground.width(x, y0, y1) >= size.x + 2 * rim && !covers_other_words(backdrop, own);
    };
    const float mirrored = 2 * bounds.centre().x - label.centre().x;
    if (free_at(mirrored)) return PixelPoint{mirrored, y};
    if (const auto middle = ground.middle(y0, y1); middle && free_at(*middle)) return PixelPoint{*middle, y};
  }
  return std::nullopt;
}

}  // namespace

TextView turned_about(const TextView& view, PixelPoint middle) {
  TextView copy = view;
  const PixelPoint was = view.rect().centre(), is = middle + (middle - was);
  copy.at = is - PixelPoint{view.rect().width() / 2, view.rect().height() / 2};
  copy.turned = true;
  return copy;
}

void add_turned_names(Backdrop& backdrop) {
  for (std::size_t i = 0; i < backdrop.regions.size(); ++i) {
    RegionView& region = backdrop.regions[i];
    // Of a region that has no room for both languages once more, the first.
    for (const PixelRect& names : {joined(region.name.rect(), region.second_name.rect()), region.name.rect()}) {
      if (names.empty()) continue;
      const auto at = far_side(backdrop, i, {names.width(), names.height()});
      if (!at) continue;
      const PixelPoint by = *at - names.centre();
      const auto copied = [&](const TextView& view) {
        if (!view.block) return TextView{};
        TextView there = turned_about(view, names.centre());
        there.at = there.at + by;
        return there;
      };
      region.turned_name = copied(region.name);
      if (names != region.name.rect()) region.turned_second_name = copied(region.second_name);
      const float clear = std::max(3.0F, backdrop.unit_px * 0.006F);
      region.turned_zone = rect_around(*at, names.width() / 2, names.height() / 2).grown(clear);
      break;
    }
  }
}

}  // namespace greenline::scene
