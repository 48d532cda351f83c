// Plain files, read whole and with a bound. Never waits: what is no plain file is refused before it is opened.
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <tl/expected.hpp>

namespace greenline::files {

struct NotRead {
  std::string found;     // "no such file", "a pipe", "5000000 bytes", the system's reason
  std::string expected;  // "a file that can be read", "at most 4194304 bytes"
};

// All the bytes of a file, through links. `most_bytes`: a longer one is refused, whatever it said about its length.
[[nodiscard]] tl::expected<std::string, NotRead> read_whole(const std::filesystem::path&, std::size_t most_bytes);

}  // namespace greenline::files
