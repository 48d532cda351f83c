// What hands on the wall mean: gestures become intents, and every touch has a visible answer in the same frame.
#include <variant>

#include "app/cpu_clock.h"
#include "app/wall.h"

namespace greenline::app {
void Wall::touch(const input::TouchFrame& frame) {
  const double before = thread_cpu_s();
  gestures_now_.clear();
  gestures_.recognise(
      palms_.without_palms(frame),
      [&](PixelPoint at) -> input::Target {
        if (auto seat = seats_.seat_at(at)) return input::OnSeat{*seat};
        return scene_.hit(at);
      },
      gestures_now_);
  times_.input_s += thread_cpu_s() - before;
  for (const input::Gesture& gesture : gestures_now_) std::visit([&](const auto& made) { on(made); }, gesture);
}

void Wall::on(const input::Touched& touched) {
  if (blank_) return;
  attended_s_ = 0;
  if (!std::holds_alternative<input::OnSeat>(touched.on)) scene_.attend(touched.at);
}

void Wall::on(const input::Tapped& tapped) {
  if (blank_) return;
  if (const auto* on_card = std::get_if<input::OnCard>(&tapped.on)) return tap_card(on_card->card, tapped.at);
  if (const auto* on_thread = std::get_if<input::OnThread>(&tapped.on)) return tap_thread(on_thread->thread, tapped.at);
  if (const auto* on_gathering = std::get_if<input::OnGathering>(&tapped.on))
    return compose_name(on_gathering->gathering, tapped.at);
  tap_ground(tapped.at);
}

void Wall::on(const input::Carried& carried) {
  if (const auto pulled = pulled_.find(carried.contact); pulled != pulled_.end()) {
    if (const scene::CardView* from = scene_.card(pulled->second)) scene_.pulled = {from->centre, carried.at};
    scene_.attend(carried.at);
    return;
  }
  if (blank_) return;
  const auto* on_card = std::get_if<input::OnCard>(&carried.on);
  if (on_card == nullptr) return;
  const scene::CardView* card = scene_.card(on_card->card);
  if (card == nullptr) return;
  if (carried.first) {
    Grip grip{.grip = carried.from - card->centre};
    const auto answer = session_.would(model::MoveCard{on_card->card, scene_.place_at(carried.at - grip.grip)});
    if (!answer && answer.error() != model::Refusal::already_so) {
      grip.refused = true;
      scene_.lean(on_card->card, carried.at);
      refuse(answer.error(), carried.at);
    }
    grips_[carried.contact] = grip;
  }
  const auto grip = grips_.find(carried.contact);
  if (grip == grips_.end() || grip->second.refused) return;
  attended_s_ = 0;
  scene_.hold(on_card->card, carried.at - grip->second.grip);
}

void Wall::on(const input::Dropped& dropped) {
  if (const auto pulled = pulled_.find(dropped.contact); pulled != pulled_.end()) {
    const model::CardId from = pulled->second;
    pulled_.erase(pulled);
    scene_.pulled.reset();
    return join(from, dropped.at);
  }
  const auto grip = grips_.find(dropped.contact);
  if (grip == grips_.end()) return;
  const Grip held = grip->second;
  grips_.erase(grip);
  if (held.refused) return;
  if (const auto* on_card = std::get_if<input::OnCard>(&dropped.on)) {
    (void)wish(model::MoveCard{on_card->card, scene_.place_at(dropped.at - held.grip)}, dropped.at);
    scene_.let_fall(on_card->card);
  } else if (const auto* on_marker = std::get_if<input::OnMarker>(&dropped.on)) {
    (void)wish(model::MoveMarker{on_marker->marker, scene_.place_at(dropped.at)}, dropped.at);
  }
}

void Wall::on(const input::Looping& looping) {
  if (blank_ || !session_.rules().touch) return;
  scene_.live_loop = looping.path;
}

void Wall::on(const input::Looped& looped) {
  scene_.live_loop.clear();
  if (blank_ || looped.path.empty()) return;
  std::vector<model::CardId> cards = scene_.cards_in_loop(looped.path);
  if (cards.empty() && session_.rules().touch) return;  // a stroke round nothing means nothing
  if (const model::Gathering* known = model::gathering_of(session_.convening(), cards))
    return compose_name(known->id, looped.path.back());
  if (auto event = wish(model::Gather{std::move(cards)}, looped.path.back())) {
    compose_name(std::get<model::GatheringMade>(event->body).gathering, looped.path.back());
  }
}

void Wall::on(const input::Released& released) {
  if (pulled_.erase(released.contact) > 0) scene_.pulled.reset();
  if (grips_.erase(released.contact) > 0) {
    if (const auto* on_card = std::get_if<input::OnCard>(&released.on)) scene_.let_fall(on_card->card);
  }
  scene_.live_loop.clear();
}

void Wall::on(const input::SeatTouch& seat_touch) { seats_.touch(seat_touch.seat, seat_touch.contact); }

void Wall::tap_ground(PixelPoint at) {
  armed_.reset();
  const model::Rules& rules = session_.rules();
  if (rules.touch && rules.sets_markers) {
    (void)wish(model::SetMarker{scene_.place_at(at)}, at);
    return;
  }
  const model::Place place = scene_.place_at(at);
  // Asked before the seat opens, so that nobody writes what cannot be placed.
  const auto answer = session_.would(model::MakeCard{{.words = "\u2026", .language = {}, .ink = {}}, place});
  if (!answer) return refuse(answer.error(), at);

  ui::ComposeCard compose{.place = place, .beside = at, .title = {}, .prompt = {}, .colour = "text"};
  if (const content::Region* region = find_region(session_.pack().canvas, place.region)) {
    compose.title = content::in_language(region->label, setting_.language);
    compose.colour = region->style.colour;
    compose.prompt = content::in_language(region->prompt, setting_.language);
    const auto& region_prompts = session_.phase().region_prompts;
    if (const auto own = region_prompts.find(region->id); own != region_prompts.end()) {
      compose.prompt = content::in_language(own->second, setting_.language);
    }
  }
  if (compose.prompt.empty()) compose.prompt = content::in_language(session_.phase().prompt, setting_.language);
  open_seat(compose, at, {});
}

void Wall::tap_card(const model::CardId& card, PixelPoint at) {
  if (armed_) {
    const model::CardId from = *armed_;
    armed_.reset();
    if (from != card) return join(from, at);
  }
  const scene::CardView* view = scene_.card(card);
  if (view == nullptr) return;
  open_seat(reading(card, at), at, rect_around(view->centre, view->half_width, view->half_height));
}

// Where threads are drawn, a thread wants its word; later, when people nourish, it takes what they leave beside it.
void Wall::tap_thread(const model::ThreadId& thread_id, PixelPoint at) {
  const model::Rules& rules = session_.rules();
  const auto thread = session_.convening().threads.find(thread_id);
  if (thread == session_.convening().threads.end()) return;
  if (!rules.touch || rules.verbs.contains(model::Verb::connect) || !rules.verbs.contains(model::Verb::nourish)) {
    return compose_word(thread_id, at);
  }
  open_seat(ui::ComposeNourishment{.beside_what = thread_id, .beside = at, .title = sentence_of(thread->second)}, at, {});
}

void Wall::join(const model::CardId& from, PixelPoint to) {
  const input::Target target = scene_.hit(to);
  model::ThreadEnd end;
  if (const auto* on_card = std::get_if<input::OnCard>(&target)) {
    end = on_card->card;
  } else if (const scene::RegionView* region = scene_.region_at(to)) {
    end = model::RegionEnd{region->id};
  } else {
    return;  // let go over nothing: the thread winds back
  }
  if (auto event = wish(model::DrawThread{from, end}, to)) compose_word(std::get<model::ThreadDrawn>(event->body).thread, to);
}

}  // namespace greenline::app
