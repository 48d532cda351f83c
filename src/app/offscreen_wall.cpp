#include "app/offscreen_wall.h"

#include <utility>

namespace greenline::app {

tl::expected<std::unique_ptr<OffscreenWall>, std::string> OffscreenWall::open(const Resources& resources,
                                                                              station::Session& session,
                                                                              const view::WallSetting& setting,
                                                                              render::Detail detail) {
  if (auto trouble = trouble_with_fonts(); !trouble.empty()) return tl::unexpected(std::move(trouble));
  auto context = render::OffscreenContext::make();
  if (!context) return tl::unexpected(context.error());
  auto renderer = render::Renderer::make(resources.paths.shaders, detail);
  if (!renderer) return tl::unexpected(renderer.error());
  return std::unique_ptr<OffscreenWall>(
      new OffscreenWall(std::move(*context), std::move(*renderer), resources, session, setting));
}

OffscreenWall::OffscreenWall(render::OffscreenContext context, render::Renderer renderer, const Resources& resources,
                             station::Session& session, const view::WallSetting& setting)
    : context_(std::move(context)),
      renderer_(std::move(renderer)),
      wall_(session, engine_, resources.strings, resources.keyboards, resources.palette, setting) {
  renderer_.set_palette(resources.palette);
  wall_.set_glyph_textures({renderer_.glyph_texture(), renderer_.picture_texture()});
}

tl::expected<render::Picture, std::string> OffscreenWall::picture() {
  frame(0);
  wall_.settle_now();
  if (const Drawn drawn = frame(0); !drawn.trouble.empty()) return tl::unexpected(drawn.trouble);
  render::Picture picture{renderer_.width(), renderer_.height(), {}};
  renderer_.read_pixels(picture.rgba);
  return picture;
}

}  // namespace greenline::app
