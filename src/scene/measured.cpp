#include "scene/measured.h"

#include <algorithm>
#include <utility>

namespace greenline::scene {
namespace {

constexpr float measuring_px = 8;  // glyphs of this size take next to nothing of the atlas

std::size_t bytes_of_character(unsigned char first) { return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4; }

// Han and kana, from U+2E80: a line may break after each.
bool breaks_after(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  return character.size() == 4 ||
         (character.size() == 3 && (byte(0) > 0xE2 || (byte(0) == 0xE2 && byte(1) >= 0xBA)) && byte(0) < 0xEA);
}

// Where a line may break, roughly: at spaces, and in scripts that have none after each character.
std::vector<std::string_view> pieces_of(std::string_view words) {
  std::vector<std::string_view> pieces;
  std::size_t start = 0;
  const auto end_at = [&](std::size_t at) {
    if (at > start) pieces.push_back(words.substr(start, at - start));
  };
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t bytes = std::min(bytes_of_character(static_cast<unsigned char>(words[at])), words.size() - at);
    if (words[at] == ' ') {
      end_at(at);
      start = at + 1;
    } else if (breaks_after(words.substr(at, bytes))) {
      end_at(at + bytes);
      start = at + bytes;
    }
    at += bytes;
  }
  end_at(words.size());
  return pieces;
}

}  // namespace

text::Face second_face(std::string_view words) {
  // Latin, Greek and Cyrillic with their marks end before U+0530, whose first byte is 0xD4; U+1E00 and what is near are Latin
  // and Greek again.
  const auto leans = [](std::string_view from) {
    const auto first = static_cast<unsigned char>(from[0]);
    const bool latin_again = first == 0xE1 && from.size() > 1 && static_cast<unsigned char>(from[1]) >= 0xB8;
    return first < 0xD4 || latin_again || first == 0xE2;  // 0xE2: dashes and quotes
  };
  for (std::size_t at = 0; at < words.size(); at += bytes_of_character(static_cast<unsigned char>(words[at])))
    if (!leans(words.substr(at))) return text::Face::prompt;
  return text::Face::prompt_italic;
}

Measured::Measured(std::string_view words, text::Face face, std::string language, text::Engine& engine)
    : words_(words), face_(face), language_(std::move(language)) {
  const auto ems = [&](std::string_view some) {
    return engine.layout(some, {.face = face_, .size_px = measuring_px, .language = language_})->width / measuring_px;
  };
  if (words_.empty()) return;
  whole_ems_ = ems(words_);
  float pieces = 0;
  for (const std::string_view piece : pieces_of(words_)) pieces += pieces_ems_.emplace_back(ems(piece));
  if (pieces_ems_.size() > 1) between_ems_ = std::max(0.0F, (whole_ems_ - pieces) / static_cast<float>(pieces_ems_.size() - 1));
}

int Measured::lines(float size_px, float width_px) const {
  const float most = width_px / size_px;
  int lines = 0;
  float used = most + 1;
  for (const float piece : pieces_ems_) {
    if (piece > most) return 0;
    if (used + between_ems_ + piece > most) {
      ++lines;
      used = piece;
    } else {
      used += between_ems_ + piece;
    }
  }
  return lines;
}

}  // namespace greenline::scene
