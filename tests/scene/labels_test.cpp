// Names, help, prompts and the line's words, in one language and in two, on every shipped canvas, in every phase, on every
// screen: nothing is cut, left out, over an edge or over another.
#include <array>
#include <map>
#include <set>

#include "scene/each_text.h"
#include "scene/measured.h"
#include "scene/stage.h"
#include "scene/wall.h"
#include "thorough.h"

namespace greenline::test {
namespace {

struct Tongues {
  const char *first, *second;
};
constexpr std::array tongues = {Tongues{"en", ""},   Tongues{"fr", ""},   Tongues{"es", ""},
                                Tongues{"en", "fr"}, Tongues{"fr", "en"}, Tongues{"en", "es"},
                                Tongues{"es", "en"}, Tongues{"fr", "es"}, Tongues{"es", "fr"}};

std::set<std::string> layouts_of(const content::Canvas& canvas) {
  std::set<std::string> names;
  for (const content::Layout& layout : canvas.layouts) names.insert(layout.name);
  return names;
}

// Both activities, and every canvas that neither of them uses under the words of one of them.
std::vector<content::Pack> shipped_packs() {
  std::vector<content::Pack> packs{pack_of(six_circles), pack_of(nested)};
  std::set<std::string> used;
  for (const content::Pack& pack : packs) used.insert(pack.canvas.id);
  for (const content::Canvas& canvas : shipped_canvases()) {
    if (used.contains(canvas.id)) continue;
    packs.push_back(packs.back());
    packs.back().canvas = canvas;
  }
  return packs;
}

struct Text {
  std::string what;
  text::BlockPtr block;
  PixelRect rect;
  const scene::RegionView* region;  // that it must stand in; null: on open ground
};

std::vector<Text> texts_of(const scene::Backdrop& backdrop) {
  constexpr std::array kinds = {"name", "help", "above the line", "below the line", "mode", "prompt"};
  std::vector<Text> texts;
  const auto take = [&](const auto& text, const scene::RegionView* region) {
    const std::string what = kinds.at(static_cast<std::size_t>(text.of));
    texts.push_back({region != nullptr ? what + " of " + region->id : what, text.block, text.reach, region});
  };
  for (const scene::RegionView& region : backdrop.regions) {
    each_text_of_region(region, [&](const auto& text) { take(text, &region); });
    each_turned_text_of_region(region, [&](const auto& text) { take(text, &region); });
  }
  each_text_of_prompt(backdrop.prompt, [&](const auto& text) { take(text, nullptr); });
  if (backdrop.has_line) each_text_of_line(backdrop.line, [&](const auto& text) { take(text, nullptr); });
  return texts;
}

// Where letters are: above and under them a line is empty.
PixelRect letters(const Text& text) {
  const float spare = 0.1F * text.block->height / static_cast<float>(text.block->lines);
  return {text.rect.x0, text.rect.y0 + spare, text.rect.x1, text.rect.y1 - spare};
}

bool stands_in(const scene::Backdrop& backdrop, const PixelRect& rect, const scene::RegionView& own) {
  bool later = false;
  for (const scene::RegionView& region : backdrop.regions) {
    for (const float u : {0.0F, 0.25F, 0.5F, 0.75F, 1.0F})
      for (const float v : {0.0F, 0.5F, 1.0F}) {
        const PixelPoint p{rect.x0 + u * rect.width(), rect.y0 + v * rect.height()};
        if (region.contains(p) != (region.id == own.id) && (region.id == own.id || later)) return false;
      }
    later = later || region.id == own.id;
  }
  return true;
}

void expect_whole(const scene::Backdrop& backdrop, const scene::Stage& stage) {
  const std::vector<Text> texts = texts_of(backdrop);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const text::Block& block = *texts[i].block;
    const PixelRect rect = letters(texts[i]);
    EXPECT_FALSE(block.cut) << texts[i].what;
    EXPECT_EQ(block.missing, 0) << texts[i].what;
    EXPECT_GE(block.height, static_cast<float>(block.lines) * stage.legible_px * 1.1F) << texts[i].what;
    EXPECT_EQ(model::clipped(rect, {0, 0, stage.width, stage.height}), rect) << texts[i].what << " leaves the screen";
    if (texts[i].region != nullptr) {
      EXPECT_TRUE(stands_in(backdrop, rect, *texts[i].region)) << texts[i].what << " leaves its region";
    }
    for (std::size_t k = i + 1; k < texts.size(); ++k)
      EXPECT_FALSE(rect.grown(-0.5F).touches(letters(texts[k]))) << texts[i].what << " over " << texts[k].what;
  }
}

void expect_nothing_left_out(const scene::Backdrop& backdrop, const scene::Stage& stage) {
  const auto differs = [&](const content::LocalText& text) {
    const auto other = content::only_in_language(text, stage.second_language);
    return !other.empty() && other != content::in_language(text, stage.language);
  };
  for (const scene::RegionView& view : backdrop.regions) {
    const content::Region& region = *find_region(stage.canvas, view.id);
    EXPECT_TRUE(view.name.block) << view.id;
    EXPECT_EQ(view.help.block != nullptr, !region.help.empty()) << view.id;
    EXPECT_EQ(view.second_name.block != nullptr, differs(region.label)) << view.id;
    EXPECT_EQ(view.second_help.block != nullptr, differs(region.help)) << view.id;
  }
  const content::Phase& phase = *find_phase(stage.activity, stage.phase);
  const bool second_mode = differs(phase.mode_words) || (phase.mode_words.empty() && !stage.second_mode_line.empty());
  EXPECT_TRUE(backdrop.prompt.mode.block);
  EXPECT_EQ(backdrop.prompt.lines.size(), stage.second_language.empty() ? 1U : second_mode ? 3U : 2U);
  if (!stage.canvas.green_line) return;
  EXPECT_TRUE(backdrop.line.above.block && backdrop.line.below.block);
  EXPECT_EQ(backdrop.line.second_above.block != nullptr, differs(stage.canvas.green_line->above));
  EXPECT_EQ(backdrop.line.second_below.block != nullptr, differs(stage.canvas.green_line->below));
}

const std::map<std::string, std::string> mode_lines = {
    {"", ""},
    {"en", "at your tables, then at the wall, a few at a time"},
    {"fr", "à votre table, puis au mur, quelques personnes à la fois"},
    {"es", "en sus mesas, luego ante el muro, unas pocas personas a la vez"}};

class EveryScreen : public testing::TestWithParam<Size> {
 protected:
  template <class Check>
  void each_stage(const Check& check) {
    const int every =
        by_day_or_night(5, 1);  // combination is tried; nine pairs of languages, six phases: five runs through all of both
    int combination = 0;
    for (const content::Pack& pack : shipped_packs())
      for (const std::string& layout : layouts_of(pack.canvas))
        for (const Tongues& tongue : tongues)
          for (const content::Phase& phase : pack.activity.phases) {
            if (combination++ % every != 0) continue;
            scene::Stage stage;
            stage.canvas = pack.canvas;
            stage.activity = pack.activity;
            stage.activity.layout = layout;
            stage.activity.outer_ring = layout == "surrounded";
            stage.phase = phase.id;
            stage.language = tongue.first;
            stage.second_language = tongue.second;
            stage.mode_line = mode_lines.at(tongue.first);
            stage.second_mode_line = mode_lines.at(tongue.second);
            stage.width = GetParam().width;
            stage.height = GetParam().height;
            SCOPED_TRACE(pack.canvas.id + " " + layout + " " + phase.id + " " + tongue.first + " " + tongue.second);
            check(stage);
          }
  }
  text::Engine engine{text::Purpose::to_measure};
};

TEST_P(EveryScreen, HasEveryWordWholeInItsPlace) {
  each_stage([&](const scene::Stage& stage) {
    const scene::Backdrop backdrop = make_backdrop(stage, engine);
    expect_nothing_left_out(backdrop, stage);
    expect_whole(backdrop, stage);
  });
}

TEST_P(EveryScreen, HasEveryWordWholeInItsPlaceForARoomFiveMetresDeep) {
  each_stage([&](scene::Stage stage) {
    if (stage.phase != stage.activity.phases.front().id && stage.phase != stage.activity.phases.back().id) return;
    stage.room_capital_px = 0.01F * std::max(stage.width, stage.height);  // 2.5 m along its longer side, seen from 5 m
    const scene::Backdrop backdrop = make_backdrop(stage, engine);
    expect_nothing_left_out(backdrop, stage);
    expect_whole(backdrop, stage);
  });
}

INSTANTIATE_TEST_SUITE_P(Labels, EveryScreen,
                         testing::Values(Size{1920, 1080}, Size{1080, 1920}, Size{1280, 720}, Size{3840, 2160}),
                         [](const auto& each) {
                           return std::to_string(static_cast<int>(each.param.width)) + "x" +
                                  std::to_string(static_cast<int>(each.param.height));
                         });

// A canvas of three circles whose names are written in other scripts.
scene::Stage in_many_scripts(const char* language, const char* second) {
  scene::Stage stage = stage_of(six_circles, 1920, 1080);
  const std::map<std::string, content::LocalText> names = {
      {"structure", {{"en", "Structure"}, {"pa", "ਢਾਂਚਾ"}, {"ar", "البنية"}, {"zh-Hant", "結構"}}},
      {"process", {{"en", "Process"}, {"pa", "ਪ੍ਰਕਿਰਿਆ"}, {"ar", "العمليات"}, {"zh-Hant", "流程"}}},
      {"relationships", {{"en", "Relationships"}, {"pa", "ਰਿਸ਼ਤੇ"}, {"ar", "العلاقات"}, {"zh-Hant", "關係"}}}};
  const content::LocalText help = {{"en", "who can talk to whom"},
                                   {"pa", "ਕੌਣ ਕਿਸ ਨਾਲ ਗੱਲ ਕਰ ਸਕਦਾ ਹੈ"},
                                   {"ar", "من يستطيع أن يتحدث مع من"},
                                   {"zh-Hant", "誰能跟誰說話"}};
  for (content::Region& region : stage.canvas.regions) {
    const auto name = names.find(region.id);
    if (name == names.end()) continue;
    region.label = name->second;
    region.help = help;
  }
  for (content::Phase& phase : stage.activity.phases) {
    phase.mode_words = {};
    phase.prompt = {
        {"en", "Who trusts whom?"}, {"pa", "ਕੌਣ ਕਿਸ ਉੱਤੇ ਭਰੋਸਾ ਕਰਦਾ ਹੈ?"}, {"ar", "من يثق بمن؟"}, {"zh-Hant", "誰信任誰？"}};
  }
  stage.language = language;
  stage.second_language = second;
  return stage;
}

TEST(Labels, StandWholeInOtherScriptsBesideEnglish) {
  text::Engine engine{text::Purpose::to_measure};
  for (const char* language : {"pa", "ar", "zh-Hant"})
    for (const bool first : {true, false}) {
      SCOPED_TRACE(std::string(language) + (first ? " first" : " second"));
      const scene::Stage stage = first ? in_many_scripts(language, "en") : in_many_scripts("en", language);
      const scene::Backdrop backdrop = make_backdrop(stage, engine);
      expect_whole(backdrop, stage);
      EXPECT_EQ(backdrop.prompt.lines.size(), 2U);
    }
}

TEST(Labels, BeginARightToLeftPromptAtTheRight) {
  text::Engine engine{text::Purpose::to_measure};
  scene::Stage stage = in_many_scripts("ar", "en");
  std::swap(stage.width, stage.height);
  const auto& lines = make_backdrop(stage, engine).prompt.lines;
  ASSERT_EQ(lines.size(), 2U);
  ASSERT_TRUE(lines[0].block->right_to_left);
  EXPECT_GT(lines[0].rect().x0, lines[1].rect().x0);
}

TEST(Labels, LeanInTheSecondLanguageOnlyWhereItsScriptDoes) {
  for (const char* words : {"Relations", "À l’abri : on y est", "hən̓q̓əmin̓əm̓", "Việt", "Σχέσεις"})
    EXPECT_EQ(scene::second_face(words), text::Face::prompt_italic) << words;
  for (const char* words : {"العلاقات", "ਰਿਸ਼ਤੇ", "關係", "ទំនាក់ទំនង", "ግንኙነት"})
    EXPECT_EQ(scene::second_face(words), text::Face::prompt) << words;
}

TEST(Labels, SayOnceWhatIsTheSameInBothLanguages) {
  text::Engine engine{text::Purpose::to_measure};
  scene::Stage stage = stage_of(six_circles, 1920, 1080);
  stage.second_language = "fr";
  const scene::Backdrop backdrop = make_backdrop(stage, engine);
  for (const scene::RegionView& region : backdrop.regions)
    EXPECT_EQ(region.second_name.block == nullptr, region.id == "structure" || region.id == "information") << region.id;
}

TEST(Labels, AreQuieterInTheSecondLanguageThanInTheFirst) {
  text::Engine engine{text::Purpose::to_measure};
  scene::Stage stage = stage_of(nested, 1920, 1080);
  stage.second_language = "es";
  const scene::Backdrop backdrop = make_backdrop(stage, engine);
  for (const scene::RegionView& region : backdrop.regions)
    EXPECT_LT(region.second_name.block->height, region.name.block->height) << region.id;
}

TEST(Labels, HaveOneSizeForAllNames) {
  text::Engine engine{text::Purpose::to_measure};
  scene::Stage stage = stage_of(six_circles, 1920, 1080);
  stage.language = "es";
  std::set<float> heights;
  for (const scene::RegionView& region : make_backdrop(stage, engine).regions)
    heights.insert(region.name.block->height / static_cast<float>(region.name.block->lines));
  EXPECT_EQ(heights.size(), 1U);
}

TEST(Labels, LetNoCardStandOnTheSecondLanguage) {
  scene::Stage stage = stage_of(nested, 1920, 1080);
  stage.second_language = "fr";
  Wall wall(stage);
  wall.crowd(60, 3);
  wall.settle();
  for (const auto* card : wall.shown())
    for (const Text& text : texts_of(wall.scene.backdrop()))
      EXPECT_FALSE(wall.rect_of(*card).grown(-0.5F).touches(letters(text))) << text.what;
}

}  // namespace
}  // namespace greenline::test
