// The real program makes a canvas of a photograph: loops are drawn round two places with a real pointer, their names are typed,
// and what is written is a pack that `check` has nothing to say of.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <numbers>
#include <thread>

#include "e2e/room.h"
#include "picture/jpeg.h"

namespace greenline {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using model::PixelPoint;

constexpr float window_width = 1280, window_height = 800;

std::string text_in(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class APictureThatBecomesACanvas : public desk::Room {
 protected:
  void SetUp() override {
    Room::SetUp();
    render::Picture picture{1200, 800, {}};
    for (int y = 0; y < picture.height; ++y)
      for (int x = 0; x < picture.width; ++x)
        for (const int channel : {90 + x / 12, 110 + y / 12, 130, 255})
          picture.rgba.push_back(static_cast<std::uint8_t>(channel));
    ASSERT_TRUE(picture::write_jpeg(photograph, picture, 90));
  }

  void open() {
    const render::Picture bare = hand.photograph();
    const std::vector<std::string> command{program_file(),      "new-pack",        pack.string(), "--from",
                                           photograph.string(), "--pixels-per-mm", "2.5"};
    program = std::make_unique<desk::Program>(command, server.display(), (folder / "log").string());
    for (int i = 0; i < 150 && program->running() && hand.photograph().rgba == bare.rgba; ++i)
      std::this_thread::sleep_for(100ms);
    (void)desk::photograph_at_rest(hand, 60s);
    ASSERT_TRUE(program->running());
  }
  void draw_round(PixelPoint middle, float across, float up) {
    constexpr int steps = 40;
    const auto at = [&](int i) {
      const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / steps;
      return middle + PixelPoint{across * std::cos(angle), up * std::sin(angle)};
    };
    hand.move(at(0));
    hand.press();
    for (int i = 1; i <= steps; ++i) {
      hand.move(at(i));
      std::this_thread::sleep_for(20ms);
    }
    hand.release();
    std::this_thread::sleep_for(400ms);
    (void)desk::photograph_at_rest(hand, 20s);
  }
  // Into the seat that has opened.
  void write(const std::string& word) {
    for (const char letter : word) hand.key(std::string(1, letter));
    hand.key("Return");
    std::this_thread::sleep_for(400ms);
    (void)desk::photograph_at_rest(hand, 20s);  // a program that is busy sees only where the mouse has come to
  }
  // The lower right button.
  void touch_done() { hand.tap({window_width - 60, window_height - 45}); }
  [[nodiscard]] desk::Answer check() const { return desk::answer_of({program_file(), "check", pack.string()}); }

  desk::XServer server{static_cast<int>(window_width), static_cast<int>(window_height)};
  desk::Hand hand{server.display()};
  fs::path photograph = fs::temp_directory_path() / ("greenline-room-" + std::to_string(getpid())) / "the yard.jpg",
           pack = photograph.parent_path() / "our-yard";
};

TEST_F(APictureThatBecomesACanvas, ByTwoLoopsWithNames) {
  open();
  draw_round({440, 380}, 120, 150);
  write("well");
  draw_round({820, 400}, 170, 120);
  write("gate");
  touch_done();
  ASSERT_EQ(program->finish(20s), 0) << text_in(folder / "log");
  const desk::Answer checked = check();
  EXPECT_EQ(checked.code, 0) << checked.printed;
  EXPECT_THAT(checked.printed, testing::Not(testing::HasSubstr("GL-P"))) << "not even a warning";
  const auto canvas = nlohmann::json::parse(text_in(pack / "canvases/our-yard.json"));
  std::vector<std::string> names;
  for (const auto& region : canvas.at("regions")) names.push_back(region.at("label").at("en"));
  EXPECT_THAT(names, testing::UnorderedElementsAre("well", "gate"));
  EXPECT_TRUE(fs::exists(pack / "pictures/our-yard.jpg"));
  EXPECT_THAT(text_in(folder / "log"), testing::HasSubstr("greenline check"));
}

// Of a loop that is drawn while the machine is busy no part is lost, and few points make a region as many do.
TEST_F(APictureThatBecomesACanvas, AlsoWhereTheMachineIsBusyOrTheHandIsQuick) {
  open();
  program->freeze();
  draw_round({440, 380}, 120, 120);
  program->thaw();
  std::this_thread::sleep_for(400ms);
  (void)desk::photograph_at_rest(hand, 20s);
  write("well");
  program->freeze();
  const std::vector<PixelPoint> corners{{700, 300}, {940, 340}, {880, 520}, {690, 470}};
  hand.move(corners[0]);
  hand.press();
  for (const int corner : {1, 2, 3, 0}) hand.move(corners[static_cast<std::size_t>(corner)]);
  hand.release();
  program->thaw();
  std::this_thread::sleep_for(400ms);
  (void)desk::photograph_at_rest(hand, 20s);
  write("gate");
  touch_done();
  ASSERT_EQ(program->finish(20s), 0) << text_in(folder / "log");
  EXPECT_EQ(check().code, 0);
  const auto canvas = nlohmann::json::parse(text_in(pack / "canvases/our-yard.json")).dump();
  EXPECT_THAT(canvas, testing::HasSubstr("\"ellipse\"")) << "forty points, not the few that a busy program sees";
  EXPECT_THAT(canvas, testing::HasSubstr("\"polygon\""));
}

TEST_F(APictureThatBecomesACanvas, OrDoesNotWhereSomebodyLeaves) {
  open();
  draw_round({440, 380}, 120, 150);
  hand.key("Escape");  // the seat's
  std::this_thread::sleep_for(400ms);
  hand.key("Escape");  // and now it is asked
  std::this_thread::sleep_for(400ms);
  EXPECT_TRUE(program->running());
  hand.key("q", {"Control_L", "Shift_L"});
  EXPECT_EQ(program->finish(20s), 1);
  EXPECT_FALSE(fs::exists(pack));
  EXPECT_THAT(text_in(folder / "log"), testing::HasSubstr("Nothing was written."));
}

TEST_F(APictureThatBecomesACanvas, NeedsADisplayAndSaysSo) {
  const desk::Answer answer = desk::answer_of({program_file(), "new-pack", pack.string(), "--from", photograph.string()});
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.printed, testing::HasSubstr("with a finger or a mouse"));
  EXPECT_FALSE(fs::exists(pack));
}

TEST_F(APictureThatBecomesACanvas, IsAPngOrAJpegAndOthersAreToldSo) {
  const fs::path other = folder / "yard.HEIC";
  std::ofstream(other, std::ios::binary) << "\1\2\3ftypheic";
  const desk::Answer answer = desk::answer_of({program_file(), "new-pack", pack.string(), "--from", other.string()});
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.printed, testing::HasSubstr("Save it as JPEG or PNG"));
  EXPECT_FALSE(fs::exists(pack));
}

TEST_F(APictureThatBecomesACanvas, IsCalledAsItsFileWhereNobodySaysAName) {
  const fs::path list = folder / "Autumn questions.md";
  std::ofstream(list) << "- What do we keep?\n- What do we leave?\n";
  const desk::Answer answer = desk::answer_of(
      {"sh", "-c", "cd '" + folder.string() + "' && '" + program_file() + "' new-pack --from '" + list.string() + "'"});
  EXPECT_EQ(answer.code, 0) << answer.printed;
  const desk::Answer checked = desk::answer_of({program_file(), "check", (folder / "autumn-questions").string()});
  EXPECT_EQ(checked.code, 0) << checked.printed;
}

}  // namespace
}  // namespace greenline
