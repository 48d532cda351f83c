// The nearest right word for a command or an option that nobody knows.
#pragma once
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace greenline::cli {

// A sentence with the nearest word, ending in a new line; else where to find help.
[[nodiscard]] std::string suggestion(const CLI::App& app, const std::vector<std::string>& arguments);

}  // namespace greenline::cli
