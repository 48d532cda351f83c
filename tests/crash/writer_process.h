// A process that writes to a journal until it is killed, and tells through a pipe what it was told is safe.
#pragma once
#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <vector>

#include "model/id.h"

namespace greenline::journal {

// Ends when the process does; what it tells goes into the pipe as plain ids, unbuffered.
using Telling = std::function<void(const std::vector<model::EventId>&)>;

class WriterProcess {
 public:
  explicit WriterProcess(const std::function<void(const Telling&)>& work);
  ~WriterProcess();
  WriterProcess(const WriterProcess&) = delete;
  WriterProcess& operator=(const WriterProcess&) = delete;

  // Listens until it has told so many ids and then for that long, kills it with SIGKILL, and gives back everything that it
  // told. False in `killed` when it had ended by itself.
  [[nodiscard]] std::vector<model::EventId> killed_after(std::size_t ids, std::chrono::microseconds, bool& killed);

 private:
  bool listen(int timeout_ms, std::vector<std::uint8_t>& heard) const;  // false when it has ended
  pid_t process_ = -1;
  int told_ = -1;
};

// Opens `file`, appends the cards that follow those in it, in small groups with pauses, closes, and begins again, for ever: so
// that a kill can fall into every part of a journal's life.
void write_for_ever(const std::filesystem::path& file, unsigned seed, const Telling&);

}  // namespace greenline::journal
