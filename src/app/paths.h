// Where the program finds what it ships with.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace greenline::app {

struct Paths {
  std::filesystem::path assets, content, shaders;
};

// Beside the program (an installed tree: ../share/greenline), above it (a build tree), or in GREENLINE_HOME, where that is set,
// and nowhere else then. The error says where it looked.
[[nodiscard]] tl::expected<Paths, std::string> find_paths();

// Where packs are installed: greenline/packs in the base folder for data. Nothing when there is no home.
[[nodiscard]] std::optional<std::filesystem::path> packs_folder();

}  // namespace greenline::app
