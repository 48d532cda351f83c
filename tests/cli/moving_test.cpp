// The moving picture of a wall in use: a card is written, placed and joined.
#include "cli/moving.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>

#include "app/resources.h"
#include "picture/difference.h"
#include "picture/played.h"
#include "simulate/simulation.h"

namespace greenline::cli {
namespace {

class Moving : public testing::Test {
 protected:
  Moving() : file_(std::filesystem::temp_directory_path() / ("greenline_moving_" + std::to_string(::getpid()) + ".png")) {
    auto resources = app::load_resources("both-sides-of-the-line", "dusk");
    EXPECT_TRUE(resources);
    resources->palette.grain = 0;
    resources_ = std::make_unique<app::Resources>(std::move(*resources));
    session_ = std::make_unique<station::Session>(resources_->pack, station::seeded_sources(1));
    const auto phrases = simulate::load_phrases(resources_->paths.content / "simulation" / "phrases.json", "en");
    EXPECT_TRUE(phrases);
    EXPECT_TRUE(simulate::play(*session_, *phrases, {1, 8, {}}));
    auto wall = app::OffscreenWall::open(*resources_, *session_, {.width = 960, .height = 540, .pixels_per_mm = 0.79F});
    EXPECT_TRUE(wall);
    wall_ = std::move(*wall);
  }
  ~Moving() override { std::filesystem::remove(file_); }

  std::filesystem::path file_;
  std::unique_ptr<app::Resources> resources_;
  std::unique_ptr<station::Session> session_;
  std::unique_ptr<app::OffscreenWall> wall_;
};

TEST_F(Moving, ShowsACardThatIsWrittenPlacedAndJoinedAndEndsWithTheWallAsItIsThen) {
  const std::size_t threads = session_->convening().threads.size();
  const auto made = write_moving(*wall_, *session_, {"information", "Teachers find out", "rests on"}, 3, file_.string());
  ASSERT_TRUE(made) << made.error();
  EXPECT_EQ(session_->convening().cards.size(), 9U);
  EXPECT_EQ(session_->convening().threads.size(), threads + 1);
  const auto played = picture::played(file_);
  ASSERT_GE(played.size(), 8U);
  int whole_ms = 0;
  for (const picture::Played& one : played) whole_ms += one.stands_ms;
  EXPECT_NEAR(whole_ms, 3000, 800);
  // The wall itself, half as large.
  const auto still = wall_->picture();
  ASSERT_TRUE(still);
  const render::Picture half = halved(*still);
  EXPECT_EQ(played.back().picture.width, 480);
  const picture::Difference last = picture::difference(played.back().picture, half);
  ASSERT_TRUE(last.same_size);
  EXPECT_LT(last.share_visible, 0.005);
  EXPECT_GT(picture::difference(played.front().picture, half).share_visible, 0.01) << "something did happen";
}

}  // namespace
}  // namespace greenline::cli
