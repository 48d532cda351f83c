// Drafts as text: what people had begun to say and not placed, as it lies on the disk.
//
// One JSON object a line (jsonlines.org). The first line tells what the file is and how many drafts follow, then each draft has
// a line to itself: a damaged place costs the draft that it lies in and no other. Broken here to be read:
//
//   {"drafts":1,"greenline":"drafts","version":1}
//   {"becomes":{"card":{"at":[0.25,-0.5],"region":"identity"}},"ink":[[0.1,0.2,0.012,0.3,0.4,0.012]],"language":"en",
//    "seat":[0.5,0.8],"words":"We were the sch"}
//
//   becomes  {"card":{"region","at":[x,y]}} · {"name":{"gathering":id}} · {"word":{"thread":id}}
//            {"nourishment":{"beside":{"card":id} or {"thread":id} or {"region":text},"kind":"question|offer|story|thanks"}}
//   ink      a list of strokes, each x, y, width, x, y, width …
//   seat     across and down, 0..1 of the screen
//
// A key that is not known is passed over. What an older Greenline must not misread raises `drafts_version`.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"
#include "ui/draft.h"

namespace greenline::drafts {

inline constexpr std::size_t max_drafts = 64;
inline constexpr std::size_t max_drafts_bytes = std::size_t{16} << 20;
inline constexpr int drafts_version = 1;

struct DraftsWritten {
  std::string text;
  // One for each draft that is not in the text, since it could not be read back: beyond the limits of model/values.h, of
  // `max_drafts`, or of `max_drafts_bytes` (some 400,000 points of ink). The pointer begins with its place among the drafts.
  std::vector<content::Diagnostic> left_out;
};
// `file` is only for the diagnostics. O(words and ink).
[[nodiscard]] DraftsWritten encode_drafts(std::span<const ui::Draft>, const std::string& file);

struct DraftsRead {
  std::vector<ui::Draft> drafts;           // every sound one, in the order of the file
  std::vector<content::Diagnostic> wrong;  // empty when the text is whole; never quotes what people wrote
  bool from_newer = false;                 // only a newer Greenline can read it; nothing was read
};
// Never throws, whatever the bytes; holds sizes to the limits of model/values.h. Needs at most some 100 MB besides the text.
[[nodiscard]] DraftsRead decode_drafts(std::string_view text, const std::string& file);

}  // namespace greenline::drafts
