// The harvest as a book to print: the wall, then everybody's words, circle by circle.
#pragma once
#include <string>

#include "harvest/harvest.h"
#include "paper/paper.h"

namespace greenline::harvest {

// A tagged PDF with fonts embedded. Empty when Cairo could not make it.
[[nodiscard]] std::string book(const Harvest&, const paper::Pixels& wall, paper::Size);

}  // namespace greenline::harvest
