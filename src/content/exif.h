// Which way a photograph is to be turned to stand upright, as its camera noted it (Exif's orientation). Nothing else of what a
// camera notes is read.
#pragma once
#include <string_view>

namespace greenline::content {

// How the stored rows become the picture: first mirrored left to right, then turned clockwise by quarters.
struct Upright {
  bool mirrored = false;
  int quarters = 0;  // 0 to 3
  friend bool operator==(const Upright&, const Upright&) = default;
};

// Of a JPEG or a PNG; as it is stored where nobody noted anything, or the note cannot be read. Never throws, whatever the
// bytes; O(the file's markers, and the entries of one directory). Formats: CIPA DC-008 (Exif 2.32), 4.6.4 A and 4.7.2; PNG's
// eXIf chunk (PNG third edition, 11.3.4).
[[nodiscard]] Upright upright_of(std::string_view bytes);

}  // namespace greenline::content
