// Reads the command line, picks a command, returns its exit code.
#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>

#include "cli/command.h"
#include "cli/last_words.h"
#include "cli/named_files.h"
#include "cli/suggest.h"
#include "content/shown.h"

namespace {

int greenline_main(int argc, char** argv) {
  CLI::App app("Greenline: the wall that a convening fills by touch");
  app.name("greenline");
  app.require_subcommand(1);
  app.footer("`greenline COMMAND --help` says more, with an example.");
  app.set_version_flag("--version", GREENLINE_VERSION);
  int exit_code = 0;
  greenline::cli::add_run(app, exit_code);
  greenline::cli::add_check(app, exit_code);
  greenline::cli::add_explain(app, exit_code);
  greenline::cli::add_new_pack(app, exit_code);
  greenline::cli::add_packs(app, exit_code);
  greenline::cli::add_install(app, exit_code);
  greenline::cli::add_remove(app, exit_code);
  greenline::cli::add_render(app, exit_code);
  greenline::cli::add_rehearse(app, exit_code);
  greenline::cli::add_harvest(app, exit_code);
  greenline::cli::add_import(app, exit_code);
  greenline::cli::add_pin(app, exit_code);
  greenline::cli::add_programme(app, exit_code);
  greenline::cli::add_replay(app, exit_code);
  greenline::cli::add_simulate(app, exit_code);
  greenline::cli::add_move(app, exit_code);
  greenline::cli::add_erase(app, exit_code);
  greenline::cli::add_identify(app, exit_code);
  greenline::cli::add_doctor(app, exit_code);
  greenline::cli::add_bench(app, exit_code);
  greenline::cli::refuse_empty_words(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& done) {
    exit_code = app.exit(done);
  } catch (const CLI::ParseError& error) {
    std::cerr << greenline::content::shown_lines(error.what()) << '\n'
              << greenline::content::shown_lines(greenline::cli::suggestion(app, {argv + 1, argv + argc}));
    return 2;
  }
  if (!std::cout.flush()) return greenline::cli::complain("The answer could not be written out: is the disk full?");
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  // A full disk and a reader that has gone are answers of the call that meets them, not ends.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  greenline::cli::say_last_words_of_threads();
  return greenline::cli::said_at_the_end([&] { return greenline_main(argc, argv); });
}
