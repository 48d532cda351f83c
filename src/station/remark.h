// What people must know of how their convening was opened, and of the file it is kept in.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "content/strings.h"
#include "journal/journal.h"

namespace greenline::station {

// A sentence of assets/strings with its blanks.
struct Remark {
  std::string key;
  std::vector<std::string> values = {};
  std::string detail = {};  // in the system's own words, for the log; may be empty
  bool lasting = true;      // true for as long as the wall stands; else it is said once, and goes
  journal::Lost lost = {};  // what is not on the wall, by kind: the blank {0} where it is anything
};
[[nodiscard]] std::string sentence_of(const Remark&, const content::Strings&, std::string_view language);

}  // namespace greenline::station
