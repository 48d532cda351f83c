// Pictures that somebody looked at: what is drawn now is compared with them.
// To change them on purpose: scripts/update-golden, then look at what changed.
#pragma once
#include <string>

#include "picture/jpeg.h"
#include "render/png.h"

namespace greenline {

// Fails where this looks different from tests/golden/NAME.jpg; with GREENLINE_UPDATE_GOLDEN set writes it (of this quality, 1
// to 100), and skips.
void expect_as_it_was(const std::string& name, const render::Picture& now, int quality = picture::fine);

// For a test's name: letters, digits and underscores only.
[[nodiscard]] std::string as_test_name(std::string name);

}  // namespace greenline
