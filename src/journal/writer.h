// The journal's thread: takes all that is queued, writes it in one transaction, and tells.
//
// The loop and this thread meet in one queue. While a group is being written the next one gathers, so groups grow by themselves
// when the disk is slow: that is the group commit, with no timer in it.
#pragma once
#include <condition_variable>
#include <mutex>
#include <thread>

#include "journal/journal.h"
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

  const std::filesystem::path file;
  const Options options;

  // Whoever uses the connection holds `connection_mutex`; it is never taken while `queue_mutex` is held.
  std::mutex connection_mutex;
  Connection connection;
  Statement insert;
  std::int64_t rows = 0;
  int frames_in_log = 0;  // as SQLite told after the last commit
  std::size_t from_newer = 0;

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
  void run();
  [[nodiscard]] std::optional<Trouble> write(const std::vector<Pending>& group);
  void move_long_log_into_file();
  void close_tidily();

  std::thread thread_;
};

}  // namespace greenline::journal
