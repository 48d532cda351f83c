#include "legible/written.h"

#include <epoxy/gl.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

#include "scene/each_text.h"

namespace greenline::legible {
namespace {

using model::PixelPoint;

void add(std::vector<Written>& all, const char* what, const text::Block* block, PixelPoint at, Colour colour) {
  if (block == nullptr || block->glyphs.empty()) return;
  Written written{what, {}, colour};
  for (const text::Glyph& glyph : block->glyphs) {
    const PixelPoint corner{at.x + glyph.x / block->detail, at.y + glyph.y / block->detail};
    written.glyphs.push_back({corner.x, corner.y, corner.x + static_cast<float>(glyph.w) / block->detail,
                              corner.y + static_cast<float>(glyph.h) / block->detail});
  }
  all.push_back(std::move(written));
}

void turn(Written& written, PixelPoint about) {
  for (PixelRect& glyph : written.glyphs)
    glyph = {2 * about.x - glyph.x1, 2 * about.y - glyph.y1, 2 * about.x - glyph.x0, 2 * about.y - glyph.y0};
}

void add(std::vector<Written>& all, const char* what, const scene::TextView& view, const content::Palette& palette,
         const char* ending = "") {
  add(all, what, view.block.get(), view.at, palette[view.role + ending]);
}

const char* what_is(scene::TextOf of, const scene::CardView* card) {
  switch (of) {
    case scene::TextOf::name: return "the name of a region";
    case scene::TextOf::help: return "the help under a name";
    case scene::TextOf::above_line: return "words above the line";
    case scene::TextOf::below_line: return "words below the line";
    case scene::TextOf::mode: return "the mode";
    case scene::TextOf::prompt: return "the question";
    case scene::TextOf::thread: return "the word of a thread";
    case scene::TextOf::gathering:
    case scene::TextOf::raised_name: return "the name of a gathering";
    case scene::TextOf::card:
    case scene::TextOf::raised: break;
    case scene::TextOf::faint: return "a card that is being written";
  }
  if (card->resting_forever) return "a card that was let go";
  return card->kept < 1 ? "a card that settles" : "a card";
}

template <class Each>
void for_each_pixel(const Written& written, const render::Picture& picture, Each each) {
  for (const PixelRect& glyph : written.glyphs) {
    const int x1 = std::min(picture.width, static_cast<int>(std::ceil(glyph.x1)));
    const int y1 = std::min(picture.height, static_cast<int>(std::ceil(glyph.y1)));
    for (int y = std::max(0, static_cast<int>(glyph.y0)); y < y1; ++y)
      for (int x = std::max(0, static_cast<int>(glyph.x0)); x < x1; ++x) each(pixel(picture, x, y));
  }
}

render::Picture picture_of(app::OffscreenWall& offscreen) {
  render::Picture picture{offscreen.renderer().width(), offscreen.renderer().height(), {}};
  offscreen.renderer().read_pixels(picture.rgba);
  return picture;
}

struct Triangle {
  std::array<ImVec2, 3> corners;
  [[nodiscard]] bool contains(PixelPoint p) const {
    const auto side = [&](const ImVec2& from, const ImVec2& to) {
      return (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
    };
    const float a = side(corners[0], corners[1]), b = side(corners[1], corners[2]), c = side(corners[2], corners[0]);
    return (a >= 0 && b >= 0 && c >= 0) || (a <= 0 && b <= 0 && c <= 0);
  }
};

const ImDrawVert& vertex(const ImDrawList& list, const ImDrawCmd& command, unsigned element) {
  return list.VtxBuffer[static_cast<int>(command.VtxOffset) + list.IdxBuffer[static_cast<int>(command.IdxOffset + element)]];
}

// What is filled and not seen through, in the order in which it lies, with the number of its command.
std::vector<std::pair<int, Triangle>> opaque_triangles(const ImDrawList& list, ImTextureID glyphs) {
  std::vector<std::pair<int, Triangle>> all;
  for (int number = 0; number < list.CmdBuffer.Size; ++number) {
    const ImDrawCmd& command = list.CmdBuffer[number];
    if (command.GetTexID() == glyphs) continue;
    for (unsigned i = 0; i + 3 <= command.ElemCount; i += 3) {
      const std::array corners{&vertex(list, command, i), &vertex(list, command, i + 1), &vertex(list, command, i + 2)};
      const bool opaque =
          std::ranges::all_of(corners, [](const ImDrawVert* one) { return one->col >> IM_COL32_A_SHIFT == 255; });
      if (opaque) all.push_back({number, {{corners[0]->pos, corners[1]->pos, corners[2]->pos}}});
    }
  }
  return all;
}

// Letters of a seat that nothing lies over.
void add_letters(std::vector<Written>& all, const ImDrawList& list, ImTextureID glyphs) {
  const auto opaque = opaque_triangles(list, glyphs);
  for (int number = 0; number < list.CmdBuffer.Size; ++number) {
    const ImDrawCmd& command = list.CmdBuffer[number];
    if (command.GetTexID() != glyphs) continue;
    for (unsigned i = 0; i + 6 <= command.ElemCount; i += 6) {
      const ImDrawVert &from = vertex(list, command, i), &to = vertex(list, command, i + 2);  // opposite corners of the quad
      const PixelRect quad{std::min(from.pos.x, to.pos.x), std::min(from.pos.y, to.pos.y), std::max(from.pos.x, to.pos.x),
                           std::max(from.pos.y, to.pos.y)};
      const PixelRect shown =
          model::clipped(quad, {command.ClipRect.x, command.ClipRect.y, command.ClipRect.z, command.ClipRect.w});
      // Also in part: what lies over an edge of it is not what it is written on.
      const std::array points{shown.centre(), PixelPoint{shown.x0, shown.y0}, PixelPoint{shown.x1, shown.y0},
                              PixelPoint{shown.x0, shown.y1}, PixelPoint{shown.x1, shown.y1}};
      const bool covered = std::ranges::any_of(opaque, [&](const auto& other) {
        return other.first > number && std::ranges::any_of(points, [&](PixelPoint p) { return other.second.contains(p); });
      });
      if (shown.empty() || covered) continue;
      // Without the fringe of its quad, in which a neighbour or the caret may stand.
      const PixelRect letter = shown.width() > 4 ? PixelRect{shown.x0 + 1, shown.y0, shown.x1 - 1, shown.y1} : shown;
      const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(from.col);
      all.push_back({"", {letter}, {colour.x, colour.y, colour.z, colour.w}});
    }
  }
}

}  // namespace

std::vector<Written> written_on(interact::Wall& wall, const content::Palette& palette) {
  std::vector<Written> all;
  const scene::Scene& scene = wall.scene();
  each_text(scene, [&](const auto& text) {
    const std::string role = std::string(text.role) + (text.of == scene::TextOf::name ? ".name" : "");
    const std::size_t before = all.size();
    add(all, what_is(text.of, text.card), text.block.get(), text.at, palette[role]);
    if (text.turned && all.size() > before) turn(all.back(), text.reach.centre());
  });
  for (Written& written : all)
    for (PixelRect& glyph : written.glyphs) glyph = scene.camera()(glyph);
  const render::Atmosphere air = wall.atmosphere();
  for (const render::Chip& chip : air.chips) add(all, "a control of the wall", chip.words, palette);
  for (const scene::TextView& notice : air.notices) add(all, "a notice", notice, palette);
  return all;
}

std::vector<Written> written_in_seats(interact::Wall& wall, std::uint32_t glyph_texture) {
  std::vector<Written> all;
  for (const render::Overlay& overlay : wall.overlays()) {
    const std::vector<Written> letters = letters_of(*overlay.data, glyph_texture);
    all.insert(all.end(), letters.begin(), letters.end());
  }
  return all;
}

std::vector<Written> letters_of(const ImDrawData& drawn, std::uint32_t glyph_texture) {
  std::vector<Written> all;
  for (const ImDrawList* list : drawn.CmdLists) add_letters(all, *list, static_cast<ImTextureID>(glyph_texture));
  return all;
}

render::Picture with_words(app::OffscreenWall& offscreen) {
  offscreen.frame(0);
  return picture_of(offscreen);
}

render::Picture without_words(app::OffscreenWall& offscreen, const content::Palette& palette) {
  offscreen.frame(0);
  GLuint framebuffer = 0;
  glGenFramebuffers(1, &framebuffer);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, offscreen.renderer().glyph_texture(), 0);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0, 0, 0, 0);
  glClear(GL_COLOR_BUFFER_BIT);
  glDeleteFramebuffers(1, &framebuffer);
  offscreen.renderer().set_palette(palette);  // everything is drawn anew
  offscreen.frame(0);
  return picture_of(offscreen);
}

Colour pixel(const render::Picture& picture, int x, int y) {
  const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4;
  const auto channel = [&](std::size_t i) { return static_cast<float>(picture.rgba[at + i]) / 255.0F; };
  return {channel(0), channel(1), channel(2), 1};
}

Colour over(Colour top, Colour below) {
  const auto mix = [&](float from, float to) { return from + (to - from) * top.a; };
  return {mix(below.r, top.r), mix(below.g, top.g), mix(below.b, top.b), 1};
}

float worst_contrast(const Written& written, const render::Picture& behind) {
  float worst = 21;
  for_each_pixel(written, behind,
                 [&](Colour ground) { worst = std::min(worst, content::contrast(over(written.colour, ground), ground)); });
  return worst;
}

Colour usual_ground(const Written& written, const render::Picture& behind) {
  std::map<std::array<float, 3>, int> seen;
  for_each_pixel(written, behind, [&](Colour ground) { ++seen[{ground.r, ground.g, ground.b}]; });
  if (seen.empty()) return {};
  const auto most = std::ranges::max_element(seen, {}, [](const auto& entry) { return entry.second; });
  return {most->first[0], most->first[1], most->first[2], 1};
}

}  // namespace greenline::legible
