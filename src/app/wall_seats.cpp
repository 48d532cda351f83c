// Seats on the wall: opening them for what was touched, and doing what their people want.
#include <algorithm>

#include "app/wall.h"

namespace greenline::app {

// Neither over the card it is about nor over those that somebody is carrying.
int Wall::open_seat(const ui::Purpose& purpose, PixelPoint at, const std::optional<model::PixelRect>& its_card) {
  std::vector<model::PixelRect> keep_clear;
  if (its_card) keep_clear.push_back(*its_card);
  for (const auto& [contact, grip] : grips_) {
    if (grip.idle || !grip.card) continue;
    if (const auto held = scene_.rect_of(*grip.card)) keep_clear.push_back(*held);
  }
  const int seat = seats_.open(purpose, shores(), keep_clear);
  if (seat == 0) notices_.say(say("notice.no_room"), at);
  return seat;
}

std::vector<model::PixelRect> Wall::shores() const {
  const content::Layout& layout =
      layout_for(session_.pack().canvas, session_.pack().activity.layout, setting_.width, setting_.height);
  const model::PixelFromCanvas pixel_from_canvas{std::min(setting_.width / layout.width, setting_.height / layout.height),
                                                 {setting_.width / 2, setting_.height / 2}};
  std::vector<model::PixelRect> shores;
  for (const content::Box& box : layout.shores) {
    const PixelPoint a = pixel_from_canvas({box.x0, box.y1});
    const PixelPoint b = pixel_from_canvas({box.x1, box.y0});
    shores.push_back({a.x, a.y, b.x, b.y});
  }
  return shores;
}

ui::ReadCard Wall::reading(const model::CardId& card_id, PixelPoint at) const {
  const model::Convening& convening = session_.convening();
  ui::ReadCard read{.card = card_id, .beside = at, .saying = {}, .nourishments = {}, .thread_words = {}};
  const model::Card* card = find_card(convening, card_id);
  if (card == nullptr) return read;
  read.veiled = card->veiled.value;
  if (!read.veiled) read.saying = card->saying.value;
  read.marked = card->marked;
  read.lit = card->lit_up;
  read.resting = card->let_go;

  const auto touches_card = [&](const model::Thread& thread) {
    return thread.ends.value.from == model::ThreadEnd{card_id} || thread.ends.value.to == model::ThreadEnd{card_id};
  };
  // What was left beside the card and beside its threads, in the order it was left: the newest last.
  std::vector<const model::Nourishment*> left;
  for (const auto& [id, nourishment] : convening.nourishments) {
    const model::NourishTarget& beside = nourishment.body.value.beside;
    bool ours = beside == model::NourishTarget{card_id};
    if (const auto* thread_id = std::get_if<model::ThreadId>(&beside)) {
      const auto thread = convening.threads.find(*thread_id);
      ours = thread != convening.threads.end() && touches_card(thread->second);
    }
    if (ours && !read.veiled && present(convening, nourishment)) left.push_back(&nourishment);
  }
  std::ranges::sort(left, {}, [](const model::Nourishment* nourishment) { return nourishment->body.at; });
  for (const model::Nourishment* nourishment : left) {
    read.nourishments.emplace_back(nourishment->body.value.kind, nourishment->body.value.saying);
  }
  for (const auto& [id, thread] : convening.threads) {
    if (touches_card(thread) && !thread.word.value.empty() && present(convening, thread))
      read.thread_words.push_back(thread.word.value);
  }
  std::ranges::sort(read.thread_words);

  const model::Rules& rules = session_.rules();
  const auto verb = [&](model::Verb wanted) { return rules.touch && rules.verbs.contains(wanted); };
  read.may_thread = verb(model::Verb::connect) && !card->let_go;
  read.may_nourish = verb(model::Verb::nourish) && !read.veiled;
  read.may_take_back = session_.would(model::TakeBackCard{card_id}).has_value();
  read.may_let_go = session_.would(model::LetGoCard{card_id, {}}).has_value();
  read.may_mark = session_.would(model::MarkCard{card_id}).has_value();
  read.may_veil = session_.would(model::VeilCard{card_id}).has_value();
  read.may_light = session_.would(model::LightCard{card_id, {}}).has_value();
  return read;
}

std::string Wall::sentence_of(const model::Thread& thread) const {
  const auto words_of = [&](const model::ThreadEnd& end) -> std::string {
    if (const auto* card_id = std::get_if<model::CardId>(&end)) {
      const model::Card* card = find_card(session_.convening(), *card_id);
      if (card == nullptr || card->veiled.value || card->saying.value.words.empty()) return "\u2026";
      return card->saying.value.words;
    }
    const content::Region* region = find_region(session_.pack().canvas, std::get<model::RegionEnd>(end).region);
    return region != nullptr ? std::string(content::in_language(region->label, setting_.language)) : "\u2026";
  };
  const std::string& word = thread.word.value;
  return words_of(thread.ends.value.from) + (word.empty() ? " \u2014 " : " \u2014 " + word + " \u2014 ") +
         words_of(thread.ends.value.to);
}

void Wall::compose_word(const model::ThreadId& thread_id, PixelPoint at) {
  const auto thread = session_.convening().threads.find(thread_id);
  if (thread == session_.convening().threads.end()) return;
  const auto answer = session_.would(model::WordThread{thread_id, thread->second.word.value + "\u2026"});
  if (!answer) return refuse(answer.error(), at);
  const content::Phase& phase = session_.phase();
  ui::ComposeWord compose{.thread = thread_id, .beside = at, .prompt = {}, .offered = {}, .word = thread->second.word.value};
  compose.prompt = content::in_language(phase.thread_prompt, setting_.language);
  if (compose.prompt.empty()) compose.prompt = say("word.prompt");
  for (const content::LocalText& word : phase.thread_words)
    compose.offered.emplace_back(content::in_language(word, setting_.language));
  open_seat(compose, at, std::nullopt);
}

void Wall::compose_name(const model::GatheringId& gathering_id, PixelPoint at) {
  const auto gathering = session_.convening().gatherings.find(gathering_id);
  if (gathering == session_.convening().gatherings.end()) return;
  const auto answer = session_.would(model::NameGathering{gathering_id, gathering->second.name.value + "\u2026"});
  if (!answer) return refuse(answer.error(), at);
  open_seat(ui::ComposeName{.gathering = gathering_id, .beside = at, .name = gathering->second.name.value}, at, std::nullopt);
}

void Wall::on(const ui::Wants& wants) {
  auto event = session_.wish(wants.intent);
  if (!event) {
    seats_.explain(wants.seat, say("refusal." + std::string(to_text(event.error()))));
    return;
  }
  if (const auto* made = std::get_if<model::CardMade>(&event->body)) scene_.arrive_from(made->card, wants.from);
  show(*event);
  seats_.close(wants.seat);
}

void Wall::on(const ui::WantsThread& wants) {
  if (wants.contact < 0) {
    armed_ = wants.card;
    scene_.attend(std::nullopt);
    if (const auto card = scene_.rect_of(wants.card)) notices_.say(say("notice.thread_to"), card->centre());
  } else {
    pulled_[wants.contact] = wants.card;
    gestures_.recapture(wants.contact, input::OnCard{wants.card});
  }
  seats_.close(wants.seat);
}

void Wall::on(const ui::WantsNourish& wants) {
  const model::Card* card = find_card(session_.convening(), wants.card);
  const auto rect = scene_.rect_of(wants.card);
  seats_.close(wants.seat);
  if (card == nullptr || !rect) return;
  const std::string title = card->saying.value.words.empty() ? say("read.drawing") : card->saying.value.words;
  open_seat(ui::ComposeNourishment{.beside_what = wants.card, .beside = rect->centre(), .title = title}, rect->centre(), *rect);
}

void Wall::on(const ui::Left& left) { seats_.close(left.seat); }

}  // namespace greenline::app
