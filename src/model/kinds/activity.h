// What the host does: an activity opens and closes, a phase begins.
#pragma once
#include "model/kinds/kind.h"

namespace greenline::model {

struct ActivityOpened {
  static constexpr KindNumber number = 1;
  std::string activity;  // the pack's id of the activity
  std::string canvas;    // the id of its canvas
  // The whole of both as they were written, JSON, so that no other pack and no newer one reinterprets what was made with them;
  // empty in a convening that a Greenline before 2026-11-29 began.
  std::string activity_text = {}, canvas_text = {};
  static constexpr auto fields = std::tuple{
      field(Key::text, &ActivityOpened::activity), field(Key::canvas, &ActivityOpened::canvas),
      field(Key::activity_text, &ActivityOpened::activity_text), field(Key::canvas_text, &ActivityOpened::canvas_text)};
  friend bool operator==(const ActivityOpened&, const ActivityOpened&) = default;
};
struct OpenActivity {
  using Makes = ActivityOpened;
  static constexpr Descriptor about{.name = "open_activity",
                                    .who = {Role::host, Role::program},
                                    .verb = {},
                                    .says = {Refusal::too_long, Refusal::nothing_said},
                                    .taken_back = taken_back_by("close_activity"),
                                    .told = {Told::by_itself, "the title, the question and the credits on the first page"}};
  std::string activity, canvas;
  std::string activity_text = {}, canvas_text = {};  // the whole of both, JSON; may be empty
};
Answer<ActivityOpened> decide(const OpenActivity&, const Asking&);
void apply(const ActivityOpened&, const Applying&);

struct ActivityClosed {
  static constexpr KindNumber number = 2;
  static constexpr std::tuple<> fields{};
  friend bool operator==(const ActivityClosed&, const ActivityClosed&) = default;
};
struct CloseActivity {
  using Makes = ActivityClosed;
  static constexpr Descriptor about{.name = "close_activity",
                                    .who = {Role::host},
                                    .verb = {},
                                    .says = {Refusal::gone_on},
                                    .taken_back = taken_back_by("open_activity"),
                                    .told = {Told::not_told, "a harvest is made when it is closed, and says when that was"}};
  EventId leaves = {};  // the phase visit that it was pressed in; empty: any
};
Answer<ActivityClosed> decide(const CloseActivity&, const Asking&);
void apply(const ActivityClosed&, const Applying&);

// Going on or going back; the newest wins. Its event id names this visit in the phase (Card::phase_visit).
struct PhaseEntered {
  static constexpr KindNumber number = 3;
  std::string phase;        // the activity's id of the phase
  SteadyInstant when = {};  // by the clock that nobody sets; of no machine where nobody knows
  static constexpr auto fields = std::tuple{field(Key::text, &PhaseEntered::phase), field(Key::start, &PhaseEntered::when)};
  friend bool operator==(const PhaseEntered&, const PhaseEntered&) = default;
};
struct EnterPhase {
  using Makes = PhaseEntered;
  static constexpr Descriptor about{.name = "enter_phase",
                                    .who = {Role::host, Role::program},
                                    .verb = {},
                                    .says = {Refusal::too_long, Refusal::nothing_said, Refusal::gone_on},
                                    .taken_back = taken_back_by("enter_phase"),
                                    .told = {Told::with_another, "what was made in a phase stands under its question"}};
  std::string phase;
  EventId leaves = {};  // the phase visit that it was pressed in, so that two hosts who mean one step make one; empty: any
};
Answer<PhaseEntered> decide(const EnterPhase&, const Asking&);
void apply(const PhaseEntered&, const Applying&);

}  // namespace greenline::model
