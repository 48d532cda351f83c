// What undoes what a host did.
#pragma once
#include <optional>

#include "model/convening.h"
#include "model/kinds.h"

namespace greenline::model {

// The request that brings back how it was. `before`: the convening as it was when the request was granted. Nothing where
// nothing does: what has been read cannot be unread, and what people made is not the host's to undo.
[[nodiscard]] std::optional<Request> undoing(const Convening& before, const Request&);

}  // namespace greenline::model
