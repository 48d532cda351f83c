// How an event lies in a journal row: the numbers that never change their meaning.
//
//   event      map   0 kind · 1 id (16 bytes) · 2 when [wall ms, logical, station (16 bytes)] · 3 body
//                    · 4 by [role, seat] or [role, seat, station (16 bytes)], where that is not the station of `when`; left out
//                      where nobody knows. Roles: 1 the program · 2 the host · 3 a seat
//                    · 5 epoch of the host's chair, a number; left out where nobody had taken it
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
//    16 language     text       of key 5 where people wrote it: BCP 47
//    17 minutes      number
//    18 shown        an end, or [3, gathering]; left out: all of the wall
//    19 epoch        number     of the host's chair
//    20 console      number     which of a station's
//    21 station      16 bytes
//
// An event of an unknown kind, or with an unknown sort of end or nourishment, comes from a newer Greenline: it is kept and not
// read. A key that is not known is skipped. What an older Greenline must not misread raises `file_version` in open_file.h.
#pragma once
#include <cstddef>
#include <cstdint>

#include "model/kinds.h"

namespace greenline::journal {

enum class EventKey : std::uint8_t { kind, id, at, body, by, epoch };

// A row's kind is its event's `number`; the keys of its body are those of the event's `fields` (model/kinds/).
inline constexpr std::uint64_t last_known_kind = model::highest_kind_number;

enum class SayingKey : std::uint8_t { words, language, ink };
enum class EndSort : std::uint8_t { card, thread, region, gathering };

inline constexpr std::size_t floats_per_ink_point = 3;

}  // namespace greenline::journal
