// greenline packs: what is installed on this machine, and whether it is sound.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/paths.h"
#include "cli/command.h"
#include "content/problem.h"
#include "content/shown.h"
#include "content/told_languages.h"
#include "shelf/look.h"
#include "ui/keyboard.h"

namespace greenline::cli {
namespace {

using Json = nlohmann::ordered_json;

// One installed pack, as far as it can be read.
struct Seen {
  shelf::Installed installed;
  std::optional<content::WholePack> pack;
  content::Diagnostics wrong;  // why there is none
  bool newest = true;          // of its id
};

std::vector<Seen> look_at_all(const shelf::Store& store, const content::PackSurroundings& around) {
  std::vector<Seen> all;
  std::string last;
  for (shelf::Installed& one : store.installed()) {
    Seen seen{std::move(one), std::nullopt, {}, true};
    seen.newest = std::exchange(last, seen.installed.identity.id) != seen.installed.identity.id;
    const auto source = content::open_folder(seen.installed.folder);
    auto pack = source ? content::load_whole_pack(*source, around, nullptr)
                       : tl::expected<content::WholePack, content::Diagnostics>(tl::unexpected(source.error()));
    if (pack) {
      seen.pack = *std::move(pack);
    } else {
      seen.wrong = content::one_a_cause(std::move(pack.error()));
      std::ranges::stable_sort(seen.wrong, {}, [](const content::Diagnostic& it) { return severity_of(it); });
    }
    all.push_back(std::move(seen));
  }
  return all;
}

int minutes_of(const content::Activity& activity) {
  int minutes = 0;
  for (const content::Phase& phase : activity.phases) minutes += phase.minutes;
  return minutes;
}

// "English, French: all; Wolof: 3 prompts missing, shown in French"
std::string languages_of(const content::Pack& pack) {
  const auto written = content::parse_activity(pack.activity_text, pack.activity.id);
  if (!written) return {};
  const auto named = [](const std::string& tag) { return content::language_in_words(tag, "en"); };
  std::string whole, others;
  for (const content::ToldLanguage& one : content::told_languages(*written)) {
    const int prompts = one.prompts_missing, texts = one.others_missing;
    if (prompts + texts == 0) {
      whole += (whole.empty() ? "" : ", ") + named(one.tag);
      continue;
    }
    others += "; " + named(one.tag) + ": ";
    if (prompts > 0) others += std::to_string(prompts) + (prompts == 1 ? " prompt" : " prompts");
    if (texts > 0)
      others += (prompts > 0 ? " and " : "") + std::to_string(texts) + (prompts > 0 ? " other" : "") +
                (texts == 1 ? " text" : " texts");
    others += " missing, shown in " + named(one.shown_in);
  }
  if (whole.empty()) return others.empty() ? others : others.substr(2);
  return whole + ": all" + others;
}

void print_packs(const std::vector<Seen>& all) {
  std::string out;
  for (const Seen& one : all) {
    const std::string title(content::in_language(one.installed.title, "en"));
    out += to_text(one.installed.identity) + (title.empty() ? "" : "  " + title) + "\n";
    if (!one.newest) out += "  kept until the convenings that began with it are closed\n";
    if (!one.pack) {
      out += "  broken: " + content::to_text(one.wrong.front()) + "\n  `greenline check " + one.installed.folder.string() +
             "` says all of it\n";
      continue;
    }
    for (const content::Pack& pack : one.pack->activities)
      out +=
          "  " + pack.activity.id + ", " + std::to_string(minutes_of(pack.activity)) + " minutes; " + languages_of(pack) + "\n";
  }
  if (all.empty()) out = "No packs are installed. `greenline install PACK` puts one on the shelf.\n";
  std::cout << content::shown_lines(out);
}

Json json_of(const Seen& one) {
  Json activities = Json::array(), problems = Json::array();
  if (one.pack)
    for (const content::Pack& pack : one.pack->activities) {
      Json languages = Json::array();
      if (const auto written = content::parse_activity(pack.activity_text, pack.activity.id))
        for (const content::ToldLanguage& told : content::told_languages(*written))
          languages.push_back({{"language", told.tag},
                               {"prompts_missing", told.prompts_missing},
                               {"other_texts_missing", told.others_missing},
                               {"shown_in", told.shown_in}});
      activities.push_back({{"id", pack.activity.id},
                            {"title", pack.activity.title},
                            {"minutes", minutes_of(pack.activity)},
                            {"languages", std::move(languages)}});
    }
  for (const content::Diagnostic& wrong : one.wrong)
    problems.push_back({{"code", wrong.problem ? content::code_of(*wrong.problem) : std::string()},
                        {"file", wrong.file},
                        {"line", wrong.line},
                        {"found", wrong.found},
                        {"expected", wrong.expected}});
  return {{"id", one.installed.identity.id},         {"version", content::to_text(one.installed.identity.version)},
          {"sha256", one.installed.identity.sum},    {"title", one.installed.title},
          {"folder", one.installed.folder.string()}, {"newest", one.newest},
          {"sound", one.pack.has_value()},           {"activities", std::move(activities)},
          {"problems", std::move(problems)}};
}

int list_packs(const std::string& format) {
  auto paths = app::find_paths();
  if (!paths) return complain(paths.error());
  const auto folder = app::packs_folder();
  if (!folder) return complain("Nobody knows where packs are kept: neither HOME nor the user database names a home.");
  const auto keyboards = ui::Keyboards::load(paths->assets / "keyboards");
  if (!keyboards) return complain(keyboards.error());
  const std::vector<std::string> offered = keyboards->languages();
  const std::vector<Seen> all = look_at_all(shelf::Store(*folder), {paths->content, offered, {}});
  if (format == "json") {
    Json list = Json::array();
    for (const Seen& one : all) list.push_back(json_of(one));
    std::cout << content::shown_json(list.dump(2, ' ', false, Json::error_handler_t::replace)) << '\n';
  } else {
    print_packs(all);
  }
  return std::ranges::all_of(all, [](const Seen& one) { return one.pack.has_value(); }) ? 0 : 1;
}

}  // namespace

void add_packs(CLI::App& app, int& exit_code) {
  auto format = std::make_shared<std::string>("text");
  CLI::App* command = app.add_subcommand("packs", "List the packs that are installed on this machine");
  command->footer(
      "Exit code 0 when all are sound, 1 when one is broken, 2 when the command line could not be understood.\n\n"
      "Example: greenline packs");
  command->add_option("--format", *format, "text or json")->capture_default_str()->check(CLI::IsMember({"text", "json"}));
  command->callback([format, &exit_code] { exit_code = list_packs(*format); });
}

}  // namespace greenline::cli
