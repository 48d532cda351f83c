#include "text/untold.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/handles.h"

namespace greenline::text {
namespace {

constexpr gunichar first_letter = 0x1F1E6, last_letter = 0x1F1FF;  // regional indicators: a flag is two

bool is_flag_letter(gunichar c) { return c >= first_letter && c <= last_letter; }

bool is_picture(gunichar c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0; }

// What the bytes of one glyph's cluster say: nothing where it is neither a picture nor a flag.
UntoldPicture picture_at(const char* text, int from, int to) {
  UntoldPicture picture{from, to, static_cast<int>(g_utf8_strlen(text + from, to - from)), 0, {}};
  const gunichar first = g_utf8_get_char(text + from);
  if (is_picture(first)) picture.character = first;
  for (const char* at = text + from; at < text + to; at = g_utf8_next_char(at))
    if (const gunichar c = g_utf8_get_char(at); is_flag_letter(c))
      picture.letters += static_cast<char>('A' + (c - first_letter));
  return picture;
}

void look_in(const PangoGlyphItem& run, const char* text, std::uint32_t flag_of_nowhere, std::vector<UntoldPicture>& found) {
  const PangoItem& item = *run.item;
  for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
    const PangoGlyph glyph = run.glyphs->glyphs[i].glyph;
    const bool unknown = (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 && glyph != PANGO_GLYPH_EMPTY;
    if (!unknown && (flag_of_nowhere == 0 || glyph != flag_of_nowhere)) continue;
    const int from = run.glyphs->log_clusters[i];
    int to = item.length;
    for (int k = 0; k < run.glyphs->num_glyphs; ++k)
      if (const int other = run.glyphs->log_clusters[k]; other > from) to = std::min(to, other);
    UntoldPicture picture = picture_at(text, item.offset + from, item.offset + to);
    if (unknown ? picture.character != 0 : picture.letters.size() == 2) found.push_back(std::move(picture));
  }
}

template <class Use>
void for_each_run(PangoLayout* layout, Use use) {
  for (const GSList* line = pango_layout_get_lines_readonly(layout); line != nullptr; line = line->next)
    for (const GSList* run = static_cast<const PangoLayoutLine*>(line->data)->runs; run != nullptr; run = run->next)
      use(*static_cast<const PangoGlyphItem*>(run->data));
}

}  // namespace

bool may_hold_pictures(std::string_view text) {
  return std::ranges::any_of(text, [](char byte) { return static_cast<unsigned char>(byte) >= 0xF0; });
}

std::vector<UntoldPicture> untold_pictures(PangoLayout* layout, std::uint32_t flag_of_nowhere) {
  std::vector<UntoldPicture> found;
  const char* const text = pango_layout_get_text(layout);
  for_each_run(layout, [&](const PangoGlyphItem& run) { look_in(run, text, flag_of_nowhere, found); });
  return found;
}

std::uint32_t only_glyph(PangoLayout* layout, const char* text) {
  pango_layout_set_text(layout, text, -1);
  int glyphs = 0;
  PangoGlyph last = 0;
  for_each_run(layout, [&](const PangoGlyphItem& run) {
    glyphs += run.glyphs->num_glyphs;
    if (run.glyphs->num_glyphs > 0) last = run.glyphs->glyphs[0].glyph;
  });
  return glyphs == 1 && (last & PANGO_GLYPH_UNKNOWN_FLAG) == 0 ? last : 0;
}

PangoAttribute* told_as(const UntoldPicture& picture, PangoLayout* words) {
  PangoRectangle ink, logical;
  pango_layout_get_extents(words, &ink, &logical);
  const int baseline = pango_layout_get_baseline(words);
  for (PangoRectangle* rect : {&ink, &logical}) {
    rect->y -= baseline;
    rect->width /= picture.characters;  // each of its characters has as much
  }
  PangoAttribute* attribute =
      pango_attr_shape_new_with_data(&ink, &logical, pango_layout_get_line_readonly(words, 0), nullptr, nullptr);
  attribute->start_index = static_cast<guint>(picture.from);
  attribute->end_index = static_cast<guint>(picture.to);
  return attribute;
}

PangoLayoutLine* told_in(const PangoGlyphItem& run) {
  for (const GSList* node = run.item->analysis.extra_attrs; node != nullptr; node = node->next) {
    const auto* attribute = static_cast<const PangoAttribute*>(node->data);
    if (attribute->klass->type == PANGO_ATTR_SHAPE)
      return static_cast<PangoLayoutLine*>(reinterpret_cast<const PangoAttrShape*>(attribute)->data);
  }
  return nullptr;
}

}  // namespace greenline::text
