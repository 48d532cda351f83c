#include "app/console_host.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace greenline::app {
namespace {

// What only looks, or answers the touched wall: every console may.
constexpr std::array<std::string_view, 9> looks{"room",        "aside", "day",    "walls", "screens",
                                                "more_asides", "wall",  "coming", "done"};

std::string name_of_console(std::uint32_t console, const HostDesk& desk, const ConsoleSpeaker& say) {
  if (console == 0) return say("chair_elsewhere");
  if (console == desk.number_on_wall()) return say("chair_on_wall");
  return desk.consoles == 1 ? say("chair_at_console") : say("chair_at_console_n", {std::to_string(console)});
}

// "14:05 · At the touched wall: a question, more time".
std::string told_call(const HostDesk& desk, const ConsoleSpeaker& say) {
  std::string what;
  for (const CallFor one : all_calls)
    if (desk.call.what().contains(one)) what += (what.empty() ? "" : ", ") + say("call_" + std::string(name_of(one)));
  const std::string asks = say("call", {what});
  return desk.called_at.empty() ? asks : desk.called_at + "\u00a0· " + asks;
}

void add_line(std::string& lines, const std::string& line) { lines = line + (lines.empty() ? "" : "\n") + lines; }

void add_keys_of_desk(const HostNow& now, const ConsoleSpeaker& say, ui::ConsolePage& page) {
  const Call::State call = now.desk->call.state();
  if (call == Call::State::asked) page.keys.push_back({"coming", say("call_coming"), true, true});
  if (call != Call::State::none) page.keys.push_back({"done", say("call_done"), false, true});
  page.keys.push_back({"clean", now.clean_in_s ? say("cleaned", {std::to_string(*now.clean_in_s)}) : say("clean"),
                       now.clean_in_s.has_value(), true});
}

}  // namespace

void add_host(const HostNow& now, const ConsoleMode& mode, const ConsoleSpeaker& say, ui::ConsolePage& page) {
  const bool of_room = mode.shows == ConsoleMode::Shows::room;
  if (now.desk != nullptr && of_room) add_keys_of_desk(now, say, page);
  if (now.over_wall && of_room) page.keys.push_back({"wall", say("to_wall"), false, true});
  if (now.no_number) add_line(page.amiss, say("no_number"));
  if (now.desk != nullptr && now.desk->call.state() != Call::State::none) add_line(page.amiss, told_call(*now.desk, say));
  if (!now.chair_went_to || now.desk == nullptr) return;
  for (ui::ConsoleKey& key : page.keys) {
    key.possible = key.possible && std::ranges::find(looks, key.key) != looks.end();
    key.accent = key.accent && key.possible;
  }
  page.keys.insert(page.keys.begin(), {"take_chair", say("take_chair"), true, true});
  add_line(page.amiss, say("chair_went", {name_of_console(*now.chair_went_to, *now.desk, say)}));
}

}  // namespace greenline::app
