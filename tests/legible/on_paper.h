// The table of contrasts in docs/legibility.md: what was measured, kept where people read it.
#pragma once
#include <map>
#include <string>

namespace greenline::legible {

using Column = std::map<std::string, float>;  // what -> worst ratio

// The column of a theme as it stands in the document; empty when there is none. `part`: "words" or "shapes".
[[nodiscard]] Column read_column(const std::string& part, const std::string& theme);
// Puts it there, other themes' columns kept.
void write_column(const std::string& part, const std::string& theme, const Column&);

}  // namespace greenline::legible
