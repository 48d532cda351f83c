// greenline erase: a convening is gone for good, and a receipt says what was erased and what no program can reach.
#include <CLI/CLI.hpp>
#include <array>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/convening_words.h"
#include "content/shown.h"
#include "drafts/draft_disk.h"
#include "journal/journal.h"

namespace greenline::cli {
namespace {

namespace fs = std::filesystem;

std::string now_in_words() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S UTC", &utc);
  return text.data();
}

// What it held, in numbers; never what people said.
std::string held_by(const fs::path& file) {
  std::vector<model::Event> events;
  if (auto saved = journal::read_saved(file)) {
    events = std::move(saved->events);
  } else if (auto salvage = journal::read_what_can_be_read(file)) {
    events = std::move(salvage->events);
  }
  std::size_t cards = 0;
  for (const model::Event& event : events) cards += std::holds_alternative<model::CardMade>(event.body) ? 1 : 0;
  return std::to_string(events.size()) + " events that could be read, with " + std::to_string(cards) + " cards";
}

// Other convenings of that name: what goes on from a damaged one, or was begun beside it.
std::vector<fs::path> others_of_its_name(const fs::path& file) {
  std::vector<fs::path> others;
  std::error_code error;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with(file.stem().string() + " (") && name.ends_with(".greenline")) others.push_back(at->path());
  }
  return others;
}

int erase(const std::string& named) {
  std::error_code error;
  const fs::path link = fs::path(named);
  const bool through_link = fs::is_symlink(fs::symlink_status(link, error));
  fs::path file = fs::weakly_canonical(fs::absolute(link, error), error);
  if (error) file = link;
  const std::string held = held_by(file);
  const fs::path drafts = drafts::drafts_beside(file);
  const auto erased = journal::erase_saved(file, {drafts, drafts.native() + ".damaged", drafts.native() + ".newer"});
  if (!erased) {
    const journal::Fault fault = erased.error().fault;
    const bool not_begun =
        fault == journal::Fault::not_ours || fault == journal::Fault::cannot_open || fault == journal::Fault::locked;
    return complain(
        content::shown(named) + ": " + content::shown(convening_in_trouble(named, erased.error()).hint) + ". " +
        (not_begun ? "Nothing was erased." : "Not all of it is erased. Mend that, then ask again: it finishes what it began."));
  }
  if (through_link) fs::remove(link, error);
  std::cout << "Erased for good on " << now_in_words() << "\n  " << held << '\n';
  for (const auto& gone : *erased) std::cout << "  " << content::shown(gone.file.string()) << ", " << gone.bytes << " bytes\n";
  std::cout
      << "Every byte was overwritten with zeros, the disk waited for, and the files removed.\n"
         "No program reaches copies and backups made elsewhere, snapshots, recordings of touches, or the old blocks that a\n"
         "flash drive keeps to itself; against those only an encrypted drive helps.\n";
  for (const fs::path& other : others_of_its_name(file)) {
    std::cout << "Not erased, although it may hold the same: " << content::shown(other.string()) << '\n';
  }
  return 0;
}

}  // namespace

void add_erase(CLI::App& app, int& exit_code) {
  auto named = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("erase", "Erase a saved convening for good, and print a receipt of what was erased");
  command->footer(
      "Its log and what people had begun to write in it go too. Nobody is asked again, and nothing brings it back.\n\n"
      "Example: greenline erase elders-day.greenline > receipt.txt");
  command->add_option("CONVENING", *named, "The convening's file")->required();
  command->callback([named, &exit_code] { exit_code = erase(*named); });
}

}  // namespace greenline::cli
