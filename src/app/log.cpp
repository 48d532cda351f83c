// spdlog writes it (rotation, times, a thread of its own); nothing else of the program knows spdlog.
#include "app/log.h"

#include <fcntl.h>
#include <pthread.h>
#include <spdlog/async.h>
#include <spdlog/async_logger.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <vector>

#include "content/shown.h"
#include "journal/folders.h"

namespace greenline::app {
namespace {

constexpr std::size_t most_bytes_a_file = std::size_t{1} << 20;
constexpr std::size_t older_files = 2;
constexpr std::size_t lines_waiting = 1024;  // for the disk; beyond them the oldest are given up

// spdlog would make it readable by all.
void make_for_owner_alone(const std::string& file) {
  const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (made < 0) return;  // spdlog says so
  ::fchmod(made, S_IRUSR | S_IWUSR);
  ::close(made);
}

std::shared_ptr<spdlog::sinks::sink> file_sink(const std::filesystem::path& file) {
  if (journal::make_own_folder(file.parent_path())) return nullptr;
  spdlog::file_event_handlers handlers;
  handlers.before_open = make_for_owner_alone;
  try {
    auto sink =
        std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), most_bytes_a_file, older_files, false, handlers);
    sink->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    return sink;
  } catch (const std::exception&) {
    return nullptr;  // a log is never a reason not to open the wall
  }
}

}  // namespace

std::string one_harmless_line(std::string_view text) {
  std::string line;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) line += (line.empty() ? "" : " · ") + content::shown(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return line;
}

struct Log::Sinks {
  std::shared_ptr<spdlog::sinks::sink> file;
  std::shared_ptr<spdlog::details::thread_pool> thread;  // ends before the file does, with every line written
  std::shared_ptr<spdlog::async_logger> logger;
};

Log::Log(const std::optional<std::filesystem::path>& file) : sinks_(std::make_unique<Sinks>()) {
  if (file) sinks_->file = file_sink(*file);
  if (sinks_->file) file_ = file;
  const auto terminal = std::make_shared<spdlog::sinks::stderr_sink_mt>();
  terminal->set_level(spdlog::level::warn);
  terminal->set_pattern("%v");
  std::vector<spdlog::sink_ptr> sinks{terminal};
  if (sinks_->file) sinks.push_back(sinks_->file);
  sinks_->thread =
      std::make_shared<spdlog::details::thread_pool>(lines_waiting, 1U, [] { pthread_setname_np(pthread_self(), "log"); });
  sinks_->logger = std::make_shared<spdlog::async_logger>("greenline", sinks.begin(), sinks.end(), sinks_->thread,
                                                          spdlog::async_overflow_policy::overrun_oldest);
  sinks_->logger->flush_on(spdlog::level::info);
  sinks_->logger->set_error_handler([](const std::string&) {});  // a full disk is said by the journal
}
Log::Log(Log&&) noexcept = default;
Log::~Log() = default;

void Log::note(std::string_view line) { sinks_->logger->info(one_harmless_line(line)); }
void Log::warn(std::string_view line) { sinks_->logger->warn(one_harmless_line(line)); }

std::optional<std::filesystem::path> log_file() {
  const auto base = journal::base_folder("XDG_STATE_HOME", ".local/state");
  if (!base) return std::nullopt;
  return *base / "greenline" / "greenline.log";
}

}  // namespace greenline::app
