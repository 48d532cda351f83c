// OpenGL may lose everything that was given to it. A renderer made anew, with the engine and the scene that were there, shows
// the same wall: every word, though the atlas tells of nothing new.
#include "interact/on_a_wall.h"

namespace greenline::interact {
namespace {

class NewContextTest : public WallTest {};

TEST_F(NewContextTest, ShowsTheSameWallWithEveryWord) {
  open("both-sides-of-the-line", "name");
  a_card("structure", "bells");
  a_card("pattern", "ring");
  const render::Picture before = offscreen->picture().value();
  ASSERT_TRUE(offscreen->engine().take_dirty().empty()) << "the first renderer has it all";

  auto anew = render::Renderer::make(resources->paths.shaders, render::Detail::rich);
  ASSERT_TRUE(anew) << anew.error();
  anew->set_palette(resources->palette);
  offscreen->wall().set_glyph_textures({anew->glyph_texture(), anew->picture_texture()});
  const auto overlays = offscreen->wall().overlays();
  (void)anew->draw(offscreen->wall().scene(), offscreen->engine(), overlays, offscreen->wall().atmosphere());
  std::vector<std::uint8_t> after;
  anew->read_pixels(after);
  EXPECT_EQ(after, before.rgba);
}

}  // namespace
}  // namespace greenline::interact
