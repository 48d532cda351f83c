#include "app/paths.h"

#include <cstdlib>
#include <vector>

#include "journal/folders.h"

namespace greenline::app {

tl::expected<Paths, std::string> find_paths() {
  namespace fs = std::filesystem;
  std::vector<fs::path> places;
  bool asked_for = false;
  if (const char* home = std::getenv("GREENLINE_HOME"); home != nullptr && *home != '\0') {
    places.emplace_back(home);
    asked_for = true;  // whoever names one place wants no other
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error && !asked_for) {
    places.push_back(program.parent_path().parent_path() / "share" / "greenline");
    for (fs::path up = program.parent_path(); up.has_relative_path(); up = up.parent_path()) places.push_back(up);
  }
  std::string looked;
  for (const fs::path& place : places) {
    Paths paths{place / "assets", place / "content", place / "shaders"};
    if (fs::is_directory(paths.assets / "palettes", error) && fs::is_directory(paths.content / "activities", error) &&
        fs::is_directory(paths.shaders, error)) {
      return paths;
    }
    looked += "\n  " + place.string();
  }
  return tl::unexpected("Greenline's assets, content and shaders were not found. It looked in:" + looked +
                        (asked_for ? "\nThat is what GREENLINE_HOME says; set it to the folder that holds them, or to nothing."
                                   : "\nSet GREENLINE_HOME to the folder that holds them."));
}

std::optional<std::filesystem::path> packs_folder() {
  const auto base = journal::base_folder("XDG_DATA_HOME", ".local/share");
  if (!base) return std::nullopt;
  return *base / "greenline" / "packs";
}

}  // namespace greenline::app
