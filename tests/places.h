// Where things lie that tests read or start.
#pragma once
#include <filesystem>
#include <string>

namespace greenline {

// The repository's root.
[[nodiscard]] std::filesystem::path source_folder();
// The program that was built beside the tests.
[[nodiscard]] std::string program_file();

}  // namespace greenline
