// What lies on the disk is read back, or set aside where it cannot be; nothing is overwritten.
#include "drafts/draft_disk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "drafts/draft_builders.h"
#include "journal/folder.h"

namespace greenline::drafts {
namespace {

namespace fs = std::filesystem;
using journal::Folder;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(WriteDrafts, LeavesTheFileInAFolderThatMayOnlyBeRead) {
  const Folder folder;
  const fs::path file = folder / "a.drafts";
  ASSERT_FALSE(write_drafts(file, {a_draft("one")}));
  fs::permissions(folder.path(), fs::perms(0555));
  EXPECT_THAT(
      journal::in_another_process([&]() -> std::string {
        journal::obey_permission_bits();
        const auto written = write_drafts(file, {a_draft("two")});
        const auto removed = write_drafts(file, {});
        return written && removed ? written->detail + "; " + removed->detail : "no trouble was told";
      }),
      testing::AllOf(HasSubstr("making the file: Permission denied"), HasSubstr("removing the file: Permission denied")));
  EXPECT_EQ(drafts_in(file), Drafts{a_draft("one")});
}

TEST(LoadDrafts, FindsNothingWhereThereIsNoFile) {
  const Folder folder;
  const DraftsFound found = load_drafts(folder / "a.drafts");
  EXPECT_THAT(found.drafts, IsEmpty());
  EXPECT_FALSE(found.trouble);
}

TEST(LoadDrafts, SetsADamagedFileAsideAndKeepsWhatIsSound) {
  const Folder folder;
  const fs::path file = folder / "a.drafts";
  std::string text = text_of({a_draft("one"), a_draft("two")});
  text.replace(text.find("two"), 3, "\xFF\xFF\xFF");
  for (const char* aside : {"a.drafts.damaged", "a.drafts.damaged-2"}) {
    journal::write_bytes(file, text);
    const DraftsFound found = load_drafts(file);
    EXPECT_EQ(found.drafts, Drafts{a_draft("one")});
    ASSERT_TRUE(found.trouble);
    EXPECT_EQ(found.trouble->fault, DraftTrouble::Fault::damaged);
    EXPECT_EQ(found.trouble->file, folder / aside);
    EXPECT_THAT(found.trouble->detail, HasSubstr("a.drafts:3:"));
    EXPECT_EQ(folder.contents()[aside], text);
    EXPECT_EQ(drafts_in(file), Drafts{a_draft("one")});
  }
  EXPECT_THAT(folder.contents(), SizeIs(3)) << "nothing was overwritten";
}

TEST(LookAtDrafts, ReadsWhatIsSoundAndLeavesTheDiskAsItIs) {
  const Folder folder;
  const fs::path file = folder / "a.drafts";
  EXPECT_TRUE(look_at_drafts(file).whole) << "no file is whole";
  std::string text = text_of({a_draft("one"), a_draft("two")});
  journal::write_bytes(file, text);
  EXPECT_EQ(look_at_drafts(file).drafts, (Drafts{a_draft("one"), a_draft("two")}));
  text.replace(text.find("two"), 3, "\xFF\xFF\xFF");
  journal::write_bytes(file, text);
  const DraftsSeen seen = look_at_drafts(file);
  EXPECT_FALSE(seen.whole);
  EXPECT_EQ(seen.drafts, Drafts{a_draft("one")});
  EXPECT_EQ(folder.contents()["a.drafts"], text);
  EXPECT_THAT(folder.contents(), SizeIs(1));
}

TEST(LoadDrafts, SetsAFileOfANewerGreenlineAside) {
  const Folder folder;
  journal::write_bytes(folder / "a.drafts", "{\"greenline\":\"drafts\",\"version\":2}\n");
  const DraftsFound found = load_drafts(folder / "a.drafts");
  ASSERT_TRUE(found.trouble);
  EXPECT_EQ(found.trouble->fault, DraftTrouble::Fault::newer_version);
  EXPECT_EQ(folder.contents(), (journal::Contents{{"a.drafts.newer", "{\"greenline\":\"drafts\",\"version\":2}\n"}}));
}

TEST(LoadDrafts, SetsAsideWhatIsNoFile) {
  const Folder folder;
  fs::create_directory(folder / "a.drafts");
  mkfifo((folder / "b.drafts").c_str(), 0600);
  for (const char* name : {"a.drafts", "b.drafts"}) {
    const DraftsFound found = load_drafts(folder / name);
    ASSERT_TRUE(found.trouble) << name;
    EXPECT_THAT(found.trouble->detail, HasSubstr("it is not a file"));
    EXPECT_FALSE(fs::exists(folder / name));
  }
}

}  // namespace
}  // namespace greenline::drafts
