// Zips as people make them are read; zips that mean harm are refused with a clear line, in bounded memory and time.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "packs.h"
#include "thorough.h"

namespace greenline::content {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Diagnostics check(const std::vector<Entry>& entries) {
  const Folder folder;
  return check_pack(zip_of(folder, entries), here());
}

std::vector<Entry> a_pack_and(Entry more) {
  std::vector<Entry> entries = entries_of(a_pack());
  entries.push_back(std::move(more));
  return entries;
}

TEST(AZipOfStaff, MayHaveAFolderRoundEverythingAndWhatSystemsLeave) {
  std::vector<Entry> entries = entries_of(a_pack(), "Our Pack/");
  entries.push_back({"Our Pack/.DS_Store", "x"});
  entries.push_back({"__MACOSX/Our Pack/._pack.json", "x"});
  entries.push_back({"Our Pack/activities/", ""});
  const Diagnostics found = check(entries);
  EXPECT_THAT(numbers(found), ElementsAre("GL-P070", "GL-P077")) << told(found);
  EXPECT_THAT(told(found), HasSubstr("‹Our Pack/› round everything"));
}

TEST(AZipOfStaff, MayHaveBackslashes) {
  std::vector<Entry> entries = entries_of(a_pack());
  for (Entry& entry : entries) std::replace(entry.name.begin(), entry.name.end(), '/', '\\');
  EXPECT_THAT(numbers(check(entries)), ElementsAre("GL-P077"));
}

TEST(AZipOfStaff, MayHaveNamesInCp437AndDecomposedOnes) {
  PackFiles files = a_pack();
  files["pack.json"] = a_manifest(", \"picture\": \"pictures/for\u00eat.png\"");
  for (const Entry& picture : {Entry{"pictures/for\x88t.png", "x", 0, true}, Entry{"pictures/fore\u0302t.png", "x"}}) {
    std::vector<Entry> entries = entries_of(files);
    entries.push_back(picture);
    EXPECT_THAT(numbers(check(entries)), ElementsAre("GL-P076")) << "the picture is found, and is none";
  }
}

TEST(AHostileZip, ThatLeadsOutOfThePackIsRefused) {
  for (const char* name :
       {"../pack.json", "activities/../../x.json", "/etc/x.json", "C:\\x.json", "..\\..\\x.json", "a//b.json", "../"})
    EXPECT_THAT(stops(check(a_pack_and({name, "x"}))), ElementsAre("GL-P062")) << name;
  EXPECT_THAT(stops(check(a_pack_and({"a/b/c/d/e/f/g/h/i/j.json", "x"}))), ElementsAre("GL-P062"));
  EXPECT_THAT(stops(check(a_pack_and({std::string(300, 'a') + ".json", "x"}))), ElementsAre("GL-P062"));
}

TEST(AHostileZip, WithLinksPipesAndDevicesIsRefused) {
  for (const auto kind : {S_IFLNK, S_IFIFO, S_IFSOCK, S_IFCHR, S_IFBLK})
    EXPECT_THAT(stops(check(a_pack_and({"activities/x.json", "/etc/passwd", static_cast<std::uint32_t>(kind) | 0644U}))),
                ElementsAre("GL-P063"));
}

TEST(AHostileZip, OfZipsIsRefusedByNameAndByWhatIsInIt) {
  EXPECT_THAT(stops(check(a_pack_and({"activities/more.ZIP", "x"}))), ElementsAre("GL-P067"));
  EXPECT_THAT(stops(check(a_pack_and({"canvases/x.json", "PK\3\4 and more"}))), ElementsAre("GL-P067"));
}

TEST(AHostileZip, WithTwoFilesOfOneNameIsRefused) {
  EXPECT_THAT(stops(check(a_pack_and({"Activities/Across.json", "x"}))), ElementsAre("GL-P069"));
  EXPECT_THAT(stops(check(a_pack_and({"activities\\across.json", "x"}))), ElementsAre("GL-P069"));
}

TEST(AHostileZip, ThatGrowsIsRefusedByWhatItDeclares) {
  EXPECT_THAT(stops(check(a_pack_and({"pictures/a.png", std::string(max_pack_bytes + 1, '\0')}))), ElementsAre("GL-P065"));
}

std::string bytes_of(const std::string& path) { return text_of(path); }

void patch(std::string& bytes, std::size_t at, std::uint32_t number) {
  for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(number >> (8 * i));
}

TEST(AHostileZip, ThatGrowsAndDeclaresOtherwiseIsStoppedAsItComesOut) {
  const Folder folder;
  PackFiles files = a_pack();
  files["activities/across.json"] = std::string(std::size_t{64} << 20, ' ');
  const std::string path = zip_of(folder, entries_of(files));
  std::string bytes = bytes_of(path);
  // 100 bytes, says the directory and says the entry itself.
  const std::size_t central = bytes.find("PK\1\2");
  patch(bytes, central + 24, 100);
  patch(bytes, bytes.find("PK\3\4") + 22, 100);
  folder.write("our-pack.zip", bytes);
  const auto found = check_pack(path, here());
  const auto numbered = stops(found);
  ASSERT_EQ(numbered.size(), 1U) << told(found);
  EXPECT_TRUE(numbered[0] == "GL-P002" || numbered[0] == "GL-P061") << told(found);
}

TEST(AHostileZip, WhoseEntriesLieOnEachOtherIsRefused) {
  const Folder folder;
  const std::string path = zip_of(folder, entries_of(a_pack()));
  std::string bytes = bytes_of(path);
  const std::size_t first = bytes.find("PK\1\2"), second = bytes.find("PK\1\2", first + 1);
  bytes.replace(second + 42, 4, bytes.substr(first + 42, 4));
  folder.write("our-pack.zip", bytes);
  EXPECT_THAT(stops(check_pack(path, here())), ElementsAre("GL-P066"));
}

TEST(AHostileZip, OfAHundredThousandEntriesIsRefusedBeforeItIsOpened) {
  const Folder folder;
  std::string bytes = "PK\5\6" + std::string(18, '\0');
  bytes[8] = bytes[10] = static_cast<char>(0xA0);
  bytes[9] = bytes[11] = static_cast<char>(0x86);
  EXPECT_THAT(stops(check_pack(folder.write("a.zip", bytes), here())), ElementsAre("GL-P064"));
}

TEST(ADamagedZip, IsRefusedWhereverItBreaksOff) {
  const Folder folder;
  const std::string whole = bytes_of(zip_of(folder, entries_of(a_pack())));
  for (std::size_t size = 1; size < whole.size(); size += whole.size() / 60) {
    const auto found = check_pack(folder.write("cut.zip", whole.substr(0, size)), here());
    EXPECT_FALSE(stops(found).empty()) << size;
  }
  EXPECT_THAT(stops(check_pack(folder.write("empty.zip", ""), here())), ElementsAre("GL-P019"));
  EXPECT_THAT(stops(check_pack(folder.write("words.zip", "This is no zip."), here())), ElementsAre("GL-P061"));
  EXPECT_THAT(stops(check_pack(folder.path() / "gone.zip", here())), ElementsAre("GL-P001"));
}

TEST(ADamagedZip, WithBytesChangedIsReadOrRefused) {
  const Folder folder;
  const std::string whole = bytes_of(zip_of(folder, entries_of(a_pack())));
  std::uint32_t random = 12345;
  for (int round = 0; round < by_day_or_night(150, 1000); ++round) {
    std::string bytes = whole;
    for (int change = 0; change < 3; ++change) {
      random = random * 1664525 + 1013904223;
      // Most of what can be misread is the directory at the end.
      const std::size_t from = round % 2 == 0 ? bytes.size() - bytes.size() / 8 : 0;
      bytes[from + random % (bytes.size() - from)] = static_cast<char>(random >> 24);
    }
    (void)check_pack(folder.write("changed.zip", bytes), here());
  }
}

}  // namespace
}  // namespace greenline::content
