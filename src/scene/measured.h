// Words measured once, so that many sizes and widths can be tried without laying them out.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace greenline::scene {

// The face in which a second language stands beside the first: italic, where the words' script has such a thing.
[[nodiscard]] text::Face second_face(std::string_view words);

class Measured {
 public:
  // The words must outlive it.
  Measured(std::string_view words, text::Face, std::string language, text::Engine&);

  [[nodiscard]] bool empty() const { return words_.empty(); }
  // About how many lines they take at this em; 0 when the longest word is wider than the line.
  [[nodiscard]] int lines(float size_px, float width_px) const;
  [[nodiscard]] float width(float size_px) const { return whole_ems_ * size_px; }  // on one line
  [[nodiscard]] std::string_view words() const { return words_; }
  [[nodiscard]] text::Face face() const { return face_; }
  [[nodiscard]] const std::string& language() const { return language_; }

 private:
  std::string_view words_;
  text::Face face_;
  std::string language_;
  std::vector<float> pieces_ems_;  // between them a line may break
  float whole_ems_ = 0, between_ems_ = 0;
};

}  // namespace greenline::scene
