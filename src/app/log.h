// What the program has to say of itself, line by line: to the terminal what somebody should look at, and all of it into a file
// that only its owner may read, so that a wall that nobody watched can be asked afterwards. Never what people wrote.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace greenline::app {

// Written on a thread of its own, so that whoever says something never waits for a disk.
class Log {
 public:
  // Three files of 1 MiB at most: "NAME", then "NAME" with a number, the oldest going. The folder is made (0700). Where the
  // file cannot be written, or none is given, only the terminal is told.
  explicit Log(const std::optional<std::filesystem::path>& file);
  Log(Log&&) noexcept;
  ~Log();  // when all is written

  void note(std::string_view line);  // into the file
  void warn(std::string_view line);  // into the file, and to the terminal's error stream
  // Where it is written; nothing when only the terminal is told.
  [[nodiscard]] const std::optional<std::filesystem::path>& file() const { return file_; }

 private:
  struct Sinks;
  std::unique_ptr<Sinks> sinks_;
  std::optional<std::filesystem::path> file_;
};

// greenline/greenline.log where programs keep such things: $XDG_STATE_HOME, or ~/.local/state. Nothing when there is no home.
[[nodiscard]] std::optional<std::filesystem::path> log_file();

// One line, in which nothing can act on a terminal (content/shown.h); new lines become dots.
[[nodiscard]] std::string one_harmless_line(std::string_view text);

}  // namespace greenline::app
