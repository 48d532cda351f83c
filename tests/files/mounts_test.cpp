// What is mounted where, from the kernel's list.
#include "files/mounts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greenline::files {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Mounts, AreReadFromTheKernelsList) {
  EXPECT_THAT(mount_points("36 35 98:0 / / rw,noatime shared:1 - ext3 /dev/root rw\n"
                           "61 36 8:17 / /media/ada/MY\\040STICK rw - vfat /dev/sdb1 rw\n"
                           "62 36 8:18 / /media/ada/a\\134b rw - vfat /dev/sdb2 rw"),
              ElementsAre("/", "/media/ada/MY STICK", "/media/ada/a\\b"));
}

TEST(Mounts, OfAListThatIsNoneAreNone) { EXPECT_THAT(mount_points("nothing of the kind\n\n 1 2"), IsEmpty()); }

TEST(Mounts, CountOnlyBelowTheFolder) {
  EXPECT_THAT(mounted_in({"/"}), testing::Contains("/proc"));
  EXPECT_THAT(mounted_in({"/proc"}), testing::Not(testing::Contains("/proc")));
  EXPECT_THAT(mounted_in({"/pro"}), IsEmpty()) << "a folder, not the beginning of a name";
}

TEST(Mounts, CanBeWatchedAndLeftInPeace) {
  auto watch = MountWatch::begin([] {});
  EXPECT_TRUE(watch) << watch.error();
}

}  // namespace
}  // namespace greenline::files
