// CBOR items: written in their shortest form, read with every length checked.
#include "journal/cbor.h"

#include <bit>
#include <cmath>
#include <limits>

#include "model/limits.h"

namespace greenline::journal {
namespace {

constexpr int deepest = 8;  // our own events nest four deep

std::uint64_t big_endian(const std::uint8_t* from, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8 | from[i];
  return value;
}

}  // namespace

void CborWriter::head(std::uint8_t major, std::uint64_t argument) {
  const auto first = static_cast<std::uint8_t>(major << 5);
  if (argument < 24) {
    bytes_.push_back(static_cast<std::uint8_t>(first | argument));
    return;
  }
  const int width = argument <= 0xFF ? 0 : argument <= 0xFFFF ? 1 : argument <= 0xFFFFFFFF ? 2 : 3;
  bytes_.push_back(static_cast<std::uint8_t>(first | (24 + width)));
  for (int shift = (8 << width) - 8; shift >= 0; shift -= 8) bytes_.push_back(static_cast<std::uint8_t>(argument >> shift));
}

void CborWriter::number(std::int64_t value) {
  if (value >= 0) {
    head(0, static_cast<std::uint64_t>(value));
  } else {
    head(1, ~static_cast<std::uint64_t>(value));  // RFC 8949, 3.1: -1 - argument
  }
}

void CborWriter::float32(float value) {
  bytes_.push_back(0xFA);
  const auto bits = std::bit_cast<std::uint32_t>(value);
  for (int shift = 24; shift >= 0; shift -= 8) bytes_.push_back(static_cast<std::uint8_t>(bits >> shift));
}

void CborWriter::byte_string(std::span<const std::uint8_t> bytes) {
  head(2, bytes.size());
  bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
}

void CborWriter::text(std::string_view utf8) {
  head(3, utf8.size());
  bytes_.insert(bytes_.end(), utf8.begin(), utf8.end());
}

std::size_t CborWriter::open_map() {
  bytes_.push_back(0xA0);
  return bytes_.size() - 1;
}

void CborWriter::close_map(std::size_t opened, std::size_t pairs) {
  bytes_[opened] = static_cast<std::uint8_t>(0xA0 | (pairs & 0x1F));
}

CborReader::Head CborReader::head() {
  if (at_ == end_) {
    fail("it ends too early");
    return {};
  }
  const std::uint8_t first = *at_++;
  Head result{static_cast<std::uint8_t>(first >> 5), static_cast<std::uint8_t>(first & 0x1F), first & 0x1FU};
  if (result.info < 24) return result;
  if (result.info > 27) {
    fail("an item of indefinite or unknown length");
    return {};
  }
  const std::size_t width = std::size_t{1} << (result.info - 24);
  if (left() < width) {
    fail("it ends too early");
    return {};
  }
  result.argument = big_endian(at_, width);
  at_ += width;
  return result;
}

std::uint64_t CborReader::expect(std::uint8_t major, const char* otherwise) {
  const Head found = head();
  if (failed()) return 0;
  if (found.major == major) return found.argument;
  fail(otherwise);
  return 0;
}

std::uint64_t CborReader::unsigned_number() { return expect(0, "a whole number was expected"); }

std::int64_t CborReader::number() {
  const Head found = head();
  if (failed()) return 0;
  if (found.major > 1 || found.argument > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    fail("a number of 64 bits was expected");
    return 0;
  }
  const auto value = static_cast<std::int64_t>(found.argument);
  return found.major == 0 ? value : -1 - value;
}

bool CborReader::boolean() {
  const Head found = head();
  if (!failed() && (found.major != 7 || (found.info != 20 && found.info != 21))) fail("true or false was expected");
  return !failed() && found.info == 21;
}

float CborReader::float32() {
  const Head found = head();
  if (failed()) return 0;
  const auto value = std::bit_cast<float>(static_cast<std::uint32_t>(found.argument));
  if (found.major == 7 && found.info == 26 && std::isfinite(value)) return value;
  fail("a finite single-precision number was expected");
  return 0;
}

std::span<const std::uint8_t> CborReader::byte_string(std::size_t most_bytes) {
  const std::uint64_t size = expect(2, "bytes were expected");
  if (!failed() && size > left()) fail("it ends too early");
  if (!failed() && size > most_bytes) fail("more bytes than may be there");
  if (failed()) return {};
  const std::span<const std::uint8_t> bytes{at_, static_cast<std::size_t>(size)};
  at_ += size;
  return bytes;
}

std::string_view CborReader::text(std::size_t most_bytes) {
  const std::uint64_t size = expect(3, "text was expected");
  if (!failed() && size > left()) fail("it ends too early");
  if (!failed() && size > most_bytes) fail("a text longer than it may be");
  if (failed()) return {};
  const std::string_view text{reinterpret_cast<const char*>(at_), static_cast<std::size_t>(size)};
  at_ += size;
  if (model::is_text(text)) return text;
  fail("a text that is not UTF-8");
  return {};
}

std::size_t CborReader::array(std::size_t most_items) {
  const std::uint64_t items = expect(4, "a list was expected");
  if (!failed() && (items > most_items || items > left())) fail("a list longer than it may be");
  return failed() ? 0 : static_cast<std::size_t>(items);
}

std::size_t CborReader::map() {
  const std::uint64_t pairs = expect(5, "a map was expected");
  if (!failed() && pairs > left() / 2) fail("it ends too early");  // a pair takes two bytes at least
  return failed() ? 0 : static_cast<std::size_t>(pairs);
}

void CborReader::tag(std::uint64_t expected) {
  if (expect(6, "a tag was expected") != expected && !failed()) fail("a tag of another kind");
}

std::span<const std::uint8_t> CborReader::skip() {
  const std::uint8_t* from = at_;
  skip_item(deepest);
  return failed() ? std::span<const std::uint8_t>{} : std::span<const std::uint8_t>{from, at_};
}

void CborReader::skip_item(int depth) {
  if (depth == 0) return fail("it is nested too deep");
  const Head found = head();
  if (failed()) return;
  if (found.major == 2 || found.major == 3) {
    if (found.argument > left()) return fail("it ends too early");
    at_ += found.argument;
  } else if (found.major == 4 || found.major == 5) {
    const std::uint64_t children_per_item = found.major - 3U;
    if (found.argument > left() / children_per_item) return fail("it ends too early");
    for (std::uint64_t i = found.argument * children_per_item; i > 0 && !failed(); --i) skip_item(depth - 1);
  } else if (found.major == 6) {
    skip_item(depth - 1);
  }
}

}  // namespace greenline::journal
