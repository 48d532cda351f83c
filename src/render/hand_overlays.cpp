// Seats without OpenGL: Dear ImGui's triangles.
#include "render/hand_overlays.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "render/shade.h"
#include "render/triangles.h"

namespace greenline::render {
namespace {

// A texture as ImGui knows them: of four bytes a texel, or of one, which is then white's alpha.
struct Texels {
  const std::uint8_t* bytes = nullptr;
  int width = 0, height = 0;
  bool coloured = true;

  [[nodiscard]] content::Colour at(int x, int y) const {
    const auto column = static_cast<std::size_t>(std::clamp(x, 0, width - 1)),
               row = static_cast<std::size_t>(std::clamp(y, 0, height - 1));
    const std::size_t index = row * static_cast<std::size_t>(width) + column;
    if (!coloured) return colour_of({255, 255, 255, bytes[index]});
    const std::uint8_t* of = bytes + 4 * index;
    return colour_of({of[0], of[1], of[2], of[3]});
  }
  // Between four; in texels from the first one's middle.
  [[nodiscard]] content::Colour between(float u, float v) const {
    const float fu = std::floor(u), fv = std::floor(v), right = u - fu, lower = v - fv;
    const int x = static_cast<int>(fu), y = static_cast<int>(fv);
    constexpr float exact = 1.0F / 256;
    if (right < exact && lower < exact) return at(x, y);
    return mixed(mixed(at(x, y), at(x + 1, y), right), mixed(at(x, y + 1), at(x + 1, y + 1), right), lower);
  }
};

Texels texels_of(const ImDrawCmd& command, const text::AtlasImage& letters, const text::AtlasImage& pictures) {
  if (const ImTextureData* data = command.TexRef._TexData)
    return {data->Pixels, data->Width, data->Height, data->Format == ImTextureFormat_RGBA32};
  const bool coloured = command.TexRef._TexID == ImTextureID{pictures_by_hand};
  const text::AtlasImage& atlas = coloured ? pictures : letters;
  return {atlas.texels.data(), atlas.width, atlas.height, coloured};
}

content::Colour colour_of(ImU32 packed) {
  const auto part = [packed](unsigned shift) { return static_cast<float>(packed >> shift & 255U) / 255; };
  return {part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT), part(IM_COL32_A_SHIFT)};
}

std::uint32_t pixel_times(const content::Colour& a, const content::Colour& b) {
  const float alpha = std::clamp(a.a * b.a, 0.0F, 1.0F);
  return pixel_of(a.r * b.r * alpha, a.g * b.g * alpha, a.b * b.b * alpha, alpha);
}

struct Colours {  // over a triangle
  bool same = true;
  content::Colour one;
  Plane r, g, b, a;
  Colours(const Corners& p, float area, const ImDrawVert& v0, const ImDrawVert& v1, const ImDrawVert& v2)
      : same(v0.col == v1.col && v1.col == v2.col), one(colour_of(v0.col)) {
    if (same) return;
    const content::Colour two = colour_of(v1.col), three = colour_of(v2.col);
    r = Plane(p, area, one.r, two.r, three.r);
    g = Plane(p, area, one.g, two.g, three.g);
    b = Plane(p, area, one.b, two.b, three.b);
    a = Plane(p, area, one.a, two.a, three.a);
  }
  [[nodiscard]] content::Colour at(float x, float y) const {
    return same ? one : content::Colour{r.at(x, y), g.at(x, y), b.at(x, y), a.at(x, y)};
  }
};

void draw_triangle(const Sheet& sheet, const Texels& texels, const ImDrawVert& v0, const ImDrawVert& v1, const ImDrawVert& v2) {
  const Corners p{PixelPoint{v0.pos.x, v0.pos.y}, {v1.pos.x, v1.pos.y}, {v2.pos.x, v2.pos.y}};
  const float area = twice_area(p);
  if (area == 0) return;
  const auto within = [](float from, float to, int begin, int end) {
    return to > static_cast<float>(begin) && from < static_cast<float>(end);
  };
  const auto [left, right] = std::minmax({p[0].x, p[1].x, p[2].x});
  const auto [top, bottom] = std::minmax({p[0].y, p[1].y, p[2].y});
  if (!within(left, right, sheet.x0(), sheet.x1()) || !within(top, bottom, sheet.y0(), sheet.y1())) return;
  const Colours colours(p, area, v0, v1, v2);
  const auto u = [&](const ImDrawVert& v) { return v.uv.x * static_cast<float>(texels.width) - 0.5F; };
  const auto v = [&](const ImDrawVert& of) { return of.uv.y * static_cast<float>(texels.height) - 0.5F; };
  const bool flat = u(v0) == u(v1) && u(v1) == u(v2) && v(v0) == v(v1) && v(v1) == v(v2);
  const content::Colour there = flat ? texels.between(u(v0), v(v0)) : content::Colour{};
  if (flat && colours.same) {
    const std::uint32_t pixel = pixel_times(there, colours.one);
    return each_row(sheet, p, [&](int y, int x0, int x1) { blend_flat(sheet.at(x0, y), x1 - x0, pixel); });
  }
  const Plane across(p, area, u(v0), u(v1), u(v2)), down(p, area, v(v0), v(v1), v(v2));
  each_row(sheet, p, [&](int y, int x0, int x1) {
    const float middle_y = static_cast<float>(y) + 0.5F;
    for (int x = x0; x < x1; ++x) {
      const float middle_x = static_cast<float>(x) + 0.5F;
      const content::Colour texel = flat ? there : texels.between(across.at(middle_x, middle_y), down.at(middle_x, middle_y));
      blend_flat(sheet.at(x, y), 1, pixel_times(texel, colours.at(middle_x, middle_y)));
    }
  });
}

PixelRect whole_pixels(const PixelRect& r) { return {std::floor(r.x0), std::floor(r.y0), std::ceil(r.x1), std::ceil(r.y1)}; }

void take_textures(const ImDrawData& data) {
  if (data.Textures == nullptr) return;
  for (ImTextureData* texture : *data.Textures) {
    if (texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_Destroyed) continue;
    const bool goes = texture->Status == ImTextureStatus_WantDestroy;
    if (goes && texture->UnusedFrames == 0) continue;
    constexpr ImTextureID first_of_imgui = 16;  // it draws from its own memory: the name only has to be one
    texture->SetTexID(goes ? ImTextureID_Invalid : first_of_imgui + static_cast<ImTextureID>(texture->UniqueID));
    texture->SetStatus(goes ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
  }
}

}  // namespace

void draw_overlays_by_hand(std::span<const Overlay> overlays, const text::AtlasImage& letters, const text::AtlasImage& pictures,
                           const PixelMemory& onto, const PixelRect& rect) {
  for (const Overlay& overlay : overlays) {
    if (overlay.data == nullptr || !overlay.data->Valid) continue;
    take_textures(*overlay.data);
    const PixelRect within = clipped(overlay.rect, rect);
    if (within.empty()) continue;
    for (const ImDrawList* list : overlay.data->CmdLists)
      for (const ImDrawCmd& command : list->CmdBuffer) {
        if (command.UserCallback != nullptr) continue;
        // In whole pixels, as for OpenGL (overlays.cpp).
        const PixelRect clip =
            clipped(whole_pixels({command.ClipRect.x, command.ClipRect.y, command.ClipRect.z, command.ClipRect.w}),
                    whole_pixels(within));
        const Texels texels = texels_of(command, letters, pictures);
        if (clip.empty() || texels.bytes == nullptr || texels.width <= 0) continue;
        const Sheet sheet(onto, static_cast<int>(clip.x0), static_cast<int>(clip.y0), static_cast<int>(clip.width()),
                          static_cast<int>(clip.height()));
        const ImDrawIdx* index = list->IdxBuffer.Data + command.IdxOffset;
        const ImDrawVert* vertices = list->VtxBuffer.Data + command.VtxOffset;
        for (unsigned i = 0; i + 2 < command.ElemCount; i += 3)
          draw_triangle(sheet, texels, vertices[index[i]], vertices[index[i + 1]], vertices[index[i + 2]]);
      }
  }
}

}  // namespace greenline::render
