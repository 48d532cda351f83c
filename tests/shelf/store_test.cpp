// Packs are brought to this machine whole or not at all, and each is known by what it holds.
#include "shelf/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "content/packs.h"
#include "shelf/staging.h"

namespace greenline::shelf {
namespace {

namespace fs = std::filesystem;
using content::a_manifest;
using content::a_pack;
using content::entries_of;
using content::Folder;
using content::folder_of;
using content::here;
using content::open_pack;
using content::PackFiles;
using content::PackSource;
using content::Version;
using content::zip_of;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string versioned(const std::string& version) {
  std::string text = a_manifest();
  return text.replace(text.find("1.2.0"), 5, version);
}
PackFiles a_pack_of(const std::string& version) {
  PackFiles files = a_pack();
  files["pack.json"] = versioned(version);
  return files;
}
PackFiles with_readme(const std::string& words) {
  PackFiles files = a_pack();
  files["README.md"] = words;
  return files;
}

// A stick with one pack on it, and a store.
class AStore : public testing::Test {
 protected:
  PackSource on_stick(const PackFiles& files) {
    fs::remove_all(stick.path() / "our-pack");
    auto source = open_pack(folder_of(stick, files));
    EXPECT_TRUE(source);
    return *source;
  }
  tl::expected<Brought, NotBrought> bring(const PackFiles& files, Which which = Which::ask) {
    return store.bring(on_stick(files), here(), which);
  }
  [[nodiscard]] std::vector<std::string> listed() const {
    std::vector<std::string> all;
    for (const Installed& one : store.installed()) all.push_back(to_text(one.identity));
    return all;
  }
  // Everything in the store's folder, hidden or not.
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(store.folder())) all.push_back(entry.path().filename().string());
    std::ranges::sort(all);
    return all;
  }
  Folder stick;
  Store store{stick.path() / "home/packs"};
};

TEST_F(AStore, HoldsAWholePackOnceItIsBrought) {
  const auto brought = bring(a_pack());
  ASSERT_TRUE(brought);
  EXPECT_EQ(brought->how, Brought::How::fresh);
  fs::remove_all(stick.path() / "our-pack");  // the stick may be taken out
  EXPECT_THAT(listed(), ElementsAre("our-pack 1.2.0"));
  EXPECT_THAT(names(), ElementsAre("our-pack@1.2.0"));
  const auto source = open_pack(brought->pack.folder);
  ASSERT_TRUE(source);
  EXPECT_TRUE(load_whole_pack(*source, here(), nullptr));
}

TEST_F(AStore, KnowsAPackByWhatItHoldsHoweverItIsPacked) {
  const auto folder = identify(on_stick(a_pack()));
  PackFiles littered = a_pack();
  littered["holiday.mp4"] = "a film";
  const auto zip = identify(*open_pack(zip_of(stick, entries_of(littered, "our-pack/"))));
  ASSERT_TRUE(folder && zip);
  EXPECT_EQ(folder->identity, zip->identity);
  EXPECT_NE(folder->identity.sum, identify(on_stick(with_readme("more")))->identity.sum);
}

TEST_F(AStore, LeavesBehindWhatIsNotThePacks) {
  PackFiles littered = a_pack();
  littered["holiday.mp4"] = "a film";
  const auto brought = bring(littered);
  ASSERT_TRUE(brought);
  EXPECT_FALSE(fs::exists(brought->pack.folder / "holiday.mp4"));
  EXPECT_TRUE(fs::exists(brought->pack.folder / "canvases/forest.json"));
}

TEST_F(AStore, SaysThatAPackIsHereAlready) {
  ASSERT_TRUE(bring(a_pack()));
  EXPECT_EQ(bring(a_pack())->how, Brought::How::already_here);
  EXPECT_THAT(names(), ElementsAre("our-pack@1.2.0"));
}

TEST_F(AStore, AsksWhichOfTwoThatCallThemselvesTheSame) {
  ASSERT_TRUE(bring(a_pack()));
  const std::string first = store.installed().front().identity.sum;
  const auto asked = bring(with_readme("something else"));
  ASSERT_FALSE(asked);
  EXPECT_EQ(asked.error().why, NotBrought::Why::clash);
  EXPECT_EQ(asked.error().clash->here.identity.sum, first);
  EXPECT_EQ(store.installed().front().identity.sum, first) << "nothing changes before the answer";

  EXPECT_EQ(bring(with_readme("something else"), Which::here)->how, Brought::How::kept_here);
  EXPECT_EQ(store.installed().front().identity.sum, first);
  EXPECT_EQ(bring(with_readme("something else"), Which::coming)->how, Brought::How::replaced);
  EXPECT_THAT(listed(), ElementsAre("our-pack 1.2.0"));
  EXPECT_NE(store.installed().front().identity.sum, first);
  EXPECT_THAT(names(), SizeIs(1));
}

TEST_F(AStore, KeepsTwoPacksOfOneTitleApart) {
  ASSERT_TRUE(bring(a_pack()));
  PackFiles other = a_pack();
  other["pack.json"].replace(other["pack.json"].find("our-pack"), 8, "my-pack");
  ASSERT_TRUE(bring(other));
  EXPECT_THAT(listed(), ElementsAre("my-pack 1.2.0", "our-pack 1.2.0"));
}

TEST_F(AStore, KeepsTheOldVersionAsLongAsItIsInUse) {
  ASSERT_TRUE(bring(a_pack_of("1.2.0")));
  const auto brought = bring(a_pack_of("1.10.0"));
  ASSERT_TRUE(brought);
  EXPECT_EQ(brought->how, Brought::How::update);
  EXPECT_EQ(brought->before, (Version{1, 2, 0}));
  EXPECT_THAT(store.drop_superseded(here(), [](const content::WholePack&) { return true; }), IsEmpty());
  EXPECT_THAT(listed(), ElementsAre("our-pack 1.10.0", "our-pack 1.2.0"));
  EXPECT_THAT(store.drop_superseded(here(), [](const content::WholePack&) { return false; }), SizeIs(1));
  EXPECT_THAT(listed(), ElementsAre("our-pack 1.10.0"));
}

TEST_F(AStore, KeepsTheOldVersionWhereTheNewOneWasBrokenByHand) {
  ASSERT_TRUE(bring(a_pack_of("1.2.0")));
  ASSERT_TRUE(bring(a_pack_of("1.3.0")));
  fs::remove(store.folder() / "our-pack@1.3.0/canvases/forest.json");
  EXPECT_THAT(store.drop_superseded(here(), {}), IsEmpty());
}

TEST_F(AStore, DoesNotGoBackToAnOlderVersionByMistake) {
  ASSERT_TRUE(bring(a_pack_of("1.3.0")));
  const auto older = bring(a_pack_of("1.2.0"));
  ASSERT_FALSE(older);
  EXPECT_EQ(older.error().why, NotBrought::Why::older);
  EXPECT_THAT(listed(), ElementsAre("our-pack 1.3.0"));
}

TEST_F(AStore, RefusesABrokenPackWholeAndNamesItsFilesAsPeopleKnowThem) {
  ASSERT_TRUE(bring(a_pack()));
  PackFiles broken = a_pack_of("1.3.0");
  broken["activities/across.json"].resize(100);
  const auto refused = bring(broken);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().why, NotBrought::Why::broken);
  ASSERT_FALSE(refused.error().wrong.empty());
  EXPECT_THAT(refused.error().wrong.front().file, testing::EndsWith("our-pack/activities/across.json"));
  EXPECT_THAT(refused.error().wrong.front().file, testing::StartsWith(stick.path().string()));
  EXPECT_THAT(listed(), ElementsAre("our-pack 1.2.0"));
  EXPECT_THAT(names(), SizeIs(1));
}

TEST_F(AStore, ListsNothingHalfWhenTheStickIsPulledAtAnyFile) {
  ASSERT_TRUE(bring(a_pack_of("1.2.0")));
  const PackSource whole = on_stick(a_pack_of("1.3.0"));
  for (std::size_t readable = 0; readable < whole.files.size(); ++readable) {
    PackSource pulled = whole;
    std::size_t read = 0;
    pulled.read = [&](const std::string& file, std::size_t most) -> tl::expected<std::string, content::Diagnostic> {
      if (read++ == readable) fs::remove_all(stick.path() / "our-pack");
      return whole.read(file, most);
    };
    const auto refused = store.bring(pulled, here(), Which::ask);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().why, NotBrought::Why::broken);
    EXPECT_THAT(names(), ElementsAre("our-pack@1.2.0")) << "after " << readable << " files";
    (void)on_stick(a_pack_of("1.3.0"));
  }
}

TEST_F(AStore, SaysWhatTheDiskSaysAndListsNothingHalf) {
  const PackSource source = on_stick(a_pack());
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit all = [] {
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    return limit;
  }();
  const rlimit few{2000, all.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &few), 0);
  const auto refused = store.bring(source, here(), Which::ask);
  ::setrlimit(RLIMIT_FSIZE, &all);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().why, NotBrought::Why::disk);
  EXPECT_EQ(refused.error().reason, "the file may not grow so large here");
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(AStore, EndsBetweenTwoFilesWhenItIsToldTo) {
  int files = 0;
  const auto ended = store.bring(on_stick(a_pack()), here(), Which::ask, [&] { return ++files < 3; });
  ASSERT_FALSE(ended);
  EXPECT_EQ(ended.error().why, NotBrought::Why::ended);
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(AStore, TakesAPackAway) {
  ASSERT_TRUE(bring(a_pack_of("1.2.0")));
  ASSERT_TRUE(bring(a_pack_of("1.3.0")));
  EXPECT_THAT(*store.remove("our-pack", Version{1, 2, 0}), SizeIs(1));
  EXPECT_THAT(listed(), ElementsAre("our-pack 1.3.0"));
  EXPECT_THAT(*store.remove("nobodys", {}), IsEmpty());
  EXPECT_THAT(*store.remove("our-pack", {}), SizeIs(1));
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(AStore, SweepsWhatAKillLeftAndPutsBackWhatWasAside) {
  ASSERT_TRUE(bring(a_pack()));
  fs::create_directories(store.folder() / ".coming-abc123/activities");
  fs::rename(store.folder() / "our-pack@1.2.0", store.folder() / ".was-our-pack@1.2.0");
  store.sweep();
  EXPECT_THAT(names(), ElementsAre("our-pack@1.2.0"));
  fs::create_directories(store.folder() / ".was-our-pack@1.2.0");
  store.sweep();
  EXPECT_THAT(names(), ElementsAre("our-pack@1.2.0"));
  EXPECT_THAT(listed(), ElementsAre("our-pack 1.2.0"));
}

TEST_F(AStore, LeavesWhatAnotherProgramIsAt) {
  ASSERT_TRUE(bring(a_pack()));
  fs::create_directories(store.folder() / ".coming-abc123");
  const Turn turn(store.folder(), true);
  store.sweep();
  EXPECT_TRUE(fs::exists(store.folder() / ".coming-abc123"));
}

TEST_F(AStore, CountsTheSumAnewOfWhatWasEditedWhereItLies) {
  ASSERT_TRUE(bring(a_pack()));
  const std::string before = store.installed().front().identity.sum;
  std::ofstream(store.folder() / "our-pack@1.2.0/README.md") << "more";
  EXPECT_NE(store.installed().front().identity.sum, before);
}

}  // namespace
}  // namespace greenline::shelf
