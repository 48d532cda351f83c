#include "cli/render_all.h"

#include <vector>

#include "app/offscreen_wall.h"
#include "cli/on_paper.h"
#include "files/write.h"
#include "paper/contact_sheet.h"
#include "paper/rundown.h"
#include "simulate/people.h"
#include "view/staging.h"

namespace greenline::cli {
namespace {

constexpr int sheet_px = 2880;

// What the wall shows at the end of each phase.
tl::expected<std::vector<render::Picture>, std::string> pictures_of(const app::Resources& resources,
                                                                    const simulate::Tongues& tongues,
                                                                    const simulate::Simulation& plan,
                                                                    const view::WallSetting& setting) {
  station::Session session(resources.pack, station::seeded_sources(plan.seed));
  simulate::People people(session, tongues, plan);
  auto offscreen = app::OffscreenWall::open(resources, session, setting);
  if (!offscreen) return tl::unexpected(offscreen.error());
  std::vector<render::Picture> pictures;
  for (const content::Phase& phase : resources.pack.activity.phases) {
    if (session.phase().id != phase.id) (void)session.submit(model::EnterPhase{phase.id}, model::the_host);
    people.come_to(phase);
    while (people.act()) continue;
    auto picture = (*offscreen)->picture();
    if (!picture) return tl::unexpected(picture.error());
    pictures.push_back(*std::move(picture));
  }
  return pictures;
}

}  // namespace

tl::expected<Handouts, std::string> render_all(const app::Resources& resources, const simulate::Tongues& tongues,
                                               const simulate::Simulation& plan, const view::WallSetting& wanted,
                                               paper::Size size, const std::filesystem::path& folder) {
  view::WallSetting setting = wanted;
  view::choose_languages(resources.pack.activity, setting);
  const auto pictures = pictures_of(resources, tongues, plan, setting);
  if (!pictures) return tl::unexpected(pictures.error());
  const std::vector<paper::Pixels> pixels = on_paper(*pictures);
  const content::Activity& activity = resources.pack.activity;
  std::error_code trouble;
  std::filesystem::create_directories(folder, trouble);
  if (trouble) return tl::unexpected(folder.string() + " cannot be made: " + trouble.message() + ".");
  Handouts made{folder / (activity.id + ".png"), folder / (activity.id + ".pdf")};
  paper::Pages::Raster sheet = paper::contact_sheet(activity, resources.strings, setting.language, pixels, sheet_px);
  if (auto written = render::write_png(made.sheet, {sheet.width, sheet.height, std::move(sheet.rgba)}); !written)
    return tl::unexpected(written.error());
  const std::string pdf = paper::rundown(resources.pack, resources.strings, setting.language, size, pixels);
  if (pdf.empty()) return tl::unexpected(made.rundown.string() + " could not be made.");
  if (auto written = files::write_whole(made.rundown, pdf); !written)
    return tl::unexpected(made.rundown.string() + " cannot be written: " + written.error() + ".");
  return made;
}

}  // namespace greenline::cli
