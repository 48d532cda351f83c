// How a seat is drawn: upright in its own pixels, then turned to where it lies on the screen.
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

#include "ui/seat.h"
#include "ui/turn_drawing.h"

namespace greenline::ui {
namespace {

constexpr float rise_units = 0.16F;
constexpr float dimmed_by = 0.13F;  // what was begun there can still be read

std::uint64_t mixed_in(std::uint64_t hash, const void* bytes, std::size_t size) {
  // FNV-1a over words: fast enough for each change, and one picture differs from the next in many places.
  const auto* at = static_cast<const unsigned char*>(bytes);
  for (; size >= 8; at += 8, size -= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, 8);
    hash = (hash ^ word) * 0x100000001B3ULL;
    hash ^= hash >> 29;
  }
  for (; size > 0; ++at, --size) hash = (hash ^ *at) * 0x100000001B3ULL;
  return hash;
}

std::uint64_t hash_of(const ImDrawData& data) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const ImDrawList* list : data.CmdLists) {
    hash = mixed_in(hash, list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
    hash = mixed_in(hash, list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
  }
  return hash;
}

// Fast at first, then resting.
float eased(float share) { return 1 - (1 - share) * (1 - share) * (1 - share); }

void fade(ImDrawList& list, int from, float by) {
  for (int i = from; i < list.VtxBuffer.Size; ++i) {
    ImU32& colour = list.VtxBuffer[i].col;
    const auto alpha = static_cast<float>((colour >> IM_COL32_A_SHIFT) & 0xFF) * by;
    colour = (colour & ~IM_COL32_A_MASK) | (static_cast<ImU32>(alpha) << IM_COL32_A_SHIFT);
  }
}

}  // namespace

float Seat::keys_top() const {
  return std::visit([](const auto& body) { return body.keys_top(); }, body_);
}

void Seat::draw(float seconds, GlyphTextures glyphs, const Surroundings& s) {
  drawing_.changed = false;
  if (!stale_) return;
  stale_ = false;
  breath_ = breath_step(s.setting);
  const float margin = std::ceil(measures_.shadow()) + 1;
  drawing_.rect = model::joined(panel_, frame()).grown(measures_.shadow());
  drawing_.data = context_.frame(std::ceil(own_.x1) + margin, std::ceil(own_.y1) + margin, seconds, [&](ImDrawList& list) {
    Painter painter(list, s.engine, s.palette, glyphs);
    if (is_moving()) return draw_on_the_way(list, painter, s);
    fill(painter, s);
  });
  if (opened_ < 1 || dim_ > 0) settle(*drawing_.data);
  turn_drawing(*drawing_.data, pose_, s.setting.width, s.setting.height);
  const std::uint64_t picture = hash_of(*drawing_.data);
  drawing_.changed = picture != picture_;
  picture_ = picture;
}

PixelRect Seat::frame() const {
  if (!is_moving()) return panel_;
  const float part = std::clamp(move_->part, 0.0F, 1.0F), share = part * part * (3 - 2 * part);
  const PixelRect &from = move_->from, &to = move_->to;
  return {std::lerp(from.x0, to.x0, share), std::lerp(from.y0, to.y0, share), std::lerp(from.x1, to.x1, share),
          std::lerp(from.y1, to.y1, share)};
}

// Its frame goes beyond its own ground there; its inside stays, and fades.
void Seat::draw_on_the_way(ImDrawList& list, Painter& painter, const Surroundings& s) const {
  constexpr float all = 1e5F;
  list.PushClipRect({-all, -all}, {all, all}, false);
  fill_frame(painter);
  const int inside = list.VtxBuffer.Size;
  painter.clip(pose_.to_own(frame()));
  fill_inside(painter, s);
  painter.unclip();
  fade(list, inside, std::min(1.0F, std::abs(2 * move_->part - 1)));
  list.PopClipRect();
}

void Seat::fill_frame(Painter& painter) const {
  const Measures& m = measures_;
  const PixelRect own = pose_.to_own(frame());
  painter.shadow(moved(own, {0, 0.08F * m.unit}), m.corner(), m.shadow() - 0.08F * m.unit, faded(painter.role("shadow"), 0.5F));
  painter.fill(own, m.corner(), painter.role("panel"));
  const auto* card = std::get_if<ComposeCard>(&purpose_);
  const bool has_colour = card != nullptr && !card->colour.empty();
  painter.edge(own, m.corner(), painter.role(has_colour ? std::string_view(card->colour) : "panel.edge"),
               std::max(1.5F, 0.035F * m.unit));
}

void Seat::fill(Painter& painter, const Surroundings& s) const {
  if (chip_) return chip_->draw(painter, s);
  fill_frame(painter);
  fill_inside(painter, s);
}

void Seat::fill_inside(Painter& painter, const Surroundings& s) const {
  if (composer() != nullptr) {
    const float turn = 2 * std::numbers::pi_v<float> * static_cast<float>(breath_) / breath_steps;
    composer()->draw(painter, 0.675F + 0.325F * std::cos(turn), s);
  } else {
    std::get<Reader>(body_).draw(painter, s);
  }
  draw_explanation(painter, s);
}

void Seat::draw_explanation(Painter& painter, const Surroundings& s) const {
  if (explanation_.empty()) return;
  painter.finish_layer();
  const Measures& m = measures_;
  const float side = m.pad();
  const auto block = s.engine.layout(explanation_, {.size_px = m.prompt_em(),
                                                    .width_px = own_.width() - 4 * side,
                                                    .align = text::Align::centre,
                                                    .max_lines = 4,
                                                    .language = s.setting.language});
  const float height = block->height + 0.5F * m.unit;
  const float bottom = std::max(std::min(keys_top() - 0.06F * m.unit, own_.y1 - side), own_.y0 + side + height);
  const PixelRect box{own_.x0 + side, bottom - height, own_.x1 - side, bottom};
  painter.shadow(box, m.key_corner(), 0.3F * m.unit, faded(painter.role("shadow"), 0.5F));
  painter.fill(box, 0.24F * m.unit, painter.role("thread.pill"));
  painter.edge(box, 0.24F * m.unit, faded(painter.role("thread"), 0.8F), std::max(1.5F, 0.03F * m.unit));
  painter.words(block, {box.centre().x - block->width / 2, box.centre().y - block->height / 2}, painter.role("text"));
  painter.finish_layer();
}

void Seat::settle(ImDrawData& data) const {
  const float share = eased(opened_);
  const float below = std::round((1 - share) * rise_units * measures_.unit);
  const float light = share * (1 - dimmed_by * dim_);
  for (ImDrawList* list : data.CmdLists) {
    for (ImDrawVert& vertex : list->VtxBuffer) vertex.pos.y += below;
    fade(*list, 0, light);
    for (ImDrawCmd& command : list->CmdBuffer) {
      command.ClipRect.y += below;
      command.ClipRect.w += below;
    }
  }
}

}  // namespace greenline::ui
