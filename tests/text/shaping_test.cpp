// Glyphs are HarfBuzz's own: nothing between the words and the atlas changes or reorders them.
#include <gtest/gtest.h>
#include <hb.h>
#include <pango/pangofc-font.h>

#include "text/shaped.h"

namespace greenline::text {
namespace {

// HarfBuzz by itself, on the file that Pango chose.
std::vector<unsigned> shaped_alone(PangoFont* font, std::string_view word, hb_script_t script, const char* language) {
  FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
  FcChar8* file = nullptr;
  int index = 0;
  FcPatternGetString(pattern, FC_FILE, 0, &file);
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  hb_blob_t* blob = hb_blob_create_from_file(reinterpret_cast<const char*>(file));
  hb_face_t* face = hb_face_create(blob, static_cast<unsigned>(index));
  hb_font_t* alone = hb_font_create(face);
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, word.data(), static_cast<int>(word.size()), 0, -1);
  hb_buffer_set_script(buffer, script);
  hb_buffer_set_direction(buffer, hb_script_get_horizontal_direction(script));
  hb_buffer_set_language(buffer, hb_language_from_string(language, -1));
  hb_shape(alone, buffer, nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  std::vector<unsigned> glyphs;
  for (unsigned i = 0; i < count; ++i) glyphs.push_back(infos[i].codepoint);
  hb_buffer_destroy(buffer);
  hb_font_destroy(alone);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return glyphs;
}

void expect_shaped_as_alone(std::string_view word, hb_script_t script, const char* language) {
  const Fonts fonts;
  Composer composer(fonts);
  Setting setting;
  setting.language = language;
  const auto runs = runs_of(composer.compose(word, setting));
  ASSERT_EQ(runs.size(), 1U);
  std::vector<unsigned> glyphs;
  for (int i = 0; i < runs[0]->glyphs->num_glyphs; ++i) glyphs.push_back(runs[0]->glyphs->glyphs[i].glyph);
  EXPECT_EQ(glyphs, shaped_alone(runs[0]->item->analysis.font, word, script, language));
  EXPECT_GT(glyphs.size(), 3U);
}

TEST(Shaping, JoinsGurmukhiAsHarfBuzzDoes) { expect_shaped_as_alone("ਪ੍ਰਸ਼ਿੰਦਰ", HB_SCRIPT_GURMUKHI, "pa"); }

TEST(Shaping, JoinsArabicAsHarfBuzzDoes) { expect_shaped_as_alone("المدرسة", HB_SCRIPT_ARABIC, "ar"); }

TEST(Shaping, PlacesGlottalMarksAsHarfBuzzDoes) { expect_shaped_as_alone("hən̓q̓əmin̓əm̓", HB_SCRIPT_LATIN, "hur"); }

}  // namespace
}  // namespace greenline::text
