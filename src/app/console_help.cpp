#include "app/console_help.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "app/console_letters.h"
#include "app/console_speaker.h"
#include "paper/paper.h"

namespace greenline::app {
namespace {

using ui::ConsoleLine;

constexpr paper::Ink help_ground{0.07, 0.09, 0.10};

std::string keys_for(const interact::KeyMap& map, interact::HostKey act) {
  std::string keys;
  for (const interact::KeyMap::Entry& entry : map.entries)
    if (entry.act == act) keys += (keys.empty() ? "" : ", ") + to_text(entry.key);
  return keys;
}

struct DrawnHelp {
  paper::Pages::Raster picture;
  int x = 0, y = 0;
};

// In the middle of the screen, as wide as its words want.
DrawnHelp drawn_help(const platform::Monitor& on, const std::vector<ConsoleLine>& lines, const std::string& language) {
  const double side = std::min(on.width, on.height), em = std::round(0.026 * side), margin = 1.5 * em;
  const double width = std::min(on.width - 2 * margin, 42 * em);
  const auto lettering = [&](const ConsoleLine& line) {
    return paper::Lettering{.face = line.sign == ConsoleLine::Sign::heading ? text::Face::words_bold : text::Face::words,
                            .em_mm = em,
                            .ink = paper::white,
                            .language = language};
  };
  paper::Pages measure = paper::Pages::picture({1, 1}, 1);
  double height = 2 * margin;
  for (const ConsoleLine& line : lines) height += measure.height_of(line.text, lettering(line), width - 2 * margin) + 0.3 * em;
  height = std::min<double>(height, on.height);
  paper::Pages page = paper::Pages::picture({std::floor(width), std::floor(height)}, 1);
  page.fill({0, 0, width, height}, help_ground);
  double y = margin;
  for (const ConsoleLine& line : lines) y += page.write(line.text, lettering(line), margin, y, width - 2 * margin) + 0.3 * em;
  DrawnHelp drawn{page.finish_picture()};
  drawn.x = on.x + (on.width - drawn.picture.width) / 2;
  drawn.y = on.y + (on.height - drawn.picture.height) / 2;
  return drawn;
}

}  // namespace

std::vector<ConsoleLine> lines_of_keys(const interact::KeyMap& map, const content::Strings& strings,
                                       const std::string& language) {
  const auto say = [&](const std::string& key) { return std::string(strings("help." + key, language)); };
  std::vector<ConsoleLine> lines{{ConsoleLine::Sign::heading, say("room")}};
  const auto add = [&](std::string words) { lines.push_back({ConsoleLine::Sign::none, std::move(words)}); };
  for (const interact::HostKey act : interact::all_host_keys)
    if (const std::string keys = keys_for(map, act); !keys.empty())
      add(content::filled(say("key"), {keys, strings("act." + std::string(name_of(act)), language)}));
  for (const char* key : {"f1", "shelf", "writing", "leave"}) add(say(key));
  return lines;
}

std::vector<ConsoleLine> lines_of_controls(const station::Session& session, const content::Strings& strings,
                                           const std::string& language, const ConsoleNow& as_now) {
  ConsoleNow now = as_now;
  now.somebody_writes = false;
  std::vector<ConsoleLine> lines{{ConsoleLine::Sign::heading, std::string(strings("help.console", language))}};
  std::set<std::string> told;
  const auto add_all = [&](const ui::ConsolePage& page) {
    for (const ui::ConsoleKey& key : page.keys) {
      // What is listed has digits, in order.
      if (key.letter == 0 || key.key.find(':') != std::string::npos || !told.insert(key.key).second) continue;
      const std::string letter(1, key.letter);
      lines.push_back({ConsoleLine::Sign::none, content::filled(strings("help.key", language), {letter, key.label})});
    }
  };
  using Shows = ConsoleMode::Shows;
  for (const Shows shows : {Shows::room, Shows::walls, Shows::day, Shows::screens, Shows::check}) {
    ConsoleMode mode{.shows = shows};
    add_all(console_page(session, strings, language, mode, now));
  }
  const ConsoleSpeaker say{strings, language};
  ui::ConsolePage of_card;
  of_card.keys = {{"show", say("show_card")}, {"set_aside", say("set_aside")}, {"veil", say("veil")}};
  give_letters(of_card);
  add_all(of_card);
  return lines;
}

void KeysOnWall::turn(const platform::RoleScreens& screens, const std::vector<ConsoleLine>& lines, const std::string& language,
                      double now_s) {
  const auto on = screens.screen_of("hands");
  if (signs_ || !on) return signs_.reset();
  signs_ = platform::XSigns::open();
  if (!signs_) return;
  until_s_ = now_s + stay_s;
  const DrawnHelp help = drawn_help(screens.monitors()[*on], lines, language);
  const platform::Sign sign{help.x, help.y, help.picture.width, help.picture.height, help.picture.rgba};
  signs_->show({&sign, 1});
}

double KeysOnWall::look(double now_s) {
  if (!signs_) return now_s + 3600;
  if (now_s >= until_s_) signs_.reset();
  return until_s_;
}

}  // namespace greenline::app
