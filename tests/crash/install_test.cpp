// Killed with SIGKILL at random instants while packs are brought and taken away: the store lists whole packs only, and what was
// half made is gone after the next start's sweep. GREENLINE_CRASH_SEED and GREENLINE_KILLS as in crash_test.cpp.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>
#include <set>

#include "content/packs.h"
#include "crash/writer_process.h"
#include "shelf/store.h"

namespace greenline::shelf {
namespace {

namespace fs = std::filesystem;
using content::PackFiles;

PackFiles pack_number(int number) {
  PackFiles files = content::a_pack();
  std::string& manifest = files["pack.json"];
  manifest.replace(manifest.find("1.2.0"), 5, "1." + std::to_string(number / 2) + ".0");
  files["README.md"] = "number " + std::to_string(number);  // two of each version, which differ
  return files;
}

TEST(Crash, ListsOnlyWholePacksWhenKilledAtAnyInstantOfAnInstallation) {
  const char* given_kills = std::getenv("GREENLINE_KILLS");
  const char* given_seed = std::getenv("GREENLINE_CRASH_SEED");
  const int kills = given_kills != nullptr ? std::max(1, std::atoi(given_kills)) : 60;
  const unsigned seed =
      given_seed != nullptr ? static_cast<unsigned>(std::strtoul(given_seed, nullptr, 10)) : std::random_device{}();
  std::cout << "GREENLINE_CRASH_SEED=" << seed << std::endl;
  std::mt19937 random(seed);

  constexpr int packs = 6;
  const content::Folder folder;
  std::vector<content::PackSource> sources;
  std::set<std::string> whole;  // sums of packs as they are to be
  for (int number = 0; number < packs; ++number) {
    const std::string pack = "stick " + std::to_string(number) + "/our-pack";
    for (const auto& [name, text] : pack_number(number)) folder.write(pack + "/" + name, text);
    sources.push_back(*content::open_pack(folder.path() / pack));
    whole.insert(identify(sources.back())->identity.sum);
  }
  ASSERT_EQ(whole.size(), static_cast<std::size_t>(packs));

  const Store store(folder.path() / "packs");
  // A kill comes anywhere within the time that bringing a few takes on this disk.
  const auto before = std::chrono::steady_clock::now();
  for (int i = 0; i < 2; ++i)
    (void)Store(folder.path() / "tried").bring(sources[static_cast<std::size_t>(i)], content::here(), Which::coming);
  const auto two_brought = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - before);
  std::uniform_int_distribution<std::int64_t> instant_us(0, two_brought.count() + 1000);

  int with_something_left = 0;
  std::set<std::string> seen;
  for (int round = 0; round < kills; ++round) {
    const auto first = static_cast<unsigned>(random());
    journal::WriterProcess worker([&](const journal::Telling&) {
      std::mt19937 choose(first);
      for (;;) {
        if (choose() % 5 == 0) (void)store.remove("our-pack", {});
        (void)store.bring(sources[choose() % packs], content::here(), Which::coming);
        if (choose() % 3 == 0) (void)store.drop_superseded(content::here(), {});
      }
    });
    bool killed = false;
    (void)worker.killed_after(0, std::chrono::microseconds(instant_us(random)), killed);
    ASSERT_TRUE(killed);

    for (const Installed& one : store.installed()) {
      EXPECT_TRUE(whole.contains(one.identity.sum)) << one.folder << ", round " << round << ", seed " << seed;
      seen.insert(one.identity.sum);
    }
    const auto hidden = [&] {
      return std::ranges::count_if(fs::directory_iterator(store.folder()), [](const fs::directory_entry& entry) {
        return entry.path().filename().string().starts_with('.');
      });
    };
    if (!fs::exists(store.folder())) continue;
    with_something_left += hidden() > 0 ? 1 : 0;
    store.sweep();
    EXPECT_EQ(hidden(), 0) << "round " << round;
    for (const Installed& one : store.installed()) EXPECT_TRUE(whole.contains(one.identity.sum)) << "after sweeping";
  }
  std::cout << kills << " kills, " << with_something_left << " of them with something half made left behind; " << seen.size()
            << " of " << packs << " packs were seen whole" << std::endl;
  EXPECT_GT(seen.size(), 1U);
}

}  // namespace
}  // namespace greenline::shelf
