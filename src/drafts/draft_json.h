// The JSON that drafts are written in: numbers are single-precision floats, so that ink is short and comes back bit for bit.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/values.h"

namespace greenline::drafts {

using DraftJson = nlohmann::basic_json<std::map, std::vector, std::string, bool, std::int64_t, std::uint64_t, float>;

// In the order of model::NourishKind.
inline constexpr std::array<const char*, 4> nourish_kind_names{"question", "offer", "story", "thanks"};

inline constexpr std::size_t numbers_per_ink_point = 3;

}  // namespace greenline::drafts
