// The real program rehearses an activity: it plays by itself, shows a file that is saved, and says what is wrong with one.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <thread>

#include "e2e/room.h"
#include "picture/difference.h"
#include "places.h"

namespace greenline {
namespace {

using namespace std::chrono_literals;

class Rehearse : public desk::Room {
 protected:
  void SetUp() override {
    Room::SetUp();
    std::ifstream in(source_folder() / "content/activities/both-sides-of-the-line.json", std::ios::binary);
    text = {std::istreambuf_iterator<char>(in), {}};
    replace("\"id\": \"both-sides-of-the-line\"", "\"id\": \"ours\"");
    save();
  }
  void replace(const std::string& was, const std::string& is) {
    const std::size_t at = text.find(was);
    ASSERT_NE(at, std::string::npos);
    text.replace(at, was.size(), is);
  }
  void save() const { std::ofstream(activity, std::ios::binary) << text; }
  void begin(const std::string& speed) {
    const render::Picture bare = hand.photograph();
    program =
        std::make_unique<desk::Program>(std::vector<std::string>{program_file(), "rehearse", "--activity", activity.string(),
                                                                 "--speed", speed, "--still", "--pixels-per-mm", "1.58"},
                                        server.display(), (folder / "log").string());
    ASSERT_TRUE(comes([&] { return hand.photograph().rgba != bare.rgba; }));
  }
  [[nodiscard]] std::string said() const {
    std::ifstream log(folder / "log");
    return {std::istreambuf_iterator<char>(log), {}};
  }
  static bool comes(const std::function<bool()>& what) {
    for (int i = 0; i < 600 && !what(); ++i) std::this_thread::sleep_for(100ms);
    return what();
  }

  desk::XServer server{1280, 800};
  desk::Hand hand{server.display()};
  std::filesystem::path activity =
      std::filesystem::temp_directory_path() / ("greenline-room-" + std::to_string(getpid())) / "ours.json";
  std::string text;
};

TEST_F(Rehearse, PlaysByItself) {
  begin("1000");  // a phase is three seconds long
  const render::Picture first = hand.photograph();
  EXPECT_TRUE(comes([&] { return picture::difference(hand.photograph(), first).share_visible > 0.03; }))
      << "cards and words came";
  program->send(SIGTERM);
  EXPECT_EQ(program->finish(20s), 0);
}

TEST_F(Rehearse, ShowsAFileThatIsSavedAndSaysWhatIsWrongWithIt) {
  begin("1");
  const render::Picture before = desk::photograph_at_rest(hand, 30s);
  replace("Tell of a change", "Tell of a garden");
  save();
  EXPECT_TRUE(comes([&] { return hand.photograph().rgba != before.rgba; }));
  const render::Picture changed = desk::photograph_at_rest(hand, 30s);
  replace("\"minutes\": 6", "\"minuets\": 6");
  save();
  EXPECT_TRUE(comes([&] { return said().find("Did you mean \"minutes\"?") != std::string::npos; }));
  EXPECT_TRUE(comes([&] { return picture::difference(hand.photograph(), changed).share_visible > 0.005; }))
      << "it stands on the wall";
  replace("\"minuets\": 6", "\"minutes\": 6");
  save();
  EXPECT_TRUE(comes([&] { return picture::difference(hand.photograph(), changed).share_visible < 0.002; })) << "and goes";
  program->send(SIGTERM);
  EXPECT_EQ(program->finish(20s), 0);
}

TEST_F(Rehearse, PlaysAZipAndShowsItAnewWhenItIsSaved) {
  const std::string pack = (folder / "our-autumn").string();
  ASSERT_EQ(desk::answer_of({program_file(), "new-pack", pack}).code, 0);
  const std::filesystem::path zip = folder / "Our autumn.zip", prompts = folder / "our-autumn/activities/first-steps.json";
  const auto zipped = [&] {
    const desk::Answer made = desk::answer_of({"python3", "-m", "zipfile", "-c", zip.string(), pack});
    EXPECT_EQ(made.code, 0) << made.printed;
  };
  zipped();
  const render::Picture bare = hand.photograph();
  program = std::make_unique<desk::Program>(
      std::vector<std::string>{program_file(), "rehearse", zip.string(), "--speed", "1", "--still", "--pixels-per-mm", "1.58"},
      server.display(), (folder / "log").string());
  ASSERT_TRUE(comes([&] { return hand.photograph().rgba != bare.rgba; })) << said();
  const render::Picture before = desk::photograph_at_rest(hand, 30s);
  std::ofstream(zip, std::ios::binary) << "half of it";
  EXPECT_TRUE(comes([&] { return said().find("GL-P061") != std::string::npos; }));
  zipped();
  EXPECT_TRUE(comes([&] { return picture::difference(hand.photograph(), before).share_visible < 0.001; }))
      << "it is well again";
  std::ifstream in(prompts, std::ios::binary);
  text = {std::istreambuf_iterator<char>(in), {}};
  replace("What did you notice on your way here?", "Who is not here today?");
  std::ofstream(prompts, std::ios::binary) << text;
  zipped();
  EXPECT_TRUE(comes([&] { return picture::difference(hand.photograph(), before).share_visible > 0.001; }))
      << "the other question stands there";
  EXPECT_TRUE(program->running());
  program->send(SIGTERM);
  EXPECT_EQ(program->finish(20s), 0);
}

}  // namespace
}  // namespace greenline
