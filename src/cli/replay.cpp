// greenline replay: how a wall grew, as a moving picture or on paper.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/offscreen_wall.h"
#include "cli/command.h"
#include "cli/numbers.h"
#include "cli/on_paper.h"
#include "cli/saved_room.h"
#include "cli/video.h"
#include "files/write.h"
#include "harvest/replay.h"
#include "paper/film.h"
#include "view/staging.h"

namespace greenline::cli {
namespace {

constexpr double stands_at_the_end_s = 3;
constexpr float replay_pixels_per_mm = 1.58F;

struct ReplayOptions {
  std::string convening, out, pages, palette = "dusk", size = "1920x1080", language, paper = "a4";
  double tell_in_s = 60;
  int fps = 25, pictures = 12;
};

// Its own beginnings are older than anything that people do.
station::Sources before_all() {
  return {.unix_ms = [] { return std::int64_t{1}; }, .random = std::mt19937_64(1)};
}

// A wall that is told a story.
class Telling {
 public:
  Telling(const SavedRoom& room, const ReplayOptions& options)
      : room_(room), replay_(room.events, room.resources.pack.activity), session_(room.resources.pack, before_all()) {
    const auto size = size_from_text(options.size).value();
    setting_.width = static_cast<float>(size.first);
    setting_.height = static_cast<float>(size.second);
    setting_.pixels_per_mm = replay_pixels_per_mm;
    setting_.language = options.language;
    view::choose_languages(room.resources.pack.activity, setting_);
  }
  tl::expected<void, std::string> begin() {
    auto wall = app::OffscreenWall::open(room_.resources, session_, setting_);
    if (!wall) return tl::unexpected(wall.error());
    wall_ = *std::move(wall);
    auto first = wall_->picture();
    if (!first) return tl::unexpected(first.error());
    return {};
  }
  void go_to(double share) {
    for (const std::size_t until = replay_.happened_by(share); told_ < until; ++told_)
      (void)session_.ingest(replay_.events()[told_]);
  }
  // What is on the wall so much later.
  render::Picture frame(double seconds) {
    (void)wall_->frame(static_cast<float>(seconds));
    render::Picture picture{wall_->renderer().width(), wall_->renderer().height(), {}};
    wall_->renderer().read_pixels(picture.rgba);
    return picture;
  }
  tl::expected<render::Picture, std::string> at_rest() { return wall_->picture(); }

 private:
  const SavedRoom& room_;
  harvest::Replay replay_;
  station::Session session_;
  view::WallSetting setting_;
  std::unique_ptr<app::OffscreenWall> wall_;
  std::size_t told_ = 0;
};

tl::expected<void, std::string> film(const SavedRoom& room, const ReplayOptions& options) {
  Telling telling(room, options);
  if (auto begun = telling.begin(); !begun) return begun;
  const auto size = size_from_text(options.size).value();
  auto out = begin_moving_picture(options.out, size.first, size.second, options.fps);
  if (!out) return tl::unexpected(out.error());
  const double all_s = options.tell_in_s + stands_at_the_end_s;
  const int frames = std::max(1, static_cast<int>(all_s * options.fps));
  for (int i = 0; i < frames; ++i) {
    telling.go_to(static_cast<double>(i + 1) / options.fps / options.tell_in_s);
    if (auto added = (*out)->add(telling.frame(1.0 / options.fps)); !added) return added;
  }
  return (*out)->finish();
}

tl::expected<void, std::string> print(const SavedRoom& room, const ReplayOptions& options) {
  Telling telling(room, options);
  if (auto begun = telling.begin(); !begun) return begun;
  std::vector<render::Picture> pictures;
  for (int i = 0; i < options.pictures; ++i) {
    telling.go_to(static_cast<double>(i + 1) / options.pictures);
    auto picture = telling.at_rest();
    if (!picture) return tl::unexpected(picture.error());
    pictures.push_back(*std::move(picture));
  }
  const std::vector<paper::Pixels> pixels = on_paper(pictures);
  const content::Activity& activity = room.resources.pack.activity;
  const std::string language = options.language.empty() ? activity.languages.front() : options.language;
  const std::string pdf = paper::film(std::string(content::in_language(activity.title, language)), language, pixels,
                                      options.paper == "letter" ? paper::letter : paper::a4);
  if (pdf.empty()) return tl::unexpected(options.pages + " could not be made.");
  if (auto written = files::write_whole(options.pages, pdf); !written)
    return tl::unexpected(options.pages + " cannot be written: " + written.error() + ".");
  return {};
}

int replay(const ReplayOptions& options) {
  if (options.out.empty() && options.pages.empty())
    return complain("Say where the story goes: --out FOLDER, --out FILM.mp4, or --pages PAGES.pdf.");
  const auto room = open_saved_room(options.convening, options.palette);
  if (!room) return complain(room.error());
  if (!options.out.empty()) {
    if (auto made = film(*room, options); !made) return complain(made.error());
    tell(options.out);
  }
  if (!options.pages.empty()) {
    if (auto made = print(*room, options); !made) return complain(made.error());
    tell(options.pages);
  }
  return 0;
}

}  // namespace

void add_replay(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ReplayOptions>();
  CLI::App* command = app.add_subcommand("replay", "Show how a wall grew, as a moving picture or on paper");
  command->footer(
      "What people veiled, took back or marked to stay in the room is not shown; what was held is hidden until it was "
      "revealed. Long quiet is "
      "told shortly.\n\n"
      "Example: greenline replay room.greenline --tell-in 60 --out how-it-grew.mp4");
  command->add_option("convening", options->convening, "A saved convening; it is only read")->required();
  command->add_option("--out", options->out,
                      "A video (.mp4, .mkv or .webm: ffmpeg writes it), or a new folder for numbered pictures");
  command->add_option("--pages", options->pages, "A PDF with six pictures a page");
  command->add_option("--tell-in", options->tell_in_s, "Seconds that the story takes")
      ->capture_default_str()
      ->check(number_from(1, 3600));
  command->add_option("--pictures", options->pictures, "How many, on the pages")
      ->capture_default_str()
      ->check(whole_number_from(1, 120));
  command->add_option("--fps", options->fps, "Pictures a second")->capture_default_str()->check(whole_number_from(1, 120));
  command->add_option("--size", options->size, "Pixels, like 1920x1080")
      ->capture_default_str()
      ->check([](const std::string& text) {
        return size_from_text(text) ? std::string() : "'" + text + "' is not a size; write it like 1920x1080";
      });
  command->add_option("--palette", options->palette, "Colours: dusk, daylight or high-contrast")->capture_default_str();
  command->add_option("--language", options->language,
                      "BCP 47 tag of the language on the wall (the activity's first, if not given)");
  command->add_option("--paper", options->paper, "Of the pages")->capture_default_str()->check(CLI::IsMember({"a4", "letter"}));
  command->callback([options, &exit_code] { exit_code = replay(*options); });
}

}  // namespace greenline::cli
