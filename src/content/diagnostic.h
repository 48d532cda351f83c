// What is wrong in a file, where, and what to do about it.
#pragma once
#include <string>
#include <vector>

namespace greenline::content {

struct Diagnostic {
  std::string file;      // as it was named to us
  std::string pointer;   // JSON Pointer (RFC 6901) of the value; empty for the whole file
  int line = 0;          // 1-based; 0 when there is none (the file could not be opened)
  int column = 0;        // 1-based, in bytes
  std::string found;     // "\"hexagn\"", "a number", "nothing"
  std::string expected;  // "one of \"hexagon\", \"rows\""
  std::string hint;      // "Did you mean \"hexagon\"?"; may be empty
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// On one line, safe to show (content/shown.h): "content/x.json:12:8: /phases/2/mode: found \"qiet\"; expected one of … Did you
// mean \"quiet\"?"
[[nodiscard]] std::string to_text(const Diagnostic&);

}  // namespace greenline::content
