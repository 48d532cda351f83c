// Numbers as SQLite writes them.
#pragma once
#include <cstdint>

namespace greenline::journal {

inline std::uint32_t big_endian_32(const std::uint8_t* p) {
  return std::uint32_t{p[0]} << 24 | std::uint32_t{p[1]} << 16 | std::uint32_t{p[2]} << 8 | std::uint32_t{p[3]};
}

}  // namespace greenline::journal
