// Which of a full zone's columns each card stands in.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "arrange/columns.h"

namespace greenline::arrange {

struct Stander {
  Point home;                 // where it was put, canvas units
  float tall = 0, first = 0;  // its height, and down to under its first line; first <= tall
};

// For each stander a column. Each in turn takes the nearest that has room for it: who comes later moves nobody from one column
// to another. Where that leaves somebody without, the tallest choose first, each the column that it leaves least of; where even
// so not all stand whole, columns are filled alike, as long as all first lines show and one card of each stands whole. Nothing
// where there is no room for that. O(n * columns).
[[nodiscard]] std::optional<std::vector<std::uint32_t>> choose_columns(std::span<const Column>, std::span<const Stander>,
                                                                       float gap);

}  // namespace greenline::arrange
