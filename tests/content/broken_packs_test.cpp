// Ten packs as tired people leave them on the evening before: what `check` says of each helps somebody who has never seen JSON.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "packs.h"

namespace greenline::content {
namespace {

using testing::HasSubstr;
using testing::Not;

const char* const first_steps = "activities/first-steps.json";

PackFiles the_template() {
  PackFiles files;
  const std::filesystem::path folder = content_folder() / "template";
  for (const char* file : {"pack.json", "phrases.json", first_steps, "canvases/here-and-there.json"})
    files[file] = text_of(folder / file);
  return files;
}

struct Slipped {
  const char* what;
  std::function<void(PackFiles&)> how;
  std::vector<const char*> says;
};

std::string cut_after(std::string text, const std::string& where) { return text.substr(0, text.find(where) + where.size()); }

const std::vector<Slipped>& slipped() {
  static const std::vector<Slipped> all{
      {"a colon is forgotten",
       [](PackFiles& files) { files[first_steps] = with(files[first_steps], "\"minutes\": 25", "\"minutes\" 25"); },
       {"line 10", "a colon ':' between a key and what it says"}},
      {"a word processor's quotes",
       [](PackFiles& files) {
         files[first_steps] = with(files[first_steps], "\"id\": \"first-steps\"", "“id”: “first-steps”");
       },
       {"GL-P007", "a straight double quote"}},
      {"minutes with their unit",
       [](PackFiles& files) { files[first_steps] = with(files[first_steps], "\"minutes\": 25", "\"minutes\": \"25 min\""); },
       {"A number stands alone: no quotes round it, no unit after it.", "write     25"}},
      {"a verb that is none",
       [](PackFiles& files) { files[first_steps] = with(files[first_steps], "[\"name\", \"place\"", "[\"names\", \"place\""); },
       {"found     ‹names›", "Did you mean \"name\"?"}},
      {"a copy left beside the file",
       [](PackFiles& files) { files["activities/first-steps copy.json"] = files[first_steps]; },
       {"Is it a copy that was left here? Take it out of the folder."}},
      {"a picture whose name has other letters",
       [](PackFiles& files) {
         files["pack.json"] = with(files["pack.json"], "\"licence\"", "\"picture\": \"pictures/Cover.JPG\", \"licence\"");
         files["pictures/cover.jpg"] = "";
       },
       {"Did you mean \"pictures/cover.jpg\"?", "Large and small letters are told apart."}},
      {"a folder with a capital",
       [](PackFiles& files) {
         files["Activities/first-steps.json"] = files[first_steps];
         files.erase(first_steps);
       },
       {"a folder ‹Activities›", "Call the folder \"activities\", letter for letter."}},
      {"another canvas, the rest left as it was",
       [](PackFiles& files) {
         files[first_steps] = with(files[first_steps], "\"canvas\": \"here-and-there\"", "\"canvas\": \"nested-communities\"");
       },
       {"a layout of the canvas \"nested-communities\": \"rings\"", "the region ‹here›"}},
      {"languages by their names",
       [](PackFiles& files) { files[first_steps] = with(files[first_steps], "[\"en\", \"fr\"]", "[\"English\", \"fr\"]"); },
       {"In \"languages\" write \"en\" for \"English\""}},
      {"a document in the place of a text",
       [](PackFiles& files) { files["pack.json"] = std::string("PK\x03\x04\x14\0\x06\0", 8) + std::string(300, '\x11'); },
       {"a zip, or a document of Word or LibreOffice", "Write it with a text editor"}},
      {"a phase that was pasted twice",
       [](PackFiles& files) { files[first_steps] = with(files[first_steps], "\"id\": \"name\"", "\"id\": \"arrive\""); },
       {"found     ‹arrive›", "an id that no other phase has"}},
      {"half a file from a full stick",
       [](PackFiles& files) { files[first_steps] = cut_after(files[first_steps], "\"Qu’av"); },
       {"a text that does not end", "Was it copied or saved whole?"}},
  };
  return all;
}

TEST(BrokenPacks, AreToldWithWhatToDoAboutThem) {
  for (const Slipped& one : slipped()) {
    SCOPED_TRACE(one.what);
    PackFiles files = the_template();
    one.how(files);
    const Folder folder;
    std::string said;
    for (const Diagnostic& diagnostic : check_pack(folder_of(folder, files), here())) said += at_length(diagnostic) + "\n";
    for (const char* words : one.says) EXPECT_THAT(said, HasSubstr(words));
    EXPECT_THAT(said, Not(HasSubstr("one of \n"))) << "a list of nothing";
    EXPECT_THAT(said, Not(HasSubstr("\\u{"))) << "bytes that say nothing to anybody";
  }
}

// What follows from a mistake is no second one: whoever mends it would look for what is not there.
TEST(BrokenPacks, TellOneCauseOnce) {
  struct OneCause {
    const char* what;
    std::function<void(PackFiles&)> how;
    const char* number;
  };
  const char* const canvas = "canvases/here-and-there.json";
  const std::vector<OneCause> all{
      {"a quote left out",
       [](PackFiles& files) { files[first_steps] = with(files[first_steps], "\"en\": \"Arrive\"", "\"en\": \"Arrive"); },
       "GL-P038"},
      {"minutes misspelt, so that they add up no more",
       [](PackFiles& files) { files[first_steps] = with(files[first_steps], "\"minutes\": 12", "\"minuts\": 12"); }, "GL-P023"},
      {"minutes in quotes",
       [](PackFiles& files) { files[first_steps] = with(files[first_steps], "\"minutes\": 12", "\"minutes\": \"12\""); },
       "GL-P024"},
      {"no verb, so that later ones have no card",
       [](PackFiles& files) { files[first_steps] = with(files[first_steps], "[\"name\", \"place\", \"move\"]", "[]"); },
       "GL-P040"},
      {"an activity's file called as no id can be",
       [](PackFiles& files) {
         files["activities/First Steps.json"] = files[first_steps];
         files.erase(first_steps);
       },
       "GL-P053"},
      {"a copy of it beside it", [](PackFiles& files) { files["activities/first-steps copy.json"] = files[first_steps]; },
       "GL-P053"},
      {"a canvas's file called as no id can be",
       [canvas](PackFiles& files) {
         files["canvases/Here and There.json"] = files[canvas];
         files.erase(canvas);
       },
       "GL-P053"},
      {"a region of another id than its places have",
       [canvas](PackFiles& files) { files[canvas] = with(files[canvas], "\"id\": \"there\"", "\"id\": \"yonder\""); },
       "GL-P050"},
      {"a folder with a capital",
       [](PackFiles& files) {
         files["Activities/first-steps.json"] = files[first_steps];
         files.erase(first_steps);
       },
       "GL-P071"},
      {"no pack.json", [](PackFiles& files) { files.erase("pack.json"); }, "GL-P060"},
  };
  for (const OneCause& one : all) {
    SCOPED_TRACE(one.what);
    PackFiles files = the_template();
    files[".vscode/settings.json"] = "{}";
    one.how(files);
    const Folder folder;
    const Diagnostics found = one_a_cause(check_file(folder_of(folder, files), content_folder()));
    if (std::string_view(one.number) == "GL-P050") {
      EXPECT_THAT(told(found), Not(HasSubstr("GL-P048")));
      continue;  // the activity names the region, too
    }
    EXPECT_THAT(numbers(found), testing::ElementsAre(one.number)) << told(found);
  }
}

TEST(BrokenPacks, OfAMisspeltPlaceNameTheRegionThatHasNone) {
  PackFiles files = the_template();
  const std::string canvas = "canvases/here-and-there.json";
  files[canvas] = with(files[canvas], "\"region\": \"there\"", "\"region\": \"hhere\"");
  const Folder folder;
  const Diagnostics found = check_pack(folder_of(folder, files), here());
  ASSERT_EQ(numbers(found), std::vector<std::string>{"GL-P050"}) << told(found);
  EXPECT_EQ(found.front().nearest, "there");
}

TEST(BrokenPacks, WithABrokenActivityDoNotBlameThePhrasesForItsRegions) {
  PackFiles files = a_pack();
  files["phrases.json"] =
      R"({"greenline": "phrases", "version": 1, "languages": {"en": {"structure": ["Bells"], "practice": ["Soup"]}}})";
  const Folder sound;
  ASSERT_EQ(told(check_pack(folder_of(sound, files), here())), "");
  files["activities/across.json"] =
      with(files["activities/across.json"], "\"canvas\": \"six-circles\"", "\"canvas\": \"six-cirkles\"");
  const Folder folder;
  EXPECT_EQ(numbers(check_pack(folder_of(folder, files), here())), std::vector<std::string>{"GL-P052"});
}

TEST(BrokenPacks, AreBrokenInOnePlaceOnly) {
  const Folder folder;
  EXPECT_EQ(told(check_pack(folder_of(folder, the_template()), here())), "");
}

}  // namespace
}  // namespace greenline::content
