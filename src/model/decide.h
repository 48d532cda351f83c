// May this happen now? An event, or a reason that a person can read.
#pragma once
#include <string_view>
#include <tl/expected.hpp>

#include "model/convening.h"
#include "model/kinds/asking.h"
#include "model/refusal.h"
#include "model/verb.h"

namespace greenline::model {

// Whether this may happen now. Only a question: it needs no stamp and uses up nothing. What a host may and a seat may not is
// decided here and nowhere else.
[[nodiscard]] tl::expected<void, Refusal> check(const Convening&, const Rules&, const Request&, const Actor&);
// `by` says where somebody is: of the host, the station too.
// The same answer, and the event when it is yes; a station that is not told is the stamp's.
[[nodiscard]] tl::expected<Event, Refusal> decide(const Convening&, const Rules&, const Request&, const Actor&, const Stamp&);

// Whether a region takes nothing in yet. O(cards) where it has a rule, else O(1).
[[nodiscard]] bool is_shut(const Convening&, const Rules&, std::string_view region);

// Whether a card made there now would be born veiled.
[[nodiscard]] bool born_veiled(const Convening&, const Rules&, const Place&);

}  // namespace greenline::model
