// The durable log of a convening: one SQLite file, written on its own thread in groups.
//
// WAL with synchronous=FULL: an event is acknowledged only when its commit is on the disk. The frame loop never waits:
// `append` queues, `acknowledged` tells what is safe. When the disk refuses (full, read-only, gone), events stay queued in
// memory, `trouble()` has a sentence for the screen, and writing is tried again until it works. Nothing is ever overwritten.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "model/event.h"

namespace greenline::journal {

// `damaged`, `not_ours`, `newer_version` and `locked` are never mistaken for one another: a flipped bit in a file's head is
// damage as long as a row proves that the file is ours, not a stranger's file.
enum class Fault : std::uint8_t {
  cannot_open,    // no such folder, no permission
  read_only,      // the file or its folder cannot be written
  locked,         // another Greenline has it open
  damaged,        // the file does not pass its checks; it is left as it is
  newer_version,  // written by a newer Greenline; it is left as it is
  not_ours,       // a SQLite file of something else, or no SQLite file
  disk_full,
  io,  // the disk answered with an error
};
[[nodiscard]] std::string_view to_text(Fault);  // the key of its sentence under "journal.<name>" in assets/strings

struct Trouble {
  Fault fault;
  std::filesystem::path file;
  std::string detail;  // in the system's own words
};

// What a file knows to have held and does not hold any more. It has happened when a file was copied without its write-ahead log
// ("NAME-wal", which lies beside it while a convening is open, and after a pulled plug).
struct Missing {
  std::size_t events = 0;    // known to be missing
  bool may_be_more = false;  // the file was left while its log was in use, and there is no log beside it
  [[nodiscard]] bool anything() const { return events > 0 || may_be_more; }
  friend bool operator==(const Missing&, const Missing&) = default;
};

class Journal {
 public:
  struct Options {
    std::size_t queue_limit = 100000;  // events held in memory while the disk refuses; beyond it `append` says no
    void (*wake)(void*) = nullptr;     // called on the journal's thread after each group: wakes the frame loop
    void* wake_context = nullptr;
    // So long after the last event the write-ahead log is moved into the file, so that the one file is whole by itself. That is
    // also done whenever a phase is entered, and when the log is 4 MB long.
    std::chrono::milliseconds fold_after = std::chrono::minutes(1);
  };

  // Opens or makes `file`, checks all of it, and takes its lock for this process. The folder must be there. Blocks; call it
  // before the loop. A file that is refused stays byte for byte as it was.
  [[nodiscard]] static tl::expected<Journal, Trouble> open(const std::filesystem::path& file, const Options&);
  Journal(Journal&&) noexcept;
  Journal& operator=(Journal&&) noexcept;
  ~Journal();  // writes out what is queued, waits for it, closes

  [[nodiscard]] const std::filesystem::path& file() const;  // as it was opened
  // Every event in the file, in the order written. Blocks. A damaged row: Fault::damaged, and the detail says which.
  [[nodiscard]] tl::expected<std::vector<model::Event>, Trouble> read_all() const;
  // How many rows the last `read_all` passed over because only a newer Greenline can read them. They stay in the file.
  [[nodiscard]] std::size_t rows_from_newer() const;

  // Others on this machine may read the file, and its permissions could not be changed (to 0600).
  [[nodiscard]] bool open_to_others() const;
  // How often the write-ahead log was taken away, cut or overwritten by somebody, and what it held written again from memory.
  [[nodiscard]] std::size_t times_written_again() const;
  // What was missing when the file was opened. The caller says so; the next event that is written makes what is there the
  // whole.
  [[nodiscard]] Missing missing() const;

  // Queues an event. False when the queue is full, or when the event breaks the limits of model/values.h, so that it could not
  // be read back: the caller says so and does not apply it. Never blocks on the disk.
  [[nodiscard]] bool append(const model::Event&);
  // How many events `append` said no to since the opening.
  [[nodiscard]] std::size_t turned_away() const;
  // The events made durable since the last call. Loop thread.
  [[nodiscard]] std::vector<model::EventId> acknowledged();
  // Why events are waiting, while they are.
  [[nodiscard]] std::optional<Trouble> trouble() const;
  [[nodiscard]] std::size_t waiting() const;  // events not yet durable
  // Blocks until nothing is waiting or the disk refuses; true when all is durable.
  [[nodiscard]] bool flush();

  // Erases these events for real: rows, free pages and the write-ahead log hold none of their bytes afterwards. What is queued
  // is written first. After a failure call it again with the same ids: it finishes what it began. Blocks.
  [[nodiscard]] tl::expected<void, Trouble> erase(const std::vector<model::EventId>&);
  // Erases every event and the file.  The journal is closed by it.
  [[nodiscard]] static tl::expected<void, Trouble> erase_all(Journal&&);

 private:
  struct Writer;
  explicit Journal(std::unique_ptr<Writer>);
  std::unique_ptr<Writer> writer_;
};

// What is known to have been written down and cannot be read any more. A row that is damaged only in part still tells its kind.
struct Lost {
  std::size_t cards = 0, threads = 0, gatherings = 0, markers = 0, nourishments = 0;  // that were made
  std::size_t changes = 0;  // something was moved, lit, named, taken back; a phase was entered
  std::size_t unknown = 0;  // not even its kind can be read
  [[nodiscard]] std::size_t total() const { return cards + threads + gatherings + markers + nourishments + changes + unknown; }
  friend bool operator==(const Lost&, const Lost&) = default;
};

// What a damaged file still holds. The caller says so on the screen and goes on in a new file beside it.
struct Salvage {
  std::vector<model::Event> events;  // in the order written; each proven by its checksum
  Lost lost;
  std::size_t from_newer = 0;  // rows that only a newer Greenline can read; they are not lost, they stay in the damaged file
};
// Reads a file (and its write-ahead log) that `Journal::open` refuses as damaged, without writing anything. Blocks.
[[nodiscard]] tl::expected<Salvage, Trouble> read_what_can_be_read(const std::filesystem::path& file);
// What a saved convening holds, with its write-ahead log where there is one, read without writing anything: the file, its log
// and its folder may be somebody else's, on a disk that cannot be written. Locked while a wall has it open. Blocks, for a time
// that the size of the file bounds; nothing that stands in the file runs.
struct Saved {
  std::vector<model::Event> events;  // in the order written
  std::size_t from_newer = 0;        // rows that only a newer Greenline can read
  Missing missing;
};
[[nodiscard]] tl::expected<Saved, Trouble> read_saved(const std::filesystem::path& file);
// Whether a plain file is meant as a convening or was one, sound or damaged: by its name, its first bytes or its rows.
[[nodiscard]] bool is_convening(const std::filesystem::path& file);

struct ErasedFile {
  std::filesystem::path file;
  std::uint64_t bytes = 0;
};
// Erases a saved convening, sound or damaged, with the logs that lie beside it and with `companions` (those that are there):
// every byte is overwritten where it lies, the disk waited for, then the files are removed. What is no convening is refused as
// not_ours, one that a wall has open as locked. After a failure call it again. Drives and file systems that write elsewhere
// when they overwrite may keep older blocks. Blocks. Gives back what was erased.
[[nodiscard]] tl::expected<std::vector<ErasedFile>, Trouble> erase_saved(const std::filesystem::path& file,
                                                                         const std::vector<std::filesystem::path>& companions);

// "name.greenline" to "name (2).greenline", or the first number that nothing has.
[[nodiscard]] std::filesystem::path fresh_name_beside(const std::filesystem::path& file);

}  // namespace greenline::journal
