// The journal's thread: takes all that is queued, writes it in one transaction, and tells.
//
// The loop and this thread meet in one queue. While a group is being written the next one gathers, so groups grow by themselves
// when the disk is slow: that is the group commit, with no timer in it.
//
// What only the write-ahead log holds is also in memory until the log is moved into the file (folded in), so that a log which
// goes away can be written again. Without a connection (a wall begun on a full disk, or a log that is being written again) each
// try begins with opening the file.
#pragma once
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "journal/journal.h"
#include "journal/log_watch.h"
#include "journal/open_file.h"
#include "journal/rows.h"

namespace greenline::journal {

struct Journal::Writer {
  Writer(std::filesystem::path, const Options&, OpenFile&&);
  ~Writer();  // stops the thread and closes the file
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void stop();  // writes out what is queued, with one more try if the disk refuses, and ends the thread
  // Ends without closing the file's lock, the queue thrown away. For erasing everything.
  [[nodiscard]] Connection stop_and_give_up();
  // Erases rows. The caller has flushed. Any thread.
  [[nodiscard]] tl::expected<void, Trouble> erase(const std::vector<model::EventId>&);

  const std::filesystem::path file;
  const Options options;

  // Whoever uses the connection or what belongs to it holds `connection_mutex`; it is never taken while `queue_mutex` is held.
  mutable std::mutex connection_mutex;
  Connection connection;
  std::size_t from_newer = 0;
  Missing missing;  // when the file was opened
  bool open_to_others = false;
  std::size_t times_written_again = 0;

  mutable std::mutex queue_mutex;
  std::condition_variable work;     // something to write, or to hurry for
  std::condition_variable settled;  // a group was written or refused
  std::vector<Pending> queue;
  std::vector<model::EventId> acknowledged;
  std::optional<Trouble> trouble;
  std::size_t waiting = 0;  // queued, or being written
  std::size_t turned_away = 0;
  std::uint64_t tries_begun = 0, tries_ended = 0;
  bool hurry = false;  // somebody waits in flush(): try now
  bool stopping = false;

 private:
  using Clock = std::chrono::steady_clock;

  void run();
  void wait_for_work(std::unique_lock<std::mutex>& queue_lock);
  void look_after_log();
  void fold_if_due(bool ends_chapter);
  void tell(std::optional<Trouble>);
  // The bytes of a group that is in the log move into `only_in_log_`; a group is never empty.
  [[nodiscard]] std::optional<Trouble> write(std::vector<Pending>& group);

  // These are called with `connection_mutex` held.
  void take_over(OpenFile&&);
  [[nodiscard]] std::optional<Trouble> write_again();
  [[nodiscard]] std::optional<Trouble> add_what_only_memory_holds();
  [[nodiscard]] std::optional<Trouble> mend(bool look_at_all);
  [[nodiscard]] bool fold();
  [[nodiscard]] bool move_log_into_file();
  void close_untidily();
  void close_tidily();

  Statement insert_;
  std::int64_t rows_ = 0;
  int frames_in_log_ = 0;  // as SQLite told after the last commit
  std::optional<TallyPlace> tally_place_;
  bool log_is_told_ = false;  // the tally says that the log is in use, and that is on the disk
  LogWatch watch_;
  std::vector<Pending> only_in_log_;
  bool memory_is_whole_ = false;  // all that the log holds is in `only_in_log_`
  bool wrote_ = false;
  Clock::time_point last_commit_, last_fold_try_;
  std::atomic<bool> log_in_use_ = false;

  std::thread thread_;
};

}  // namespace greenline::journal
