// greenline move: a convening goes on with another activity. First it is said where everything would go; then it is asked.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/resources.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/convening_words.h"
#include "content/shown.h"
#include "station/its_activity.h"
#include "station/move.h"
#include "station/session.h"

namespace greenline::cli {
namespace {

struct MoveOptions {
  std::string convening;  // file
  std::string to;         // an activity
  std::string pack;       // that it is in; empty: none
  std::vector<std::string> sent;
  bool yes = false;
};

using station::Goes;

std::string name_in_words(const content::LocalText& name, const std::string& id) {
  if (id.empty() && name.empty()) return "the open ground";
  const std::string_view words = content::in_language(name, "en");
  return "“" + (words.empty() ? id : std::string(words)) + "”";
}

std::string title_of(const content::Pack& pack) {
  const std::string_view title = content::in_language(pack.activity.title, "en");
  return "“" + (title.empty() ? pack.activity.id : std::string(title)) + "”";
}

std::string so_many(std::size_t count, const char* one, const char* more) {
  return std::to_string(count) + " " + (count == 1 ? one : more);
}

std::string what_is_there(const Goes& one) {
  std::string all;
  const auto add = [&all](std::size_t count, const char* single, const char* more) {
    if (count > 0) all += (all.empty() ? "" : ", ") + so_many(count, single, more);
  };
  add(one.cards, "card", "cards");
  add(one.markers, "marker", "markers");
  add(one.beside, "thread or gift at the region itself", "threads and gifts at the region itself");
  return all;
}

std::string where_it_goes(const Goes& one) {
  switch (one.how) {
    case Goes::How::stays: return "stays where it is";
    case Goes::How::renamed: return "stays in it; it is called " + name_in_words(one.to_name, one.to) + " now";
    case Goes::How::sent: return "goes to " + name_in_words(one.to_name, one.to) + ", as you asked";
    case Goes::How::waits:
      return one.from.empty() ? "waits in a place of its own at the side"
                              : "has no counterpart: waits at the side, in a place that keeps its name";
  }
  return {};
}

std::string in_words(const station::Move& move, const content::Pack& now) {
  std::string all = "From " + title_of(now) + " to " + title_of(move.pack) + ", this is where everything would go:\n";
  std::size_t widest = 0;
  std::vector<std::string> names;
  for (const Goes& one : move.goes) {
    names.push_back(name_in_words(one.from_name, one.from));
    widest = std::max(widest, names.back().size());
  }
  for (std::size_t i = 0; i < names.size(); ++i)
    all += "  " + names[i] + std::string(widest - names[i].size() + 2, ' ') + where_it_goes(move.goes[i]) + "  (" +
           what_is_there(move.goes[i]) + ")\n";
  if (move.goes.empty()) all += "  Nothing has been made yet.\n";
  if (!move.enter_phase.empty()) {
    const content::Phase *leaves = find_phase(now.activity, move.phase_gone),
                         *enters = find_phase(move.pack.activity, move.enter_phase);
    const std::string left = leaves == nullptr ? "“" + move.phase_gone + "”" : name_in_words(leaves->title, leaves->id);
    all += "  It has no phase " + left + ": it begins with " + name_in_words(enters->title, enters->id) + ".\n";
  }
  return all + "Nothing is erased, and nobody's words, order or threads change.";
}

// FROM=TO, each a region that there is; the error names the nearest.
tl::expected<station::Sent, std::string> sent_from(const std::vector<std::string>& given, const content::Pack& now,
                                                   const content::Pack& to) {
  std::vector<std::string> from{station::to_the_ground}, where{station::to_wait, station::to_the_ground};
  for (const content::Region& region : now.canvas.regions) from.push_back(region.id);
  for (const content::Region& region : to.canvas.regions)
    if (!region.optional || to.activity.outer_ring) where.push_back(region.id);
  station::Sent sent;
  for (const std::string& one : given) {
    const std::size_t equals = one.find('=');
    if (equals == one.npos) return tl::unexpected("'" + one + "' is not FROM=TO, like structure=practice.");
    const std::string first = one.substr(0, equals), second = one.substr(equals + 1);
    for (const std::string& missing :
         {not_there("region", first, from), not_there("region of the other canvas", second, where)})
      if (!missing.empty()) return tl::unexpected(missing);
    sent[first] = second;
  }
  return sent;
}

content::LocalText in_all_languages(const content::Strings& strings, std::string_view key) {
  content::LocalText all;
  for (const char* language : {"en", "fr", "es"}) all[language] = strings(key, language);
  return all;
}

bool same_goes(const station::Move& a, const station::Move& b) {
  return std::ranges::equal(a.goes, b.goes, [](const Goes& x, const Goes& y) {
    return x.from == y.from && x.to == y.to && x.cards == y.cards && x.markers == y.markers && x.beside == y.beside;
  });
}

bool is_closed(const std::vector<model::Event>& events) {
  model::Convening convening;
  for (const model::Event& event : events) apply(convening, event);
  return !convening.activity.value && convening.activity.event != model::EventId{};
}

bool asked_and_answered_yes() {
  std::cout << "Go on with it? (y/n) " << std::flush;
  std::string answer;
  return std::getline(std::cin, answer) && (answer == "y" || answer == "Y" || answer == "yes");
}

class Moving {
 public:
  Moving(const MoveOptions& options, const app::Resources& resources)
      : options_(options),
        resources_(resources),
        words_{in_all_languages(resources.strings, "waiting.help"), in_all_languages(resources.strings, "waiting.ground")} {}

  int move() {
    const auto saved = journal::read_saved(options_.convening);
    if (!saved) return complain(app::to_text({convening_in_trouble(options_.convening, saved.error())}));
    const auto its = station::its_activity(saved->events, resources_.pack, resources_.paths.content);
    if (is_closed(saved->events))
      return complain(options_.convening + " was closed: what was made in it stands as it was harvested. Nothing was changed.");
    if (its.fits == station::Fits::not_here)
      return complain(options_.convening + " began with an activity that is not here, " + its.name + ".");
    const auto sent = sent_from(options_.sent, its.pack, resources_.pack);
    if (!sent) return complain(sent.error());
    const auto shown = planned(saved->events, its.pack, *sent);
    if (!shown) return complain(shown.error());
    if (its.fits == station::Fits::same && sent->empty())
      return tell(options_.convening + " goes on with " + title_of(its.pack) +
                  " as it is already. There is nothing to change.");
    tell(in_words(*shown, its.pack));
    if (!options_.yes && ::isatty(STDIN_FILENO) == 0)
      return tell("Nothing was changed. To do it, say the same with --yes; --send FROM=TO sends a region's cards elsewhere.");
    if (!options_.yes && !asked_and_answered_yes()) return tell("Nothing was changed.");
    return carry_out(*shown, its.pack, *sent);
  }

 private:
  [[nodiscard]] tl::expected<station::Move, std::string> planned(const std::vector<model::Event>& events,
                                                                 const content::Pack& now, const station::Sent& sent) const {
    model::Convening convening;
    for (const model::Event& event : events) apply(convening, event);
    auto plan = station::plan_move(convening, now, resources_.pack, sent, words_);
    if (!plan) return tl::unexpected(app::to_text(plan.error()));
    return *std::move(plan);
  }

  int carry_out(const station::Move& shown, const content::Pack& now, const station::Sent& sent) const {
    auto opened = station::open_and_read(options_.convening, {});
    if (!opened) return complain(app::to_text({convening_in_trouble(options_.convening, opened.error())}));
    const auto plan = planned(opened->events, now, sent);
    if (!plan) return complain(plan.error());
    if (!same_goes(shown, *plan))
      return complain(options_.convening + " was changed meanwhile, so nothing was done. Look again.");
    station::Session session(now, station::real_sources(), station::Keeping(std::move(opened->journal)), opened->events, {});
    const auto moved = session.go_on_with(*plan);
    if (!moved || !session.flush())
      return complain(options_.convening + ": the disk refused before all was written" +
                      (session.trouble() ? " (" + session.trouble()->detail + ")" : "") +
                      ". Nothing is lost; say it once more and it is finished.");
    return tell(options_.convening + " goes on with " + title_of(plan->pack) + ".");
  }

  const MoveOptions& options_;
  const app::Resources& resources_;
  station::WaitingWords words_;
};

}  // namespace

void add_move(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<MoveOptions>();
  CLI::App* command = app.add_subcommand(
      "move", "Go on with another activity or another canvas midway: says where every region's cards would go, then asks");
  command->footer(
      "A region that the other canvas has too keeps its cards. One that it has not stands on at the side under its own name,\n"
      "until people carry its cards to where they belong. Close the wall first.\n\n"
      "Examples: greenline move room.greenline --to old-growth-new-growth\n"
      "          greenline move room.greenline --to finding-our-place --send structure=practice --yes");
  command->add_option("CONVENING", options->convening, "The convening's file")->required();
  command->add_option("--to", options->to, "A built-in activity's name, or the path of an activity's file or of a pack")
      ->required();
  command->add_option("--pack", options->pack, "The pack that the activity is in: a folder or a .zip");
  command->add_option("--send", options->sent,
                      "FROM=TO, ids of regions: FROM's cards go to TO; to \"wait\" for a place of their own, to \"ground\" "
                      "for the open ground. Several times, if need be");
  command->add_flag("--yes", options->yes, "Do it without asking");
  command->callback([options, &exit_code] {
    const auto resources = app::load_resources(options->to, "dusk", options->pack);
    exit_code = resources ? Moving(*options, *resources).move() : complain(resources.error());
  });
}

}  // namespace greenline::cli
