#include "app/session.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace greenline::app {
namespace {

constexpr std::int64_t seeded_start_ms = 1'767'225'600'000;  // 2026-01-01T00:00:00Z

std::mt19937_64 randomness() {
  std::random_device device;
  std::seed_seq seed{device(), device(), device(), device()};
  return std::mt19937_64(seed);
}

}  // namespace

Sources real_sources() {
  return {[] {
            using namespace std::chrono;
            return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
          },
          randomness()};
}

Sources seeded_sources(std::uint64_t seed) {
  return {[now = seeded_start_ms]() mutable { return now++; }, std::mt19937_64(seed)};
}

Session::Session(content::Pack pack, Sources sources, Unbegun) : pack_(std::move(pack)), sources_(std::move(sources)) {
  station_.bytes = model::uuid_v7(sources_.unix_ms(), sources_.random(), sources_.random());
}

Session::Session(content::Pack pack, Sources sources) : Session(std::move(pack), std::move(sources), Unbegun{}) { begin(); }

tl::expected<Session, journal::Trouble> Session::open(content::Pack pack, Sources sources, const std::filesystem::path& file,
                                                      void (*wake)(void*), void* wake_context) {
  auto opened = journal::Journal::open(file, {.wake = wake, .wake_context = wake_context});
  if (!opened) return tl::unexpected(opened.error());
  auto events = opened->read_all();
  if (!events) return tl::unexpected(events.error());
  Session session(std::move(pack), std::move(sources), Unbegun{});
  session.journal_ = std::move(*opened);
  for (const model::Event& event : *events) apply(session.convening_, event);
  if (!session.convening_.activity.value && !session.closed()) session.begin();
  return session;
}

tl::expected<Session, journal::Trouble> Session::carry_over(content::Pack pack, Sources sources,
                                                            const std::filesystem::path& file,
                                                            const std::vector<model::Event>& events, void (*wake)(void*),
                                                            void* wake_context) {
  auto opened = journal::Journal::open(file, {.wake = wake, .wake_context = wake_context});
  if (!opened) return tl::unexpected(opened.error());
  Session session(std::move(pack), std::move(sources), Unbegun{});
  session.journal_ = std::move(*opened);
  for (const model::Event& event : events) {
    if (!session.journal_->append(event)) break;  // the queue's bound: what is not kept is not shown
    apply(session.convening_, event);
  }
  if (!session.convening_.activity.value && !session.closed()) session.begin();
  return session;
}

tl::expected<Session, journal::Trouble> Session::open_saved(content::Pack pack, Sources sources,
                                                            const std::filesystem::path& file) {
  const auto opened = journal::read_saved(file);
  if (!opened) return tl::unexpected(opened.error());
  Session session(std::move(pack), std::move(sources), Unbegun{});
  session.missing_ = opened->missing;
  for (const model::Event& event : opened->events) apply(session.convening_, event);
  return session;
}

void Session::begin() {
  (void)wish(model::OpenActivity{pack_.activity.id, pack_.canvas.id});
  (void)wish(model::EnterPhase{pack_.activity.phases.front().id});
}

const content::Phase& Session::phase() const {
  const content::Phase* now = find_phase(pack_.activity, convening_.phase.value);
  return now != nullptr ? *now : pack_.activity.phases.front();
}

std::size_t Session::phase_number() const { return static_cast<std::size_t>(&phase() - pack_.activity.phases.data()); }

model::Stamp Session::next_stamp() const {
  const std::int64_t now_ms = sources_.unix_ms();
  model::Stamp stamp;
  stamp.event.bytes = model::uuid_v7(now_ms, sources_.random(), sources_.random());
  stamp.fresh = model::uuid_v7(now_ms, sources_.random(), sources_.random());
  stamp.at = next_timestamp(convening_.latest, now_ms, station_);
  return stamp;
}

tl::expected<model::Event, model::Refusal> Session::wish(const model::Intent& intent) {
  auto event = decide(convening_, rules(), intent, next_stamp());
  if (!event) return event;
  if (journal_) {
    // A full queue means that the disk has refused for a long time: better to say so than to show what cannot be kept.
    if (!journal_->append(*event)) return tl::unexpected(model::Refusal::cannot_keep);
  } else {
    kept_in_memory_.push_back(event->id);
  }
  apply(convening_, *event);
  return event;
}

tl::expected<void, model::Refusal> Session::would(const model::Intent& intent) const {
  auto event = decide(convening_, rules(), intent, next_stamp());
  if (!event) return tl::unexpected(event.error());
  return {};
}

std::vector<model::EventId> Session::acknowledged() {
  if (journal_) return journal_->acknowledged();
  return std::exchange(kept_in_memory_, {});
}

std::optional<journal::Trouble> Session::trouble() const { return journal_ ? journal_->trouble() : std::nullopt; }

std::int64_t Session::phase_age_ms() const {
  return std::max<std::int64_t>(0, sources_.unix_ms() - convening_.phase.at.wall_ms);
}

std::optional<model::Event> Session::step_phase(int direction) {
  const auto& phases = pack_.activity.phases;
  const auto next = static_cast<std::ptrdiff_t>(phase_number()) + direction;
  if (next < 0 || next >= static_cast<std::ptrdiff_t>(phases.size())) return std::nullopt;
  auto event = wish(model::EnterPhase{phases[static_cast<std::size_t>(next)].id});
  if (!event) return std::nullopt;
  return *event;
}

bool Session::flush() { return !journal_ || journal_->flush(); }

}  // namespace greenline::app
