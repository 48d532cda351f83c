// A story in pictures on paper, six a page.
#pragma once
#include <span>
#include <string>

#include "paper/paper.h"

namespace greenline::paper {

// A PDF; empty when Cairo could not make it. Pictures are of one shape.
[[nodiscard]] std::string film(const std::string& title, const std::string& language, std::span<const Pixels> pictures, Size);

}  // namespace greenline::paper
