// A damaged file gives back all that its undamaged pages hold, and stays as it is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <random>

#include "journal/builders.h"
#include "journal/folder.h"
#include "journal/journal.h"
#include "journal/page_scan.h"
#include "model/property.h"
#include "thorough.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;
using namespace model;
constexpr std::size_t page = page_bytes;

class Recover : public testing::Test {
 protected:
  Folder folder_;
  fs::path file_ = folder_ / "a.greenline";
  std::vector<Event> events_;

  // Some cards have drawings that need pages of their own.
  Event card(std::uint64_t number) {
    return number % 50 == 0 ? a_card(number).drawn({Stroke(1000, InkPoint{0.5F, static_cast<float>(number), 0.1F})}).event()
                            : a_card(number).event();
  }
  void append(Journal& journal, std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) {
      events_.push_back(card(events_.size() + 1));
      ASSERT_TRUE(journal.append(events_.back()));
    }
    ASSERT_TRUE(journal.flush());
  }
  void write(std::uint64_t count) {
    auto journal = Journal::open(file_, {});
    ASSERT_TRUE(journal) << journal.error().detail;
    append(*journal, count);
  }
  // Copies of the files as they are while the journal is open: what a pulled plug leaves.
  void write_and_pull_the_plug(std::uint64_t groups, std::uint64_t each) {
    const Folder elsewhere;
    write_bytes(elsewhere / "a.greenline", bytes_of(file_));
    auto journal = Journal::open(elsewhere / "a.greenline", {});
    ASSERT_TRUE(journal) << journal.error().detail;
    for (std::uint64_t i = 0; i < groups; ++i) append(*journal, each);
    for (const auto& [name, bytes] : elsewhere.contents()) write_bytes(folder_ / name, bytes);
  }
  Salvage salvaged() {
    const Contents before = folder_.contents();
    auto salvage = read_what_can_be_read(file_);
    EXPECT_TRUE(salvage);
    EXPECT_TRUE(folder_.contents() == before) << "reading changed something";
    return salvage ? std::move(*salvage) : Salvage{};
  }
  // What came back is among what was written, in its order.
  void expect_in_order(const std::vector<Event>& found) {
    auto from = events_.begin();
    for (const Event& event : found) {
      from = std::find(from, events_.end(), event);
      ASSERT_NE(from, events_.end()) << "an event that was not written, or out of order";
      ++from;
    }
  }
};

TEST_F(Recover, ReadsAllOfAWholeFile) {
  write(1000);
  const Salvage salvage = salvaged();
  EXPECT_EQ(salvage.events, events_);
  EXPECT_EQ(salvage.lost.total(), 0U);
}

TEST_F(Recover, ReadsAllOfAWholeFileAndItsLog) {
  write(500);
  write_and_pull_the_plug(20, 7);
  EXPECT_EQ(salvaged().events, events_);
}

TEST_F(Recover, ReadsAllButOneDamagedPage) {
  write(2000);
  overwrite(file_, 20 * page, std::string(page, '\x5A'));
  const Salvage salvage = salvaged();
  expect_in_order(salvage.events);
  EXPECT_EQ(salvage.events.size() + salvage.lost.total(), events_.size());
  EXPECT_GT(salvage.lost.total(), 0U);
  EXPECT_LT(salvage.lost.total(), 60U) << "more than a page of rows was lost with a page";
}

TEST_F(Recover, ReadsAllThoughTheHeaderAndTheRootPageAreGone) {
  write(2000);
  overwrite(file_, 0, std::string(2 * page, '\x5A'));  // the table's root is the second page
  EXPECT_EQ(salvaged().events, events_);
}

TEST_F(Recover, LosesNoMoreThanTheCardWithTheFlippedBit) {
  write(2000);
  const std::size_t at = bytes_of(file_).find("words of card 777");
  ASSERT_NE(at, std::string::npos);
  overwrite(file_, at, "v");
  const Salvage salvage = salvaged();
  EXPECT_EQ(salvage.lost.total(), 1U);
  events_.erase(events_.begin() + 776);
  EXPECT_EQ(salvage.events, events_);
}

// Wherever a bit turns over in the head of the file: it is opened with everything in it, or told as damaged with everything
// carried over. Never as another program's, never as an empty one.
TEST_F(Recover, KeepsEveryEventWhicheverBitOfTheHeadIsFlipped) {
  write(73);
  const std::string whole = bytes_of(file_);
  int opened = 0, carried_over = 0;
  const auto step = static_cast<std::size_t>(by_day_or_night(3, 1));
  for (std::size_t bit = 0; bit < 800; bit += step) {
    std::string flipped = whole;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    write_bytes(file_, flipped);
    if (auto journal = Journal::open(file_, {})) {
      ASSERT_EQ(journal->read_all(), events_) << "bit " << bit;
      ++opened;
      continue;
    } else {
      ASSERT_EQ(to_text(journal.error().fault), "damaged") << "bit " << bit << ": " << journal.error().detail;
    }
    const Salvage salvage = salvaged();
    ASSERT_EQ(salvage.events, events_) << "bit " << bit;
    ASSERT_EQ(salvage.lost, Lost{}) << "bit " << bit;
    ++carried_over;
  }
  EXPECT_GT(opened, 0);
  EXPECT_GT(carried_over, 0);
}

TEST_F(Recover, LosesAtMostOneEventWhicheverBitOfAPageOfRowsIsFlipped) {
  write(60);
  const std::string whole = bytes_of(file_);
  const auto step = static_cast<std::size_t>(by_day_or_night(5, 1));  // odd: every bit of a byte has its turn
  for (std::size_t at = page; at < 2 * page; at += step) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 8));
    write_bytes(file_, flipped);
    const auto salvage = read_what_can_be_read(file_);
    ASSERT_TRUE(salvage);
    ASSERT_GE(salvage->events.size() + 1, events_.size()) << "byte " << at - page << " of the page";
    ASSERT_LE(salvage->lost.total(), 1U) << "byte " << at - page << " of the page";
    ASSERT_NO_FATAL_FAILURE(expect_in_order(salvage->events)) << "byte " << at - page << " of the page";
  }
}

TEST_F(Recover, ReadsTheRowsOfAPageWhoseHeadIsGone) {
  write(2000);
  const std::string whole = bytes_of(file_);
  ASSERT_EQ(whole[20 * page], '\x0D') << "no page of rows";
  overwrite(file_, 20 * page, std::string(8, '\0'));
  const Salvage salvage = salvaged();
  EXPECT_EQ(salvage.events, events_);
  EXPECT_EQ(salvage.lost, Lost{});
}

TEST_F(Recover, TellsWhatWasLostInNumbersOfEachKind) {
  {
    auto journal = Journal::open(file_, {});
    ASSERT_TRUE(journal);
    const auto phase_visit = id_number<EventId>(1);
    const auto card_id = id_number<CardId>(2);
    for (const Event& event : std::vector<Event>{
             an_event(1, PhaseEntered{"gather"}), a_card(2).saying("the first card that is lost"), a_card(3),
             a_card(4).saying("the second card that is lost"),
             an_event(5, ThreadDrawn{id_number<ThreadId>(5), card_id, card_id, phase_visit}),
             an_event(6, ThreadWorded{id_number<ThreadId>(5), "a word that is lost"}), an_event(7, CardLit{card_id, "kept"})}) {
      ASSERT_TRUE(journal->append(event));
    }
  }
  std::string bytes = bytes_of(file_);
  for (const char* words : {"the first card that is lost", "the second card that is lost", "a word that is lost"}) {
    ASSERT_NE(bytes.find(words), std::string::npos);
    overwrite(file_, bytes.find(words), "#");
  }
  const Salvage salvage = salvaged();
  EXPECT_EQ(salvage.events.size(), 4U);
  EXPECT_EQ(salvage.lost, (Lost{.cards = 2, .changes = 1}));
}

// Two thousand names for one long row would be put together two thousand times on each page.
TEST_F(Recover, EndsSoonWithAFileMadeToTakeForEver) {
  std::string crafted(600 * page, '\0');
  std::string leaf(page, '\0');
  leaf[0] = '\x0D', leaf[3] = '\x07', leaf[4] = '\xC0';
  // The payload's size (1,200,000), the row's number, then a record like ours, and the page that it goes on.
  const std::string cell("\xC9\x9F\x00\x01\x08\x00\x2C\x04\x92\x9E\x00\x00", 12);
  for (std::size_t at = 8; at + 2 < page - cell.size(); at += 2)
    leaf[at] = static_cast<char>(at >> 8), leaf[at + 1] = static_cast<char>(at);
  for (std::size_t number = 0; number < 600; ++number) {
    crafted.replace(number * page, page, leaf);
    crafted[number * page + 3] = static_cast<char>((number + 1) >> 8);
  }
  write_bytes(file_, crafted);
  EXPECT_THAT(salvaged().events, testing::IsEmpty());
}

TEST_F(Recover, ReadsTheLogOfAFileThatIsGone) {
  write_bytes(file_, "");
  write_and_pull_the_plug(30, 3);
  fs::remove(file_);
  EXPECT_EQ(salvaged().events, events_);
}

TEST_F(Recover, ReadsPastDamageInTheMiddleOfTheLog) {
  write(500);
  write_and_pull_the_plug(20, 2);
  overwrite(folder_ / "a.greenline-wal", 32 + 24 + 500, std::string(64, '\x5A'));
  ASSERT_FALSE(Journal::open(file_, {}));
  const Salvage salvage = salvaged();
  // Later frames hold the same page again, with its earlier rows and more.
  EXPECT_EQ(salvage.events, events_);
}

TEST_F(Recover, ReadsTheFirstHalfOfAFileThatWasCut) {
  write(2000);
  fs::resize_file(file_, fs::file_size(file_) / 2 + 100);
  const Salvage salvage = salvaged();
  expect_in_order(salvage.events);
  EXPECT_GT(salvage.events.size(), 500U);
}

TEST_F(Recover, SaysSoWhenNothingIsThere) {
  const auto salvage = read_what_can_be_read(file_);
  ASSERT_FALSE(salvage);
  EXPECT_EQ(salvage.error().fault, Fault::cannot_open);
}

TEST_F(Recover, FindsNothingInWhatIsNotOurs) {
  write_bytes(file_, std::string(50'000, '\x0D'));
  EXPECT_THAT(salvaged().events, testing::IsEmpty());
}

TEST_F(Recover, NeverInventsNorCrashesWhateverIsDamaged) {
  write(600);
  const std::string whole = bytes_of(file_);
  const std::uint32_t seed = 20'240'611;
  std::mt19937 random(seed);
  for (int round = 0; round < by_day_or_night(50, 300); ++round) {
    std::string damaged = whole;
    for (auto spots = random() % 20 + 1; spots > 0; --spots) {
      const std::size_t at = random() % damaged.size(), length = std::min<std::size_t>(random() % 300, damaged.size() - at);
      for (std::size_t i = 0; i < length; ++i) damaged[at + i] = static_cast<char>(random());
    }
    write_bytes(file_, damaged);
    const auto salvage = read_what_can_be_read(file_);
    ASSERT_TRUE(salvage);
    expect_in_order(salvage->events);
    const auto journal = Journal::open(file_, {});
    ASSERT_TRUE(bytes_of(file_) == damaged || journal) << "a refused file was changed in round " << round << ", seed " << seed;
  }
}

// A power cut tears the end of the log. What was committed before the tear comes back; nothing that was not written does.
TEST_F(Recover, OpensALogThatWasTornAnywhere) {
  write(300);
  const std::size_t in_file = events_.size();
  write_and_pull_the_plug(40, 3);
  const Contents whole = folder_.contents();
  const std::string& log = whole.at("a.greenline-wal");
  const std::uint32_t seed = 7;
  std::mt19937 random(seed);
  std::map<std::size_t, std::size_t> events_by_cut;
  for (int round = 0; round < 120; ++round) {
    for (const auto& entry : fs::directory_iterator(folder_.path())) fs::remove(entry.path());
    write_bytes(file_, whole.at("a.greenline"));
    const std::size_t cut = round == 0 ? log.size() : random() % log.size();
    write_bytes(folder_ / "a.greenline-wal", std::string_view(log).substr(0, cut));
    auto journal = Journal::open(file_, {});
    ASSERT_TRUE(journal) << "cut at " << cut << ": " << journal.error().detail;
    const auto read = journal->read_all();
    ASSERT_TRUE(read);
    ASSERT_GE(read->size(), in_file);
    ASSERT_TRUE(std::equal(read->begin(), read->end(), events_.begin())) << "cut at " << cut;
    events_by_cut[cut] = read->size();
  }
  EXPECT_EQ(events_by_cut.rbegin()->second, events_.size());
  const auto fewer_for_more = [](const auto& shorter, const auto& longer) { return shorter.second > longer.second; };
  EXPECT_EQ(std::adjacent_find(events_by_cut.begin(), events_by_cut.end(), fewer_for_more), events_by_cut.end());
}

TEST_F(Recover, OpensOrRefusesALogWhoseTailWasScrambled) {
  write(300);
  const std::size_t in_file = events_.size();
  write_and_pull_the_plug(40, 3);
  const Contents whole = folder_.contents();
  const std::string& log = whole.at("a.greenline-wal");
  constexpr std::size_t frame = page + 24;
  const std::uint32_t seed = 11;
  std::mt19937 random(seed);
  int opened = 0, refused = 0;
  for (int round = 0; round < by_day_or_night(60, 300); ++round) {
    for (const auto& entry : fs::directory_iterator(folder_.path())) fs::remove(entry.path());
    write_bytes(file_, whole.at("a.greenline"));
    const std::size_t at = round % 2 == 0 ? log.size() - 1 - random() % frame : random() % log.size();
    std::string scrambled = log;
    for (std::size_t i = at; i < std::min(at + 64, log.size()); ++i) scrambled[i] = static_cast<char>(~scrambled[i]);
    write_bytes(folder_ / "a.greenline-wal", scrambled);
    if (auto journal = Journal::open(file_, {})) {
      ++opened;
      const auto read = journal->read_all();
      ASSERT_TRUE(read);
      ASSERT_GE(read->size() + 6, events_.size()) << "more than the last groups was dropped in silence; scrambled at " << at;
      ASSERT_TRUE(std::equal(read->begin(), read->end(), events_.begin()));
    } else {
      ++refused;
      ASSERT_EQ(journal.error().fault, Fault::damaged);
      ASSERT_EQ(bytes_of(folder_ / "a.greenline-wal"), scrambled);
      const auto salvage = read_what_can_be_read(file_);
      ASSERT_TRUE(salvage);
      ASSERT_GE(salvage->events.size(), in_file);
      expect_in_order(salvage->events);
    }
  }
  EXPECT_GT(opened, 20);
  EXPECT_GT(refused, 20);
}

TEST(FreshName, IsBesideTheOldOne) {
  const Folder folder;
  EXPECT_EQ(fresh_name_beside(folder / "Elders' day.greenline"), folder / "Elders' day (2).greenline");
}

TEST(FreshName, IsNoNameThatIsTaken) {
  const Folder folder;
  write_bytes(folder / "a (2).greenline", "");
  write_bytes(folder / "a (3).greenline-wal", "a log that lost its file");
  fs::create_symlink("nowhere", folder / "a (4).greenline");
  EXPECT_EQ(fresh_name_beside(folder / "a.greenline"), folder / "a (5).greenline");
}

TEST(PageScan, AnswersAnyPageAtAll) {
  test::holds_always([] {
    std::array<std::uint8_t, page_bytes> bytes{};
    bytes[0] = 0x0D;
    bytes[4] = *rc::gen::arbitrary<std::uint8_t>();
    const auto changes = *rc::gen::container<std::vector<std::pair<std::uint16_t, std::uint8_t>>>(
        rc::gen::arbitrary<std::pair<std::uint16_t, std::uint8_t>>());
    for (const auto& [at, value] : changes) bytes[at % bytes.size()] = value;
    const FetchPage itself = [&](std::uint32_t number, auto into) {
      std::ranges::copy(bytes, into.begin());
      return number % 2 == 1;
    };
    for (const FoundRow& row : rows_on_page(bytes, 0, itself, [](auto, auto) { return false; })) {
      RC_ASSERT(!row.sound);  // no checksum fits by chance
    }
  });
}

}  // namespace
}  // namespace greenline::journal
