// What touches and keys do in a composer.
#include "ui/composer.h"

#include "ui/card_actions.h"

#include <algorithm>

namespace greenline::ui {
namespace {

std::string utf8(char32_t c) {
  std::string out;
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  return out;
}

bool writable(char32_t c) {
  return c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0) && !(c >= 0xD800 && c < 0xE000) && c <= 0x10FFFF;
}

}  // namespace

Composer::Composer(int seat, Purpose purpose, const Surroundings& s)
    : seat_(seat), purpose_(std::move(purpose)), language_(first_language(s.setting, s.keyboards)) {
  field_.max_bytes = model::max_words_bytes;
  if (const auto* word = std::get_if<ComposeWord>(&purpose_)) field_.text = word->word;
  if (const auto* name = std::get_if<ComposeName>(&purpose_)) field_.text = name->name;
  if (!may_draw()) {
    field_.single_line = true;
    field_.max_bytes = model::max_name_bytes;
  }
  field_.caret = field_.text.size();
}

bool Composer::may_draw() const {
  return std::holds_alternative<ComposeCard>(purpose_) || std::holds_alternative<ComposeNourishment>(purpose_);
}

std::optional<model::Request> Composer::taking_back() const {
  const auto* word = std::get_if<ComposeWord>(&purpose_);
  if (word != nullptr && word->may_take_back) return model::TakeBackThread{word->thread};
  const auto* name = std::get_if<ComposeName>(&purpose_);
  if (name != nullptr && name->may_take_back) return model::TakeBackGathering{name->gathering};
  return std::nullopt;
}

const CanvasMap* Composer::map() const {
  const auto* card = std::get_if<ComposeCard>(&purpose_);
  return card != nullptr ? card->map.get() : nullptr;
}

void Composer::go_on_with(const ComposeCard& card, const Surroundings& s) {
  purpose_ = card;
  relay(s);
}

const KeyboardLayout& Composer::layout(const Surroundings& s) const { return keyboard_for(language_, s.setting, s.keyboards); }

std::optional<std::string> Composer::next_language(const Surroundings& s) const {
  const auto offered = offered_keyboards(s.setting, s.keyboards);
  const auto here = std::ranges::find(offered, &layout(s), &Offered::layout);
  if (offered.empty() || (here != offered.end() && offered.size() == 1)) return std::nullopt;
  return here == offered.end() || here + 1 == offered.end() ? offered.front().language : (here + 1)->language;
}

void Composer::speak(const std::string& language, const Surroundings& s) {
  language_ = language;
  relay(s);
}

void Composer::touch(const input::Contact& contact, double now_s, const Surroundings& s, Answers& out) {
  const bool begins = contact.state == input::ContactState::began;
  // Alternates lie over everything, so keys come first.
  std::vector<KeyAction> actions;
  const bool on_keys = !drawing_ && keys_.touch(contact, now_s, actions);
  for (const KeyAction& action : actions) perform(action, s, out);
  if (on_keys) return;

  if (const auto id = buttons_.touch(contact, 0.12F * measures_.unit)) return push(*id, s, out);
  if (begins && buttons_.holds(contact.id)) return;

  if (drawing_) {
    if (begins && strip_of_words_.contains(contact.at)) return switch_way(false, s);
    if (!pad_.touch(contact, now_s)) out.explanations.push_back({"composer.full"});
    return;
  }
  if (begins && !pad_.blank() && thumbnail_box().contains(contact.at)) return switch_way(true, s);
  if (begins && map_box_.contains(contact.at)) map_contact_ = contact.id;
  if (contact.id == map_contact_) return send(contact, out);
  if (hand_.holds(contact.id) || (begins && paper_.contains(contact.at))) {
    hand_.touch(contact, now_s, field_, s.engine, field_view(s), measures_.unit);
  }
}

// The small card on the map follows the finger, and with it where the card will go.
void Composer::send(const input::Contact& contact, Answers& out) {
  if (contact.state == input::ContactState::ended || contact.state == input::ContactState::cancelled) map_contact_ = -1;
  if (contact.state == input::ContactState::cancelled) return;
  const WallPoint to = map_in_seat().on_wall(contact.at);
  if (to != std::get<ComposeCard>(purpose_).on_map) out.outcomes.emplace_back(WantsElsewhere{seat_, to});
}

void Composer::push(int id, const Surroundings& s, Answers& out) {
  if (id >= first_tab) {
    const auto offered = offered_keyboards(s.setting, s.keyboards);
    const auto at = static_cast<std::size_t>(id - first_tab);
    if (at < offered.size()) speak(offered[at].language, s);
    return;
  }
  if (id >= first_offered) {
    const auto& offered = std::get<ComposeWord>(purpose_).offered;
    const auto at = static_cast<std::size_t>(id - first_offered);
    if (at < offered.size()) finish_word(phrase_in(offered[at], language_, s), out);
    return;
  }
  if (id >= first_kind) {
    kind_ = static_cast<model::NourishKind>(id - first_kind);
    return relay(s);
  }
  switch (static_cast<Id>(id)) {
    case leave: out.outcomes.emplace_back(Left{seat_}); break;
    case place: finish(s, out); break;
    case other_way: switch_way(!drawing_, s); break;
    case undo: pad_.undo(); break;
    case afresh: pad_.clear(); break;
    case no_word: finish_word({}, out); break;
    case take_back:
      if (auto request = taking_back()) out.outcomes.emplace_back(Wants{seat_, *std::move(request), paper_.centre()});
      break;
    default: break;
  }
}

void Composer::switch_way(bool to_drawing, const Surroundings& s) {
  drawing_ = to_drawing;
  keys_.let_go();
  hand_.let_go();
  map_contact_ = -1;
  relay(s);
}

void Composer::write(std::string_view words, Answers& out, int writing) {
  const auto at = field_.insert(words);
  if (!at) {
    out.explanations.push_back({"composer.full"});
    return;
  }
  if (writing == 0) return;
  written_.push_back({writing, *at, std::string(words)});
  constexpr std::size_t remembered = 24;  // more than anybody's fingers hold at once
  if (written_.size() > remembered) written_.pop_front();
}

std::string_view Composer::joined(std::string_view with, const Surroundings& s) const {
  const auto& joins = layout(s).joins;
  if (joins.empty() || !field_.selected().empty()) return {};
  const auto found = joins.find(std::string(field_.character_before()).append(with));
  return found == joins.end() ? std::string_view() : std::string_view(found->second);
}

void Composer::perform(const KeyAction& action, const Surroundings& s, Answers& out) {
  ++edits_;
  switch (action.does) {
    case KeyAction::Does::write:
      if (const auto letter = joined(action.text, s); !letter.empty()) {
        const std::size_t before = field_.character_before().size();
        field_.select({field_.caret - before, field_.caret});
        write(letter, out);
      } else {
        write(action.text, out, action.writing);
      }
      break;
    case KeyAction::Does::rewrite: {
      const auto found = std::ranges::find(written_, action.writing, &Written::writing);
      // Where the letter has gone by now, the alternate is written where the caret stands.
      if (found == written_.end() || !field_.replace(found->at, found->text, action.text)) write(action.text, out);
      break;
    }
    case KeyAction::Does::erase: field_.erase_before(); break;
    case KeyAction::Does::enter: enter(s, out); break;
    case KeyAction::Does::next_language:
      if (const auto next = next_language(s)) speak(*next, s);
      break;
  }
}

void Composer::enter(const Surroundings& s, Answers& out) {
  if (field_.single_line) {
    finish(s, out);
  } else {
    write("\n", out);
  }
}

void Composer::type(char32_t c, const Surroundings& s, Answers& out) {
  if (!writable(c)) return;
  if (const auto button = buttons_.at_keys(); button && c == U' ') return push(*button, s, out);
  buttons_.leave_keys();
  if (drawing_) switch_way(false, s);
  write(utf8(c), out);
}

void Composer::press(Seats::Key key, bool selecting, const Surroundings& s, Answers& out) {
  using enum Seats::Key;
  if (key == escape) return out.outcomes.emplace_back(Left{seat_}), void();
  if (key == Seats::Key::place) return finish(s, out);
  if (key == next || key == previous) return buttons_.step(key == next ? +1 : -1, paper_.y0);
  if (const auto button = buttons_.at_keys(); button && key == enter) return push(*button, s, out);
  buttons_.leave_keys();
  if (drawing_) return;
  switch (key) {
    case backspace: field_.erase_before(); break;
    case remove: field_.erase_after(); break;
    case left: move_caret(field_, s.engine, field_view(s), -1, selecting); break;
    case right: move_caret(field_, s.engine, field_view(s), +1, selecting); break;
    case home: move_caret_to(LineEnd::first, field_, s.engine, field_view(s), selecting); break;
    case end: move_caret_to(LineEnd::last, field_, s.engine, field_view(s), selecting); break;
    case select_all: field_.select({0, field_.text.size()}); break;
    case enter: this->enter(s, out); break;
    case escape:
    case Seats::Key::place:
    case next:
    case previous: break;
  }
}

bool Composer::pass(double now_s, const Surroundings& s, Answers& out) {
  if (drawing_) return pad_.drawing();
  std::vector<KeyAction> actions;
  const bool waiting = keys_.pass(now_s, actions);
  for (const KeyAction& action : actions) perform(action, s, out);
  return waiting;
}

bool Composer::holds_something() const {
  if (const auto* word = std::get_if<ComposeWord>(&purpose_)) return field_.said() != word->word;
  if (const auto* name = std::get_if<ComposeName>(&purpose_)) return field_.said() != name->name;
  return !field_.said().empty() || !pad_.strokes().empty();
}

void Composer::finish(const Surroundings&, Answers& out) {
  if (!may_draw()) return finish_word({field_.said(), language_}, out);
  model::Saying saying{field_.said(), {}, pad_.strokes()};
  if (saying.empty()) {
    out.explanations.push_back({"refusal.nothing_said"});
    return;
  }
  if (!saying.words.empty()) saying.language = language_;
  model::Request request;
  if (const auto* card = std::get_if<ComposeCard>(&purpose_)) {
    request = model::MakeCard{std::move(saying), card->place};
  } else {
    request = model::Nourish{std::get<ComposeNourishment>(purpose_).beside_what, kind_, std::move(saying)};
  }
  out.outcomes.emplace_back(Wants{seat_, std::move(request), paper_.centre()});
}

void Composer::finish_word(model::Phrase word, Answers& out) {
  if (const auto* line = std::get_if<ComposeLine>(&purpose_)) {
    out.outcomes.emplace_back(Wants{seat_, card_action(line->action)->with_line(line->card, std::move(word)), paper_.centre()});
    return;
  }
  const auto* thread = std::get_if<ComposeWord>(&purpose_);
  const std::string& before = thread != nullptr ? thread->word : std::get<ComposeName>(purpose_).name;
  // A word and a name are wishes, not duties: as it was means that nothing is to be done.
  if (word.words == before) return out.outcomes.emplace_back(Left{seat_}), void();
  model::Request request;
  if (thread != nullptr) {
    request = model::WordThread{thread->thread, std::move(word.words), std::move(word.language)};
  } else {
    request = model::NameGathering{std::get<ComposeName>(purpose_).gathering, std::move(word.words), std::move(word.language)};
  }
  out.outcomes.emplace_back(Wants{seat_, std::move(request), paper_.centre()});
}

}  // namespace greenline::ui
