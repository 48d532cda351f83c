// What every kind's header needs. A kind is two structs that stand together: the event, with its number and its fields; and the
// request that makes it, with its descriptor. Their `apply` and `decide` are in the source file of the same name.
#pragma once
#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <tuple>
#include <vector>

#include "model/id.h"
#include "model/kinds/descriptor.h"
#include "model/kinds/field.h"
#include "model/timestamp.h"
#include "model/values.h"

namespace greenline::model {

struct Applying;
struct Asking;

template <class Made>
using Answer = tl::expected<Made, Refusal>;

// The number that an event's kind has in files, for ever.
using KindNumber = std::uint8_t;

}  // namespace greenline::model
