// A look at a zip's own directory before anything is unpacked: how many entries it has, and whether they lie on each other.
//
// Format: PKWARE APPNOTE.TXT 6.3.10, 4.3.7 (local header), 4.3.12 (central directory) and 4.3.16 (its end).
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <tl/expected.hpp>

#include "content/reader.h"

namespace greenline::content {

struct ZipLook {
  std::size_t entries = 0;
  std::uint64_t declared_bytes = 0;  // unpacked, as the directory says
};
// Why the archive is refused, or what there is to know of it. Reads its directory alone, up to a bound.
[[nodiscard]] tl::expected<ZipLook, Said> look_into_zip(const std::filesystem::path&);

}  // namespace greenline::content
