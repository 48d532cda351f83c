// greenline move: a convening goes on with another activity. First it is said where everything would go; then it is asked.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/half_written.h"
#include "app/resources.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/convening_words.h"
#include "cli/move_words.h"
#include "content/shown.h"
#include "content/waiting.h"
#include "drafts/draft_disk.h"
#include "journal/folders.h"
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

// What regions may be called: by id, or as people read them in any language.
class Called {
 public:
  void add(std::string id, const content::LocalText& names = {}) {
    for (const auto& [language, name] : names)
      if (!name.empty()) id_of_.emplace(name, id);
    spellings_.push_back(id);
    if (const std::string_view name = content::in_language(names, "en"); !name.empty() && name != id)
      spellings_.emplace_back(name);
    ids_.insert(std::move(id));
  }
  // Empty: nothing is called so.
  [[nodiscard]] std::string id(const std::string& word) const {
    if (ids_.contains(word)) return word;
    const auto found = id_of_.find(word);
    return found == id_of_.end() ? std::string() : found->second;
  }
  [[nodiscard]] const std::vector<std::string>& spellings() const { return spellings_; }

 private:
  std::set<std::string> ids_;
  std::map<std::string, std::string> id_of_;
  std::vector<std::string> spellings_;
};

// FROM=TO, each a region that there is; the error names the nearest.
tl::expected<station::Sent, std::string> sent_from(const std::vector<std::string>& given, const content::Pack& now,
                                                   const content::Pack& to) {
  Called from, where;
  from.add(station::to_the_ground);
  where.add(station::to_wait);
  where.add(station::to_the_ground);
  for (const content::Region& region : now.canvas.regions) from.add(region.id, region.label);
  for (const content::Region& region : to.canvas.regions)
    if (content::is_shown(region, to.activity)) where.add(region.id, region.label);
  station::Sent sent;
  for (const std::string& one : given) {
    const std::size_t equals = one.find('=');
    if (equals == one.npos) return tl::unexpected("'" + one + "' is not FROM=TO, like structure=practice.");
    const std::string first = one.substr(0, equals), second = one.substr(equals + 1);
    const std::string first_id = from.id(first), second_id = where.id(second);
    if (first_id.empty()) return tl::unexpected(not_there("region", first, from.spellings()));
    if (second_id.empty()) return tl::unexpected(not_there("region of the other canvas", second, where.spellings()));
    sent[first_id] = second_id;
  }
  return sent;
}

content::LocalText in_all_languages(const content::Strings& strings, std::string_view key) {
  content::LocalText all;
  for (const char* language : {"en", "fr", "es"}) all[language] = strings(key, language);
  return all;
}

bool same_goes(const station::Move& a, const station::Move& b) {
  return std::ranges::equal(a.goes, b.goes, [](const station::Goes& x, const station::Goes& y) {
    return x.from == y.from && x.to == y.to && x.cards == y.cards && x.markers == y.markers && x.begun == y.begun &&
           x.beside == y.beside;
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

// A name alone may be that of a file where convenings are usually kept.
std::string file_meant_by(const std::string& named) {
  std::error_code unknown;
  const auto usual = journal::convenings_folder();
  if (!usual || named.find('/') != named.npos || std::filesystem::exists(named, unknown)) return named;
  const std::filesystem::path there = *usual / named;
  return std::filesystem::exists(there, unknown) ? there.string() : named;
}

// A word that is no built-in activity may be a pack that is installed.
tl::expected<app::Resources, std::string> resources_for(const MoveOptions& options) {
  const auto paths = app::find_paths();
  const bool built_in = paths && std::ranges::count(content::activity_names(paths->content), options.to) > 0;
  return app::load_resources(options.pack.empty() && !built_in ? pack_meant_by(options.to) : options.to, "dusk",
                             pack_meant_by(options.pack));
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
    // What is written next would make what is left of it the whole.
    if (saved->missing.anything()) return complain(app::to_text({convening_without_its_log(options_.convening, *saved)}));
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
      return tell(options_.convening + " goes on with " + title_in_words(its.pack) +
                  " as it is already. There is nothing to change.");
    tell(in_words(*shown, its.pack));
    if (!options_.yes && ::isatty(STDIN_FILENO) == 0)
      return tell(how_to_send(*shown) + "Nothing was changed. To do it, say the same with --yes.");
    if (!options_.yes) std::cout << content::shown_lines(how_to_send(*shown));
    if (!options_.yes && !asked_and_answered_yes()) return tell("Nothing was changed.");
    return carry_out(*shown, its.pack, *sent);
  }

 private:
  [[nodiscard]] tl::expected<station::Move, std::string> planned(const std::vector<model::Event>& events,
                                                                 const content::Pack& now, const station::Sent& sent) const {
    model::Convening convening;
    for (const model::Event& event : events) apply(convening, event);
    const drafts::DraftsSeen begun = drafts::look_at_drafts(drafts::drafts_beside(options_.convening));
    auto plan = station::plan_move(convening, now, resources_.pack, sent, words_, app::begun_in(begun.drafts));
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
    const std::string unmoved = drafts_gone_along(*plan);
    tell(options_.convening + " goes on with " + title_in_words(plan->pack) + ".");
    return unmoved.empty() ? 0 : complain(unmoved);
  }

  // A file that is not whole is left for the wall, which sets it aside and says so. Empty: all is done.
  [[nodiscard]] std::string drafts_gone_along(const station::Move& move) const {
    const std::filesystem::path file = drafts::drafts_beside(options_.convening);
    drafts::DraftsSeen begun = drafts::look_at_drafts(file);
    const std::vector<ui::Draft> before = begun.drafts;
    app::go_along(begun.drafts, move);
    if (!begun.whole || begun.drafts == before) return {};
    const auto trouble = drafts::write_drafts(file, begun.drafts);
    return trouble ? "What is half written could not be sent along (" + trouble->detail + "): it opens where it was begun."
                   : std::string();
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
  command
      ->add_option("CONVENING", options->convening, "The convening's file, or its name alone where convenings are usually kept")
      ->required();
  command
      ->add_option(
          "--to", options->to,
          "A built-in activity's name, the path of an activity's file or of a pack, or the id of a pack that is installed")
      ->required();
  command->add_option("--pack", options->pack,
                      "The pack that the activity is in: a folder, a .zip, or the id of one that is installed");
  command->add_option(
      "--send", options->sent,
      "FROM=TO, regions by name or id: FROM's cards go to TO; to \"wait\" for a place of their own, to \"ground\" "
      "for the open ground. Several times, if need be");
  command->add_flag("--yes", options->yes, "Do it without asking");
  command->callback([options, &exit_code] {
    options->convening = file_meant_by(options->convening);
    const auto resources = resources_for(*options);
    exit_code = resources ? Moving(*options, *resources).move() : complain(resources.error());
  });
}

}  // namespace greenline::cli
