// Killed with SIGKILL at random instants: every acknowledged event is there again, in order, in a file that passes its checks.
// GREENLINE_CRASH_SEED in the environment repeats a run's instants, GREENLINE_KILLS says how many kills there are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <random>

#include "crash/writer_process.h"
#include "journal/builders.h"
#include "journal/folder.h"
#include "journal/journal.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;
using namespace model;

constexpr int usual_kills = 100;
constexpr std::size_t cards_before_a_new_file = 4000;

int chosen_kills() {
  const char* given = std::getenv("GREENLINE_KILLS");
  return given != nullptr ? std::max(1, std::atoi(given)) : usual_kills;
}

unsigned chosen_seed() {
  const char* given = std::getenv("GREENLINE_CRASH_SEED");
  const unsigned seed = given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device{}();
  std::cout << "GREENLINE_CRASH_SEED=" << seed << std::endl;
  return seed;
}

// What the file holds after a kill. A kill before a new file is in its place leaves none, which is as good as an empty one.
std::vector<Event> events_after_kill(const fs::path& file) {
  auto journal = Journal::open(file, {});
  EXPECT_TRUE(journal) << to_text(journal.error().fault) << ": " << journal.error().detail;
  if (!journal) return {};
  auto events = journal->read_all();
  EXPECT_TRUE(events) << events.error().detail;
  return events ? *events : std::vector<Event>{};
}

TEST(Crash, KeepsEveryAcknowledgedEventWhenKilledAtAnyInstant) {
  const unsigned seed = chosen_seed();
  const int kills = chosen_kills();
  std::mt19937 random(seed);
  auto folder = std::make_unique<Folder>();
  std::size_t in_file = 0, asked_for_in_all = 0, acknowledged_in_all = 0, kills_with_a_log_left = 0;
  for (int round = 0; round < kills; ++round) {
    const fs::path file = *folder / "a.greenline";
    const auto writer_seed = static_cast<unsigned>(random());
    WriterProcess writer([&](const Telling& tell) { write_for_ever(file, writer_seed, tell); });
    bool killed = false;
    // Every third kill falls before anything was acknowledged, the others at any time after some events were, so that how quick
    // the disk is does not matter.
    const std::size_t asked_for = round % 3 == 0 ? 0 : 1 + random() % 60;
    asked_for_in_all += asked_for;
    const auto acknowledged = writer.killed_after(asked_for, std::chrono::microseconds(random() % 20'000), killed);
    ASSERT_TRUE(killed) << "the writer gave up by itself in round " << round << ", seed " << seed;
    std::error_code absent;
    if (fs::file_size(file.native() + "-wal", absent) > 0 && !absent) ++kills_with_a_log_left;

    // The writer makes card after card, so what is in the file must be the first so many of them.
    const auto events = events_after_kill(file);
    ASSERT_EQ(events, cards(1, events.size())) << "round " << round << ", seed " << seed;
    for (std::size_t i = 0; i < acknowledged.size(); ++i) {
      ASSERT_EQ(acknowledged[i], id_number<EventId>(in_file + i + 1)) << "acknowledged out of order";
    }
    ASSERT_GE(events.size(), in_file + acknowledged.size()) << "lost in round " << round << ", seed " << seed;
    acknowledged_in_all += acknowledged.size();
    in_file = events.size();
    if (in_file > cards_before_a_new_file || random() % 8 == 0) {
      folder = std::make_unique<Folder>();
      in_file = 0;
    }
  }
  std::cout << kills << " kills, " << kills_with_a_log_left << " of them with a log left behind; " << acknowledged_in_all
            << " acknowledged events, none lost" << std::endl;
  EXPECT_GE(acknowledged_in_all, asked_for_in_all);
}

TEST(Crash, ErasesAllOrNothingWhenKilledAndFinishesWhenAskedAgain) {
  const unsigned seed = chosen_seed();
  std::mt19937 random(seed);
  const std::string secret = "what was said in confidence";
  std::vector<Event> all, kept;
  std::vector<EventId> erased;
  for (std::uint64_t i = 1; i <= 300; ++i) {
    all.push_back(i % 3 == 0 ? a_card(i).saying(secret).event() : a_card(i).event());
    if (i % 3 == 0) erased.push_back(all.back().id);
    if (i % 3 != 0) kept.push_back(all.back());
  }
  for (int round = 0; round < 40; ++round) {
    const Folder folder;
    const fs::path file = folder / "a.greenline";
    {
      auto journal = Journal::open(file, {});
      ASSERT_TRUE(journal);
      for (const Event& event : all) ASSERT_TRUE(journal->append(event));
    }
    WriterProcess writer([&](const Telling&) {
      auto journal = Journal::open(file, {});
      if (!journal || !journal->erase(erased)) _exit(3);
    });
    bool killed = false;
    (void)writer.killed_after(0, std::chrono::microseconds(random() % 60'000), killed);

    auto journal = Journal::open(file, {});
    ASSERT_TRUE(journal) << journal.error().detail << ", round " << round << ", seed " << seed;
    const auto events = journal->read_all();
    ASSERT_TRUE(events == all || events == kept) << "round " << round << ", seed " << seed;
    ASSERT_TRUE(journal->erase(erased));
    ASSERT_EQ(journal->read_all(), kept);
    for (const auto& [name, bytes] : folder.contents()) ASSERT_EQ(bytes.find(secret), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace greenline::journal
