// GL-P090 on: what looks wrong on the wall, and what does not come from a file of staff.
#include <array>

#include "content/problem_rows.h"

namespace greenline::content {
namespace {

constexpr auto rows_of_looks = [] {
  using enum Problem;
  using enum Severity;
  return std::array{
      ProblemKind{
          words_without_room, looks_wrong, "Words are too long for their place",
          "A region's name and help, or what stands at the green line, are larger than the place they have on one of the usual "
          "screens, in one of the languages. They would lie over each other, or be set so small that nobody reads them.",
          "Say it in fewer words in that language, or make the region larger.", "", ""},
      ProblemKind{
          prompt_without_room, looks_wrong, "A prompt is too long for its place",
          "The question has a strip of its own on the wall. On one of the usual screens this one is longer than the strip.",
          "Ask it in fewer words. The message says how many characters fit.", "", ""},
      ProblemKind{long_prompt, looks_wrong, "A prompt that is too long to be taken in",
                  "A question on the wall is read while people talk and move. Beyond 140 characters most give up half-way, and "
                  "ask their "
                  "neighbour what to do.",
                  "Ask one thing. What the host should say aloud goes into \"host_note\".", "", ""},
      ProblemKind{
          idle_phase, looks_wrong, "A phase in which nobody can do anything",
          "The phase takes touches, and what its verbs allow needs something that is not there: cards to move or connect "
          "where no earlier phase lets anybody make one.",
          "Add the verb that begins it, or \"touch\": false for a time of talking.", "\"verbs\": [\"connect\"]",
          "\"verbs\": [\"name\", \"connect\"]"},
      ProblemKind{low_contrast, looks_wrong, "Words that are hard to read on their ground",
                  "Words and what lies behind them are too near in lightness. In a bright room, on a tired projector or with "
                  "older eyes "
                  "they are gone. A contrast of 4.5 to 1 is what everybody can read (WCAG 2.2, 1.4.3).",
                  "Make one of the two lighter or darker.", "", ""},
      ProblemKind{picture_size, looks_wrong, "A picture that is too small or too large",
                  "On a wall a small picture is a blur; a very large one makes every start slow and shows no more.",
                  "Export it with about 1,920 pixels on its longer side.", "", ""},
      ProblemKind{uneven_minutes, looks_wrong, "Minutes that do not add up",
                  "The activity says how many minutes it takes, and its phases together take another number. The host plans by "
                  "the first and the room lives by the second.",
                  "Change one of the two.", "", ""},
      ProblemKind{
          never_shown, looks_wrong, "Something is hidden from the first phase to the last",
          "A phase may hide the regions' names, or the reflections of cards, until a later one shows them. Here no phase "
          "shows them: the room never learns what the regions are called, or never sees a reflection.",
          "Take it out of the phase in which the host reveals them, and of those after it.",
          "\"hides_names\": true   (in every phase)", "\"hides_names\": true   (until the phase that reveals them)"},
      ProblemKind{more_mistakes, stops, "There is more, and it is not told",
                  "After 200 problems in one file it stops telling: most of them have one cause.",
                  "Mend those that are told first, and check again.", "", ""},
      ProblemKind{convening, stops, "Something is wrong with a saved convening",
                  "A file that holds what people made. It is never changed by looking at it.",
                  "Do as the message says. Keep the file: what can be read of it can be saved.", "", ""},
  };
}();

}  // namespace

std::span<const ProblemKind> problems_of_looks() { return rows_of_looks; }

}  // namespace greenline::content
