// greenline check: is this pack, canvas or saved convening sound? If not: where, what, and what to do.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "app/crowding.h"
#include "app/log.h"
#include "app/resources.h"
#include "cli/command.h"
#include "cli/convening_words.h"
#include "content/shown.h"
#include "journal/journal.h"
#include "model/convening.h"
#include "station/its_activity.h"

namespace greenline::cli {
namespace {

struct CheckOptions {
  std::vector<std::string> files;
  std::string format = "text";
};

nlohmann::json as_json(const content::Diagnostic& found) {
  return {{"file", found.file},   {"pointer", found.pointer},   {"line", found.line}, {"column", found.column},
          {"found", found.found}, {"expected", found.expected}, {"hint", found.hint}};
}

content::Diagnostics check_convening(const std::string& file, const std::filesystem::path& content_folder, std::ostream& told) {
  const auto failed = [&](const journal::Trouble& trouble) {
    return content::Diagnostics{convening_in_trouble(file, trouble)};
  };
  const auto saved = journal::read_saved(file);
  if (!saved) return failed(saved.error());
  if (saved->missing.anything()) return {convening_without_its_log(file, *saved)};
  model::Convening convening;
  for (const model::Event& event : saved->events) apply(convening, event);
  const station::ActivityLook activity =
      station::look_at_activity(station::activity_opened_in(saved->events), convening, file, content_folder);
  if (!activity.wrong.empty()) return activity.wrong;
  told << content::shown(file) << ": sound; state " << std::hex << state_hash(convening) << std::dec << "; activity "
       << app::one_harmless_line(activity.which) << '\n';
  return {};
}

// What there is to look at in a folder and in those in it; links to folders are not followed.
struct InFolder {
  std::vector<std::string> convenings;  // sorted
  bool others = false;                  // what content::check_file looks at
};
InFolder look_into(const std::string& folder) {
  InFolder there;
  std::error_code trouble;
  using Walk = std::filesystem::recursive_directory_iterator;
  for (Walk at(folder, std::filesystem::directory_options::skip_permission_denied, trouble); !trouble && at != Walk();
       at.increment(trouble)) {
    if (at->path().extension() == ".json") there.others = true;
    if (at->path().extension() == ".greenline" && journal::is_convening(at->path()))
      there.convenings.push_back(at->path().string());
  }
  there.others = there.others || trouble || there.convenings.empty();  // it says what is wrong with the folder, too
  std::ranges::sort(there.convenings);
  return there;
}

int check(const CheckOptions& options) {
  auto paths = app::find_paths();
  if (!paths) return complain(paths.error());
  const auto keyboards = ui::Keyboards::load(paths->assets / "keyboards");
  if (!keyboards) return complain(keyboards.error());
  const std::vector<std::string> offered = keyboards->languages();
  const auto strings = content::Strings::load(paths->assets / "strings");
  if (!strings) return complain(app::to_text(strings.error()));
  // Without fonts nothing can be measured; the rest is looked at all the same.
  const std::string fontless = app::trouble_with_fonts();
  std::optional<text::Engine> engine;
  if (fontless.empty()) engine.emplace();
  const content::FurtherLook words = [&](const content::Pack& pack, std::string_view text, const std::string& file) {
    return engine ? app::words_without_room(pack, *strings, *engine, text, file) : content::Diagnostics{};
  };
  content::Diagnostics all;
  for (const std::string& file : options.files) {
    std::ostream& told = options.format == "json" ? std::cerr : std::cout;
    content::Diagnostics found;
    std::error_code trouble;
    InFolder there{.convenings = {}, .others = true};
    if (std::filesystem::is_directory(file, trouble)) {
      there = look_into(file);
    } else if (journal::is_convening(file)) {
      there = {{file}, false};
    }
    if (there.others) {
      found = content::check_file(file, paths->content, offered, words);
      if (found.empty()) told << content::shown(file) << ": sound\n";
    }
    for (const std::string& convening : there.convenings) {
      const content::Diagnostics wrong = check_convening(convening, paths->content, told);
      found.insert(found.end(), wrong.begin(), wrong.end());
    }
    all.insert(all.end(), found.begin(), found.end());
  }
  if (options.format == "json") {
    nlohmann::json list = nlohmann::json::array();
    for (const content::Diagnostic& diagnostic : all) list.push_back(as_json(diagnostic));
    std::cout << content::shown_json(list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace)) << '\n';
  } else if (!all.empty()) {
    std::cout << app::to_text(all) << '\n';
  }
  if (!fontless.empty()) complain("Whether all words fit on a wall could not be looked at. " + fontless);
  return all.empty() ? 0 : 1;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command =
      app.add_subcommand("check", "Say whether activities, canvases or saved convenings are sound, and what is wrong where");
  command->footer("Exit code 0 when all are sound, 1 when something is wrong.\n\nExample: greenline check my-activity.json");
  command->add_option("FILE", options->files, "Files, or folders of them")->required();
  command->add_option("--format", options->format, "text or json")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
  command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace greenline::cli
