// Something that happened: what, when, and under which identity.
#pragma once
#include "model/id.h"
#include "model/kinds.h"
#include "model/timestamp.h"

namespace greenline::model {

struct Event {
  EventId id;
  Timestamp at;
  EventBody body;
  friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace greenline::model
