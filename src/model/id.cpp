// Identities as UUIDv7 (RFC 9562), and their text.
#include "model/id.h"

namespace greenline::model {
namespace {

constexpr std::string_view hexadecimal = "0123456789abcdef";
constexpr std::size_t text_length = 36;

constexpr bool dash_at(std::size_t position) { return position == 8 || position == 13 || position == 18 || position == 23; }

std::optional<std::uint8_t> nibble(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::uint8_t>(c - 'A' + 10);
  return std::nullopt;
}

// Writes the low `count` bytes of `value`, the highest first.
void put(std::uint8_t* to, std::uint64_t value, int count) {
  for (int i = 0; i < count; ++i) to[i] = static_cast<std::uint8_t>(value >> (8 * (count - 1 - i)));
}

}  // namespace

std::array<std::uint8_t, 16> uuid_v7(std::int64_t unix_ms, std::uint64_t random_high, std::uint64_t random_low) {
  std::array<std::uint8_t, 16> bytes{};
  put(bytes.data(), static_cast<std::uint64_t>(unix_ms), 6);
  put(bytes.data() + 6, random_high, 2);
  put(bytes.data() + 8, random_low, 8);
  bytes[6] = static_cast<std::uint8_t>(0x70 | (bytes[6] & 0x0F));  // version 7
  bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3F));  // the RFC's variant
  return bytes;
}

std::string to_text(const std::array<std::uint8_t, 16>& bytes) {
  std::string text;
  text.reserve(text_length);
  for (const std::uint8_t byte : bytes) {
    if (dash_at(text.size())) text += '-';
    text += hexadecimal[byte >> 4];
    text += hexadecimal[byte & 0x0F];
  }
  return text;
}

std::optional<std::array<std::uint8_t, 16>> bytes_from_text(std::string_view text) {
  if (text.size() != text_length) return std::nullopt;
  std::array<std::uint8_t, 16> bytes{};
  std::size_t at = 0;
  for (std::uint8_t& byte : bytes) {
    if (dash_at(at) && text[at++] != '-') return std::nullopt;
    const auto high = nibble(text[at]);
    const auto low = nibble(text[at + 1]);
    if (!high || !low) return std::nullopt;
    byte = static_cast<std::uint8_t>(*high << 4 | *low);
    at += 2;
  }
  return bytes;
}

}  // namespace greenline::model
