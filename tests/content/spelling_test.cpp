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

TEST(NearestSpelling, ComparesNoMoreLettersThanItMay) {
  const std::vector<std::string> known(1000, std::string(60, 'a'));
  Comparing comparing{10000};
  (void)nearest_spelling(std::string(59, 'a') + "b", known, comparing);
  EXPECT_LT(comparing.letters_left, 3600U) << "as far as it went";
  Comparing none{0};
  EXPECT_EQ(nearest_spelling("palce", verbs(), none), "");
}

TEST(NearestSpelling, PassesOverWordsThatAreMuchLongerOrShorterWithoutComparing) {
  Comparing comparing{1000};
  EXPECT_EQ(nearest_spelling("name", {std::string(40, 'n')}, comparing), "");
  EXPECT_EQ(comparing.letters_left, 1000U);
}

}  // namespace
}  // namespace greenline::content
