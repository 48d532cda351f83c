// A harvest's folder is there whole, or not at all.
#include "harvest/folder.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "harvest/room.h"

namespace greenline::harvest {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class Folder : public test::Room {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "greenline-harvest.XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    place = name;
  }
  void TearDown() override { fs::remove_all(place); }
  [[nodiscard]] std::vector<std::string> there() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(place)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }
  static std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  fs::path place;
};

TEST_F(Folder, HoldsEveryFileAndASumOfEach) {
  card("we ask");
  const Leaving out = leaving();
  const Harvest harvest(out, pack, strings, "en", {});
  const auto files = files_of(harvest, {}, "{}", paper::a4, {all_forms.begin(), all_forms.end()});
  const auto written = write_folder(place / "ours", files);
  ASSERT_TRUE(written) << written.error();
  EXPECT_EQ(*written, place / "ours");
  EXPECT_THAT(there(), ElementsAre("ours"));
  for (const File& file : files) {
    EXPECT_EQ(read(place / "ours" / file.name), file.bytes);
    if (file.name != "SHA256SUMS") {
      EXPECT_THAT(files.back().bytes, HasSubstr("  " + file.name + "\n"));
    }
  }
  EXPECT_EQ(std::system(("cd '" + (place / "ours").string() + "' && sha256sum --quiet -c SHA256SUMS").c_str()), 0);
}

TEST_F(Folder, NeverTakesTheNameOfAnother) {
  const std::vector<File> files{{"README.txt", "ours"}};
  ASSERT_TRUE(write_folder(place / "ours", {{"README.txt", "theirs"}}));
  const auto again = write_folder(place / "ours", files);
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, place / "ours (2)");
  EXPECT_EQ(read(place / "ours/README.txt"), "theirs");
}

TEST_F(Folder, LeavesNothingHalfWhereAFileCannotBeWritten) {
  const auto written = write_folder(place / "ours", {{"README.txt", "fine"}, {"no/such/place", "never"}});
  ASSERT_FALSE(written);
  EXPECT_THAT(written.error(), HasSubstr("Nothing was left there"));
  EXPECT_TRUE(there().empty());
}

TEST_F(Folder, SaysWhereItCannotBe) {
  std::ofstream(place / "file") << "in the way";
  const auto written = write_folder(place / "file" / "ours", {{"README.txt", "x"}});
  ASSERT_FALSE(written);
  EXPECT_THAT(written.error(), HasSubstr("cannot be made"));
}

TEST_F(Folder, HasOnlyTheFormsThatWereAskedForAndSaysSo) {
  const Leaving out = leaving();
  const Harvest harvest(out, pack, strings, "en", {});
  const auto files = files_of(harvest, {}, "{}", paper::a4, {Form::outline});
  ASSERT_EQ(files.size(), 3U);
  EXPECT_THAT(files[1].bytes, HasSubstr("outline.md"));
  EXPECT_THAT(files[1].bytes, testing::Not(HasSubstr("index.html")));
}

TEST_F(Folder, ExplainsItselfInEachLanguageOfTheActivity) {
  const Leaving out = leaving();
  const Harvest harvest(out, pack, strings, "en", {});
  const auto files = files_of(harvest, {}, "{}", paper::a4, {Form::html});
  for (const char* language : {"en", "fr", "es"})
    EXPECT_THAT(files[1].bytes, HasSubstr(std::string(strings("harvest.stays", language))));
}

}  // namespace
}  // namespace greenline::harvest
