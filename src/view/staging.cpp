#include "view/staging.h"

#include <algorithm>
#include <limits>

#include "content/mode_line.h"
#include "model/decide.h"
#include "scene/legible.h"
#include "scene/stage.h"

namespace greenline::view {
void choose_languages(const content::Activity& activity, WallSetting& setting) {
  if (!setting.language.empty()) return;
  if (activity.side_by_side.size() == 2) {
    setting.language = activity.side_by_side[0];
    if (setting.second_language.empty()) setting.second_language = activity.side_by_side[1];
  } else {
    setting.language = activity.languages.empty() ? "en" : activity.languages.front();
  }
}

scene::Stage stage_of(const content::Pack& pack, const content::Phase& phase, const content::Strings& strings,
                      const WallSetting& setting) {
  scene::Stage stage;
  stage.canvas = pack.canvas;
  stage.activity = pack.activity;
  for (content::Phase& each : stage.activity.phases) each.host_note.clear();  // no wall has what it must not show
  restage(stage, phase, strings, setting);
  return stage;
}

std::set<std::string> shut_regions(const content::Phase& phase, const model::Convening& now) {
  std::set<std::string> shut;
  for (const auto& [region, rule] : phase.rules.openings)
    if (model::is_shut(now, phase.rules, region)) shut.insert(region);
  return shut;
}

void restage(scene::Stage& stage, const content::Phase& phase, const content::Strings& strings, const WallSetting& setting) {
  stage.phase = phase.id;
  stage.language = setting.language;
  stage.second_language = setting.second_language;
  stage.mode_line = mode_line(phase, strings, setting.language);
  stage.second_mode_line.clear();
  if (strings.speaks(setting.second_language)) stage.second_mode_line = mode_line(phase, strings, setting.second_language);
  stage.width = setting.width;
  stage.height = setting.height;
  stage.glass_width = setting.glass_width;
  stage.glass_height = setting.glass_height;
  stage.pixels_per_mm = setting.pixels_per_mm;
  stage.legible_px = setting.legible_px;
  stage.room_capital_px = setting.room_capital_px;
  stage.still = setting.still;
  stage.without_held = setting.without_held;
  stage.table = setting.table;
}

double read_from_m(const content::Pack& pack, const content::Strings& strings, WallSetting setting, text::Engine& engine) {
  choose_languages(pack.activity, setting);
  float smallest = std::numeric_limits<float>::max();
  for (const content::Phase& phase : pack.activity.phases)
    smallest = std::min(smallest, scene::make_backdrop(stage_of(pack, phase, strings, setting), engine).room_capital_px);
  return scene::read_from_mm(smallest / setting.pixels_per_mm) / 1000;
}

}  // namespace greenline::view
