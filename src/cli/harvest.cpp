// greenline harvest: what a convening takes along, in a folder that explains itself.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstring>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/offscreen_wall.h"
#include "app/resources.h"
#include "cli/command.h"
#include "cli/on_paper.h"
#include "cli/saved_room.h"
#include "files/read.h"
#include "harvest/folder.h"
#include "harvest/leaving.h"
#include "view/staging.h"

namespace greenline::cli {
namespace {

constexpr int wall_across = 3840, wall_down = 2160;
constexpr float wall_pixels_per_mm = 3.2F;  // so that letters are as large as on a 55-inch screen of that many pixels

struct HarvestOptions {
  std::string convening, to, for_whom, language, palette = "daylight", paper = "a4";
  std::vector<std::string> only;
};

std::vector<std::string> names_of_forms() {
  std::vector<std::string> names;
  names.reserve(harvest::all_forms.size());
  for (const harvest::Form form : harvest::all_forms) names.emplace_back(to_text(form));
  return names;
}

std::set<harvest::Form> wanted(const std::vector<std::string>& only) {
  std::set<harvest::Form> forms;
  for (const harvest::Form form : harvest::all_forms)
    if (only.empty() || std::ranges::find(only, to_text(form)) != only.end()) forms.insert(form);
  return forms;
}

// The wall of what leaves, and nothing else, as it stood in the last phase.
tl::expected<render::Picture, std::string> picture_of(const app::Resources& resources, const harvest::Leaving& leaving,
                                                      const std::string& language) {
  station::Session session(resources.pack, station::seeded_sources(1));
  std::string phase;
  for (const model::Event& event : leaving.events) {
    if (const auto* entered = std::get_if<model::PhaseEntered>(&event.body)) phase = entered->phase;
    if (!std::holds_alternative<model::ActivityClosed>(event.body)) (void)session.ingest(event);
  }
  if (!phase.empty()) (void)session.submit(model::EnterPhase{phase}, model::the_host);
  view::WallSetting setting;
  setting.width = wall_across;
  setting.height = wall_down;
  setting.pixels_per_mm = wall_pixels_per_mm;
  setting.legible_px = 24;
  setting.language = language;
  view::choose_languages(resources.pack.activity, setting);
  auto offscreen = app::OffscreenWall::open(resources, session, setting);
  if (!offscreen) return tl::unexpected(offscreen.error());
  return (*offscreen)->picture();
}

int make_harvest(const HarvestOptions& options) {
  const auto room = open_saved_room(options.convening, options.palette);
  if (!room) return complain(room.error());
  const app::Resources& resources = room->resources;
  const std::string schema = (resources.paths.content / "schema" / "convening.schema.json").string();
  const auto schema_text = files::read_whole(schema, content::max_file_bytes);
  if (!schema_text) return complain(schema + " cannot be read: found " + schema_text.error().found + ".");

  const harvest::Leaving leaving = harvest::what_leaves(room->events, resources.pack.activity);
  view::WallSetting languages;
  languages.language = options.language;
  view::choose_languages(resources.pack.activity, languages);
  const harvest::Harvest told(leaving, resources.pack, resources.strings, languages.language, options.for_whom);
  const std::set<harvest::Form> forms = wanted(options.only);
  render::Picture wall;
  harvest::WallPicture picture;
  if (forms.contains(harvest::Form::wall) || forms.contains(harvest::Form::html) || forms.contains(harvest::Form::pdf)) {
    auto drawn = picture_of(resources, leaving, options.language);
    if (!drawn) return complain(drawn.error());
    wall = *std::move(drawn);
    auto png = render::png_bytes(wall);
    if (!png) return complain(png.error());
    picture = {*std::move(png), on_paper(wall)};
  }
  const auto files = files_of(told, picture, *schema_text, options.paper == "letter" ? paper::letter : paper::a4, forms);
  const auto written = harvest::write_folder(options.to, files);
  if (!written) return complain(written.error());
  return tell(written->string());
}

}  // namespace

void add_harvest(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<HarvestOptions>();
  CLI::App* command =
      app.add_subcommand("harvest", "Put what a convening takes along into a folder: pages, a book, tables, the wall");
  command->footer(
      "What people veiled, held, took back or marked to stay in the room is in none of it. Nothing is sent anywhere.\n\n"
      "Example: greenline harvest room.greenline --to /media/stick/our-harvest --for \"the district's parents\"");
  command->add_option("convening", options->convening, "A saved convening; it is only read")->required();
  command
      ->add_option("--to", options->to,
                   "The folder to make; where one of that name is there already, another is made beside it")
      ->required();
  command->add_option("--for", options->for_whom, "For whom it is, in the host's words; it stands in its first lines");
  command->add_option("--only", options->only, "Of its files only these, with commas between several")
      ->delimiter(',')
      ->check(CLI::IsMember(names_of_forms()));
  command->add_option("--language", options->language,
                      "BCP 47 tag of the language of its headings (the activity's first, if not given)");
  command->add_option("--palette", options->palette, "Colours of the wall's picture: dusk, daylight or high-contrast")
      ->capture_default_str();
  command->add_option("--paper", options->paper, "Of the book")->capture_default_str()->check(CLI::IsMember({"a4", "letter"}));
  command->callback([options, &exit_code] { exit_code = make_harvest(*options); });
}

}  // namespace greenline::cli
