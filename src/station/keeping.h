// Where a session's events go: into a journal; into memory until the journal's file can be opened; or into memory alone.
//
// A wall that is started while the disk is full, away, or answering errors promises that it writes everything down as soon as
// it can. So opening the file is tried again on a thread of its own, once a second, and whoever waits in `flush` makes it try
// now; what happened meanwhile is held here, in order, and goes into the file when it is there.
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <tl/expected.hpp>
#include <vector>

#include "journal/journal.h"
#include "station/remark.h"

namespace greenline::station {

// How the file's work stands, for whoever watches that it goes on.
struct KeepingState {
  std::size_t waiting = 0;  // events that no disk holds yet
  std::uint64_t kept = 0;   // events that were kept since the beginning
  bool refused = false;     // the disk says no, which is told, and is asked again
};

// A journal that could be opened, and what was in it.
struct OpenedJournal {
  journal::Journal journal;
  std::vector<model::Event> events;
  std::vector<Remark> remarks = {};  // what people must know of it
};
// One more try to open a file that could not be opened before: opens, makes, or says why it still cannot be. Blocks; it is
// called on a thread that is not the loop's.
using NextTry = std::function<tl::expected<OpenedJournal, journal::Trouble>()>;

// Whom to tell, and how; all may be empty.
struct Ears {
  void (*wake)(void*) = nullptr;  // on another thread: something became durable, or changed its mind
  void* wake_context = nullptr;
  // A sentence for the log; never what people wrote. On the thread that calls the session.
  std::function<void(const std::string&)> log = {};
  // What people must know of their file. On the thread that calls the session.
  std::function<void(const Remark&)> remark = {};
};

// Opens or makes the file, and reads what is in it. Blocks.
[[nodiscard]] tl::expected<OpenedJournal, journal::Trouble> open_and_read(const std::filesystem::path& file, const Ears&);
// Appends all of them in order, waiting for the disk whenever the journal's queue is full. Gives back those that could not be
// taken: they break the limits of model/values.h, or the disk refuses and the queue is full. Blocks.
[[nodiscard]] std::vector<model::EventId> append_all(journal::Journal&, const std::vector<model::Event>&);

class Keeping {
 public:
  static constexpr std::size_t most_waiting = 100000;  // events held while there is no file; beyond it `append` says no

  Keeping();  // in memory: kept at once, and gone with the process
  explicit Keeping(journal::Journal);
  // `why`: what the first try was answered.
  Keeping(NextTry, journal::Trouble why, const Ears&);
  Keeping(Keeping&&) noexcept;
  Keeping& operator=(Keeping&&) noexcept;
  ~Keeping();  // a journal that could not be opened is not tried again: call `flush` before

  // False when nothing more can be held. Never blocks.
  [[nodiscard]] bool append(const model::Event&);
  [[nodiscard]] std::vector<model::EventId> acknowledged();
  [[nodiscard]] std::optional<journal::Trouble> trouble() const;
  [[nodiscard]] KeepingState state() const;
  // Null while there is none. It stays where it is until this is moved.
  [[nodiscard]] journal::Journal* journal() { return journal_ ? &*journal_ : nullptr; }
  [[nodiscard]] const journal::Journal* journal() const { return journal_ ? &*journal_ : nullptr; }
  // What waits for a file and shall not reach it.
  void forget_waiting(const std::function<bool(const model::Event&)>& unwanted);
  [[nodiscard]] bool durable() const { return journal_.has_value() || later_ != nullptr; }
  // Blocks until all is durable or the disk refuses. A file that is still to be opened is tried once more; when it opens this
  // is false until `arrived` was taken and `go_on` called.
  [[nodiscard]] bool flush();

  // The file that could be opened at last, once, with what happened while it could not.
  struct Arrived {
    OpenedJournal file;
    std::vector<model::Event> meanwhile;
  };
  [[nodiscard]] std::optional<Arrived> arrived();
  // The same journal back, with everything appended that it shall hold.
  void go_on(journal::Journal journal) { journal_ = std::move(journal); }

 private:
  struct Later;
  std::optional<journal::Journal> journal_;
  std::unique_ptr<Later> later_;
  std::vector<model::EventId> kept_in_memory_;
  std::uint64_t kept_ = 0;
};

}  // namespace greenline::station
