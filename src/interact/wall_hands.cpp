// What hands on the wall mean: gestures become requests, and every touch has a visible answer in the same frame.
#include <algorithm>
#include <variant>

#include "interact/wall.h"
#include "platform/cpu_clock.h"

namespace greenline::interact {
namespace {

constexpr float flick_mm_s = 1000;  // faster than anybody puts a card down
constexpr float flick_s = 0.15F, flick_most_mm = 350;

// How far a card goes on by itself when it is let go of at this speed.
PixelPoint carried_on(PixelPoint velocity, model::PixelsPerMm pixels_per_mm) {
  const float speed = length(velocity);
  if (speed < flick_mm_s * pixels_per_mm) return {};
  return velocity * (std::min(speed * flick_s, flick_most_mm * pixels_per_mm) / speed);
}

// Whoever throws a card means a region: the furthest on its way, where it has one.
model::Place last_region_on_the_way(const scene::Scene& scene, PixelPoint from, PixelPoint to) {
  constexpr int steps = 24;
  for (int i = steps; i > 0; --i) {
    model::Place place = scene.place_at(from + (to - from) * (static_cast<float>(i) / steps));
    if (!place.region.empty()) return place;
  }
  return scene.place_at(to);
}

}  // namespace

// Seats and the wall's own controls lie over everything; what begins on either stays with it.
constexpr int tools_seat = 0;  // of no seat

void Wall::touch(const input::TouchFrame& frame) {
  const double before = platform::thread_cpu_s();
  if (!frame.contacts.empty()) untouched_s_ = 0;
  const input::TouchFrame hands = palms_.without_palms(frame);
  if (hands_rest()) return;  // what comes down now stays without meaning until it lifts
  for (const input::Contact& contact : hands.contacts) {
    const bool lifts = contact.state == input::ContactState::ended || contact.state == input::ContactState::cancelled;
    if (lifts) {
      down_.erase(contact.id);
    } else if (contact.state == input::ContactState::began) {
      down_.insert(contact.id);
    }
  }
  gestures_now_.clear();
  gestures_.recognise(
      hands,
      [&](PixelPoint at) -> input::Target {
        if (auto seat = seats_.seat_at(at)) return input::OnSeat{*seat};
        if (control_at(at)) return input::OnSeat{tools_seat};
        return scene_.hit(at);
      },
      gestures_now_);
  times_.input_s += platform::thread_cpu_s() - before;
  mean(gestures_now_);
}

void Wall::mean(const std::vector<input::Gesture>& gestures) {
  for (const input::Gesture& gesture : gestures) std::visit([&](const auto& made) { on(made); }, gesture);
}

void Wall::on(const input::Touched& touched) {
  attended_s_ = 0;
  ripples_.touch(touched.at);
  scene_.attend(touched.at);
}

void Wall::on(const input::Tapped& tapped) {
  if (const auto* on_card = std::get_if<input::OnCard>(&tapped.on)) {
    if (grips_.erase(tapped.contact) > 0) scene_.let_fall(on_card->card);
    return tap_card(on_card->card, tapped.at);
  }
  if (const auto* on_thread = std::get_if<input::OnThread>(&tapped.on)) return tap_thread(on_thread->thread, tapped.at);
  if (const auto* on_gathering = std::get_if<input::OnGathering>(&tapped.on))
    return compose_name(on_gathering->gathering, tapped.at);
  if (const auto* on_marker = std::get_if<input::OnMarker>(&tapped.on)) return tap_marker(on_marker->marker, tapped.at);
  tap_ground(tapped.at);
}

bool Wall::grab(input::ContactId contact, const model::CardId& card, PixelPoint at, bool say_why) {
  const auto rect = scene_.rect_of(card);
  if (!rect) return false;
  Grip grip{.grip = at - rect->centre(), .card = card};
  grip.idle = std::ranges::any_of(grips_, [&](const auto& one) { return one.second.card == card && !one.second.idle; });
  if (!grip.idle) {
    const auto answer = check(model::MoveCard{card, scene_.place_at(rect->centre())});
    grip.idle = !answer && answer.error() != model::Refusal::already_so;
    if (grip.idle && !say_why) return false;
    if (grip.idle) {
      scene_.lean(card, at);
      refuse(answer.error(), at);
    }
  }
  const bool held = !grip.idle;
  grips_[contact] = grip;
  return held;
}

void Wall::on(const input::Loosened& loosened) {
  const auto* on_card = std::get_if<input::OnCard>(&loosened.on);
  if (on_card == nullptr) return;
  if (!grab(loosened.contact, on_card->card, loosened.at, false)) return;
  Grip& grip = grips_.at(loosened.contact);
  grip.carried_to = loosened.at;
  scene_.hold(on_card->card, loosened.at - grip.grip);
}

void Wall::on(const input::Carried& carried) {
  if (const auto pulled = pulled_.find(carried.contact); pulled != pulled_.end()) {
    if (const auto from = scene_.rect_of(pulled->second)) scene_.pulled[carried.contact] = {from->centre(), carried.at};
    scene_.attend(carried.at);
    return;
  }
  const auto* on_card = std::get_if<input::OnCard>(&carried.on);
  if (on_card == nullptr) return;
  if (carried.first && !grips_.contains(carried.contact)) (void)grab(carried.contact, on_card->card, carried.from, true);
  const auto grip = grips_.find(carried.contact);
  if (grip == grips_.end() || grip->second.idle) return;
  attended_s_ = 0;
  grip->second.carried_to = carried.at;
  scene_.hold(on_card->card, carried.at - grip->second.grip);
}

void Wall::on(const input::Dropped& dropped) {
  if (const auto pulled = pulled_.find(dropped.contact); pulled != pulled_.end()) {
    const model::CardId from = pulled->second;
    pulled_.erase(pulled);
    scene_.pulled.erase(dropped.contact);
    return join(from, dropped.at);
  }
  if (const auto* on_marker = std::get_if<input::OnMarker>(&dropped.on)) {
    // Where people place themselves nobody is moved about by others: a sign is taken back and set down anew.
    if (session_.rules().touch && !session_.rules().verbs.contains(model::Verb::move)) {
      return refuse(model::Refusal::not_in_this_phase, dropped.at);
    }
    (void)request(model::MoveMarker{on_marker->marker, scene_.place_at(dropped.at)}, dropped.at);
    return;
  }
  const auto grip = grips_.find(dropped.contact);
  if (grip == grips_.end()) return;
  const Grip held = grip->second;
  grips_.erase(grip);
  const auto* on_card = std::get_if<input::OnCard>(&dropped.on);
  if (!held.idle && on_card != nullptr) put_down(on_card->card, dropped.at - held.grip, dropped.velocity);
}

void Wall::put_down(const model::CardId& card, PixelPoint middle, PixelPoint velocity) {
  const PixelPoint on = carried_on(velocity, setting_.pixels_per_mm);
  const PixelPoint to{std::clamp(middle.x + on.x, 0.0F, setting_.width), std::clamp(middle.y + on.y, 0.0F, setting_.height)};
  (void)request(model::MoveCard{card, on == PixelPoint{} ? scene_.place_at(to) : last_region_on_the_way(scene_, middle, to)},
                middle);
  scene_.let_fall(card, on == PixelPoint{} ? on : velocity);
}

void Wall::on(const input::Looping& looping) {
  if (!session_.rules().touch) return;
  scene_.live_loops[looping.contact] = looping.path;
}

void Wall::on(const input::Looped& looped) {
  scene_.live_loops.erase(looped.contact);
  if (looped.path.empty()) return;
  std::vector<model::CardId> cards = scene_.cards_in_loop(looped.path);
  if (cards.empty() && session_.rules().touch) return;  // a stroke round nothing means nothing
  if (const model::Gathering* known = model::gathering_of(session_.convening(), cards))
    return compose_name(known->id, looped.path.back());
  if (auto event = request(model::Gather{std::move(cards)}, looped.path.back())) {
    compose_name(std::get<model::GatheringMade>(event->body).gathering, looped.path.back());
  }
}

void Wall::on(const input::Released& released) {
  if (pulled_.erase(released.contact) > 0) scene_.pulled.erase(released.contact);
  if (const auto grip = grips_.find(released.contact); grip != grips_.end()) {
    const auto* on_card = std::get_if<input::OnCard>(&released.on);
    if (on_card != nullptr && !grip->second.idle) scene_.let_fall(on_card->card);
    grips_.erase(grip);
  }
  scene_.live_loops.erase(released.contact);
}

void Wall::on(const input::SeatTouch& seat_touch) {
  if (seat_touch.seat != tools_seat) return seats_.touch(seat_touch.seat, seat_touch.contact);
  const input::Contact& contact = seat_touch.contact;
  if (contact.state == input::ContactState::began) {
    if (const auto control = control_at(contact.at)) control_of_[contact.id] = *control;
  }
  if (contact.state != input::ContactState::ended && contact.state != input::ContactState::cancelled) return;
  const auto began_on = control_of_.find(contact.id);
  if (began_on == control_of_.end()) return;
  const Control control = began_on->second;
  control_of_.erase(began_on);
  if (contact.state == input::ContactState::ended && control_at(contact.at) == control)
    use(control);  // sliding off takes it back
}

void Wall::tap_ground(PixelPoint at) {
  if (look_at_region(at)) return;
  armed_.reset();
  const model::Rules& rules = session_.rules();
  if (rules.touch && rules.sets_markers) {
    (void)request(model::SetMarker{scene_.place_at(at)}, at);
    return;
  }
  const model::Place place = scene_.place_at(at);
  // Asked before the seat opens, so that nobody writes what cannot be placed.
  const auto answer = check(model::MakeCard{{.words = "\u2026", .language = {}, .ink = {}}, place});
  if (!answer) return refuse(answer.error(), at);

  open_seat(composer_for(place, at), at, std::nullopt);
}

void Wall::tap_card(const model::CardId& card, PixelPoint at) {
  if (armed_) {
    const model::CardId from = *armed_;
    armed_.reset();
    if (from != card) return join(from, at);
  }
  if (second_hand(card, at)) return;
  const auto rect = scene_.rect_of(card);
  if (!rect) return;
  ui::ReadCard read = reading(card, at);
  read.half_open = check(model::LiftVeil{card}).has_value();  // whoever touches a veiled card asks to see it
  const bool asks = read.half_open;
  const int seat = open_seat(read, at, *rect);
  if (seat != 0 && asks) ask_for_light(card, seat);
}

// Where threads are drawn, a thread wants its word; later, when people nourish, it takes what they leave beside it.
void Wall::tap_thread(const model::ThreadId& thread_id, PixelPoint at) {
  const model::Rules& rules = session_.rules();
  const auto thread = session_.convening().threads.find(thread_id);
  if (thread == session_.convening().threads.end()) return;
  if (!rules.touch || rules.verbs.contains(model::Verb::connect) || !rules.verbs.contains(model::Verb::nourish)) {
    return compose_word(thread_id, at);
  }
  open_seat(ui::ComposeNourishment{.beside_what = thread_id, .beside = at, .title = sentence_of(thread->second)}, at,
            std::nullopt);
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
  if (auto event = request(model::DrawThread{from, end}, to))
    compose_word(std::get<model::ThreadDrawn>(event->body).thread, to);
}

}  // namespace greenline::interact
