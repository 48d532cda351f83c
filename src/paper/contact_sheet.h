// All phases of an activity at one look.
#pragma once
#include <span>
#include <string>

#include "content/activity.h"
#include "content/strings.h"
#include "paper/paper.h"

namespace greenline::paper {

// `pictures`: of each phase in turn, all of one shape. `across_px`: how wide the sheet is.
[[nodiscard]] Pages::Raster contact_sheet(const content::Activity&, const content::Strings&, const std::string& language,
                                          std::span<const Pixels> pictures, int across_px);

}  // namespace greenline::paper
