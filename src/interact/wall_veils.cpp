// Veils. Two people lift one: together, or one after the other while the first still has the card before them. Whoever made a
// veiled card reads it at the seat where they made it, as long as that stands.
#include <algorithm>
#include <utility>

#include "interact/wall.h"

namespace greenline::interact {
namespace {

constexpr double same_hand_s = 0.7;  // a second tap so soon after the first is the same person's

}  // namespace

// Two fingers at once on a veiled card.
void Wall::on(const input::Together& together) {
  const model::Card* card = find_card(session_.convening(), together.card);
  if (card == nullptr || !card->veiled.value) return;
  if (const auto answer = check(model::LiftVeil{together.card}); !answer) return refuse(answer.error(), together.at);
  for (const input::ContactId contact : {together.first, together.second}) {
    if (const auto grip = grips_.find(contact); grip != grips_.end()) {
      if (!grip->second.idle) scene_.let_fall(together.card);
      grips_.erase(grip);
    }
    gestures_.spend(contact);
  }
  lift_veil(together.card, together.at);
}

void Wall::on(const ui::WantsSecondHand& wants) {
  const auto asked = asked_.find(wants.card);
  const bool second = asked != asked_.end() && asked->second.seat != wants.seat && seats_.rect_of(asked->second.seat);
  if (second) return lift_veil(wants.card, seats_.rect_of(wants.seat).value_or(model::PixelRect{}).centre());
  ask_for_light(wants.card, wants.seat);
}

void Wall::ask_for_light(const model::CardId& card, int seat) {
  asked_[card] = {.seat = seat, .for_s = 0};
  readers_stale_ = true;
}

bool Wall::second_hand(const model::CardId& card, PixelPoint at) {
  const auto asked = asked_.find(card);
  if (asked == asked_.end() || !seats_.rect_of(asked->second.seat)) return false;
  if (asked->second.for_s < same_hand_s) {
    notices_.say(say("read.half_open"), at);
  } else {
    lift_veil(card, at);
  }
  return true;
}

void Wall::lift_veil(const model::CardId& card, PixelPoint at) {
  if (request(model::LiftVeil{card}, at)) asked_.erase(card);
}

bool Wall::waits_for_second_hand(const model::CardId& card, int seat) const {
  const auto asked = asked_.find(card);
  if (asked == asked_.end()) return false;
  const auto made_at = made_at_.find(seat);
  const bool makers = made_at != made_at_.end() && made_at->second == card;
  return !makers || asked->second.seat == seat;  // the maker may be the second
}

void Wall::pass_veils(float seconds) {
  closing_asked_s_ = std::max(0.0, closing_asked_s_ - static_cast<double>(seconds));
  std::erase_if(made_at_, [&](const auto& made) { return !seats_.rect_of(made.first); });
  const auto over = std::erase_if(asked_, [&](const auto& asked) {
    const model::Card* card = find_card(session_.convening(), asked.first);
    return card == nullptr || !present(*card) || !card->veiled.value || !seats_.rect_of(asked.second.seat) ||
           !check(model::LiftVeil{asked.first});
  });
  if (over > 0) readers_stale_ = true;
  for (auto& [card, asked] : asked_) asked.for_s += static_cast<double>(seconds);
  for (auto& [marker, offer] : offers_) offer.left_s -= static_cast<double>(seconds);
  std::erase_if(offers_, [&](const auto& offer) {
    return offer.second.left_s <= 0 || !session_.convening().markers.contains(offer.first) ||
           !present(session_.convening().markers.at(offer.first));
  });
}

// What people have before them is what is true now.
void Wall::refresh_readers() {
  if (!std::exchange(readers_stale_, false)) return;
  for (const auto& [seat, was] : seats_.all_reading()) {
    const model::Card* card = find_card(session_.convening(), was.card);
    if (card != nullptr && present(*card)) {
      ui::ReadCard now = reading(was.card, was.beside, seat);
      now.wall_em = was.wall_em;  // the wall may give way to this very seat
      now.wall_width = was.wall_width;
      seats_.read(seat, now);
      continue;
    }
    const PixelPoint at = seats_.rect_of(seat).value_or(model::PixelRect{}).centre();
    seats_.close(seat);
    refuse(model::Refusal::not_there, at);
  }
}

// On the card itself, in words: what is asked of whoever comes by.
render::Chip Wall::sign_on(const model::CardId& card) const {
  const auto rect = scene_.rect_of(card);
  if (!rect) return {};
  const float em = std::max(setting_.legible_px * 1.2F, 4.0F * setting_.pixels_per_mm);
  const auto words = engine_.layout(say("veil.second_hand"), {.face = text::Face::words,
                                                              .size_px = em,
                                                              .width_px = std::max(rect->width(), 17 * em),
                                                              .align = text::Align::centre,
                                                              .language = setting_.language});
  const float half_width = words->width / 2 + 0.9F * em, half_height = words->height / 2 + 0.35F * em;
  PixelPoint middle = rect->centre();
  middle.x = std::clamp(middle.x, half_width, std::max(half_width, setting_.width - half_width));
  const PixelPoint at = middle - PixelPoint{words->width / 2, words->height / 2};
  return {model::rect_around(middle, half_width, half_height), {words, {std::round(at.x), std::round(at.y)}, "text"}};
}

}  // namespace greenline::interact
