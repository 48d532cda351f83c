// Tries each curve of the fan, gentlest first, and stops at one that crosses nothing.
#include "scene/routes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <span>
#include <utility>

namespace greenline::scene {
namespace {

constexpr int cost_of_words = 300, cost_of_card = 30, cost_near_card = 6, cost_off_screen = 120;
constexpr int cost_of_pill_on_card = 150, cost_of_pill_on_words = 600, cost_of_pill_on_pill = 90;
constexpr int samples = 18;
constexpr std::size_t crowd = 60;  // threads
constexpr std::array bulges = {0.12F, 0.3F, 0.52F, 0.8F, 1.15F};
constexpr std::array skews = {0.0F, 0.24F, -0.24F, 0.5F, -0.5F};
constexpr std::size_t usual_skews = 3;  // the others where all of these cross words
constexpr std::array word_places = {0.5F, 0.44F, 0.56F, 0.38F, 0.62F, 0.32F, 0.68F, 0.26F, 0.74F, 0.2F, 0.8F};
constexpr float lane_units = 0.011F;  // of the screen's shorter side, between threads that run the same way
constexpr std::array lanes_aside = {1.0F, -1.0F, 2.0F, -2.0F, 3.0F, -3.0F};
constexpr int cost_of_sharing = 5;  // a lane, for as long as it is wide
// A word that would cover a card or a name anyway is not shown until somebody attends to its thread.
constexpr int cost_of_hidden_word = 100;

PixelRect box_of_curve(const Curve& curve) {
  PixelRect box = {curve[0].x, curve[0].y, curve[0].x, curve[0].y};
  for (const PixelPoint p : curve)
    box = {std::min(box.x0, p.x), std::min(box.y0, p.y), std::max(box.x1, p.x), std::max(box.y1, p.y)};
  return box.grown(1);
}

bool same_place(PixelPoint a, PixelPoint b) { return std::abs(a.x - b.x) < 0.5F && std::abs(a.y - b.y) < 0.5F; }

}  // namespace

void Router::start(const PixelRect& screen, std::vector<ThreadTie> cards, std::vector<PixelRect> words,
                   std::vector<ThreadToRoute> threads) {
  screen_ = screen;
  cards_ = std::move(cards);
  largest_ = {1, 1};
  for (const ThreadTie& card : cards_)
    largest_ = {std::max(largest_.width, card.half.width), std::max(largest_.height, card.half.height)};
  words_ = std::move(words);
  threads_ = std::move(threads);
  std::sort(threads_.begin(), threads_.end(), [](const ThreadToRoute& a, const ThreadToRoute& b) { return a.id < b.id; });
  grid_.reset(as_box(screen), largest_.width * 2, largest_.height * 2, cards_.size());
  for (std::uint32_t i = 0; i < cards_.size(); ++i) grid_.insert(i, as_point(cards_[i].centre));
  routes_.clear();
  pills_.clear();
  lanes_.reset(screen, lane_units * std::min(screen.width(), screen.height()));
  cursor_ = 0;
  running_ = true;
}

bool Router::step(std::size_t most_samples) {
  spent_ = 0;
  while (running_ && spent_ < most_samples) {
    if (cursor_ < threads_.size())
      route(threads_[cursor_++]);
    else
      running_ = false;
  }
  return !running_;
}

int Router::cost_at(PixelPoint p, const ThreadToRoute& thread) {
  ++spent_;
  int cost = screen_.contains(p) ? 0 : cost_off_screen;
  const float near = std::max(4.0F, largest_.width * 0.08F);
  grid_.visit(as_box(rect_around(p, largest_.width + near, largest_.height + near)), [&](std::uint32_t i) {
    const ThreadTie& card = cards_[i];
    const float x = std::abs(card.centre.x - p.x), y = std::abs(card.centre.y - p.y);
    if (x >= card.half.width + near || y >= card.half.height + near) return true;
    if (same_place(card.centre, thread.from.centre) || same_place(card.centre, thread.to.centre)) return true;
    cost += x < card.half.width && y < card.half.height ? cost_of_card : cost_near_card;
    return true;
  });
  return cost;
}

int Router::cost_of_curve(const Curve& curve, const ThreadToRoute& thread, int give_up_at) {
  int cost = 0;
  PixelPoint before = curve[0];
  const PixelRect reach = box_of_curve(curve);
  for (int i = 1; i <= samples && cost < give_up_at; ++i) {
    const PixelPoint at = point_on(curve, static_cast<float>(i) / samples);
    for (const PixelRect& rect : words_)
      if (rect.touches(reach) && passes_through(before, at, rect)) cost += cost_of_words;
    if (i < samples) cost += cost_at(at, thread);
    before = at;
  }
  return cost;
}

bool Router::passes_words(const Curve& curve) const {
  const PixelRect reach = box_of_curve(curve);
  return std::any_of(words_.begin(), words_.end(), [&](const PixelRect& rect) {
    if (!rect.touches(reach)) return false;
    for (int i = 1; i <= samples; ++i)
      if (passes_through(point_on(curve, static_cast<float>(i - 1) / samples), point_on(curve, static_cast<float>(i) / samples),
                         rect))
        return true;
    return false;
  });
}

int Router::cost_of_pill(const Curve& curve, const ThreadToRoute& thread, Bend& bend) {
  int best = -1;
  for (const float t : word_places) {
    ++spent_;
    const PixelPoint at = point_on(curve, t);
    const PixelRect pill = rect_around(at, thread.pill.width, thread.pill.height);
    int cost = static_cast<int>(std::abs(t - 0.5F) * 24);
    bool clear_of_all = true;
    if (clipped(pill, screen_) != pill) {
      cost += cost_off_screen;
      clear_of_all = false;
    }
    for (const PixelRect& rect : words_)
      if (rect.touches(pill)) {
        cost += cost_of_pill_on_words;
        clear_of_all = false;
      }
    for (const PixelRect& other : pills_)
      if (other.touches(pill)) {
        cost += cost_of_pill_on_pill;
        clear_of_all = false;
      }
    const HalfSize clear = {thread.pill.width + largest_.width, thread.pill.height + largest_.height};
    grid_.visit(as_box(rect_around(at, clear.width, clear.height)), [&](std::uint32_t i) {
      const ThreadTie& card = cards_[i];
      if (std::abs(card.centre.x - at.x) >= thread.pill.width + card.half.width ||
          std::abs(card.centre.y - at.y) >= thread.pill.height + card.half.height)
        return true;
      cost += cost_of_pill_on_card;
      clear_of_all = false;
      return true;
    });
    if (best < 0 || cost < best) {
      best = cost;
      bend.word_at = t;
      bend.word_clear = clear_of_all;
    }
    if (best == 0) break;
  }
  return std::min(best, cost_of_hidden_word);
}

// A lane or a few further out or in, where it would lie on another: as far as that leads over no card or word.
Bend Router::beside_others(const ThreadToRoute& thread, Bend bend) {
  const auto cost_of = [&](Bend& one) {
    const Curve curve = curve_between(thread.from, thread.to, one);
    const int shared = lanes_.shared_by(curve);
    spent_ += 4;
    return std::pair(shared, cost_of_curve(curve, thread, 1 << 20) +
                                 (thread.pill.width > 0 ? cost_of_pill(curve, thread, one) : 0) + shared * cost_of_sharing);
  };
  auto [shared, least] = cost_of(bend);
  if (shared == 0) return bend;
  // The middle of a curve strays by 0.465 of what its bulge says (curve_between).
  const float lane = lanes_.gap() / (0.465F * std::max(length(thread.to.centre - thread.from.centre), 4 * lanes_.gap()));
  Bend best = bend;
  for (const float lanes : lanes_aside) {
    Bend one = bend;
    one.bulge += lanes * lane;
    const auto [still_shared, cost] = cost_of(one);
    if (cost >= least) continue;
    least = cost;
    best = one;
    if (still_shared == 0) break;  // the others only lead further away
  }
  return best;
}

void Router::route(const ThreadToRoute& thread) {
  // Which side is tried first comes from the thread itself, so that threads between the same two circles part.
  const float side = (thread.id.bytes[15] & 1U) != 0 ? 1.0F : -1.0F;
  const bool worded = thread.pill.width > 0;
  const float far = length(thread.to.centre - thread.from.centre) / std::min(screen_.width(), screen_.height());
  Bend best{.bulge = bulges[0] * side};
  int best_cost = -1;
  const auto try_fan = [&](std::size_t bows, std::size_t leanings) {
    for (const float bulge : std::span(bulges).first(bows))
      for (const float turned : {side, -side})
        for (const float skew : std::span(skews).first(leanings)) {
          if (best_cost == 0) return;
          Bend bend{bulge * turned, skew, 0.5F, true};
          // Gentle before bold, and the bolder the longer: a long thread that bows far out is seen before the cards are.
          int cost = static_cast<int>((bulge - bulges[0]) * (60 + 220 * bulge * far) + std::abs(skew) * 12);
          if (best_cost >= 0 && cost >= best_cost) continue;
          const Curve curve = curve_between(thread.from, thread.to, bend);
          cost += cost_of_curve(curve, thread, best_cost < 0 ? 1 << 20 : best_cost - cost);
          if (worded && (best_cost < 0 || cost < best_cost)) cost += cost_of_pill(curve, thread, bend);
          if (best_cost >= 0 && cost >= best_cost) continue;
          best_cost = cost;
          best = bend;
        }
  };
  // Among many, a few gentle curves each: far bows would only add to the tangle. But no thread crosses words that can go round.
  if (threads_.size() > crowd)
    try_fan(3, 1);
  else
    try_fan(bulges.size(), usual_skews);
  if (best_cost >= cost_of_words) try_fan(bulges.size(), skews.size());
  best = beside_others(thread, best);
  const Curve curve = curve_between(thread.from, thread.to, best);
  lanes_.take(curve);
  if (worded && best.word_clear)
    pills_.push_back(rect_around(point_on(curve, best.word_at), thread.pill.width, thread.pill.height));
  best.under_words = best_cost >= cost_of_words && passes_words(curve);
  routes_.push_back({thread.slot, best});
}

}  // namespace greenline::scene
