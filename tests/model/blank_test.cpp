// Empty is empty, whatever it is made of.
#include "model/blank.h"

#include "model/builders.h"
#include "model/limits.h"

namespace greenline::model {
namespace {

constexpr const char* nothing[] = {"",
                                   " \t\r\n\v\f",
                                   "\u200B\u200B",          // zero-width spaces
                                   "\u200C\u200D\uFEFF",    // joiners, a byte order mark
                                   "\u2060\u180E\u00AD",    // a word joiner, a vowel separator, a soft hyphen
                                   "\u202E\u2067\u2069",    // direction overrides and isolates
                                   "\u00A0\u2003\u3000",    // spaces of other widths
                                   "\u2028\u2029\u0085",    // line and paragraph ends
                                   "\u115F\u3164\uFFA0",    // Hangul fillers
                                   "\u2800",                // an empty Braille cell
                                   "\uFE0F\uFE0F",          // signs that choose how another looks
                                   "\u0301\u0313 \u0331",   // marks with no letter
                                   "\U000E0041\U000E007F",  // tags
                                   "\x01\x7F",
                                   "caf\xC3"};  // no text at all
constexpr const char* something[] = {"a",       "\u200B.\u200B", "?", "水", "ʔ",     "🌱", "👨\u200D👩\u200D👧",
                                     "e\u0301", "\u0E33",        "…", "—",  "\u3002"};

TEST(ShowsSomething, NotForWhatNobodySees) {
  for (const char* text : nothing) EXPECT_FALSE(shows_something(text)) << text;
}

TEST(ShowsSomething, ForTheLeastSign) {
  for (const char* text : something) EXPECT_TRUE(shows_something(text)) << text;
}

TEST(ShowsSomething, IsAskedOfEverythingThatPeopleSay) {
  using enum Refusal;
  test::Room room = test::an_open_room();
  const CardId card = room.card(), other = room.card();
  const ThreadId thread = room.thread(card, other);
  const GatheringId gathering = room.gathering({card, other});
  for (const char* text : nothing) {
    const std::string words(text);
    EXPECT_EQ(room.request(MakeCard{test::saying(words), {"identity", {}}}), tl::unexpected(nothing_said)) << words;
    EXPECT_EQ(room.request(Nourish{card, NourishKind::offer, test::saying(words)}), tl::unexpected(nothing_said)) << words;
    if (words.empty()) continue;  // takes a word off
    EXPECT_EQ(room.request(WordThread{thread, words}), tl::unexpected(nothing_said)) << words;
    EXPECT_EQ(room.request(NameGathering{gathering, words}), tl::unexpected(nothing_said)) << words;
    EXPECT_EQ(room.request(LightCard{card, words}), tl::unexpected(nothing_said)) << words;
    EXPECT_EQ(room.request(LetGoCard{card, words}), tl::unexpected(nothing_said)) << words;
  }
  EXPECT_TRUE(room.request(MakeCard{{"\u200B", "", {{{0.5F, 0.5F}}}}, {"identity", {}}}).has_value()) << "it has ink";
}

}  // namespace
}  // namespace greenline::model
