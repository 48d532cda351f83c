// The words as an outline in Markdown.
#pragma once
#include <string>

#include "harvest/harvest.h"

namespace greenline::harvest {

[[nodiscard]] std::string outline(const Harvest&);

}  // namespace greenline::harvest
