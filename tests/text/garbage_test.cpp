// Whatever bytes arrive, words are laid out, offsets stay in range and nothing falls over.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>

#include "text/graphemes.h"
#include "text/text.h"

namespace greenline::text {
namespace {

// Bytes of every kind, with runs of what breaks careless code: marks, joiners, directions, controls, halves of characters.
rc::Gen<std::string> any_bytes() {
  const auto piece =
      rc::gen::oneOf(rc::gen::arbitrary<std::string>(), rc::gen::container<std::string>(rc::gen::inRange<char>('\x80', '\x7f')),
                     rc::gen::element<std::string>("n\u0313", "\u0301\u0301\u0301", "\u200d", "\u202e", "\u2066", "\u2028",
                                                   "\n", "\r\n", "\t", "\ufeff", "ਪ੍ਰ", "المدرسة", "យុវជន", "👨‍👩‍👧",
                                                   "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\xaf", "word", " "));
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
    std::string all;
    for (const std::string& one : pieces) all += one;
    return all;
  });
}

TEST(Garbage, IsLaidOutWithoutFallingOver) {
  Engine engine;
  const std::array sizes = {24.0F, 15.0F};
  const bool held = rc::check([&] {
    const std::string words = *any_bytes();
    Style style;
    style.width_px = static_cast<float>(*rc::gen::inRange(0, 300));
    style.max_lines = *rc::gen::inRange(0, 3);
    style.align = *rc::gen::element(Align::left, Align::centre, Align::right);
    style.language = *rc::gen::element<std::string>("", "en", "ar", "zz-bogus");
    const BlockPtr block = engine.layout(words, style);
    RC_ASSERT(block->lines >= 1);
    RC_ASSERT(style.max_lines == 0 || block->lines <= style.max_lines);
    RC_ASSERT(engine.fit(words, style, 80, sizes).block != nullptr);

    const auto at = static_cast<std::size_t>(*rc::gen::inRange<std::int64_t>(0, static_cast<std::int64_t>(words.size()) + 3));
    (void)engine.caret(words, style, at);
    for (const int direction : {-1, 1}) {
      const std::size_t moved = engine.move_caret(words, style, at, direction);
      RC_ASSERT(moved <= words.size());
      RC_ASSERT(grapheme_at(words, moved) == moved);
    }
    const std::size_t touched = engine.offset_at(words, style, {static_cast<float>(*rc::gen::inRange(-50, 350)), 12});
    RC_ASSERT(touched <= words.size());
    RC_ASSERT(grapheme_at(words, touched) == touched);
  });
  EXPECT_TRUE(held);
}

TEST(Garbage, IsTakenApartInOrder) {
  const bool held = rc::check([] {
    const std::string words = *any_bytes();
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t next = next_grapheme(words, at);
      RC_ASSERT(next > at && next <= words.size());
      RC_ASSERT(previous_grapheme(words, next) == at);
      at = next;
    }
    RC_ASSERT(normalised(normalised(words)) == normalised(words));
    RC_ASSERT(readable(words).size() == words.size());
  });
  EXPECT_TRUE(held);
}

}  // namespace
}  // namespace greenline::text
