// One step in time of everything that moves. What comes to rest falls asleep and costs nothing more.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "scene/inside.h"

namespace greenline::scene {
namespace {

constexpr float appear_s = 0.15F, warm_s = 0.9F, lean_whole_s = 0.36F, thread_appear_s = 0.25F;
constexpr float breath = 0.02F;
constexpr std::size_t words_a_frame = 24;

// Counts a passing thing on from its start; below 0 when it is over.
bool pass(float& since_s, float whole_s, float seconds) {
  if (since_s < 0) return false;
  since_s += seconds;
  if (since_s < whole_s) return true;
  since_s = -1;
  return false;
}

float swell(float since_s, float whole_s) {
  return since_s < 0 ? 0.0F : std::sin(std::numbers::pi_v<float> * std::min(since_s / whole_s, 1.0F));
}

struct Steps {
  SpringStep landing, neighbours, nearing;
  float seconds = 0;
};

bool ease_place(CardEase& ease, const SpringStep& step) {
  const PixelPoint to = ease.rest + ease.aside;
  if (ease.at == to && ease.velocity == PixelPoint{}) return false;
  step(ease.at.x, ease.velocity.x, to.x);
  step(ease.at.y, ease.velocity.y, to.y);
  const PixelPoint left = to - ease.at;
  if (std::abs(left.x) < near_enough_px && std::abs(left.y) < near_enough_px &&
      std::abs(ease.velocity.x) + std::abs(ease.velocity.y) < slow_enough_px_s) {
    ease.at = to;
    ease.velocity = {};
    return false;
  }
  return true;
}

bool ease_size(CardEase& ease, const SpringStep& step) {
  if (ease.size == ease.size_to && ease.size_speed == 0) return false;
  step(ease.size, ease.size_speed, ease.size_to);
  if (std::abs(ease.size - ease.size_to) > 0.002F || std::abs(ease.size_speed) > 0.02F) return true;
  ease.size = ease.size_to;
  ease.size_speed = 0;
  return false;
}

// True while the card is on its way somewhere or somehow changing.
bool ease_card(CardView& view, CardEase& ease, const CardInfo& info, const Steps& steps) {
  const bool has_far = !ease.nearing && !ease.landing && ease.calmly_s > neighbours_s;
  const SpringStep step = has_far        ? SpringStep::of(ease.calmly_s, steps.seconds)
                          : ease.nearing ? steps.nearing
                          : ease.landing ? steps.landing
                                         : steps.neighbours;
  bool busy = !ease.held && ease_place(ease, step);
  busy |= ease_size(ease, step);
  busy |= pass(ease.breath_s, landing_s, steps.seconds);
  busy |= pass(ease.lean_s, lean_whole_s, steps.seconds);
  busy |= go(view.opacity, ease.opacity_to, appear_s, steps.seconds);
  busy |= go(view.slip_begun, info.slip_begun_to, appear_s, steps.seconds);
  if (info.unsettled > 0) {
    view.kept = 0;
  } else {
    busy |= go(view.kept, 1, appear_s, steps.seconds);
    busy |= go(view.warm, 0, warm_s, steps.seconds);
  }
  const float leaning = swell(ease.lean_s, lean_whole_s);
  view.centre = leaning > 0 ? ease.at + ease.lean * leaning : ease.at;
  view.scale = ease.size * (1 + breath * swell(ease.breath_s, landing_s));
  return busy;
}

}  // namespace

bool Scene::Inside::ease_cards(float seconds) {
  const float dt = stage.still ? 1e3F : seconds;
  const Steps steps{SpringStep::of(landing_s, dt), SpringStep::of(neighbours_s, dt), SpringStep::of(nearing_s, dt), dt};
  const bool wait_for_others = busy_cards >= crowd_on_its_way && !stage.still;
  std::size_t kept_active = 0, busy_now = 0;
  bool any = false;
  for (std::size_t i = 0; i < active_cards.size(); ++i) {
    const std::uint32_t slot = active_cards[i];
    CardEase& ease = eases[slot];
    CardView& view = cards[slot];
    const PixelPoint was = view.centre;
    const float was_scale = view.scale;
    const bool busy = ease_card(view, ease, infos[slot], steps);
    if (view.centre != was || view.scale != was_scale) wake_threads_of(slot);
    busy_now += busy ? 1 : 0;
    const bool waits = wait_for_others && !ease.leaving && !ease.held;
    any |= busy || waits;
    if (busy || waits) {
      active_cards[kept_active++] = slot;
      continue;
    }
    ease.active = false;
    if (ease.leaving)
      free_slot(slot);
    else if (!ease.held)
      fall_asleep(slot);
  }
  active_cards.resize(kept_active);
  busy_cards = busy_now;
  moving_stale = true;
  return any;
}

bool Scene::Inside::ease_threads(float seconds) {
  const float left = stage.still ? 0.0F : left_after(neighbours_s, seconds);
  std::size_t kept_moving = 0, on_their_way = 0;
  bool any = thread_crowd.thins();
  for (std::size_t i = 0; i < moving_threads.size(); ++i) {
    const std::uint32_t slot = moving_threads[i];
    ThreadInfo& info = thread_infos[slot];
    if (!threads[slot].alive) continue;
    const auto ease = [&](float& value, float to) {
      value = to + (value - to) * left;
      if (std::abs(value - to) < 0.002F) value = to;
      return value != to;
    };
    bool busy = ease(info.bend.bulge, info.bend_to.bulge);
    busy |= ease(info.bend.skew, info.bend_to.skew);
    busy |= ease(info.bend.word_at, info.bend_to.word_at);
    busy |= go(info.shown, 1, thread_appear_s, stage.still ? 1e3F : seconds);
    shape_thread(slot);
    bool end_moves = false;
    for (const std::uint32_t card : info.card)
      if (card != no_slot) end_moves |= eases[card].active || eases[card].held;
    any |= busy;
    on_their_way += busy || end_moves ? 1 : 0;
    if (busy || end_moves || thread_crowd.thins())
      moving_threads[kept_moving++] = slot;
    else
      sleep_thread(slot);
  }
  moving_threads.resize(kept_moving);
  thread_crowd.count_moving(stage.still ? 0 : on_their_way, stage.still ? 1e3F : seconds);
  return any;
}

bool Scene::Inside::advance(const model::Convening& convening, float seconds) {
  refresh_text_if_glyphs_moved(convening);
  bool more = settle_slice(convening);
  more |= lay_words(convening, words_a_frame);
  const float dt = std::clamp(seconds, 0.0F, 10.0F);
  more |= ease_near(dt);
  more |= ease_cards(dt);
  more |= ease_threads(dt);
  more |= haze.ease(stage.still ? 1e3F : dt, damage);
  more |= ease_faint(dt);
  more |= ease_raised(convening, dt);
  more |= ease_dimness(dt);
  if (raised_names_stale) choose_raised_names(convening);
  more |= keep_crisp(dt);
  return more;
}

}  // namespace greenline::scene
