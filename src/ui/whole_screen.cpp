#include "ui/whole_screen.h"

#include "ui/turn_drawing.h"

namespace greenline::ui {

const Drawing& WholeScreen::draw(const Setting& setting, const Pose& pose, float seconds, GlyphTextures glyphs,
                                 const Surroundings& s, const std::function<void(Painter&)>& fill) {
  drawing_.changed = false;
  if (!stale_) return drawing_;
  stale_ = false;
  host_.make_current();
  drawing_.rect = pose.to_screen(PixelRect{0, 0, setting.width, setting.height});
  drawing_.data = context_.frame(setting.width, setting.height, seconds, [&](ImDrawList& list) {
    Painter painter(list, s.engine, s.palette, glyphs);
    fill(painter);
  });
  turn_drawing(*drawing_.data, pose, drawing_.rect.x1, drawing_.rect.y1);
  drawing_.changed = true;
  return drawing_;
}

}  // namespace greenline::ui
