// Tables for spreadsheets: RFC 4180 with a byte-order mark, so that every spreadsheet takes it for UTF-8. A cell that one might
// run as a formula (it begins with = + - @, a tab or a line's end) has an apostrophe before it; the exact words are in the
// JSON.
#pragma once
#include <string>

#include "harvest/harvest.h"

namespace greenline::harvest {

[[nodiscard]] std::string words_table(const Harvest&);
[[nodiscard]] std::string threads_table(const Harvest&);

}  // namespace greenline::harvest
