// Identities: 16 bytes, made as UUID version 7 (RFC 9562, 5.7), so that they sort by the time they were made.
// A tag keeps a card's id from being used as a thread's.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace greenline::model {

template <class Tag>
struct Id {
  std::array<std::uint8_t, 16> bytes{};
  friend auto operator<=>(const Id&, const Id&) = default;
  [[nodiscard]] bool empty() const { return *this == Id{}; }
};

using EventId = Id<struct EventTag>;
using StationId = Id<struct StationTag>;
using CardId = Id<struct CardTag>;
using MarkerId = Id<struct MarkerTag>;
using ThreadId = Id<struct ThreadTag>;
using GatheringId = Id<struct GatheringTag>;
using NourishmentId = Id<struct NourishmentTag>;

// The 16 bytes of a UUIDv7 from a Unix time in milliseconds and 80 bits of randomness (the low bits of both words are used).
[[nodiscard]] std::array<std::uint8_t, 16> uuid_v7(std::int64_t unix_ms, std::uint64_t random_high, std::uint64_t random_low);

// "0190a1b2-....": lower-case hexadecimal in groups of 8-4-4-4-12.
[[nodiscard]] std::string to_text(const std::array<std::uint8_t, 16>& bytes);
// Nothing when the text is not exactly such a form; either case of hexadecimal is read.
[[nodiscard]] std::optional<std::array<std::uint8_t, 16>> bytes_from_text(std::string_view text);

template <class Tag>
[[nodiscard]] std::string to_text(const Id<Tag>& id) {
  return to_text(id.bytes);
}

struct IdHash {
  template <class Tag>
  std::size_t operator()(const Id<Tag>& id) const {
    std::uint64_t low = 0;  // the random half: already well spread
    std::memcpy(&low, id.bytes.data() + 8, sizeof low);
    return static_cast<std::size_t>(low * 0x9E3779B97F4A7C15ULL);
  }
};

}  // namespace greenline::model
