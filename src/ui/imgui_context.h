// Dear ImGui's contexts as owned things: one host with the atlas, one for each seat.
//
// Nothing that people read is drawn by ImGui, yet it insists on a font; the host gives it one without glyphs, so that no font
// file has to be there for it. Contexts are made current by the calls here; after each call the host is the current one, which
// is where the renderer keeps its backend.
#pragma once
#include <functional>
#include <memory>

struct ImDrawData;
struct ImDrawList;
struct ImFontLoader;
struct ImGuiContext;

namespace greenline::ui {

class HostContext {
 public:
  HostContext();
  // Every seat's context must be gone. Shuts down the renderer's backend if it still lives, for which its GL context must be
  // current; without a backend nothing of GL is touched.
  ~HostContext();
  HostContext(const HostContext&) = delete;
  HostContext& operator=(const HostContext&) = delete;

  // An empty frame: it comes before the seats' frames, and keeps the atlas's textures in step with how many contexts use them.
  void frame(float width, float height, float seconds);
  void make_current() const;
  [[nodiscard]] ImGuiContext* context() const { return context_; }

 private:
  std::unique_ptr<ImFontLoader> blank_font_;  // must outlive the atlas
  ImGuiContext* context_;
};

class SeatContext {
 public:
  explicit SeatContext(const HostContext&);  // the host must outlive it
  ~SeatContext();
  SeatContext(const SeatContext&) = delete;
  SeatContext& operator=(const SeatContext&) = delete;

  // One frame of this seat: `fill` puts things into the draw list of a window of this size, in the seat's own pixels. What was
  // drawn lives until the next frame. The host's frame must have come before.
  ImDrawData* frame(float width, float height, float seconds, const std::function<void(ImDrawList&)>& fill);

 private:
  const HostContext& host_;
  ImGuiContext* context_;
};

}  // namespace greenline::ui
