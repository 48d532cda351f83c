// Every problem that can be found in what event staff write, as a table: what `greenline check` tells, what `greenline explain`
// explains and what docs/problems has a page for.
//
// A problem's number is its name for ever: an old printout, a forum and a newer Greenline mean the same by GL-P026. Numbers of
// problems that are no longer found are not given to others.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace greenline::content {

enum class Severity : std::uint8_t {
  stops,        // the file is refused: what it means cannot be known
  looks_wrong,  // it runs, and somebody in the room will stumble over it
  hint,         // nothing is wrong; it is good to know
};

enum class Problem : std::uint8_t {
  // A file as such, and JSON.
  unreadable = 1,
  too_large = 2,
  not_utf8 = 3,
  utf16 = 4,
  byte_order_mark = 5,
  line_ends = 6,
  curly_quotes = 7,
  no_break_space = 8,
  comment = 9,
  comma_too_many = 10,
  comma_missing = 11,
  control_character = 12,
  not_json = 13,
  bad_number = 14,
  bad_escape = 15,
  half_a_character = 16,
  key_twice = 17,
  out_of_bounds = 18,
  empty_file = 19,
  // Keys and values.
  unknown_kind = 20,
  newer_format = 21,
  key_missing = 22,
  unknown_key = 23,
  wrong_type = 24,
  out_of_range = 25,
  list_length = 26,
  bad_id = 27,
  id_twice = 28,
  unknown_word = 29,
  blank_text = 30,
  long_text = 31,
  unsafe_text = 32,
  bad_language = 33,
  no_language = 34,
  language_missing = 35,
  twice_in_list = 36,
  not_offered = 37,
  stray_quote = 38,  // of JSON, though it stands here: the numbers before were taken
  // Activities and canvases.
  verbs_and_touch = 40,
  min_over_max = 41,
  unknown_keyboard = 42,
  no_shape = 43,
  two_shapes = 44,
  outside = 45,
  impossible_shape = 46,
  upside_down = 47,
  region_not_placed = 48,
  shorter_side = 49,
  unknown_region = 50,
  unknown_layout = 51,
  unknown_canvas = 52,
  misnamed = 53,
  no_room_for_optional = 54,
  unknown_activity = 55,
  not_a_colour = 56,
  unknown_palette = 57,
  bad_sentence = 58,
  nothing_there = 59,
  // A pack as a whole.
  no_manifest = 60,
  not_a_zip = 61,
  outside_pack = 62,
  not_a_file = 63,
  too_many_files = 64,
  too_much = 65,
  overlapping = 66,
  zip_in_zip = 67,
  locked_zip = 68,
  name_twice = 69,
  passed_over = 70,
  activity_not_there = 71,
  not_listed = 72,
  newer_greenline = 73,
  bad_version = 74,
  picture_missing = 75,
  bad_picture = 76,
  names_mended = 77,
  timetable = 78,
  exact_words = 79,
  never_opens = 80,
  nothing_earlier = 81,
  carried_out_of_sight = 82,
  nothing_to_carry = 83,
  // What looks wrong on the wall.
  words_without_room = 90,
  prompt_without_room = 91,
  long_prompt = 92,
  idle_phase = 93,
  low_contrast = 94,
  picture_size = 95,
  uneven_minutes = 96,
  never_shown = 97,
  // What does not come from a file of staff.
  more_mistakes = 98,
  convening = 99,
};

struct ProblemKind {
  Problem problem;
  Severity severity;
  std::string_view title;    // "A comma is missing"
  std::string_view meaning;  // what it is and why it matters, for somebody who has never seen JSON
  std::string_view mend;     // what to do
  std::string_view wrong;    // an example, a line or a few; empty: none
  std::string_view right;    // the same, mended
};

// All, by their numbers.
[[nodiscard]] std::span<const ProblemKind> problem_kinds();
[[nodiscard]] const ProblemKind& kind_of(Problem);
[[nodiscard]] std::string code_of(Problem);  // "GL-P017"
// "GL-P017", and what people type for it: "gl-p17", "p017", "17".
[[nodiscard]] std::optional<Problem> problem_from_text(std::string_view);
[[nodiscard]] std::string_view to_text(Severity);  // "stops", "looks wrong", "hint"

// What there is to say about it, for a terminal.
[[nodiscard]] std::string explained(const ProblemKind&);
// The same as a page of docs/problems, and the page that lists them; Markdown.
[[nodiscard]] std::string page_of(const ProblemKind&);
[[nodiscard]] std::string page_of_all();
[[nodiscard]] std::string page_name(const ProblemKind&);  // "GL-P017.md"

}  // namespace greenline::content
