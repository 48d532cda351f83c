// What commands say of a saved convening that is not whole.
#pragma once
#include <string>

#include "content/diagnostic.h"
#include "journal/journal.h"

namespace greenline::cli {

// Of a file that cannot be read as it is; of a damaged one, how much can still be read and how. Reads it.
[[nodiscard]] content::Diagnostic convening_in_trouble(const std::string& file, const journal::Trouble&);
// Of a file that was copied without its log.
[[nodiscard]] content::Diagnostic convening_without_its_log(const std::string& file, const journal::Saved&);

}  // namespace greenline::cli
