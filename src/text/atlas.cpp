// Skyline packing, bottom left: each glyph goes where its lower edge lies highest.
#include "text/atlas.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace greenline::text {
namespace {
constexpr int kGap = 1;  // texels left empty after each glyph, and before the first
}

Atlas::Atlas(Limits limits)
    : limits_(limits),
      width_(limits.first_width),
      height_(limits.first_height),
      pixels_(bytes_of(width_) * static_cast<std::size_t>(height_)) {
  reset_skyline();
  all_is_dirty();
}

void Atlas::reset_skyline() { skyline_.assign(1, {kGap, kGap, width_ - kGap}); }

void Atlas::all_is_dirty() { dirty_ = {0, 0, static_cast<float>(width_), static_cast<float>(height_)}; }

std::optional<Atlas::Place> Atlas::take(int w, int h) { return fit(w + kGap, h + kGap); }

std::optional<Atlas::Place> Atlas::fit(int w, int h) {
  std::size_t best = skyline_.size();
  int best_bottom = std::numeric_limits<int>::max(), best_y = 0;
  for (std::size_t i = 0; i < skyline_.size() && skyline_[i].x + w <= width_; ++i) {
    const int y = floor_at(i, w);
    if (y + h > height_ || y + h >= best_bottom) continue;
    best = i;
    best_bottom = y + h;
    best_y = y;
  }
  if (best == skyline_.size()) return std::nullopt;
  const Place place{skyline_[best].x, best_y};
  raise(best, place.x, best_bottom, w);
  return place;
}

int Atlas::floor_at(std::size_t step, int w) const {
  const int right = skyline_[step].x + w;
  int y = 0;
  for (; step < skyline_.size() && skyline_[step].x < right; ++step) y = std::max(y, skyline_[step].y);
  return y;
}

void Atlas::raise(std::size_t step, int x, int y, int w) {
  const auto at = skyline_.begin() + static_cast<std::ptrdiff_t>(step);
  auto next = skyline_.insert(at, {x, y, w}) + 1;
  while (next != skyline_.end() && next->x < x + w) {
    const int covered = x + w - next->x;
    if (covered >= next->w) {
      next = skyline_.erase(next);
      continue;
    }
    next->x += covered;
    next->w -= covered;
    break;
  }
  for (std::size_t i = step > 0 ? step - 1 : 0; i + 1 < skyline_.size() && i <= step;) {
    if (skyline_[i].y == skyline_[i + 1].y) {
      skyline_[i].w += skyline_[i + 1].w;
      skyline_.erase(skyline_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    } else {
      ++i;
    }
  }
}

bool Atlas::grow() {
  const bool taller = height_ <= width_ && height_ * 2 <= limits_.most;
  if (!taller && width_ * 2 > limits_.most) return false;
  const int width = taller ? width_ : width_ * 2, height = taller ? height_ * 2 : height_;
  if (taller) {
    pixels_.resize(bytes_of(width) * static_cast<std::size_t>(height));
  } else {
    std::vector<std::uint8_t> wider(bytes_of(width) * static_cast<std::size_t>(height));
    for (int y = 0; y < height_; ++y)
      std::memcpy(wider.data() + bytes_of(width) * static_cast<std::size_t>(y), pixels_.data() + offset_of(0, y),
                  bytes_of(width_));
    pixels_ = std::move(wider);
    skyline_.push_back({width_, kGap, width - width_});
  }
  width_ = width;
  height_ = height;
  all_is_dirty();
  return true;
}

bool Atlas::pack(std::span<Move> moves) {
  const std::vector<Step> skyline = skyline_;
  reset_skyline();
  for (Move& move : moves) {
    const std::optional<Place> to = take(move.w, move.h);
    if (!to) {
      skyline_ = skyline;
      return false;
    }
    move.to = *to;
  }
  const std::vector<std::uint8_t> before = std::exchange(pixels_, std::vector<std::uint8_t>(pixels_.size()));
  for (const Move& move : moves) {
    write(move.to, move.w, move.h, before.data() + offset_of(move.from.x, move.from.y), offset_of(width_, 0));
  }
  ++generation_;
  all_is_dirty();
  return true;
}

void Atlas::write(Place place, int w, int h, const std::uint8_t* rows, std::ptrdiff_t pitch) {
  for (int y = 0; y < h; ++y) std::memcpy(pixels_.data() + offset_of(place.x, place.y + y), rows + y * pitch, bytes_of(w));
  const auto x = static_cast<float>(place.x), top = static_cast<float>(place.y);
  dirty_ = model::joined(dirty_, {x, top, x + static_cast<float>(w), top + static_cast<float>(h)});
}

void Atlas::start_over() {
  std::fill(pixels_.begin(), pixels_.end(), std::uint8_t{0});
  reset_skyline();
  ++generation_;
  ++era_;
  all_is_dirty();
}

model::PixelRect Atlas::take_dirty() { return std::exchange(dirty_, {}); }

}  // namespace greenline::text
