// The step of SplitMix64 (Steele, Lea and Flood, 2014): every bit of the input moves every bit of the output, the same on every
// machine and with every library. For hashes, and for throws from a seed: those of `state` are mixed(state),
// mixed(state + split), mixed(state + 2 * split) and so on.
#pragma once
#include <cstdint>

namespace greenline::model {

inline constexpr std::uint64_t split = 0x9E3779B97F4A7C15ULL;

[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t x) {
  x += split;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31);
}

}  // namespace greenline::model
