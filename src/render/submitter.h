// Sends a draw list to OpenGL: one program and one stream of instances a visual.
#pragma once
#include <array>
#include <filesystem>
#include <string>
#include <tl/expected.hpp>

#include "content/palette.h"
#include "render/draw_list.h"
#include "render/gl.h"

namespace greenline::render {

inline constexpr int membrane_fields_unit = 2, picture_atlas_unit = 3, backing_unit = 4;  // texture units

class Submitter {
 public:
  [[nodiscard]] static tl::expected<Submitter, std::string> make(const std::filesystem::path& shaders_folder);

  // Uniforms that stay for many frames.
  void set_palette(const content::Palette&);
  void set_size(int width, int height);                // of the framebuffer, pixels
  void set_atlas_size(Visual, int width, int height);  // of glyphs, or of pictures

  void upload(const DrawList&);
  // Draws the commands in [from, to) into the bound framebuffer. The atlas of letters must be
  // bound to texture unit 0, that of pictures to its own, the backdrop to unit 1 where haze is drawn over it, and the
  // membranes' fields to theirs.
  void run(const DrawList&, std::size_t from, std::size_t to);

  // Whole-screen passes.
  void draw_ground(float line_y);             // pixels
  void draw_backing(const PixelRect& where);  // pixels; its texture must be bound to its own unit
  void draw_dusk(const PixelRect& band, float end_px);

 private:
  struct Stream {
    gl::VertexArray array;
    gl::Buffer buffer;
    std::size_t stride = 0;
    std::size_t capacity = 0;  // bytes
  };
  Submitter() = default;
  void point_at(Visual, std::uint32_t first);
  template <class Instance>
  void upload_stream(Visual, const std::vector<Instance>&);

  std::array<gl::Program, visual_count> programs_;
  std::array<Stream, visual_count> streams_;
  gl::Program ground_, backing_, dusk_;
  gl::VertexArray nothing_;
};

}  // namespace greenline::render
