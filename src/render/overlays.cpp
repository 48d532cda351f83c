// Draws seats: ImGui's triangles, through ImGui's own OpenGL backend.
#include "render/overlays.h"

#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <cmath>

namespace greenline::render {
namespace {

// ImGui's pictures are y down with row 0 of the framebuffer at the bottom; ours have it at the top. A display that begins at
// its lower edge and has a negative height is exactly that flip: the backend's projection and scissor then come out right, once
// each clip rectangle's top and bottom change places.
class Flipped {
 public:
  Flipped(ImDrawData& data, const PixelRect& within, float width, float height)
      : data_(data), position_(data.DisplayPos), size_(data.DisplaySize), scale_(data.FramebufferScale) {
    data.DisplayPos = {0, height};
    data.DisplaySize = {width, -height};
    data.FramebufferScale = {1, -1};
    for (const ImDrawList* list : data.CmdLists)
      for (const ImDrawCmd& command : list->CmdBuffer) clips_.push_back(command.ClipRect);
    each_clip([&](ImVec4& clip, const ImVec4& was) {
      // In whole pixels: the backend cuts the corner and the size off singly, which can leave out the last column or row.
      clip = {std::floor(std::max(was.x, within.x0)), std::ceil(std::min(was.w, within.y1)),
              std::ceil(std::min(was.z, within.x1)), std::floor(std::max(was.y, within.y0))};
    });
  }
  ~Flipped() {
    data_.DisplayPos = position_;
    data_.DisplaySize = size_;
    data_.FramebufferScale = scale_;
    each_clip([](ImVec4& clip, const ImVec4& was) { clip = was; });
  }
  Flipped(const Flipped&) = delete;
  Flipped& operator=(const Flipped&) = delete;

 private:
  template <class Change>
  void each_clip(Change change) {
    std::size_t i = 0;
    for (ImDrawList* list : data_.CmdLists)
      for (ImDrawCmd& command : list->CmdBuffer) change(command.ClipRect, clips_[i++]);
  }
  ImDrawData& data_;
  ImVec2 position_, size_, scale_;
  std::vector<ImVec4> clips_;
};

// Those that are not Dear ImGui's own (ui/own_texture.h) are in no list of its.
void upload_textures(const ImDrawData& data) {
  for (const ImDrawList* list : data.CmdLists)
    for (const ImDrawCmd& command : list->CmdBuffer)
      if (ImTextureData* texture = command.TexRef._TexData; texture != nullptr && texture->Status == ImTextureStatus_WantCreate)
        ImGui_ImplOpenGL3_UpdateTexture(texture);
}

}  // namespace

void Overlays::look(std::span<const Overlay> overlays, Rects& changed) {
  const std::size_t both = std::min(overlays.size(), before_.size());
  for (std::size_t i = 0; i < overlays.size(); ++i) {
    const bool same = i < both && !overlays[i].changed && overlays[i].rect == before_[i];
    if (same && !changed.touches(overlays[i].rect)) continue;
    changed.add(overlays[i].rect);
    if (i < both) changed.add(before_[i]);
  }
  for (std::size_t i = both; i < before_.size(); ++i) changed.add(before_[i]);
  before_.clear();
  for (const Overlay& overlay : overlays) before_.push_back(overlay.rect);
}

void Overlays::draw(std::span<const Overlay> overlays, std::span<const PixelRect> rects, float width, float height) {
  const auto drawn = [](const Overlay& overlay) { return overlay.data != nullptr && overlay.data->Valid; };
  if (std::none_of(overlays.begin(), overlays.end(), drawn)) return;
  if (ImGui::GetCurrentContext() == nullptr) return;
  if (ImGui::GetIO().BackendRendererUserData == nullptr) ImGui_ImplOpenGL3_Init("#version 330 core");
  ImGui_ImplOpenGL3_NewFrame();  // makes its shaders the first time
  for (const Overlay& overlay : overlays) {
    if (!drawn(overlay)) continue;
    upload_textures(*overlay.data);
    for (const PixelRect& rect : rects) {
      const PixelRect within = clipped(overlay.rect, rect);
      if (within.empty()) continue;
      const Flipped flipped(*overlay.data, within, width, height);
      ImGui_ImplOpenGL3_RenderDrawData(overlay.data);
    }
  }
}

}  // namespace greenline::render
