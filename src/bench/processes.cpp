#include "bench/processes.h"

#include <sys/socket.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

namespace greenline::bench {

std::optional<double> threads_cpu_s(pid_t process) {
  const std::filesystem::path tasks = "/proc/" + std::to_string(process) + "/task";
  std::error_code gone;
  double nanoseconds = 0;
  bool any = false;
  for (const auto& task : std::filesystem::directory_iterator(tasks, gone)) {
    std::ifstream schedule(task.path() / "schedstat");
    double ran = 0;  // the first field: on a processor, nanoseconds
    if (!(schedule >> ran)) continue;
    nanoseconds += ran;
    any = true;
  }
  if (gone || !any) return std::nullopt;
  return nanoseconds * 1e-9;
}

std::optional<double> proportional_mb() {
  std::ifstream rollup("/proc/self/smaps_rollup");
  for (std::string word; rollup >> word;) {
    double kilobytes = 0;
    if (word == "Pss:" && rollup >> kilobytes) return kilobytes / 1024;
  }
  return std::nullopt;
}

std::optional<pid_t> process_behind(int socket) {
  ucred credentials{};
  socklen_t size = sizeof(credentials);
  if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0 || credentials.pid <= 0) return std::nullopt;
  return credentials.pid;
}

}  // namespace greenline::bench
