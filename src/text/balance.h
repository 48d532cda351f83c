// Lines as long as each other: of all ways to break a paragraph into as few lines as it takes, the one in which fewest lines
// are a lone short word, and of these the one whose lines differ least. Chinese and Japanese words stay whole where that costs
// little.
//
// Pango fills lines, so it is told where to break by forbidding all other places: it goes on ordering and shaping each
// paragraph as a whole, in every script. Looking for the least width that takes as many lines instead would lay words out eight
// times, not twice, and where one long word needs all of the width it would leave the others as they fell.
//
// Pango units at the reference em; places are bytes of the words.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "text/typesetter.h"

namespace greenline::text {

// What no line break stands in.
struct Piece {
  int start = 0;
  double width = 0;
  double space = 0;          // after it, where the line goes on
  bool inside_word = false;  // it goes on with the word that the one before began
};

// The first piece of each of `lines` lines, none wider than `most`; nothing where that cannot be done. O(pieces x lines x
// pieces in a line).
[[nodiscard]] std::vector<std::size_t> balanced_lines(std::span<const Piece>, std::size_t lines, double most);

// Where the lines of these words begin when they are balanced; nothing where they are filled just so. A paragraph of very many
// lines stays filled: nobody sees the difference.
[[nodiscard]] std::vector<int> balanced_starts(const Composed& filled);

// Lets the lines of words that were set begin there and nowhere else, as far as they fit their width. Breaks that were put in
// for Pango elsewhere would still be taken.
void break_at(Composed&, std::span<const int> starts);

// Whether they do, within their width.
[[nodiscard]] bool begins_at(const Composed&, std::span<const int> starts);

}  // namespace greenline::text
