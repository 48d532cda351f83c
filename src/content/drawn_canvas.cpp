#include "content/drawn_canvas.h"

#include <algorithm>

namespace greenline::content {
namespace {

constexpr std::size_t most_acts_remembered = 200;

}  // namespace

DrawnCanvas::DrawnCanvas(float wide_by_high) {
  const float half_width = std::max(1.0F, wide_by_high) / 2, half_height = std::max(1.0F, 1 / wide_by_high) / 2;
  picture_ = {-half_width, -half_height, half_width, half_height};
}

const DrawnRegion* DrawnCanvas::find(int number) const {
  const auto found = std::ranges::find(now_, number, &DrawnRegion::number);
  return found == now_.end() ? nullptr : &*found;
}

const DrawnRegion* DrawnCanvas::at(geometry::Point p) const {
  const DrawnRegion* innermost = nullptr;
  float least = 0;
  for (const DrawnRegion& region : now_) {
    const geometry::Area area = region.shape.area();
    const float ground = area.bounds().width() * area.bounds().height();
    if (!area.contains(p) || (innermost != nullptr && ground >= least)) continue;
    innermost = &region;
    least = ground;
  }
  return innermost;
}

const DrawnRegion* DrawnCanvas::unnamed() const {
  const auto found = std::ranges::find_if(now_, [](const DrawnRegion& region) { return region.name.empty(); });
  return found == now_.end() ? nullptr : &*found;
}

void DrawnCanvas::remember() {
  ++changes_;
  before_.push_back(now_);
  if (before_.size() > most_acts_remembered) before_.erase(before_.begin());
}

tl::expected<int, NoRegion> DrawnCanvas::draw(std::span<const geometry::Point> path) {
  std::vector<geometry::Area> others;
  for (const DrawnRegion& region : now_) others.push_back(region.shape.area());
  auto shape = shape_of_loop(path, picture_, others);
  if (!shape) return tl::unexpected(shape.error());
  if (now_.size() >= most_drawn_regions) return tl::unexpected(NoRegion::too_many);
  remember();
  now_.push_back({++last_number_, *std::move(shape)});
  return last_number_;
}

void DrawnCanvas::name(int number, std::string_view words) {
  const auto found = std::ranges::find(now_, number, &DrawnRegion::number);
  if (found == now_.end() || found->name == words) return;
  const auto at = found - now_.begin();
  remember();
  now_[static_cast<std::size_t>(at)].name = words;
}

void DrawnCanvas::take_away(int number) {
  if (find(number) == nullptr) return;
  remember();
  std::erase_if(now_, [number](const DrawnRegion& region) { return region.number == number; });
}

bool DrawnCanvas::undo() {
  if (before_.empty()) return false;
  ++changes_;
  now_ = std::move(before_.back());
  before_.pop_back();
  return true;
}

}  // namespace greenline::content
