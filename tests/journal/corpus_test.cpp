// The files that fuzzing starts from are real events, and what older files hold for ever.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "journal/builders.h"
#include "journal/event_codec.h"
#include "journal/folder.h"
#include "journal/journal.h"
#include "journal/page_scan.h"
#include "places.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;

fs::path corpus() { return source_folder() / "tests/fuzz_rows/corpus"; }

fs::path corpus_file(std::size_t number) { return corpus() / ("event-" + std::to_string(number)); }

std::string as_text(const std::vector<std::uint8_t>& bytes) { return {bytes.begin(), bytes.end()}; }

void write_corpus() {
  fs::create_directories(corpus());
  const auto events = one_of_every_kind();
  for (std::size_t i = 0; i < events.size(); ++i) write_bytes(corpus_file(i), as_text(encode(events[i])));
  const Folder folder;
  {
    auto journal = Journal::open(folder / "a.greenline", {});
    ASSERT_TRUE(journal);
    for (const auto& event : cards(1, 20)) ASSERT_TRUE(journal->append(event));
  }
  write_bytes(corpus() / "page", bytes_of(folder / "a.greenline").substr(page_bytes, page_bytes));
}

class Corpus : public testing::Test {
 protected:
  void SetUp() override {
    if (std::getenv("GREENLINE_WRITE_CORPUS") != nullptr) write_corpus();
  }
};

TEST_F(Corpus, HoldsEveryKindOfEventAsItIsWritten) {
  const auto events = one_of_every_kind();
  for (std::size_t i = 0; i < events.size(); ++i) {
    EXPECT_EQ(bytes_of(corpus_file(i)), as_text(encode(events[i])))
        << "kind " << events[i].body.index() << " is written otherwise";
  }
}

TEST_F(Corpus, HoldsAPageOfRows) {
  std::array<std::uint8_t, page_bytes> page{};
  const std::string bytes = bytes_of(corpus() / "page");
  ASSERT_EQ(bytes.size(), page.size());
  std::ranges::copy(bytes, page.begin());
  const auto rows = rows_on_page(
      page, 0, [](auto, auto) { return false; }, [](auto, auto) { return false; });
  EXPECT_EQ(rows.size(), 20U);
  EXPECT_TRUE(std::ranges::all_of(rows, &FoundRow::sound));
}

}  // namespace
}  // namespace greenline::journal
