// Pictures (emoji) in words, where a machine's fonts have none.
#pragma once
#include <string>
#include <string_view>

#include "content/strings.h"

namespace greenline::view {

// "(fingerprint)": in `language`, else as `strings` fall back; one that nobody has named is "(a picture)".
[[nodiscard]] std::string words_of_picture(char32_t picture, std::string_view language, const content::Strings& strings);

}  // namespace greenline::view
