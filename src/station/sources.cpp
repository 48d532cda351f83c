#include "station/sources.h"

#include <chrono>
#include <ctime>
#include <fstream>
#include <string>

#include "model/id.h"

namespace greenline::station {
namespace {

constexpr std::int64_t seeded_start_ms = 1'767'225'600'000;  // 2026-01-01T00:00:00Z

std::mt19937_64 randomness() {
  std::random_device device;
  std::seed_seq seed{device(), device(), device(), device()};
  return std::mt19937_64(seed);
}

// Linux's own name for this start of the machine (random(4)); all zero where it does not say.
std::array<std::uint8_t, 16> this_start() {
  std::ifstream in("/proc/sys/kernel/random/boot_id");
  std::string text;
  std::getline(in, text);
  return model::bytes_from_text(text).value_or(std::array<std::uint8_t, 16>{});
}

model::SteadyInstant instant_after(const std::array<std::uint8_t, 16>& start) {
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return {start, static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000};
}

}  // namespace

model::SteadyInstant steady_now() { return instant_after(this_start()); }

Sources real_sources() {
  return {[] {
            using namespace std::chrono;
            return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
          },
          randomness(), [start = this_start()] { return instant_after(start); }};
}

Sources seeded_sources(std::uint64_t seed) {
  return {[now = seeded_start_ms]() mutable { return now++; }, std::mt19937_64(seed)};
}

}  // namespace greenline::station
