// GL-P001 to GL-P019: a file as such, and JSON.
#include <array>

#include "content/problem_rows.h"

namespace greenline::content {
namespace {

constexpr auto rows_of_files = [] {
  using enum Problem;
  using enum Severity;
  return std::array{
      ProblemKind{
          unreadable, stops, "A file cannot be read",
          "There is no file of this name, it is something else (a folder, a pipe), or the system does not let it be read.",
          "Look at the name, letter by letter, and at where the file lies. On a stick, look whether the stick is still in.", "",
          ""},
      ProblemKind{too_large, stops, "A file is too large",
                  "Files of words are read up to 4 MB, which is more than a thousand pages. A larger one is something else, or "
                  "something went wrong when it was saved.",
                  "Look whether the right file was named. If it really is so large, make two of it.", "", ""},
      ProblemKind{
          not_utf8, stops, "Letters are saved in another encoding",
          "The file has bytes that are not UTF-8, the one way in which letters of every language are kept. Old programs save "
          "é, ñ or ł in ways of their own, and what was meant can only be guessed.",
          "Open the file in the program that wrote it, choose Save as, and choose the encoding UTF-8.", "", ""},
      ProblemKind{utf16, stops, "The file is saved as UTF-16 (Notepad calls it Unicode)",
                  "Every letter takes two bytes in this file. It was read all the same, so that all else could be looked at.",
                  "Choose Save as and the encoding UTF-8, or let `greenline check --fix` write a mended copy beside it.", "",
                  ""},
      ProblemKind{byte_order_mark, hint, "The file begins with a byte-order mark",
                  "Three bytes at the front that some programs write. They mean nothing here and do no harm.",
                  "Nothing needs to be done. Saving as \"UTF-8\" and not as \"UTF-8 with BOM\" leaves them out.", "", ""},
      ProblemKind{line_ends, hint, "Lines end as on Windows",
                  "Every line ends in two characters. That is read as it should be; only a comparison of two files may show "
                  "every line as changed.",
                  "Nothing needs to be done.", "", ""},
      ProblemKind{
          curly_quotes, stops, "Other quotes than straight ones",
          "Keys and texts stand in straight double quotes. Word processors turn them into curly ones as one types, or when "
          "something is copied through an e-mail. Inside of a text curly quotes are welcome: people read those.",
          "Write a straight quote in its place. Use a plain text editor, not a word processor.", "“id”: “arrivals”",
          "\"id\": \"arrivals\""},
      ProblemKind{
          no_break_space, stops, "A space that is no plain space",
          "Between keys and values stands a no-break space or one like it. It looks like a space and is none; it comes along "
          "when something is copied from a web page or a word processor.",
          "Delete it and type a space.", "", ""},
      ProblemKind{comment, stops, "A comment", "JSON has no comments: whatever reads it takes // for a mistake.",
                  "Take it out. What the host should know goes into \"host_note\".", "\"minutes\": 8,  // was 10",
                  "\"minutes\": 8,"},
      ProblemKind{comma_too_many, stops, "A comma too many",
                  "Commas stand between things. After the last thing in a list or an object there is none.",
                  "Take the comma out.", "[\"en\", \"fr\",]", "[\"en\", \"fr\"]"},
      ProblemKind{
          comma_missing, stops, "A comma is missing",
          "Between two things in a list or an object stands a comma. It is easily lost when a line is added below what was "
          "the last one.",
          "Write a comma after the one before.", "\"id\": \"look\"\n\"minutes\": 4", "\"id\": \"look\",\n\"minutes\": 4"},
      ProblemKind{control_character, stops, "A line break, tab or control character inside a text",
                  "A text stands on one line, between two quotes. What makes a new line on the wall is written \\n. This also "
                  "happens when a closing quote was forgotten: then the text seems to go on.",
                  "Close the text on its line, and write \\n where a new line is meant.", "\"Look.\nSay nothing yet.\"",
                  "\"Look.\\nSay nothing yet.\""},
      ProblemKind{not_json, stops, "Something that cannot stand here",
                  "At this place one of a few signs had to come, and another came. Often the slip is just before: a quote, a "
                  "colon or a "
                  "bracket that is missing.",
                  "Look at the place with the caret, and at the end of what stands before it.", "\"minutes\" 8",
                  "\"minutes\": 8"},
      ProblemKind{
          bad_number, stops, "A number that cannot be read",
          "Numbers have a point, no comma; they do not begin with 0 or +, and they are no larger than a computer can hold. "
          "NaN and Infinity are no numbers here.",
          "Write it with a point.", "\"width\": 1,7778", "\"width\": 1.7778"},
      ProblemKind{bad_escape, stops, "A backslash with something that does not go with it",
                  "In a text a backslash says that the next sign means something else: \\n is a new line, \\\" a quote, \\\\ a "
                  "backslash. Others are not known.",
                  "For a backslash itself, write two.", "\"C:\\my pack\"", "\"C:\\\\my pack\""},
      ProblemKind{half_a_character, stops, "Half of a character",
                  "Some characters (emoji among them) are written by number as a pair of two. One of the two is missing.",
                  "Write the character itself: any may stand in a text as it is.", "\"\\ud83c\"", "\"🌱\""},
      ProblemKind{
          key_twice, stops, "A key stands twice",
          "One of the two would be passed over without a word, and nobody knows which was meant. It happens when something is "
          "copied and one forgets to change it.",
          "Keep one of the two.", "\"minutes\": 8,\n\"minutes\": 10", "\"minutes\": 10"},
      ProblemKind{
          out_of_bounds, stops, "More than is ever read",
          "A file may have 200,000 values, 32 of them one inside another, and keys of 256 bytes. No pack needs more; what "
          "has more was made by a program that went wrong, or by somebody who means harm.",
          "Look whether the right file was named.", "", ""},
      ProblemKind{
          empty_file, stops, "An empty file",
          "There is nothing in it. A copy that was broken off may leave such a file, or a stick that was pulled too soon.",
          "Copy the file again, and wait until the stick may be taken out.", "", ""},
  };
}();

}  // namespace

std::span<const ProblemKind> problems_of_files() { return rows_of_files; }

}  // namespace greenline::content
