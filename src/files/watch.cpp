// Watches folders by inotify.
#include "files/watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <map>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "files/descriptor.h"
#include "files/lookout.h"

namespace greenline::files {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t watched_for = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE;
constexpr std::uint32_t comes_or_goes = IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE;
constexpr std::uint32_t goes_itself = IN_MOVE_SELF | IN_DELETE_SELF;

constexpr std::chrono::seconds longest_restless{1};  // then what happened until now is told, calm or not

fs::path whole_path(const fs::path& folder) {
  std::error_code error;
  const fs::path whole = fs::absolute(folder, error).lexically_normal();
  return error ? folder : whole.has_filename() ? whole : whole.parent_path();
}

}  // namespace

struct Watch::Inside {
  // What is watched of one folder.
  struct Watched {
    bool contents = false;        // its files
    std::set<std::string> names;  // folders in it that lead to one whose files are watched
  };
  std::vector<fs::path> folders;  // absolute
  std::map<int, Watched> watched;
  Descriptor events;
  std::function<void()> saved;
  Lookout lookout;  // last in, first out

  void look();
  [[nodiscard]] bool wait(int ms) const { return lookout.wait(events.get(), POLLIN, ms); }
  [[nodiscard]] bool take_events();  // true when something among them was saved, came or went
  bool watch_folders();
  Watched* watch(const fs::path& folder, std::uint32_t mask);
};

Watch::Inside::Watched* Watch::Inside::watch(const fs::path& folder, std::uint32_t mask) {
  const int number = ::inotify_add_watch(events.get(), folder.c_str(), mask | IN_MASK_ADD | IN_ONLYDIR);
  return number < 0 ? nullptr : &watched[number];
}

// Each folder, and of each that it lies in only whether the next on the way to it comes or goes: a busy one wakes nobody often.
// False when none is there.
bool Watch::Inside::watch_folders() {
  for (const auto& [number, which] : watched) ::inotify_rm_watch(events.get(), number);
  watched.clear();
  bool any = false;
  for (const fs::path& folder : folders) {
    // From above, so that one that comes meanwhile is seen coming.
    fs::path way;
    bool there = true;
    for (const fs::path& next : folder) {
      if (!way.empty() && there) {
        Watched* const in = watch(way, comes_or_goes | goes_itself);
        there = in != nullptr;
        if (there) in->names.insert(next.string());
      }
      way /= next;
    }
    Watched* const itself = watch(folder, watched_for | goes_itself);
    if (itself != nullptr) itself->contents = true;
    any = any || itself != nullptr;
  }
  return any;
}

// A file that is made is told of when it is written; a folder is there at once.
bool Watch::Inside::take_events() {
  bool any = false, anew = false;
  alignas(inotify_event) std::array<char, 4096> events_now{};
  for (ssize_t got = 0; (got = ::read(events.get(), events_now.data(), events_now.size())) > 0;) {
    for (std::size_t at = 0; at < static_cast<std::size_t>(got);) {
      inotify_event one{};
      std::memcpy(&one, events_now.data() + at, sizeof one);
      const char* const name = events_now.data() + at + sizeof one;
      at += sizeof one + one.len;
      anew = anew || (one.mask & IN_Q_OVERFLOW) != 0;
      const auto found = watched.find(one.wd);
      if (found == watched.end()) continue;
      const Watched& which = found->second;
      const bool begun = (one.mask & IN_CREATE) != 0 && (one.mask & IN_ISDIR) == 0;
      any = any || (which.contents && (one.mask & watched_for) != 0 && !begun);
      anew = anew || (one.mask & goes_itself) != 0 ||
             (one.len > 0 && (one.mask & comes_or_goes) != 0 && which.names.contains(name));
    }
  }
  if (anew) watch_folders();
  return any || anew;
}

void Watch::Inside::look() {
  while (!lookout.at_end()) {
    if (!wait(-1)) continue;
    bool any = false;
    const auto latest = std::chrono::steady_clock::now() + longest_restless;
    do any |= take_events();
    while (any && std::chrono::steady_clock::now() < latest && wait(calm_ms));
    if (any && !lookout.at_end()) saved();
  }
}

Watch::Watch(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Watch::Watch(Watch&&) noexcept = default;
Watch& Watch::operator=(Watch&&) noexcept = default;

Watch::~Watch() = default;

tl::expected<Watch, std::string> Watch::begin(const std::vector<fs::path>& folders, std::function<void()> saved) {
  auto inside = std::make_unique<Inside>();
  for (const fs::path& folder : folders) inside->folders.push_back(whole_path(folder));
  inside->events = Descriptor(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
  inside->saved = std::move(saved);
  if (!inside->events.is_open() || !inside->lookout.is_open())
    return tl::unexpected("Files cannot be watched: " + std::generic_category().message(errno) + ".");
  if (!inside->watch_folders())
    return tl::unexpected("No folder can be watched: " + std::generic_category().message(errno) + ".");
  inside->lookout.begin([raw = inside.get()] { raw->look(); });
  return Watch(std::move(inside));
}

}  // namespace greenline::files
