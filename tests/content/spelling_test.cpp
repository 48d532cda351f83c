#include <gtest/gtest.h>

#include "content/load.h"

namespace greenline::content {
namespace {

const std::vector<std::string>& verbs() {
  static const std::vector<std::string> known{"name", "place", "move", "connect", "nourish", "let_go"};
  return known;
}

TEST(NearestSpelling, FindsAWordWithALetterMissing) { EXPECT_EQ(nearest_spelling("nourih", verbs()), "nourish"); }
TEST(NearestSpelling, FindsAWordWithALetterTooMany) { EXPECT_EQ(nearest_spelling("connnect", verbs()), "connect"); }
TEST(NearestSpelling, CountsTwoSwappedLettersAsOneSlip) { EXPECT_EQ(nearest_spelling("palce", verbs()), "place"); }
TEST(NearestSpelling, DoesNotMindCapitals) { EXPECT_EQ(nearest_spelling("Let-Go", verbs()), "let_go"); }
TEST(NearestSpelling, PrefersTheNearer) { EXPECT_EQ(nearest_spelling("nam", {"nap-time", "name", "namer"}), "name"); }
TEST(NearestSpelling, IsSilentWhenNothingIsNear) { EXPECT_EQ(nearest_spelling("vote", verbs()), ""); }
TEST(NearestSpelling, IsSilentAboutNothing) { EXPECT_EQ(nearest_spelling("", verbs()), ""); }
TEST(NearestSpelling, IsSilentAboutAnEndlessWord) { EXPECT_EQ(nearest_spelling(std::string(100000, 'a'), verbs()), ""); }

}  // namespace
}  // namespace greenline::content
