// Glyphs, advances and offsets are HarfBuzz's own in every language: its tool hb-shape, given each run's font, script, language
// and direction, says the same.
#include <gtest/gtest.h>
#include <pango/pangofc-font.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "text/shaped.h"

namespace greenline::text {
namespace {

struct Placed {  // a glyph as it stands in a line; of the em
  unsigned glyph = 0;
  double advance = 0, dx = 0, dy = 0;
};

std::string answer_of(const std::string& command) {
  struct Close {
    void operator()(std::FILE* pipe) const { pclose(pipe); }
  };
  const std::unique_ptr<std::FILE, Close> pipe(popen(command.c_str(), "r"));
  std::string answer;
  std::array<char, 4096> part{};
  while (pipe != nullptr) {
    const std::size_t count = std::fread(part.data(), 1, part.size(), pipe.get());
    if (count == 0) break;
    answer.append(part.data(), count);
  }
  return answer;
}

std::string code_points(std::string_view words) {
  std::string list;
  const std::string text(words);
  for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
    std::array<char, 12> hex{};
    (void)std::snprintf(hex.data(), hex.size(), "%s%X", list.empty() ? "" : ",", g_utf8_get_char(at));
    list += hex.data();
  }
  return list;
}

std::string script_tag(int script) {
  const guint32 tag = g_unicode_script_to_iso15924(static_cast<GUnicodeScript>(script));
  return {static_cast<char>(tag >> 24), static_cast<char>(tag >> 16), static_cast<char>(tag >> 8), static_cast<char>(tag)};
}

// What hb-shape makes of a run of the words, in the context of all of them.
std::vector<Placed> by_hb_shape(const PangoGlyphItem& run, std::string_view words) {
  const PangoAnalysis& how = run.item->analysis;
  FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(how.font));
  FcChar8* file = nullptr;
  int index = 0;
  FcPatternGetString(pattern, FC_FILE, 0, &file);
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  const auto from = static_cast<std::size_t>(run.item->offset), length = static_cast<std::size_t>(run.item->length);
  const unsigned em = hb_face_get_upem(hb_font_get_face(pango_font_get_hb_font(how.font)));
  const std::string command = "hb-shape --font-file='" + std::string(reinterpret_cast<const char*>(file)) +
                              "' --face-index=" + std::to_string(index & 0xFFFF) + " --script=" + script_tag(how.script) +
                              " --language=" + pango_language_to_string(how.language) +
                              " --direction=" + (how.level % 2 == 1 ? "rtl" : "ltr") + " --unicodes-before='" +
                              code_points(words.substr(0, from)) + "' --unicodes-after='" +
                              code_points(words.substr(from + length)) + "' --unicodes='" +
                              code_points(words.substr(from, length)) + "' --no-glyph-names --output-format=json";
  std::vector<Placed> set;
  const auto answer = nlohmann::json::parse(answer_of(command), nullptr, false);
  if (!answer.is_array()) return set;  // none: the test fails
  for (const auto& glyph : answer) {
    set.push_back({glyph["g"].get<unsigned>(), glyph["ax"].get<double>() / em, glyph["dx"].get<double>() / em,
                   glyph["dy"].get<double>() / em});
  }
  return set;
}

std::vector<Placed> by_us(const PangoGlyphItem& run) {
  std::vector<Placed> set;
  constexpr double em = kReferenceEm * PANGO_SCALE;
  for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
    const PangoGlyphInfo& info = run.glyphs->glyphs[i];
    set.push_back({info.glyph, info.geometry.width / em, info.geometry.x_offset / em, -info.geometry.y_offset / em});
  }
  return set;
}

struct Spoken {
  const char* name;
  const char* language;
  const char* words;
};
void PrintTo(const Spoken& spoken, std::ostream* out) { *out << spoken.name; }

class HarfBuzz : public testing::TestWithParam<Spoken> {};

TEST_P(HarfBuzz, ShapesTheSame) {
  const Spoken& spoken = GetParam();
  const Fonts fonts;
  for (const Face face : {Face::words, Face::names, Face::prompt_italic}) {
    Typesetter typesetter(fonts);
    Setting setting;
    setting.face = face;
    setting.language = spoken.language;
    const Composed& composed = typesetter.compose(spoken.words, setting);
    const std::string shown = pango_layout_get_text(composed.layout.get());
    const auto runs = runs_of(composed);
    ASSERT_FALSE(runs.empty());
    for (const PangoGlyphItem* run : runs) {
      const std::vector<Placed> ours = by_us(*run), theirs = by_hb_shape(*run, shown);
      const auto from = static_cast<std::size_t>(run->item->offset), length = static_cast<std::size_t>(run->item->length);
      const std::string what = shown.substr(from, length) + " in " + family_of(run->item->analysis.font);
      ASSERT_EQ(ours.size(), theirs.size()) << what;
      for (std::size_t i = 0; i < ours.size(); ++i) {
        if (ours[i].glyph == PANGO_GLYPH_EMPTY) {
          EXPECT_EQ(theirs[i].advance, 0) << what << ", glyph " << i << " shows nothing";
          continue;
        }
        EXPECT_EQ(ours[i].glyph, theirs[i].glyph) << what << ", glyph " << i;
        EXPECT_NEAR(ours[i].advance, theirs[i].advance, 1e-3) << what << ", glyph " << i;
        EXPECT_NEAR(ours[i].dx, theirs[i].dx, 1e-3) << what << ", glyph " << i;
        EXPECT_NEAR(ours[i].dy, theirs[i].dy, 1e-3) << what << ", glyph " << i;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Languages, HarfBuzz,
    testing::Values(Spoken{"English", "en", "We listen first — and let the “young” people name what matters, AVATAR office"},
                    Spoken{"French", "fr", "« Nous écoutons d’abord » : l’œuvre, ça et là, où Noël…"},
                    Spoken{"Spanish", "es", "¿Qué nos enseña la niñez? ¡Escuchemos, pingüino!"},
                    Spoken{"Hunqeminem", "hur", "hən̓q̓əmin̓əm̓ q̓ʷəl̓q̓ʷəl stəm̓ c̓ewət xʷməθkʷəy̓əm nə́c̓aʔmat"},
                    Spoken{"HulquminumWithMarks", "hur", "Hul̓q̓umín̓um̓ tst’ulnup ’i’ t-s’i’lhethun"},
                    Spoken{"HulquminumWithApostrophes", "hur", "Hul’q’umi’num’ ’uy’ skweyul"},
                    Spoken{"Halqemeylem", "hur", "Halq'eméylem Halq’eméylem ō siyám éy swáyel"},
                    Spoken{"Skwxwumesh", "squ", "Sḵwx̱wú7mesh sníchim ḵ’wenḵ’wen x̱wex̱wsélkn"},
                    Spoken{"Sencoten", "str", "SENĆOŦEN ÍY, SȻÁȽ SIÁM NESȻÁLEĆE ȻENTOL W̱SÁNEĆ ĆȺNES E TŦE"},
                    Spoken{"Ktunaxa", "kut", "Ktunaxa ʔamakʔis kȼmak̓qa ʔa·kinq̓uku ȼ̓upna"},
                    Spoken{"Punjabi", "pa", "ਅਸੀਂ ਪਹਿਲਾਂ ਸੁਣਦੇ ਹਾਂ ਅਤੇ ਪ੍ਰਸ਼ਿੰਦਰ ਸ੍ਵੈ ਨੂੰ ਗੱਲ ਕਰਨ ਦਿੰਦੇ"},
                    Spoken{"Hindi", "hi", "हम पहले सुनते हैं और युवाओं को बोलने देते हैं, क्षत्रिय ज्ञान शृंखला"},
                    Spoken{"Arabic", "ar", "نستمع أولاً وندع الشباب يُسمّون ما يهمّهم هنا، لا إله"},
                    Spoken{"Urdu", "ur", "ہم پہلے سنتے ہیں اور نوجوانوں کو بولنے دیتے ہیں"},
                    Spoken{"ArabicWithLatinAndNumbers", "ar", "نستمع أولاً (Grade 8) في 2026 و٣ مدارس: school library!"},
                    Spoken{"ChineseSimplified", "zh-Hans", "我们先倾听，让年轻人说出这里真正重要的事情。"},
                    Spoken{"ChineseTraditional", "zh-Hant", "我們先傾聽，讓年輕人說出這裡真正重要的事情。"},
                    Spoken{"Khmer", "km", "យើងស្ដាប់មុន ហើយឱ្យយុវជននិយាយអំពីអ្វីដែលសំខាន់"},
                    Spoken{"Vietnamese", "vi", "Chúng tôi lắng nghe trước và để người trẻ nói điều quan trọng"},
                    Spoken{"Amharic", "am", "መጀመሪያ እናዳምጣለን ወጣቶችም አስፈላጊውን ይናገራሉ።"}),
    [](const testing::TestParamInfo<Spoken>& spoken) { return std::string(spoken.param.name); });

}  // namespace
}  // namespace greenline::text
