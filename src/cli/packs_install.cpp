// greenline install and greenline remove: packs come onto this machine, whole or not at all, and go from it.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/in_use.h"
#include "app/paths.h"
#include "app/resources.h"
#include "cli/command.h"
#include "content/problem.h"
#include "journal/folders.h"
#include "shelf/store.h"
#include "ui/keyboard.h"

namespace greenline::cli {
namespace {

constexpr const char* no_home = "Nobody knows where packs are kept: neither HOME nor the user database names a home.";

struct InstallOptions {
  std::vector<std::string> packs;
  std::string which;  // empty: ask
};

// The first digits tell two apart.
std::string short_sum(const shelf::Identity& identity) { return identity.sum.substr(0, 8); }

std::string words_of(const shelf::Brought& brought) {
  using enum shelf::Brought::How;
  const std::string pack = to_text(brought.pack.identity);
  switch (brought.how) {
    case fresh: return pack + " is installed.";
    case update:
      return pack + " is installed, in the place of " + to_text(*brought.before) +
             ". Convenings that are open go on with what they began with.";
    case replaced: return pack + " is installed, in the place of the other " + to_text(brought.pack.identity.version) + ".";
    case already_here: return pack + " is here already, the very same.";
    case kept_here: return pack + " stays as it is here.";
  }
  return {};
}

std::string words_of(const std::string& named, const shelf::NotBrought& why) {
  using enum shelf::NotBrought::Why;
  switch (why.why) {
    case broken: {
      std::string all;
      for (const content::Diagnostic& one : why.wrong) all += content::at_length(one) + "\n";
      return all + named + " is not installed. " + content::tally_of(why.wrong);
    }
    case clash:
      return "Two different " + to_text(why.clash->coming.version) + " of " + why.clash->coming.id + ": which? One is here (" +
             short_sum(why.clash->here.identity) + "), " + named + " is another (" + short_sum(why.clash->coming) +
             "). --which here keeps the one, --which coming takes the other. Whoever writes the pack should give it another "
             "version.";
    case older:
      return to_text(why.clash->here.identity) + " is here, which is newer than " + to_text(why.clash->coming.version) +
             ". To go back, remove it first: greenline remove " + why.clash->coming.id;
    case disk: return named + " could not be installed: " + why.reason + ". What was installed before is as it was.";
    case damaged:
      return named +
             " could not be installed: what was read back is not what was copied. The disk may be failing. What was installed "
             "before is as it was.";
    case ended: return named + " was not installed.";
  }
  return {};
}

int install(const InstallOptions& options) {
  auto paths = app::find_paths();
  if (!paths) return complain(paths.error());
  const auto folder = app::packs_folder();
  if (!folder) return complain(no_home);
  const auto keyboards = ui::Keyboards::load(paths->assets / "keyboards");
  if (!keyboards) return complain(keyboards.error());
  const std::vector<std::string> offered = keyboards->languages();
  const content::PackSurroundings around{paths->content, offered, {}};
  const shelf::Store store(*folder);
  store.sweep();
  const shelf::Which which = options.which == "here"     ? shelf::Which::here
                             : options.which == "coming" ? shelf::Which::coming
                                                         : shelf::Which::ask;
  int code = 0;
  for (const std::string& named : options.packs) {
    const auto source = content::open_pack(named);
    const auto brought = source ? store.bring(*source, around, which)
                                : tl::expected<shelf::Brought, shelf::NotBrought>(tl::unexpected(shelf::NotBrought{
                                      shelf::NotBrought::Why::broken, content::one_a_cause(source.error()), std::nullopt, {}}));
    code = brought ? std::max(code, tell(words_of(*brought))) : complain(words_of(named, brought.error()));
  }
  const auto convenings = journal::convenings_folder();
  (void)store.drop_superseded(around, convenings ? app::in_use_in(*convenings) : shelf::InUse());
  return code;
}

// "our-autumn@1.2.0"
int remove(const std::string& named) {
  const auto folder = app::packs_folder();
  if (!folder) return complain(no_home);
  const std::size_t at = named.find('@');
  const std::string id = named.substr(0, at);
  const auto version = at == named.npos ? std::nullopt : content::version_from_text(named.substr(at + 1));
  if (at != named.npos && !version)
    return complain("\"" + named.substr(at + 1) + "\" is no version; write it like " + id + "@1.2.0.");
  const shelf::Store store(*folder);
  store.sweep();
  const auto gone = store.remove(id, version);
  if (!gone) return complain(named + " could not be removed: " + gone.error() + ".");
  if (!gone->empty()) {
    std::string words;
    for (const shelf::Installed& one : *gone) words += (words.empty() ? "" : " and ") + to_text(one.identity);
    return tell(words + (gone->size() == 1 ? " is" : " are") +
                " removed. Convenings that began with it have it whole and go on.");
  }
  std::vector<std::string> known;
  for (const shelf::Installed& one : store.installed()) {
    known.push_back(one.identity.id);
    if (version && one.identity.id == id)
      return complain(id + " is not here in version " + to_text(*version) + ", but in " + to_text(one.identity.version) + ".");
  }
  const std::string near = content::nearest_spelling(id, known);
  return complain("No pack with the id " + id + " is installed." + (near.empty() ? "" : " Did you mean " + near + "?") +
                  " `greenline packs` lists them.");
}

}  // namespace

void add_install(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<InstallOptions>();
  CLI::App* command = app.add_subcommand("install", "Copy packs onto this machine, whole or not at all");
  command->footer(
      "Each is copied beside what is installed, compared with what was read, judged, and put into its place in one step: a "
      "stick that is pulled or a plug changes nothing. An older version stays until no open convening began with it. Nothing "
      "on a running wall changes.\n"
      "Exit code 0 when all are installed, 1 when one is not, 2 when the command line could not be understood.\n\n"
      "Example: greenline install /media/ada/STICK/our-autumn.zip");
  command->add_option("PACK", options->packs, "Packs: folders with a pack.json in it, or .zip files of one")->required();
  command
      ->add_option("--which", options->which,
                   "When another pack of the same id and version is here, with other content: keep the one that is here, or "
                   "take the one that is coming. Not given: it is asked, and nothing changes")
      ->check(CLI::IsMember({"here", "coming"}));
  command->callback([options, &exit_code] { exit_code = install(*options); });
}

void add_remove(CLI::App& app, int& exit_code) {
  auto named = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("remove", "Take an installed pack off this machine");
  command->footer(
      "Convenings that began with one of its activities have it whole and go on.\n\nExample: greenline remove "
      "our-autumn@1.2.0");
  command
      ->add_option("ID", *named, "The pack's id, as `greenline packs` lists it, with @ and a version where only that is meant")
      ->required();
  command->callback([named, &exit_code] { exit_code = remove(*named); });
}

}  // namespace greenline::cli
