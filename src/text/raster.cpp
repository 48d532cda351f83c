// FreeType outlines to coverage: vertical light hinting, so that lines of letters stand sharp and widths stay true.
#include "text/raster.h"

#include <pango/pangofc-font.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include FT_OUTLINE_H

namespace greenline::text {
namespace {

constexpr int kLoadFlags = FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP;

std::uint64_t glyph_key(Raster::FontId font, std::uint32_t glyph, int size_26_6, int phase) {
  return (std::uint64_t{font} << 48) | (std::uint64_t{glyph & 0xFFFFFFU} << 24) |
         (static_cast<std::uint64_t>(size_26_6 & 0xFFFFF) << 4) | static_cast<std::uint64_t>(phase);
}

// Blended without gamma, the partly covered edges of small letters read thinner than they are, most on a dark ground. Chosen
// by eye at 13 to 20 px in both palettes; at 1 nothing would change.
constexpr double kFuller = 0.87;
constexpr float kSmall = 24;  // pixels

FT_Fixed fixed(double value) { return static_cast<FT_Fixed>(std::lround(value * 0x10000)); }

}  // namespace

Raster::Raster(Atlas& letters, Atlas& pictures) : letters_(&letters), pictures_(&pictures), full_(&letters) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) == 0) library_.reset(library);
  for (std::size_t i = 0; i < fuller_.size(); ++i) {
    fuller_[i] = static_cast<std::uint8_t>(std::lround(255 * std::pow(static_cast<double>(i) / 255, kFuller)));
  }
}

Raster::FontId Raster::open(PangoFont* font) {
  const auto known = fonts_.find(font);
  if (known != fonts_.end()) return known->second;

  FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
  Outlines wanted;
  FcChar8* file = nullptr;
  FcBool embolden = FcFalse;
  FcMatrix* matrix = nullptr;
  if (FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch) wanted.file = reinterpret_cast<const char*>(file);
  FcPatternGetInteger(pattern, FC_INDEX, 0, &wanted.index);
  if (FcPatternGetBool(pattern, FC_EMBOLDEN, 0, &embolden) == FcResultMatch) wanted.embolden = embolden != FcFalse;
  if (FcPatternGetMatrix(pattern, FC_MATRIX, 0, &matrix) == FcResultMatch) {
    wanted.slant = {fixed(matrix->xx), fixed(matrix->xy), fixed(matrix->yx), fixed(matrix->yy)};
  }

  const auto same = [&](const Outlines& have) {
    return have.file == wanted.file && have.index == wanted.index && have.embolden == wanted.embolden &&
           have.slant.xx == wanted.slant.xx && have.slant.xy == wanted.slant.xy && have.slant.yx == wanted.slant.yx &&
           have.slant.yy == wanted.slant.yy;
  };
  auto found = std::find_if(outlines_.begin(), outlines_.end(), same);
  if (found == outlines_.end()) {
    FT_Face face = nullptr;
    if (library_ && FT_New_Face(library_.get(), wanted.file.c_str(), wanted.index, &face) == 0) wanted.face.reset(face);
    found = outlines_.insert(outlines_.end(), std::move(wanted));
  }
  const auto id = static_cast<FontId>(found - outlines_.begin());
  g_object_ref(font);
  held_.emplace_back(font);
  fonts_.emplace(font, id);
  return id;
}

FT_GlyphSlot Raster::load(Outlines& outlines, std::uint32_t glyph, int size_26_6, int phase_26_6) {
  FT_Face face = outlines.face.get();
  if (face == nullptr) return nullptr;
  if (outlines.size_26_6 != size_26_6) {
    if (FT_Set_Char_Size(face, 0, size_26_6, 72, 72) != 0) return nullptr;
    outlines.size_26_6 = size_26_6;
  }
  if (FT_Load_Glyph(face, glyph, kLoadFlags) != 0 || face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) return nullptr;
  FT_Outline& outline = face->glyph->outline;
  if (outlines.embolden) FT_Outline_Embolden(&outline, size_26_6 / 24);  // as much as FreeType's own synthetic bold
  FT_Outline_Transform(&outline, &outlines.slant);
  FT_Outline_Translate(&outline, phase_26_6, 0);
  return FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) == 0 ? face->glyph : nullptr;
}

bool Raster::take(Atlas& atlas, int w, int h, Drawn& drawn) {
  const auto place = atlas.take(w, h);
  if (!place) {
    full_ = &atlas;
    return false;
  }
  drawn.kind = Drawn::Kind::inked;
  drawn.u = static_cast<std::uint16_t>(place->x);
  drawn.v = static_cast<std::uint16_t>(place->y);
  drawn.w = static_cast<std::uint16_t>(w);
  drawn.h = static_cast<std::uint16_t>(h);
  return true;
}

bool Raster::place_picture(const Picture& picture, Drawn& drawn) {
  drawn.picture = true;
  if (picture.width == 0 || picture.height == 0) return true;
  if (!take(*pictures_, picture.width, picture.height, drawn)) return false;
  drawn.left = static_cast<std::int16_t>(picture.left);
  drawn.top = static_cast<std::int16_t>(picture.top);
  pictures_->write({drawn.u, drawn.v}, picture.width, picture.height, picture.rgba.data(), std::ptrdiff_t{4} * picture.width);
  return true;
}

bool Raster::place(FT_GlyphSlot slot, float size_px, Drawn& drawn) {
  const FT_Bitmap& bitmap = slot->bitmap;
  const int w = static_cast<int>(bitmap.width), h = static_cast<int>(bitmap.rows);
  if (w == 0 || h == 0) return true;
  if (!take(*letters_, w, h, drawn)) return false;
  if (size_px < kSmall) {
    for (int y = 0; y < h; ++y) {
      std::uint8_t* row = bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch;
      std::transform(row, row + w, row, [this](std::uint8_t coverage) { return fuller_[coverage]; });
    }
  }
  letters_->write({drawn.u, drawn.v}, w, h, bitmap.buffer, bitmap.pitch);
  drawn.left = static_cast<std::int16_t>(slot->bitmap_left);
  drawn.top = static_cast<std::int16_t>(-slot->bitmap_top);
  return true;
}

const Drawn* Raster::draw(FontId font, std::uint32_t glyph, float size_px, int phase) {
  const int size_26_6 = static_cast<int>(std::lround(size_px * 64));
  FT_Face face = outlines_[font].face.get();
  const bool pictured = face != nullptr && holds_pictures(face);
  if (pictured) phase = 0;  // it would look no better anywhere else
  const std::uint64_t key = glyph_key(font, glyph, size_26_6, phase);
  const auto known = known_.find(key);
  if (known != known_.end()) return &known->second;
  Drawn drawn;
  if (pictured) {
    const auto picture = picture_of(face, glyph, size_px);
    if (picture && !place_picture(*picture, drawn)) return nullptr;
    if (!picture) drawn.kind = Drawn::Kind::absent;
  } else if (FT_GlyphSlot slot = load(outlines_[font], glyph, size_26_6, phase * 64 / phases(size_px))) {
    if (!place(slot, size_px, drawn)) return nullptr;
  } else {
    drawn.kind = Drawn::Kind::absent;
  }
  ++drawn_;
  return &known_.emplace(key, drawn).first->second;
}

std::unordered_map<std::uint32_t, Drawn*> Raster::by_place(bool pictures) {
  std::unordered_map<std::uint32_t, Drawn*> by_place;
  by_place.reserve(known_.size());
  for (auto& [key, drawn] : known_)
    if (drawn.kind == Drawn::Kind::inked && drawn.picture == pictures) by_place.emplace(place_key(drawn.u, drawn.v), &drawn);
  return by_place;
}

void Raster::forget_all_but(std::span<Drawn* const> inked, bool pictures) {
  const std::unordered_set<const Drawn*> kept(inked.begin(), inked.end());
  std::erase_if(known_, [&](const auto& entry) {
    const Drawn& drawn = entry.second;
    return drawn.kind == Drawn::Kind::inked && drawn.picture == pictures && !kept.contains(&drawn);
  });
}

}  // namespace greenline::text
