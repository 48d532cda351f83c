// What touches do while a card is read, and where its parts stand.
#include "ui/reader.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/readable.h"

namespace greenline::ui {
namespace {

constexpr float card_aspect = 1.9F;
constexpr float row_height = 1.0F;  // of what may be done, units; more where two lines of its words need it
// Of a low seat, in units: its paper's width, what may be done beside it in rows as high as two lines of words, what is seen of
// all that lies beneath.
constexpr float low_paper = 5.1F, low_row = 0.85F, low_beneath = 2.2F, low_head = 0.62F;
constexpr float head_height = 0.8F, most_beneath = 4.2F;
constexpr float slip_key = 0.9F;  // height of the key that takes back what lies beside the card, units
constexpr float slip_key_width = 4.6F;
constexpr float pull_mm = 3;  // a touch on the thread's handle that goes further pulls it

// Of keys of two lines that can be read, with the gap below, pixels.
float row_of_keys(const Measures& m) { return std::max((m.low ? low_row : row_height) * m.unit, m.two_lines() + m.gap()); }

std::string_view kind_key(model::NourishKind kind) {
  switch (kind) {
    case model::NourishKind::question: return "nourish.question";
    case model::NourishKind::offer: return "nourish.offer";
    case model::NourishKind::story: return "nourish.story";
    case model::NourishKind::thanks: return "nourish.thanks";
    case model::NourishKind::origin: return "nourish.origin";
  }
  return "";
}

}  // namespace

int Reader::id_of(const CardAction& action) { return first_action + static_cast<int>(&action - card_actions().data()); }

std::vector<const CardAction*> Reader::actions() const {
  std::vector<const CardAction*> now;
  for (const CardAction& action : card_actions()) {
    const bool offered = std::ranges::find(card_.offered, action.name) != card_.offered.end();
    if (offered && (action.fits == nullptr || action.fits(card_))) now.push_back(&action);
  }
  return now;
}

// Beside its words a card on the wall keeps the same share of its width free.
Measures Reader::wide_enough(Measures m, const Setting& setting) const {
  const float paper = larger * card_.wall_width;
  const float beside = m.low && !actions().empty() ? m.inner_width() - low_paper * m.unit : 0;
  const float most = setting.width - 2 * margin_px(setting) - 2 * m.pad();
  m.across = std::max(m.across, std::min(paper + beside, most) / m.unit);
  return m;
}

std::vector<float> Reader::sizes(const Measures& m, const Setting& setting) const {
  const std::array of_seat = {0.72F * m.unit, 0.62F * m.unit, 0.54F * m.unit, 0.47F * m.unit, 0.41F * m.unit,
                              0.36F * m.unit, 0.31F * m.unit, 0.27F * m.unit, 0.22F * m.unit};
  std::vector<float> all = readable(of_seat, setting);
  const float least = least_em();
  if (least <= all.back()) return all;
  std::erase_if(all, [&](float size) { return size <= least; });
  all.push_back(least);
  return all;
}

// As high as its words need in the least of their sizes, within reason: the rest is scrolled.
PixelPoint Reader::paper_size(const Measures& m, const Surroundings& s) const {
  const float beside = m.inner_width() - (m.low && !actions().empty() ? (10 - low_paper) * m.unit : 0);
  const PixelPoint usual{beside, beside / card_aspect};
  if (card_.saying.words.empty() || hides_words() || least_em() <= 0) return usual;
  const text::Style style{
      .size_px = least_em(), .width_px = (1 - 2 * beside_said) * usual.x, .language = card_.saying.language};
  const float share = card_.saying.ink.empty() ? said_share : said_above_ink;
  const float needed = s.engine.layout(card_.saying.words, style)->height / share;
  const float most = std::max(usual.y, std::min(usual.x, (m.low ? 0.3F : 0.4F) * s.setting.height));
  return {usual.x, std::clamp(needed, usual.y, most)};
}

float Reader::actions_height(const Measures& m) const {
  const std::size_t count = actions().size();
  const std::size_t rows = m.low ? count : (count + 1) / 2;
  return static_cast<float>(rows) * row_of_keys(m);
}

std::vector<Reader::Line> Reader::standing(const Measures& m, const Surroundings& s) const {
  std::vector<Line> lines;
  const auto line = [&](Icon icon, std::string_view sentence, const std::string& language = {}) {
    lines.push_back({icon, s.engine.layout(sentence, {.face = text::Face::prompt_italic,
                                                      .size_px = m.readable_em(0.36F),
                                                      .width_px = m.inner_width() - before_words * m.unit,
                                                      .balanced = true,
                                                      .max_lines = 3,
                                                      .language = language})});
  };
  const auto add = [&](bool so, Icon icon, std::string_view key) {
    if (so) line(icon, say(key, s));
  };
  add(shows_veiled_words(), Icon::veil, "read.made_here");
  add(shows_veiled_words() && card_.half_open, Icon::light, "read.half_open");
  add(card_.marked, Icon::mark, "read.marked");
  if (card_.lit && !card_.why.words.empty()) line(Icon::light, card_.why.words, card_.why.language);
  if (card_.resting && card_.thanks.words.empty()) line(Icon::let_go, say("read.resting", s));
  if (card_.resting && !card_.thanks.words.empty()) line(Icon::let_go, card_.thanks.words, card_.thanks.language);
  return lines;
}

std::vector<Reader::Slip> Reader::slips(const Measures& m, const Surroundings& s) const {
  std::vector<Slip> all;
  for (const LeftBeside& left : card_.nourishments) {
    const model::Saying& saying = left.saying;
    Slip slip;
    slip.kind = s.engine.layout(say(kind_key(left.kind), s),
                                {.face = text::Face::prompt_italic, .size_px = m.readable_em(0.33F), .language = {}});
    const bool drawn = !saying.ink.empty();
    if (!saying.words.empty()) {
      slip.words = s.engine.layout(saying.words, {.size_px = m.readable_em(0.36F),
                                                  .width_px = m.inner_width() - 3.2F * m.unit - (drawn ? 2.2F * m.unit : 0),
                                                  .balanced = true,
                                                  .language = saying.language});
    }
    if (drawn) slip.ink = &saying.ink;
    slip.height = std::max({0.7F * m.unit, (slip.words ? slip.words->height : 0) + 0.24F * m.unit, drawn ? 1.15F * m.unit : 0});
    if (left.may_take_back) slip.height += slip.key = slip_key * m.unit;
    all.push_back(std::move(slip));
  }
  return all;
}

// Each in its own letters and its own direction.
std::vector<Reader::Tie> Reader::ties(const Measures& m, const Surroundings& s) const {
  std::vector<Tie> all;
  const auto language = [&](const model::Phrase& phrase) {
    return phrase.language.empty() ? s.setting.language : phrase.language;
  };
  for (const ThreadAt& thread : card_.threads) {
    Tie tie;
    if (!thread.word.words.empty())
      tie.word = s.engine.layout(thread.word.words, {.face = text::Face::prompt_italic,
                                                     .size_px = m.readable_em(0.34F),
                                                     .width_px = (tie_says - 2 * tie_arrow) * m.unit,
                                                     .balanced = true,
                                                     .max_lines = 2,
                                                     .language = language(thread.word)});
    const std::string_view says = thread.says.words.empty() ? std::string_view("\u2026") : thread.says.words;
    tie.says = s.engine.layout(says, {.size_px = m.readable_em(0.36F),
                                      .width_px = m.inner_width() - (tie_says + 2 * tie_pad) * m.unit,
                                      .balanced = true,
                                      .max_lines = 2,
                                      .language = language(thread.says)});
    tie.height = std::max({least_tie * m.unit, tie.says->height + 0.3F * m.unit, tie.word ? tie.word->height : 0.0F});
    all.push_back(std::move(tie));
  }
  return all;
}

float Reader::above_ties(const Measures& m, const Surroundings& s) const {
  float height = 0;
  for (const Line& line : standing(m, s)) height += line.words->height + after_line * m.unit;
  return height;
}

float Reader::above_slips(const Measures& m, const Surroundings& s) const {
  float height = above_ties(m, s);
  const auto threads = ties(m, s);
  for (const Tie& tie : threads) height += tie.height + m.gap();
  if (!threads.empty()) height += m.space();
  return height;
}

float Reader::beneath_height(const Measures& m, const Surroundings& s) const {
  float height = above_slips(m, s);
  for (const Slip& slip : slips(m, s)) height += slip.height + m.gap();
  return height;
}

float Reader::wished_height(const Measures& m, const Surroundings& s) const {
  const float beneath = beneath_height(m, s);
  const float shown = std::min(beneath, (m.low ? low_beneath : most_beneath) * m.unit);  // the rest is scrolled
  const float below = actions_height(m);
  const float paper = paper_size(m, s).y;
  if (m.low) return 2 * m.pad() + low_head * m.unit + std::max(paper, below) + (shown > 0 ? m.space() + shown : 0);
  return 2 * m.pad() + head_height * m.unit + paper + (shown > 0 ? m.space() + shown : 0) + (below > 0 ? m.space() + below : 0);
}

void Reader::lay_out(const PixelRect& panel, const Measures& m, const Surroundings& s) {
  panel_ = panel;
  measures_ = m;
  const PixelRect inner = shrunk(panel, m.pad());
  buttons_.all.clear();
  const float head = inner.y0 + (m.low ? low_head : head_height) * m.unit;
  buttons_.add({leave,
                {inner.x1 - 5 * m.unit, panel.y0, panel.x1, head},
                std::string(say("read.close", s)),
                Icon::close,
                ButtonKind::quiet,
                false});
  const float beside = actions_height(m);
  const PixelPoint paper = paper_size(m, s);
  const float high = paper.y;
  paper_ = {inner.x0, head, inner.x0 + paper.x, head + high};
  if (m.low) {
    actions_box_ = {paper_.x1 + 2 * m.gap(), head, inner.x1, head + beside};
    beneath_box_ = {inner.x0, head + std::max(high, beside) + m.space(), inner.x1, inner.y1};
  } else {
    actions_box_ = {inner.x0, inner.y1 - beside, inner.x1, inner.y1};
    beneath_box_ = {inner.x0, paper_.y1 + m.space(), inner.x1, actions_box_.y0 - (beside > 0 ? m.space() : 0)};
  }
  beneath_ = beneath_height(m, s);
  scrolled_ = std::clamp(scrolled_, 0.0F, std::max(0.0F, beneath_ - beneath_box_.height()));
  const auto words = said(s);
  said_scrolled_ = words ? std::clamp(said_scrolled_, 0.0F, words->beyond()) : 0;

  const std::vector<const CardAction*> offered = actions();
  const std::size_t columns = m.low ? 1 : 2;
  const float step = row_of_keys(m);
  for (std::size_t i = 0; i < offered.size(); ++i) {
    const bool alone = columns == 1 || (i + 1 == offered.size() && i % columns == 0);
    const float width = (actions_box_.width() + m.gap()) / (alone ? 1.0F : 2.0F);
    const float x = actions_box_.x0 + static_cast<float>(i % columns) * width;
    const std::size_t row = i / columns;
    const float y = actions_box_.y0 + static_cast<float>(row) * step;
    const CardAction& action = *offered[i];
    buttons_.add({id_of(action), PixelRect{x, y, x + width - m.gap(), y + step - m.gap()},
                  std::string(say("read." + std::string(action.name), s)), action.icon,
                  action.icon == Icon::thread ? ButtonKind::handle : ButtonKind::plain, false});
  }
  place_slip_keys(s);
  place_ties(s);
}

// The whole row leads to the other end.
void Reader::place_ties(const Surroundings& s) {
  const Measures& m = measures_;
  tie_keys_.all.clear();
  float y = beneath_box_.y0 - scrolled_ + above_ties(m, s);
  const std::vector<Tie> all = ties(m, s);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const PixelRect rect{beneath_box_.x0, y, beneath_box_.x1, y + all[i].height};
    y += all[i].height + m.gap();
    if (card_.threads[i].card) tie_keys_.add({first_tie + static_cast<int>(i), rect, {}, Icon::none, ButtonKind::plain, false});
  }
}

// Beneath each thing that may be taken back, as far as it is in sight.
void Reader::place_slip_keys(const Surroundings& s) {
  const Measures& m = measures_;
  slip_keys_.all.clear();
  float y = beneath_box_.y0 - scrolled_ + above_slips(m, s);
  const std::vector<Slip> all = slips(m, s);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const float bottom = y + all[i].height - 0.1F * m.unit;
    y += all[i].height + m.gap();
    if (all[i].key <= 0) continue;
    const PixelRect rect{beneath_box_.x1 - slip_key_width * m.unit, bottom - all[i].key + 0.1F * m.unit,
                         beneath_box_.x1 - 0.15F * m.unit, bottom};
    if (rect.centre().y < beneath_box_.y0 || rect.centre().y > beneath_box_.y1) continue;
    slip_keys_.add({first_slip + static_cast<int>(i), rect, std::string(say("read.take_back", s)), Icon::take_back,
                    ButtonKind::plain, false});
  }
}

void Reader::touch(const input::Contact& contact, const Surroundings& s, Answers& out) {
  const bool begins = contact.state == input::ContactState::began;
  const auto let_go_of = buttons_.touch(contact, 0.12F * measures_.unit);
  const auto handle = std::ranges::find(buttons_.all, ButtonKind::handle, &Button::kind);
  if (begins && handle != buttons_.all.end() && buttons_.pressed(handle->id) && buttons_.holds(contact.id) &&
      pull_contact_ < 0) {
    if (handle->rect.contains(contact.at)) {
      pull_contact_ = contact.id;
      pull_from_ = contact.at;
    }
  }
  if (contact.id == pull_contact_) pull(contact, s, out);
  if (let_go_of) return push(*let_go_of, out);
  if (buttons_.holds(contact.id)) return;
  if (!begins || beneath_box_.contains(contact.at)) {
    if (const auto slip = slip_keys_.touch(contact, 0.12F * measures_.unit)) return push(*slip, out);
    if (!slip_keys_.holds(contact.id))
      if (const auto tie = tie_keys_.touch(contact, 0.12F * measures_.unit)) return push(*tie, out);
  }
  if (slip_keys_.holds(contact.id)) return;
  // A finger that moves on scrolls the rows that it began on.
  if (begins) tie_from_ = contact.at;
  if (model::length(contact.at - tie_from_) > pull_mm * s.setting.pixels_per_mm) tie_keys_.forget(contact.id);
  scroll(contact, s);
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

void Reader::scroll(const input::Contact& contact, const Surroundings& s) {
  using enum input::ContactState;
  const auto drag = [&](input::ContactId& by, bool begins, float& scrolled, float most) {
    if (begins) {
      by = contact.id;
      scroll_from_ = contact.at;
    }
    if (contact.id != by) return;
    scrolled = std::clamp(scrolled + scroll_from_.y - contact.at.y, 0.0F, std::max(0.0F, most));
    scroll_from_ = contact.at;
    if (contact.state == ended || contact.state == cancelled) by = -1;
  };
  const bool free = contact.state == began && scroll_contact_ < 0 && said_contact_ < 0;
  drag(scroll_contact_, free && beneath_box_.contains(contact.at), scrolled_, beneath_ - beneath_box_.height());
  if (scroll_contact_ == contact.id) {
    place_slip_keys(s);
    place_ties(s);
  }
  const auto words = said(s);
  if (words) drag(said_contact_, free && paper_.contains(contact.at), said_scrolled_, words->beyond());
}

void Reader::push(int id, Answers& out) {
  const auto want = [&](model::Request request) {
    out.outcomes.emplace_back(Wants{seat_, std::move(request), paper_.centre()});
  };
  if (id >= first_tie) {
    const auto at = static_cast<std::size_t>(id - first_tie);
    if (at < card_.threads.size() && card_.threads[at].card)
      out.outcomes.emplace_back(WantsCard{seat_, *card_.threads[at].card});
    return;
  }
  if (id >= first_slip) {
    const auto at = static_cast<std::size_t>(id - first_slip);
    if (at < card_.nourishments.size()) want(model::TakeBackNourishment{card_.nourishments[at].id});
    return;
  }
  if (id == leave) return out.outcomes.emplace_back(Left{seat_}), void();
  const CardAction& action = card_actions()[static_cast<std::size_t>(id - first_action)];
  if (action.means == nullptr) return want(action.asks(card_.card));
  out.outcomes.push_back(action.means(seat_, card_.card));
}

void Reader::press(Seats::Key key, const Surroundings& s, Answers& out) {
  using enum Seats::Key;
  if (key == escape) out.outcomes.emplace_back(Left{seat_});
  if (key == next || key == previous) step(key == next ? +1 : -1, s);
  if (key != enter) return;
  for (const Buttons* keys : {&tie_keys_, &slip_keys_, &buttons_})
    if (const auto button = keys->at_keys()) return push(*button, out);
}

// From the rows of threads, as they stand, on to what may be taken back and what may be done. Rows that are out of sight come
// into it.
void Reader::step(int by, const Surroundings& s) {
  const std::array<Buttons*, 3> groups{&tie_keys_, &slip_keys_, &buttons_};
  const auto here = std::ranges::find_if(groups, [](const Buttons* keys) { return keys->at_keys().has_value(); });
  const auto count = static_cast<int>(groups.size());
  int at = here != groups.end() ? static_cast<int>(here - groups.begin()) : by > 0 ? 0 : count - 1;
  for (; at >= 0 && at < count; at += by) {
    Buttons& keys = *groups.at(static_cast<std::size_t>(at));
    keys.step(by, paper_.y0);
    if (keys.at_keys()) break;
  }
  const auto row = tie_keys_.rect_at_keys();
  if (!row) return;
  scrolled_ += std::min(0.0F, row->y0 - beneath_box_.y0) + std::max(0.0F, row->y1 - beneath_box_.y1);
  place_slip_keys(s);
  place_ties(s);
}

}  // namespace greenline::ui
