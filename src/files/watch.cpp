// Watches folders by inotify.
#include "files/watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <system_error>
#include <thread>
#include <utility>

#include "files/descriptor.h"

namespace greenline::files {
namespace {

constexpr std::uint32_t watched_for = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE;

}  // namespace

struct Watch::Inside {
  Descriptor events, ended;
  std::function<void()> saved;
  std::thread looks;

  Inside() = default;
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() {
    if (!looks.joinable()) return;
    const std::uint64_t one = 1;
    while (::write(ended.get(), &one, sizeof one) < 0 && errno == EINTR) continue;
    looks.join();
  }
  void look() const;
  [[nodiscard]] bool wait(int ms) const;   // true when something was saved; false after `ms`, or at the end
  [[nodiscard]] bool take_events() const;  // true when something among them was saved
  [[nodiscard]] bool at_end() const {
    pollfd end{ended.get(), POLLIN, 0};
    return ::poll(&end, 1, 0) > 0;
  }
};

bool Watch::Inside::wait(int ms) const {
  std::array<pollfd, 2> both{pollfd{events.get(), POLLIN, 0}, pollfd{ended.get(), POLLIN, 0}};
  while (::poll(both.data(), both.size(), ms) < 0)
    if (errno != EINTR) return false;
  return (both[0].revents & POLLIN) != 0 && (both[1].revents & POLLIN) == 0;
}

// A file that is made is told of when it is written; a folder is there at once.
bool Watch::Inside::take_events() const {
  bool any = false;
  alignas(inotify_event) std::array<char, 4096> events_now{};
  for (ssize_t got = 0; (got = ::read(events.get(), events_now.data(), events_now.size())) > 0;) {
    for (std::size_t at = 0; at < static_cast<std::size_t>(got);) {
      inotify_event one{};
      std::memcpy(&one, events_now.data() + at, sizeof one);
      any = any || (one.mask & ~static_cast<std::uint32_t>(IN_CREATE)) != 0 || (one.mask & IN_ISDIR) != 0;
      at += sizeof one + one.len;
    }
  }
  return any;
}

void Watch::Inside::look() const {
  while (!at_end()) {
    if (!wait(-1)) continue;
    bool any = false;
    do any |= take_events();
    while (wait(calm_ms));
    if (any && !at_end()) saved();
  }
}

Watch::Watch(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Watch::Watch(Watch&&) noexcept = default;
Watch& Watch::operator=(Watch&&) noexcept = default;

Watch::~Watch() = default;

tl::expected<Watch, std::string> Watch::begin(const std::vector<std::filesystem::path>& folders, std::function<void()> saved) {
  auto inside = std::make_unique<Inside>();
  inside->events = Descriptor(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
  inside->ended = Descriptor(::eventfd(0, EFD_CLOEXEC));
  inside->saved = std::move(saved);
  if (!inside->events.is_open() || !inside->ended.is_open())
    return tl::unexpected("Files cannot be watched: " + std::generic_category().message(errno) + ".");
  bool any = false;
  for (const std::filesystem::path& folder : folders)
    any |= ::inotify_add_watch(inside->events.get(), folder.c_str(), watched_for) >= 0;
  if (!any) return tl::unexpected("No folder can be watched: " + std::generic_category().message(errno) + ".");
  inside->looks = std::thread([raw = inside.get()] { raw->look(); });
  return Watch(std::move(inside));
}

}  // namespace greenline::files
