// What touches do while a card is read, and where its parts stand.
#include "ui/reader.h"

#include <algorithm>
#include <cmath>

namespace greenline::ui {
namespace {

constexpr float card_aspect = 1.9F;
constexpr float row_height = 1.0F;  // of what may be done, units
constexpr float pull_mm = 3;        // a touch on the thread's handle that goes further pulls it

std::string_view kind_key(model::NourishKind kind) {
  switch (kind) {
    case model::NourishKind::question: return "nourish.question";
    case model::NourishKind::offer: return "nourish.offer";
    case model::NourishKind::story: return "nourish.story";
    case model::NourishKind::thanks: return "nourish.thanks";
  }
  return "";
}

}  // namespace

std::vector<Reader::Action> Reader::actions() const {
  std::vector<Action> now;
  const auto offer = [&](bool may, Action action) {
    if (may) now.push_back(action);
  };
  offer(card_.may_thread, {thread, "read.thread", Icon::thread});
  offer(card_.may_nourish, {nourish, "read.nourish", Icon::nourish});
  offer(card_.may_take_back, {take_back, "read.take_back", Icon::take_back});
  offer(card_.may_let_go, {let_go, "read.let_go", Icon::let_go});
  offer(card_.may_mark, {mark, "read.mark", Icon::mark});
  offer(card_.may_veil, {veil, "read.veil", Icon::veil});
  offer(card_.may_light, {light, "read.light", Icon::light});
  return now;
}

float Reader::actions_height(const Measures& m) const {
  const std::size_t rows = (actions().size() + 1) / 2;
  return static_cast<float>(rows) * row_height * m.unit;
}

std::vector<std::string_view> Reader::standing(const Surroundings& s) const {
  std::vector<std::string_view> lines;
  if (card_.marked) lines.push_back(say("read.marked", s));
  if (card_.resting) lines.push_back(say("read.resting", s));
  return lines;
}

std::vector<Reader::Slip> Reader::slips(const Measures& m, const Surroundings& s) const {
  std::vector<Slip> all;
  for (const auto& [kind, saying] : card_.nourishments) {
    Slip slip;
    slip.kind =
        s.engine.layout(say(kind_key(kind), s), {.face = text::Face::prompt_italic, .size_px = 0.33F * m.unit, .language = {}});
    const bool drawn = !saying.ink.empty();
    if (!saying.words.empty()) {
      slip.words = s.engine.layout(saying.words, {.size_px = 0.36F * m.unit,
                                                  .width_px = m.inner_width() - 3.2F * m.unit - (drawn ? 2.2F * m.unit : 0),
                                                  .language = saying.language});
    }
    if (drawn) slip.ink = &saying.ink;
    slip.height = std::max({0.7F * m.unit, (slip.words ? slip.words->height : 0) + 0.24F * m.unit, drawn ? 1.15F * m.unit : 0});
    all.push_back(std::move(slip));
  }
  return all;
}

text::BlockPtr Reader::threads_line(const Measures& m, const Surroundings& s) const {
  if (card_.thread_words.empty()) return nullptr;
  std::string line;
  for (const std::string& word : card_.thread_words) line += (line.empty() ? "" : "  ·  ") + word;
  return s.engine.layout(line, {.size_px = 0.34F * m.unit,
                                .width_px = m.inner_width() - 0.75F * m.unit,
                                .max_lines = 3,
                                .language = s.setting.language});
}

float Reader::beneath_height(const Measures& m, const Surroundings& s) const {
  float height = 0.48F * m.unit * static_cast<float>(standing(s).size());
  if (const auto threads = threads_line(m, s)) height += threads->height + m.space();
  for (const Slip& slip : slips(m, s)) height += slip.height + m.gap();
  return height;
}

float Reader::wished_height(const Measures& m, const Surroundings& s) const {
  const float beneath = beneath_height(m, s);
  const float shown = std::min(beneath, 4.2F * m.unit);  // the rest is scrolled
  const float below = actions_height(m);
  return 2 * m.pad() + 0.8F * m.unit + m.inner_width() / card_aspect + (shown > 0 ? m.space() + shown : 0) +
         (below > 0 ? m.space() + below : 0);
}

void Reader::lay_out(const PixelRect& panel, const Measures& m, const Surroundings& s) {
  panel_ = panel;
  measures_ = m;
  const PixelRect inner = shrunk(panel, m.pad());
  buttons_.all.clear();
  const float head = inner.y0 + 0.8F * m.unit;
  buttons_.add({leave,
                {inner.x1 - 4.2F * m.unit, panel.y0, panel.x1, head},
                std::string(say("read.close", s)),
                Icon::close,
                ButtonKind::quiet,
                false});
  paper_ = {inner.x0, head, inner.x1, head + m.inner_width() / card_aspect};
  actions_box_ = {inner.x0, inner.y1 - actions_height(m), inner.x1, inner.y1};
  beneath_box_ = {inner.x0, paper_.y1 + m.space(), inner.x1, actions_box_.y0 - (actions_box_.height() > 0 ? m.space() : 0)};
  beneath_ = beneath_height(m, s);
  scrolled_ = std::clamp(scrolled_, 0.0F, std::max(0.0F, beneath_ - beneath_box_.height()));

  const std::vector<Action> offered = actions();
  for (std::size_t i = 0; i < offered.size(); ++i) {
    const bool alone = i + 1 == offered.size() && i % 2 == 0;
    const float width = (actions_box_.width() + m.gap()) / (alone ? 1.0F : 2.0F);
    const float x = actions_box_.x0 + static_cast<float>(i % 2) * width;
    const std::size_t row = i / 2;
    const float y = actions_box_.y0 + static_cast<float>(row) * row_height * m.unit;
    buttons_.add({offered[i].id, PixelRect{x, y, x + width - m.gap(), y + row_height * m.unit - m.gap()},
                  std::string(say(offered[i].key, s)), offered[i].icon,
                  offered[i].id == thread ? ButtonKind::handle : ButtonKind::plain, false});
  }
}

void Reader::touch(const input::Contact& contact, const Surroundings& s, Answers& out) {
  const bool begins = contact.state == input::ContactState::began;
  const auto let_go_of = buttons_.touch(contact, 0.12F * measures_.unit);
  if (begins && buttons_.pressed(thread) && buttons_.holds(contact.id) && pull_contact_ < 0) {
    const auto handle = std::ranges::find(buttons_.all, static_cast<int>(thread), &Button::id);
    if (handle != buttons_.all.end() && handle->rect.contains(contact.at)) {
      pull_contact_ = contact.id;
      pull_from_ = contact.at;
    }
  }
  if (contact.id == pull_contact_) pull(contact, s, out);
  if (let_go_of) return push(*let_go_of, out);
  if (!buttons_.holds(contact.id)) scroll(contact);
}

void Reader::pull(const input::Contact& contact, const Surroundings& s, Answers& out) {
  using enum input::ContactState;
  if (contact.state == moved && model::length(contact.at - pull_from_) > pull_mm * s.setting.pixels_per_mm) {
    buttons_.forget(contact.id);
    pull_contact_ = -1;
    out.outcomes.emplace_back(WantsThread{seat_, card_.card, contact.id});
  }
  if (contact.state == ended || contact.state == cancelled) pull_contact_ = -1;
}

void Reader::scroll(const input::Contact& contact) {
  using enum input::ContactState;
  if (contact.state == began && beneath_box_.contains(contact.at)) {
    scroll_contact_ = contact.id;
    scroll_from_ = contact.at;
  }
  if (contact.id != scroll_contact_) return;
  scrolled_ = std::clamp(scrolled_ + scroll_from_.y - contact.at.y, 0.0F, std::max(0.0F, beneath_ - beneath_box_.height()));
  scroll_from_ = contact.at;
  if (contact.state == ended || contact.state == cancelled) scroll_contact_ = -1;
}

void Reader::push(int id, Answers& out) {
  const auto want = [&](model::Intent intent) { out.outcomes.emplace_back(Wants{seat_, std::move(intent), paper_.centre()}); };
  switch (static_cast<Id>(id)) {
    case leave: out.outcomes.emplace_back(Left{seat_}); break;
    case thread: out.outcomes.emplace_back(WantsThread{seat_, card_.card, -1}); break;
    case nourish: out.outcomes.emplace_back(WantsNourish{seat_, card_.card}); break;
    case take_back: want(model::TakeBackCard{card_.card}); break;
    case let_go: want(model::LetGoCard{card_.card, {}}); break;
    case mark: want(model::MarkCard{card_.card}); break;
    case veil: want(model::VeilCard{card_.card}); break;
    case light: want(model::LightCard{card_.card, {}}); break;
  }
}

void Reader::press(Seats::Key key, Answers& out) {
  using enum Seats::Key;
  if (key == escape) out.outcomes.emplace_back(Left{seat_});
  if (key == next || key == previous) buttons_.step(key == next ? +1 : -1, paper_.y0);
  if (const auto button = buttons_.at_keys(); button && key == enter) push(*button, out);
}

}  // namespace greenline::ui
