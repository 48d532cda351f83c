// What faces and languages ask of the font map.
#include "text/fonts.h"

#include <hb-ot.h>

#include <string>

#include "text/families.h"

namespace greenline::text {

Fonts::Fonts() : lent_(lend_font_map()) {}

ContextPtr Fonts::context() const {
  ContextPtr context(pango_font_map_create_context(lent_->map.get()));
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  return context;
}

void Fonts::speak(PangoContext& context, std::string_view language) {
  pango_context_set_base_dir(&context, written_right_to_left(language) ? PANGO_DIRECTION_WEAK_RTL : PANGO_DIRECTION_WEAK_LTR);
  // Without a language Pango would take the machine's; the same words must look the same on every machine.
  pango_context_set_language(&context, pango_language_from_string(language.empty() ? "en" : std::string(language).c_str()));
}

DescriptionPtr Fonts::description(Face face, std::string_view language) {
  DescriptionPtr description(pango_font_description_new());
  pango_font_description_set_family(description.get(), family_list(face, language).c_str());
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
  if (!any()) return measure;
  const FontPtr font = load(face);
  hb_font_t* shaped = font ? pango_font_get_hb_font(font.get()) : nullptr;
  hb_position_t x_height = 0;
  if (shaped != nullptr && hb_ot_metrics_get_position(shaped, HB_OT_METRICS_TAG_X_HEIGHT, &x_height) != 0 && x_height > 0) {
    measure.x_height = x_height / (kReferenceEm * PANGO_SCALE);
  }
  return measure;
}

bool any_font() { return Fonts().any(); }

}  // namespace greenline::text
