// Watches folders by inotify.
#include "files/watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <system_error>
#include <utility>

#include "files/descriptor.h"
#include "files/lookout.h"

namespace greenline::files {
namespace {

constexpr std::uint32_t watched_for = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE;

}  // namespace

struct Watch::Inside {
  Descriptor events;
  std::function<void()> saved;
  Lookout lookout;  // last in, first out

  void look() const;
  [[nodiscard]] bool wait(int ms) const { return lookout.wait(events.get(), POLLIN, ms); }
  [[nodiscard]] bool take_events() const;  // true when something among them was saved
};

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
  while (!lookout.at_end()) {
    if (!wait(-1)) continue;
    bool any = false;
    do any |= take_events();
    while (wait(calm_ms));
    if (any && !lookout.at_end()) saved();
  }
}

Watch::Watch(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Watch::Watch(Watch&&) noexcept = default;
Watch& Watch::operator=(Watch&&) noexcept = default;

Watch::~Watch() = default;

tl::expected<Watch, std::string> Watch::begin(const std::vector<std::filesystem::path>& folders, std::function<void()> saved) {
  auto inside = std::make_unique<Inside>();
  inside->events = Descriptor(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
  inside->saved = std::move(saved);
  if (!inside->events.is_open() || !inside->lookout.is_open())
    return tl::unexpected("Files cannot be watched: " + std::generic_category().message(errno) + ".");
  bool any = false;
  for (const std::filesystem::path& folder : folders)
    any |= ::inotify_add_watch(inside->events.get(), folder.c_str(), watched_for) >= 0;
  if (!any) return tl::unexpected("No folder can be watched: " + std::generic_category().message(errno) + ".");
  inside->lookout.begin([raw = inside.get()] { raw->look(); });
  return Watch(std::move(inside));
}

}  // namespace greenline::files
