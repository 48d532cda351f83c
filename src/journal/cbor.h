// The part of CBOR (RFC 8949) that the journal speaks: definite lengths only, single-precision floats only.
//
// Hand-written because reading a convening of 100,000 events has a time to keep, and because every size is checked against
// the bytes that are really there before anything is allocated. The reader never throws: its first mistake is kept in
// `wrong()`, and every later call is harmless and returns an empty value.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace greenline::journal {

inline constexpr std::uint64_t tag_float32_little_endian = 85;  // RFC 8746: a typed array in a byte string

class CborWriter {
 public:
  void unsigned_number(std::uint64_t value) { head(0, value); }
  void number(std::int64_t value);
  void boolean(bool value) { bytes_.push_back(value ? 0xF5 : 0xF4); }
  void float32(float value);
  void byte_string(std::span<const std::uint8_t> bytes);
  void text(std::string_view utf8);
  void array(std::size_t items) { head(4, items); }
  void tag(std::uint64_t tag) { head(6, tag); }

  // A map of fewer than 24 pairs whose count is known when it is done: give `close_map` what `open_map` returned.
  [[nodiscard]] std::size_t open_map();
  void close_map(std::size_t opened, std::size_t pairs);

  [[nodiscard]] std::vector<std::uint8_t> take() { return std::move(bytes_); }

 private:
  void head(std::uint8_t major, std::uint64_t argument);
  std::vector<std::uint8_t> bytes_;
};

class CborReader {
 public:
  explicit CborReader(std::span<const std::uint8_t> bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  [[nodiscard]] std::uint64_t unsigned_number();
  [[nodiscard]] std::int64_t number();
  [[nodiscard]] bool boolean();
  [[nodiscard]] float float32();  // finite; anything else is a mistake
  // Views into the bytes that the reader was made with.
  [[nodiscard]] std::span<const std::uint8_t> byte_string(std::size_t most_bytes);
  [[nodiscard]] std::string_view text(std::size_t most_bytes);  // valid UTF-8
  [[nodiscard]] std::size_t array(std::size_t most_items);
  [[nodiscard]] std::size_t map();  // pairs
  void tag(std::uint64_t expected);
  // One whole item of any kind, and its bytes.
  std::span<const std::uint8_t> skip();

  void fail(const char* what) {
    if (wrong_ == nullptr) wrong_ = what;
    at_ = end_;
  }
  [[nodiscard]] bool failed() const { return wrong_ != nullptr; }
  [[nodiscard]] const char* wrong() const { return wrong_; }  // null while all is well
  [[nodiscard]] bool at_end() const { return at_ == end_; }

 private:
  struct Head {
    std::uint8_t major = 0xFF;  // 0xFF after a mistake
    std::uint8_t info = 0;
    std::uint64_t argument = 0;
  };
  [[nodiscard]] Head head();
  [[nodiscard]] std::uint64_t expect(std::uint8_t major, const char* otherwise);
  [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }
  void skip_item(int depth);

  const std::uint8_t* at_;
  const std::uint8_t* end_;
  const char* wrong_ = nullptr;
};

}  // namespace greenline::journal
