// A screen of the program's own over a window, drawn so that its glyphs are where the atlas has them now.
#pragma once
#include <utility>

#include "app/atlas_watch.h"
#include "render/renderer.h"
#include "ui/imgui_context.h"
#include "ui/surroundings.h"
#include "view/wall_setting.h"

namespace greenline::app {

// What such a screen has to know of the wall that it lies over, or of the window that is all its own.
[[nodiscard]] inline ui::Setting screen_of(const view::WallSetting& wall) {
  ui::Setting screen;
  screen.width = wall.width;
  screen.height = wall.height;
  screen.pixels_per_mm = wall.pixels_per_mm;
  screen.language = wall.language;
  return screen;
}

class DrawnOver {
 public:
  // `Screen`: one of ui/whole_screen.h's. `moved` of the answer: the atlas was changed by its words, and what others drew must
  // be drawn again.
  struct Drawn {
    render::Overlay overlay;
    bool moved = false;
  };
  template <class Screen>
  Drawn draw(Screen& screen, ui::HostContext& host, float seconds, ui::GlyphTextures glyphs, const ui::Surroundings& around) {
    Drawn drawn;
    if (atlas_.moved(around.engine) || std::exchange(glyphs_, glyphs) != glyphs) screen.draw_again();
    if (screen.stale()) host.frame(around.setting.width, around.setting.height, seconds);
    bool changed = screen.draw(seconds, glyphs, around).changed;
    constexpr int tries = 3;  // new glyphs may move all others
    for (int i = 0; i < tries && atlas_.moved(around.engine); ++i) {
      drawn.moved = true;
      screen.draw_again();
      changed = screen.draw(seconds, glyphs, around).changed || changed;
    }
    const ui::Drawing& now = screen.draw(seconds, glyphs, around);
    drawn.overlay = {now.data, now.rect, changed};
    return drawn;
  }

 private:
  AtlasWatch atlas_;
  ui::GlyphTextures glyphs_;
};

}  // namespace greenline::app
