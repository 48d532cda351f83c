// Keeps the three pictures, and repairs of each what is no longer right. See renderer.h.
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "render/atlas_texture.h"
#include "render/backdrop.h"
#include "render/backdrop_shown.h"
#include "render/by_hand.h"
#include "render/drawn.h"
#include "render/over.h"
#include "render/overlays.h"
#include "render/renderer.h"
#include "render/submitter.h"

namespace greenline::render {

class Painter {
 public:
  [[nodiscard]] static tl::expected<Painter, std::string> make(const std::filesystem::path& shaders_folder, Detail);

  void set_palette(const content::Palette&);
  void set_detail(Detail);
  void read_pixels(std::vector<std::uint8_t>& rgba) const { gl::read_surface(frame_, rgba); }  // as that of Renderer
  std::span<const PixelRect> draw(const Drawn&, std::span<const Overlay>, const Atmosphere&);

  [[nodiscard]] const std::string& trouble() const { return trouble_; }
  [[nodiscard]] Renderer::Times times() const { return times_; }
  [[nodiscard]] const gl::Surface& frame() const { return frame_; }
  [[nodiscard]] std::uint32_t glyph_texture() const { return *letters_.texture; }
  [[nodiscard]] std::uint32_t picture_texture() const { return *pictures_.texture; }

 private:
  Painter(Submitter, Detail);
  [[nodiscard]] tl::expected<void, std::string> resize(const scene::Backdrop&);
  void upload_glyphs(const Drawn&);
  void bind_glyphs() const;  // both atlases, for the submitter
  [[nodiscard]] bool backdrop_is_another(const Drawn&) const;
  void paint_backdrop(const Drawn&, const Atmosphere&);
  // Draw lists of the layer's and the frame's rectangles; commands by rectangle.
  void build_layer(const Drawn&);
  void build_frame(const Drawn&, const Atmosphere&);
  void submit(std::span<const Overlay>);
  [[nodiscard]] Manner manner(const Drawn&) const;

  struct Part {  // of a draw list: one rectangle's commands
    PixelRect rect;
    std::size_t from = 0, to = 0;
  };

  void keep_off_dusk();
  [[nodiscard]] bool pays_by_hand(const Command&) const;  // among commands that OpenGL draws
  static void begin_state(int width, int height);
  void bind_pictures();
  // Each part's commands, over what `below` shows there and the dusk.
  void paint(std::span<Part> parts, const gl::Surface& below, const gl::Surface& onto, const Dusk&);

  Submitter submitter_;
  ByHand by_hand_;
  Detail detail_;
  content::Palette palette_;
  gl::Surface backdrop_, layer_, frame_;
  AtlasTexture letters_, pictures_;
  BackdropPainter backdrop_painter_;
  Over over_;
  Overlays overlays_;
  DrawList list_;
  Rects layer_rects_, frame_rects_;
  std::vector<PixelRect> layer_now_, frame_now_, copied_;
  std::vector<Part> layer_parts_, frame_parts_, said_parts_;
  std::vector<std::uint32_t> slots_;
  Dusk dusk_;
  BackdropShown shown_;
  double by_hand_s_ = 0;
  bool everything_ = true;  // nothing of what is kept is right
  std::string trouble_;
  Renderer::Times times_;
};

}  // namespace greenline::render
