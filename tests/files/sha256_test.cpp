// The sums of FIPS 180-4's own examples.
#include "files/sha256.h"

#include <gtest/gtest.h>

namespace greenline::files {
namespace {

TEST(TheSum, IsThatOfTheStandard) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(TheSum, OfPartsIsThatOfTheWhole) {
  Sha256 sum;
  sum.add("a");
  sum.add("bc");
  EXPECT_EQ(sum.digits(), sha256("abc"));
}

}  // namespace
}  // namespace greenline::files
