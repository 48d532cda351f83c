#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "app/typed.h"
#include "cli/command.h"
#include "cli/numbers.h"
#include "content/shown.h"
#include "scene/legible.h"
#include "shelf/store.h"
#include "view/staging.h"

namespace greenline::cli {
namespace {

constexpr int smallest_side = 200, largest_side = 16384;
constexpr long long most_pixels = 1LL << 26;  // half a dozen pictures of this size are 1.6 GB
constexpr float least_em_px = 12, largest_em_of_side = 0.06F;

}  // namespace

std::string pack_meant_by(const std::string& named) {
  std::error_code unknown;
  const auto folder = app::packs_folder();
  if (named.empty() || named.find('/') != named.npos || !folder || std::filesystem::exists(named, unknown)) return named;
  for (const shelf::Installed& one : shelf::Store(*folder).installed())
    if (one.identity.id == named) return one.folder.string();
  return named;
}

std::string called_for_move(const WallOptions& options, bool activity_named) {
  if (options.pack.empty()) return "--to " + app::typed(options.activity);
  if (!activity_named) return "--to " + app::typed(options.pack);
  return "--pack " + app::typed(options.pack) + " --to " + app::typed(options.activity);
}

std::string is_size(const std::string& text) {
  return size_from_text(text)
             ? std::string()
             : "'" + text + "' is not a size; write it like 1920x1080 (each side 200 to 16384, at most 67 million pixels)";
}

std::optional<std::pair<int, int>> size_from_text(const std::string& text) {
  int width = 0, height = 0;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, width);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != 'x') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, height);
  if (second.ec != std::errc() || second.ptr != end) return std::nullopt;
  if (std::min(width, height) < smallest_side || std::max(width, height) > largest_side) return std::nullopt;
  if (1LL * width * height > most_pixels) return std::nullopt;
  return std::pair{width, height};
}

void add_wall_options(CLI::App& command, WallOptions& options, const std::string& default_size) {
  options.size = default_size;
  add_activity(command, options);
  command
      .add_option("--palette", options.palette,
                  "Colours: dusk, daylight (for bright rooms and weak projectors) or high-contrast")
      ->capture_default_str();
  command.add_option("--language", options.language,
                     "BCP 47 tag of the language on the wall (the activity's first, if not given)");
  command.add_option("--second-language", options.second_language, "A second language, shown under the first");
  command.add_option("--layout", options.layout, "Another layout of the canvas: hexagon or rows for the six circles");
  auto* size = command.add_option("--size", options.size, "Pixels, like 1920x1080")->check(is_size);
  if (!default_size.empty()) size->capture_default_str();
  command
      .add_option(
          "--viewing-distance", options.viewing_distance_m,
          "Metres from which the whole room must read names and prompts: their capitals are a two-hundredth of that high, "
          "where it fits. Cards are read at the glass (as large as the layout has them, if not given)")
      ->check(number_from(0.2, 30));
  command
      .add_option("--pixels-per-mm", options.pixels_per_mm, "Of the glass, where the monitor does not say it or says it wrong")
      ->check(number_from(0.5, 40));
  command
      .add_option("--reach", options.reach_mm,
                  "Millimetres above the screen's lower edge to which everybody's hands come. On a higher screen the wall can "
                  "be brought down, and a small map beside what is written sends it up")
      ->capture_default_str()
      ->check(number_from(300, 5000));
  command.add_flag("--still", options.still, "No motion: everything stands at rest at once, and nothing breathes");
  command.add_flag(
      "--table", options.table,
      "The screen lies flat and people stand round it: each place to write turns to the side of the table that was "
      "touched");
}

void add_activity(CLI::App& command, WallOptions& options) {
  command
      .add_option("--activity", options.activity, "A built-in activity's name, or the path of an activity's file or of a pack")
      ->capture_default_str();
}

void add_pack(CLI::App& command, WallOptions& options) {
  command.add_option("PACK", options.pack,
                     "A pack of activities: a folder with a pack.json in it, a .zip of one, or the id of one that is "
                     "installed. --activity then names one of its activities (its first, if not given)");
}

tl::expected<app::Resources, std::string> load_resources(const WallOptions& options, bool activity_named) {
  const bool first_of_pack = !options.pack.empty() && !activity_named;
  return app::load_resources(first_of_pack ? std::string() : options.activity, options.palette, pack_meant_by(options.pack));
}

view::WallSetting wall_setting(const WallOptions& options, int width, int height, float pixels_per_mm) {
  view::WallSetting setting;
  setting.width = static_cast<float>(width);
  setting.height = static_cast<float>(height);
  setting.pixels_per_mm = options.pixels_per_mm > 0 ? static_cast<float>(options.pixels_per_mm) : pixels_per_mm;
  setting.language = options.language;
  setting.second_language = options.second_language;
  setting.reach_mm = static_cast<float>(options.reach_mm);
  setting.still = options.still;
  setting.table = options.table;
  // On a very small screen, or one said to be very dense, what can be read at the glass gives way: else nothing would fit at
  // all.
  const float largest_em_px = largest_em_of_side * std::min(setting.width, setting.height);
  setting.legible_px =
      std::min(largest_em_px, std::max(least_em_px, static_cast<float>(scene::em_at_the_glass_mm) * setting.pixels_per_mm));
  setting.room_capital_px =
      static_cast<float>(scene::capital_mm_for(options.viewing_distance_m * 1000)) * setting.pixels_per_mm;
  return setting;
}

std::string note_of_distance(const WallOptions& options, const app::Resources& resources, const view::WallSetting& setting,
                             text::Engine& engine) {
  if (options.viewing_distance_m <= 0) return {};
  const double reached_m = view::read_from_m(resources.pack, resources.strings, setting, engine);
  if (reached_m >= options.viewing_distance_m * 0.99) return {};
  const auto capital_mm = [](double distance_m) { return scene::capital_mm_for(distance_m * 1000); };
  std::ostringstream note;
  note << std::fixed << std::setprecision(1) << "To be read from " << options.viewing_distance_m
       << " m, capitals of names and prompts would have to be " << capital_mm(options.viewing_distance_m)
       << " mm high. On this screen they are as large as fits, " << capital_mm(reached_m) << " mm: they can be read from "
       << reached_m << " m. One language, another layout or a larger picture gives them more room.";
  return note.str();
}

int complain(const std::string& sentence) {
  std::cerr << content::shown_lines(sentence) << '\n';
  return 1;
}

int tell(const std::string& answer) {
  std::cout << content::shown_lines(answer) << '\n';
  return 0;
}

}  // namespace greenline::cli
