// Identities and their text.
#include "model/id.h"

#include <cctype>

#include "model/property.h"

namespace greenline::model {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

TEST(Id, ReadsBackFromItsText) {
  test::holds_always([](const Bytes& bytes) { RC_ASSERT(bytes_from_text(to_text(bytes)) == bytes); });
}

TEST(Id, WritesLowerCaseHexadecimalInFiveGroups) {
  const Bytes bytes{0x01, 0x90, 0xa1, 0xb2, 0xc3, 0xd4, 0x7e, 0x5f, 0x80, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77};
  EXPECT_EQ(to_text(bytes), "0190a1b2-c3d4-7e5f-8011-223344556677");
  EXPECT_EQ(to_text(CardId{bytes}), "0190a1b2-c3d4-7e5f-8011-223344556677");
}

TEST(Id, ReadsUpperCaseToo) {
  EXPECT_EQ(bytes_from_text("0190A1B2-C3D4-7E5F-8011-223344556677"), bytes_from_text("0190a1b2-c3d4-7e5f-8011-223344556677"));
  EXPECT_TRUE(bytes_from_text("0190A1B2-C3D4-7E5F-8011-223344556677").has_value());
}

TEST(Id, RefusesTextOfAnyOtherForm) {
  for (const char* text : {"", "0190a1b2", "0190a1b2-c3d4-7e5f-8011-22334455667", "0190a1b2-c3d4-7e5f-8011-2233445566778",
                           "0190a1b2+c3d4-7e5f-8011-223344556677", "0190a1b2-c3d4-7e5f-8011-22334455667g",
                           "{190a1b2-c3d4-7e5f-8011-22334455667}", "0190a1b2c-3d4-7e5f-8011-223344556677"}) {
    EXPECT_EQ(bytes_from_text(text), std::nullopt) << text;
  }
}

TEST(Id, ReadsNothingThatItWouldNotWriteButForTheCase) {
  test::holds_always([](const Bytes& bytes, char wrong) {
    std::string text = to_text(bytes);
    text[*rc::gen::inRange<std::size_t>(0, text.size())] = wrong;
    const auto read = bytes_from_text(text);
    if (!read) return;
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    RC_ASSERT(to_text(*read) == text);
  });
}

TEST(Id, CarriesTheVersionAndVariantOfTheStandard) {
  test::holds_always([](std::uint64_t high, std::uint64_t low) {
    const Bytes bytes = uuid_v7(1'767'225'600'000, high, low);
    RC_ASSERT((bytes[6] >> 4) == 7);
    RC_ASSERT((bytes[8] >> 6) == 2);
  });
}

TEST(Id, SortsByTheTimeItWasMade) {
  test::holds_always([](std::uint64_t high_a, std::uint64_t low_a, std::uint64_t high_b, std::uint64_t low_b) {
    const auto earlier_ms = *rc::gen::inRange<std::int64_t>(0, 1LL << 47);
    const auto later_ms = *rc::gen::inRange<std::int64_t>(earlier_ms + 1, 1LL << 48);
    RC_ASSERT(uuid_v7(earlier_ms, high_a, low_a) < uuid_v7(later_ms, high_b, low_b));
    RC_ASSERT(to_text(uuid_v7(earlier_ms, high_a, low_a)) < to_text(uuid_v7(later_ms, high_b, low_b)));
  });
}

TEST(Id, IsEmptyUntilItIsGiven) {
  EXPECT_TRUE(CardId{}.empty());
  EXPECT_FALSE(CardId{uuid_v7(0, 0, 0)}.empty());
}

}  // namespace
}  // namespace greenline::model
