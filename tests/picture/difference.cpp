#include "picture/difference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace greenline::picture {
namespace {

constexpr double visible_delta_e = 6;

struct Lab {
  float l = 0, a = 0, b = 0;
};

// sRGB (IEC 61966-2-1) to CIELAB, D65.
Lab lab_of(double r, double g, double b) {
  const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  const double lr = linear(r), lg = linear(g), lb = linear(b);
  const double x = (0.4124 * lr + 0.3576 * lg + 0.1805 * lb) / 0.95047;
  const double y = 0.2126 * lr + 0.7152 * lg + 0.0722 * lb;
  const double z = (0.0193 * lr + 0.1192 * lg + 0.9505 * lb) / 1.08883;
  const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  return {static_cast<float>(116 * f(y) - 16), static_cast<float>(500 * (f(x) - f(y))),
          static_cast<float>(200 * (f(y) - f(z)))};
}

// Each pixel's colour as the mean of itself and its neighbours.
std::vector<Lab> blurred_lab(const render::Picture& picture) {
  const int w = picture.width, h = picture.height;
  std::vector<Lab> lab(static_cast<std::size_t>(w) * static_cast<std::size_t>(h));
  for (int y = 0; y < h; ++y) {
    for (int x = 0; x < w; ++x) {
      std::array<double, 3> sum{};
      int count = 0;
      for (int v = std::max(0, y - 1); v <= std::min(h - 1, y + 1); ++v) {
        for (int u = std::max(0, x - 1); u <= std::min(w - 1, x + 1); ++u, ++count) {
          const std::size_t at = (static_cast<std::size_t>(v) * static_cast<std::size_t>(w) + static_cast<std::size_t>(u)) * 4;
          for (std::size_t c = 0; c < 3; ++c) sum[c] += picture.rgba[at + c];
        }
      }
      const double scale = 1.0 / (255.0 * count);
      lab[static_cast<std::size_t>(y) * static_cast<std::size_t>(w) + static_cast<std::size_t>(x)] =
          lab_of(sum[0] * scale, sum[1] * scale, sum[2] * scale);
    }
  }
  return lab;
}

std::vector<float> distances(const render::Picture& a, const render::Picture& b) {
  const std::vector<Lab> lab_a = blurred_lab(a), lab_b = blurred_lab(b);
  std::vector<float> apart(lab_a.size());
  for (std::size_t i = 0; i < apart.size(); ++i) {
    apart[i] = std::hypot(lab_a[i].l - lab_b[i].l, lab_a[i].a - lab_b[i].a, lab_a[i].b - lab_b[i].b);
  }
  return apart;
}

}  // namespace

Difference difference(const render::Picture& a, const render::Picture& b) {
  if (a.width != b.width || a.height != b.height) return {100, 1, false};
  const std::vector<float> apart = distances(a, b);
  Difference found;
  for (const float distance : apart) {
    found.worst = std::max<double>(found.worst, distance);
    if (distance > visible_delta_e) found.share_visible += 1;
  }
  found.share_visible /= std::max<double>(1, static_cast<double>(apart.size()));
  return found;
}

render::Picture marked_difference(const render::Picture& a, const render::Picture& b) {
  render::Picture marked = b;
  if (a.width != b.width || a.height != b.height) return marked;
  const std::vector<float> apart = distances(a, b);
  for (std::size_t i = 0; i < apart.size(); ++i) {
    if (apart[i] <= visible_delta_e) continue;
    marked.rgba[i * 4] = 255;
    marked.rgba[i * 4 + 1] = marked.rgba[i * 4 + 2] = 0;
  }
  return marked;
}

}  // namespace greenline::picture
