#include "app/room_check.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <utility>

namespace greenline::app {
namespace {

using interact::HostKey;
using platform::KeyChord;
using platform::KeyName;
using platform::Role;
using platform::RoleScreens;
using platform::Use;

constexpr double nobody_presses_s = 180;  // then presses are the room's again

std::vector<content::Palette> all_palettes(const std::filesystem::path& assets) {
  std::vector<std::string> names;
  std::error_code unknown;
  for (const auto& entry : std::filesystem::directory_iterator(assets / "palettes", unknown))
    if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
  std::ranges::sort(names);
  std::vector<content::Palette> palettes;
  for (const std::string& name : names)
    if (auto one = content::load_palette(name, assets)) palettes.push_back(*std::move(one));
  return palettes;
}

// The console's own keys beside the chart, where that is on one screen with it: as ui/console_screen.cpp lays them out.
platform::Monitor beside_the_console(platform::Monitor on) {
  if (on.width > on.height)
    on.width = on.width * 58 / 100;
  else
    on.height = on.height * 36 / 100;
  return on;
}

bool is_the_consoles(const RoleScreens& screens, std::size_t monitor) {
  return std::ranges::none_of(screens.roles(), [&](const Role& role) {
    const auto on = screens.screen_of(role.name);
    return role.use == Use::console && on && *on != monitor;
  });
}

}  // namespace

RoomCheck::RoomCheck(Around around, KeptKeys kept)
    : around_(std::move(around)), troubles_(std::move(kept.troubles)), palettes_(all_palettes(around_.paths.assets)) {
  if (const auto file = readings_file()) readings_ = read_readings(*file);
}

RoomCheck::~RoomCheck() {
  around_.keys.tries = {};
  if (looking_.valid()) looking_.wait();
}

void RoomCheck::begin(double now_s) {
  last_s_ = now_s;
  show(Shows::list);
  if (looking_.valid()) return;
  facts_.reset();
  looking_ = std::async(std::launch::async, [paths = around_.paths, keyboards = around_.keyboards, wake = around_.wake] {
    RoomFacts facts = look_at_room(paths, keyboards);
    if (wake) wake();
    return facts;
  });
}

void RoomCheck::leave() { show(Shows::list); }

void RoomCheck::wait() {
  if (looking_.valid()) facts_ = looking_.get();
}

void RoomCheck::show(Shows what) {
  shows_ = what;
  news_ = true;
  if (what != Shows::reading) reading_.reset();
  if (what == Shows::list)
    around_.keys.tries = {};
  else
    around_.keys.tries = [this](const platform::KeyPress& pressed) { return tried(pressed); };
}

bool RoomCheck::act(const std::string& key, const RoleScreens& screens, double now_s) {
  last_s_ = now_s;
  if (key == "check_page") {
    show(Shows::list);
  } else if (key == "check_again") {
    begin(now_s);
  } else if (key == "try_keys") {
    said_.clear();
    show(Shows::keys);
  } else if (key == "chart_on" || key == "chart_back") {
    mark(key == "chart_on" ? 1 : -1);
  } else if (key == "chart_keep") {
    keep_marked();
  } else if (key.starts_with(give_the_key)) {
    give_key(key.substr(give_the_key.size()));
  } else if (key.starts_with(read_from_back)) {
    const std::string role = key.substr(read_from_back.size());
    const auto on = screens.screen_of(role);
    if (!on || palettes_.empty()) return true;
    const platform::Monitor& monitor = screens.monitors()[*on];
    OnScreen reading{
        role, bound_to(monitor), static_cast<float>(std::min(monitor.width, monitor.height)), density_of(monitor), {}};
    if (const Reading* before = reading_of(readings_, reading.screen)) {
      const auto had = std::ranges::find(palettes_, before->palette, &content::Palette::name);
      if (had != palettes_.end()) reading.chart.marked = static_cast<std::size_t>(had - palettes_.begin());
    }
    said_.clear();
    show(Shows::reading);
    reading_ = std::move(reading);
  } else {
    return false;
  }
  return true;
}

// A press while keys are tried, or a screen is read. X leaves, as on every page of the console.
bool RoomCheck::tried(const platform::KeyPress& pressed) {
  if (pressed.time_s - last_s_ > nobody_presses_s) {
    show(Shows::list);
    return false;
  }
  last_s_ = std::max(last_s_, pressed.time_s);
  news_ = true;
  if (pressed.repeated) return true;
  if (pressed.letter == 'x' && !pressed.control) {
    show(Shows::list);
    return true;
  }
  if (shows_ == Shows::keys) {
    said_.clear();
    const KeyChord chord = chord_of(pressed);
    std::erase(tried_, chord);
    tried_.push_back(chord);
    return true;
  }
  const auto* entry = around_.keys.map.find(pressed);
  const auto is = [&](HostKey act) { return entry != nullptr && entry->act == act; };
  if (is(HostKey::next_phase) || pressed.key == KeyName::down || pressed.key == KeyName::right)
    mark(1);
  else if (is(HostKey::previous_phase) || pressed.key == KeyName::up || pressed.key == KeyName::left)
    mark(-1);
  else if (is(HostKey::blank) || pressed.key == KeyName::enter)
    keep_marked();
  return true;
}

void RoomCheck::mark(int step) {
  if (!reading_) return;
  ReadingChart& chart = reading_->chart;
  const std::size_t many = chart.asks == ReadingChart::Asks::colours ? palettes_.size() : chart_lines;
  const auto to = static_cast<std::ptrdiff_t>(chart.marked) + step;
  chart.marked = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(to, 0, static_cast<std::ptrdiff_t>(many) - 1));
  news_ = true;
}

// The colours first; with the line all of it is kept.
void RoomCheck::keep_marked() {
  if (!reading_) return;
  ReadingChart& chart = reading_->chart;
  if (chart.asks == ReadingChart::Asks::colours) {
    chart = {.asks = ReadingChart::Asks::lines, .palette = chart.marked};
    news_ = true;
    return;
  }
  put_reading(readings_, {reading_->screen, chart_capital(chart.marked), palettes_[chart.palette].name});
  const auto file = readings_file();
  const auto kept = file ? keep_readings(*file, readings_) : tl::unexpected(std::string("HOME"));
  show(Shows::list);
  said_ = kept ? "reading_kept" : kept.error();
  if (around_.was_read) around_.was_read();
}

void RoomCheck::give_key(const std::string& act) {
  if (tried_.empty() || interact::is_kept(tried_.back())) return;
  around_.keys.map.give(tried_.back(), interact::host_key_called(act));
  troubles_.clear();  // the file is written anew
  const auto file = keys_file();
  const auto kept = file ? keep_keys(*file, around_.keys.map) : tl::unexpected(std::string("HOME"));
  said_ = kept ? std::string() : kept.error();
  news_ = true;
}

bool RoomCheck::look(const RoleScreens& screens, double now_s) {
  if (looking_.valid() && looking_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
    facts_ = looking_.get();
    news_ = true;
  }
  if (shows_ != Shows::list && now_s - last_s_ > nobody_presses_s) show(Shows::list);
  if (reading_ && !screens.screen_of(reading_->role)) show(Shows::list);  // it was pulled
  if (reading_ != put_ || (reading_ && screens.version() != put_on_version_)) put_chart(screens);
  return std::exchange(news_, false);
}

void RoomCheck::put_chart(const RoleScreens& screens) {
  put_ = reading_;
  put_on_version_ = screens.version();
  if (!reading_) return signs_.reset();
  const auto on = screens.screen_of(reading_->role);
  if (!on) return;
  if (!signs_) signs_ = platform::XSigns::open();
  if (!signs_) return;
  platform::Monitor place = screens.monitors()[*on];
  if (is_the_consoles(screens, *on)) place = beside_the_console(place);
  const auto picture =
      drawn(reading_->chart, place.width, place.height, reading_->side_px, palettes_, around_.strings, around_.room_language);
  const platform::Sign sign{place.x, place.y, picture.width, picture.height, picture.rgba, true};
  signs_->show({&sign, 1});
}

const interact::KeyMap::Entry* RoomCheck::entry_of(const KeyChord& chord) const {
  return around_.keys.map.find({.key = chord.key,
                                .letter = chord.letter,
                                .code = chord.code,
                                .control = chord.control,
                                .shift = chord.shift,
                                .other_modifiers = chord.alt});
}

bool RoomCheck::does_nothing(const KeyChord& chord) const {
  const auto* entry = entry_of(chord);
  return entry == nullptr || !entry->act;
}

std::string RoomCheck::does(const KeyChord& chord, const std::string& language) const {
  const std::string act = does_nothing(chord) ? "nothing" : std::string(name_of(*entry_of(chord)->act));
  return std::string(around_.strings("act." + act, language));
}

float RoomCheck::density_of(const platform::Monitor& monitor) const {
  return around_.pixels_per_mm > 0 ? around_.pixels_per_mm : platform::pixels_per_mm(monitor);
}

}  // namespace greenline::app
