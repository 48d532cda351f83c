#include "platform/key_letters.h"

#include <algorithm>

namespace greenline::platform {
namespace {

// A key's only letter, small; 0 when what it writes is no Latin letter.
char latin(const std::string& name) {
  if (name.size() != 1) return 0;
  const char c = name.front();
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return c >= 'a' && c <= 'z' ? c : '\0';
}

}  // namespace

char letter_of(int code, char us_letter, const KeyNames& names) {
  const auto own = names.find(code);
  if (own != names.end()) {
    if (const char said = latin(own->second)) return said;
  }
  const bool elsewhere = std::ranges::any_of(names, [&](const auto& key) { return latin(key.second) == us_letter; });
  return elsewhere ? '\0' : us_letter;
}

}  // namespace greenline::platform
