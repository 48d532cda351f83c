#include "station/session.h"

#include <algorithm>
#include <utility>

#include "station/its_activity.h"

namespace greenline::station {
namespace {

journal::Trouble not_here(const std::filesystem::path& file, const ItsActivity& its) {
  return {journal::Fault::cannot_open, file,
          "it began with the activity " + its.name + ", which is not here" + (its.wrong.empty() ? "" : "; " + its.wrong)};
}

}  // namespace

std::string to_text(const Tally& tally) {
  std::size_t refused = 0;
  std::string each;
  for (const auto& [refusal, times] : tally.refused) {
    refused += times;
    each += (each.empty() ? "" : ", ") + std::string(to_text(refusal)) + " " + std::to_string(times);
  }
  return std::to_string(refused) + " wishes were refused" + (each.empty() ? "" : " (" + each + ")") + "; " +
         std::to_string(tally.lost) + " events were lost";
}

Session::Session(content::Pack pack, Sources sources, Unbegun) : pack_(std::move(pack)), sources_(std::move(sources)) {
  station_.bytes = model::uuid_v7(sources_.unix_ms(), sources_.random(), sources_.random());
}

Session::Session(content::Pack pack, Sources sources) : Session(std::move(pack), std::move(sources), Unbegun{}) { begin(); }

Session::Session(content::Pack pack, Sources sources, Keeping keeping, const std::vector<model::Event>& events,
                 const Ears& ears)
    : Session(std::move(pack), std::move(sources), Unbegun{}) {
  ears_ = ears;
  keeping_ = std::move(keeping);
  for (const model::Event& event : events) take(event);
  recount_phase();
  begin();
}

Session::Session(content::Pack pack, Sources sources, journal::Journal journal, const std::vector<model::Event>& salvaged,
                 const Ears& ears)
    : Session(std::move(pack), std::move(sources), Unbegun{}) {
  ears_ = ears;
  // What is not kept is not shown.
  const std::vector<model::EventId> lost = append_all(journal, salvaged);
  keeping_ = Keeping(std::move(journal));
  for (const model::Event& event : salvaged) {
    if (std::ranges::find(lost, event.id) == lost.end()) take(event);
  }
  if (!lost.empty()) log(std::to_string(lost.size()) + " events of the damaged file could not be taken over");
  tally_.lost += lost.size();
  recount_phase();
  begin();
}

tl::expected<Session, journal::Trouble> Session::open(const content::Pack& pack, Sources sources,
                                                      const std::filesystem::path& file, void (*wake)(void*),
                                                      void* wake_context) {
  const Ears ears{.wake = wake, .wake_context = wake_context};
  auto opened = open_and_read(file, ears);
  if (!opened) return tl::unexpected(opened.error());
  ItsActivity its = its_activity(opened->events, pack, {});
  if (its.fits == Fits::not_here) return tl::unexpected(not_here(file, its));
  return Session(std::move(its.pack), std::move(sources), Keeping(std::move(opened->journal)), opened->events, ears);
}

tl::expected<Session, journal::Trouble> Session::open_saved(const content::Pack& pack, Sources sources,
                                                            const std::filesystem::path& file,
                                                            const std::filesystem::path& content_folder) {
  const auto opened = journal::read_saved(file);
  if (!opened) return tl::unexpected(opened.error());
  ItsActivity its = its_activity(opened->events, pack, content_folder);
  if (its.fits == Fits::not_here) return tl::unexpected(not_here(file, its));
  Session session(std::move(its.pack), std::move(sources), Unbegun{});
  session.missing_ = opened->missing;
  for (const model::Event& event : opened->events) session.take(event);
  session.recount_phase();
  return session;
}

// Where nothing is open yet, the activity and its first phase; where only its name is known, the whole of it.
void Session::begin() {
  if (closed()) return;
  const auto& open = convening_.activity.value;
  const bool carried = open && (!open->activity_text.empty() || pack_.activity_text.empty());
  if (carried) return;
  const auto must = [&](const model::Request& request) {
    if (const auto event = submit(request, model::the_program)) {
      begun_.push_back(event->id);
    } else {
      log("the activity could not be written down: " + std::string(to_text(event.error())));
    }
  };
  const bool new_one = !open.has_value();
  must(model::OpenActivity{pack_.activity.id, pack_.canvas.id, pack_.activity_text, pack_.canvas_text});
  if (new_one) must(model::EnterPhase{pack_.activity.phases.front().id});
}

const content::Phase& Session::phase() const {
  const content::Phase* now = find_phase(pack_.activity, convening_.phase.value);
  return now != nullptr ? *now : pack_.activity.phases.front();
}

std::uint32_t Session::phase_minutes() const {
  const std::uint32_t given = minutes_given(convening_, convening_.phase.event);
  return given > 0 ? given : static_cast<std::uint32_t>(std::max(0, phase().minutes));
}

std::size_t Session::phase_number() const { return static_cast<std::size_t>(&phase() - pack_.activity.phases.data()); }

model::Stamp Session::next_stamp() {
  const std::int64_t now_ms = sources_.unix_ms();
  model::Stamp stamp;
  stamp.event.bytes = model::uuid_v7(now_ms, sources_.random(), sources_.random());
  stamp.fresh = model::uuid_v7(now_ms, sources_.random(), sources_.random());
  stamp.at = next_timestamp(convening_.latest, now_ms, station_);
  stamp.steady = sources_.steady();
  return stamp;
}

void Session::take(const model::Event& event) {
  apply(convening_, event);
  const auto* entered = std::get_if<model::PhaseEntered>(&event.body);
  if (entered == nullptr || convening_.phase.event != event.id) return;
  phase_clock_ = {event.id, entered->when, sources_.steady().ms, 0};
}

tl::expected<model::Event, model::Refusal> Session::submit(const model::Request& request, const model::Actor& by) {
  if (by.role != model::Role::host) return grant(request, by);
  auto undo = undoing(convening_, request);
  const model::EventId phase_visit = convening_.phase.event;
  auto event = grant(request, by);
  if (event) steps_.did(request, std::move(undo), phase_visit);
  return event;
}

tl::expected<model::Event, model::Refusal> Session::grant(const model::Request& request, const model::Actor& by) {
  const auto refused = [&](model::Refusal refusal) {
    ++tally_.refused[refusal];
    log("a wish was refused (" + std::string(about(request).name) + ") in phase " + phase().id + ": " +
        std::string(to_text(refusal)));
    return tl::unexpected(refusal);
  };
  auto event = decide(convening_, rules(), request, by, next_stamp());
  if (!event) return refused(event.error());
  // A full queue means that the disk has refused for a long time: better to say so than to show what cannot be kept.
  if (!keeping_.append(*event)) return refused(model::Refusal::cannot_keep);
  happened(*event);
  return event;
}

void Session::happened(const model::Event& event) {
  take(event);
  feed_.add(event);
}

Session::Ingested Session::ingest(const model::Event& event) {
  if (convening_.applied.contains(event.id)) return Ingested::known;
  if (!keeping_.append(event)) {
    ++tally_.lost;
    log("an event of another station could not be kept");
    return Ingested::cannot_keep;
  }
  happened(event);
  // A sign may come after the closing that forgot all of them.
  (void)erase_what_is_not_kept();
  return Ingested::taken;
}

tl::expected<void, model::Refusal> Session::check(const model::Request& request, const model::Actor& by) const {
  return model::check(convening_, rules(), request, here(by));
}

// Whoever asks without saying where is here.
model::Actor Session::here(model::Actor by) const {
  if (by.station.empty()) by.station = station_;
  return by;
}

News Session::news(Feed::Cursor cursor) {
  meet_the_file();
  feed_.add_kept(keeping_.acknowledged());
  return feed_.news(cursor);
}

void Session::remark(Remark remark) {
  if (ears_.remark) ears_.remark(remark);
  remarks_.push_back(std::move(remark));
}

std::optional<std::filesystem::path> Session::file() const {
  if (keeping_.journal() == nullptr) return std::nullopt;
  return keeping_.journal()->file();
}

// The file is there at last. What it held comes first; if somebody had begun in it, what was begun here was only for the
// meantime. What people did meanwhile follows.
void Session::meet_the_file() {
  auto arrived = keeping_.arrived();
  if (!arrived) return;
  std::vector<model::Event>& meanwhile = arrived->meanwhile;
  if (activity_opened_in(arrived->file.events)) {
    std::erase_if(meanwhile, [this](const model::Event& event) { return std::ranges::find(begun_, event.id) != begun_.end(); });
    begun_.clear();
  }
  const std::vector<model::EventId> lost = append_all(arrived->file.journal, meanwhile);
  tally_.lost += lost.size();
  log("the file is there now: " + std::to_string(arrived->file.events.size()) + " events were in it, " +
      std::to_string(meanwhile.size() - lost.size()) + " were made meanwhile and are written into it, " +
      std::to_string(lost.size()) + " could not be");
  for (Remark& one : arrived->file.remarks) remark(std::move(one));
  keeping_.go_on(std::move(arrived->file.journal));
  if (arrived->file.events.empty() && !closed()) return;
  convening_ = {};
  for (const model::Event& event : arrived->file.events) take(event);
  recount_phase();
  for (const model::Event& event : meanwhile) {
    const bool is_lost = std::ranges::find(lost, event.id) != lost.end();
    if (!is_lost) take(event);
  }
  begin();
  (void)erase_what_is_not_kept();
  feed_.begin_anew();
}

// After a restart, of a phase that was entered before it. On the same start of the same machine its clock tells. Else only the
// wall clock can; it may have been set meanwhile, so the phase is at least as old as the newest event says.
void Session::recount_phase() {
  if (convening_.phase.event.empty()) return;
  const model::SteadyInstant now = sources_.steady();
  phase_clock_.since_ms = now.ms;
  if (phase_clock_.entered.known() && phase_clock_.entered.start == now.start) {
    phase_clock_.age_at_ms = std::max<std::int64_t>(0, now.ms - phase_clock_.entered.ms);
    return;
  }
  const std::int64_t entered_ms = convening_.phase.at.wall_ms;
  phase_clock_.age_at_ms = std::max({std::int64_t{0}, sources_.unix_ms() - entered_ms, convening_.latest.wall_ms - entered_ms});
}

std::int64_t Session::phase_age_ms() const {
  return phase_clock_.age_at_ms + std::max<std::int64_t>(0, sources_.steady().ms - phase_clock_.since_ms);
}

std::optional<model::Event> Session::step_phase(int direction, const model::Actor& by, const model::EventId& leaves) {
  const auto& phases = pack_.activity.phases;
  const auto next = static_cast<std::ptrdiff_t>(phase_number()) + direction;
  if (next < 0 || next >= static_cast<std::ptrdiff_t>(phases.size())) return std::nullopt;
  auto event = submit(model::EnterPhase{phases[static_cast<std::size_t>(next)].id, leaves}, by);
  if (!event) return std::nullopt;
  return *event;
}

bool Session::flush() {
  if (keeping_.flush()) return true;
  meet_the_file();
  return keeping_.flush();
}

}  // namespace greenline::station
