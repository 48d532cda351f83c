#include "content/utf16.h"

#include <algorithm>

#include "content/utf8.h"

namespace greenline::content {
namespace {

enum class Order { none, little, big };

// Without a mark: text that begins with ASCII has a zero in every second byte.
Order order_of(std::string_view bytes) {
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return Order::none;
  if (bytes.starts_with("\xFF\xFE")) return Order::little;
  if (bytes.starts_with("\xFE\xFF")) return Order::big;
  const bool first = bytes[0] == '\0' && bytes[2] == '\0', second = bytes[1] == '\0' && bytes[3] == '\0';
  if (first == second) return Order::none;
  return second ? Order::little : Order::big;
}

}  // namespace

std::optional<std::string> from_utf16(std::string_view bytes) {
  const Order order = order_of(bytes);
  if (order == Order::none) return std::nullopt;
  const std::size_t high = order == Order::big ? 0 : 1;
  const auto unit = [&](std::size_t at) {
    return static_cast<unsigned>(static_cast<unsigned char>(bytes[at + high])) << 8 |
           static_cast<unsigned>(static_cast<unsigned char>(bytes[at + 1 - high]));
  };
  std::string out;
  out.reserve(bytes.size() / 2 + bytes.size() / 4);
  std::size_t at = unit(0) == 0xFEFF ? 2 : 0;
  while (at + 1 < bytes.size()) {
    unsigned code = unit(at);
    at += 2;
    if (code >= 0xD800 && code < 0xDC00 && at + 1 < bytes.size() && unit(at) >= 0xDC00 && unit(at) < 0xE000) {
      code = 0x10000 + ((code - 0xD800) << 10) + (unit(at) - 0xDC00);
      at += 2;
    } else if (code >= 0xD800 && code < 0xE000) {
      code = 0xFFFD;
    }
    append_utf8(out, code);
  }
  return out;
}

}  // namespace greenline::content
