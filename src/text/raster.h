// Draws each glyph once, at its size and horizontal phase, into the atlas of letters, or of pictures.
#pragma once
#include <pango/pango.h>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/atlas.h"
#include "text/handles.h"
#include "text/picture_glyph.h"

namespace greenline::text {

// Where a drawn glyph lies, and where its top left stands from the pen on the baseline (y down).
struct Drawn {
  enum class Kind : std::uint8_t { inked, blank, absent };  // absent: the font has neither an outline nor a picture for it
  Kind kind = Kind::blank;
  bool picture = false;  // it lies in the atlas of pictures
  std::int16_t left = 0, top = 0;
  std::uint16_t u = 0, v = 0, w = 0, h = 0;
};

class Raster {
 public:
  Raster(Atlas& letters, Atlas& pictures);  // must outlive this; a texel of pictures is of four bytes

  using FontId = std::uint32_t;
  // The outlines behind a font that Pango chose; kept open. Cheap after a font's first time.
  [[nodiscard]] FontId open(PangoFont*);

  // Phases of a pixel at which a glyph of this size is drawn: at small sizes a quarter pixel is seen in the spacing.
  [[nodiscard]] static int phases(float size_px) { return size_px > 40 ? 1 : 4; }

  // The glyph at phase/phases of a pixel right of the pen. Null when an atlas is full: make room in it and ask again.
  [[nodiscard]] const Drawn* draw(FontId, std::uint32_t glyph, float size_px, int phase);
  [[nodiscard]] Atlas& full() const { return *full_; }  // the one that was, the last time
  // The atlases started over: everything is drawn again when asked for.
  void forget() { known_.clear(); }
  [[nodiscard]] std::size_t glyphs() const { return known_.size(); }
  [[nodiscard]] std::uint64_t drawn() const { return drawn_; }  // since the start

  // Glyphs with ink by where they lie. The pointers are good until one is forgotten.
  [[nodiscard]] static std::uint32_t place_key(std::uint16_t u, std::uint16_t v) { return (std::uint32_t{u} << 16) | v; }
  [[nodiscard]] std::unordered_map<std::uint32_t, Drawn*> by_place(bool pictures);
  void forget_all_but(std::span<Drawn* const> inked, bool pictures);  // of letters, or of pictures

 private:
  struct Outlines {
    std::string file;
    int index = 0;
    bool embolden = false;
    FT_Matrix slant{0x10000, 0, 0, 0x10000};
    FacePtr face;  // null when the file cannot be read: all its glyphs are absent
    int size_26_6 = 0;
  };
  [[nodiscard]] FT_GlyphSlot load(Outlines&, std::uint32_t glyph, int size_26_6, int phase_26_6);
  // False when the atlas is full.
  bool place(FT_GlyphSlot, float size_px, Drawn&);
  bool place_picture(const Picture&, Drawn&);
  bool take(Atlas&, int w, int h, Drawn&);

  Atlas *letters_, *pictures_, *full_;
  std::array<std::uint8_t, 256> fuller_{};  // coverage of small letters, which would look thin
  LibraryPtr library_;
  std::vector<Outlines> outlines_;  // closed before the library
  std::unordered_map<PangoFont*, FontId> fonts_;
  std::vector<FontPtr> held_;  // keeps each address in `fonts_` from being used again
  std::unordered_map<std::uint64_t, Drawn> known_;
  std::uint64_t drawn_ = 0;
};

}  // namespace greenline::text
