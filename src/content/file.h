// Files and folders, read whole and with a bound.
#pragma once
#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "content/diagnostic.h"

namespace greenline::content {

// The bytes of a plain file. The diagnostic says what stands there instead, or the
// system's reason. Never waits for a pipe.
[[nodiscard]] tl::expected<std::string, Diagnostic> read_file(const std::filesystem::path& path);
// The names, without ".json", of the JSON files in a folder, sorted; none when it cannot be read.
[[nodiscard]] std::vector<std::string> names_in(const std::filesystem::path& folder);

}  // namespace greenline::content
