// Notices when the write-ahead log of an open journal goes away under it, is cut short or is overwritten.
//
// SQLite trusts its log: it goes on writing into one that was removed, and would move the zeros of one that was overwritten
// into the file. While the events that only the log holds are still in memory they can be written again, so the log is looked
// at before each group, after it, every half second while it holds something, and wholly before it is moved into the file.
#pragma once
#include <sys/types.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace greenline::journal {

class LogWatch {
 public:
  explicit LogWatch(std::filesystem::path wal) : wal_(std::move(wal)) {}
  // After a commit: this is how it is now. `frames` are those in the log.
  void remember(int frames);
  // The log is empty again, or was closed.
  void forget() { frames_ = 0; }
  // What has happened to it, or nothing. Looks at its beginning, its end and its size.
  [[nodiscard]] std::optional<std::string> harm() const;
  // The same, reading all of it. O(log).
  [[nodiscard]] std::optional<std::string> harm_anywhere() const;

 private:
  using Sector = std::array<std::uint8_t, 512>;
  struct Look {
    dev_t device = 0;
    ino_t inode = 0;
    std::uint64_t bytes = 0;
    Sector first{};
  };
  [[nodiscard]] std::optional<Look> poll() const;

  std::filesystem::path wal_;
  int frames_ = 0;  // 0: nothing is remembered
  Look seen_;
};

}  // namespace greenline::journal
