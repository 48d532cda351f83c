// greenline render: a picture of an activity or a saved convening, on a machine without a display.
#include <CLI/CLI.hpp>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/crowding.h"
#include "app/left_as_it_is.h"
#include "app/offscreen_wall.h"
#include "app/resources.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/convening_words.h"
#include "cli/moving.h"
#include "cli/named_files.h"
#include "cli/numbers.h"
#include "cli/render_all.h"
#include "files/write.h"
#include "render/colour_vision.h"
#include "scene/reading.h"
#include "simulate/simulation.h"

namespace greenline::cli {
namespace {

struct RenderOptions {
  WallOptions wall;
  std::string convening;  // file
  std::string phase;
  std::string out = "greenline.png";
  std::string report;           // empty: none
  std::string moving;           // a moving picture's file; empty: none
  double seconds = 8;           // of that
  std::string seen_by;          // a kind of eyes; empty: as it is
  std::string near;             // a region; empty: the whole wall
  bool activity_named = false;  // --activity was given
  bool all = false;
  std::string paper = "a4";
  int cards = 0;
  std::vector<std::string> people_write;  // empty: in the wall's language
  std::uint64_t seed = 1;
};

constexpr float picture_pixels_per_mm = 3.78F;  // 96 dpi: a picture has no glass

constexpr int cards_of_all = 36;  // where nobody says

std::vector<std::string> languages_of(const RenderOptions& options) {
  if (!options.people_write.empty()) return options.people_write;
  return {options.wall.language.empty() ? "en" : options.wall.language};
}

tl::expected<std::unique_ptr<station::Session>, std::string> session_for(const app::Resources& resources,
                                                                         const RenderOptions& options) {
  if (!options.convening.empty()) {
    auto opened = station::Session::open_saved(resources.pack, station::seeded_sources(options.seed), options.convening,
                                               resources.paths.content);
    if (!opened) return tl::unexpected(app::to_text({convening_in_trouble(options.convening, opened.error())}));
    if (options.activity_named && !content::same_pack(opened->pack(), resources.pack)) {
      complain(options.convening + " began with another activity than " + resources.pack.activity.id +
               ", or before it was changed: the picture shows it with its own, " + opened->pack().activity.id +
               ". For a picture of " + resources.pack.activity.id + ", leave --convening out.");
    }
    for (const station::Remark& remark :
         app::changed_since(opened->pack(), resources.pack, resources.paths.content, options.convening,
                            called_for_move(options.wall, options.activity_named)))
      complain(station::sentence_of(remark, resources.strings, "en"));
    if (const journal::Missing missing = opened->missing(); missing.anything()) {
      const std::string_view blank = resources.strings(missing.events > 0 ? "journal.missing" : "journal.may_miss", "en");
      complain(content::filled(blank, {options.convening, std::to_string(missing.events)}));
    }
    return std::make_unique<station::Session>(std::move(*opened));
  }
  auto session = std::make_unique<station::Session>(resources.pack, station::seeded_sources(options.seed));
  if (options.cards > 0) {
    auto phrases = phrases_for(resources, languages_of(options));
    if (!phrases) return tl::unexpected(phrases.error());
    auto played = simulate::play(*session, *phrases, {options.seed, options.cards, options.phase});
    if (!played) return tl::unexpected(played.error());
  }
  return session;
}

// The picture is of this phase, whichever the convening is in: what is kept of it does not change.
bool show_phase(station::Session& session, const std::string& phase) {
  if (phase.empty() || session.phase().id == phase) return true;
  return session.submit(model::EnterPhase{phase}, model::the_host).has_value();
}

std::string checked_eyes(const std::string& text) {
  if (render::eyes_from_text(text)) return {};
  const std::string near = content::nearest_spelling(text, render::eyes_known());
  return "'" + text + "' is no kind of eyes: protan, deutan, tritan or achroma" +
         (near.empty() ? "" : "; did you mean " + near + "?");
}

// What the picture shows, for programs: by which arrangement two of them can be told apart or known as the same.
tl::expected<void, std::string> write_report(const std::string& file, const scene::Scene& scene, const RenderOptions& options) {
  const scene::Stage& stage = scene.stage();
  const content::Layout& layout = content::layout_for(stage.canvas, stage.activity.layout, stage.width, stage.height);
  const auto arrangement = scene.arrangement();
  const scene::Reading reading = scene::reading_of(scene);
  const auto rounded = [](float value) { return std::round(static_cast<double>(value) * 100) / 100; };
  const nlohmann::ordered_json report = {
      {"picture", options.out},
      {"width", static_cast<int>(stage.width)},
      {"height", static_cast<int>(stage.height)},
      {"activity", stage.activity.id},
      {"phase", stage.phase},
      {"canvas", stage.canvas.id},
      {"layout", {{"name", layout.name}, {"width", layout.width}, {"height", layout.height}}},
      {"cards", reading.cards},
      {"whole", reading.whole},
      {"first_line", reading.first_line},
      {"leaves", reading.leaves},
      {"type_px", rounded(reading.type_px)},
      {"capitals_mm", rounded(reading.capitals_mm)},
      {"overlapping_pairs", reading.overlapping_pairs},
      {"covered_words", reading.covered_words},
      {"arrangement", arrange::hash_text(*arrangement)}};
  auto written = files::write_whole(file, report.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
  if (!written) return tl::unexpected(file + " cannot be written: " + written.error() + ".");
  return {};
}

int render_everything(const RenderOptions& options) {
  if (const std::string trouble = app::trouble_with_fonts(); !trouble.empty()) return complain(trouble);
  auto resources = load_resources(options.wall, options.activity_named);
  if (!resources) return complain(resources.error());
  if (const std::string missing = choose(options.wall, *resources); !missing.empty()) return complain(missing);
  const auto phrases = phrases_for(*resources, languages_of(options));
  if (!phrases) return complain(phrases.error());
  const auto size = size_from_text(options.wall.size).value();
  const auto made = render_all(*resources, *phrases, {options.seed, options.cards > 0 ? options.cards : cards_of_all, {}},
                               wall_setting(options.wall, size.first, size.second, picture_pixels_per_mm),
                               options.paper == "letter" ? paper::letter : paper::a4, options.out);
  if (!made) return complain(made.error());
  tell(made->sheet.string());
  return tell(made->rundown.string());
}

// In the region where fewest cards lie, words that the simulated people have for it.
tl::expected<void, std::string> film(app::OffscreenWall& wall, station::Session& session, const app::Resources& resources,
                                     const RenderOptions& options) {
  auto tongues = phrases_for(resources, languages_of(options));
  if (!tongues) return tl::unexpected(tongues.error());
  const simulate::Phrases& phrases = tongues->front().phrases;
  std::map<std::string, int> cards;
  for (const auto& [id, card] : session.convening().cards)
    if (model::present(card)) ++cards[card.place.value.region];
  Acts acts;
  for (const content::PlacedRegion& region : content::layout_for(session.pack().canvas, session.pack().activity.layout,
                                                                 wall.wall().setting().width, wall.wall().setting().height)
                                                 .regions)
    if (phrases.contains(region.region) && (acts.region.empty() || cards[region.region] < cards[acts.region]))
      acts.region = region.region;
  const auto said = phrases.find(acts.region), thread = phrases.find("thread_words");
  if (said == phrases.end() || thread == phrases.end())
    return tl::unexpected(
        std::string("The simulated people have no words for this activity's regions: nothing can be written."));
  content::Palette smooth = resources.palette;
  smooth.grain = 0;  // noise would be half of the file
  wall.renderer().set_palette(smooth);
  acts.words = said->second.back();
  acts.word = thread->second.front();
  return write_moving(wall, session, acts, options.seconds, options.moving);
}

std::string not_shown(const scene::Scene& scene, const RenderOptions& options) {
  std::vector<std::string> shown;
  for (const scene::RegionView& region : scene.backdrop().regions) shown.push_back(region.id);
  const std::string nearest = content::nearest_spelling(options.near, shown);
  return "No region '" + options.near + "' is shown" + (nearest.empty() ? "." : "; did you mean " + nearest + "?");
}

int render_picture(const RenderOptions& options) {
  const std::string in_the_way =
      in_the_way_of({{"--out", options.out}, {"--report", options.report}, {"--moving", options.moving}},
                    {{"--convening", options.convening}, {"--activity", options.wall.activity}, {"PACK", options.wall.pack}});
  if (!in_the_way.empty()) return complain(in_the_way);
  if (const std::string trouble = app::trouble_with_fonts(); !trouble.empty()) return complain(trouble);
  auto resources = load_resources(options.wall, options.activity_named);
  if (!resources) return complain(resources.error());
  const auto missing = [&] {
    const std::string chosen = choose(options.wall, *resources);
    return chosen.empty() ? phase_not_there(resources->pack.activity, options.phase) : chosen;
  };
  if (const std::string what = missing(); options.convening.empty() && !what.empty()) return complain(what);
  auto session = session_for(*resources, options);
  if (!session) return complain(session.error());
  resources->pack = (*session)->pack();  // a convening has its own
  if (const std::string what = missing(); !what.empty()) return complain(what);
  if (!show_phase(**session, options.phase)) return complain("The phase could not be entered.");
  (*session)->lay_out(resources->pack.activity.layout);
  const auto size = size_from_text(options.wall.size).value();
  const view::WallSetting setting = wall_setting(options.wall, size.first, size.second, picture_pixels_per_mm);
  text::Engine measuring;
  if (const std::string note = note_of_distance(options.wall, *resources, setting, measuring); !note.empty()) complain(note);
  if (const std::string note =
          app::note_of_crowding(resources->pack, resources->strings, setting, measuring, (*session)->phase().id);
      !note.empty())
    complain(note);
  auto offscreen = app::OffscreenWall::open(*resources, **session, setting);
  if (!offscreen) return complain(offscreen.error());
  if (!options.near.empty()) {
    (*offscreen)->wall().scene().bring_near((*session)->convening(), options.near);
    if ((*offscreen)->wall().scene().near().empty()) return complain(not_shown((*offscreen)->wall().scene(), options));
  }
  auto drawn = (*offscreen)->picture();
  if (!drawn) return complain(drawn.error());
  render::Picture picture = *std::move(drawn);
  if (const auto eyes = render::eyes_from_text(options.seen_by)) picture = render::seen_by(*eyes, std::move(picture));
  if (auto written = render::write_png(options.out, picture); !written) return complain(written.error());
  if (!options.report.empty())
    if (auto written = write_report(options.report, (*offscreen)->wall().scene(), options); !written)
      return complain(written.error());
  if (options.moving.empty()) return tell(options.out);
  if (auto moved = film(**offscreen, **session, *resources, options); !moved) return complain(moved.error());
  return tell(options.out + "\n" + options.moving);
}

}  // namespace

void add_render(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<RenderOptions>();
  CLI::App* command = app.add_subcommand("render", "Draw an activity or a saved convening to a PNG file, with no display");
  command->footer(
      "The same words give the same picture.\n\nExample: greenline render --activity finding-our-place --cards 60 --out "
      "wall.png");
  add_wall_options(*command, options->wall, "1920x1080");
  add_pack(*command, options->wall);
  auto* convening = command->add_option("--convening", options->convening, "A saved convening; it is only read");
  command->add_option("--cards", options->cards, "People it with a simulated convening of so many cards")
      ->check(whole_number_from(0, 100000))
      ->excludes(convening);
  command
      ->add_option(
          "--people-write", options->people_write,
          "What those of the simulated convening write in, with commas between several languages, as for simulate (the "
          "wall's language, if not given)")
      ->delimiter(',');
  command->add_option("--seed", options->seed, "Of the simulated convening")
      ->capture_default_str()
      ->check(whole_number_from(0, std::numeric_limits<std::uint64_t>::max()));
  command->add_option("--phase", options->phase, "The phase to show");
  command->add_option("--near", options->near, "A region (its id in the canvas) that is near, as after a touch on its name");
  command
      ->add_option("--seen-by", options->seen_by,
                   "The picture as eyes see it that lack the cones for red (protan), green (deutan), blue (tritan) or all "
                   "(achroma): to try a palette")
      ->check(checked_eyes);
  auto* out = command->add_option("--out", options->out, "The picture's file; with --all, the folder")->capture_default_str();
  auto* all = command->add_flag(
      "--all", options->all,
      "Every phase: a contact sheet (PNG) and a rundown to print for the host (PDF), played with simulated people, into the "
      "folder --out (here, if not given)");
  all->excludes(convening);
  command->add_option("--paper", options->paper, "Of the rundown")
      ->capture_default_str()
      ->check(CLI::IsMember({"a4", "letter"}))
      ->needs(all);
  command
      ->add_option(
          "--moving", options->moving,
          "A file for a moving picture too, half as wide and high, a PNG (APNG): hands write a card, place it and join it "
          "to another")
      ->excludes(convening)
      ->excludes(all);
  command->add_option("--seconds", options->seconds, "Of the moving picture")->capture_default_str()->check(number_from(2, 60));
  command->add_option(
      "--report", options->report,
      "A file for what the picture shows, as JSON: among it \"arrangement\", the hash of where every card rests, the "
      "same for every size of picture that shows the same layout of the same convening");
  command->callback([options, command, out, &exit_code] {
    options->activity_named = command->count("--activity") > 0;
    if (options->all && out->count() == 0) options->out = ".";
    exit_code = options->all ? render_everything(*options) : render_picture(*options);
  });
}

}  // namespace greenline::cli
