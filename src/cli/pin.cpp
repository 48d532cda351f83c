// greenline pin: the host's number, which a kiosk asks for before its shelf opens and before it is left.
#include <CLI/CLI.hpp>

#include <termios.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <string>

#include "app/pin.h"
#include "cli/command.h"

namespace greenline::cli {
namespace {

// While it lives, what is typed at the terminal is not shown.
class Unseen {
 public:
  Unseen() {
    if (::isatty(STDIN_FILENO) == 0 || ::tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios unseen = before_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    hidden_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen) == 0;
  }
  ~Unseen() {
    if (!hidden_) return;
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    std::cerr << '\n';
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios before_{};
  bool hidden_ = false;
};

std::string asked(const std::string& question) {
  if (::isatty(STDIN_FILENO) != 0) std::cerr << question << std::flush;
  const Unseen unseen;
  std::string line;
  std::getline(std::cin, line);
  return line;
}

int set_pin(const std::filesystem::path& file) {
  const std::string number = asked("The new number, four to twelve digits: ");
  if (!app::is_pin(number)) return complain("That is no number for this: it has four to twelve digits, and nothing else.");
  if (::isatty(STDIN_FILENO) != 0 && asked("Once more: ") != number)
    return complain("Those were two numbers. Nothing has changed.");
  const auto hash = app::hash_of_pin(number);
  if (!hash) return complain(hash.error());
  if (const auto kept = app::keep_pin(file, *hash); !kept) return complain(kept.error());
  tell("The number is set. A wall that runs asks for it from its next start on.");
  return 0;
}

int remove_pin(const std::filesystem::path& file) {
  std::error_code trouble;
  const bool was_there = std::filesystem::remove(file, trouble);
  if (trouble) return complain(file.string() + " cannot be removed: " + trouble.message() + ".");
  tell(was_there ? "No number is asked for any more, from the wall's next start on." : "No number was set.");
  return 0;
}

int tell_state(const std::filesystem::path& file) {
  tell(app::kept_pin(file) ? "A number is set, in " + file.string() + "." : "No number is set. greenline pin set sets one.");
  return 0;
}

}  // namespace

void add_pin(CLI::App& app, int& exit_code) {
  CLI::App* command =
      app.add_subcommand("pin", "The host's number: a wall asks for it before its shelf opens and before it is left");
  command->footer(
      "The number itself is kept nowhere, only its hash. Who has forgotten it removes it, from another terminal of the same "
      "user.\n\n"
      "Example: greenline pin set");
  CLI::App* sets = command->add_subcommand("set", "Set it, or another: typed twice, or one line of standard input");
  CLI::App* removes = command->add_subcommand("remove", "Ask for none any more");
  command->callback([sets, removes, &exit_code] {
    const auto file = app::pin_file();
    if (!file) {
      exit_code = complain("There is no home folder to keep a number in: set HOME or XDG_CONFIG_HOME.");
      return;
    }
    exit_code = sets->parsed() ? set_pin(*file) : removes->parsed() ? remove_pin(*file) : tell_state(*file);
  });
}

}  // namespace greenline::cli
