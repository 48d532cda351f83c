// In which languages an activity can be had, and what of each is missing.
#include "content/told_languages.h"

#include <gtest/gtest.h>

#include "files.h"

namespace greenline::content {
namespace {

Activity in_french_and_wolof() {
  Activity activity;
  activity.languages = {"fr", "wo"};
  activity.title = {{"fr", "Notre jour"}, {"wo", "Sunu bés"}};
  activity.phases.resize(3);
  for (Phase& phase : activity.phases) phase.prompt = {{"fr", "?"}};
  return activity;
}

TEST(ToldLanguages, SayWhatIsMissingOfEachAndWhatIsShownInstead) {
  Activity activity = in_french_and_wolof();
  const ToldLanguage french{"fr", 0, 0, ""};
  EXPECT_EQ(told_languages(activity), (std::vector{french, {"wo", 3, 0, "fr"}}));
  activity.phases[0].prompt["wo"] = "Ndax?";
  activity.phases[1].title = {{"fr", "Ensuite"}};
  EXPECT_EQ(told_languages(activity), (std::vector{french, {"wo", 2, 1, "fr"}}));
  activity.fallback["wo"] = {"en", "fr"};
  EXPECT_EQ(told_languages(activity)[1].shown_in, "en");
}

TEST(ToldLanguages, HaveAllOfWhatIsShipped) {
  for (const auto& path : files_in(content_folder() / "activities"))
    for (const ToldLanguage& one : told_languages(*parse_activity(text_of(path), path.string())))
      EXPECT_EQ(one.prompts_missing + one.others_missing, 0) << path << " " << one.tag;
}

TEST(ToldLanguages, AreNamedInTheReadersOwn) {
  EXPECT_EQ(language_in_words("wo", "fr"), "wolof");
  EXPECT_EQ(language_in_words("fr", "en"), "French");
  EXPECT_EQ(language_in_words("es", "es"), "español");
  EXPECT_EQ(language_in_words("x-local", "en"), "x-local");
}

}  // namespace
}  // namespace greenline::content
