// A convening in use: what it holds, the rules of its phase, and where it is kept. The one way anything changes.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "content/load.h"
#include "journal/journal.h"
#include "model/decide.h"
#include "station/feed.h"
#include "station/host_steps.h"
#include "station/keeping.h"
#include "station/remark.h"
#include "station/sources.h"

namespace greenline::station {

struct Move;

// What did not go as somebody wanted, counted since the session began.
struct Tally {
  std::map<model::Refusal, std::size_t> refused;  // wishes
  std::size_t lost = 0;                           // events that happened and could not be kept
  friend bool operator==(const Tally&, const Tally&) = default;
};
// "3 wishes were refused (too_few 1, touch_is_off 2); 0 events were lost".
[[nodiscard]] std::string to_text(const Tally&);

class Session {
 public:
  // In memory only: what happens is kept at once, and gone with the process.
  Session(content::Pack pack, Sources sources);

  // Goes on from `events`, which `keeping` holds already, and is kept by it from now on. Opens the activity and its first phase
  // when none is open; writes the activity down whole where the convening has only its name.
  // `pack` must be the one that the convening began with (see its_activity.h).
  Session(content::Pack pack, Sources sources, Keeping keeping, const std::vector<model::Event>& events, const Ears& ears);

  // Kept in `file`; what is there already is applied first, with the activity that it carries. Trouble, too, when it began with
  // another activity than `pack` and does not carry it.
  // `wake` is called on the journal's thread when something became durable.
  [[nodiscard]] static tl::expected<Session, journal::Trouble> open(const content::Pack& pack, Sources sources,
                                                                    const std::filesystem::path& file, void (*wake)(void*),
                                                                    void* wake_context);

  // Goes on from events that were read out of a damaged file, kept from now on in `journal`, whose file is new. What cannot be
  // taken over is counted as lost, and is not on the wall. Blocks.
  Session(content::Pack pack, Sources sources, journal::Journal journal, const std::vector<model::Event>& salvaged,
          const Ears& ears);
  // What a file holds, in memory: nothing more is written to it. With the activity that it began with, carried or else found in
  // `content_folder`; trouble when that is nowhere.
  [[nodiscard]] static tl::expected<Session, journal::Trouble> open_saved(const content::Pack& pack, Sources sources,
                                                                          const std::filesystem::path& file,
                                                                          const std::filesystem::path& content_folder = {});

  [[nodiscard]] const model::Convening& convening() const { return convening_; }
  [[nodiscard]] const content::Pack& pack() const { return pack_; }
  // Shows another layout of its canvas. Only for looking: nothing of the convening changes.
  void lay_out(const std::string& layout) { pack_.activity.layout = layout; }
  // The phase the convening is in; the activity's first before any was entered.
  [[nodiscard]] const content::Phase& phase() const;
  [[nodiscard]] std::size_t phase_number() const;
  // That the present phase has: as planned, or as the host gave it; 0: as long as it takes.
  [[nodiscard]] std::uint32_t phase_minutes() const;
  [[nodiscard]] const model::Rules& rules() const { return phase().rules; }

  // Decides, writes down, applies, and tells everybody who has joined. The event is durable only when the news say that it is
  // kept.
  [[nodiscard]] tl::expected<model::Event, model::Refusal> submit(const model::Request&, const model::Actor&);
  // What `submit` would answer now; changes nothing and uses nothing up.
  [[nodiscard]] tl::expected<void, model::Refusal> check(const model::Request&, const model::Actor&) const;
  // The host's newest step here that can be undone; null: none. Valid until something happens.
  [[nodiscard]] const HostSteps::Step* last_step() const;
  // Undoes it, as the host.
  std::optional<model::Event> undo_last_step(const model::Actor& by = model::the_host);
  // Whether this console of this station has the host's chair; as long as nobody has taken it, each has. 0, a clicker's:
  // always.
  [[nodiscard]] bool has_chair(std::uint32_t console) const;
  // The host sits down at this console of this station. The error: it sits there already, or it cannot be kept.
  [[nodiscard]] tl::expected<model::Event, model::Refusal> take_chair(std::uint32_t console);
  // An event from elsewhere, in any order: applied, kept and told once, however often it comes. Nothing is asked: what happened
  // at another station was decided there.
  enum class Ingested : std::uint8_t { taken, known, cannot_keep };
  Ingested ingest(const model::Event&);

  // Whoever follows what happens here joins, knowing the convening as it is now, and asks for news when it likes. A file that
  // could be opened at last is taken up by asking; when it held something already, the news begin anew.
  [[nodiscard]] Feed::Cursor join() { return feed_.join(); }
  void leave(Feed::Cursor cursor) { feed_.leave(cursor); }
  [[nodiscard]] News news(Feed::Cursor);
  // The activity was opened and has been closed: its work is over.
  [[nodiscard]] bool closed() const { return !convening_.activity.value && convening_.activity.event != model::EventId{}; }
  // Once the activity is closed: people's own signs are forgotten where it says that they are not kept, in memory at once and
  // in the file for real, on a thread of its own that tries until it is done. True when there were any. What a pulled plug
  // interrupts is done at the next opening. From here on the session stays where it is in memory.
  bool erase_what_is_not_kept();
  [[nodiscard]] bool durable() const { return keeping_.durable(); }
  [[nodiscard]] std::optional<journal::Trouble> trouble() const { return keeping_.trouble(); }
  [[nodiscard]] KeepingState keeping_state() const { return keeping_.state(); }
  // What people must know of how it was opened, in that order; more is added when a file could be opened at last.
  [[nodiscard]] const std::vector<Remark>& remarks() const { return remarks_; }
  void remark(Remark);  // for whoever opens it; `Ears::remark` is told, too
  // Where it is kept now; nothing while there is no such file.
  [[nodiscard]] std::optional<std::filesystem::path> file() const;
  [[nodiscard]] const Tally& tally() const { return tally_; }
  // Milliseconds since the present phase was entered, by a clock that nobody sets (docs/decisions.md says what is known of it
  // after a restart). Never goes back while the phase lasts.
  [[nodiscard]] std::int64_t phase_age_ms() const;
  // Goes on with another activity, as planned (station/move.h) for the convening as it is now: as the host's events, waiting
  // for the disk where it must. The error: what could not be written down; all before it was.
  [[nodiscard]] tl::expected<void, model::Refusal> go_on_with(const Move&);
  // Goes one phase on (+1) or back (-1); nothing at either end, nor where it was pressed in a visit (`leaves`) that is over.
  [[nodiscard]] std::optional<model::Event> step_phase(int direction, const model::Actor& by = model::the_host,
                                                       const model::EventId& leaves = {});
  // What the file that it was read from is known to have lost (see Journal::missing).
  [[nodiscard]] journal::Missing missing() const { return missing_; }
  // Writes down what is waiting; false when the disk refuses.
  bool flush();

 private:
  struct Unbegun {};
  Session(content::Pack pack, Sources sources, Unbegun);
  [[nodiscard]] tl::expected<model::Event, model::Refusal> grant(const model::Request&, const model::Actor&);
  void take(const model::Event&);
  [[nodiscard]] model::Actor here(model::Actor by) const;
  void happened(const model::Event&);
  void recount_phase();
  void begin();
  void meet_the_file();
  void log(const std::string& sentence) const {
    if (ears_.log) ears_.log(sentence);
  }
  [[nodiscard]] model::Stamp next_stamp();

  content::Pack pack_;
  Sources sources_;
  Ears ears_;
  model::StationId station_;
  model::Convening convening_;
  Keeping keeping_;
  Feed feed_;
  std::vector<model::EventId> begun_;  // what `begin` did
  Tally tally_;
  HostSteps steps_;
  std::vector<Remark> remarks_;
  journal::Missing missing_;

  // The present phase's time: as old as `age_at_ms` at the steady clock's `since_ms`.
  struct PhaseClock {
    model::EventId phase_visit;
    model::SteadyInstant entered;
    std::int64_t since_ms = 0, age_at_ms = 0;
  } phase_clock_;
  std::jthread eraser_;  // last, so that it ends before what it works on
};

}  // namespace greenline::station
