// greenline simulate: a believable convening, written to a file that `run` and `render` open.
#include <sys/stat.h>
#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "app/resources.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/numbers.h"
#include "files/kind.h"
#include "model/convening.h"
#include "simulate/simulation.h"

namespace greenline::cli {
namespace {

struct SimulateOptions {
  WallOptions wall;             // of it, the pack and the activity
  bool activity_named = false;  // --activity was given
  std::string out;
  std::vector<std::string> languages{"en"};
  simulate::Simulation plan;
};

int simulate_convening(const SimulateOptions& options) {
  auto resources = load_resources(options.wall, options.activity_named);
  if (!resources) return complain(resources.error());
  if (const std::string missing = phase_not_there(resources->pack.activity, options.plan.until_phase); !missing.empty())
    return complain(missing);
  auto phrases = phrases_for(*resources, options.languages);
  if (!phrases) return complain(phrases.error());
  const files::Stands stands = files::stands_for(options.out);
  if (stands.why != 0) return complain(options.out + " cannot be written: " + files::reason_of(stands.why) + ".");
  if (stands.kind != files::Kind::absent) {
    return complain(options.out + " is there already. Name a new file; a convening is never written over.");
  }
  auto session =
      station::Session::open(resources->pack, station::seeded_sources(options.plan.seed), options.out, nullptr, nullptr);
  if (!session) return complain(options.out + " cannot be written: " + session.error().detail + ".");
  auto played = simulate::play(*session, *phrases, options.plan);
  if (!played) return complain(played.error());
  if (!session->flush()) return complain("The disk refused: " + session->trouble()->detail);
  // Nobody's words are in it, so whoever may read other files that are made here may read this one.
  const mode_t kept_from_all = ::umask(0);
  ::umask(kept_from_all);
  std::error_code ignored;
  std::filesystem::permissions(options.out, std::filesystem::perms(0666U & ~kept_from_all), ignored);
  tell(options.out);
  std::cout << "state " << std::hex << state_hash(session->convening()) << '\n';
  return 0;
}

}  // namespace

void add_simulate(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<SimulateOptions>();
  CLI::App* command =
      app.add_subcommand("simulate", "Play a believable convening into a file: people arrive, write, connect, gather");
  command->footer(
      "The same seed plays the same convening.\n\nExample: greenline simulate --cards 120 --seed 7 --out rehearsal.greenline");
  add_activity(*command, options->wall);
  add_pack(*command, options->wall);
  command->add_option("--out", options->out, "The new convening's file")->required();
  command->add_option("--cards", options->plan.cards, "Cards in all")
      ->capture_default_str()
      ->check(whole_number_from(1, 100000));
  command->add_option("--seed", options->plan.seed, "Another seed, another convening")
      ->capture_default_str()
      ->check(whole_number_from(0, std::numeric_limits<std::uint64_t>::max()));
  command->add_option("--until-phase", options->plan.until_phase, "Stop when this phase's people have done");
  command
      ->add_option(
          "--language", options->languages,
          "What its people write in, with commas between several: en, fr, es, vi, pa, hi, ar, ur, zh-Hans, zh-Hant, km, "
          "am; and names in hur, squ, str, kut")
      ->delimiter(',')
      ->capture_default_str();
  command->callback([options, command, &exit_code] {
    options->activity_named = command->count("--activity") > 0;
    exit_code = simulate_convening(*options);
  });
}

}  // namespace greenline::cli
