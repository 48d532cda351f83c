// Words in the place of those that are missing in a language.
#pragma once
#include "content/activity.h"
#include "content/canvas.h"

namespace greenline::content {

// Fills in, for each of the activity's languages, what its texts and its canvas's lack in it: from the languages that its
// "fallback" names for it, then from all of "languages" in their order. Afterwards in_language() finds what was declared.
void fill_in_languages(Activity&, Canvas&);

// What of it is about these languages alone.
[[nodiscard]] Fallback of_these(const Fallback&, const std::vector<std::string>& languages);
// A convening carries an activity's text alone, so what the pack declares for it is written into that text.
[[nodiscard]] std::string with_fallback(const std::string& activity_text, const Fallback&);

}  // namespace greenline::content
