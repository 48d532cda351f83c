// A convening in use: what it holds, the rules of its phase, and the journal that keeps it. The one way anything changes.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <tl/expected.hpp>
#include <vector>

#include "content/load.h"
#include "journal/journal.h"
#include "model/decide.h"

namespace greenline::app {

// Time and randomness, passed in so that a simulation is the same every time.
struct Sources {
  std::function<std::int64_t()> unix_ms;
  std::mt19937_64 random;
};
[[nodiscard]] Sources real_sources();
// Starts at a fixed instant; each call of unix_ms is one millisecond later.
[[nodiscard]] Sources seeded_sources(std::uint64_t seed);

class Session {
 public:
  // In memory only: what happens is kept at once, and gone with the process.
  Session(content::Pack pack, Sources sources);

  // Kept in `file`; what is there already is applied first. Opens the activity and its first phase when it is new.
  // `wake` is called on the journal's thread when something became durable.
  [[nodiscard]] static tl::expected<Session, journal::Trouble> open(content::Pack pack, Sources sources,
                                                                    const std::filesystem::path& file, void (*wake)(void*),
                                                                    void* wake_context);

  // Goes on from events that were read out of a damaged file, kept from now on in `file`, which is new.
  [[nodiscard]] static tl::expected<Session, journal::Trouble> carry_over(content::Pack pack, Sources sources,
                                                                          const std::filesystem::path& file,
                                                                          const std::vector<model::Event>& events,
                                                                          void (*wake)(void*), void* wake_context);
  // What a file holds, in memory: nothing more is written to it.
  [[nodiscard]] static tl::expected<Session, journal::Trouble> open_saved(content::Pack pack, Sources sources,
                                                                          const std::filesystem::path& file);

  [[nodiscard]] const model::Convening& convening() const { return convening_; }
  [[nodiscard]] const content::Pack& pack() const { return pack_; }
  // The phase the convening is in; the activity's first before any was entered.
  [[nodiscard]] const content::Phase& phase() const;
  [[nodiscard]] std::size_t phase_number() const;
  [[nodiscard]] const model::Rules& rules() const { return phase().rules; }

  // Decides, writes down, applies. The event is durable only when `acknowledged` has named it.
  [[nodiscard]] tl::expected<model::Event, model::Refusal> wish(const model::Intent&);
  // What `wish` would answer now; changes nothing.
  [[nodiscard]] tl::expected<void, model::Refusal> would(const model::Intent&) const;
  // The events that became durable since the last call.
  [[nodiscard]] std::vector<model::EventId> acknowledged();
  // The activity was opened and has been closed: its work is over.
  [[nodiscard]] bool closed() const { return !convening_.activity.value && convening_.activity.event != model::EventId{}; }
  // Once the activity is closed: people's own signs are forgotten where it says that they are not kept, in memory at once and
  // in the file for real, on a thread of its own that tries until it is done. True when there were any. What a pulled plug
  // interrupts is done at the next opening. From here on the session stays where it is in memory.
  bool erase_what_is_not_kept();
  [[nodiscard]] bool durable() const { return journal_.has_value(); }
  [[nodiscard]] std::optional<journal::Trouble> trouble() const;
  // Milliseconds since the present phase was entered.
  [[nodiscard]] std::int64_t phase_age_ms() const;
  // Goes one phase on (+1) or back (-1); nothing at either end.
  [[nodiscard]] std::optional<model::Event> step_phase(int direction);
  // What the file that it was read from is known to have lost (see Journal::missing).
  [[nodiscard]] journal::Missing missing() const { return missing_; }
  // Writes down what is waiting; false when the disk refuses.
  bool flush();

 private:
  struct Unbegun {};
  Session(content::Pack pack, Sources sources, Unbegun);
  [[nodiscard]] model::Stamp next_stamp() const;
  void begin();

  content::Pack pack_;
  mutable Sources sources_;
  model::StationId station_;
  model::Convening convening_;
  std::optional<journal::Journal> journal_;
  std::vector<model::EventId> kept_in_memory_;
  journal::Missing missing_;
  std::jthread eraser_;  // last, so that it ends before what it works on
};

}  // namespace greenline::app
