// greenline check: is this pack, canvas or saved convening sound? If not: where, what, and what to do.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "app/crowding.h"
#include "app/log.h"
#include "app/resources.h"
#include "cli/check_fix.h"
#include "cli/command.h"
#include "cli/convening_words.h"
#include "content/canvas_picture.h"
#include "content/pack_source.h"
#include "content/problem.h"
#include "content/reader.h"
#include "content/shown.h"
#include "journal/journal.h"
#include "model/convening.h"
#include "render/png.h"
#include "station/its_activity.h"

namespace greenline::cli {
namespace {

struct CheckOptions {
  std::vector<std::string> files;
  std::string format = "text";
  bool fix = false;
};

nlohmann::ordered_json as_json(const content::Diagnostic& found) {
  return {{"code", found.problem ? content::code_of(*found.problem) : std::string()},
          {"severity", to_text(severity_of(found))},
          {"title", found.problem ? content::kind_of(*found.problem).title : std::string_view()},
          {"file", found.file},
          {"line", found.line},
          {"column", found.column},
          {"pointer", found.pointer},
          {"excerpt", found.excerpt.line},
          {"found", found.found},
          {"expected", found.expected},
          {"hint", found.hint},
          {"nearest", found.nearest},
          {"mend", found.mend},
          {"also_at", found.also_at},
          {"used_by", found.used_by}};
}

void print_json(const content::Diagnostics& all) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const content::Diagnostic& diagnostic : all) list.push_back(as_json(diagnostic));
  std::cout << content::shown_json(list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace)) << '\n';
}

void print_text(const content::Diagnostics& all) {
  for (const content::Diagnostic& diagnostic : all) std::cout << '\n' << content::at_length(diagnostic);
  if (all.empty()) return;
  std::cout << '\n' << content::tally_of(all);
  if (any_slip(all)) std::cout << " `greenline check --fix` writes a copy without slips of typing.";
  if (all.front().problem)
    std::cout << " `greenline explain " << content::code_of(*all.front().problem) << "` says more about one.";
  std::cout << '\n';
}

bool is_wrong(const content::Diagnostic& one) { return severity_of(one) != content::Severity::hint; }

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
    if (at->path().extension() == ".json" || content::is_pack(at->path())) there.others = true;
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
  if (fontless.empty()) engine.emplace(text::Purpose::to_measure);
  // Each once, however many activities stand on it.
  std::map<std::shared_ptr<const content::CanvasPicture>, bool> whole_pictures;
  const auto is_whole = [&](const std::shared_ptr<const content::CanvasPicture>& picture) {
    const auto [known, is_new] = whole_pictures.try_emplace(picture, false);
    if (is_new) known->second = render::decoded(picture->bytes).has_value();
    return known->second;
  };
  const content::FurtherLook further = [&](const content::Looked& looked) {
    content::Diagnostics found = engine ? app::words_without_room(looked, *strings, *engine) : content::Diagnostics{};
    if (const auto& picture = looked.pack.canvas.picture; picture && !is_whole(picture))
      found.push_back(content::whole_file(looked.canvas_file, {.problem = content::Problem::bad_picture,
                                                               .found = "a canvas whose picture breaks off, or is damaged",
                                                               .expected = content::ground_expected()}));
    return found;
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
      found = content::check_file(file, paths->content, offered, further);
      if (std::ranges::none_of(found, is_wrong)) told << content::shown(file) << ": sound\n";
    }
    for (const std::string& convening : there.convenings) {
      const content::Diagnostics wrong = check_convening(convening, paths->content, told);
      found.insert(found.end(), wrong.begin(), wrong.end());
    }
    all.insert(all.end(), found.begin(), found.end());
  }
  options.format == "json" ? print_json(all) : print_text(all);
  if (options.fix) mend_beside(all, options.format == "json" ? std::cerr : std::cout);
  if (!fontless.empty()) complain("Whether all words fit on a wall could not be looked at. " + fontless);
  return std::ranges::any_of(all, is_wrong) ? 1 : 0;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command =
      app.add_subcommand("check", "Say whether activities, canvases or saved convenings are sound, and what is wrong where");
  command->footer(
      "Exit code 0 when all are sound (there may be hints), 1 when something stops or looks wrong, 2 when the command line "
      "could "
      "not be understood. Every problem has a number: `greenline explain GL-P017` says more.\n\nExample: greenline check "
      "my-activity.json");
  command->add_option("FILE", options->files, "Packs (folders or .zip files), files, or folders of them")->required();
  command->add_option("--format", options->format, "text or json")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
  command->add_flag("--fix", options->fix,
                    "Write a copy beside each file (NAME.mended.json) in which what was typed by a slip is mended: commas, "
                    "comments, curly quotes, encodings. The file itself is not touched");
  command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace greenline::cli
