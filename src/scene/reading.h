// How much of a wall can be read as it stands: what a report of a picture says, and what tests hold it to.
#pragma once
#include "scene/scene.h"

namespace greenline::scene {

struct Reading {
  int cards = 0;
  int whole = 0;              // all of the card's words are seen; a veiled card is whole when all of it is seen
  int first_line = 0;         // at least its first line: the whole ones among them
  int leaves = 0;             // too small for words, or of a pile that shows their edges
  float type_px = 0;          // the em of cards' words
  float capitals_mm = 0;      // how high their capitals are on the glass
  int overlapping_pairs = 0;  // cards of which one lies over a part of the other
  // Texts of which something covers a part: names and their help, the prompt, the line's words, words of threads, names of
  // gatherings; and cards whose first line is not seen though they are no leaves. What covers: other words, cards and leaves,
  // threads, loops of gatherings, the edge of another region.
  int covered_words = 0;
};

// Of what rests and of what moves, as it is this instant. O(n log n) for cards, O(texts x things) for the rest.
[[nodiscard]] Reading reading_of(const Scene&);

}  // namespace greenline::scene
