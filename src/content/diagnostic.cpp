#include "content/diagnostic.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "content/problem.h"
#include "content/shown.h"
#include "content/slips.h"

namespace greenline::content {
namespace {

std::string ended(std::string sentence) {
  if (sentence.empty() || sentence.back() != '.') sentence += '.';
  return sentence;
}

std::string advice(const Diagnostic& diagnostic) {
  std::string out;
  if (!diagnostic.nearest.empty()) out = "Did you mean \"" + shown(diagnostic.nearest) + "\"?";
  if (!diagnostic.hint.empty()) out += (out.empty() ? "" : " ") + shown(diagnostic.hint);
  return out;
}

// "line 3, line 8 and 4 more".
std::string some_of(const std::vector<std::string>& places) {
  constexpr std::size_t most = 6;
  std::string out;
  for (std::size_t at = 0; at < std::min(most, places.size()); ++at) out += (at > 0 ? ", " : "") + shown(places[at]);
  if (places.size() > most) out += " and " + std::to_string(places.size() - most) + " more";
  return out;
}

std::string place_of(const Diagnostic& diagnostic) {
  std::string out = shown(diagnostic.file);
  if (diagnostic.line > 0) out += ", line " + std::to_string(diagnostic.line) + ", column " + std::to_string(diagnostic.column);
  if (!diagnostic.pointer.empty()) out += "   (" + shown(diagnostic.pointer) + ")";
  return out;
}

void add_row(std::string& out, std::string_view name, const std::string& words) {
  constexpr std::size_t width = 10;
  if (words.empty()) return;
  out += "  " + std::string(name) + std::string(width - std::min(width, name.size()), ' ') + words + "\n";
}

// What people do all through a file, whatever each of them is: one cause. How a whole file is written is told once anyway.
bool is_habit(Problem problem) { return is_slip(problem) && problem != Problem::utf16 && problem != Problem::byte_order_mark; }

std::string counted(std::size_t number, std::string_view one, std::string_view several) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : several);
}

}  // namespace

Severity severity_of(const Diagnostic& diagnostic) {
  return diagnostic.problem ? kind_of(*diagnostic.problem).severity : Severity::stops;
}

std::string to_text(const Diagnostic& diagnostic) {
  std::string out = shown(diagnostic.file);
  if (diagnostic.line > 0) out += ":" + std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column);
  out += ": ";
  if (diagnostic.problem) out += code_of(*diagnostic.problem) + ": ";
  if (!diagnostic.pointer.empty()) out += shown(diagnostic.pointer) + ": ";
  out += ended("found " + shown(diagnostic.found) + "; expected " + shown(diagnostic.expected));
  if (const std::string what = advice(diagnostic); !what.empty()) out += " " + what;
  return out;
}

std::string at_length(const Diagnostic& diagnostic) {
  std::string out;
  if (diagnostic.problem) {
    const ProblemKind& kind = kind_of(*diagnostic.problem);
    out += code_of(kind.problem) + ", " + std::string(to_text(kind.severity)) + ": " + std::string(kind.title) + "\n";
  }
  out += "  " + place_of(diagnostic) + "\n";
  if (!diagnostic.excerpt.line.empty()) {
    const std::string number = std::to_string(diagnostic.line);
    const std::string margin(number.size(), ' ');
    const Excerpt& excerpt = diagnostic.excerpt;
    out += "\n    " + number + " | " + excerpt.line + "\n    " + margin + " | " +
           std::string(static_cast<std::size_t>(std::max(excerpt.caret, 0)), ' ') +
           std::string(static_cast<std::size_t>(std::max(excerpt.width, 1)), '^') + "\n\n";
  }
  add_row(out, "found", shown(diagnostic.found));
  add_row(out, "expected", shown(diagnostic.expected));
  if (const std::string what = advice(diagnostic); !what.empty()) out += "  " + what + "\n";
  add_row(out, "write", shown(diagnostic.mend));
  add_row(out, "also at", some_of(diagnostic.also_at));
  add_row(out, "used by", some_of(diagnostic.used_by));
  return out;
}

std::string tally_of(const std::vector<Diagnostic>& all) {
  std::array<std::size_t, 3> of{};
  for (const Diagnostic& one : all) ++of.at(static_cast<std::size_t>(severity_of(one)));
  std::string out;
  const auto add = [&](std::size_t number, std::string_view one, std::string_view several) {
    if (number > 0) out += (out.empty() ? "" : ", ") + counted(number, one, several);
  };
  add(of[0], "problem stops it", "problems stop it");
  add(of[1], "thing looks wrong", "things look wrong");
  add(of[2], "hint", "hints");
  return out.empty() ? out : out + ".";
}

std::vector<Diagnostic> one_a_cause(std::vector<Diagnostic> all) {
  using Cause = std::tuple<std::string, int, std::string, std::string>;
  std::map<Cause, std::size_t> first_of;
  std::vector<Diagnostic> out;
  for (Diagnostic& one : all) {
    const int number = one.problem ? static_cast<int>(*one.problem) : 0;
    const bool habit = one.problem && is_habit(*one.problem);
    Cause cause{one.file, number, habit ? std::string() : one.found, habit ? std::string() : one.expected};
    const auto [known, is_new] = first_of.try_emplace(std::move(cause), out.size());
    if (is_new) {
      out.push_back(std::move(one));
      continue;
    }
    Diagnostic& first = out[known->second];
    const std::string line = "line " + std::to_string(one.line);
    if (one.line > 0 && one.line != first.line && (first.also_at.empty() || first.also_at.back() != line))
      first.also_at.push_back(line);
    for (std::string& user : one.used_by)
      if (std::ranges::find(first.used_by, user) == first.used_by.end()) first.used_by.push_back(std::move(user));
  }
  return out;
}

}  // namespace greenline::content
