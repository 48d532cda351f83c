// What each frame took, as CSV: for seeing how soon touches are answered, on this machine, with these hands.
//
// The loop only adds a row to a list; a thread of the log's own writes the rows once a second. A killed program loses the last
// second. Asking the loop for a frame's times makes each frame wait for the driver, so `raster_ms` is more than without a log.
#pragma once
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <tl/expected.hpp>
#include <vector>

#include "app/loop.h"
#include "files/write.h"

namespace greenline::cli {

class FrameLog {
 public:
  // Overwrites the file, through links; what is no file is written into or refused (files/write.h). `now_s` is the clock that
  // `add` is told too; the first column counts from it. The error is in the system's words.
  [[nodiscard]] static tl::expected<std::unique_ptr<FrameLog>, std::string> begin(const std::filesystem::path&, double now_s);
  ~FrameLog();  // writes what is left
  FrameLog(const FrameLog&) = delete;
  FrameLog& operator=(const FrameLog&) = delete;

  void add(const app::FrameTimes&, double now_s);  // never waits for the disk
  // Writes what is left and ends; false when some of it could not be written.
  [[nodiscard]] bool finish();
  // After `finish`: why not all could be, in a few words.
  [[nodiscard]] const std::string& trouble() const { return file_.trouble(); }

 private:
  struct Row {
    double at_s = 0;
    app::FrameTimes times;
  };
  FrameLog(files::Stream, double begun_s);
  void run();
  void write(const std::vector<Row>&);

  files::Stream file_;  // the thread's until it has ended
  const double begun_s_;
  std::mutex mutex_;
  std::condition_variable ending_;
  std::vector<Row> rows_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace greenline::cli
