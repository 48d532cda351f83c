// How quiet threads are among many.
#include "scene/thread_crowd.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace greenline::scene {
namespace {

constexpr std::size_t many_threads = 24;
constexpr int level_without_glow = 4;  // about eighty threads: their lights would only add up to fog
// Among leaves the cards are to carry the picture: of threads a fine line is left.
constexpr float among_leaves_share = 0.62F, least_quiet = 0.35F;
// By tangle_level: what is left of a thread's light and width.
constexpr std::array quiet_in_tangle = {1.0F, 0.78F, 0.6F, 0.48F}, thin_in_tangle = {1.0F, 0.85F, 0.7F, 0.6F};

constexpr float thins_s = 0.25F, most_light = 2;

// 0 up to two dozen threads, then one more for each half as many again: the look changes in steps, not with every thread.
int level_of(std::size_t threads) {
  if (threads <= many_threads) return 0;
  return 1 + static_cast<int>(std::log(static_cast<float>(threads) / many_threads) / std::log(1.5F));
}

}  // namespace

bool ThreadCrowd::count(std::size_t threads) {
  const int level = level_of(threads);
  if (level == level_) return false;
  level_ = level;
  quiet_ = std::max(least_quiet, std::pow(0.82F, static_cast<float>(level)));
  return true;
}

ThreadCrowd::Look ThreadCrowd::look(const Of& thread, float unit_px) const {
  const bool forward = thread.attended || level_ == 0, quiet = !forward && thread.among_leaves;
  const auto tangle = static_cast<std::size_t>(forward ? 0 : thread.tangle);
  Look look;
  look.forward = forward;
  look.width = thin_in_tangle[tangle] *
               (quiet ? std::max(1.0F, unit_px * 0.001F) : std::max(1.4F, unit_px * (forward ? 0.0023F : 0.0016F)));
  look.glow = forward ? unit_px * 0.0085F : quiet || level_ >= level_without_glow ? 0 : unit_px * 0.003F;
  look.opacity = forward ? 1.0F : std::max(least_quiet, quiet_ * quiet_in_tangle[tangle]) * (quiet ? among_leaves_share : 1.0F);
  return look;
}

// While they are thinned the share only falls, so that none comes and goes with each thread that wakes.
void ThreadCrowd::count_moving(std::size_t threads, float seconds) {
  const bool too_many = threads > most_moving;
  const auto wanted = static_cast<std::uint32_t>((threads + most_moving - 1) / most_moving);
  if (too_many) one_of_ = std::max(one_of_, wanted);
  thinned_ = std::clamp(thinned_ + (too_many ? seconds : -seconds) / thins_s, 0.0F, 1.0F);
  if (thinned_ == 0) one_of_ = 1;
}

float ThreadCrowd::moving_light(std::uint32_t number) const {
  const float then = number % one_of_ != 0 ? 0.0F : std::min(most_light, static_cast<float>(one_of_));
  return 1 + (then - 1) * thinned_;
}

}  // namespace greenline::scene
