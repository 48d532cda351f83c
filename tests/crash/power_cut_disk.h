// A disk that remembers every write, and can say what it would hold had the power been cut at any instant.
//
// What was synced is on it. Of what was not, each sector of 512 bytes may have arrived or not, in any order, so writes are
// lost, torn and reordered. (A disk writes a sector whole or not at all.)
#pragma once
#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace greenline::journal {

class PowerCutDisk {
 public:
  // While one lives it is SQLite's default for files that are opened. One at a time; make it before the journal.
  PowerCutDisk();
  ~PowerCutDisk();
  PowerCutDisk(const PowerCutDisk&) = delete;
  PowerCutDisk& operator=(const PowerCutDisk&) = delete;

  // From now on everything is remembered; `before` is what the files hold, all of it on the disk.
  void begin(std::map<std::string, std::string> before);
  void end();  // nothing more is remembered
  // Remembers that so many events have been acknowledged by now.
  void acknowledged(std::size_t events);
  [[nodiscard]] std::size_t operations() const;

  struct State {
    std::map<std::string, std::string> files;  // name to bytes
    std::size_t acknowledged = 0;
  };
  // What a power cut after so many operations leaves, one of many ways.
  [[nodiscard]] State cut_after(std::size_t operations, std::mt19937& random) const;

  struct Operation {
    enum class Kind : std::uint8_t { write, truncate, sync, acknowledged } kind;
    std::string file;
    std::uint64_t at = 0;  // where it writes; the size it cuts to; how many were acknowledged
    std::string bytes;
  };
  void remember(Operation);

 private:
  sqlite3_vfs vfs_{};
  mutable std::mutex mutex_;
  bool remembering_ = false;
  std::map<std::string, std::string> before_;
  std::vector<Operation> operations_;
};

}  // namespace greenline::journal
