// GL-P060 to GL-P089: a pack as a whole.
#include <array>

#include "content/problem_rows.h"

namespace greenline::content {
namespace {

constexpr auto rows_of_packs = [] {
  using enum Problem;
  using enum Severity;
  return std::array{
      ProblemKind{
          no_manifest, stops, "There is no pack.json",
          "A pack is a folder or a .zip with a file pack.json in it, in which it says what it is: its name, its version, its "
          "languages.",
          "Put one there. `greenline new-pack NAME` writes a whole pack to begin with.", "", ""},
      ProblemKind{not_a_zip, stops, "A zip that is no zip, or is damaged",
                  "The file breaks off, or its parts do not belong together. It happens when a copy is broken off, a stick is "
                  "pulled too "
                  "soon, or a download did not finish.",
                  "Copy it again and wait until it is done, or make the zip anew.", "", ""},
      ProblemKind{
          outside_pack, stops, "A name that leads out of the pack",
          "Files of a pack lie in the pack. A name with \"..\" in it, or one that begins at the disk's root, would be written "
          "somewhere else on the machine.",
          "Do not use this pack before whoever made it has explained it.", "../../settings.json", "activities/settings.json"},
      ProblemKind{
          not_a_file, stops, "Something in the pack that is no file",
          "Links, pipes and devices are no words of an activity. They can make a program read what is not in the pack, or "
          "wait for ever.",
          "Put the file itself in its place.", "", ""},
      ProblemKind{too_many_files, stops, "Too many files",
                  "A pack has at most 2,000 files. One that has more was made by mistake.",
                  "Look whether the right folder was packed.", "", ""},
      ProblemKind{
          too_much, stops, "Far more comes out than a pack has",
          "A small zip can be made so that it fills the disk when it is unpacked. What comes out is counted, up to 128 MB.",
          "Make pictures smaller. If it is only a few words, do not use this pack.", "", ""},
      ProblemKind{overlapping, stops, "Entries of the zip lie on each other", "No program that means well packs so.",
                  "Make the zip anew from its files.", "", ""},
      ProblemKind{zip_in_zip, stops, "A zip in the zip", "A pack is packed once.",
                  "Unpack the inner one, and pack what is in it.", "", ""},
      ProblemKind{locked_zip, stops, "A zip that is locked, or packed in a rare way",
                  "It has a password, or it was packed by a method that not every system knows.",
                  "Make it anew, without a password, with the system's own \"Compress\".", "", ""},
      ProblemKind{name_twice, stops, "Two files have one name",
                  "On a stick, and on Windows and Macs, names that differ only in small and large letters are the same, and so "
                  "are those "
                  "whose accents are written in two ways. One of the two would be lost.",
                  "Rename one of them.", "", ""},
      ProblemKind{passed_over, hint, "Something was passed over",
                  "It does not belong to a pack: what systems leave lying about, or a file in no folder that a pack has.",
                  "Nothing needs to be done. If it was meant to be used, look at its name and its folder.", "", ""},
      ProblemKind{activity_not_there, stops, "An activity that is not in the pack",
                  "pack.json lists activities by their ids; each is a file of that name in the folder \"activities\".",
                  "Mend the spelling, add the file, or take it from the list.", "\"activities\": [\"arivals\"]",
                  "\"activities\": [\"arrivals\"]"},
      ProblemKind{
          not_listed, hint, "An activity that the pack does not list",
          "It is in the folder \"activities\", and pack.json does not name it. It can be run; on the shelf it comes last.",
          "Add its id to \"activities\" where it should stand.", "", ""},
      ProblemKind{newer_greenline, stops, "The pack needs a newer Greenline",
                  "It says itself which Greenline knows all that is in it, and this one is older.",
                  "Install a newer Greenline, or ask for an older version of the pack.", "", ""},
      ProblemKind{bad_version, stops, "A version that is not written as versions are",
                  "Up to three numbers with points between them.", "Write it so.", "\"version\": \"v2 final\"",
                  "\"version\": \"2.0.0\""},
      ProblemKind{
          picture_missing, stops, "A picture is not there",
          "Pictures are named with their folder, letter by letter as the file is called; small and large letters differ.",
          "Mend the spelling, or put the picture there.", "\"picture\": \"cover.PNG\"", "\"picture\": \"pictures/cover.png\""},
      ProblemKind{
          bad_picture, stops, "A picture that cannot be read",
          "Pictures are PNG or JPEG, up to 16 MB and 16,384 pixels a side. The end of a name does not make a picture: a file "
          "of another kind that was only renamed is still of that kind.",
          "Open it in a program for pictures, and export it as PNG or JPEG.", "", ""},
      ProblemKind{
          names_mended, hint, "Names were read otherwise than they are written",
          "Programs that make zips put a folder round everything, or write backslashes between folders. It was read as it was "
          "meant.",
          "Nothing needs to be done.", "", ""},
      ProblemKind{
          timetable, stops, "Times of a programme that do not fit together",
          "A session begins when the one before it has ended, or later; a day ends before midnight; times are written as on a "
          "clock. What is \"fixed\" cannot be \"optional\".",
          "Write the day down on paper, session by session, and mend the time that the message names.", "\"starts\": \"9 am\"",
          "\"starts\": \"9:00\""},
      ProblemKind{
          exact_words, stops, "Exact words of a harvest that do not fit together",
          "The file tells a convening thing by thing; what is told later names what was told before by its number. Somebody "
          "changed it, or a part is missing.",
          "Take the file as the harvest wrote it.", "", ""},
      ProblemKind{
          never_opens, stops, "A region that can never open",
          "A region with \"opens_when\" is shut until other regions are filled. This one waits for itself, for one that waits "
          "for it in turn, or for one that the activity does not show: it would stay shut for ever.",
          "Let it wait for regions that are open from the start, or that open before it.",
          "{\"id\": \"afternoon\", \"opens_when\": {\"in\": [\"afternoon\"], …}}",
          "{\"id\": \"afternoon\", \"opens_when\": {\"in\": [\"morning\"], …}}"},
      ProblemKind{nothing_earlier, looks_wrong, "A phase shows earlier signs, and there are none",
                  "\"beside_earlier\" lets the signs that people set in an earlier phase stand faintly beside those they set "
                  "now. No phase "
                  "before this one lets them set any.",
                  "Let an earlier phase set signs (\"sets_markers\"), or leave \"beside_earlier\" out.", "", ""},
      ProblemKind{carried_out_of_sight, stops, "Sentences are carried to where nobody could read them",
                  "\"carries\" lays sentences of an earlier harvest in a region when the activity begins, for all to read. In "
                  "a protected "
                  "region everything is veiled, and one that opens later takes nothing in yet.",
                  "Name a region that is open from the start, and not protected.", "", ""},
      ProblemKind{nothing_to_carry, stops, "A harvest from which nothing can be carried",
                  "Sentences are carried from what `greenline harvest` wrote: convening.json, or the folder it lies in. What "
                  "stays in its "
                  "room, what is veiled or held and what was set aside is never carried; here nothing else was left. Or the "
                  "activity does "
                  "not say where they are to lie (\"carries\").",
                  "Name another harvest, or an activity that has \"carries\".", "", ""},
  };
}();

}  // namespace

std::span<const ProblemKind> problems_of_packs() { return rows_of_packs; }

}  // namespace greenline::content
