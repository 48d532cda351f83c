// greenline run: the kiosk.
#include <GLFW/glfw3.h>

#include <filesystem>
#include <iostream>
#include <memory>

#include "app/kit.h"
#include "app/loop.h"
#include "cli/command.h"

namespace greenline::cli {
namespace {

struct RunOptions {
  WallOptions wall;
  std::string convening;  // file
  bool in_memory = false;
  int monitor = 0;
  std::string present = "automatic";
};

app::Present present_from_text(const std::string& text) {
  if (text == "swap") return app::Present::swap;
  if (text == "shared-memory") return app::Present::shared_memory;
  return app::Present::automatic;
}

std::string trouble_sentence(const app::Kit& kit, const journal::Trouble& trouble) {
  std::string sentence(kit.strings("journal." + std::string(to_text(trouble.fault)), "en"));
  if (auto at = sentence.find("{0}"); at != std::string::npos) sentence.replace(at, 3, trouble.file.string());
  return sentence + (trouble.detail.empty() ? "" : "\n(" + trouble.detail + ")");
}

// The convening to go on with. When its file cannot be used it is left exactly as it is, and a new one is begun beside it.
tl::expected<app::Session, journal::Trouble> open_session(const app::Kit& kit, const RunOptions& options, std::string& said) {
  namespace fs = std::filesystem;
  const fs::path file = options.convening.empty() ? journal::convenings_folder() / (kit.pack.activity.id + ".greenline")
                                                  : fs::path(options.convening);
  std::error_code error;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), error);
  const auto begin = [&](const fs::path& in) {
    return app::Session::open(kit.pack, app::real_sources(), in, &app::Window::wake, nullptr);
  };
  auto session = begin(file);
  if (session) return session;
  said = trouble_sentence(kit, session.error());
  switch (session.error().fault) {
    case journal::Fault::damaged:
      if (auto salvage = journal::read_what_can_be_read(file)) {
        return app::Session::carry_over(kit.pack, app::real_sources(), journal::fresh_name_beside(file), salvage->events,
                                        &app::Window::wake, nullptr);
      }
      return begin(journal::fresh_name_beside(file));
    case journal::Fault::newer_version:
    case journal::Fault::not_ours: return begin(journal::fresh_name_beside(file));
    default: return session;
  }
}

int run(const RunOptions& options) {
  if (!app::display_available()) {
    return complain(
        "There is no display to open the wall on. Start it in a desktop session, or make pictures with `greenline render`.");
  }
  auto kit = app::load_kit(options.wall.activity, options.wall.palette);
  if (!kit) return complain(kit.error());
  if (!options.wall.layout.empty()) kit->pack.activity.layout = options.wall.layout;

  app::WindowOptions window_options{.monitor = options.monitor, .present = present_from_text(options.present)};
  if (const auto size = size_from_text(options.wall.size)) std::tie(window_options.width, window_options.height) = *size;
  auto window = app::Window::open(window_options);
  if (!window) return complain(window.error());
  auto renderer = render::Renderer::make(kit->paths.shaders, app::fitting_detail(window->driver()));
  if (!renderer) return complain(renderer.error());
  renderer->set_palette(kit->palette);

  std::string said;
  std::unique_ptr<app::Session> session;
  if (!options.in_memory) {
    if (auto opened = open_session(*kit, options, said)) session = std::make_unique<app::Session>(std::move(*opened));
  }
  // Without a file the room still gets its wall; that nothing is kept is said on it for as long as it lasts.
  if (!session) session = std::make_unique<app::Session>(kit->pack, app::real_sources());
  if (!said.empty()) std::cerr << said << '\n';

  text::Engine engine;
  const app::WallSetting setting = wall_setting(options.wall, window->width(), window->height(), window->pixels_per_mm());
  app::Wall wall(*session, engine, kit->strings, kit->keyboards, kit->palette, setting);
  if (!said.empty()) wall.warn(said);
  run_loop(*window, wall, *renderer, engine, setting, {});
  if (!session->flush()) return complain("Some of what is on the wall could not be written to the disk.");
  return 0;
}

}  // namespace

void add_run(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<RunOptions>();
  CLI::App* command = app.add_subcommand("run", "Open the touch wall and run an activity");
  command->footer(
      "Page Down and Page Up go to the next phase and back (as a presenter's clicker does), F8 rests the wall,\n"
      "Ctrl+Shift+Q leaves.\n\nExample: greenline run --activity finding-our-place --palette daylight");
  add_wall_options(*command, options->wall, "");
  command->add_option("--convening", options->convening, "File to keep the convening in; one that exists is gone on with");
  command->add_flag("--in-memory", options->in_memory, "Keep nothing: for trying things out");
  command->add_option("--monitor", options->monitor, "Number of the monitor, as `greenline doctor` lists them")
      ->check(CLI::Range(0, 15));
  command->add_option("--present", options->present, "How frames reach the window")
      ->capture_default_str()
      ->check(CLI::IsMember({"automatic", "swap", "shared-memory"}));
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace greenline::cli
