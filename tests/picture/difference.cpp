#include "picture/difference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <vector>

namespace greenline::picture {
namespace {

constexpr double visible_delta_e = 6;

struct Lab {
  float l = 0, a = 0, b = 0;
};

// Linear light (0 to 1) of so many samples that add up to so much, in sRGB (IEC 61966-2-1).
class LinearLight {
 public:
  explicit LinearLight(int samples) {
    for (int sum = 0; sum <= 255 * samples; ++sum) {
      const double c = sum / (255.0 * samples);
      of_sum_.push_back(static_cast<float>(c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4)));
    }
  }
  [[nodiscard]] float operator()(int sum) const { return of_sum_[static_cast<std::size_t>(sum)]; }

 private:
  std::vector<float> of_sum_;
};

// Linear sRGB to CIELAB, D65.
Lab lab_of(float r, float g, float b) {
  const float x = (0.4124F * r + 0.3576F * g + 0.1805F * b) / 0.95047F;
  const float y = 0.2126F * r + 0.7152F * g + 0.0722F * b;
  const float z = (0.0193F * r + 0.1192F * g + 0.9505F * b) / 1.08883F;
  const auto f = [](float t) { return t > 0.008856F ? std::cbrt(t) : 7.787F * t + 16.0F / 116; };
  return {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
}

// Each pixel's colour as the mean of itself and its neighbours: nine of them, fewer at an edge.
std::vector<Lab> blurred_lab(const render::Picture& picture) {
  const int w = picture.width, h = picture.height;
  std::vector<Lab> lab(static_cast<std::size_t>(w) * static_cast<std::size_t>(h));
  std::map<int, LinearLight> light;
  for (int y = 0; y < h; ++y) {
    for (int x = 0; x < w; ++x) {
      std::array<int, 3> sum{};
      int count = 0;
      for (int v = std::max(0, y - 1); v <= std::min(h - 1, y + 1); ++v) {
        for (int u = std::max(0, x - 1); u <= std::min(w - 1, x + 1); ++u, ++count) {
          const std::size_t at = (static_cast<std::size_t>(v) * static_cast<std::size_t>(w) + static_cast<std::size_t>(u)) * 4;
          for (std::size_t c = 0; c < 3; ++c) sum[c] += picture.rgba[at + c];
        }
      }
      const LinearLight& linear = light.try_emplace(count, count).first->second;
      lab[static_cast<std::size_t>(y) * static_cast<std::size_t>(w) + static_cast<std::size_t>(x)] =
          lab_of(linear(sum[0]), linear(sum[1]), linear(sum[2]));
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
