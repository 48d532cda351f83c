// A seat through time: standing somewhere, taking touches and keys, breathing, explaining.
#include "ui/seat.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace greenline::ui {
namespace {

constexpr float open_s = 0.16F;
constexpr float move_s = 0.7F;  // as calm as the eye follows it
constexpr float half_way = 0.5F;
constexpr float dim_s = 1.2F;
constexpr double explain_s = 3.0;
constexpr float breath_step_s = 0.55F;  // at most two steps a second
constexpr double breath_lasts_s = 60;   // with nobody touching it, even the caret comes to rest

std::variant<Composer, Reader> body_for(int id, const Purpose& purpose, const Surroundings& s) {
  if (const auto* card = std::get_if<ReadCard>(&purpose)) return Reader(id, *card);
  return Composer(id, purpose, s);
}

}  // namespace

Seat::Seat(int seat_id, const Purpose& purpose, const HostContext& host, const Surroundings& s)
    : beside(std::visit([](const auto& about) { return about.beside; }, purpose)),
      id_(seat_id),
      purpose_(purpose),
      body_(body_for(seat_id, purpose, s)),
      context_(host) {
  if (s.setting.still) opened_ = 1;
}

const ReadCard* Seat::reads() const {
  const auto* reader = std::get_if<Reader>(&body_);
  return reader != nullptr ? &reader->card() : nullptr;
}

std::optional<model::CardId> Seat::reading() const { return reads() != nullptr ? std::optional(reads()->card) : std::nullopt; }

double Seat::leaves_after_s() const {
  const auto* reader = std::get_if<Reader>(&body_);
  return reader != nullptr && reader->shows_veiled_words() ? covers_after_s : tucks_after_s;
}

void Seat::read(const ReadCard& card, const Surroundings& s) {
  purpose_ = card;
  if (auto* reader = std::get_if<Reader>(&body_)) {
    reader->read(card);
  } else {
    body_ = Reader(id_, card);
    due_ = false;
  }
  if (chip_) {  // its words may have been veiled
    chip_.emplace(id_, purpose_, s);
    chip_->lay_out(own_, measures_);
  }
  stale_ = true;
}

Measures Seat::wide_enough(Measures m, const Setting& setting) const {
  const auto* reader = std::get_if<Reader>(&body_);
  return reader != nullptr ? reader->wide_enough(m, setting) : m;
}

float Seat::wished_height(const Measures& m, const Surroundings& s) const {
  return std::visit([&](const auto& body) { return body.wished_height(m, s); }, body_);
}

bool Seat::holds_something() const { return composer() != nullptr && composer()->holds_something(); }

std::optional<Draft> Seat::draft() const {
  if (!holds_something()) return std::nullopt;
  std::optional<Draft> draft = composer()->draft();
  draft->across = across_;
  draft->down = down_;
  return draft;
}

bool Seat::resume(const Draft& draft, const Surroundings& s) {
  if (composer() == nullptr) return false;
  composer()->resume(draft, s);
  across_ = std::clamp(draft.across, 0.0F, 1.0F);
  down_ = std::clamp(draft.down, 0.0F, 1.0F);
  beside = {across_ * s.setting.width, down_ * s.setting.height};
  return holds_something();
}

std::uint64_t Seat::edits() const { return composer() != nullptr ? composer()->edits() : 0; }

void Seat::lie(const PixelRect& panel, Side foot, const Measures& m) {
  panel_ = panel;
  measures_ = m;
  // The whole seat and its shadow lie where ImGui cuts nothing off, wherever on the screen or beyond it they are shown.
  pose_ = pose_of_panel(panel, foot, std::ceil(m.shadow()) + 1);
  own_ = pose_.to_own(panel);
  stale_ = true;
}

void Seat::lay_out(const Surroundings& s) {
  if (Composer* const writing = composer()) writing->face(pose_.foot);
  std::visit([&](auto& body) { body.lay_out(own_, measures_, s); }, body_);
}

void Seat::stand(const PixelRect& panel, Side foot, const Measures& m, const Surroundings& s) {
  if (chip_) {
    chip_.reset();
    opened_ = s.setting.still ? 1 : 0;
    stir();
  }
  away_ = false;
  move_.reset();
  lie(panel, foot, m);
  lay_out(s);
  note_home(s);
}

void Seat::note_home(const Surroundings& s) {
  // Seats on a table stand so near to corners that only their lower side tells which way they are turned.
  const PixelPoint home = s.setting.table ? pose_.to_screen(PixelPoint{own_.centre().x, own_.y1}) : panel_.centre();
  across_ = std::clamp(home.x / s.setting.width, 0.0F, 1.0F);
  down_ = std::clamp(home.y / s.setting.height, 0.0F, 1.0F);
}

void Seat::wait(const PixelRect& panel, Side foot, const Measures& m, const Surroundings& s) {
  if (!chip_) chip_.emplace(id_, purpose_, s);
  lie(panel, foot, m);
  chip_->lay_out(own_, m);
}

void Seat::tuck(const PixelRect& panel, Side foot, const Measures& m, const Surroundings& s) {
  move_.reset();
  lie(panel, foot, m);
  lay_out(s);
  away_ = true;
}

void Seat::go_on_with(const ComposeCard& card, const Surroundings& s) {
  Composer* const writing = composer();
  if (writing == nullptr || !std::holds_alternative<ComposeCard>(purpose_)) return;
  purpose_ = card;
  writing->go_on_with(card, s);
  stale_ = true;
}

void Seat::touch(const input::Contact& contact, const Surroundings& s, Answers& out) {
  touched_s_ = now_s_;
  stale_ = true;
  const bool lifts = contact.state == input::ContactState::ended || contact.state == input::ContactState::cancelled;
  if (lifts) fingers_.erase(contact.id);
  if (contact.state == input::ContactState::began) {
    fingers_.insert(contact.id);
    if (move_ && move_->part < half_way) move_->back = true;
  }
  input::Contact own = contact;
  own.at = pose_.to_own(contact.at);
  if (chip_) return chip_->touch(own, out);
  if (composer() != nullptr) {
    composer()->touch(own, now_s_, s, out);
    due_ = composer()->pass(now_s_, s, out);
  } else {
    std::get<Reader>(body_).touch(own, s, out);
  }
}

void Seat::type(char32_t c, const Surroundings& s, Answers& out) {
  touched_s_ = now_s_;
  stale_ = true;
  if (composer() != nullptr) {
    composer()->type(c, s, out);
  } else {
    std::get<Reader>(body_).type(c, s, out);
  }
}

std::string_view Seat::say(std::string_view key, const Surroundings& s) const {
  return composer() != nullptr ? composer()->say(key, s) : s.strings(key, s.setting.language);
}

void Seat::press(Seats::Key key, bool selecting, const Surroundings& s, Answers& out) {
  touched_s_ = now_s_;
  stale_ = true;
  if (composer() != nullptr) {
    composer()->press(key, selecting, s, out);
  } else {
    std::get<Reader>(body_).press(key, s, out);
  }
}

void Seat::explain(std::string_view sentence) {
  explanation_ = sentence;
  explained_until_s_ = now_s_ + explain_s;
  stale_ = true;
}

void Seat::move_on(float seconds, const Surroundings& s) {
  if (!is_moving()) return;
  stale_ = true;
  const bool had_left = move_->part >= half_way;
  move_->part += (move_->back ? -1 : 1) * (s.setting.still ? 1 : seconds / move_s);
  if (move_->part <= 0) return mean_to_move(move_->to, move_->measures);
  if (!had_left && move_->part >= half_way) {
    lie(move_->to, pose_.foot, move_->measures);
    lay_out(s);
    note_home(s);
  }
  if (move_->part >= 1) move_.reset();
}

void Seat::arrive(const Surroundings& s) {
  move_on(move_s, s);
  opened_ = 1;
  dim_ = dims() ? 1 : 0;
  stale_ = true;
}

void Seat::pass(float seconds, const Surroundings& s, Answers& out) {
  now_s_ += static_cast<double>(seconds);
  move_on(seconds, s);
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
  if (composer() != nullptr && due_) {
    due_ = composer()->pass(now_s_, s, out);
    stale_ = true;
  }
  if (breath_step(s.setting) != breath_) stale_ = true;
}

bool Seat::breathes(const Setting& setting) const {
  const bool shows_caret = composer() != nullptr && composer()->shows_caret() && !waiting();
  return shows_caret && !setting.still && now_s_ - touched_s_ < breath_lasts_s;
}

int Seat::breath_step(const Setting& setting) const {
  // It starts full after each touch, so that the caret is seen where it went.
  return breathes(setting) ? static_cast<int>((now_s_ - touched_s_) / static_cast<double>(breath_step_s)) % breath_steps : 0;
}

float Seat::next_frame_in_s(const Setting& setting) const {
  if (stale_ || opened_ < 1 || due_ || is_moving() || may_set_out() || dim_ != (dims() ? 1.0F : 0.0F)) return 0;
  float next = std::numeric_limits<float>::infinity();
  for (const double due_s : {dims_after_s, leaves_after_s()})
    if (const double left_s = touched_s_ + due_s - now_s_; left_s > 0) next = std::min(next, static_cast<float>(left_s));
  if (means_to_move() && fingers_.empty()) next = std::min(next, static_cast<float>(touched_s_ + sets_out_after_s - now_s_));
  if (breathes(setting)) {
    const auto since = static_cast<float>(now_s_ - touched_s_);
    next = std::min(next, breath_step_s - std::fmod(since, breath_step_s));
  }
  if (!explanation_.empty()) next = std::min(next, std::max(0.0F, static_cast<float>(explained_until_s_ - now_s_)));
  return next;
}

}  // namespace greenline::ui
