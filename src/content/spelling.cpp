// The nearest right spelling of a word.
#include <algorithm>
#include <array>
#include <limits>

#include "content/load.h"

namespace greenline::content {
namespace {

constexpr std::size_t longest_word = 64;

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Damerau-Levenshtein distance in its optimal string alignment form: insert, delete, replace, or swap two neighbours.
std::size_t distance(std::string_view a, std::string_view b) {
  using Row = std::array<std::size_t, longest_word + 1>;
  Row before_last{}, last{}, row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lowered(a[i - 1]) == lowered(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && lowered(a[i - 1]) == lowered(b[j - 2]) && lowered(a[i - 2]) == lowered(b[j - 1]))
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = last;
    last = row;
  }
  return last[b.size()];
}

}  // namespace

std::string nearest_spelling(std::string_view word, const std::vector<std::string>& known) {
  Comparing unbounded{std::numeric_limits<std::size_t>::max()};
  return nearest_spelling(word, known, unbounded);
}

std::string nearest_spelling(std::string_view word, const std::vector<std::string>& known, Comparing& comparing) {
  std::string nearest;
  if (word.empty() || word.size() > longest_word) return nearest;
  std::size_t least = longest_word + 1;
  for (const std::string& candidate : known) {
    if (candidate.size() > longest_word) continue;
    const std::size_t near_enough = std::max<std::size_t>(1, std::max(word.size(), candidate.size()) / 3);
    const std::size_t shorter = std::min(word.size(), candidate.size()), longer = std::max(word.size(), candidate.size());
    if (longer - shorter > near_enough || longer - shorter >= least) continue;  // so many letters are missing
    const std::size_t cost = word.size() * candidate.size();
    if (cost > comparing.letters_left) break;
    comparing.letters_left -= cost;
    const std::size_t apart = distance(word, candidate);
    if (apart > near_enough || apart >= least) continue;
    least = apart;
    nearest = candidate;
  }
  return nearest;
}

}  // namespace greenline::content
