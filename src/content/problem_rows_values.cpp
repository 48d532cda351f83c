// GL-P020 to GL-P059: keys and values, activities and canvases.
#include <array>

#include "content/problem_rows.h"

namespace greenline::content {
namespace {

constexpr auto rows_of_values = [] {
  using enum Problem;
  using enum Severity;
  return std::array{
      ProblemKind{
          unknown_kind, stops, "Nobody knows what kind of file this is",
          "Each file says itself what it is: \"greenline\": \"activity\", \"canvas\", \"pack\", \"phrases\" or \"palette\".",
          "Write the line, or mend the word.", "\"greenline\": \"activty\"", "\"greenline\": \"activity\""},
      ProblemKind{
          newer_format, stops, "The file was written for a newer Greenline",
          "This Greenline knows version 1 of the format. A newer one may mean other things by the same words, so it is not "
          "guessed at.",
          "Install a newer Greenline, or ask whoever wrote the file for an older version of it.", "\"version\": 2",
          "\"version\": 1"},
      ProblemKind{
          key_missing, stops, "Something is missing",
          "This thing needs a key that is not there. Perhaps it is there and misspelt: then that is told, too.",
          "Write it. What it means stands in docs/packs.md, and an editor that knows the schema says it while you type.",
          "{\"id\": \"look\", \"minutes\": 4}", "{\"id\": \"look\", \"minutes\": 4, \"modes\": [\"look\"]}"},
      ProblemKind{
          unknown_key, stops, "A key that nobody knows",
          "Keys are the words before a colon. One that is not known would do nothing, and whoever wrote it would wonder.",
          "Mend the spelling, or take it out.", "\"minuts\": 8", "\"minutes\": 8"},
      ProblemKind{
          wrong_type, stops, "Another kind of thing was expected",
          "A number has no quotes, a text has them; a list stands in [ ], an object in { }; true and false have no quotes.",
          "Write what is expected.", "\"minutes\": \"8\"", "\"minutes\": 8"},
      ProblemKind{out_of_range, stops, "A number that is too small or too large",
                  "The number may only lie in a certain range, which the message says.", "Choose one in that range.",
                  "\"minutes\": 900", "\"minutes\": 90"},
      ProblemKind{list_length, stops, "A list with too few or too many things", "The message says how many there may be.",
                  "Add to the list, or take from it.", "\"modes\": []", "\"modes\": [\"wall\"]"},
      ProblemKind{
          bad_id, stops, "An id with signs that cannot be in it",
          "An id is a name for programs: small letters a to z, digits and hyphens, at most 64, not beginning with a hyphen. "
          "Files are called by it, on every system. What people read is the title or label, and that may be in any script.",
          "Write it in small letters with hyphens.", "\"id\": \"Our Arrivals\"", "\"id\": \"our-arrivals\""},
      ProblemKind{id_twice, stops, "Two things have one id",
                  "An id is how a card remembers where it was put. If two had the same, cards would stand in the wrong place.",
                  "Give one of the two another id.", "", ""},
      ProblemKind{unknown_word, stops, "A word that is none of those known here",
                  "At this place only certain words mean something; the message lists them and says which is nearest.",
                  "Write one of these.", "\"verbs\": [\"nmae\"]", "\"verbs\": [\"name\"]"},
      ProblemKind{blank_text, stops, "A text that says nothing",
                  "Where people should read something there would be nothing to see: the text is empty, or only spaces.",
                  "Write the words, or leave the key out where it may be left out.", "\"prompt\": {\"en\": \" \"}",
                  "\"prompt\": {\"en\": \"Where is it quiet?\"}"},
      ProblemKind{
          long_text, stops, "A text that is far too long",
          "What stands on a wall is read from across a room. Names have at most 200 bytes, help 600, all else 2,000; letters "
          "outside of English take two to four bytes.",
          "Say it in fewer words.", "", ""},
      ProblemKind{
          unsafe_text, stops, "A text with characters that no wall can show",
          "Control characters, and signs that turn all that follows against its own direction. They come from copying, or "
          "somebody means harm: words could be made to look like others.",
          "Take them out. Arabic, Hebrew and others find their direction by themselves.", "", ""},
      ProblemKind{
          bad_language, stops, "A language that is not named as languages are",
          "Languages have short names by a standard (BCP 47): \"en\", \"fr\", \"fr-CA\", \"pa\", \"zh-Hant\"; one without "
          "such a name may have one of your own, \"x-local\".",
          "Write the short name.", "{\"English\": \"Look\"}", "{\"en\": \"Look\"}"},
      ProblemKind{no_language, stops, "A text without its language",
                  "Every text that people read says in which language it is, so that others can stand beside it.",
                  "Put the language before it, in braces.", "\"title\": \"Arrivals\"", "\"title\": {\"en\": \"Arrivals\"}"},
      ProblemKind{
          language_missing, looks_wrong, "A text is missing in a language that is offered",
          "The activity says that it can be had in this language, and here it cannot: the words of another language are "
          "shown in their place. Which one is said by \"fallback\", or else it is the first of \"languages\" that has it.",
          "Write the words in that language, or take it out of \"languages\".",
          "\"languages\": [\"en\", \"fr\"],\n\"title\": {\"en\": \"Arrivals\"}",
          "\"languages\": [\"en\", \"fr\"],\n\"title\": {\"en\": \"Arrivals\", \"fr\": \"Arrivées\"}"},
      ProblemKind{twice_in_list, stops, "The same thing twice in a list", "Each may stand in this list once.",
                  "Take one of the two out.", "\"languages\": [\"en\", \"en\"]", "\"languages\": [\"en\"]"},
      ProblemKind{not_offered, stops, "A language that the activity does not offer",
                  "Only what is among \"languages\" can be shown, side by side or as a fallback.",
                  "Add it to \"languages\", or name another.", "\"languages\": [\"en\"],\n\"side_by_side\": [\"en\", \"fr\"]",
                  "\"languages\": [\"en\", \"fr\"],\n\"side_by_side\": [\"en\", \"fr\"]"},
      ProblemKind{stray_quote, stops, "A quote is missing, or one too many",
                  "A text begins with a straight double quote and ends with one, and so does a key. Where one is left out, the "
                  "text seems to go on; where somebody is quoted inside of a text, it seems to end.",
                  "Write the quote that is missing. Inside of a text write “ and ”, which people read better, or \\\".",
                  "\"en\": \"Look, \"fr\": \"Regarder\"\n\"en\": \"What did \"they\" say?\"",
                  "\"en\": \"Look\", \"fr\": \"Regarder\"\n\"en\": \"What did “they” say?\""},
      ProblemKind{
          verbs_and_touch, stops, "Verbs and touch that contradict each other",
          "A phase without touch can have the one verb \"look\". One with touch needs a verb, and one that sets markers needs "
          "\"place\".",
          "Decide whether hands do something in this phase.", "\"touch\": false,\n\"verbs\": [\"name\"]",
          "\"touch\": false,\n\"verbs\": [\"look\"]"},
      ProblemKind{min_over_max, stops, "The least is more than the most", "The smaller of the two numbers comes as \"min\".",
                  "Exchange the two.", "{\"min\": 60, \"max\": 12}", "{\"min\": 12, \"max\": 60}"},
      ProblemKind{unknown_keyboard, stops, "A keyboard that there is not",
                  "The on-screen keyboards are files in assets/keyboards; the message lists those that there are.",
                  "Name one of these, or leave \"keyboards\" out: then it is those of the languages.", "", ""},
      ProblemKind{
          no_shape, stops, "A region without a shape",
          "Each place of a region says which shape it has: \"ellipse\", \"ring\", \"polygon\", \"half_plane\", \"band\" or "
          "\"rounded\".",
          "Give it one. docs/packs.md has them all.", "{\"region\": \"core\"}",
          "{\"region\": \"core\", \"ellipse\": {\"centre\": [0, 0], \"radius\": 0.3}}"},
      ProblemKind{two_shapes, stops, "A region with two shapes", "A place of a region has one shape.", "Keep one of the two.",
                  "", ""},
      ProblemKind{outside, stops, "Something lies outside of the layout",
                  "The layout is the screen: its centre is 0, 0, and it reaches half of its width to each side and half of its "
                  "height up "
                  "and down. What lies outside nobody would see.",
                  "Move it, or make it smaller.", "\"centre\": [0.8, 0], \"radius\": 0.3",
                  "\"centre\": [0.5, 0], \"radius\": 0.3"},
      ProblemKind{
          impossible_shape, stops, "A shape that cannot be",
          "Sides that cross each other, a ring whose hole is larger than itself, a slice that ends before it begins, a curve "
          "whose points are one.",
          "Draw it on paper with its numbers; what is expected stands in the message.", "\"inner\": 0.5, \"outer\": 0.3",
          "\"inner\": 0.3, \"outer\": 0.5"},
      ProblemKind{upside_down, stops, "A box that is upside down",
                  "\"left\" is less than \"right\", and \"bottom\" less than \"top\".", "Exchange the two.",
                  "\"bottom\": 0.4, \"top\": 0.3", "\"bottom\": 0.3, \"top\": 0.4"},
      ProblemKind{
          region_not_placed, stops, "A region has no place in a layout",
          "Every region of a canvas stands somewhere in every layout, once. Only one that is \"optional\" may be left out.",
          "Give it a place, or take the second one away.", "", ""},
      ProblemKind{
          shorter_side, stops, "A layout whose measures are not those of a layout",
          "The shorter of \"width\" and \"height\" is 1, the other says how much longer it is: 1.7778 for a screen of 16:9. Of "
          "one name there is one layout for each shape of screen.",
          "Divide both by the shorter.", "\"width\": 1920, \"height\": 1080", "\"width\": 1.7778, \"height\": 1"},
      ProblemKind{
          unknown_region, stops, "A region that the canvas does not have",
          "The name of a region must be spelt as in its canvas. In phrases.json a list is called by a region, or by what it "
          "holds: \"question\", \"offer\", \"thanks\" and the like.",
          "Mend the spelling; the message lists those that there are.", "\"region_prompts\": {\"identiy\": …}",
          "\"region_prompts\": {\"identity\": …}"},
      ProblemKind{
          unknown_layout, stops, "A layout that the canvas does not have", "An activity names one of its canvas's layouts.",
          "Mend the spelling; the message lists those that there are.", "\"layout\": \"hexagn\"", "\"layout\": \"hexagon\""},
      ProblemKind{unknown_canvas, stops, "A canvas that there is not",
                  "A canvas is looked for in the pack's folder \"canvases\", beside the activity, and among the built-in ones. "
                  "Its file "
                  "is called as its id is.",
                  "Mend the spelling, or put the canvas's file there.", "\"canvas\": \"six-circels\"",
                  "\"canvas\": \"six-circles\""},
      ProblemKind{misnamed, stops, "A file is called otherwise than what is in it",
                  "An activity finds its canvas by the name of its file, so that name and the \"id\" in it must agree.",
                  "Rename the file, or mend the id.", "forest.json with \"id\": \"meadow\"",
                  "forest.json with \"id\": \"forest\""},
      ProblemKind{no_room_for_optional, stops, "The layout has no room for what is optional",
                  "The activity says \"show_optional\", and this layout places no optional region.",
                  "Choose another layout, or take \"show_optional\" out.", "", ""},
      ProblemKind{unknown_activity, stops, "An activity that there is not", "There is no activity of this name, and no file.",
                  "Mend the spelling. The message lists those that there are.", "", ""},
      ProblemKind{
          not_a_colour, stops, "Something that is not a colour",
          "Colours are written as on web pages: # and six digits for red, green and blue, or eight with how opaque it is.",
          "Write it so.", "\"line\": \"green\"", "\"line\": \"#3c6e47\""},
      ProblemKind{unknown_palette, stops, "A palette that there is not",
                  "Palettes are files in assets/palettes; the message lists those that there are.", "Mend the spelling.", "",
                  ""},
      ProblemKind{
          bad_sentence, stops, "A sentence of the interface that does not fit its English",
          "A translation has the keys that English has, and in each the same blanks {0} and {1}; every language says its own "
          "name.",
          "Look at the same key in assets/strings/en.json.", "", ""},
      ProblemKind{nothing_there, stops, "A folder with nothing in it to look at",
                  "Packs, activities and canvases are files whose names end in .json.",
                  "Look whether the right folder was named.", "", ""},
  };
}();

}  // namespace

std::span<const ProblemKind> problems_of_values() { return rows_of_values; }

}  // namespace greenline::content
