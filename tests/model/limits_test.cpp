// What counts as text.
#include "model/limits.h"

#include "model/property.h"

namespace greenline::model {
namespace {

std::string utf8_of(char32_t c) {
  const auto low = [c](int shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0 | c >> 6), low(0)};
  if (c < 0x10000) return {static_cast<char>(0xE0 | c >> 12), low(6), low(0)};
  return {static_cast<char>(0xF0 | c >> 18), low(12), low(6), low(0)};
}

TEST(Text, IsEveryCharacterThereIs) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    ASSERT_EQ(is_text(utf8_of(c)), !surrogate) << static_cast<std::uint32_t>(c);
  }
  EXPECT_TRUE(is_text("hən̓q̓əmin̓əm̓ ਪੰਜਾਬੀ العربية 中文 🌲"));
  EXPECT_TRUE(is_text(""));
}

TEST(Text, IsNothingOverlongBeyondOrBroken) {
  for (const char* bytes :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE", "\xFF", "\xC3(", "\xE2\x82(", "\xF0\x9F\x8C("}) {
    EXPECT_FALSE(is_text(bytes)) << bytes;
  }
}

TEST(Text, IsNothingCutOffWithinACharacter) {
  test::holds_always([] {
    const auto c = *rc::gen::inRange<std::uint32_t>(0x80, 0xD800);
    const std::string whole = utf8_of(static_cast<char32_t>(c));
    RC_ASSERT(is_text("a" + whole + "b"));
    RC_ASSERT(!is_text("a" + whole.substr(0, whole.size() - 1)));
    RC_ASSERT(!is_text("a" + whole.substr(0, whole.size() - 1) + "b"));
  });
}

}  // namespace
}  // namespace greenline::model
