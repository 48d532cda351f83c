// The shelf looks after itself: sticks that come and go, folders that are watched, files that are saved; what is wished is done
// in order, beside everything else.
#include "shelf/keeper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

#include "content/load.h"
#include "content/packs.h"

namespace greenline::shelf {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using content::a_manifest;
using content::a_pack;
using content::PackFiles;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class TheShelf : public testing::Test {
 protected:
  [[nodiscard]] Places places() const {
    return {.store = folder.path() / "home/packs",
            .watched = {folder.path() / "watched"},
            .sticks = {folder.path() / "media"},
            .content = content::content_folder(),
            .keyboards = {}};
  }
  void SetUp() override {
    for (const char* place : {"watched", "media"}) fs::create_directories(folder.path() / place);
  }
  void open() {
    keeper = std::make_unique<Keeper>(places(), InUse(), [this] { ++told; });
  }
  void put(const std::string& where, const PackFiles& files) const {
    for (const auto& [name, text] : files) folder.write(where + "/" + name, text);
  }
  [[nodiscard]] bool comes(const std::function<bool(const Listing&)>& what) const {
    for (int i = 0; i < 1000 && !what(*keeper->listing()); ++i) std::this_thread::sleep_for(10ms);
    return what(*keeper->listing());
  }
  [[nodiscard]] std::vector<std::string> titles(Where where) const {
    std::vector<std::string> all;
    for (const Item& item : keeper->listing()->items)
      if (item.where == where)
        all.push_back(item.activity ? item.activity->activity.id : item.path.filename().string() + " is broken");
    return all;
  }
  // On a stick called so.
  void plug_in(const std::string& stick = "STICK") const {
    put("elsewhere/our-pack", a_pack());
    fs::rename(folder.path() / "elsewhere", folder.path() / "media" / stick);
  }
  [[nodiscard]] fs::path on_stick() const { return folder.path() / "media/STICK/our-pack"; }

  content::Folder folder;
  std::atomic<int> told = 0;
  std::unique_ptr<Keeper> keeper;
  // Which of them is asked.
  void bring_two_of_one_version() {
    plug_in();
    open();
    ASSERT_TRUE(keeper->bring(on_stick()));
    ASSERT_TRUE(comes([](const Listing& now) { return now.told.has_value(); }));
    put("media/STICK/our-pack", {{"README.md", "changed"}});
    ASSERT_TRUE(keeper->bring(on_stick()));
    ASSERT_TRUE(comes([](const Listing& now) { return now.question.has_value(); }));
  }
};

TEST_F(TheShelf, ShowsWhatIsBuiltInOnceSomebodyLooks) {
  open();
  ASSERT_TRUE(comes([](const Listing& now) { return now.looked; }));
  EXPECT_THAT(keeper->listing()->items, IsEmpty());
  keeper->look_at_all();
  const std::size_t built_in = content::activity_names(content::content_folder()).size();
  ASSERT_TRUE(comes([&](const Listing& now) { return now.items.size() == built_in; }));
  EXPECT_GT(keeper->listing()->items.front().minutes, 0);
  EXPECT_THAT(keeper->listing()->items.front().languages, testing::Not(IsEmpty()));
}

TEST_F(TheShelf, KnowsTheOrderInWhichAProgrammeHasWhatIsBuiltIn) {
  open();
  keeper->look_at_all();
  const std::size_t built_in = content::activity_names(content::content_folder()).size();
  ASSERT_TRUE(comes([&](const Listing& now) { return now.items.size() == built_in; }));
  std::map<std::string, std::optional<std::size_t>> places;
  for (const Item& item : keeper->listing()->items) places[item.activity->activity.id] = item.in_programme;
  EXPECT_EQ(places["arrivals"], 0U) << "the first morning begins with it";
  EXPECT_EQ(places["both-sides-of-the-line"], 1U);
  EXPECT_EQ(places["pausure"], 10U) << "what comes twice counts once";
  EXPECT_EQ(places["agenda-wall"], std::nullopt);
}

TEST_F(TheShelf, HasThePicturesOfPacksMadeSmallEachOnce) {
  PackFiles files = a_pack();
  files["pack.json"] = a_manifest(R"(, "picture": "pictures/cover.jpg")");
  files["activities/places.json"] = content::with(files["activities/places.json"], "\"version\": 1,",
                                                  "\"version\": 1, \"picture\": \"pictures/places.jpg\",");
  const auto jpeg = [](int width) {
    return std::string("\xFF\xD8\xFF\xC0\x00\x11\x08", 7) + std::string("\x02\x58", 2) + static_cast<char>(width >> 8) +
           static_cast<char>(width & 0xFF) + std::string("\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01", 10);
  };
  files["pictures/cover.jpg"] = jpeg(800);
  files["pictures/places.jpg"] = jpeg(900);
  std::atomic<int> made = 0;
  Places all = places();
  all.small_picture = [&](const std::string& bytes) {
    ++made;
    return content::SmallPicture{1, bytes == jpeg(800) ? 8 : 9, {}};
  };
  put("watched/our-pack", files);
  keeper = std::make_unique<Keeper>(all, InUse(), [this] { ++told; });
  ASSERT_TRUE(comes([](const Listing& now) { return now.items.size() == 2; }));
  const std::shared_ptr<const Listing> now = keeper->listing();
  ASSERT_TRUE(now->items[0].picture);
  ASSERT_TRUE(now->items[1].picture);
  EXPECT_EQ(now->items[0].picture->height, 8) << "its pack's";
  EXPECT_EQ(now->items[1].picture->height, 9) << "its own";
  keeper->look_at_all();
  ASSERT_TRUE(comes([](const Listing& later) { return later.items.size() > 2; }));
  EXPECT_EQ(made, 2) << "not made again while nothing has changed";
  keeper.reset();
}

TEST_F(TheShelf, BringsAPackFromAStickThatMayThenBeTakenOut) {
  open();
  plug_in();
  ASSERT_TRUE(comes([](const Listing& now) { return now.items.size() == 2; }));
  EXPECT_THAT(titles(Where::stick), ElementsAre("across", "places"));
  EXPECT_FALSE(keeper->listing()->items.front().is_installed_too);
  EXPECT_EQ(keeper->listing()->items.front().path, on_stick());
  EXPECT_EQ(keeper->listing()->items.front().from, folder.path() / "media/STICK");
  ASSERT_TRUE(keeper->bring(on_stick()));
  ASSERT_TRUE(comes([](const Listing& now) { return now.told.has_value() && now.items.size() == 4; }));
  const Listing now = *keeper->listing();
  ASSERT_TRUE(now.told->brought);
  EXPECT_TRUE(now.told->from_stick);
  EXPECT_TRUE(now.items.front().is_installed_too);
  fs::remove_all(folder.path() / "media/STICK");
  ASSERT_TRUE(comes([](const Listing& later) { return later.sticks.empty(); }));
  EXPECT_THAT(titles(Where::stick), IsEmpty());
  EXPECT_THAT(titles(Where::installed), ElementsAre("across", "places"));
}

TEST_F(TheShelf, ShowsABrokenPackWithWhyAndPassesOverOtherZips) {
  put("media/STICK/our-pack", a_pack());
  folder.write("media/STICK/our-pack/activities/across.json", "{ \"greenline\": \"activity\", ");
  fs::rename(content::zip_of(folder, {{"holiday.jpg", "a beach"}}), folder.path() / "media/STICK/holiday.zip");
  open();
  ASSERT_TRUE(comes([](const Listing& now) { return now.looked; }));
  EXPECT_THAT(titles(Where::stick), ElementsAre("our-pack is broken"));
  const Item& broken = keeper->listing()->items.front();
  ASSERT_FALSE(broken.wrong.empty());
  EXPECT_THAT(broken.wrong.front().file, HasSubstr("across.json"));
  EXPECT_EQ(content::severity_of(broken.wrong.front()), content::Severity::stops);
}

TEST_F(TheShelf, SeesWhatIsPutIntoAWatchedFolderAndWhatIsSavedThere) {
  open();
  ASSERT_TRUE(comes([](const Listing& now) { return now.looked; }));
  put("watched/our-pack", a_pack());
  ASSERT_TRUE(comes([&](const Listing&) { return titles(Where::watched) == std::vector<std::string>{"across", "places"}; }));
  PackFiles files = a_pack();
  std::string& text = files["activities/across.json"];
  const std::size_t minutes = text.find("\"minutes\": ");
  text.replace(minutes, 12, "\"minutes\": 77");
  const int before = keeper->listing()->items.front().minutes;
  const auto saved_at = std::chrono::steady_clock::now();
  put("watched/our-pack", files);
  ASSERT_TRUE(comes([&](const Listing& now) { return now.items.front().minutes > before + 50; }));
  std::cout << "seen after "
            << std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - saved_at).count()
            << " ms\n";
  put("watched/our-pack", {{"activities/across.json", "{"}});
  ASSERT_TRUE(comes([](const Listing& now) { return now.items.size() == 1 && !now.items.front().wrong.empty(); }));
}

// Somebody moves it, deletes it, makes another of its name; what is saved there afterwards is seen as before.
TEST_F(TheShelf, SeesAWatchedFolderGoAndComeBack) {
  put("watched/our-pack", a_pack());
  open();
  const std::vector<std::string> both{"across", "places"};
  ASSERT_TRUE(comes([&](const Listing&) { return titles(Where::watched) == both; }));
  fs::rename(folder.path() / "watched", folder.path() / "gone");
  ASSERT_TRUE(comes([&](const Listing&) { return titles(Where::watched).empty(); }));
  fs::rename(folder.path() / "gone", folder.path() / "watched");
  ASSERT_TRUE(comes([&](const Listing&) { return titles(Where::watched) == both; }));
  fs::remove_all(folder.path() / "watched");
  ASSERT_TRUE(comes([&](const Listing&) { return titles(Where::watched).empty(); }));
  put("watched/our-pack", a_pack());
  ASSERT_TRUE(comes([&](const Listing&) { return titles(Where::watched) == both; }));
  fs::remove(folder.path() / "watched/our-pack/pack.json");
  ASSERT_TRUE(comes([&](const Listing&) { return titles(Where::watched) == std::vector<std::string>{"our-pack is broken"}; }));
}

TEST_F(TheShelf, SeesWhatIsSavedInAnInstalledPack) {
  plug_in();
  open();
  ASSERT_TRUE(keeper->bring(on_stick()));
  ASSERT_TRUE(comes([](const Listing& now) { return now.items.size() == 4; }));
  folder.write("home/packs/our-pack@1.2.0/activities/across.json", "{");
  ASSERT_TRUE(
      comes([&](const Listing&) { return titles(Where::installed) == std::vector<std::string>{"our-pack@1.2.0 is broken"}; }));
}

TEST_F(TheShelf, AsksWhichOfTwoAndDoesWhatIsAnswered) {
  bring_two_of_one_version();
  EXPECT_EQ(keeper->listing()->question->path, on_stick());
  ASSERT_TRUE(keeper->bring(on_stick(), Which::coming));
  ASSERT_TRUE(comes([](const Listing& now) {
    return !now.question && now.told->brought && now.told->brought->how == Brought::How::replaced;
  }));
}

TEST_F(TheShelf, ForgetsAQuestionThatNobodyAnswers) {
  bring_two_of_one_version();
  keeper->forget_question();
  ASSERT_TRUE(comes([](const Listing& now) { return !now.question; }));
}

TEST_F(TheShelf, TakesAPackAway) {
  plug_in();
  open();
  ASSERT_TRUE(keeper->bring(on_stick()));
  ASSERT_TRUE(comes([](const Listing& now) { return now.told.has_value(); }));
  ASSERT_TRUE(keeper->remove("our-pack", {1, 2, 0}));
  ASSERT_TRUE(comes([](const Listing& now) { return !now.told->gone.empty(); }));
  EXPECT_THAT(titles(Where::installed), IsEmpty());
}

TEST_F(TheShelf, EndsAtOnceWhateverItIsAt) {
  plug_in();
  for (int i = 0; i < 10; ++i) {
    open();
    keeper->look_at_all();
    (void)keeper->bring(on_stick());
    std::this_thread::sleep_for(std::chrono::milliseconds(3 * i));
    keeper.reset();
  }
  const int told_before = told;
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(told, told_before);
}

TEST_F(TheShelf, IsNeitherLedAstrayNorHeldUpByWhatMeansHarm) {
  const fs::path stick = folder.path() / "media/STICK";
  put("media/STICK/our-pack", a_pack());
  ASSERT_EQ(::mkfifo((stick / "waits.zip").c_str(), 0600), 0);
  fs::create_directory_symlink("/", stick / "everything");
  fs::create_directory_symlink("..", stick / "round");
  fs::create_symlink("/etc/passwd", stick / "secret.zip");
  folder.write("media/STICK/large.zip", "");
  fs::resize_file(stick / "large.zip", std::uintmax_t{4} << 30);  // of nothing
  put("media/STICK/led-out", a_pack());
  fs::create_symlink("/etc/passwd", stick / "led-out/pictures.png");
  open();
  ASSERT_TRUE(comes([](const Listing& now) { return now.looked; }));
  EXPECT_THAT(titles(Where::stick), ElementsAre("large.zip is broken", "led-out is broken", "across", "places"));
  ASSERT_TRUE(keeper->bring(stick / "led-out"));
  ASSERT_TRUE(comes([](const Listing& now) { return now.told.has_value(); }));
  ASSERT_TRUE(keeper->listing()->told->not_brought);
  EXPECT_EQ(keeper->listing()->told->not_brought->why, NotBrought::Why::broken);
  EXPECT_THAT(titles(Where::installed), IsEmpty());
}

TEST_F(TheShelf, LooksAtAStickFullOfPacksWithinBounds) {
  for (int i = 0; i < 70; ++i) put("media/STICK/pack " + std::to_string(100 + i), {{"pack.json", "{"}});
  open();
  ASSERT_TRUE(comes([](const Listing& now) { return now.looked; }));
  EXPECT_EQ(keeper->listing()->items.size(), most_packs_in_a_place);
  EXPECT_TRUE(keeper->listing()->more);
}

}  // namespace
}  // namespace greenline::shelf
