// The model's table of what shows nothing, against Unicode's own as ICU has it.
#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <string>

#include "model/blank.h"

namespace greenline::text {
namespace {

std::string utf8(UChar32 c) {
  std::string out;
  const auto put = [&](UChar32 byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  return out;
}

bool younger_than_the_table(UChar32 c) {
  UVersionInfo age;
  u_charAge(c, age);
  constexpr int table = 14;
  return age[0] > table;
}

bool shows_nothing(UChar32 c) {
  constexpr std::uint32_t blank = U_GC_Z_MASK | U_GC_CC_MASK | U_GC_M_MASK;
  const bool left_empty_by_fonts = c == 0x2800 || (c >= 0xFFF9 && c <= 0xFFFB);
  return (U_GET_GC_MASK(c) & blank) != 0 || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
         left_empty_by_fonts;
}

TEST(ShowsSomething, AgreesWithUnicodeAboutEveryCharacter) {
  for (UChar32 c = 0; c <= 0x10FFFF; ++c) {
    if ((c >= 0xD800 && c < 0xE000) || younger_than_the_table(c)) continue;
    ASSERT_EQ(model::shows_something(utf8(c)), !shows_nothing(c)) << std::hex << c;
  }
}

}  // namespace
}  // namespace greenline::text
