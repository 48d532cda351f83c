// The rows of the table of problems, by what they are about.
#pragma once
#include <span>

#include "content/problem.h"

namespace greenline::content {

[[nodiscard]] std::span<const ProblemKind> problems_of_files();   // GL-P001 to 019: a file as such, and JSON
[[nodiscard]] std::span<const ProblemKind> problems_of_values();  // GL-P020 to 059: keys, values, activities, canvases
[[nodiscard]] std::span<const ProblemKind> problems_of_packs();   // GL-P060 to 089: a pack as a whole
[[nodiscard]] std::span<const ProblemKind> problems_of_looks();   // GL-P090 on: what looks wrong on the wall, and the rest

}  // namespace greenline::content
