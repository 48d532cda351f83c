// Makes, runs and ends Dear ImGui's contexts.
#include "ui/imgui_context.h"

#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>

namespace greenline::ui {
namespace {

constexpr float least_frame_s = 1e-4F;  // ImGui wants time to go on

// A glyph that takes no room and shows nothing, for any character.
bool load_blank(ImFontAtlas*, ImFontConfig*, ImFontBaked*, void*, ImWchar, ImFontGlyph* glyph, float* advance) {
  if (advance != nullptr) *advance = 0;
  if (glyph == nullptr) return true;
  glyph->AdvanceX = 0;
  glyph->Visible = false;
  return true;
}

bool has_space_alone(ImFontAtlas*, ImFontConfig*, ImWchar codepoint) { return codepoint == ' '; }

void set_up(ImGuiIO& io) {
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
}

}  // namespace

HostContext::HostContext() : blank_font_(std::make_unique<ImFontLoader>()) {
  ImGuiContext* before = ImGui::GetCurrentContext();
  context_ = ImGui::CreateContext();
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  set_up(io);
  blank_font_->Name = "blank";
  blank_font_->FontSrcContainsGlyph = has_space_alone;
  blank_font_->FontBakedLoadGlyph = load_blank;
  ImFontConfig config;
  config.FontLoader = blank_font_.get();
  config.SizePixels = 16;
  io.Fonts->AddFont(&config);
  if (before != nullptr) ImGui::SetCurrentContext(before);
}

HostContext::~HostContext() {
  ImGui::SetCurrentContext(context_);
  if (ImGui::GetIO().BackendRendererUserData != nullptr) {
    frame(1, 1, least_frame_s);  // it deletes only textures that no other context counts on
    ImGui_ImplOpenGL3_Shutdown();
  }
  ImGui::DestroyContext(context_);
}

void HostContext::make_current() const { ImGui::SetCurrentContext(context_); }

void HostContext::frame(float width, float height, float seconds) {
  make_current();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width, height};
  io.DeltaTime = std::max(seconds, least_frame_s);
  ImGui::NewFrame();
  ImGui::Render();
}

SeatContext::SeatContext(const HostContext& host) : host_(host) {
  host_.make_current();
  context_ = ImGui::CreateContext(ImGui::GetIO().Fonts);
  ImGui::SetCurrentContext(context_);
  set_up(ImGui::GetIO());
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowMinSize = {1, 1};
  host_.make_current();
}

SeatContext::~SeatContext() {
  ImGui::DestroyContext(context_);
  host_.make_current();
}

ImDrawData* SeatContext::frame(float width, float height, float seconds, const std::function<void(ImDrawList&)>& fill) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width, height};
  io.DeltaTime = std::max(seconds, least_frame_s);
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("seat", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing);
  fill(*ImGui::GetWindowDrawList());
  ImGui::End();
  ImGui::Render();
  ImDrawData* data = ImGui::GetDrawData();
  host_.make_current();
  return data;
}

}  // namespace greenline::ui
