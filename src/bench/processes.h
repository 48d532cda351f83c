// What processes of this machine have cost so far, as the kernel counts it (proc(5)).
#pragma once
#include <sys/types.h>

#include <optional>

namespace greenline::bench {

// CPU seconds of all threads that a process has now; empty when there is no such process, or the kernel does not say.
[[nodiscard]] std::optional<double> threads_cpu_s(pid_t);
// Megabytes of memory in proportion: what is shared counts as this process's part of it.
[[nodiscard]] std::optional<double> proportional_mb();
// The process at the other end of a socket of this machine (the X server, for the descriptor of a connection to it).
[[nodiscard]] std::optional<pid_t> process_behind(int socket);

}  // namespace greenline::bench
