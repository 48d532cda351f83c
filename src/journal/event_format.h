// How an event lies in a journal row: the numbers that never change their meaning.
//
//   event      map   0 kind · 1 id (16 bytes) · 2 when [wall ms, logical, station (16 bytes)] · 3 body
//   body       map   the fields below, those that the kind has; what is empty or false is left out
//     0 subject      16 bytes   the card, marker, thread, gathering or nourishment that it is about
//     1 stay         16 bytes   the phase visit it was made in
//     2 place        [region text, x float32, y float32]
//     3 saying       map   0 words · 1 language · 2 ink: a list of strokes, each a byte string of little-endian float32
//                          x, y, width, x, y, width … under tag 85 (RFC 8746)
//     4 flag         true: veiled, or born veiled
//     5 text         an activity's or phase's id, thanks, the line why, a thread's word, a gathering's name
//     6 canvas       text
//     7 from, 8 to   ends: [0, card] · [1, thread] · [2, region text]
//     9 cards        the ids of a gathering's cards, one after the other in one byte string
//    10 beside       an end
//    11 nourish      0 question · 1 offer · 2 story · 3 thanks
//    12 activity_text, 13 canvas_text   text   the files of the activity and its canvas, whole
//    14 start        16 bytes   which start of which machine (Linux's boot_id)
//    15 since_start  number     milliseconds since then, by a clock that nobody sets
//
// An event of an unknown kind, or with an unknown sort of end or nourishment, comes from a newer Greenline: it is kept and not
// read. A key that is not known is skipped. What an older Greenline must not misread raises `file_version` in open_file.h.
#pragma once
#include <cstdint>

namespace greenline::journal {

enum class EventKey : std::uint8_t { kind, id, at, body };

enum class EventKind : std::uint8_t {
  activity_opened = 1,
  activity_closed = 2,
  phase_entered = 3,
  card_made = 4,
  card_moved = 5,
  card_taken_back = 6,
  card_let_go = 7,
  card_veiled = 8,
  card_lit = 9,
  card_marked = 10,
  marker_set = 11,
  marker_moved = 12,
  marker_taken_back = 13,
  thread_drawn = 14,
  thread_worded = 15,
  thread_taken_back = 16,
  gathering_made = 17,
  gathering_named = 18,
  gathering_taken_back = 19,
  nourishment_left = 20,
  nourishment_taken_back = 21,
  card_let_go_taken_back = 22,
  card_light_taken_back = 23,
  card_mark_taken_back = 24,
};
inline constexpr std::uint64_t last_known_kind = 24;

enum class BodyKey : std::uint8_t {
  subject = 0,
  phase_visit = 1,
  place = 2,
  saying = 3,
  flag = 4,
  text = 5,
  canvas = 6,
  from = 7,
  to = 8,
  cards = 9,
  beside = 10,
  nourish = 11,
  activity_text = 12,
  canvas_text = 13,
  start = 14,
  since_start = 15,
};

enum class SayingKey : std::uint8_t { words, language, ink };
enum class EndSort : std::uint8_t { card, thread, region };

inline constexpr std::size_t floats_per_ink_point = 3;

}  // namespace greenline::journal
