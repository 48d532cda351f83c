#include "app/console_page.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "app/console_help.h"
#include "app/console_host.h"
#include "app/console_letters.h"
#include "app/console_screens.h"
#include "app/console_speaker.h"
#include "app/console_walls.h"
#include "app/room_check.h"
#include "interact/host_acts.h"

namespace greenline::app {
namespace {

constexpr std::int64_t a_day_s = 24 * 60 * 60;
constexpr std::size_t asides_shown = 6;

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }
std::string as_clock(std::int64_t high, std::int64_t low) { return std::to_string(high) + ":" + two_digits(low); }
// "4:12"; from an hour and a half on "1:34:12".
std::string as_minutes(std::int64_t seconds) {
  if (seconds < 90 * 60) return as_clock(seconds / 60, seconds % 60);
  return as_clock(seconds / 3600, seconds / 60 % 60) + ":" + two_digits(seconds % 60);
}

using Speaker = ConsoleSpeaker;

const std::vector<content::Phase>& phases_of(const station::Session& session) { return session.pack().activity.phases; }

std::int64_t age_s(const station::Session& session) { return std::max<std::int64_t>(0, session.phase_age_ms() / 1000); }

// Of the day, when so many seconds have passed.
std::string time_of_day(int minute_of_day, std::int64_t in_s) {
  const std::int64_t minute = (minute_of_day + (in_s + 59) / 60) % (24 * 60);
  return as_clock(minute / 60, minute % 60);
}

void tell_time(const station::Session& session, const Speaker& say, const ConsoleNow& now, ui::ConsolePage& page) {
  const std::int64_t gone_s = age_s(session);
  const std::int64_t planned_s = std::int64_t{session.phase_minutes()} * 60;
  const std::string minutes = std::to_string(session.phase_minutes());
  page.gone = gone_s < a_day_s ? as_minutes(gone_s) : say("days");
  page.over = planned_s > 0 && gone_s > planned_s;
  if (page.over)
    page.of = gone_s < a_day_s ? say("over", {as_minutes(gone_s - planned_s), minutes}) : say("of_minutes", {minutes});
  else if (planned_s > 0)
    page.of = now.minute_of_day ? say("of_minutes_until", {minutes, time_of_day(*now.minute_of_day, planned_s - gone_s)})
                                : say("of_minutes", {minutes});
  // All of it, if what is left keeps to its minutes.
  std::int64_t left_s = std::max<std::int64_t>(0, planned_s - gone_s);
  const auto& phases = phases_of(session);
  for (std::size_t i = session.phase_number() + 1; i < phases.size(); ++i) left_s += std::int64_t{phases[i].minutes} * 60;
  if (now.minute_of_day && !session.closed() && session.phase_number() + 1 < phases.size())
    page.ends = say("ends", {time_of_day(*now.minute_of_day, left_s)});
}

// "1 h 05 min", with no-break spaces; the same in every language.
std::string as_duration(int minutes) {
  if (minutes < 60) return std::to_string(minutes) + "\u00a0min";
  return std::to_string(minutes / 60) + "\u00a0h\u00a0" + two_digits(minutes % 60) + "\u00a0min";
}

// "Lunch at 12:00: in 34 min".
void tell_fixed(const DayNow& day, const Speaker& say, const DayPlan& plan, int minute_of_day, ui::ConsolePage& page) {
  if (!day.fixed) return;
  const int in_min = std::max(0, day.fixed->starts_min - minute_of_day);
  const std::string title = say.of(plan.title_of(*day.fixed)), at = content::clock_text(day.fixed->starts_min);
  page.late = day.over_min > 0;
  page.fixed =
      page.late ? say("fixed_late", {title, at, std::to_string(day.over_min)}) : say("fixed", {title, at, as_duration(in_min)});
}

std::string what_comes(const station::Session& session, const Speaker& say) {
  const auto& phases = phases_of(session);
  const std::size_t next = session.phase_number() + 1;
  if (session.closed() || next >= phases.size()) return {};
  std::string asks = say.of(phases[next].prompt);
  if (phases[next].minutes == 0) return asks;
  return say("coming", {std::to_string(phases[next].minutes)}) + (asks.empty() ? "" : "\n") + asks;
}

ui::ConsoleKey key_to_go_on(const station::Session& session, const Speaker& say, bool asks_to_close) {
  const auto& phases = phases_of(session);
  const std::size_t now = session.phase_number();
  if (session.closed()) return {"next", say("over_now"), true, false};
  if (now + 1 < phases.size()) return {"next", say("next", {say.of(phases[now + 1].title)}), true, true};
  return {"next", say(asks_to_close ? "end_again" : "end"), true, true};
}

ui::ConsoleKey key_to_go_back(const station::Session& session, const Speaker& say) {
  const auto& phases = phases_of(session);
  const std::size_t now = session.phase_number();
  if (session.closed()) return {"back", say("open_again"), false, true};
  if (now == 0) return {"back", say("first"), false, false};
  return {"back", say("back", {say.of(phases[now - 1].title)}), false, true};
}

// "Undo: more time".
ui::ConsoleKey key_to_undo(const station::Session& session, const Speaker& say) {
  const station::HostSteps::Step* step = session.last_step();
  if (step == nullptr) return {"undo", say("undo_nothing"), false, false};
  return {"undo", say("undo", {say.strings("undo." + std::string(about(step->was).name), say.language)}), false, true};
}

// The newest first.
std::vector<const model::Card*> set_aside(const model::Convening& convening) {
  std::vector<const model::Card*> all;
  for (const auto& [id, card] : convening.cards)
    if (card.made && !card.taken_back && card.aside.value) all.push_back(&card);
  std::ranges::sort(all, [](const model::Card* a, const model::Card* b) {
    return std::tie(b->aside.at, b->id) < std::tie(a->aside.at, a->id);
  });
  return all;
}

constexpr std::string_view bring_back = "bring_back:";  // and the card's id

std::optional<model::CardId> card_of_key(std::string_view key) {
  if (!key.starts_with(bring_back)) return std::nullopt;
  const auto bytes = model::bytes_from_text(key.substr(bring_back.size()));
  return bytes ? std::optional(model::CardId{*bytes}) : std::nullopt;
}

bool host_may(const station::Session& session, const model::Request& request) {
  return session.check(request, model::the_host).has_value();
}

void add_keys_of_room(const station::Session& session, const Speaker& say, bool asks_to_close, ui::ConsolePage& page) {
  const bool rests = session.convening().resting.value, paused = session.convening().paused.value;
  page.keys = {key_to_go_on(session, say, asks_to_close),
               key_to_go_back(session, say),
               {"time", say("time", {std::to_string(interact::more_min)}), false,
                !session.closed() && host_may(session, interact::more_time(session))},
               {"rest", say(rests ? "wake" : "rest"), rests, true},
               {"pause", say(paused ? "unpause" : "pause"), paused, true},
               {"hold", say("hold"), false, host_may(session, model::HoldCards{true})},
               {"reveal", say("reveal"), false, host_may(session, model::RevealCards{})},
               key_to_undo(session, say),
               key_to_walls(session, say)};
  const std::size_t aside = set_aside(session.convening()).size();
  if (aside > 0)
    page.keys.push_back({"aside", aside == 1 ? say("one_aside") : say("aside", {std::to_string(aside)}), false, true});
}

constexpr std::pair<const char*, content::GivingWay> ways[] = {{"way_shift", content::GivingWay::shift},
                                                               {"way_shrink", content::GivingWay::shrink},
                                                               {"way_drop", content::GivingWay::drop}};

// "10:20 – 11:20  Name, connect", a line each.
std::string lines_of(const DayNow& day, const DayPlan& plan, const Speaker& say) {
  std::string all;
  for (const DayNow::Line& line : day.lines) {
    const content::Session& session = line.session;
    const std::string from = content::clock_text(session.starts_min),
                      to = content::clock_text(session.starts_min + session.minutes), title = say.of(plan.title_of(session));
    const char* how = line.left_out ? "day_left_out" : line.runs ? "day_runs" : session.fixed ? "day_fixed" : "day_line";
    all += (all.empty() ? "" : "\n") + say(how, {from, to, title});
  }
  return all;
}

void add_day(const DayNow& day, const DayPlan& plan, const Speaker& say, ui::ConsolePage& page) {
  page.card = lines_of(day, plan, say);
  page.card_language = say.language;
  page.keys = {{"room", say("leave_day"), true, true}};
  for (const auto& [key, way] : ways) page.keys.push_back({key, say(key), plan.way == way, true});
  if (day.activity) page.keys.push_back({"begin", say("begin", {say.of(plan.title_of(*day.activity))}), false, true});
}

// What lies under a veil is its maker's, at the console too.
void add_card(const model::Card& card, const station::Session& session, const Speaker& say, ui::ConsolePage& page) {
  const model::Saying& saying = card.saying.value;
  page.card = card.veiled.value ? say("veiled") : saying.words.empty() ? say("drawn") : saying.words;
  page.card_language = card.veiled.value || saying.words.empty() ? say.language : saying.language;
  const bool is_shown = shown_on_walls(session.convening()) == model::Shown{card.id};
  page.keys = {
      {"room", say("leave_card"), true, true},
      {"show", say(is_shown ? "whole" : "show_card"), is_shown, !card.veiled.value},
      {"set_aside", say("set_aside"), false, host_may(session, model::SetCardAside{card.id})},
      card.veiled.value ? ui::ConsoleKey{"lift_veil", say("lift_veil"), false, host_may(session, model::LiftVeil{card.id})}
                        : ui::ConsoleKey{"veil", say("veil"), false, host_may(session, model::VeilCard{card.id})},
      card.onward.value ? ui::ConsoleKey{"keep_here", say("keep_here"), true, host_may(session, model::KeepCardHere{card.id})}
                        : ui::ConsoleKey{"send_on", say("send_on"), false, host_may(session, model::SendCardOn{card.id})}};
}

void add_asides(const std::vector<const model::Card*>& all, ConsoleMode& mode, const Speaker& say, ui::ConsolePage& page) {
  page.card = say("asides");
  page.card_language = say.language;
  page.keys = {{"room", say("leave_asides"), true, true}};
  if (mode.page * asides_shown >= all.size()) mode.page = 0;
  const std::size_t from = mode.page * asides_shown;
  for (std::size_t i = from; i < std::min(all.size(), from + asides_shown); ++i)
    page.keys.push_back(
        {std::string(bring_back) + model::to_text(all[i]->id), say("bring_back", {beginning_of(*all[i], say)}), false, true});
  if (all.size() > asides_shown) page.keys.push_back({"more_asides", say("more_asides"), false, true});
}

// Every control with its key, in one list.
void add_help(const station::Session& session, const Speaker& say, const ConsoleNow& now, ui::ConsolePage& page) {
  const interact::KeyMap usual = interact::KeyMap::usual();
  page.card = std::string(say.strings("help.title", say.language));
  page.lines = lines_of_keys(now.keys != nullptr ? *now.keys : usual, say.strings, say.language);
  if (!now.host.over_wall)  // where no letter runs the room
    for (ui::ConsoleLine& line : lines_of_controls(session, say.strings, say.language, now))
      page.lines.push_back(std::move(line));
  page.keys = {{"room", say("leave_day"), true, true}};
}

// Letters and what each key does. A key that has been given something else to do by the host's file has no letter.
void finish_keys(const Speaker& say, const ConsoleMode& mode, const ConsoleNow& now, ui::ConsolePage& page) {
  tell_hints(page, say.strings, say.language);
  if (now.somebody_writes) return;
  if (mode.shows == ConsoleMode::Shows::check && now.check != nullptr) return now.check->give_its_letters(page);
  give_letters(page);
  if (now.keys == nullptr) return;
  for (ui::ConsoleKey& key : page.keys) {
    if (key.letter < 'A') continue;
    const auto* entry = now.keys->find({.letter = static_cast<char>(key.letter - 'A' + 'a')});
    if (entry != nullptr && !entry->usual) key.letter = 0;
  }
}

}  // namespace

ui::ConsolePage console_page(const station::Session& session, const content::Strings& strings, const std::string& language,
                             ConsoleMode& mode, const ConsoleNow& now) {
  const Speaker say{strings, language};
  const content::Phase& phase = session.phase();
  ui::ConsolePage page;
  page.activity = say.of(session.pack().activity.title);
  page.where = say("where", {std::to_string(session.phase_number() + 1), std::to_string(phases_of(session).size())});
  page.phase = say.of(phase.title);
  page.prompt = say.of(phase.prompt);
  page.note = say.of(phase.host_note);
  tell_time(session, say, now, page);
  page.coming = what_comes(session, say);
  const auto cards =
      std::ranges::count_if(session.convening().cards, [](const auto& entry) { return model::present(entry.second); });
  std::optional<DayNow> day;
  if (now.day != nullptr && now.minute_of_day) {
    day = day_now(*now.day, session, *now.minute_of_day);
    tell_fixed(*day, say, *now.day, *now.minute_of_day, page);
  }
  if (now.screens != nullptr) page.amiss = amiss_with_screens({*now.screens, now.panels, now.ring_on}, strings, language);
  page.counts = cards == 1 ? say("one_card") : say("cards", {std::to_string(cards)});

  using Shows = ConsoleMode::Shows;
  const model::Card* card = mode.shows == Shows::card ? find_card(session.convening(), mode.card) : nullptr;
  const auto asides = mode.shows == Shows::aside ? set_aside(session.convening()) : std::vector<const model::Card*>{};
  if (card != nullptr && model::present(*card)) {
    add_card(*card, session, say, page);
  } else if (!asides.empty()) {
    add_asides(asides, mode, say, page);
  } else if (mode.shows == Shows::day && day) {
    add_day(*day, *now.day, say, page);
  } else if (mode.shows == Shows::walls) {
    add_walls(session, mode, say, page);
  } else if (mode.shows == Shows::screens && now.screens != nullptr) {
    tell_screens({*now.screens, now.panels, now.ring_on}, strings, language, page);
  } else if (mode.shows == Shows::check && now.check != nullptr && now.screens != nullptr) {
    const ScreensNow screens{*now.screens, now.panels, now.ring_on};
    now.check->fill(page, &screens, language);
    if (now.check->shows() == RoomCheck::Shows::list) page.keys.push_back({"help", say("help"), false, true});
  } else if (mode.shows == Shows::help) {
    add_help(session, say, now, page);
  } else {
    mode = {};
    add_keys_of_room(session, say, now.asks_to_close, page);
    if (day) page.keys.push_back({"day", say("day"), false, true});
    if (now.screens != nullptr) page.keys.push_back({"screens", say("screens"), !page.amiss.empty(), true});
    if (now.check != nullptr && now.screens != nullptr) page.keys.push_back({"check", say("check"), false, true});
  }
  add_host(now.host, mode, say, page);
  finish_keys(say, mode, now, page);
  return page;
}

void tell_hints(ui::ConsolePage& page, const content::Strings& strings, const std::string& language) {
  for (ui::ConsoleKey& key : page.keys) {
    const std::string tip = "tip." + key.key.substr(0, key.key.find(':'));
    if (const std::string_view said = strings(tip, language); said != tip) key.hint = said;
  }
}

std::optional<content::GivingWay> way_of_key(const std::string& key) {
  const auto* const found = std::ranges::find(ways, key, [](const auto& way) { return std::string_view(way.first); });
  return found == std::end(ways) ? std::nullopt : std::optional(found->second);
}

std::optional<model::Request> request_of_key(const station::Session& session, const ConsoleMode& mode, const std::string& key) {
  if (const auto known = interact::host_key_called(key)) return interact::request_of(session, *known, mode.shuffled);
  if (key == "set_aside") return model::SetCardAside{mode.card};
  if (key == "veil") return model::VeilCard{mode.card};
  if (key == "lift_veil") return model::LiftVeil{mode.card};
  if (key == "send_on") return model::SendCardOn{mode.card};
  if (key == "keep_here") return model::KeepCardHere{mode.card};
  if (const auto card = card_of_key(key)) return model::BringCardBack{*card};
  return request_of_walls_key(session, mode, key);
}

}  // namespace greenline::app
