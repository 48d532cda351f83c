// Words made safe inside of markup.
#pragma once
#include <string>
#include <string_view>

namespace greenline::harvest {

// In HTML and XML, as text and between double quotes. What XML has no place for (control characters) is left out.
[[nodiscard]] std::string escaped(std::string_view words);
// In Markdown: on one line, and nothing in it means more than it says.
[[nodiscard]] std::string in_markdown(std::string_view words);

}  // namespace greenline::harvest
