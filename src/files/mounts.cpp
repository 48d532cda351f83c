// Looks at /proc/self/mountinfo, whose descriptor says when it changes (proc(5): POLLPRI and POLLERR).
#include "files/mounts.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "files/descriptor.h"
#include "files/lookout.h"

namespace greenline::files {
namespace {

namespace fs = std::filesystem;

constexpr const char* mountinfo_file = "/proc/self/mountinfo";

// "\040" and its kin, three octal digits, are one byte.
std::string unescaped(std::string_view word) {
  const auto octal = [](char c) { return c >= '0' && c <= '7'; };
  std::string out;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const bool escape =
        word[at] == '\\' && at + 3 < word.size() && octal(word[at + 1]) && octal(word[at + 2]) && octal(word[at + 3]);
    if (!escape) {
      out += word[at];
      continue;
    }
    out += static_cast<char>((word[at + 1] - '0') * 64 + (word[at + 2] - '0') * 8 + (word[at + 3] - '0'));
    at += 3;
  }
  return out;
}

// The fifth word of its line.
std::string_view mount_point_of(std::string_view line) {
  for (int word = 0; word < 4; ++word) {
    const std::size_t space = line.find(' ');
    if (space == line.npos) return {};
    line.remove_prefix(space + 1);
  }
  return line.substr(0, line.find(' '));
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end() && rest != path.end();
}

// /proc does not say how long it is.
std::string all_of_mountinfo() {
  constexpr std::size_t most = std::size_t{4} << 20;
  const Descriptor file(mountinfo_file, O_RDONLY);
  std::string text;
  std::array<char, 8192> part{};
  while (file.is_open() && text.size() < most) {
    const ssize_t got = ::read(file.get(), part.data(), part.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    text.append(part.data(), static_cast<std::size_t>(got));
  }
  return text;
}

}  // namespace

std::vector<fs::path> mount_points(std::string_view mountinfo) {
  std::vector<fs::path> points;
  while (!mountinfo.empty()) {
    const std::size_t end = std::min(mountinfo.find('\n'), mountinfo.size());
    if (const std::string_view point = mount_point_of(mountinfo.substr(0, end)); !point.empty())
      points.emplace_back(unescaped(point));
    mountinfo.remove_prefix(std::min(end + 1, mountinfo.size()));
  }
  return points;
}

std::vector<fs::path> mounted_in(const std::vector<fs::path>& folders) {
  std::vector<fs::path> found;
  for (const fs::path& point : mount_points(all_of_mountinfo()))
    if (std::ranges::any_of(folders, [&](const fs::path& folder) { return lies_in(point, folder); })) found.push_back(point);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

struct MountWatch::Inside {
  Descriptor mounts;
  std::function<void()> changed;
  Lookout lookout;  // last in, first out

  [[nodiscard]] bool wait(int ms) const { return lookout.wait(mounts.get(), POLLPRI | POLLERR, ms); }
  void look() const {
    while (!lookout.at_end()) {
      if (!wait(-1)) continue;
      while (wait(calm_ms)) continue;
      if (!lookout.at_end()) changed();
    }
  }
};

MountWatch::MountWatch(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
MountWatch::MountWatch(MountWatch&&) noexcept = default;
MountWatch& MountWatch::operator=(MountWatch&&) noexcept = default;
MountWatch::~MountWatch() = default;

tl::expected<MountWatch, std::string> MountWatch::begin(std::function<void()> changed) {
  auto inside = std::make_unique<Inside>();
  inside->mounts = Descriptor(mountinfo_file, O_RDONLY);
  inside->changed = std::move(changed);
  if (!inside->mounts.is_open() || !inside->lookout.is_open())
    return tl::unexpected("Sticks cannot be looked out for: " + std::generic_category().message(errno) + ".");
  inside->lookout.begin([raw = inside.get()] { raw->look(); });
  return MountWatch(std::move(inside));
}

}  // namespace greenline::files
