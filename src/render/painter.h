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
  // As those of Renderer.
  void draw_into(const PixelMemory& memory) { wanted_ = memory; }
  [[nodiscard]] bool drew_into(const PixelMemory& memory) const { return in_memory() && memory_ == memory; }
  void read_pixels(std::vector<std::uint8_t>& rgba) const;
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
  void build_frame(const Drawn&, const Atmosphere&, std::span<const Overlay>);
  void submit(std::span<const Overlay>);
  [[nodiscard]] Manner manner(const Drawn&) const;

  struct Part {  // of a draw list: one rectangle's commands
    PixelRect rect;
    std::size_t from = 0, to = 0;
  };

  void keep_off_dusk();
  [[nodiscard]] bool pays_by_hand(const Command&) const;  // among commands that OpenGL draws
  static void begin_state(int width, int height);
  [[nodiscard]] static double thread_cpu_s();
  void bind_pictures();
  void draw_with_gl(std::span<Part> parts, std::span<const Part> said, std::span<const Overlay>);
  // Each part's commands, over what `below` shows there and the dusk.
  void paint(std::span<Part> parts, const gl::Surface& below, const gl::Surface& onto, const Dusk&);

  // painter_memory.cpp: frames in memory of whoever shows them
  [[nodiscard]] bool in_memory() const { return memory_.pixels != nullptr; }
  void follow_memory();
  void keep_off_overlays(std::span<const Overlay>);
  void submit_into_memory(std::span<const Overlay>);
  void read_below();
  [[nodiscard]] bool all_by_hand(const Part&) const;
  [[nodiscard]] PixelMemory below();

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
  PixelMemory wanted_, memory_;
  std::vector<std::uint32_t> below_;  // the layer and the dusk on it, in memory; as large as the frame
  Rects layer_rects_, frame_rects_, below_rects_;
  std::vector<PixelRect> layer_now_, frame_now_, copied_, gl_rects_;
  std::vector<Part> layer_parts_, frame_parts_, said_parts_, gl_parts_, gl_said_;
  std::vector<std::uint32_t> slots_;
  Dusk dusk_;
  model::Camera camera_;
  bool camera_rests_ = true;
  std::uint64_t backdrop_generation_ = 0, backdrop_words_ = 0;
  double breath_s_ = 0, by_hand_s_ = 0;
  bool spoke_to_gl_ = true;  // in this frame
  bool everything_ = true;   // nothing of what is kept is right
  std::string trouble_;
  Renderer::Times times_;
};

}  // namespace greenline::render
