// How large a card is. All cards of a wall have one width and one type size; each is as high as its words need.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>

#include "arrange/ground.h"

namespace greenline::arrange {

// All in ems of the cards' type.
inline constexpr float card_ems = 9.6F;              // across
inline constexpr float side_ems = 0.08F * card_ems;  // left and right of the words
inline constexpr float line_of_words_ems = card_ems - 2 * side_ems;
inline constexpr float edge_ems = 0.4375F;      // above and below them
inline constexpr float tight_edge_ems = 0.25F;  // where room is scarce
inline constexpr float line_spacing = 1.2F;     // from line to line
inline constexpr int most_lines = 5;            // of a card's words on the wall
inline constexpr float card_aspect = 1.9F;      // of ink's pad, and of a leaf

// What one card needs, in sixteenths of an em: whole numbers, so that no last bit of a font's figures decides where a card
// rests.
struct Sheet {
  std::uint16_t tall = 0;   // its height
  std::uint16_t first = 0;  // down to under its first line: what shows of it where another card covers the rest
  friend bool operator==(const Sheet&, const Sheet&) = default;
  [[nodiscard]] float tall_ems() const { return static_cast<float>(tall) / 16; }
  [[nodiscard]] float first_ems() const { return static_cast<float>(first) / 16; }
  [[nodiscard]] Sheet tightened() const {
    constexpr int by = static_cast<int>((edge_ems - tight_edge_ems) * 16);
    return {static_cast<std::uint16_t>(std::max(1, tall - 2 * by)), static_cast<std::uint16_t>(std::max(1, first - by))};
  }
};

inline constexpr std::uint16_t tallest_sheet = 20 * 16;

[[nodiscard]] inline std::uint16_t sixteenths(float ems) {
  return static_cast<std::uint16_t>(std::clamp(ems * 16 + 0.5F, 1.0F, static_cast<float>(tallest_sheet)));
}
// Of at least one line; lines stand so far apart. `under_ems`: what stands under them.
[[nodiscard]] inline Sheet sheet_of_lines(int lines, float pitch_ems, float under_ems = 0) {
  return {sixteenths(2 * edge_ems + static_cast<float>(lines) * pitch_ems + under_ems), sixteenths(edge_ems + pitch_ems)};
}
// Of a drawing: its upper half says what it is.
[[nodiscard]] inline Sheet sheet_of_drawing(float tall_ems) {
  return {sixteenths(2 * edge_ems + tall_ems), sixteenths(edge_ems + tall_ems / 2)};
}
inline constexpr Sheet least_sheet{33, 26};  // of one line
// A card that is too small for words says only that it is there.
inline constexpr Sheet leaf_sheet{static_cast<std::uint16_t>(card_ems / card_aspect * 16), 16};

// Where cards lie on each other and not even all first lines find room, some show their upper edge alone: so much of it.
inline constexpr float sliver_ems = 0.42F;
// At least one of so many in each place shows its first line. What the others leave it is what a card takes there on average.
inline constexpr int one_line_in = 3;
[[nodiscard]] inline float piled(float first, float sliver) {
  return (first + static_cast<float>(one_line_in - 1) * std::min(first, sliver)) / static_cast<float>(one_line_in);
}

[[nodiscard]] inline Half half_of(Sheet sheet, float em) { return {card_ems / 2 * em, sheet.tall_ems() / 2 * em}; }

// The clear space that cards leave each other, canvas units.
[[nodiscard]] inline float card_gap(float em) {
  const float width = card_ems * em;
  return std::max(width * 0.035F, std::min(width * 0.1F, 1.6F * grain));  // small cards still show where one ends
}

}  // namespace greenline::arrange
