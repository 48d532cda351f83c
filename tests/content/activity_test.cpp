// The activities do what their descriptions say, phase by phase.
#include "content/activity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "content/region_words.h"
#include "files.h"

namespace greenline::content {
namespace {

using model::Verb;
using testing::ElementsAre;

Pack shipped(const std::string& name) {
  auto pack = load_pack(name, content_folder());
  EXPECT_TRUE(pack) << told(pack ? Diagnostics{} : pack.error());
  return pack ? *std::move(pack) : Pack{};
}

std::vector<std::string> phase_ids(const Activity& activity) {
  std::vector<std::string> ids;
  for (const Phase& phase : activity.phases) ids.push_back(phase.id);
  return ids;
}

int minutes(const Activity& activity) {
  return std::accumulate(activity.phases.begin(), activity.phases.end(), 0,
                         [](int sum, const Phase& phase) { return sum + phase.minutes; });
}

TEST(ShippedActivities, SpeakEnglishFrenchAndSpanish) {
  for (const char* name : {"both-sides-of-the-line", "finding-our-place"})
    EXPECT_THAT(shipped(name).activity.languages, ElementsAre("en", "fr", "es"));
}

TEST(ShippedCanvases, SayEveryTextInTheThreeLanguages) {
  const auto speaks = [](const LocalText& text) { return text.contains("en") && text.contains("fr") && text.contains("es"); };
  for (const Canvas& canvas : shipped_canvases())
    for (const Region& region : canvas.regions)
      for (const LocalText* text : {&region.label, &region.help, &region.prompt})
        EXPECT_TRUE(text->empty() || speaks(*text)) << canvas.id << " " << region.id;
}

TEST(SideBySide, AreTwoOfTheLanguages) {
  const std::string text = with(text_of(content_folder() / "activities/finding-our-place.json"), "\"title\"",
                                "\"side_by_side\": [\"es\", \"en\"], \"title\"");
  const auto activity = parse_activity(text, "with.json");
  ASSERT_TRUE(activity) << told(activity ? Diagnostics{} : activity.error());
  EXPECT_THAT(activity->side_by_side, ElementsAre("es", "en"));
}

TEST(BothSidesOfTheLine, GoesFromAStoryToOneSmallThingInAnHour) {
  const Activity activity = shipped("both-sides-of-the-line").activity;
  EXPECT_THAT(phase_ids(activity),
              ElementsAre("a-change-you-lived", "name", "look", "into-the-quiet", "across", "one-small-thing"));
  EXPECT_EQ(minutes(activity), 60);
}

TEST(BothSidesOfTheLine, LetsPeopleWriteBeforeTheyConnect) {
  const Activity activity = shipped("both-sides-of-the-line").activity;
  EXPECT_TRUE(find_phase(activity, "name")->rules.verbs.contains(Verb::name));
  EXPECT_FALSE(find_phase(activity, "name")->rules.verbs.contains(Verb::connect));
  const Phase& across = *find_phase(activity, "across");
  for (const Verb verb : {Verb::connect, Verb::nourish, Verb::gather}) EXPECT_TRUE(across.rules.verbs.contains(verb));
  EXPECT_FALSE(across.thread_words.empty());
}

TEST(BothSidesOfTheLine, IsStillWhileTheRoomTalksOrLooks) {
  const Activity activity = shipped("both-sides-of-the-line").activity;
  EXPECT_FALSE(find_phase(activity, "a-change-you-lived")->rules.touch);
  EXPECT_FALSE(find_phase(activity, "look")->rules.touch);
}

TEST(BothSidesOfTheLine, HasAQuestionForEachCircleWhereverPeopleWrite) {
  const Pack pack = shipped("both-sides-of-the-line");
  for (const Phase& phase : pack.activity.phases) {
    if (!phase.rules.verbs.contains(Verb::name)) continue;
    EXPECT_EQ(phase.region_prompts.size(), 6U) << phase.id;
  }
}

TEST(FindingOurPlace, TakesThreeQuartersOfAnHour) {
  const Activity activity = shipped("finding-our-place").activity;
  EXPECT_THAT(phase_ids(activity),
              ElementsAre("what-is-stirring", "where-am-i", "look", "what-each-place-needs", "crossings", "both-ways"));
  EXPECT_EQ(minutes(activity), 45);
}

TEST(FindingOurPlace, LetsNobodyMoveAMarkerWhilePeoplePlaceThemselves) {
  const Activity activity = shipped("finding-our-place").activity;
  const Phase& placing = *find_phase(activity, "where-am-i");
  EXPECT_TRUE(placing.rules.sets_markers);
  EXPECT_FALSE(placing.rules.verbs.contains(Verb::move));
  EXPECT_TRUE(find_phase(activity, "both-ways")->rules.verbs.contains(Verb::move));
}

TEST(FindingOurPlace, KeepsNoMarkersAndVeilsThePracticeRing) {
  const Activity activity = shipped("finding-our-place").activity;
  EXPECT_FALSE(activity.harvest.keep_markers);
  for (const Phase& phase : activity.phases) EXPECT_THAT(phase.rules.protected_regions, ElementsAre("practice"));
}

TEST(StoriesBeforeBoxes, HidesTheNamesUntilTheEdgesAreDrawn) {
  const Activity activity = shipped("stories-before-boxes").activity;
  bool revealed = false;
  for (const Phase& phase : activity.phases) {
    revealed = revealed || phase.id == "draw-the-edges";
    EXPECT_EQ(phase.hides_names, !revealed) << phase.id;
  }
}

TEST(TheMirror, CastsReflectionsFromTheFoldOn) {
  bool folded = false;
  for (const Phase& phase : shipped("the-mirror").activity.phases) {
    folded = folded || phase.id == "fold";
    EXPECT_EQ(phase.hides_reflections, !folded) << phase.id;
  }
}

TEST(RegionWords, AreWhatThePhaseAsksWhileNamesAreHidden) {
  const Pack pack = shipped("stories-before-boxes");
  const Region& complex = *find_region(pack.canvas, "complex");
  const RegionWords told = words_of(complex, nullptr);
  EXPECT_EQ(in_language(told.name, "en"), "Complex");
  EXPECT_FALSE(told.help.empty());
  const RegionWords felt = words_of(complex, find_phase(pack.activity, "place-by-feel"));
  EXPECT_EQ(in_language(felt.name, "en"), "We only understood it afterwards.");
  EXPECT_TRUE(felt.help.empty());
  const RegionWords nothing = words_of(complex, find_phase(pack.activity, "tell"));
  EXPECT_TRUE(nothing.name.empty() && nothing.help.empty() && nothing.prompt.empty());
  const RegionWords probes = words_of(complex, find_phase(pack.activity, "small-probes"));
  EXPECT_EQ(in_language(probes.name, "en"), "Complex");
  EXPECT_EQ(in_language(probes.prompt, "en"), "Two or three small tries, safe if they fail");
}

struct Meant {
  const char* id;
  const char* canvas;
  int minutes;
  bool spanish;
  bool keep;
};

TEST(ShippedActivities, AreSixteenAndThreeFromTheField) {
  const std::vector<Meant> all{{"agenda-wall", "agenda-wall", 35, false, true},
                               {"arrivals", "open-field", 18, true, true},
                               {"both-sides-of-the-line", "six-circles", 60, true, true},
                               {"carried-over", "carried-over", 38, false, true},
                               {"coalescing", "open-field", 60, false, true},
                               {"finding-our-place", "nested-communities", 45, true, true},
                               {"invitations-at-the-edge", "nested-communities", 45, false, true},
                               {"name-connect-nourish-illuminate", "network", 75, true, true},
                               {"offers-and-asks", "network", 40, false, false},
                               {"old-growth-new-growth", "two-loops", 60, false, true},
                               {"pausure", "open-field", 15, true, true},
                               {"quiet-ground", "nested-communities", 40, false, false},
                               {"roles-in-the-turning", "two-loops", 35, false, true},
                               {"six-circle-consultancy", "six-circles", 55, false, false},
                               {"stories-before-boxes", "cynefin-field", 60, false, true},
                               {"the-mirror", "mirror-symmetry", 50, false, true},
                               {"what-this-plan-rests-on", "six-circles", 50, false, true},
                               {"where-i-stand-twice", "one-line", 38, false, true},
                               {"wider-ring", "six-circles", 70, false, true}};
  std::vector<std::string> ids;
  for (const Meant& meant : all) {
    SCOPED_TRACE(meant.id);
    const Activity activity = shipped(meant.id).activity;
    EXPECT_EQ(activity.canvas, meant.canvas);
    EXPECT_EQ(minutes(activity), meant.minutes);
    EXPECT_EQ(activity.languages,
              meant.spanish ? std::vector<std::string>({"en", "fr", "es"}) : std::vector<std::string>({"en", "fr"}));
    EXPECT_EQ(activity.harvest.keep, meant.keep);
    ids.emplace_back(meant.id);
  }
  EXPECT_EQ(activity_names(content_folder()), ids);
}

std::size_t letters_in(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

// So that a question is read at a glance, and stands on two lines of a wall at most.
TEST(ShippedActivities, AskInAHundredAndFortyLettersAtMost) {
  for (const std::string& name : activity_names(content_folder()))
    for (const Phase& phase : shipped(name).activity.phases) {
      std::vector<LocalText> asked{phase.prompt, phase.thread_prompt};
      for (const auto& [region, prompt] : phase.region_prompts) asked.push_back(prompt);
      for (const LocalText& prompt : asked)
        for (const auto& [language, words] : prompt)
          EXPECT_LE(letters_in(words), 140U) << name << " " << phase.id << " " << words;
    }
}

// What is made in the quiet ground is veiled, what people say of themselves is not kept.
TEST(ShippedActivities, ShelterWhatIsYoung) {
  for (const Phase& phase : shipped("quiet-ground").activity.phases)
    if (phase.rules.verbs.contains(Verb::name)) {
      EXPECT_TRUE(phase.rules.veils_new_cards) << phase.id;
    }
  for (const std::string& name : activity_names(content_folder()))
    EXPECT_FALSE(shipped(name).activity.harvest.keep_markers) << name;
}

TEST(ShippedActivities, FitBesideTheirCanvasInEveryLanguageTheyOffer) {
  for (const std::string& name : activity_names(content_folder())) {
    const Pack pack = shipped(name);
    for (const std::string& language : pack.activity.languages)
      for (const Region& region : pack.canvas.regions) EXPECT_TRUE(region.label.contains(language)) << name << " " << region.id;
    EXPECT_EQ(pack.activity.id, name);
    EXPECT_FALSE(pack.activity.credits.empty());
  }
}

// French as it is set in print: real apostrophes, a narrow space that does not break before ? ! : and ;.
TEST(ShippedTexts, AreSetAsFrenchIsSet) {
  std::vector<std::filesystem::path> files = files_in(content_folder() / "activities");
  for (const auto& path : files_in(content_folder() / "canvases")) files.push_back(path);
  files.push_back(assets_folder() / "strings/fr.json");
  for (const auto& path : files) {
    const std::string text = text_of(path);
    EXPECT_EQ(text.find('\''), std::string::npos) << path;
    for (const char* mark : {" ?", " !", "\u00a0?"}) EXPECT_EQ(text.find(mark), std::string::npos) << path << mark;
  }
}

}  // namespace
}  // namespace greenline::content
