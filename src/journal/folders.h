// Where things are kept for whoever runs this, and folders that nobody else may look into.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace greenline::journal {

// The home of whoever runs this: $HOME, or where that is empty or not absolute, what the user database says. Nothing when
// neither names an absolute folder. Where a program was started from is never a home.
[[nodiscard]] std::optional<std::filesystem::path> home_folder();

// A folder of the base directory specification: `variable` (XDG_DATA_HOME) when it is absolute, else `below_home`
// (".local/share") in the home. Nothing when there is no home either.
[[nodiscard]] std::optional<std::filesystem::path> base_folder(const char* variable, std::string_view below_home);

// Where convenings are kept: greenline/convenings in the base folder for data. Nothing when there is no home.
[[nodiscard]] std::optional<std::filesystem::path> convenings_folder();

// Makes what is missing of this path, for its owner alone (0700), whatever the umask. What is there already stays as it is.
[[nodiscard]] std::error_code make_private_folder(const std::filesystem::path&);
// The same for a folder of Greenline's own, which is closed to others also when it is there already; and so is the one above it
// when that is called "greenline".
[[nodiscard]] std::error_code make_own_folder(const std::filesystem::path&);

}  // namespace greenline::journal
