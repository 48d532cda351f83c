// Families by face and language, over an application's own fontconfig configuration.
#include "text/fonts.h"

#include <hb-ot.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <array>
#include <string>

namespace greenline::text {
namespace {

// FreeType draws colour glyphs as bitmaps of their own; a coverage atlas cannot hold them. Hinting would bend the reference
// layout away from being the same at every size.
constexpr const char* kRules = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <selectfont><rejectfont><pattern><patelt name="color"><bool>true</bool></patelt></pattern></rejectfont></selectfont>
  <match target="font">
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="autohint" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
  </match>
</fontconfig>)";

struct Fallback {
  std::string_view tag;  // BCP 47, matched up to a subtag's end; the longest match wins
  const char* words;     // families after Andika
  const char* names;     // families after Gentium Book Plus
  bool right_to_left = false;
};

constexpr const char* kNaskh = "Noto Naskh Arabic";
constexpr const char* kNastaliq = "Noto Nastaliq Urdu";
constexpr const char* kDevanagari = "Noto Sans Devanagari";
constexpr const char* kDevanagariNames = "Noto Serif Devanagari,Noto Sans Devanagari";
constexpr const char* kEthiopic = "Noto Sans Ethiopic";
constexpr const char* kEthiopicNames = "Noto Serif Ethiopic,Noto Sans Ethiopic";
constexpr const char* kSyllabics = "Noto Sans Canadian Aboriginal";

constexpr std::array kFallbacks = {
    Fallback{"am", kEthiopic, kEthiopicNames},
    Fallback{"ar", kNaskh, kNaskh, true},
    Fallback{"bn", "Noto Sans Bengali", "Noto Serif Bengali,Noto Sans Bengali"},
    Fallback{"ckb", kNaskh, kNaskh, true},
    Fallback{"cr", kSyllabics, kSyllabics},
    Fallback{"crx", kSyllabics, kSyllabics},
    Fallback{"fa", kNaskh, kNaskh, true},
    Fallback{"gu", "Noto Sans Gujarati", "Noto Serif Gujarati,Noto Sans Gujarati"},
    Fallback{"he", "Noto Sans Hebrew", "Noto Serif Hebrew,Noto Sans Hebrew", true},
    Fallback{"hi", kDevanagari, kDevanagariNames},
    Fallback{"hy", "Noto Sans Armenian", "Noto Serif Armenian,Noto Sans Armenian"},
    Fallback{"iu", kSyllabics, kSyllabics},
    Fallback{"ja", "Noto Sans CJK JP", "Noto Serif CJK JP,Noto Sans CJK JP"},
    Fallback{"ka", "Noto Sans Georgian", "Noto Serif Georgian,Noto Sans Georgian"},
    Fallback{"km", "Noto Sans Khmer", "Noto Serif Khmer,Noto Sans Khmer"},
    Fallback{"kn", "Noto Sans Kannada", "Noto Serif Kannada,Noto Sans Kannada"},
    Fallback{"ko", "Noto Sans CJK KR", "Noto Serif CJK KR,Noto Sans CJK KR"},
    Fallback{"lo", "Noto Sans Lao", "Noto Serif Lao,Noto Sans Lao"},
    Fallback{"ml", "Noto Sans Malayalam", "Noto Serif Malayalam,Noto Sans Malayalam"},
    Fallback{"mr", kDevanagari, kDevanagariNames},
    Fallback{"my", "Noto Sans Myanmar", "Noto Serif Myanmar,Noto Sans Myanmar"},
    Fallback{"ne", kDevanagari, kDevanagariNames},
    Fallback{"oj", kSyllabics, kSyllabics},
    Fallback{"or", "Noto Sans Oriya", "Noto Sans Oriya"},
    Fallback{"pa", "Noto Sans Gurmukhi", "Noto Serif Gurmukhi,Noto Sans Gurmukhi"},
    Fallback{"pa-Arab", kNastaliq, kNastaliq, true},
    Fallback{"pnb", kNastaliq, kNastaliq, true},
    Fallback{"ps", kNaskh, kNaskh, true},
    Fallback{"si", "Noto Sans Sinhala", "Noto Serif Sinhala,Noto Sans Sinhala"},
    Fallback{"ta", "Noto Sans Tamil", "Noto Serif Tamil,Noto Sans Tamil"},
    Fallback{"te", "Noto Sans Telugu", "Noto Serif Telugu,Noto Sans Telugu"},
    Fallback{"th", "Noto Sans Thai", "Noto Serif Thai,Noto Sans Thai"},
    Fallback{"ti", kEthiopic, kEthiopicNames},
    Fallback{"ur", kNastaliq, kNastaliq, true},
    Fallback{"yi", "Noto Sans Hebrew", "Noto Serif Hebrew,Noto Sans Hebrew", true},
    Fallback{"zh", "Noto Sans CJK SC", "Noto Serif CJK SC,Noto Sans CJK SC"},
    Fallback{"zh-HK", "Noto Sans CJK HK,Noto Sans CJK TC", "Noto Serif CJK HK,Noto Serif CJK TC,Noto Sans CJK TC"},
    Fallback{"zh-Hant", "Noto Sans CJK TC", "Noto Serif CJK TC,Noto Sans CJK TC"},
    Fallback{"zh-TW", "Noto Sans CJK TC", "Noto Serif CJK TC,Noto Sans CJK TC"},
};

// After the language's own: what people may write whatever the card's language says. Without it, fontconfig's order gives
// Arabic a poster face and Chinese Japanese forms.
constexpr const char* kWordsTail = "Noto Sans,Noto Naskh Arabic,Noto Sans CJK SC,Noto Sans Symbols2,DejaVu Sans,sans-serif";
constexpr const char* kNamesTail = "Noto Serif,Noto Naskh Arabic,Noto Serif CJK SC,Noto Sans Symbols2,DejaVu Serif,serif";

const Fallback* fallback(std::string_view language) {
  const Fallback* best = nullptr;
  for (const Fallback& row : kFallbacks) {
    const bool matches =
        language.starts_with(row.tag) && (language.size() == row.tag.size() || language[row.tag.size()] == '-');
    if (matches && (best == nullptr || row.tag.size() > best->tag.size())) best = &row;
  }
  return best;
}

std::string families(Face face, std::string_view language) {
  const bool sans = face == Face::words || face == Face::words_bold;
  std::string list = sans ? "Andika," : "Gentium Book Plus,";
  if (const Fallback* own = fallback(language)) list.append(sans ? own->words : own->names).append(",");
  return list + (sans ? kWordsTail : kNamesTail);
}

}  // namespace

Fonts::Fonts() : config_(FcInitLoadConfig()), map_(pango_ft2_font_map_new()) {
  if (!config_) config_.reset(FcConfigCreate());
  FcConfigParseAndLoadFromMemory(config_.get(), reinterpret_cast<const FcChar8*>(kRules), FcFalse);
  FcConfigBuildFonts(config_.get());
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_.get()), config_.get());
}

// A map that ends keeps its reference to the configuration for ever (Pango 1.50); one that is told to let go does not.
Fonts::~Fonts() { pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_.get()), nullptr); }

ContextPtr Fonts::context() const {
  ContextPtr context(pango_font_map_create_context(map_.get()));
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  return context;
}

void Fonts::speak(PangoContext& context, std::string_view language) {
  const Fallback* own = fallback(language);
  const bool right_to_left = own != nullptr && own->right_to_left;
  pango_context_set_base_dir(&context, right_to_left ? PANGO_DIRECTION_WEAK_RTL : PANGO_DIRECTION_WEAK_LTR);
  // Without a language Pango would take the machine's; the same words must look the same on every machine.
  pango_context_set_language(&context, pango_language_from_string(language.empty() ? "en" : std::string(language).c_str()));
}

DescriptionPtr Fonts::description(Face face, std::string_view language) {
  DescriptionPtr description(pango_font_description_new());
  pango_font_description_set_family(description.get(), families(face, language).c_str());
  pango_font_description_set_absolute_size(description.get(), kReferenceEm * PANGO_SCALE);
  if (face == Face::words_bold || face == Face::names) {
    pango_font_description_set_weight(description.get(), PANGO_WEIGHT_BOLD);
  }
  if (face == Face::prompt_italic) pango_font_description_set_style(description.get(), PANGO_STYLE_ITALIC);
  return description;
}

FontPtr Fonts::load(Face face) const {
  const ContextPtr here = context();
  speak(*here, "en");
  return FontPtr(pango_context_load_font(here.get(), description(face, "en").get()));
}

FaceMeasure Fonts::measure(Face face) const {
  FaceMeasure measure;
  const FontPtr font = load(face);
  hb_font_t* shaped = font ? pango_font_get_hb_font(font.get()) : nullptr;
  hb_position_t x_height = 0;
  if (shaped != nullptr && hb_ot_metrics_get_position(shaped, HB_OT_METRICS_TAG_X_HEIGHT, &x_height) != 0 && x_height > 0) {
    measure.x_height = x_height / (kReferenceEm * PANGO_SCALE);
  }
  return measure;
}

}  // namespace greenline::text
