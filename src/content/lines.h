// Where in a text a byte stands, as editors count.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace greenline::content {

struct TextPosition {
  int line = 1, column = 1;  // 1-based; columns in characters (code points)
  friend bool operator==(const TextPosition&, const TextPosition&) = default;
};

// The text must outlive it. O(bytes) to make; a position costs O(log lines) and the bytes of its line before it.
class Lines {
 public:
  explicit Lines(std::string_view text);
  [[nodiscard]] TextPosition position(std::size_t byte_offset) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

}  // namespace greenline::content
