// The program's own screens as people see them: the shelf, the picture on which regions are drawn, the host's console; each in
// the moments in which it says something else, the same in every palette.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "legible/written.h"

namespace greenline::legible {

struct Glass {
  const char* name;
  float width, height, pixels_per_mm;
  const char* language = "en";
};

struct ShownScreen {
  std::string screen, moment;
  std::vector<Written> letters;  // one each, in the order in which they are written
  render::Picture behind;        // all of it without them, where it was asked for
};
enum class Wanted : std::uint8_t { letters, letters_and_ground };
[[nodiscard]] std::vector<ShownScreen> programs_screens(const std::string& palette, const Glass&, Wanted);

// Of each line of a dozen letters or more the height of the tallest, pixels: of capitals, or of letters as tall.
[[nodiscard]] std::vector<float> heights_of_lines(const std::vector<Written>& letters);

}  // namespace greenline::legible
