// The plain values that people make: places, ink, words. Limits are part of the values: what comes from outside is held to
// them.
#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "model/id.h"
#include "model/space.h"

namespace greenline::model {

// Bounds on what one card may hold; a decoder refuses more, the composer stops there.
inline constexpr std::size_t max_words_bytes = 2000;
inline constexpr std::size_t max_name_bytes = 200;
inline constexpr std::size_t max_strokes = 200;
inline constexpr std::size_t max_stroke_points = 2000;
inline constexpr std::size_t max_gathering_cards = 2000;
inline constexpr std::uint32_t max_phase_minutes = 366 * 24 * 60;         // a wall that is gone on with after months, too
inline constexpr std::size_t max_pack_text_bytes = std::size_t{4} << 20;  // of an activity's file, and of its canvas's

// Where something was put down. `region` is the canvas's id of the region, and `at` is in its local frame; an empty region is
// the open ground (between circles, on the line), and `at` is in the frame of the whole layout.
struct Place {
  std::string region;
  LocalPoint at;
  friend bool operator==(const Place&, const Place&) = default;
};

struct InkPoint {
  float x = 0, y = 0;    // the ink pad's frame: 0..1 from its left, 0..1 from its top
  float width = 0.012F;  // of the pad's width
  friend bool operator==(const InkPoint&, const InkPoint&) = default;
};

using Stroke = std::vector<InkPoint>;

// What somebody said: words (UTF-8, NFC, never altered) or ink or both.
struct Saying {
  std::string words;
  std::string language;  // BCP 47, of the keyboard it was written with; may be empty
  std::vector<Stroke> ink;
  friend bool operator==(const Saying&, const Saying&) = default;
  [[nodiscard]] bool empty() const { return words.empty() && ink.empty(); }
};

// One line that somebody wrote: a thread's word, a gathering's name, thanks, why a card is lit.
struct Phrase {
  std::string words;     // UTF-8, NFC; may be empty
  std::string language;  // BCP 47, of the keyboard it was written with; empty where nobody knows, and where there are no words
  friend bool operator==(const Phrase&, const Phrase&) = default;
};

// One end of a thread.
struct RegionEnd {
  std::string region;
  friend bool operator==(const RegionEnd&, const RegionEnd&) = default;
};
using ThreadEnd = std::variant<CardId, RegionEnd>;

// What a nourishment was left beside.
using NourishTarget = std::variant<CardId, ThreadId, RegionEnd>;

// What the walls that only show show: all of it, or one thing as large as it can be read.
using Shown = std::variant<std::monostate, CardId, ThreadId, RegionEnd, GatheringId>;

// `origin`: where a card's words were said first, when they were carried here; the program's to leave, nobody else's.
enum class NourishKind : std::uint8_t { question, offer, story, thanks, origin };

}  // namespace greenline::model
