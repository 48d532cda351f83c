// Lists that people own become activities.
#include "content/prompt_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/load.h"
#include "places.h"

namespace greenline::content {
namespace {

using testing::HasSubstr;

const Strings& strings() {
  static const Strings all = Strings::load(source_folder() / "assets/strings").value();
  return all;
}

// The activity that is made of it is sound, on a canvas that is there.
Activity sound(const PromptList& list, const std::string& language = "en") {
  const std::string text = activity_from(list, "ours", language, strings());
  auto activity = parse_activity(text, "ours.json");
  EXPECT_TRUE(activity) << (activity ? "" : to_text(activity.error().front())) << "\n" << text;
  return activity ? *std::move(activity) : Activity();
}

TEST(PromptList, HeadingsArePhasesAndWhatStandsUnderThemTheirQuestions) {
  const auto list = read_prompt_list(
      "# Our staff day\n\n## Arriving (5 min)\nWhat did you bring with you?\n\n## What helps\n- What helped this year?\n- And "
      "whom?\n",
      false);
  ASSERT_TRUE(list);
  EXPECT_EQ(list->title, "Our staff day");
  ASSERT_EQ(list->prompts.size(), 2U);
  EXPECT_EQ(list->prompts[0].title, "Arriving");
  EXPECT_EQ(list->prompts[0].prompt, "What did you bring with you?");
  EXPECT_EQ(list->prompts[0].minutes, 5);
  EXPECT_EQ(list->prompts[1].prompt, "What helped this year? And whom?");
  const Activity activity = sound(*list);
  EXPECT_EQ(activity.phases[0].minutes, 5);
  EXPECT_EQ(activity.phases[1].title.at("en"), "What helps");
}

TEST(PromptList, EachItemOfAListIsAQuestion) {
  const auto list =
      read_prompt_list("1. What is **beginning**? (12 min)\n2. What wants to end?\n* [ ] Who is missing?\n", false);
  ASSERT_TRUE(list);
  ASSERT_EQ(list->prompts.size(), 3U);
  EXPECT_EQ(list->prompts[0].prompt, "What is beginning?");
  EXPECT_EQ(list->prompts[0].minutes, 12);
  EXPECT_EQ(list->prompts[2].prompt, "Who is missing?");
  sound(*list);
}

TEST(PromptList, ATableHasAQuestionARow) {
  const auto list = read_prompt_list(
      "\xEF\xBB\xBFPrompt;Minutes;Mode\r\n\"What helps, and what \"\"helps\"\" not?\";10;pair\r\nRead it all;3;look\r\n;;\r\n",
      true);
  ASSERT_TRUE(list);
  ASSERT_EQ(list->prompts.size(), 2U);
  EXPECT_EQ(list->prompts[0].prompt, "What helps, and what \"helps\" not?");
  const Activity activity = sound(*list);
  EXPECT_EQ(activity.phases[0].minutes, 10);
  EXPECT_EQ(activity.phases[0].modes, std::vector{Mode::pair});
  EXPECT_FALSE(activity.phases[1].rules.touch);
}

TEST(PromptList, ATableWithoutAHeadIsItsFirstColumn) {
  const auto list = read_prompt_list("What is growing?,x\nWhat is fading?,y\n", true);
  ASSERT_TRUE(list);
  ASSERT_EQ(list->prompts.size(), 2U);
  EXPECT_EQ(list->prompts[1].prompt, "What is fading?");
}

TEST(PromptList, IdsDifferWhateverTheWords) {
  const auto list = read_prompt_list("- 我们在哪里？\n- 我们去哪里？\n- Same words\n- Same words\n", false);
  ASSERT_TRUE(list);
  const Activity activity = sound(*list);
  std::set<std::string> ids;
  for (const Phase& phase : activity.phases) EXPECT_TRUE(ids.insert(phase.id).second) << phase.id;
}

TEST(PromptList, IsInTheLanguageThatItIsSaidToBeIn) {
  const auto list = read_prompt_list("- Qu’est-ce qui pousse ?\n", false);
  ASSERT_TRUE(list);
  const Activity activity = sound(*list, "fr");
  EXPECT_EQ(activity.languages, std::vector<std::string>{"fr"});
  EXPECT_THAT(activity.harvest.what.at("fr"), HasSubstr("propres mots"));
}

TEST(PromptList, ALongQuestionIsKeptAndCheckedLater) {
  const auto list = read_prompt_list("- " + std::string(900, 'w') + "\n", false);
  ASSERT_TRUE(list);
  EXPECT_EQ(sound(*list).phases.front().prompt.at("en").size(), 900U);
}

TEST(PromptList, SaysWhatIsNone) {
  EXPECT_THAT(read_prompt_list("", false).error(), HasSubstr("no question"));
  EXPECT_THAT(read_prompt_list("# Only a title\n", false).error(), HasSubstr("no question"));
  EXPECT_THAT(read_prompt_list("Fran\xE7"
                               "ais\n",
                               true)
                  .error(),
              HasSubstr("UTF-8"));
}

}  // namespace
}  // namespace greenline::content
