#include "journal/folders.h"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <vector>

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;

std::optional<fs::path> absolute_in(const char* variable) {
  const char* value = std::getenv(variable);
  if (value == nullptr || !fs::path(value).is_absolute()) return std::nullopt;
  return fs::path(value);
}

std::optional<fs::path> home_in_user_database() {
  constexpr std::size_t most_bytes = std::size_t{1} << 20;
  std::vector<char> room(1024);
  passwd entry{};
  passwd* found = nullptr;
  while (::getpwuid_r(::geteuid(), &entry, room.data(), room.size(), &found) == ERANGE && room.size() < most_bytes) {
    room.resize(room.size() * 2);
  }
  if (found == nullptr || found->pw_dir == nullptr || !fs::path(found->pw_dir).is_absolute()) return std::nullopt;
  return fs::path(found->pw_dir);
}

// Others' rights are taken away from a folder that is ours to close.
std::error_code close_to_others(const fs::path& folder) {
  struct stat about {};
  if (::stat(folder.c_str(), &about) != 0) return {errno, std::generic_category()};
  if (about.st_uid != ::geteuid() || (about.st_mode & 077U) == 0) return {};
  if (::chmod(folder.c_str(), about.st_mode & 0700U) != 0) return {errno, std::generic_category()};
  return {};
}

}  // namespace

std::optional<fs::path> home_folder() {
  if (auto home = absolute_in("HOME")) return home;
  return home_in_user_database();
}

std::optional<fs::path> base_folder(const char* variable, std::string_view below_home) {
  // The base directory specification has a path that is not absolute count as not set.
  if (auto base = absolute_in(variable)) return base;
  const auto home = home_folder();
  if (!home) return std::nullopt;
  return *home / below_home;
}

std::optional<fs::path> convenings_folder() {
  const auto base = base_folder("XDG_DATA_HOME", ".local/share");
  if (!base) return std::nullopt;
  return *base / "greenline" / "convenings";
}

std::error_code make_private_folder(const fs::path& folder) {
  std::error_code error;
  if (folder.empty() || fs::is_directory(folder, error)) return {};
  if (const std::error_code above = folder.has_relative_path() ? make_private_folder(folder.parent_path()) : std::error_code();
      above) {
    return above;
  }
  if (::mkdir(folder.c_str(), S_IRWXU) == 0 || errno == EEXIST) return {};
  const std::error_code why(errno, std::generic_category());
  return fs::is_directory(folder, error) ? std::error_code() : why;
}

std::error_code make_own_folder(const fs::path& folder) {
  if (const std::error_code error = make_private_folder(folder)) return error;
  if (const std::error_code error = close_to_others(folder)) return error;
  const fs::path above = folder.parent_path();
  return above.filename() == "greenline" ? close_to_others(above) : std::error_code();
}

}  // namespace greenline::journal
