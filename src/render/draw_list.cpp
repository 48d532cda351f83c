// Collects what is to be drawn, joining neighbours of one visual into one command.
#include "render/draw_list.h"

#include <algorithm>
#include <cmath>

namespace greenline::render {

Rgba8 rgba8(content::Colour c, float opacity) {
  const auto byte = [](float x) { return static_cast<std::uint8_t>(std::lrint(std::clamp(x, 0.0F, 1.0F) * 255.0F)); };
  return {byte(c.r), byte(c.g), byte(c.b), byte(c.a * opacity)};
}

content::Colour mixed(content::Colour from, content::Colour to, float share) {
  const auto mix = [share](float a, float b) { return a + (b - a) * share; };
  return {mix(from.r, to.r), mix(from.g, to.g), mix(from.b, to.b), mix(from.a, to.a)};
}

void DrawList::clear() {
  std::apply([](auto&... vectors) { (vectors.clear(), ...); }, instances_);
  commands_.clear();
  marked_ = 0;
  look_through({});
}

void DrawList::look_through(const Camera& camera) {
  camera_ = camera;
  direct_ = camera == Camera{};
}

std::size_t DrawList::mark() {
  marked_ = commands_.size();
  return marked_;
}

void DrawList::extend(Visual visual, std::uint32_t first, std::uint32_t count, std::uint32_t segments) {
  if (commands_.size() > marked_) {
    Command& last = commands_.back();
    if (last.visual == visual && last.segments == segments && last.first + last.count == first) {
      last.count += count;
      return;
    }
  }
  commands_.push_back({visual, first, count, segments});
}

void DrawList::add_strip(const std::vector<StripVertex>& vertices) {
  if (vertices.size() < 4) return;
  auto& all = std::get<std::vector<StripVertex>>(instances_);
  const auto first = static_cast<std::uint32_t>(all.size());
  const bool joined = commands_.size() > marked_ && commands_.back().visual == Visual::strip;
  if (joined) {  // two triangles of no area lead from the last path to this one
    all.push_back(all.back());
    all.push_back(direct_ ? vertices.front() : seen(vertices.front(), camera_));
  }
  all.insert(all.end(), vertices.begin(), vertices.end());
  if (direct_) return extend(Visual::strip, first, static_cast<std::uint32_t>(all.size()) - first, 0);
  for (auto vertex = all.end() - static_cast<std::ptrdiff_t>(vertices.size()); vertex != all.end(); ++vertex)
    *vertex = seen(*vertex, camera_);
  extend(Visual::strip, first, static_cast<std::uint32_t>(all.size()) - first, 0);
}

}  // namespace greenline::render
