// Writing a small file that only its owner may read, whole or not at all.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace greenline::files {

// Puts these bytes in the place of the file's, on the disk when this returns (mode 0600). Killed or refused at any instant, the
// file is the old one or the new one. The error is in the system's words. Blocks.
[[nodiscard]] tl::expected<void, std::string> write_private_file(const std::filesystem::path& file, std::string_view bytes);
// The name under which the next file is written. Always the same, so that what a kill left is found and taken away.
[[nodiscard]] std::filesystem::path scaffold_beside(const std::filesystem::path& file);
// After a file was made, moved or removed: that the folder says so is on the disk when this returns.
[[nodiscard]] tl::expected<void, std::string> sync_folder_of(const std::filesystem::path& file);

}  // namespace greenline::files
