// The power is cut at any instant of a convening's life, with what the disk had not promised lost, torn and reordered: every
// acknowledged event is there again. GREENLINE_CRASH_SEED repeats a run, GREENLINE_POWER_CUTS says how many cuts there are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <random>

#include "crash/power_cut_disk.h"
#include "journal/builders.h"
#include "journal/folder.h"
#include "journal/journal.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;
using namespace model;

constexpr int usual_power_cuts = 60;

int chosen_power_cuts() {
  const char* given = std::getenv("GREENLINE_POWER_CUTS");
  return given != nullptr ? std::max(1, std::atoi(given)) : usual_power_cuts;
}

unsigned seed_of_cuts() {
  const char* given = std::getenv("GREENLINE_CRASH_SEED");
  const unsigned seed = given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device{}();
  std::cout << "GREENLINE_CRASH_SEED=" << seed << std::endl;
  return seed;
}

// Cards, now and then a drawing that spills onto pages of its own, and phases, at which the log is moved into the file.
std::vector<Event> an_evening(std::uint64_t count) {
  std::vector<Event> events;
  for (std::uint64_t i = 1; i <= count; ++i) {
    if (i % 40 == 0) {
      events.push_back(an_event(i, PhaseEntered{"gather"}));
    } else if (i % 15 == 0) {
      events.push_back(a_card(i).drawn({Stroke(900, InkPoint{0.5F, static_cast<float>(i), 0.1F})}));
    } else {
      events.push_back(a_card(i));
    }
  }
  return events;
}

TEST(PowerCut, KeepsEveryAcknowledgedEventWhateverTheDiskHadNotPromised) {
  const unsigned seed = seed_of_cuts();
  std::mt19937 random(seed);
  const Folder folder;
  const auto events = an_evening(240);
  auto disk = std::make_unique<PowerCutDisk>();
  auto journal = Journal::open(folder / "a.greenline", {});
  ASSERT_TRUE(journal);
  disk->begin(folder.contents());
  std::size_t acknowledged = 0;
  for (std::size_t i = 0; i < events.size();) {
    for (auto group = random() % 4 + 1; group > 0 && i < events.size(); --group) ASSERT_TRUE(journal->append(events[i++]));
    ASSERT_TRUE(journal->flush());
    acknowledged += journal->acknowledged().size();
    disk->acknowledged(acknowledged);
  }
  ASSERT_EQ(acknowledged, events.size());
  disk->end();

  std::size_t more_than_promised = 0;
  const int cuts = chosen_power_cuts();
  for (int cut = 0; cut < cuts; ++cut) {
    const auto state = disk->cut_after(random() % (disk->operations() + 1), random);
    const Folder after, copied;
    for (const auto& [name, bytes] : state.files) write_bytes(after / name, bytes);
    write_bytes(copied / "a.greenline", state.files.at("a.greenline"));
    SCOPED_TRACE("cut " + std::to_string(cut) + ", seed " + std::to_string(seed));

    const auto saved = read_saved(after / "a.greenline");
    ASSERT_TRUE(saved) << to_text(saved.error().fault) << ": " << saved.error().detail;
    ASSERT_GE(saved->events.size(), state.acknowledged);
    ASSERT_TRUE(std::equal(saved->events.begin(), saved->events.end(), events.begin()));
    ASSERT_EQ(saved->missing, Missing{});
    if (saved->events.size() > state.acknowledged) ++more_than_promised;
    auto again = Journal::open(after / "a.greenline", {});
    ASSERT_TRUE(again) << to_text(again.error().fault) << ": " << again.error().detail;
    ASSERT_EQ(again->read_all(), saved->events);

    // The file by itself is whole, or knows that it is not, or a power cut in the midst of moving the log into it shows as
    // damage.
    const auto alone = read_saved(copied / "a.greenline");
    ASSERT_TRUE(!alone || alone->events.size() >= state.acknowledged || alone->missing.anything());
  }
  std::cout << cuts << " power cuts among " << disk->operations() << " operations, none lost; " << more_than_promised
            << " kept more than was promised" << std::endl;
  journal = tl::unexpected(Trouble{});
  disk.reset();
}

}  // namespace
}  // namespace greenline::journal
