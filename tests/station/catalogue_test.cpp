// The catalogue knows which file is the living one; lost or damaged, it costs nothing but looking.
#include "station/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "journal/builders.h"
#include "journal/folder.h"
#include "journal/journal.h"

namespace greenline::station {
namespace {

namespace fs = std::filesystem;
using journal::Folder;
using testing::HasSubstr;

const Catalogue moved_twice{{"room.greenline", {"", "", "room (2).greenline", "damaged"}},
                            {"room (2).greenline", {"", "", "room (3).greenline", "not_ours"}},
                            {"room (3).greenline", {"both-sides", "90d1a2b3c4d5e6f7", "", ""}}};

void make_convening(const fs::path& file) {
  auto journal = journal::Journal::open(file, {});
  ASSERT_TRUE(journal);
  ASSERT_TRUE(journal->append(journal::a_card(1)));
  ASSERT_TRUE(journal->flush());
}

TEST(Catalogue, ComesBackAsItWas) { EXPECT_EQ(decode_catalogue(encode_catalogue(moved_twice)), moved_twice); }

TEST(Catalogue, IsReadableByItsOwnerOnly) {
  const Folder folder;
  const mode_t before = umask(0);
  EXPECT_TRUE(write_into_catalogue(folder.path(), "room.greenline", {"both-sides", "", "", ""}));
  umask(before);
  EXPECT_EQ(fs::status(catalogue_in(folder.path())).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(folder.contents().size(), 1U) << "nothing half written is left";
}

TEST(Catalogue, KeepsWhatItKnewWhenSomethingIsPutIn) {
  const Folder folder;
  for (const auto& [file, entry] : moved_twice) ASSERT_TRUE(write_into_catalogue(folder.path(), file, entry));
  EXPECT_EQ(read_catalogue(folder.path()), moved_twice);
}

TEST(Catalogue, FollowsAConveningThroughEveryFileToTheLivingOne) {
  const Folder folder;
  for (const char* name : {"room (2).greenline", "room (3).greenline"}) journal::write_bytes(folder / name, "");
  EXPECT_EQ(living_by_catalogue(moved_twice, folder / "room.greenline"), folder / "room (3).greenline");
  fs::remove(folder / "room (3).greenline");
  EXPECT_EQ(living_by_catalogue(moved_twice, folder / "room.greenline"), folder / "room (2).greenline")
      << "of those that are there";
  EXPECT_EQ(living_by_catalogue(moved_twice, folder / "other.greenline"), std::nullopt)
      << "it says nothing of what it does not know";
}

TEST(Catalogue, EndsThoughItLeadsRoundInARing) {
  const Folder folder;
  for (const char* name : {"a", "b"}) journal::write_bytes(folder / name, "");
  const Catalogue ring{{"a", {"", "", "b", "damaged"}}, {"b", {"", "", "a", "damaged"}}};
  EXPECT_EQ(living_by_catalogue(ring, folder / "a"), folder / "b");
}

TEST(Catalogue, RefusesWhatLeadsOutOfItsFolderAndWhateverElseIsNotIts) {
  for (const char* wrong : {R"({"convenings":[{"file":"../secrets"}],"greenline":"convenings","version":1})",
                            R"({"convenings":[{"file":"a","goes_on_in":"/etc/passwd"}],"greenline":"convenings","version":1})",
                            R"({"convenings":[{"file":"a","goes_on_in":"a"}],"greenline":"convenings","version":1})",
                            R"({"convenings":[{"file":"a"},{"file":"a"}],"greenline":"convenings","version":1})",
                            R"({"convenings":[{"file":7}],"greenline":"convenings","version":1})",
                            R"({"convenings":{},"greenline":"convenings","version":1})",
                            R"({"convenings":[],"greenline":"convenings","version":"1"})",
                            R"({"convenings":[],"greenline":"drafts","version":1})", "[]", "", "{\"convenings\":[", "\xFF"}) {
    EXPECT_FALSE(decode_catalogue(wrong)) << wrong;
  }
}

TEST(Catalogue, OfANewerGreenlineIsLeftAsItIs) {
  const Folder folder;
  const std::string newer = R"({"convenings":[],"greenline":"convenings","version":2})";
  journal::write_bytes(catalogue_in(folder.path()), newer);
  EXPECT_FALSE(write_into_catalogue(folder.path(), "room.greenline", {}));
  EXPECT_EQ(journal::bytes_of(catalogue_in(folder.path())), newer);
}

TEST(Catalogue, ThatIsDamagedIsBegunAnew) {
  const Folder folder;
  journal::write_bytes(catalogue_in(folder.path()), "{\"conv");
  EXPECT_FALSE(read_catalogue(folder.path()));
  EXPECT_TRUE(write_into_catalogue(folder.path(), "room.greenline", {"both-sides", "", "", ""}));
  EXPECT_EQ(read_catalogue(folder.path()), (Catalogue{{"room.greenline", {"both-sides", "", "", ""}}}));
}

TEST(Catalogue, IsMadeUpForByLookingForTheLastFileThatHoldsEvents) {
  const Folder folder;
  EXPECT_EQ(living_by_looking(folder / "room.greenline"), std::nullopt);
  make_convening(folder / "room (2).greenline");
  make_convening(folder / "room (10).greenline");
  make_convening(folder / "other (11).greenline");
  make_convening(folder / "room (012x).greenline");
  journal::write_bytes(folder / "room (11).greenline", "not a convening");
  EXPECT_EQ(living_by_looking(folder / "room.greenline"), folder / "room (10).greenline");
}

}  // namespace
}  // namespace greenline::station
