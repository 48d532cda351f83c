// Which font families the words and names of each language come from, and which Debian package brings each. The one table of
// them: layout takes its fonts from it, and `greenline doctor` tells from it what is missing.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace greenline::text {

struct Family {
  std::string_view name;
  std::string_view package;  // Debian's
  friend bool operator==(const Family&, const Family&) = default;
};

// What pictures (emoji) come from, in colours. Where a machine lacks it they are drawn in outlines.
inline constexpr std::string_view picture_family = "Noto Color Emoji";

// By BCP 47 tag, the best first: the two that everything is written in, and those of the language's script.
[[nodiscard]] std::vector<Family> families_for(std::string_view language);
// What people may write whatever their language is: other scripts, signs, pictures.
[[nodiscard]] std::vector<Family> families_for_any();

struct MissingFamily {
  Family family;
  std::vector<std::string> languages;  // of those asked about, whose words it hurts; none: what anybody may write
};
// Those of these languages, and of what anybody may write, that this machine's fontconfig does not have. Reads its
// configuration and caches (some ms).
[[nodiscard]] std::vector<MissingFamily> missing_families(std::span<const std::string> languages);

// Whether this machine has any font that words can be written with. Without one an engine sets nothing, and a wall would be
// empty: ask before. Reads fontconfig's configuration (some ms).
[[nodiscard]] bool any_font();

// For Pango: one after the other, with commas.
[[nodiscard]] std::string family_list(Face, std::string_view language);
[[nodiscard]] bool written_right_to_left(std::string_view language);

}  // namespace greenline::text
