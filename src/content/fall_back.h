// Words in the place of those that are missing in a language.
#pragma once
#include "content/activity.h"
#include "content/canvas.h"

namespace greenline::content {

// Fills in, for each of the activity's languages, what its texts and its canvas's lack in it: from the languages that its
// "fallback" names for it, then from all of "languages" in their order. Afterwards in_language() finds what was declared.
void fill_in_languages(Activity&, Canvas&);

}  // namespace greenline::content
