// Words as somebody types them at a shell, for advice that can be typed as it stands.
#pragma once
#include <string>
#include <string_view>

namespace greenline::app {

// In single quotes where a shell would read it as something else.
[[nodiscard]] std::string typed(std::string_view word);

}  // namespace greenline::app
