// What a name stands for, before anything is opened: opening a pipe waits for ever, and some devices act on being opened.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace greenline::files {

enum class Kind { absent, plain, folder, pipe, socket, device /* of characters: terminals, /dev/null */, disk, unknown };

// Through links. `unknown`: the system does not say; `why` is then its number (errno), else 0.
struct Stands {
  Kind kind = Kind::unknown;
  int why = 0;
};
[[nodiscard]] Stands stands_for(const std::filesystem::path&) noexcept;

[[nodiscard]] std::string_view to_text(Kind);  // "a folder", "a pipe"
// The system's reason in plain words: "the disk is full", "permission denied".
[[nodiscard]] std::string reason_of(int number);

}  // namespace greenline::files
