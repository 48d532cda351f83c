// What is wrong in a file, where, and what to do about it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace greenline::content {

enum class Problem : std::uint8_t;  // content/problem.h; whoever only passes them on need not know them
enum class Severity : std::uint8_t;

// The line of a file with the place that is meant, safe to show on one line (content/shown.h).
struct Excerpt {
  std::string line;  // shortened on both sides where it is long
  int caret = 0;     // columns of a terminal before the place
  int width = 1;     // columns of the place
  friend bool operator==(const Excerpt&, const Excerpt&) = default;
};

struct Diagnostic {
  std::string file;      // as it was named to us
  std::string pointer;   // JSON Pointer (RFC 6901) of the value; empty for the whole file
  int line = 0;          // 1-based; 0 when there is none (the file could not be opened)
  int column = 0;        // 1-based, in characters (code points), as editors count
  std::string found;     // "‹hexagn›", "a list of 3", "no \"title\""; what stands in ‹› is quoted to the letter
  std::string expected;  // "one of \"hexagon\", \"rows\""
  std::string hint;      // "Keep one of the two."; may be empty

  std::optional<Problem> problem = {};    // none: it is in no file that staff write
  Excerpt excerpt = {};                   // of an empty line: there is none
  std::string nearest = {};               // the nearest right spelling; may be empty
  std::string mend = {};                  // what can be pasted in its place; may be empty
  std::vector<std::string> used_by = {};  // who refers to what is wrong: "activities/arrivals.json:4:13"
  std::vector<std::string> also_at = {};  // further places of the same cause: "line 12"
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// Of a diagnostic without a problem's number: it stops.
[[nodiscard]] Severity severity_of(const Diagnostic&);

// On one line, safe to show (content/shown.h): "content/x.json:12:8: GL-P029: /phases/2/modes/0: found ‹qiet›; expected one of
// … Did you mean \"quiet\"?"
[[nodiscard]] std::string to_text(const Diagnostic&);

// Over several lines, for somebody who has never seen JSON: what it is, where, the line with a caret, what to do. Safe to show.
[[nodiscard]] std::string at_length(const Diagnostic&);

// "2 problems stop it, 1 looks wrong, 1 hint."; nothing for none.
[[nodiscard]] std::string tally_of(const std::vector<Diagnostic>&);

// One for each cause: what has one number, and was found and expected in the same words in one file, is told at its first
// place, and the other places with it. Keeps the order.
[[nodiscard]] std::vector<Diagnostic> one_a_cause(std::vector<Diagnostic>);

}  // namespace greenline::content
