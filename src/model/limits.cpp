// Soundness and size of what people make.
#include "model/limits.h"

#include <algorithm>
#include <cmath>

namespace greenline::model {

bool sound(const Place& place) { return std::isfinite(place.at.x) && std::isfinite(place.at.y) && within_limits(place.region); }

bool sound(const Stroke& stroke) {
  return std::all_of(stroke.begin(), stroke.end(), [](const InkPoint& point) {
    return std::isfinite(point.x) && std::isfinite(point.y) && std::isfinite(point.width);
  });
}

bool something_said(const Saying& saying) {
  if (saying.words.find_first_not_of(" \t\r\n\v\f") != std::string::npos) return true;
  return std::any_of(saying.ink.begin(), saying.ink.end(), [](const Stroke& stroke) { return !stroke.empty(); });
}

bool within_limits(const Saying& saying) {
  return saying.words.size() <= max_words_bytes && within_limits(saying.language) && saying.ink.size() <= max_strokes &&
         std::all_of(saying.ink.begin(), saying.ink.end(),
                     [](const Stroke& stroke) { return stroke.size() <= max_stroke_points; });
}

bool within_limits(std::string_view line) { return line.size() <= max_name_bytes; }

}  // namespace greenline::model
