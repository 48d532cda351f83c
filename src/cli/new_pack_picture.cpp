#include "cli/new_pack_picture.h"

#include <filesystem>
#include <memory>
#include <utility>

#include "app/drawing_loop.h"
#include "app/loop.h"
#include "cli/ready_picture.h"
#include "content/canvas_picture.h"
#include "content/drawn_pack.h"
#include "content/picture_head.h"
#include "platform/ending.h"
#include "platform/window_system.h"
#include "platform/x_server.h"

namespace greenline::cli {
namespace {

namespace fs = std::filesystem;

constexpr double longest_wait_for_display_s = 3;

// All files of the pack. What went wrong, in a sentence; empty: nothing did.
std::string write_drawn(const content::DrawnCanvas& drawn, const content::DrawnPack& pack, const ReadyPicture& picture,
                        const content::Strings& strings, const PackWriting& writing, const app::Paths& paths) {
  const std::pair<std::string, std::string> files[] = {
      {pack.picture, picture.bytes},
      {"canvases/" + pack.id + ".json", content::canvas_from(drawn, pack)},
      {"activities/" + pack.id + ".json", content::activity_from(pack, strings)},
      {"pack.json", content::manifest_from(pack, strings)}};
  for (const auto& [name, bytes] : files)
    if (std::string wrong = writing.write(name, bytes); !wrong.empty()) return wrong;
  return writing.write_for_editors(paths.content / "schema");
}

}  // namespace

bool is_picture(const std::string& bytes) { return content::picture_head(bytes).has_value(); }

int new_pack_from_picture(const OnPicture& options, const PackWriting& writing, const app::Paths& paths) {
  if (const std::string trouble = app::trouble_with_fonts(); !trouble.empty()) return complain(trouble);
  const auto strings = content::Strings::load(paths.assets / "strings");
  if (!strings) return complain(app::to_text(strings.error()));
  const auto palette = content::load_palette(options.wall.palette, paths.assets);
  if (!palette) return complain(app::to_text(palette.error()));
  const auto keyboards = ui::Keyboards::load(paths.assets / "keyboards");
  if (!keyboards) return complain(keyboards.error());
  const auto ready = ready_picture(options.bytes);
  if (!ready) return complain("The picture " + options.picture + " " + ready.error() + ".");
  auto ground = content::ground_from(ready->bytes);

  const auto say = [](const std::string& sentence) { complain(sentence); };
  const auto display = platform::wait_for_display(longest_wait_for_display_s, say);
  if (!display) return complain("Regions are drawn on the picture in a window, with a finger or a mouse. " + display.error());
  const auto system = platform::WindowSystem::open(say);
  if (!system) return complain(system.error());
  platform::WindowOptions wanted{.role = {.asked_for = options.monitor}, .title = "Greenline, a picture becomes a canvas"};
  if (const auto size = size_from_text(options.wall.size)) std::tie(wanted.width, wanted.height) = *size;
  auto window = platform::Window::open(**system, wanted);
  if (!window) return complain(window.error());
  const platform::EndSignals ended;

  const content::DrawnPack pack{.id = writing.id(),
                                .title = fs::path(options.picture).stem().string(),
                                .language = options.wall.language,
                                .picture = "pictures/" + writing.id() + ready->ending};
  const app::FittedTable fitted = [&](const platform::Window& now) {
    return wall_setting(options.wall, now.width(), now.height(), now.pixels_per_mm());
  };
  auto renderer = app::fitting_renderer(paths.shaders, *window);
  if (!renderer) return complain(renderer.error());
  renderer->set_palette(*palette);
  text::Engine engine;
  app::DrawingTable table(
      {engine, *strings, *palette, *keyboards}, std::move(ground), fitted(*window),
      [&](const content::DrawnCanvas& drawn) { return write_drawn(drawn, pack, *ready, *strings, writing, paths); });
  const auto end = run_drawing(**system, *window, table, *renderer, engine, fitted);
  window->make_current();  // what draws in it goes first
  if (!end) return complain(end.error());
  if (*end == app::DrawingTable::End::left) return complain("Nothing was written.");
  const std::string folder = writing.folder().string();
  return tell(folder + " is a whole pack: a canvas on your picture with " + std::to_string(table.drawn().regions().size()) +
              (table.drawn().regions().size() == 1 ? " region" : " regions") +
              ", and an activity of one phase in which people put cards there. The picture in it has been written anew, "
              "without what the camera noted.\nNext: greenline check " +
              folder + "\n      greenline rehearse " + folder + "\n      change the question in " + folder + "/activities/" +
              pack.id + ".json");
}

}  // namespace greenline::cli
