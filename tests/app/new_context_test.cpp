// OpenGL may lose everything that was given to it. A renderer made anew, with the engine and the scene that were there, shows
// the same wall: every word, though the atlas tells of nothing new.
#include "app/on_a_wall.h"

namespace greenline::app {
namespace {

class NewContextTest : public WallTest {};

TEST_F(NewContextTest, ShowsTheSameWallWithEveryWord) {
  open("both-sides-of-the-line", "name");
  a_card("structure", "bells");
  a_card("pattern", "ring");
  const render::Picture before = studio->picture().value();
  ASSERT_TRUE(studio->engine().take_dirty().empty()) << "the first renderer has it all";

  auto anew = render::Renderer::make(kit->paths.shaders, render::Detail::rich);
  ASSERT_TRUE(anew) << anew.error();
  anew->set_palette(kit->palette);
  studio->wall().set_glyph_texture(anew->glyph_texture());
  const auto overlays = studio->wall().overlays();
  (void)anew->draw(studio->wall().scene(), studio->engine(), overlays, studio->wall().atmosphere());
  std::vector<std::uint8_t> after;
  anew->read_pixels(after);
  EXPECT_EQ(after, before.rgba);
}

}  // namespace
}  // namespace greenline::app
