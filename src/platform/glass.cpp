#include "platform/glass.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

namespace greenline::platform {
namespace {

constexpr std::size_t block_bytes = 128;
constexpr std::array<std::uint8_t, 8> head = {0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00};
constexpr std::array<std::size_t, 4> descriptors = {54, 72, 90, 108};
constexpr std::uint8_t of_name = 0xfc, of_serial = 0xff;  // a descriptor's tag

using Block = std::span<const std::uint8_t, block_bytes>;

// So many bytes from there, the first the lowest.
std::uint32_t little_endian(Block block, std::size_t at, std::size_t bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = bytes; i-- > 0;) number = number << 8U | block[at + i];
  return number;
}

std::string hexadecimal(unsigned number) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (int shift = 12; shift >= 0; shift -= 4) text += digits[number >> shift & 0xF];
  return text;
}

// Three letters of five bits each; empty where one is none.
std::string maker_of(Block block) {
  const unsigned packed = unsigned{block[8]} << 8U | block[9];
  std::string maker;
  for (const unsigned shift : {10U, 5U, 0U}) {
    const unsigned letter = packed >> shift & 0x1F;
    if (letter < 1 || letter > 26) return {};
    maker += static_cast<char>('A' + (letter - 1));
  }
  return maker;
}

// The plain words of the descriptor with that tag: ASCII, ended by a line feed and filled with spaces.
std::string words_of(Block block, std::uint8_t tag) {
  for (const std::size_t at : descriptors) {
    const auto one = block.subspan(at, 18);
    if (one[0] != 0 || one[1] != 0 || one[2] != 0 || one[3] != tag) continue;
    std::string words;
    for (const std::uint8_t byte : one.subspan(5)) {
      if (byte == '\n' || byte == 0) break;
      words += byte > ' ' && byte < 0x7F ? static_cast<char>(byte) : ' ';
    }
    const auto first = words.find_first_not_of(' '), last = words.find_last_not_of(' ');
    return first == std::string::npos ? std::string() : words.substr(first, last - first + 1);
  }
  return {};
}

}  // namespace

Glass glass_from_edid(std::span<const std::uint8_t> edid) {
  if (edid.size() < block_bytes || !std::ranges::equal(edid.first(head.size()), head)) return {};
  const Block block = edid.first<block_bytes>();
  if (std::accumulate(block.begin(), block.end(), 0U) % 256 != 0) return {};
  Glass glass{.maker = maker_of(block)};
  if (!glass.told()) return {};
  glass.model = words_of(block, of_name);
  if (glass.model.empty()) glass.model = hexadecimal(little_endian(block, 10, 2));
  glass.serial = words_of(block, of_serial);
  const std::uint32_t number = little_endian(block, 12, 4);
  if (glass.serial.empty() && number != 0) glass.serial = std::to_string(number);
  return glass;
}

std::string to_text(const Glass& glass) {
  std::string text = glass.maker;
  for (const std::string& part : {glass.model, glass.serial})
    if (!part.empty()) text += " " + part;
  return text;
}

}  // namespace greenline::platform
