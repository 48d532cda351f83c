// A folder beside the installed packs in which one is made ready, and its way into its place.
#pragma once
#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "files/descriptor.h"

namespace greenline::shelf {

inline constexpr const char* coming_prefix = ".coming-";  // half made, or on its way out: swept
inline constexpr const char* was_prefix = ".was-";        // aside for a moment: put back when its place is empty, else swept

// Whoever changes a store has its turn as long as this lives.
class Turn {
 public:
  // Makes the folder where it is missing. `wait`: until others are done; else not open when somebody is at it.
  Turn(const std::filesystem::path& store, bool wait);
  [[nodiscard]] bool is_open() const { return lock_.is_open(); }

 private:
  files::Descriptor lock_;
};

// Gone with all that is in it, unless it was moved into its place.
class Staging {
 public:
  // The error is a reason in a few words.
  [[nodiscard]] static tl::expected<Staging, std::string> begin(const std::filesystem::path& store);
  Staging(Staging&& other) noexcept : folder_(std::exchange(other.folder_, {})) {}
  Staging& operator=(Staging&&) = delete;
  ~Staging();

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  // A file of the pack, on the disk when this returns. Its name is one that content::PackSource vouches for.
  [[nodiscard]] tl::expected<void, std::string> put(const std::string& file, const std::string& bytes) const;
  // The folders too are on the disk when this returns.
  [[nodiscard]] tl::expected<void, std::string> sync() const;
  // To `place`, in one step, on the disk when this returns. What stands there is gone.
  [[nodiscard]] tl::expected<void, std::string> move_to(const std::filesystem::path& place);

 private:
  explicit Staging(std::filesystem::path folder) : folder_(std::move(folder)) {}
  std::filesystem::path folder_;
};

// Out of sight in one step, and then gone. The error is a reason in a few words, and it is still there.
[[nodiscard]] tl::expected<void, std::string> take_away(const std::filesystem::path& folder);
// Whatever a kill left in a store whose turn is ours.
void sweep_store(const std::filesystem::path& store);

}  // namespace greenline::shelf
