// A pack is a folder or a zip with a manifest: read whole, judged whole, each cause told once.
#include "content/whole_pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "packs.h"

namespace greenline::content {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

Diagnostics check(const PackFiles& files) {
  const Folder folder;
  return check_pack(folder_of(folder, files), here());
}

TEST(APack, IsReadFromAFolderAndFromAZipAlike) {
  const Folder folder;
  for (const std::string& path : {folder_of(folder, a_pack()), zip_of(folder, entries_of(a_pack()))}) {
    const auto source = open_pack(path);
    ASSERT_TRUE(source) << told(source.error());
    Diagnostics remarks;
    const auto pack = load_whole_pack(*source, here(), &remarks);
    ASSERT_TRUE(pack) << told(pack.error());
    EXPECT_EQ(told(remarks), "");
    EXPECT_EQ(pack->manifest.id, "our-pack");
    EXPECT_EQ(pack->manifest.version, (Version{1, 2, 0}));
    ASSERT_EQ(pack->activities.size(), 2U);
    EXPECT_EQ(pack->activities[0].canvas.id, "six-circles") << "a built-in canvas";
    EXPECT_EQ(pack->activities[1].canvas.id, "forest") << "the pack's own";
    EXPECT_TRUE(is_pack(path));
  }
}

TEST(APack, GivesTheActivityThatIsNamedOrItsFirst) {
  const Folder folder;
  const std::string path = folder_of(folder, a_pack());
  EXPECT_EQ(load_from_pack(path, "", here())->pack.activity.id, "across");
  EXPECT_EQ(load_from_pack(path, "places", here())->pack.activity.id, "places");
  const auto none = load_from_pack(path, "plaecs", here());
  ASSERT_FALSE(none);
  EXPECT_THAT(told(none.error()), HasSubstr("Did you mean \"places\"?"));
}

TEST(APack, StandsOnTheShelfInTheOrderThatItListsAndSaysWhatItDoesNotList) {
  PackFiles files = a_pack();
  files["pack.json"] = a_manifest(", \"activities\": [\"places\"]");
  const Folder folder;
  const std::string path = folder_of(folder, files);
  EXPECT_EQ(load_from_pack(path, "", here())->pack.activity.id, "places");
  EXPECT_THAT(numbers(check_pack(path, here())), ElementsAre("GL-P072"));
  files["pack.json"] = a_manifest(", \"activities\": [\"plaecs\", \"across\"]");
  EXPECT_THAT(stops(check(files)), ElementsAre("GL-P071"));
}

TEST(APack, WithoutAManifestSaysSoAndWhatElseIsWrong) {
  PackFiles files = a_pack();
  files.erase("pack.json");
  files["activities/across.json"] = with(files["activities/across.json"], "hexagon", "hexagn");
  EXPECT_THAT(stops(check(files)), ElementsAre("GL-P051", "GL-P060"));
}

TEST(APack, TellsAMissingPictureOnceWithAllWhoNameIt) {
  PackFiles files = a_pack();
  files["pack.json"] = a_manifest(", \"picture\": \"pictures/shore.png\"");
  for (const char* name : {"activities/across.json", "activities/places.json"})
    files[name] = with(files[name], "\"version\": 1,", "\"version\": 1, \"picture\": \"pictures/shore.png\",");
  files["pictures/shores.png"] = "not looked at";
  const Diagnostics found = check(files);
  ASSERT_THAT(stops(found), ElementsAre("GL-P075")) << told(found);
  EXPECT_EQ(found[0].nearest, "pictures/shores.png");
  EXPECT_THAT(found[0].used_by, ElementsAre(EndsWith("pack.json"), EndsWith("across.json"), EndsWith("places.json")));
}

std::string png_head(int width, int height) {
  const auto four = [](int n) {
    return std::string{static_cast<char>(n >> 24), static_cast<char>(n >> 16), static_cast<char>(n >> 8), static_cast<char>(n)};
  };
  return std::string("\x89PNG\r\n\x1a\n", 8) + four(13) + "IHDR" + four(width) + four(height) + std::string("\x08\6\0\0\0", 5);
}

TEST(APack, JudgesItsPictures) {
  PackFiles files = a_pack();
  files["pack.json"] = a_manifest(", \"picture\": \"pictures/a.png\"");
  files["pictures/a.png"] = png_head(1920, 1080);
  EXPECT_EQ(told(check(files)), "");
  files["pictures/a.png"] = png_head(320, 200);
  EXPECT_THAT(numbers(check(files)), ElementsAre("GL-P095")) << "a blur on a wall";
  files["pictures/a.png"] = png_head(100000, 100000);
  EXPECT_THAT(stops(check(files)), ElementsAre("GL-P076"));
  files["pictures/a.png"] = "<html>renamed</html>";
  EXPECT_THAT(stops(check(files)), ElementsAre("GL-P076"));
  files["pictures/a.png"] = std::string(max_picture_bytes + 1, 'x');
  EXPECT_THAT(stops(check(files)), ElementsAre("GL-P002"));
}

TEST(APack, SaysWhatAFileIsThatIsNoPictureToShow) {
  for (const auto& [bytes, said] :
       std::map<std::string, const char*>{{"GIF89a" + std::string(40, '\1'), "a GIF"},
                                          {std::string(4, '\0') + "ftypheic" + std::string(40, '\1'), "a HEIC photograph"},
                                          {"RIFF1234WEBPVP8 " + std::string(40, '\1'), "a WebP picture"},
                                          {"\x89PNG\r\n", "a PNG that is damaged"},
                                          {"", "an empty file"},
                                          {"hello", "something else"}}) {
    PackFiles files = a_pack();
    files["pack.json"] = a_manifest(", \"picture\": \"pictures/cover.png\"");
    files["pictures/cover.png"] = bytes;
    const Diagnostics found = check(files);
    ASSERT_EQ(numbers(found), std::vector<std::string>{"GL-P076"}) << told(found);
    EXPECT_THAT(found.front().found, HasSubstr(said));
  }
}

TEST(APack, ThatNeedsANewerGreenlineSaysSo) {
  PackFiles files = a_pack();
  files["pack.json"] = with(a_manifest(), "\"0.1\"", "\"99.0\"");
  EXPECT_THAT(stops(check(files)), ElementsAre("GL-P073"));
  files["pack.json"] = with(a_manifest(), "\"1.2.0\"", "\"v2 final\"");
  EXPECT_THAT(stops(check(files)), ElementsAre("GL-P074"));
}

TEST(APack, JudgesItsPhrasesLikeAllElse) {
  PackFiles files = a_pack();
  const auto phrases = [](const std::string& key) {
    return "{\"greenline\": \"phrases\", \"version\": 1, \"languages\": {\"en\": {\"" + key + "\": [\"The bell rings\"]}}}";
  };
  files["phrases.json"] = phrases("structure");
  EXPECT_EQ(told(check(files)), "");
  files["phrases.json"] = phrases("across/thread_words");
  EXPECT_EQ(told(check(files)), "") << "for one activity alone";
  files["phrases.json"] = phrases("acros/thread_words");
  EXPECT_THAT(stops(check(files)), ElementsAre("GL-P050"));
  files["phrases.json"] = phrases("structrue");
  const Diagnostics found = check(files);
  EXPECT_THAT(stops(found), ElementsAre("GL-P050"));
  EXPECT_EQ(found[0].nearest, "structure");
}

TEST(APack, DeclaresWhatStandsInForALanguageAndAConveningCarriesIt) {
  PackFiles files = a_pack();
  files["pack.json"] = with(a_manifest(", \"fallback\": {\"fr\": [\"es\"]}"), "[\"en\", \"fr\"]", "[\"en\", \"fr\", \"es\"]");
  files["pack.json"] = with(files["pack.json"], "\"fr\": \"Notre pack\"", "\"fr\": \"Notre pack\", \"es\": \"Nuestro\"");
  files["activities/across.json"] = with(files["activities/across.json"], "\"fr\": \"Un changement vécu\", ", "");
  const Folder folder;
  const auto from = load_from_pack(folder_of(folder, files), "across", here());
  ASSERT_TRUE(from) << told(from.error());
  const Pack* const pack = &from->pack;
  EXPECT_EQ(in_language(pack->activity.phases[0].title, "fr"), "Un cambio vivido");
  const auto carried = pack_from_texts(pack->activity_text, pack->canvas_text, "x.greenline");
  ASSERT_TRUE(carried) << told(carried.error());
  EXPECT_EQ(in_language(carried->activity.phases[0].title, "fr"), "Un cambio vivido");
}

TEST(APack, SaysOfABrokenCanvasWhichActivitiesUseIt) {
  PackFiles files = a_pack();
  files["canvases/forest.json"] = with(files["canvases/forest.json"], "\"permeable\": true", "\"permiable\": true");
  const Diagnostics found = check(files);
  ASSERT_THAT(stops(found), ElementsAre("GL-P023"));
  EXPECT_THAT(found[0].used_by, ElementsAre(EndsWith("places.json")));
}

TEST(APack, PassesOverWhatIsNotOfItAndSaysSo) {
  PackFiles files = a_pack();
  files[".DS_Store"] = files["activities/Thumbs.db"] = files["activities/across.mended.json"] = "x";
  files["README.md"] = "For whoever opens the folder.";
  const Diagnostics found = check(files);
  EXPECT_THAT(numbers(found), ElementsAre("GL-P070", "GL-P070"));
  EXPECT_THAT(told(found), HasSubstr("Thumbs.db"));
  EXPECT_THAT(told(found), HasSubstr("across.mended.json"));
  EXPECT_THAT(told(found), testing::Not(HasSubstr("README")));
}

TEST(AFolder, IsAPackWhenItOrTheOneFolderInItHasAManifest) {
  const Folder folder;
  const std::string path = folder_of(folder, a_pack());
  EXPECT_TRUE(is_pack(path));
  EXPECT_TRUE(is_pack(folder.path())) << "as an unpacked zip is";
  EXPECT_EQ(told(check_pack(folder.path(), here())).find("GL-P060"), std::string::npos);
  folder.write("other/x.json", "{}");
  EXPECT_FALSE(is_pack(folder.path())) << "a folder of packs and of other things";
  EXPECT_FALSE(is_pack(content_folder()));
}

TEST(AFolder, WithALinkAPipeOrADeviceInItIsRefused) {
  const Folder folder;
  const std::string path = folder_of(folder, a_pack());
  std::filesystem::create_symlink("/etc/hostname", path + "/activities/a.json");
  EXPECT_THAT(stops(check_pack(path, here())), ElementsAre("GL-P063"));
  std::filesystem::remove(path + "/activities/a.json");
  ASSERT_EQ(mkfifo((path + "/canvases/b.json").c_str(), 0600), 0);
  EXPECT_THAT(stops(check_pack(path, here())), ElementsAre("GL-P063"));
}

TEST(AFolder, OfTooManyFilesIsRefusedWithoutReadingThem) {
  const Folder folder;
  const std::string path = folder_of(folder, a_pack());
  for (std::size_t i = 0; i < max_pack_files; ++i) folder.write("our-pack/pictures/" + std::to_string(i) + ".png", "");
  EXPECT_THAT(stops(check_pack(path, here())), ElementsAre("GL-P064"));
}

TEST(AnActivity, IsToldWhatWillLookWrong) {
  const std::string text = text_of(content_folder() / "activities/both-sides-of-the-line.json");
  const auto remarks = [](const std::string& changed) {
    Diagnostics found;
    EXPECT_TRUE(parse_activity(changed, "a.json", &found));
    return numbers(found);
  };
  EXPECT_THAT(remarks(text), IsEmpty());
  EXPECT_THAT(remarks(with(text, "\"en\": \"Where is it crowded?", "\"en\": \"" + std::string(120, 'o') + " crowded?")),
              ElementsAre("GL-P092"));
  EXPECT_THAT(remarks(with(text, "\"verbs\": [\"name\", \"place\", \"move\"]", "\"verbs\": [\"connect\"]")),
              ElementsAre("GL-P093"));
  EXPECT_THAT(remarks(with(text, "\"version\": 1,", "\"version\": 1, \"minutes\": 60,")), IsEmpty());
  EXPECT_THAT(remarks(with(text, "\"version\": 1,", "\"version\": 1, \"minutes\": 50,")), ElementsAre("GL-P096"));
}

TEST(AnActivity, IsToldWhatNoPhaseEverShows) {
  std::string text = text_of(content_folder() / "activities/stories-before-boxes.json");
  const auto remarks = [](const std::string& changed) {
    Diagnostics found;
    EXPECT_TRUE(parse_activity(changed, "a.json", &found));
    return found;
  };
  EXPECT_THAT(numbers(remarks(text)), IsEmpty());
  for (const char* phase : {"draw-the-edges", "mismatch", "small-probes"}) {
    const std::string id = "\"id\": \"" + std::string(phase) + "\",";
    text = with(text, id, id + " \"hides_names\": true,");
  }
  const Diagnostics found = remarks(text);
  ASSERT_THAT(numbers(found), ElementsAre("GL-P097"));
  EXPECT_EQ(found.front().pointer, "/phases/5/hides_names") << "where the room could see them at last";
}

TEST(AHostNote, IsReadWithItsPhase) {
  const auto read = parse_activity(text_of(content_folder() / "activities/both-sides-of-the-line.json"), "a.json");
  ASSERT_TRUE(read);
  for (const Phase& phase : read->phases) EXPECT_FALSE(in_language(phase.host_note, "en").empty()) << phase.id;
}

// With the canvas' own file, whether that is the pack's or a built-in one: what is wrong with a name is told where it is
// written.
TEST(APack, IsLookedAtFurtherWithBothFilesOfEachActivity) {
  const Folder folder;
  const PackFiles files = a_pack();
  PackSurroundings around = here();
  std::vector<std::string> canvases;
  around.further = [&](const Looked& looked) -> Diagnostics {
    canvases.push_back(looked.canvas_file.substr(looked.canvas_file.rfind("canvases/")));
    EXPECT_EQ(looked.activity_text, files.at("activities/" + looked.pack.activity.id + ".json"));
    EXPECT_EQ(looked.canvas_text,
              looked.pack.activity.id == "places" ? files.at("canvases/forest.json") : text_of(looked.canvas_file));
    return {};
  };
  EXPECT_EQ(numbers(check_pack(folder_of(folder, files), around)), std::vector<std::string>());
  EXPECT_EQ(canvases, (std::vector<std::string>{"canvases/six-circles.json", "canvases/forest.json"}));
}

}  // namespace
}  // namespace greenline::content
