// Pills without OpenGL: row by row, and the middle of a row in one colour.
#include "render/hand_pills.h"

#include <algorithm>
#include <cmath>

#include "render/blend.h"

namespace greenline::render {
namespace {

struct Pill {
  PixelPoint half;
  float radius, edge_px;
  float fill[4], edge[4];  // premultiplied

  explicit Pill(const PillInstance& pill)
      : half{pill.rect.width() / 2, pill.rect.height() / 2}, radius(pill.radius), edge_px(pill.edge_px) {
    const float fill_alpha = static_cast<float>(pill.fill.a) / 255, edge_alpha = static_cast<float>(pill.edge.a) / 255;
    const std::uint8_t fill_of[3] = {pill.fill.r, pill.fill.g, pill.fill.b},
                       edge_of[3] = {pill.edge.r, pill.edge.g, pill.edge.b};
    for (int i = 0; i < 3; ++i) {
      fill[i] = static_cast<float>(fill_of[i]) / 255 * fill_alpha;
      edge[i] = static_cast<float>(edge_of[i]) / 255 * edge_alpha + fill[i] * (1 - edge_alpha);
    }
    fill[3] = fill_alpha;
    edge[3] = edge_alpha + fill_alpha * (1 - edge_alpha);
  }
  // At a distance from its outline: negative inside.
  [[nodiscard]] std::uint32_t colour(float distance) const {
    const float inside = std::clamp(0.5F - distance, 0.0F, 1.0F);
    if (inside <= 0) return 0;
    const float core = edge_px > 0 ? std::clamp(0.5F - distance - edge_px, 0.0F, 1.0F) : 1.0F;
    const auto mix = [&](int i) { return (edge[i] + (fill[i] - edge[i]) * core) * inside; };
    return pixel_of(mix(0), mix(1), mix(2), mix(3));
  }
  // As round_box in shaders/common.glsl.
  [[nodiscard]] float distance(PixelPoint p) const {
    const float qx = std::abs(p.x) - half.x + radius, qy = std::abs(p.y) - half.y + radius;
    const float ox = std::max(qx, 0.0F), oy = std::max(qy, 0.0F);
    return std::sqrt(ox * ox + oy * oy) + std::min(std::max(qx, qy), 0.0F) - radius;
  }
};

}  // namespace

void draw_pill(const Sheet& sheet, const PillInstance& instance) {
  const Pill pill(instance);
  const PixelPoint centre = instance.rect.centre();
  const int x0 = std::max(first_from(instance.rect.x0 - 1), sheet.x0()),
            x1 = std::min(first_from(instance.rect.x1 + 1), sheet.x1());
  const int y0 = std::max(first_from(instance.rect.y0 - 1), sheet.y0()),
            y1 = std::min(first_from(instance.rect.y1 + 1), sheet.y1());
  // Where the sides are too far away to be seen, a row has one colour.
  const float same = std::max(0.0F, pill.half.x - pill.radius - pill.edge_px - 1.5F);
  const int same_from = std::clamp(first_from(centre.x - same), x0, std::max(x0, x1));
  const int same_to = std::clamp(first_from(centre.x + same), same_from, std::max(same_from, x1));
  for (int y = y0; y < y1; ++y) {
    const float py = static_cast<float>(y) + 0.5F - centre.y;
    const auto each = [&](int from, int to) {
      for (int x = from; x < to; ++x)
        blend_flat(sheet.at(x, y), 1, pill.colour(pill.distance({static_cast<float>(x) + 0.5F - centre.x, py})));
    };
    each(x0, same_from);
    if (same_to > same_from) blend_flat(sheet.at(same_from, y), same_to - same_from, pill.colour(pill.distance({0, py})));
    each(same_to, x1);
  }
}

}  // namespace greenline::render
