// Says when files in some folders are saved, come or go, and when folders do.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace greenline::files {

class Watch {
 public:
  // Looks at what lies in these folders, not at what lies in folders of theirs. `saved` is called on a thread of its own, once
  // for what is saved within `calm_ms`: an editor writes a file in several steps. A folder that goes away, or another that
  // comes in its place, is told too, and watched from then on. Folders that cannot be watched are left out; the error, a
  // sentence, is that none can.
  [[nodiscard]] static tl::expected<Watch, std::string> begin(const std::vector<std::filesystem::path>& folders,
                                                              std::function<void()> saved);
  static constexpr int calm_ms = 40;
  Watch(Watch&&) noexcept;
  Watch& operator=(Watch&&) noexcept;
  ~Watch();  // `saved` is not called any more

 private:
  struct Inside;
  explicit Watch(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::files
