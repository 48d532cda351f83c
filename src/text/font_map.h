// Font maps that are lent and come back: none ever ends before the program does.
//
// Pango 1.50 gives each map a thread that matches fonts. It cannot be waited for, and it may look into its map's tables after
// the map has ended: a program that destroys a map shortly after it set words ends now and then by a signal (seen under a full
// load of the processors). So a map that is no longer used is kept for the next who asks.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "text/handles.h"

namespace greenline::text {

struct FontMap {
  std::string setting;  // what in the environment chose the configuration
  ConfigPtr config;     // outlives the map
  FontMapPtr map;
  bool any = false;       // whether it has a font
  bool pictures = false;  // whether it has one with pictures in colours
};

// Whether these fonts have one of that family.
[[nodiscard]] bool has_family(FcConfig&, std::string_view family);

struct ReturnFontMap {
  void operator()(FontMap* lent) const noexcept;
};
using LentFontMap = std::unique_ptr<FontMap, ReturnFontMap>;

// One that nobody else has, over fontconfig's configuration as it is now (read anew when fonts came or went: 4 ms), with
// one colour font at most. May be called in any thread; what is lent belongs to one thread at a time.
[[nodiscard]] LentFontMap lend_font_map();

}  // namespace greenline::text
