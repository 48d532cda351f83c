// An id made of words that people wrote, for files that a program writes for them.
#pragma once
#include <set>
#include <string>
#include <string_view>

namespace greenline::content {

// Small letters, digits and hyphens of what begins the words, 30 at most; `otherwise` where there are none (words in another
// script). Another than those `taken`, to which it is added.
[[nodiscard]] std::string id_of_words(std::string_view words, std::set<std::string>& taken, const std::string& otherwise);

}  // namespace greenline::content
