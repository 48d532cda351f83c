#include "cli/frame_log.h"

#include <pthread.h>

#include <chrono>
#include <cstdio>
#include <utility>

namespace greenline::cli {

tl::expected<std::unique_ptr<FrameLog>, std::string> FrameLog::begin(const std::filesystem::path& path, double now_s) {
  auto file = files::Stream::begin(path);
  if (!file) return tl::unexpected(file.error());
  (void)file->write("seconds,contacts,answer_ms,input_ms,apply_ms,layout_ms,build_ms,submit_ms,raster_ms,drawn,window\n");
  return std::unique_ptr<FrameLog>(new FrameLog(*std::move(file), now_s));
}

FrameLog::FrameLog(files::Stream file, double begun_s)
    : file_(std::move(file)), begun_s_(begun_s), thread_([this] { run(); }) {}

FrameLog::~FrameLog() { (void)finish(); }

void FrameLog::add(const app::FrameTimes& times, double now_s) {
  const std::lock_guard lock(mutex_);
  rows_.push_back({now_s, times});
}

bool FrameLog::finish() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  ending_.notify_all();
  if (thread_.joinable()) thread_.join();
  return file_.finish();
}

void FrameLog::run() {
  pthread_setname_np(pthread_self(), "frame log");
  std::vector<Row> rows;
  std::unique_lock lock(mutex_);
  while (true) {
    ending_.wait_for(lock, std::chrono::seconds(1), [this] { return stopping_; });
    const bool last = stopping_;
    rows.swap(rows_);
    lock.unlock();
    write(rows);
    rows.clear();
    if (last) return;
    lock.lock();
  }
}

void FrameLog::write(const std::vector<Row>& rows) {
  constexpr double ms = 1000;
  for (const auto& [at_s, times] : rows) {
    char line[256];
    std::snprintf(line, sizeof line, "%.4f,%zu,%.3f,%.3f,%.3f,%.3f,%.3f,%.3f,%.3f,%d,%zu\n", at_s - begun_s_, times.contacts,
                  times.answer_s * ms, times.input_s * ms, times.apply_s * ms, times.layout_s * ms, times.build_s * ms,
                  times.submit_s * ms, times.raster_s * ms, times.drawn ? 1 : 0, times.window);
    if (!file_.write(line)) return;
  }
}

}  // namespace greenline::cli
