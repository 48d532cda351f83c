// What `check` says of words that have no room: each text, in each language, at the screen where it is worst.
#include "app/crowding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "app/resources.h"
#include "content/drawn.h"
#include "content/drawn_pack.h"

namespace greenline::app {
namespace {

using testing::HasSubstr;

std::string many(const std::string& sentence, int times) {
  std::string words;
  for (int i = 0; i < times; ++i) words += sentence;
  return words;
}

class WordsWithoutRoom : public testing::Test {
 protected:
  WordsWithoutRoom() {
    auto loaded = load_resources("both-sides-of-the-line", "dusk");
    if (!loaded) throw std::runtime_error(loaded.error());
    resources_ = std::make_unique<Resources>(std::move(*loaded));
  }
  content::Pack& pack() { return resources_->pack; }
  // As its file would be written, as far as the addresses need it.
  [[nodiscard]] std::string text() {
    nlohmann::ordered_json file{{"canvas", pack().activity.canvas}};
    for (const content::Phase& phase : pack().activity.phases) file["phases"].push_back({{"prompt", phase.prompt}});
    return file.dump();
  }
  // The same of its canvas, a region a line.
  [[nodiscard]] std::string canvas_text() {
    std::string file = "{\"regions\": [";
    for (const content::Region& region : pack().canvas.regions)
      file += (&region == &pack().canvas.regions.front() ? "\n" : ",\n") +
              nlohmann::ordered_json{{"id", region.id}, {"label", region.label}}.dump();
    return file + "]}";
  }
  [[nodiscard]] content::Diagnostics found() {
    return words_without_room({pack(), text(), canvas_text(), "x.json", "canvas.json"}, resources_->strings, engine_);
  }
  [[nodiscard]] view::WallSetting setting(float width, float height) const {
    view::WallSetting made;
    made.width = width;
    made.height = height;
    made.language = "en";
    return made;
  }
  std::unique_ptr<Resources> resources_;
  text::Engine engine_;
};

TEST_F(WordsWithoutRoom, AreNoneInWhatIsShipped) {
  EXPECT_EQ(to_text(found()), "");
  auto nested = load_resources("finding-our-place", "dusk");
  ASSERT_TRUE(nested);
  EXPECT_EQ(to_text(words_without_room({nested->pack, "{}", "{}", "x.json", "y.json"}, nested->strings, engine_)), "");
}

TEST_F(WordsWithoutRoom, AreNoneInWhatPeopleDrawOnAPicture) {
  for (const float wide_by_high : {0.75F, 1.0F, 1.5F, 1.7778F})
    for (const char* language : {"en", "fr", "es"}) {
      content::DrawnCanvas drawn(wide_by_high);
      const auto draw = [&](geometry::Point middle, float across, float up, const char* name) {
        const auto number = drawn.draw(content::a_loop(middle, across, up));
        ASSERT_TRUE(number) << name;
        drawn.name(*number, name);
      };
      draw({-0.25F, 0.1F}, 0.2F, 0.32F, "The old mill");
      draw({0.25F, 0.15F}, 0.2F, 0.15F, "Water");
      draw({0.25F, -0.25F}, 0.2F, 0.2F, "The square");
      draw({0.25F, -0.3F}, 0.1F, 0.09F, "Well");  // in the square
      const content::DrawnPack as{"ours", "Ours", language, "pictures/ours.jpg"};
      const auto made =
          content::pack_from_texts(activity_from(as, resources_->strings), canvas_from(drawn, as), "what was drawn");
      ASSERT_TRUE(made) << to_text(made.error());
      EXPECT_EQ(to_text(words_without_room({*made, "{}", "{}", "x.json", "y.json"}, resources_->strings, engine_)), "")
          << wide_by_high << " " << language;
    }
}

TEST_F(WordsWithoutRoom, AreToldWithTheirPlaceTheirLanguageAndHowManyCharactersFit) {
  pack().activity.phases[1].prompt["fr"] = many("Qu’est-ce qui a aidé, et qu’est-ce qui a gêné ? ", 40);
  const auto told = found();
  ASSERT_EQ(told.size(), 1U) << to_text(told);
  EXPECT_EQ(told.front().pointer, "/phases/1/prompt/fr");
  EXPECT_THAT(told.front().found, HasSubstr("characters"));
  EXPECT_THAT(told.front().found, HasSubstr("in \"fr\""));
  EXPECT_THAT(told.front().hint, testing::ContainsRegex("some [0-9]+ characters fit"));
}

TEST_F(WordsWithoutRoom, OfAsManyCharactersAsTheHintSaysAreNone) {
  const std::string sentence = "What helped, and what was in the way? ";
  pack().activity.phases[1].prompt["en"] = many(sentence, 45);
  const auto told = found();
  ASSERT_EQ(told.size(), 1U);
  const std::size_t from = told.front().hint.find("some ") + 5;
  const std::size_t fitting = std::stoul(told.front().hint.substr(from));
  pack().activity.phases[1].prompt["en"] = many(sentence, static_cast<int>(fitting / sentence.size()));
  EXPECT_EQ(to_text(found()), "");
}

TEST_F(WordsWithoutRoom, OfTheCanvasNameTheRegionAndTheLineOfTheCanvasFileInWhichItsNameStands) {
  std::size_t place = 0;
  for (content::Region& region : pack().canvas.regions) {
    if (region.id != "structure") continue;
    place = static_cast<std::size_t>(&region - pack().canvas.regions.data());
    region.label["en"] = many("Everything that holds ", 9);
    region.help["en"] = many("what is fixed in place and what is not ", 15);
  }
  const auto told = found();
  ASSERT_FALSE(told.empty());
  EXPECT_THAT(to_text(told), HasSubstr("the name and help of \"structure\""));
  EXPECT_EQ(told.front().file, "canvas.json");
  EXPECT_EQ(told.front().pointer, "/regions/" + std::to_string(place) + "/label/en");
  EXPECT_EQ(told.front().line, static_cast<int>(place) + 2);
  EXPECT_THAT(told.front().used_by, testing::ElementsAre("x.json"));
  EXPECT_THAT(to_text(told), testing::ContainsRegex("[0-9]\\.[0-9] times as large as its place"));
}

TEST_F(WordsWithoutRoom, AreLookedForOnlySoLong) {
  const content::Phase phase = pack().activity.phases[1];
  while (pack().activity.phases.size() < 64) pack().activity.phases.push_back(phase);
  for (content::Phase& each : pack().activity.phases)
    for (auto& [language, words] : each.prompt) words = many("What helped and what got in the way of it all? ", 42);
  const auto told = found();
  EXPECT_LE(told.size(), 21U);
  EXPECT_THAT(to_text(told), HasSubstr("further ones were not looked at"));
}

TEST_F(WordsWithoutRoom, OfOneWallAreASentenceWithItsPhase) {
  EXPECT_EQ(note_of_crowding(pack(), resources_->strings, setting(1920, 1080), engine_), "");
  pack().activity.phases[1].prompt["en"] = many("What helped and what got in the way of it all? ", 400);
  const std::string note = note_of_crowding(pack(), resources_->strings, setting(1280, 720), engine_);
  EXPECT_THAT(note, HasSubstr("the prompt of \"" + pack().activity.phases[1].id + "\""));
  EXPECT_THAT(note, HasSubstr("without their end"));
  EXPECT_EQ(note_of_crowding(pack(), resources_->strings, setting(1280, 720), engine_, pack().activity.phases[0].id), "");
}

}  // namespace
}  // namespace greenline::app
