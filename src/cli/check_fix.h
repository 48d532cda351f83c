// greenline check --fix: copies without slips of typing.
#pragma once
#include <ostream>

#include "content/load.h"

namespace greenline::cli {

// Whether any of these is a slip whose mending nobody could mean otherwise.
[[nodiscard]] bool any_slip(const content::Diagnostics&);

// Writes beside each plain file that has slips a copy that has none, and tells which. Files in a zip are told to be unpacked
// first.
void mend_beside(const content::Diagnostics&, std::ostream& told);

}  // namespace greenline::cli
