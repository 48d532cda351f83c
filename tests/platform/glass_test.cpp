// Who a screen is, by what it says through its cable.
#include "platform/glass.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

#include "platform/edid.h"

namespace greenline::platform {
namespace {

const Glass dell{"DEL", "DELL U2720Q", "5KJ3X83"};

void mend_sum(Edid& edid) {
  edid[127] = static_cast<std::uint8_t>(256 - std::accumulate(edid.begin(), edid.end() - 1, 0U) % 256);
}

TEST(Glass, TellsItsMakerItsModelAndItself) {
  EXPECT_EQ(glass_from_edid(edid_of(dell)), dell);
  EXPECT_EQ(to_text(dell), "DEL DELL U2720Q 5KJ3X83");
}

TEST(Glass, IsToldByNumbersWhereItHasNoWords) {
  Edid edid = edid_of({"SAM", "", ""});
  edid[10] = 0x34;
  edid[11] = 0x12;
  edid[12] = 7;
  edid[15] = 1;
  mend_sum(edid);
  EXPECT_EQ(glass_from_edid(edid), (Glass{"SAM", "1234", "16777223"}));
}

TEST(Glass, TellsNothingWhereItWasCutOrChangedOnItsWay) {
  const Edid whole = edid_of(dell);
  for (std::size_t bytes = 0; bytes < whole.size(); ++bytes)
    EXPECT_FALSE(glass_from_edid(std::span(whole).first(bytes)).told()) << bytes;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    Edid changed = whole;
    changed[at] ^= 0x10;
    EXPECT_FALSE(glass_from_edid(changed).told()) << at;
  }
}

TEST(Glass, TellsNothingWithoutAMaker) {
  Edid edid = edid_of(dell);
  edid[8] = edid[9] = 0;
  mend_sum(edid);
  EXPECT_EQ(glass_from_edid(edid), Glass{});
}

// Words of any bytes stay on one line, apart by no tab.
RC_GTEST_PROP(Glass, TellsPlainWordsWhateverItSays, (std::vector<std::uint8_t> bytes)) {
  Edid edid = edid_of(dell);
  for (std::size_t i = 0; i < std::min<std::size_t>(bytes.size(), 73); ++i) edid[54 + i] = bytes[i];
  mend_sum(edid);
  const Glass glass = glass_from_edid(edid);
  for (const std::string& words : {glass.maker, glass.model, glass.serial})
    for (const char letter : words) RC_ASSERT(letter >= ' ' && letter < 0x7F);
}

}  // namespace
}  // namespace greenline::platform
