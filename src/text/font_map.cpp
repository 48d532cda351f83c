// The shelf of font maps.
#include "text/font_map.h"

#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <mutex>
#include <utility>
#include <vector>

#include "text/families.h"

namespace greenline::text {
namespace {

// Of fonts in colours only the one whose pictures are drawn here (picture_glyph.h): it is what Pango's emoji, and nothing else,
// are written with. Hinting would bend the reference layout away from being the same at every size. Scripts that have no
// italics stand upright: slanted by a machine, Arabic leans backwards.
constexpr const char* kRules = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <selectfont>
    <acceptfont><pattern><patelt name="family"><string>Noto Color Emoji</string></patelt></pattern></acceptfont>
    <rejectfont><pattern><patelt name="color"><bool>true</bool></patelt></pattern></rejectfont>
    <rejectfont><pattern><patelt name="outline"><bool>false</bool></patelt></pattern></rejectfont>
  </selectfont>
  <match target="pattern">
    <test name="family"><string>emoji</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>Noto Color Emoji</string></edit>
  </match>
  <match target="font">
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="autohint" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
  </match>
  <match target="font">
    <test name="outline"><bool>true</bool></test>
    <edit name="matrix" mode="delete_all"/>
  </match>
</fontconfig>)";

struct Shelf {
  std::mutex lock;
  std::vector<std::unique_ptr<FontMap>> maps;
};

// Never destroyed: the maps' threads may still run while the program ends.
Shelf& shelf() {
  static Shelf* const kept = new Shelf;
  return *kept;
}

std::string setting_now() {
  std::string setting;
  for (const char* const name : {"FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "XDG_CONFIG_HOME", "HOME"}) {
    const char* const value = std::getenv(name);
    setting += value != nullptr ? value : "";
    setting += '\n';
  }
  return setting;
}

struct FreePattern {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
struct FreeObjects {
  void operator()(FcObjectSet* objects) const { FcObjectSetDestroy(objects); }
};
struct FreeFonts {
  void operator()(FcFontSet* fonts) const { FcFontSetDestroy(fonts); }
};

bool has_a_font(FcConfig& config) {
  const auto writes = [](const FcPattern* font) {
    FcBool outline = FcFalse;
    return FcPatternGetBool(font, FC_OUTLINE, 0, &outline) == FcResultMatch && outline == FcTrue;
  };
  const auto some_in = [&](FcSetName set) {
    const FcFontSet* const fonts = FcConfigGetFonts(&config, set);
    return fonts != nullptr && std::any_of(fonts->fonts, fonts->fonts + fonts->nfont, writes);
  };
  return some_in(FcSetSystem) || some_in(FcSetApplication);
}

FontMap* made(std::string setting) {
  auto one = std::make_unique<FontMap>();
  one->setting = std::move(setting);
  one->config.reset(FcInitLoadConfig());
  if (!one->config) one->config.reset(FcConfigCreate());
  FcConfigParseAndLoadFromMemory(one->config.get(), reinterpret_cast<const FcChar8*>(kRules), FcFalse);
  FcConfigBuildFonts(one->config.get());
  one->any = has_a_font(*one->config);
  one->pictures = has_family(*one->config, picture_family);
  one->map.reset(pango_ft2_font_map_new());
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(one->map.get()), one->config.get());
  return one.release();
}

}  // namespace

bool has_family(FcConfig& config, std::string_view family) {
  const std::unique_ptr<FcPattern, FreePattern> wanted(FcPatternCreate());
  FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(std::string(family).c_str()));
  const std::unique_ptr<FcObjectSet, FreeObjects> fields(FcObjectSetBuild(FC_FAMILY, nullptr));
  const std::unique_ptr<FcFontSet, FreeFonts> found(FcFontList(&config, wanted.get(), fields.get()));
  return found && found->nfont > 0;
}

LentFontMap lend_font_map() {
  std::string setting = setting_now();
  {
    const std::scoped_lock held(shelf().lock);
    auto& maps = shelf().maps;
    for (std::size_t i = maps.size(); i-- > 0;) {  // the one that came back last has seen the most words
      if (maps[i]->setting != setting || FcConfigUptoDate(maps[i]->config.get()) != FcTrue) continue;
      LentFontMap lent(maps[i].release());
      maps.erase(maps.begin() + static_cast<std::ptrdiff_t>(i));
      return lent;
    }
  }
  return LentFontMap(made(std::move(setting)));
}

void ReturnFontMap::operator()(FontMap* lent) const noexcept {
  const std::scoped_lock held(shelf().lock);
  shelf().maps.emplace_back(lent);
}

}  // namespace greenline::text
