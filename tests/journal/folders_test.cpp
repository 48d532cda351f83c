// Where convenings are kept, whoever runs the program and however; and folders that others may not look into.
#include "journal/folders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "journal/folder.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;

mode_t rights_of(const fs::path& path) {
  struct stat about {};
  return ::stat(path.c_str(), &about) == 0 ? about.st_mode & 0777U : 0;
}

std::string database_home() {
  const passwd* entry = ::getpwuid(::geteuid());
  return entry != nullptr ? entry->pw_dir : "";
}

// In a process of its own, since the environment is the process's.
std::string expected_of(const std::function<std::string()>& check) { return in_another_process(check); }

TEST(Folders, AreWhereTheBaseDirectorySpecificationHasThem) {
  EXPECT_EQ(expected_of([]() -> std::string {
              setenv("XDG_DATA_HOME", "/somewhere", 1);
              if (convenings_folder() != "/somewhere/greenline/convenings") return "XDG_DATA_HOME is not followed";
              setenv("XDG_DATA_HOME", "not/absolute", 1);
              setenv("HOME", "/home/ada", 1);
              if (convenings_folder() != "/home/ada/.local/share/greenline/convenings") return "HOME is not followed";
              return "";
            }),
            "");
}

TEST(Folders, TakeTheHomeOfTheUserDatabaseWhenHomeSaysNone) {
  if (database_home().empty()) GTEST_SKIP() << "this machine's user database has no home";
  for (const char* home : {"", ".", "here"}) {
    EXPECT_EQ(expected_of([home]() -> std::string {
                setenv("HOME", home, 1);
                const auto found = home_folder();
                return found == fs::path(database_home()) ? "" : "found " + (found ? found->string() : "none");
              }),
              "")
        << "HOME=" << home;
  }
  EXPECT_EQ(expected_of([]() -> std::string {
              unsetenv("HOME");
              return home_folder() == fs::path(database_home()) ? "" : "without HOME another is found";
            }),
            "");
}

TEST(Folders, AreNowhereForSomebodyWhomTheUserDatabaseDoesNotKnow) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can become somebody else";
  EXPECT_EQ(expected_of([]() -> std::string {
              unsetenv("HOME");
              unsetenv("XDG_DATA_HOME");
              if (::seteuid(3'999'999'999U) != 0) return "could not become somebody else";
              return home_folder() || convenings_folder() ? "a home was made up" : "";
            }),
            "");
}

TEST(Folders, AreMadeForTheirOwnerAlone) {
  const Folder folder;
  const mode_t before = ::umask(0);
  EXPECT_FALSE(make_private_folder(folder / "a/b/c"));
  ::umask(before);
  for (const char* made : {"a", "a/b", "a/b/c"}) EXPECT_EQ(rights_of(folder / made), 0700U) << made;
}

TEST(Folders, OfGreenlinesOwnAreClosedThoughAnEarlierOneLeftThemOpen) {
  const Folder folder;
  fs::create_directories(folder / "share/greenline/convenings");
  for (const char* made : {"share", "share/greenline", "share/greenline/convenings"}) {
    ASSERT_EQ(::chmod((folder / made).c_str(), 0755), 0);
  }
  EXPECT_FALSE(make_own_folder(folder / "share/greenline/convenings"));
  EXPECT_EQ(rights_of(folder / "share"), 0755U) << "that one is everybody's";
  EXPECT_EQ(rights_of(folder / "share/greenline"), 0700U);
  EXPECT_EQ(rights_of(folder / "share/greenline/convenings"), 0700U);
}

TEST(Folders, ThatCannotBeMadeSayWhy) {
  const Folder folder;
  write_bytes(folder / "file", "x");
  EXPECT_EQ(make_private_folder(folder / "file/below"), std::errc::not_a_directory);
}

}  // namespace
}  // namespace greenline::journal
