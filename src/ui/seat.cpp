// A seat through time: opening, breathing, explaining, and drawing only when something changed.
#include "ui/seat.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace greenline::ui {
namespace {

constexpr float open_s = 0.16F;
constexpr float rise_units = 0.16F;
constexpr float dim_s = 1.2F;
constexpr float dimmed_by = 0.4F;
constexpr double explain_s = 3.0;
constexpr float breath_step_s = 0.55F;  // at most two steps a second
constexpr int breath_steps = 4;
constexpr double breath_lasts_s = 60;  // with nobody touching it, even the caret comes to rest

std::variant<Composer, Reader> body_for(int id, const Purpose& purpose, const Surroundings& s) {
  if (const auto* card = std::get_if<ReadCard>(&purpose)) return Reader(id, *card);
  return Composer(id, purpose, s);
}

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

}  // namespace

Seat::Seat(int seat_id, const Purpose& purpose, const HostContext& host, const Surroundings& s)
    : id_(seat_id), purpose_(purpose), body_(body_for(seat_id, purpose, s)), context_(host) {
  if (s.setting.still) opened_ = 1;
}

PixelPoint Seat::beside() const {
  return std::visit([](const auto& purpose) { return purpose.beside; }, purpose_);
}

std::optional<model::CardId> Seat::reading() const {
  const auto* reader = std::get_if<Reader>(&body_);
  return reader != nullptr ? std::optional(reader->card()) : std::nullopt;
}

float Seat::wished_height(const Measures& m, const Surroundings& s) const {
  return std::visit([&](const auto& body) { return body.wished_height(m, s); }, body_);
}

bool Seat::holds_something() const {
  const auto* composer = std::get_if<Composer>(&body_);
  return composer != nullptr && composer->holds_something();
}

float Seat::head_height() const { return 1.35F * measures_.unit; }

void Seat::tuck(const PixelRect& head, const Surroundings& s) {
  if (!head.empty()) stand({head.x0, head.y0, head.x0 + panel_.width(), head.y0 + panel_.height()}, measures_, s);
  away_ = true;
}

void Seat::stand(const PixelRect& panel, const Measures& m, const Surroundings& s) {
  away_ = false;
  panel_ = panel;
  measures_ = m;
  std::visit([&](auto& body) { body.lay_out(panel, m, s); }, body_);
  stale_ = true;
}

void Seat::touch(const input::Contact& contact, const Surroundings& s, Answers& out) {
  touched_s_ = now_s_;
  stale_ = true;
  if (auto* composer = std::get_if<Composer>(&body_)) {
    composer->touch(contact, now_s_, s, out);
    waiting_ = composer->pass(now_s_, s, out);
  } else {
    std::get<Reader>(body_).touch(contact, s, out);
  }
}

void Seat::type(char32_t c, const Surroundings& s, Answers& out) {
  touched_s_ = now_s_;
  stale_ = true;
  if (auto* composer = std::get_if<Composer>(&body_)) composer->type(c, s, out);
}

void Seat::press(Seats::Key key, const Surroundings& s, Answers& out) {
  touched_s_ = now_s_;
  stale_ = true;
  if (auto* composer = std::get_if<Composer>(&body_)) {
    composer->press(key, s, out);
  } else {
    std::get<Reader>(body_).press(key, out);
  }
}

void Seat::explain(std::string_view sentence) {
  explanation_ = sentence;
  explained_until_s_ = now_s_ + explain_s;
  stale_ = true;
}

void Seat::pass(float seconds, const Surroundings& s, Answers& out) {
  now_s_ += static_cast<double>(seconds);
  if (opened_ < 1) {
    opened_ = s.setting.still ? 1 : std::min(1.0F, opened_ + seconds / open_s);
    stale_ = true;
  }
  if (const float to = dims() ? 1 : 0; dim_ != to) {
    const float step = s.setting.still || to == 0 ? 1 : seconds / dim_s;
    dim_ = std::clamp(dim_ + std::clamp(to - dim_, -step, step), 0.0F, 1.0F);
    stale_ = true;
  }
  if (!explanation_.empty() && now_s_ >= explained_until_s_) {
    explanation_.clear();
    stale_ = true;
  }
  if (auto* composer = std::get_if<Composer>(&body_); composer != nullptr && waiting_) {
    waiting_ = composer->pass(now_s_, s, out);
    stale_ = true;
  }
  if (breath_step(s.setting) != breath_) stale_ = true;
}

bool Seat::breathes(const Setting& setting) const {
  const auto* composer = std::get_if<Composer>(&body_);
  return composer != nullptr && composer->shows_caret() && !setting.still && now_s_ - touched_s_ < breath_lasts_s;
}

int Seat::breath_step(const Setting& setting) const {
  // It starts full after each touch, so that the caret is seen where it went.
  return breathes(setting) ? static_cast<int>((now_s_ - touched_s_) / static_cast<double>(breath_step_s)) % breath_steps : 0;
}

float Seat::next_frame_in_s(const Setting& setting) const {
  if (stale_ || opened_ < 1 || waiting_ || dim_ != (dims() ? 1.0F : 0.0F)) return 0;
  float next = std::numeric_limits<float>::infinity();
  for (const double due_s : {dims_after_s, tucks_after_s})
    if (const double left_s = touched_s_ + due_s - now_s_; left_s > 0) next = std::min(next, static_cast<float>(left_s));
  if (breathes(setting)) {
    const auto since = static_cast<float>(now_s_ - touched_s_);
    next = breath_step_s - std::fmod(since, breath_step_s);
  }
  if (!explanation_.empty()) next = std::min(next, std::max(0.0F, static_cast<float>(explained_until_s_ - now_s_)));
  return next;
}

float Seat::keys_top() const {
  return std::visit([](const auto& body) { return body.keys_top(); }, body_);
}

void Seat::draw(float seconds, std::uint64_t glyphs, const Surroundings& s) {
  drawing_.changed = false;
  if (!stale_) return;
  stale_ = false;
  breath_ = breath_step(s.setting);
  const float turn = 2 * std::numbers::pi_v<float> * static_cast<float>(breath_) / breath_steps;
  const float caret = 0.675F + 0.325F * std::cos(turn);
  const Measures& m = measures_;
  drawing_.rect = panel_.grown(m.shadow());
  drawing_.data = context_.frame(s.setting.width, s.setting.height, seconds, drawing_.rect, [&](ImDrawList& list) {
    Painter painter(list, s.engine, s.palette, glyphs);
    painter.shadow(moved(panel_, {0, 0.08F * m.unit}), m.corner(), m.shadow() - 0.08F * m.unit,
                   faded(painter.role("shadow"), 0.5F));
    painter.fill(panel_, m.corner(), painter.role("panel"));
    const auto* card = std::get_if<ComposeCard>(&purpose_);
    const bool has_colour = card != nullptr && !card->colour.empty();
    painter.edge(panel_, m.corner(), painter.role(has_colour ? std::string_view(card->colour) : "panel.edge"),
                 std::max(1.5F, 0.035F * m.unit));
    if (const auto* composer = std::get_if<Composer>(&body_)) {
      composer->draw(painter, caret, s);
    } else {
      std::get<Reader>(body_).draw(painter, s);
    }
    draw_explanation(painter, s);
  });
  if (opened_ < 1 || dim_ > 0) settle(*drawing_.data);
  const std::uint64_t picture = hash_of(*drawing_.data);
  drawing_.changed = picture != picture_;
  picture_ = picture;
}

void Seat::draw_explanation(Painter& painter, const Surroundings& s) const {
  if (explanation_.empty()) return;
  painter.finish_layer();
  const Measures& m = measures_;
  const float side = m.pad();
  const auto block = s.engine.layout(explanation_, {.size_px = m.prompt_em(),
                                                    .width_px = panel_.width() - 4 * side,
                                                    .align = text::Align::centre,
                                                    .max_lines = 4,
                                                    .language = s.setting.language});
  const float bottom = std::min(keys_top() - 0.06F * m.unit, panel_.y1 - side);
  const PixelRect box{panel_.x0 + side, bottom - block->height - 0.5F * m.unit, panel_.x1 - side, bottom};
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
    for (ImDrawVert& vertex : list->VtxBuffer) {
      vertex.pos.y += below;
      const auto alpha = static_cast<float>((vertex.col >> IM_COL32_A_SHIFT) & 0xFF) * light;
      vertex.col = (vertex.col & ~IM_COL32_A_MASK) | (static_cast<ImU32>(alpha) << IM_COL32_A_SHIFT);
    }
    for (ImDrawCmd& command : list->CmdBuffer) {
      command.ClipRect.y += below;
      command.ClipRect.w += below;
    }
  }
}

}  // namespace greenline::ui
