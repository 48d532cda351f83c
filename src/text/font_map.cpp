// The shelf of font maps.
#include "text/font_map.h"

#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <cstddef>
#include <cstdlib>
#include <mutex>
#include <utility>
#include <vector>

namespace greenline::text {
namespace {

// FreeType draws colour glyphs as bitmaps of their own; a coverage atlas cannot hold them. Hinting would bend the reference
// layout away from being the same at every size. Scripts that have no italics stand upright: slanted by a machine, Arabic leans
// backwards.
constexpr const char* kRules = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <selectfont>
    <rejectfont><pattern><patelt name="color"><bool>true</bool></patelt></pattern></rejectfont>
    <rejectfont><pattern><patelt name="outline"><bool>false</bool></patelt></pattern></rejectfont>
  </selectfont>
  <match target="font">
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="autohint" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
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

bool has_a_font(FcConfig& config) {
  const auto some_in = [&](FcSetName set) {
    const FcFontSet* const fonts = FcConfigGetFonts(&config, set);
    return fonts != nullptr && fonts->nfont > 0;
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
  one->map.reset(pango_ft2_font_map_new());
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(one->map.get()), one->config.get());
  return one.release();
}

}  // namespace

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
