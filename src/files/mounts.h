// What is mounted where, and being told when that changes: sticks come and go.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace greenline::files {

// The mount points that a text of /proc/self/mountinfo names (proc(5)), in its order: a space in one is written \040 there.
[[nodiscard]] std::vector<std::filesystem::path> mount_points(std::string_view mountinfo);
// Those of this machine that lie in one of these folders, however deep, as they are now; sorted, each once.
[[nodiscard]] std::vector<std::filesystem::path> mounted_in(const std::vector<std::filesystem::path>& folders);

class MountWatch {
 public:
  // `changed` is called on a thread of its own, once for what changes within `calm_ms`. The error, a sentence, is that nobody
  // can be told.
  [[nodiscard]] static tl::expected<MountWatch, std::string> begin(std::function<void()> changed);
  static constexpr int calm_ms = 100;
  MountWatch(MountWatch&&) noexcept;
  MountWatch& operator=(MountWatch&&) noexcept;
  ~MountWatch();  // `changed` is not called any more

 private:
  struct Inside;
  explicit MountWatch(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::files
