#include "ui/own_texture.h"

#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>

#include "ui/imgui_context.h"

namespace greenline::ui {

OwnTexture::OwnTexture(const HostContext& host, const content::SmallPicture& picture)
    : host_(host), data_(std::make_unique<ImTextureData>()) {
  data_->Create(ImTextureFormat_RGBA32, picture.width, picture.height);
  data_->UseColors = true;
  std::ranges::copy(picture.rgba, data_->Pixels);
}

OwnTexture::~OwnTexture() {
  if (data_->TexID == ImTextureID_Invalid) return;
  host_.make_current();
  if (ImGui::GetIO().BackendRendererUserData == nullptr) return;  // it took its textures with it
  data_->UnusedFrames = 1;
  data_->SetStatus(ImTextureStatus_WantDestroy);
  ImGui_ImplOpenGL3_UpdateTexture(data_.get());
}

}  // namespace greenline::ui
