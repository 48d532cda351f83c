// What the room check says.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/console_letters.h"
#include "app/room_check.h"
#include "app/screen_signs.h"
#include "content/shown.h"

namespace greenline::app {
namespace {

using interact::HostKey;
using platform::KeyChord;
using platform::Role;
using platform::RoleScreens;
using platform::Use;
using ui::ConsoleLine;

constexpr std::array offered{HostKey::next_phase, HostKey::previous_phase, HostKey::blank,     HostKey::hold,   HostKey::reveal,
                             HostKey::more_time,  HostKey::pause,          HostKey::read_next, HostKey::freeze, HostKey::undo};

struct CheckSpeaker {
  const content::Strings& strings;
  const std::string& language;
  std::string operator()(const std::string& key, std::initializer_list<std::string_view> with = {}) const {
    return content::filled(strings("check." + key, language), with);
  }
};

std::string with_capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

std::string in_whole(double number) { return std::to_string(std::lround(number)); }

}  // namespace

std::string RoomCheck::said_of_palette(const std::string& name, const std::string& language) const {
  std::string key = "palette." + name;
  std::ranges::replace(key, '-', '_');
  const std::string_view said = around_.strings(key, language);
  return said == key ? name : std::string(said);
}

void RoomCheck::add_screens(Lines& lines, const ScreensNow* now, const std::string& language) const {
  const CheckSpeaker say{around_.strings, language};
  using enum ConsoleLine::Sign;
  if (now == nullptr) return lines.push_back({to_do, say("no_display"), say("in_session")});
  const RoleScreens& screens = now->screens;
  for (const Role& role : screens.roles()) {
    const std::string who = with_capital(said_of_role(role, around_.strings, language));
    const auto on = screens.screen_of(role.name);
    if (!on) {
      const std::string its = role.bound ? who_is(*role.bound) : role.asked_for;
      lines.push_back({to_do, say("screen_away", {who, its}), say("plug")});
      continue;
    }
    const platform::Monitor& monitor = screens.monitors()[*on];
    const std::string size = std::to_string(monitor.width) + " × " + std::to_string(monitor.height);
    lines.push_back({well, say("screen", {who, platform::letter_of(*on), who_is(bound_to(monitor)), size}) +
                               said_of_touch(*now, *on, around_.strings, language)});
  }
  add_touch(lines, *now, language);
  add_readings(lines, screens, language);
}

// That there is any, and which of it nobody has shown the place of.
void RoomCheck::add_touch(Lines& lines, const ScreensNow& now, const std::string& language) const {
  using By = platform::PanelPlace::By;
  const CheckSpeaker say{around_.strings, language};
  if (now.panels == nullptr) return;
  if (now.panels->panels().empty()) lines.push_back({ConsoleLine::Sign::to_do, say("no_touch"), say("plug_touch")});
  for (std::size_t i = 0; i < now.panels->places().size(); ++i) {
    const platform::PanelPlace& place = now.panels->places()[i];
    if (place.by == By::guessed || place.held())
      lines.push_back({place.held() ? ConsoleLine::Sign::to_do : ConsoleLine::Sign::untold,
                       say("touch_where", {content::shown(now.panels->panels()[i].who.name)}), say("ring_asks")});
  }
}

void RoomCheck::add_readings(Lines& lines, const RoleScreens& screens, const std::string& language) const {
  const CheckSpeaker say{around_.strings, language};
  for (const Role& role : screens.roles()) {
    const auto on = screens.screen_of(role.name);
    if (!on || role.use == Use::console) continue;
    const std::string who = with_capital(said_of_role(role, around_.strings, language));
    const platform::Monitor& monitor = screens.monitors()[*on];
    const Reading* reading = reading_of(readings_, bound_to(monitor));
    if (reading == nullptr) {
      lines.push_back({ConsoleLine::Sign::untold, say("not_read", {who}), say("read_it")});
      continue;
    }
    const float side_mm = static_cast<float>(std::min(monitor.width, monitor.height)) / density_of(monitor);
    lines.push_back({ConsoleLine::Sign::well,
                     say("read", {who, in_whole(reading->capital * side_mm), said_of_palette(reading->palette, language)})});
  }
}

void RoomCheck::add_clicker(Lines& lines, const std::string& language) const {
  const CheckSpeaker say{around_.strings, language};
  for (const KeyTrouble& trouble : troubles_)
    lines.push_back({ConsoleLine::Sign::to_do, say("keys_wrong"), told(trouble, around_.strings, language)});
  if (tried_.empty()) return lines.push_back({ConsoleLine::Sign::untold, say("no_clicker"), say("try_it")});
  std::string came;
  for (const KeyChord& chord : tried_)
    came += (came.empty() ? "" : ", ") + say("clicker_key", {to_text(chord), does(chord, language)});
  lines.push_back({ConsoleLine::Sign::well, say("clicker", {came})});
}

void RoomCheck::add_machine(Lines& lines, const std::string& language) const {
  using enum ConsoleLine::Sign;
  const CheckSpeaker say{around_.strings, language};
  const auto add = [&](ConsoleLine::Sign sign, std::string text, std::string to_do = {}) {
    lines.push_back({sign, std::move(text), std::move(to_do)});
  };
  add(well, say("sound"));
  if (!facts_) return add(none, say("looking"));
  const auto& [disk, clock, wrong] = *facts_;
  const std::string folder = content::shown(disk.folder.string());
  if (disk.folder.empty())
    add(to_do, say("no_home"), say("make_folder"));
  else if (!disk.trouble.empty())
    add(to_do, say("not_kept", {folder, disk.trouble}), say("make_folder"));
  else if (disk.free_bytes < little_disk_bytes)
    add(to_do, say("disk_little", {std::to_string(disk.free_bytes >> 20)}), say("free_some"));
  else if (disk.write_ms > slow_disk_ms)
    add(to_do, say("disk_slow", {in_whole(disk.write_ms)}), say("other_disk"));
  else
    add(well, say("disk", {std::to_string(disk.free_bytes / 1'000'000'000), in_whole(std::max(1.0, disk.write_ms))}));
  if (!disk.folder.empty() && disk.trouble.empty()) add(well, say("kept", {folder}));
  if (clock.is_behind)
    add(to_do, say("clock_wrong", {clock.now}), say("set_clock"));
  else if (clock.kept_right)
    add(well, say("clock", {clock.now}));
  else
    add(untold, say("clock_alone", {clock.now}), say("compare_clock"));
  if (!around_.activity.empty()) add(well, say("pack", {around_.activity}));
  for (const auto& [which, what] : wrong)
    add(to_do, say("pack_wrong", {content::shown(which), content::shown(what)}), say("mend_pack", {content::shown(which)}));
  if (wrong.empty()) add(well, say("packs"));
}

std::vector<ConsoleLine> RoomCheck::lines(const ScreensNow* screens, const std::string& language) const {
  Lines all;
  add_screens(all, screens, language);
  add_clicker(all, language);
  add_machine(all, language);
  return all;
}

void RoomCheck::fill_keys(ui::ConsolePage& page, const std::string& language) const {
  const CheckSpeaker say{around_.strings, language};
  page.card = say("press_each");
  for (const KeyChord& chord : tried_) {
    const bool own = interact::is_kept(chord);
    page.lines.push_back({own || does_nothing(chord) ? ConsoleLine::Sign::untold : ConsoleLine::Sign::well,
                          own ? say("own_key", {to_text(chord)}) : say("would", {to_text(chord), does(chord, language)})});
  }
  if (!said_.empty())
    page.lines.push_back(
        {ConsoleLine::Sign::to_do, content::filled(around_.strings("keys.not_kept", language), {content::shown(said_)})});
  if (page.lines.empty()) page.lines.push_back({ConsoleLine::Sign::untold, say("press_first")});
  page.keys = {{"check_page", say("back_to_list"), true, true}};
  const bool possible = !tried_.empty() && !interact::is_kept(tried_.back());
  const std::string key = tried_.empty() ? std::string() : to_text(tried_.back());
  const auto add = [&](std::string_view act) {
    const std::string words(around_.strings("act." + std::string(act), language));
    page.keys.push_back({std::string(give_the_key) + std::string(act),
                         tried_.empty() ? with_capital(words) : say("key_should", {key, words}), false, possible});
  };
  for (const HostKey act : offered) add(name_of(act));
  add("nothing");
}

void RoomCheck::fill_reading(ui::ConsolePage& page, const std::string& language) const {
  const CheckSpeaker say{around_.strings, language};
  const ReadingChart& chart = reading_->chart;
  const bool colours = chart.asks == ReadingChart::Asks::colours;
  page.card = say(colours ? "colours_how" : "lines_how");
  const std::string number = std::to_string(chart.marked + 1);
  for (std::size_t i = 0; i < (colours ? palettes_.size() : chart_lines); ++i) {
    const std::string mm = in_whole(chart_capital(std::min(i, chart_lines - 1)) * reading_->side_px / reading_->pixels_per_mm);
    const std::string of = std::to_string(i + 1);
    const std::string words =
        colours ? say("marked_colours", {of, said_of_palette(palettes_[i].name, language)}) : say("marked_line", {of, mm});
    if (i == chart.marked) page.lines.push_back({ConsoleLine::Sign::well, words});
  }
  page.keys = {{"chart_keep", say(colours ? "keep_colours" : "keep_line"), true, true},
               {"chart_on", say("mark_next"), false, true},
               {"chart_back", say("mark_before"), false, chart.marked > 0},
               {"check_page", say("back_to_list"), false, true}};
}

void RoomCheck::fill(ui::ConsolePage& page, const ScreensNow* screens, const std::string& language) const {
  page.card_language = language;
  page.lines.clear();
  if (shows_ == Shows::keys) return fill_keys(page, language);
  if (shows_ == Shows::reading && reading_) return fill_reading(page, language);
  const CheckSpeaker say{around_.strings, language};
  page.card = said_ == "reading_kept" ? say("reading_kept")
              : said_.empty()         ? say("title")
                                      : say("reading_not_kept", {content::shown(said_)});
  page.lines = lines(screens, language);
  page.keys = {{"room", say("leave"), true, true}, {"try_keys", say("try_keys"), false, true}};
  if (screens != nullptr)
    for (const Role& role : screens->screens.roles())
      if (role.use != Use::console && screens->screens.screen_of(role.name))
        page.keys.push_back({std::string(read_from_back) + role.name,
                             say("read_from_back", {said_of_role(role, around_.strings, language)}), false, true});
  page.keys.push_back({"check_again", say("again"), false, true});
}

void RoomCheck::give_its_letters(ui::ConsolePage& page) const {
  give_letters(page);
  if (shows_ == Shows::list) return;
  for (ui::ConsoleKey& key : page.keys)
    if (key.key != "check_page") key.letter = 0;
}

}  // namespace greenline::app
