#include "content/problem.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <vector>

#include "content/problem_rows.h"

namespace greenline::content {
namespace {

std::vector<ProblemKind> all_rows() {
  std::vector<ProblemKind> all;
  for (const auto rows : {problems_of_files(), problems_of_values(), problems_of_packs(), problems_of_looks()})
    all.insert(all.end(), rows.begin(), rows.end());
  return all;
}

std::string indented(std::string_view lines) {
  std::string out = "  ";
  for (const char c : lines) out += c == '\n' ? std::string("\n  ") : std::string(1, c);
  return out;
}

// Broken into lines of at most this many characters; for words without new lines.
std::string wrapped(std::string_view words, std::size_t width) {
  std::string out;
  std::size_t on_line = 0;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    if (on_line > 0 && on_line + 1 + word.size() > width) {
      out += '\n';
      on_line = 0;
    } else if (on_line > 0) {
      out += ' ';
      ++on_line;
    }
    out += word;
    on_line += word.size();
  }
  return out;
}

std::string_view severity_means(Severity severity) {
  switch (severity) {
    case Severity::stops: return "It stops: the file is refused until this is mended.";
    case Severity::looks_wrong: return "It looks wrong: the activity runs, and somebody in the room will stumble over it.";
    case Severity::hint: return "A hint: nothing is wrong.";
  }
  return {};
}

}  // namespace

std::span<const ProblemKind> problem_kinds() {
  static const std::vector<ProblemKind> all = all_rows();
  return all;
}

const ProblemKind& kind_of(Problem problem) {
  const auto all = problem_kinds();
  const auto row = std::ranges::find(all, problem, &ProblemKind::problem);
  if (row == all.end()) std::abort();  // a test holds the table against the enumeration
  return *row;
}

std::string code_of(Problem problem) {
  const std::string number = std::to_string(static_cast<int>(problem));
  return "GL-P" + std::string(3 - std::min<std::size_t>(3, number.size()), '0') + number;
}

std::optional<Problem> problem_from_text(std::string_view text) {
  const auto same = [](char a, char b) { return a == (b >= 'a' && b <= 'z' ? b - 'a' + 'A' : b); };
  for (const std::string_view front : {"GL-P", "P"}) {
    if (text.size() < front.size() || !std::equal(front.begin(), front.end(), text.begin(), same)) continue;
    text.remove_prefix(front.size());
    break;
  }
  int number = 0;
  const auto end = text.data() + text.size();
  const auto outcome = std::from_chars(text.data(), end, number);
  if (text.empty() || text.front() == '-' || outcome.ec != std::errc{} || outcome.ptr != end) return std::nullopt;
  for (const ProblemKind& kind : problem_kinds())
    if (static_cast<int>(kind.problem) == number) return kind.problem;
  return std::nullopt;
}

std::string_view to_text(Severity severity) {
  switch (severity) {
    case Severity::stops: return "stops";
    case Severity::looks_wrong: return "looks wrong";
    case Severity::hint: return "hint";
  }
  return {};
}

std::string explained(const ProblemKind& kind) {
  constexpr std::size_t width = 96;
  std::string out = code_of(kind.problem) + ": " + std::string(kind.title) + "\n\n" + wrapped(kind.meaning, width) + "\n\n" +
                    wrapped("What to do: " + std::string(kind.mend), width) + "\n\n" +
                    std::string(severity_means(kind.severity));
  if (!kind.wrong.empty()) out += "\n\nWrong:\n" + indented(kind.wrong) + "\nRight:\n" + indented(kind.right);
  return out;
}

std::string page_name(const ProblemKind& kind) { return code_of(kind.problem) + ".md"; }

std::string page_of(const ProblemKind& kind) {
  std::string out = "# " + code_of(kind.problem) + ": " + std::string(kind.title) + "\n\n" + wrapped(kind.meaning, 128) +
                    "\n\n**What to do.** " + wrapped(kind.mend, 128) + "\n\n" + std::string(severity_means(kind.severity)) +
                    "\n";
  if (!kind.wrong.empty())
    out += "\nWrong:\n\n```\n" + std::string(kind.wrong) + "\n```\n\nRight:\n\n```\n" + std::string(kind.right) + "\n```\n";
  return out + "\n[All problems](README.md)\n";
}

std::string page_of_all() {
  std::string out =
      "# What `greenline check` finds\n\nEvery problem has a number that stays. `greenline explain GL-P017` says the same as "
      "its "
      "page here.\nThese pages are written by `greenline explain --pages docs/problems`.\n\n| code | what | |\n|---|---|---|\n";
  for (const ProblemKind& kind : problem_kinds())
    out += "| [" + code_of(kind.problem) + "](" + page_name(kind) + ") | " + std::string(kind.title) + " | " +
           std::string(to_text(kind.severity)) + " |\n";
  return out;
}

}  // namespace greenline::content
