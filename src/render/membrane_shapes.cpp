#include "render/membrane_shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/strips.h"

namespace greenline::render {
namespace {

constexpr float full_turn = 2 * std::numbers::pi_v<float>;
// A slow waver, and a tremor: on a side of a box the last three make two to three waves.
constexpr std::array<float, 5> amplitudes = {0.0085F, 0.0065F, 0.0045F, 0.0030F, 0.0018F};
constexpr std::array<float, 5> orders = {2, 3, 5, 8, 11};
constexpr float waver_units = 0.2F;
constexpr float most_pressure = 0.38F;  // more or less than the line's width

bool same(const MembraneCurve& a, const MembraneCurve& b) {
  return length(a.centre - b.centre) < 1.5F && std::abs(a.half_x - b.half_x) < 1.5F && std::abs(a.half_y - b.half_y) < 1.5F;
}

int pieces_for(const PixelRect& bounds) {
  return std::clamp(static_cast<int>(std::max(bounds.width(), bounds.height()) * 0.25F), 48, 256);
}

// 0 where the points lie on the ellipse that fills the curve's bounds, 1 where one lies in a corner of these.
float squareness(const MembranePiece& piece) {
  float furthest = 1;
  for (const PixelPoint p : piece.points)
    furthest = std::max(furthest, std::hypot((p.x - piece.curve.centre.x) / piece.curve.half_x,
                                             (p.y - piece.curve.centre.y) / piece.curve.half_y));
  return std::clamp((furthest - 1.02F) / 0.25F, 0.0F, 1.0F);
}

MembraneShape shape_of(const scene::RegionView& region) {
  MembraneShape shape{{}, region.bounds()};
  const auto pixel = [&](geometry::Point p) { return region.pixel_from_canvas({p.x, p.y}); };
  for (const geometry::Edge& edge : region.area.edges(pieces_for(shape.bounds))) {
    MembranePiece& piece = shape.pieces.emplace_back();
    const float unit = region.pixel_from_canvas.pixels_per_unit;
    const geometry::Half half = edge.curve.half();
    piece.curve = {pixel(edge.curve.centre()), std::max(half.width * unit, 1.0F), std::max(half.height * unit, 1.0F), 0, 1};
    piece.curve.waver_px = std::min({piece.curve.half_x, piece.curve.half_y, waver_units * unit});
    piece.closed = edge.closed;
    piece.straight = edge.straight;
    piece.of_hole = !edge.straight && shape.pieces.size() > 1;
    for (const geometry::Point p : edge.points) piece.points.push_back(pixel(p));
    if (edge.closed) piece.curve.bows = squareness(piece);
  }
  return shape;
}

}  // namespace

float Unevenness::at(float theta) const {
  float sum = 0;
  for (std::size_t n = 0; n < phases.size(); ++n) sum += amplitudes[n] * std::cos(orders[n] * theta - phases[n]);
  return share * sum;
}

Unevenness unevenness_of(std::uint32_t seed) {
  Dice dice(seed);
  Unevenness result{{}, 1};
  for (float& phase : result.phases) phase = full_turn * dice.next();
  return result;
}

Unevenness drifted(Unevenness u, double breath_s, float offset) {
  const auto time = static_cast<float>(std::fmod(breath_s, 20.0) / 20.0) * full_turn;
  for (std::size_t n = 0; n < u.phases.size(); ++n)
    u.phases[n] +=
        0.35F * (std::sin(time + offset + static_cast<float>(n) * 1.9F) - std::sin(offset + static_cast<float>(n) * 1.9F));
  return u;
}

float MembraneCurve::angle_of(PixelPoint p) const { return std::atan2((p.y - centre.y) / half_y, (p.x - centre.x) / half_x); }

float MembraneCurve::strays_px(PixelPoint p, const Unevenness& uneven) const {
  const float theta = angle_of(p);
  return waver_px * (uneven.at(theta) + bows * bow * 0.5F * (1 + std::cos(4 * theta)));
}

PixelPoint MembraneCurve::moved(PixelPoint p, const Unevenness& uneven, float times) const {
  const PixelPoint out = p - centre;
  return centre + out * (times + strays_px(p, uneven) / std::max(length(out), 1.0F));
}

std::vector<MembraneShape> membrane_shapes(Regions regions) {
  std::vector<MembraneShape> shapes;
  for (const scene::RegionView& region : regions) shapes.push_back(shape_of(region));
  const auto first_on = [&](const MembraneCurve& curve, bool of_hole) {
    for (std::size_t i = 0; i < shapes.size(); ++i)
      for (const MembranePiece& piece : shapes[i].pieces)
        if (!piece.straight && piece.of_hole == of_hole && same(piece.curve, curve)) return i;
    return shapes.size();
  };
  for (MembraneShape& shape : shapes)
    for (MembranePiece& piece : shape.pieces) {
      if (piece.straight) continue;
      if (const std::size_t outer = first_on(piece.curve, false); outer < shapes.size()) {
        piece.uneven = unevenness_of(regions[outer].seed);
        piece.drawn = !piece.of_hole;  // what lies in the hole draws the edge between them
      } else if (const std::size_t hole = first_on(piece.curve, true); hole < shapes.size()) {
        piece.uneven = unevenness_of(regions[hole].seed ^ 0x9E3779B9U);
      }
    }
  return shapes;
}

std::vector<MembranePath> outlines(const scene::RegionView& region, const MembraneShape& shape, const Drift& drift,
                                   float inset_px) {
  std::vector<MembranePath> paths(1);
  const float unit = region.pixel_from_canvas.pixels_per_unit;
  const auto placed = [&](const MembranePiece& piece, PixelPoint p) {
    const float inset = inset_px / std::max(1.0F, std::min(piece.curve.half_x, piece.curve.half_y));
    const Unevenness own = drifted(drift.instead ? *drift.instead : piece.uneven, drift.breath_s, drift.offset);
    return piece.curve.moved(p, own, piece.of_hole ? 1 + inset : 1 - inset);
  };
  // Where an inset piece comes nearer to another edge than to its own, it ends.
  const auto ends_at = [&](const MembranePiece& piece, PixelPoint p) {
    if (inset_px <= 0 || piece.closed) return false;
    const float inset = inset_px / std::max(1.0F, std::min(piece.curve.half_x, piece.curve.half_y));
    const PixelPoint even = piece.curve.moved(p, {}, piece.of_hole ? 1 + inset : 1 - inset);
    const model::CanvasPoint on = region.pixel_from_canvas.inverse(even);
    return region.area.distance({on.x, on.y}) * unit > -0.7F * inset_px;
  };
  for (const MembranePiece& piece : shape.pieces) {
    MembranePath& path = paths.back();
    if (piece.straight) {  // from one piece's end to the next one's beginning; a corner between has its own place
      for (std::size_t i = 1; i + 1 < piece.points.size(); ++i) {
        const PixelPoint inward = shape.bounds.centre() - piece.points[i];
        path.push_back(piece.points[i] + inward * (1.5F * inset_px / std::max(length(inward), 1.0F)));
      }
    } else if (!piece.drawn && !piece.closed) {  // the sides go up to it
      path.push_back(placed(piece, piece.points.front()));
      paths.push_back({placed(piece, piece.points.back())});
    } else if (piece.drawn) {
      if (piece.closed && !path.empty()) paths.emplace_back();
      for (const PixelPoint p : piece.points)
        if (!ends_at(piece, p)) paths.back().push_back(placed(piece, p));
      if (piece.closed && !paths.back().empty()) paths.back().push_back(paths.back().front());
    }
  }
  // Pieces that are not closed by themselves close together.
  if (!shape.pieces.empty() && !shape.pieces.front().closed && !paths.front().empty())
    paths.back().push_back(paths.front().front());
  std::erase_if(paths, [](const MembranePath& path) { return path.size() < 2; });
  return paths;
}

std::vector<float> pressure_along(const MembranePath& path, const MembraneShape& shape, std::uint32_t seed) {
  const MembraneCurve curve{shape.bounds.centre(), std::max(shape.bounds.width() / 2, 1.0F),
                            std::max(shape.bounds.height() / 2, 1.0F), 0, 1};
  const Unevenness hand = unevenness_of(seed ^ 0x85EBCA6BU);
  std::vector<float> pressure;
  pressure.reserve(path.size());
  for (const PixelPoint p : path) pressure.push_back(1 + most_pressure * hand.at(curve.angle_of(p)) / most_uneven * 1.6F);
  return pressure;
}

MembraneField bake(const scene::RegionView& region, const MembraneShape& shape, float beyond_px) {
  constexpr int side = MembraneField::side;
  MembraneField field;
  const float least_half = std::min(shape.bounds.width(), shape.bounds.height()) / 2;
  field.box = shape.bounds.grown(beyond_px + (most_uneven + bow) * least_half);
  const float unit = region.pixel_from_canvas.pixels_per_unit;
  const PixelPoint texel{field.box.width() / side, field.box.height() / side};
  const auto at = [&](int column, int row) {
    return PixelPoint{field.box.x0 + (static_cast<float>(column) + 0.5F) * texel.x,
                      field.box.y0 + (static_cast<float>(row) + 0.5F) * texel.y};
  };
  const auto index = [](int column, int row) { return static_cast<std::size_t>(row * side + column); };
  std::vector<float> even(static_cast<std::size_t>(side * side));
  for (int row = 0; row < side; ++row)
    for (int column = 0; column < side; ++column) {
      const model::CanvasPoint p = region.pixel_from_canvas.inverse(at(column, row));
      even[index(column, row)] = region.area.distance({p.x, p.y}) * unit;
    }
  field.deepest = std::max(1.0F, -*std::min_element(even.begin(), even.end()));
  field.distance = even;
  // An uneven edge is moved along its own normal by its unevenness there.
  const float near = 0.1F * std::max(field.box.width(), field.box.height());
  for (int row = 0; row < side; ++row)
    for (int column = 0; column < side; ++column) {
      const float d = even[index(column, row)];
      if (std::abs(d) > near) continue;
      const int left = std::max(column - 1, 0), right = std::min(column + 1, side - 1);
      const int up = std::max(row - 1, 0), down = std::min(row + 1, side - 1);
      PixelPoint normal{(even[index(right, row)] - even[index(left, row)]) / (static_cast<float>(right - left) * texel.x),
                        (even[index(column, down)] - even[index(column, up)]) / (static_cast<float>(down - up) * texel.y)};
      normal = normal * (1 / std::max(length(normal), 0.25F));
      const PixelPoint p = at(column, row);
      const MembranePiece* nearest = nullptr;
      float least = 1e30F;
      for (const MembranePiece& piece : shape.pieces) {
        if (piece.straight) continue;
        const MembraneCurve& curve = piece.curve;
        const PixelPoint from = p - curve.centre;
        const float away =
            std::abs(std::hypot(from.x / curve.half_x, from.y / curve.half_y) - 1) * std::min(curve.half_x, curve.half_y);
        if (away < least) least = away, nearest = &piece;
      }
      if (nearest == nullptr) continue;
      const PixelPoint on_edge = p - normal * d, out = on_edge - nearest->curve.centre;
      const float outward = (normal.x * out.x + normal.y * out.y) / std::max(length(out), 1.0F);
      field.distance[index(column, row)] = d - nearest->curve.strays_px(p, nearest->uneven) * outward;
    }
  return field;
}

}  // namespace greenline::render
