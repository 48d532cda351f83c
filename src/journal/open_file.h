// Opening a journal file: make it whole or not at all, check it before anything is written, hold it for this process alone.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <tl/expected.hpp>

#include "journal/sqlite.h"
#include "journal/tally.h"

namespace greenline::journal {

struct OpenFile {
  Connection connection;
  std::int64_t rows = 0;
  std::optional<Tally> tally;  // as it was found
  Missing missing;
  bool open_to_others = false;  // others may read it, and that could not be changed
};

// How much less there is than the tally tells. `log_there`: a write-ahead log lies beside the file, if only an empty one.
[[nodiscard]] Missing missing_in(const std::optional<Tally>&, std::int64_t rows, bool log_there);

// A refused file is left byte for byte as it was, its write-ahead log too, with nothing new beside it.
[[nodiscard]] tl::expected<OpenFile, Trouble> open_or_make(const std::filesystem::path& file);

}  // namespace greenline::journal
