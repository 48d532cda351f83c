// Something that happened: what, when, by whom, and under which identity.
#pragma once
#include "model/actor.h"
#include "model/id.h"
#include "model/kinds.h"
#include "model/timestamp.h"

namespace greenline::model {

struct Event {
  EventId id;
  Timestamp at;
  EventBody body;
  Actor by = {};  // unknown in what a Greenline before 2026-11-29 wrote
  friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace greenline::model
