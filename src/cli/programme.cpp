// greenline programme: the days of a convening, and what becomes of one when a session runs over.
#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/day_plan.h"
#include "app/paths.h"
#include "app/resources.h"
#include "cli/command.h"
#include "cli/numbers.h"
#include "content/programme.h"
#include "content/shown.h"

namespace greenline::cli {
namespace {

struct ProgrammeOptions {
  std::string programme, language = "en", ends, give_way = "shift";
  int day = 0, running = 0;
};

std::optional<int> minutes_from(const std::string& clock) {
  const std::size_t colon = clock.find(':');
  if (colon == std::string::npos || clock.size() != colon + 3 || clock.find_first_not_of("0123456789:") != std::string::npos ||
      colon == 0 || colon > 2)
    return std::nullopt;
  const int hour = std::stoi(clock.substr(0, colon)), minute = std::stoi(clock.substr(colon + 1));
  return hour < 24 && minute < 60 ? std::optional(hour * 60 + minute) : std::nullopt;
}

content::GivingWay giving_way(const std::string& word) {
  if (word == "shrink") return content::GivingWay::shrink;
  return word == "drop" ? content::GivingWay::drop : content::GivingWay::shift;
}

// "  3  10:45  60 min  What This Plan Rests On (optional)".
void print(const std::vector<content::Session>& sessions, const app::DayPlan& plan, const std::string& language) {
  int number = 0;
  for (const content::Session& session : sessions) {
    const std::string title(content::in_language(plan.title_of(session), language));
    std::string line = "  " + std::to_string(++number) + "  " + content::clock_text(session.starts_min) + "  " +
                       std::to_string(session.minutes) + " min  " + title;
    if (!session.from_phase.empty() || !session.until_phase.empty())
      line += " [" + session.from_phase + " … " + session.until_phase + "]";
    if (session.fixed) line += " (fixed)";
    if (session.optional) line += " (optional)";
    tell(line);
  }
}

int tell_programme(const ProgrammeOptions& options) {
  const auto paths = app::find_paths();
  if (!paths) return complain(paths.error());
  const auto programme = content::load_programme(options.programme, paths->content);
  if (!programme) return complain(app::to_text(programme.error()));
  const auto days = static_cast<int>(programme->days.size());
  if (options.day > days)
    return complain("There is no day " + std::to_string(options.day) + ": the programme has " + std::to_string(days) + ".");
  if (options.ends.empty()) {
    tell(std::string(content::in_language(programme->title, options.language)));
    for (int i = 0; i < days; ++i) {
      if (options.day != 0 && options.day != i + 1) continue;
      const content::Day& day = programme->days[static_cast<std::size_t>(i)];
      tell(std::string(content::in_language(day.title, options.language)));
      print(day.sessions, app::plan_of(day, paths->content), options.language);
    }
    return 0;
  }
  const content::Day& day = programme->days[static_cast<std::size_t>(std::max(options.day, 1) - 1)];
  if (static_cast<std::size_t>(options.running) > day.sessions.size())
    return complain("There is no session " + std::to_string(options.running) + " on that day.");
  const auto plan = content::replanned(day, static_cast<std::size_t>(options.running - 1), *minutes_from(options.ends),
                                       giving_way(options.give_way));
  tell(std::string(content::in_language(day.title, options.language)));
  print(plan.sessions, app::plan_of(day, paths->content), options.language);
  if (plan.over_min > 0)
    tell("A fixed time is overrun by " + std::to_string(plan.over_min) + " min: shorten something, or leave something out.");
  return 0;
}

}  // namespace

void add_programme(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ProgrammeOptions>();
  CLI::App* command =
      app.add_subcommand("programme", "Show the days of a programme, and how a day gives way when a session runs over");
  command->footer(
      "What is fixed (a lunch, a bus) never moves.\n\n"
      "Example: greenline programme two-and-a-half-days --day 2 --running 1 --ends 10:40 --give-way shrink");
  command->add_option("programme", options->programme, "A built-in programme's name, or the path of a programme's file")
      ->required();
  command->add_option("--day", options->day, "Only this day, from 1")->check(whole_number_from(1, 14));
  auto* running = command->add_option("--running", options->running, "The session that is going on, by its number")
                      ->check(whole_number_from(1, 64));
  auto* ends =
      command->add_option("--ends", options->ends, "When that will end, like 10:40")->check([](const std::string& text) {
        return minutes_from(text) ? std::string() : "'" + text + "' is not a time of day; write it like 10:40";
      });
  ends->needs(running);
  running->needs(ends);
  command
      ->add_option("--give-way", options->give_way,
                   "How the rest of the day does: shift, shrink (until the next fixed time) or drop")
      ->capture_default_str()
      ->check(CLI::IsMember({"shift", "shrink", "drop"}));
  command->add_option("--language", options->language, "BCP 47 tag of the language of its titles")->capture_default_str();
  command->callback([options, &exit_code] { exit_code = tell_programme(*options); });
}

}  // namespace greenline::cli
