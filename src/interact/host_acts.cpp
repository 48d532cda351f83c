#include "interact/host_acts.h"

#include <algorithm>
#include <variant>

#include "view/spoken.h"

namespace greenline::interact {

model::GiveTime more_time(const station::Session& session) {
  const std::int64_t gone_s = std::max<std::int64_t>(0, session.phase_age_ms() / 1000);
  const std::int64_t planned = session.phase_minutes(), gone = (gone_s + 59) / 60;
  return {static_cast<std::uint32_t>(std::max(planned, gone)) + more_min};
}

std::vector<model::CardId> order_of_reading(const station::Session& session, bool mixed) {
  const model::Convening& now = session.convening();
  const auto seed = mixed ? std::optional<std::uint64_t>(model::IdHash{}(now.phase.event)) : std::nullopt;
  return view::read_aloud(now, session.pack().canvas, seed);
}

std::optional<model::CardId> beside_shown(const std::vector<model::CardId>& order, const model::Shown& now, int step) {
  if (order.empty()) return std::nullopt;
  const auto* shown = std::get_if<model::CardId>(&now);
  const auto at = shown == nullptr ? order.end() : std::ranges::find(order, *shown);
  if (at == order.end()) return step > 0 ? order.front() : order.back();
  const auto to = at - order.begin() + step;
  if (to < 0 || to >= std::ssize(order)) return std::nullopt;
  return order[static_cast<std::size_t>(to)];
}

std::optional<model::Request> request_of(const station::Session& session, HostKey key, bool reads_mixed) {
  const model::Convening& now = session.convening();
  const auto read = [&](int step) -> std::optional<model::Request> {
    const auto card = beside_shown(order_of_reading(session, reads_mixed), shown_on_walls(now), step);
    return card ? std::optional<model::Request>(model::ShowOnWalls{*card}) : std::nullopt;
  };
  switch (key) {
    case HostKey::blank: return model::RestWall{!now.resting.value};
    case HostKey::hold: return model::HoldCards{true};
    case HostKey::reveal: return model::RevealCards{};
    case HostKey::more_time: return more_time(session);
    case HostKey::pause: return model::PauseTouch{!now.paused.value};
    case HostKey::freeze: return model::FreezeWalls{!now.frozen.value};
    case HostKey::show_whole: return model::ShowOnWalls{};
    case HostKey::read_next: return read(1);
    case HostKey::read_before: return read(-1);
    case HostKey::next_phase:
    case HostKey::previous_phase:
    case HostKey::undo: return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace greenline::interact
