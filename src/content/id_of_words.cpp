#include "content/id_of_words.h"

#include <cctype>
#include <cstddef>

namespace greenline::content {

std::string id_of_words(std::string_view words, std::set<std::string>& taken, const std::string& otherwise) {
  constexpr std::size_t longest = 30;
  std::string id;
  for (const char c : words) {
    const auto letter = static_cast<unsigned char>(c);
    if (std::isalnum(letter) != 0 && letter < 0x80)
      id += static_cast<char>(std::tolower(letter));
    else if ((c == ' ' || c == '-' || c == '_') && !id.empty() && id.back() != '-')
      id += '-';
    if (id.size() >= longest) break;
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  if (id.empty()) id = otherwise;
  std::string unique = id;
  for (int number = 2; !taken.insert(unique).second; ++number) unique = id + "-" + std::to_string(number);
  return unique;
}

}  // namespace greenline::content
