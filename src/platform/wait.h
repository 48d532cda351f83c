// Sleeping until any of several sources has something, or another thread ends the sleep.
#pragma once
#include <span>

namespace greenline::platform {

// Until one of these file descriptors can be read, `end_wait` is called, or the time is over. One thread sleeps here. True when
// `end_wait` was called since the last time.
bool wait_for_any(std::span<const int> sources, double seconds);
// For so long, whatever comes meanwhile: it waits.
void pause_for(double seconds);
// From any thread, and from before the sleep: a wait that begins next ends at once.
void end_wait();

}  // namespace greenline::platform
