#include "ui/turn_drawing.h"

#include <imgui.h>

namespace greenline::ui {

void turn_drawing(ImDrawData& data, const Pose& pose, float width, float height) {
  for (ImDrawList* list : data.CmdLists) {
    for (ImDrawVert& vertex : list->VtxBuffer) {
      const model::PixelPoint at = pose.to_screen(model::PixelPoint{vertex.pos.x, vertex.pos.y});
      vertex.pos = {at.x, at.y};
    }
    for (ImDrawCmd& command : list->CmdBuffer) {
      const ImVec4& own = command.ClipRect;
      const model::PixelRect clip = pose.to_screen(model::PixelRect{own.x, own.y, own.z, own.w});
      command.ClipRect = {clip.x0, clip.y0, clip.x1, clip.y1};
    }
  }
  data.DisplayPos = {0, 0};
  data.DisplaySize = {width, height};
}

}  // namespace greenline::ui
