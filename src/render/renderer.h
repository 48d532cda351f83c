// Draws a scene with OpenGL 3.3 core, in a current context; or by hand, without OpenGL, where only the processor would draw
// (by_hand.h). Knows nothing of windows.
//
// With OpenGL three pictures are kept: `backdrop` (ground, green line, membranes, labels), `layer` (the backdrop and all that
// rests) and `frame` (the layer, what moves, the seats). A frame repairs only the layer's damaged rectangles, restores to
// `frame` what moved away, draws what moves, and tells which rectangles of `frame` are new. Row 0 of every picture is the top.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "content/palette.h"
#include "render/sheet.h"
#include "scene/scene.h"

struct ImDrawData;

namespace greenline::render {

using model::PixelRect;

// A seat's drawing, laid over the scene.
struct Overlay {
  ImDrawData* data = nullptr;  // in framebuffer pixels, y down
  PixelRect rect;              // all it may touch
  bool changed = true;         // since the last frame
};

// A control of the wall's own: a few words in a pill.
struct Chip {
  PixelRect rect;
  scene::TextView words;
};

// Where a finger has just touched the wall.
struct Ripple {
  model::PixelPoint at;
  float radius = 10;  // pixels
  float light = 1;    // 0..1
};

// What lies over the wall beside the scene; pixels of the glass.
struct Atmosphere {
  float dusk = 1;       // the band of light along the lower edge: 1 at the phase's start, 0 at its end; < 0: none
  float blank = 0;      // 1: the host has put the wall to rest
  double breath_s = 0;  // time of the membranes' slow drift; steps of it repaint their edges
  std::vector<Chip> chips;
  std::vector<Ripple> ripples;
  std::vector<scene::TextView> notices;  // plain sentences low on the wall (a refusal's reason, trouble with the disk)
};

enum class Detail : std::uint8_t { rich, cheap };  // cheap: for a software rasteriser

class Renderer {
 public:
  // Compiles the shaders in `shaders_folder`. The error is a sentence with the shader's name and the driver's words.
  [[nodiscard]] static tl::expected<Renderer, std::string> make(const std::filesystem::path& shaders_folder, Detail);
  [[nodiscard]] static Renderer by_hand();
  Renderer(Renderer&&) noexcept;
  Renderer& operator=(Renderer&&) noexcept;
  ~Renderer();

  void set_palette(const content::Palette&);  // repaints everything
  void set_detail(Detail);                    // by hand it is always cheap

  // By hand: from the next draw on frames are drawn into this memory, which is of whoever shows them, where that is as large as
  // they are; nobody else may write there. Else into memory of its own. With OpenGL it does nothing.
  void draw_into(const PixelMemory&);
  // By hand: where the last frame is. With OpenGL: nothing, it is in the framebuffer.
  [[nodiscard]] PixelMemory drawn_into() const;
  // Waits until everything is drawn.
  void finish() const;

  // With OpenGL seats are drawn by ImGui's own backend: the ImGui context that owns the font atlas must be current. The first
  // overlay begins its backend; whoever owns that context ends it (ImGui_ImplOpenGL3_Shutdown) before it goes.
  //
  // Draws; returns the rectangles of the frame that differ from the last one (whole pixels, non-overlapping not promised).
  // They live until the next call. Empty when nothing changed; then OpenGL was not touched either. Where the driver refuses, or
  // there is no memory, the frame stays as it was and `trouble` says why; the next call tries all of it again.
  std::span<const PixelRect> draw(scene::Scene&, text::Engine&, std::span<const Overlay>, const Atmosphere&);

  // What kept the last draw from being right, in a sentence that says what to do; empty when all is drawn.
  [[nodiscard]] const std::string& trouble() const;

  struct Times {          // CPU seconds of this thread in the last draw, by step
    double build_s = 0;   // filling instance buffers
    double submit_s = 0;  // GL calls
    double raster_s = 0;  // drawing by hand
  };
  [[nodiscard]] Times times() const;

  [[nodiscard]] std::uint32_t frame_framebuffer() const;  // GL name, for whoever presents it from there; 0 by hand
  // Names of the texts' atlases for ImGui's triangles: of letters, white with the coverage as alpha, and of pictures. They stay
  // the same.
  [[nodiscard]] std::uint32_t glyph_texture() const;
  [[nodiscard]] std::uint32_t picture_texture() const;
  [[nodiscard]] int width() const;
  [[nodiscard]] int height() const;
  // The frame's pixels, RGBA, rows top down.
  void read_pixels(std::vector<std::uint8_t>& out) const;

 private:
  struct Inside;
  explicit Renderer(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::render
