// The manual page names what the program does.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "e2e/command_line.h"

namespace greenline {
namespace {

// A hyphen that may be copied is written "\\-".
std::string as_typeset(std::string words) {
  for (std::size_t at = words.find('-'); at != std::string::npos; at = words.find('-', at + 2)) words.insert(at, 1, '\\');
  return words;
}

TEST(ManualPage, NamesEveryCommand) {
  std::ifstream in(source_folder() / "docs/greenline.1");
  const std::string page{std::istreambuf_iterator<char>(in), {}};
  std::istringstream help(desk::answer_of({program_file(), "--help"}).printed);
  int commands = 0;
  bool listed = false;
  for (std::string line; std::getline(help, line);) {
    if (line == "Subcommands:") listed = true;
    if (!listed || !line.starts_with("  ") || line.size() < 3 || line[2] == ' ') continue;
    const std::string command = line.substr(2, line.find(' ', 2) - 2);
    EXPECT_NE(page.find(".B " + as_typeset(command) + "\n"), std::string::npos) << command;
    ++commands;
  }
  EXPECT_GT(commands, 8);
}

}  // namespace
}  // namespace greenline
