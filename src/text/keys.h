// Finding what was laid out before, without copying the words that are asked for.
#pragma once
#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace greenline::text {

inline std::size_t mixed(std::size_t hash, std::size_t with) {
  return (std::rotl(hash, 23) ^ with) * std::size_t{0x9E3779B97F4A7C15U};
}
inline std::size_t mixed(std::size_t hash, float with) {
  return mixed(hash, static_cast<std::size_t>(std::bit_cast<std::uint32_t>(with)));
}

struct GalleyAsked {
  std::string_view words;
  const Style& style;  // its detail is 1: galleys have none
};
struct GalleyKey {
  std::string words;
  Style style;
  operator GalleyAsked() const { return {words, style}; }
};

struct FitAsked {
  std::string_view words;
  const Style& style;  // its size does not matter
  float max_height;
  std::span<const float> sizes;
};
struct FitKey {
  std::string words;
  Style style;
  float max_height = 0;
  std::vector<float> sizes;
  operator FitAsked() const { return {words, style, max_height, sizes}; }
};

struct Hash {
  using is_transparent = void;
  std::size_t operator()(const GalleyAsked& asked) const {
    return mixed(common(asked.words, asked.style), asked.style.size_px);
  }
  std::size_t operator()(const GalleyKey& key) const { return (*this)(static_cast<GalleyAsked>(key)); }
  std::size_t operator()(const FitAsked& asked) const {
    std::size_t hash = mixed(common(asked.words, asked.style), asked.max_height);
    for (const float size : asked.sizes) hash = mixed(hash, size);
    return hash;
  }
  std::size_t operator()(const FitKey& key) const { return (*this)(static_cast<FitAsked>(key)); }

 private:
  static std::size_t common(std::string_view words, const Style& style) {
    std::size_t hash = mixed(std::hash<std::string_view>{}(words), std::hash<std::string_view>{}(style.language));
    hash = mixed(mixed(hash, style.width_px), style.line_spacing);
    return mixed(hash, (static_cast<std::size_t>(style.max_lines) << 10) | (static_cast<std::size_t>(style.balanced) << 9) |
                           (static_cast<std::size_t>(style.ellipsis) << 8) | (static_cast<std::size_t>(style.face) << 4) |
                           static_cast<std::size_t>(style.align));
  }
};

struct Same {
  using is_transparent = void;
  bool operator()(const GalleyAsked& a, const GalleyAsked& b) const { return a.words == b.words && a.style == b.style; }
  bool operator()(const FitAsked& a, const FitAsked& b) const {
    return a.words == b.words && a.style == b.style && a.max_height == b.max_height &&
           std::equal(a.sizes.begin(), a.sizes.end(), b.sizes.begin(), b.sizes.end());
  }
};

}  // namespace greenline::text
