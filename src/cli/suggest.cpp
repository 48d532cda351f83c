#include "cli/suggest.h"

#include <CLI/CLI.hpp>

#include <algorithm>

#include "content/load.h"

namespace greenline::cli {
namespace {

std::vector<std::string> options_of(const CLI::App& command) {
  std::vector<std::string> names{"--help"};
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::string nearest_sentence(const std::string& word, const std::vector<std::string>& known) {
  const std::string near = content::nearest_spelling(word, known);
  return near.empty() ? "" : "Did you mean " + near + "?\n";
}

}  // namespace

std::string suggestion(const CLI::App& app, const std::vector<std::string>& arguments) {
  const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
  std::vector<std::string> names;
  names.reserve(commands.size());
  for (const CLI::App* command : commands) names.push_back(command->get_name());
  const CLI::App* chosen = nullptr;
  for (const std::string& argument : arguments) {
    if (chosen == nullptr && !argument.starts_with("-")) {
      const auto found = std::ranges::find(names, argument);
      if (found == names.end()) return nearest_sentence(argument, names) + "`greenline --help` lists the commands.\n";
      chosen = commands[static_cast<std::size_t>(found - names.begin())];
    } else if (argument.starts_with("--")) {
      const std::string word = argument.substr(0, argument.find('='));
      const std::vector<std::string> known = options_of(chosen != nullptr ? *chosen : app);
      if (std::ranges::find(known, word) == known.end()) {
        return nearest_sentence(word, known) + "`greenline " + (chosen != nullptr ? chosen->get_name() + " " : "") +
               "--help` lists the options.\n";
      }
    }
  }
  return "`greenline " + (chosen != nullptr ? chosen->get_name() + " " : "") + "--help` says how.\n";
}

}  // namespace greenline::cli
