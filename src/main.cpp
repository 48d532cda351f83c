// Reads the command line, picks a command, returns its exit code.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/command.h"
#include "cli/suggest.h"

int main(int argc, char** argv) {
  CLI::App app("Greenline: the wall that a convening fills by touch");
  app.name("greenline");
  app.require_subcommand(1);
  app.footer("`greenline COMMAND --help` says more, with an example.");
  app.set_version_flag("--version", GREENLINE_VERSION);
  int exit_code = 0;
  greenline::cli::add_run(app, exit_code);
  greenline::cli::add_check(app, exit_code);
  greenline::cli::add_render(app, exit_code);
  greenline::cli::add_simulate(app, exit_code);
  greenline::cli::add_doctor(app, exit_code);
  greenline::cli::add_bench(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& done) {
    return app.exit(done);
  } catch (const CLI::ParseError& error) {
    std::cerr << error.what() << '\n' << greenline::cli::suggestion(app, {argv + 1, argv + argc});
    return 2;
  }
  return exit_code;
}
