// A harvest exactly, as JSON: what people said to the letter, their drawings, where things stood, and the activity whole.
// Greenline reads it again to an equal convening. content/schema/convening.schema.json says what stands where.
#pragma once
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "content/load.h"
#include "harvest/leaving.h"

namespace greenline::harvest {

[[nodiscard]] std::string to_json(const Leaving&);

// The error is what is wrong with it, where. Never throws, whatever the bytes.
[[nodiscard]] tl::expected<Leaving, content::Diagnostics> from_json(std::string_view text, const std::string& file);

}  // namespace greenline::harvest
