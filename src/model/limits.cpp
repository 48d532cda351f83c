// Soundness and size of what people make.
#include "model/limits.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "model/blank.h"

namespace greenline::model {
namespace {

// How a character of UTF-8 goes on after its first byte. The second byte's bounds keep out what is overlong, a surrogate or
// beyond U+10FFFF.
struct Continuation {
  std::size_t bytes = 0;
  std::uint8_t second_least = 0x80, second_most = 0xBF;
  bool allowed = true;
};

Continuation after(std::uint8_t first) {
  if (first < 0x80) return {};
  if (first >= 0xC2 && first <= 0xDF) return {1};
  if (first == 0xE0) return {2, 0xA0};
  if (first == 0xED) return {2, 0x80, 0x9F};
  if (first >= 0xE1 && first <= 0xEF) return {2};
  if (first == 0xF0) return {3, 0x90};
  if (first >= 0xF1 && first <= 0xF3) return {3};
  if (first == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0, false};
}

bool somewhere(const InkPoint& point) { return std::isfinite(point.x) && std::isfinite(point.y) && std::isfinite(point.width); }

}  // namespace

bool is_text(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const Continuation more = after(static_cast<std::uint8_t>(bytes[at]));
    if (!more.allowed || bytes.size() - at <= more.bytes) return false;
    for (std::size_t i = 1; i <= more.bytes; ++i) {
      const auto byte = static_cast<std::uint8_t>(bytes[at + i]);
      const std::uint8_t least = i == 1 ? more.second_least : 0x80;
      const std::uint8_t most = i == 1 ? more.second_most : 0xBF;
      if (byte < least || byte > most) return false;
    }
    at += 1 + more.bytes;
  }
  return true;
}

bool sound(const Place& place) {
  return std::isfinite(place.at.x) && std::isfinite(place.at.y) && place.region.size() <= max_name_bytes &&
         is_text(place.region);
}

bool something_said(const Saying& saying) {
  if (!is_text(saying.words) || !is_text(saying.language)) return false;
  bool drawn = false;
  for (const Stroke& stroke : saying.ink) {
    if (!std::all_of(stroke.begin(), stroke.end(), somewhere)) return false;
    drawn = drawn || !stroke.empty();
  }
  return drawn || shows_something(saying.words);
}

bool within_limits(const Saying& saying) {
  return saying.words.size() <= max_words_bytes && saying.language.size() <= max_name_bytes &&
         saying.ink.size() <= max_strokes && std::all_of(saying.ink.begin(), saying.ink.end(), [](const Stroke& stroke) {
           return stroke.size() <= max_stroke_points;
         });
}

}  // namespace greenline::model
