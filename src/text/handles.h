// Owners of what Pango, fontconfig and FreeType hand out: each releases its own, none can be copied.
#pragma once
#include <fontconfig/fontconfig.h>
#include <pango/pango.h>

#include <memory>

#include <ft2build.h>
#include FT_FREETYPE_H

namespace greenline::text {

struct Unref {
  template <class Object>
  void operator()(Object* object) const {
    g_object_unref(object);
  }
};
using FontMapPtr = std::unique_ptr<PangoFontMap, Unref>;
using FontPtr = std::unique_ptr<PangoFont, Unref>;
using ContextPtr = std::unique_ptr<PangoContext, Unref>;
using LayoutPtr = std::unique_ptr<PangoLayout, Unref>;

struct FreeDescription {
  void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};
using DescriptionPtr = std::unique_ptr<PangoFontDescription, FreeDescription>;

struct UnrefAttributes {
  void operator()(PangoAttrList* attributes) const { pango_attr_list_unref(attributes); }
};
using AttributesPtr = std::unique_ptr<PangoAttrList, UnrefAttributes>;

struct FreeIter {
  void operator()(PangoLayoutIter* iter) const { pango_layout_iter_free(iter); }
};
using IterPtr = std::unique_ptr<PangoLayoutIter, FreeIter>;

struct DestroyConfig {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
using ConfigPtr = std::unique_ptr<FcConfig, DestroyConfig>;

struct DoneFace {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using FacePtr = std::unique_ptr<FT_FaceRec_, DoneFace>;

struct DoneLibrary {
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
using LibraryPtr = std::unique_ptr<FT_LibraryRec_, DoneLibrary>;

}  // namespace greenline::text
