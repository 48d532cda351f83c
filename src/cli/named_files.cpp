#include "cli/named_files.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "journal/journal.h"

namespace greenline::cli {
namespace {

namespace fs = std::filesystem;

bool same_file(const fs::path& one, const fs::path& other) {
  std::error_code error;
  if (fs::equivalent(one, other, error)) return fs::is_regular_file(one, error);
  return !fs::exists(one, error) && fs::weakly_canonical(one, error) == fs::weakly_canonical(other, error);
}

bool of_a_convening(const std::string& file) {
  if (journal::is_convening(file)) return true;
  for (const std::string_view beside : {"-wal", "-shm", ".drafts"}) {
    if (file.ends_with(beside) && journal::is_convening(file.substr(0, file.size() - beside.size()))) return true;
  }
  return false;
}

}  // namespace

std::string in_the_way_of(const std::vector<NamedFile>& written, const std::vector<NamedFile>& others) {
  std::vector<NamedFile> named = others;
  for (const NamedFile& one : written) {
    if (one.file.empty()) continue;
    for (const NamedFile& other : named) {
      if (!other.file.empty() && same_file(one.file, other.file))
        return std::string(one.option) + " and " + other.option + " name the same file, " + one.file +
               ", which would be written over. Name another.";
    }
    if (of_a_convening(one.file))
      return std::string(one.option) + " names a convening, " + one.file + ", which is never written over. Name another file.";
    named.push_back(one);
  }
  return {};
}

void refuse_empty_words(CLI::App& app) {
  const auto something = [](const std::string& word) {
    return word.empty() ? std::string("an empty word says nothing: give one, or leave the option out") : std::string();
  };
  for (CLI::App* command : app.get_subcommands({})) {
    for (CLI::Option* option : command->get_options()) {
      if (option->get_items_expected_max() > 0) option->check(something);
    }
  }
}

}  // namespace greenline::cli
