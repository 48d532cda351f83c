// Where a pack's files come from: a folder, or a .zip as people make them. Nobody who reads a pack knows which.
//
// A pack may come from anybody. Nothing of it is read but plain files that lie in it; names that lead out of it, links, pipes
// and devices refuse it whole. Bytes are counted as they come out, never believed as they are declared.
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "content/load.h"

namespace greenline::content {

inline constexpr std::size_t max_pack_files = 2000;
inline constexpr std::size_t max_pack_bytes = std::size_t{128} << 20;    // of all its files, unpacked
inline constexpr std::size_t max_picture_bytes = std::size_t{16} << 20;  // of one picture's file
inline constexpr std::size_t max_pack_path_bytes = 240;                  // of a file's path in the pack
inline constexpr std::size_t max_pack_folders = 8;                       // one in another

struct PackSource {
  std::string name;                // as it was named to us
  std::vector<std::string> files;  // their paths in the pack: '/' between folders, Unicode's form NFC; sorted, each once
  // The bytes of one of them, up to a bound. Never waits for a pipe.
  std::function<tl::expected<std::string, Diagnostic>(const std::string& file, std::size_t most_bytes)> read;
  Diagnostics told;  // hints: what was passed over, what was read otherwise than it is written

  [[nodiscard]] bool has(const std::string& file) const;
  // "our-pack.zip/activities/arrivals.json", for diagnostics.
  [[nodiscard]] std::string shown_path(const std::string& file) const { return name + "/" + file; }
};

[[nodiscard]] tl::expected<PackSource, Diagnostics> open_folder(const std::filesystem::path&);
// Forgives what programs that make zips do: one folder round everything, __MACOSX, .DS_Store, Thumbs.db, backslashes, names in
// CP437 or decomposed. The archive stays open as long as the source (or a copy of it) is there.
[[nodiscard]] tl::expected<PackSource, Diagnostics> open_zip(const std::filesystem::path&);

// Whether somebody who names this means a pack: a folder with a pack.json in it (or in the one folder in it), or a zip.
[[nodiscard]] bool is_pack(const std::filesystem::path&);
// As a folder or as a zip.
[[nodiscard]] tl::expected<PackSource, Diagnostics> open_pack(const std::filesystem::path&);

}  // namespace greenline::content
