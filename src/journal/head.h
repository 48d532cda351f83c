// Whose file it is, by its first hundred bytes and, where those are in doubt, by its rows.
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <tl/expected.hpp>

#include "journal/journal.h"

namespace greenline::journal {

inline constexpr std::int64_t application_id = 0x47726E6C;  // "Grnl", in SQLite's header field of that name
// Raised only when an older Greenline would misread the file; new kinds of events and new keys do not raise it.
inline constexpr std::int64_t file_version = 1;

using Header = std::array<std::uint8_t, 100>;  // fileformat2.html, 1.3

// What the head says is believed only as far as the rows agree: one flipped bit in it must not make a stranger of a convening.
// `whole` is false when the file is shorter than a head. The caller must not hold a lock on the file (see recover.h).
[[nodiscard]] tl::expected<void, Trouble> head_is_ours(const Header&, bool whole, const std::filesystem::path& file);

[[nodiscard]] tl::expected<void, Trouble> version_is_ours(std::int64_t application, std::int64_t version,
                                                          const std::filesystem::path& file);

}  // namespace greenline::journal
