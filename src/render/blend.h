// Laying premultiplied colours over pixels, a row at a time: four or eight pixels at once where the processor can. Pixels as in
// sheet.h.
#pragma once
#include <cstdint>
#include <span>

namespace greenline::render {

// A distance across a line is counted in so many parts of a step of its profile.
inline constexpr int across_unit = 256;

// Pixels of a row that lie across a line.
struct Across {
  std::uint32_t* row = nullptr;  // the first of them
  int count = 0;
  int across = 0;  // how far the first is from the line's middle
};
// Each pixel takes the colour of its distance from the line's middle, on either side, which grows by `step` from one to the
// next. Beyond the end of `colours` there is nothing; the last one must be nothing. May read and write `slack` pixels beyond a
// row's (sheet.h); those stay as they are.
void blend_across(std::span<const Across> rows, std::span<const std::uint32_t> colours, int step);

// A line of one colour that fades over its last pixel: what its profile would say without being looked up for each pixel.
struct PlainLine {
  std::uint32_t colour = 0;  // opaque
  int share = 0;             // how much of it covers in the middle: 0..32767
  int faded = 0;             // where nothing is left of it, in the units of Across; a pixel before, all of `share` is
  int pixel = 0;             // how many of those units a pixel is; at most 16384
};
// As blend_across, where the processor has AVX2 (`can_blend_plain`).
[[nodiscard]] bool can_blend_plain();
void blend_plain(std::span<const Across> rows, const PlainLine&, int step);

// `count` pixels in one colour, premultiplied.
void blend_flat(std::uint32_t* row, int count, std::uint32_t colour);

// A premultiplied colour, as strong as `alpha` says: 0..255.
[[nodiscard]] std::uint32_t faded(std::uint32_t colour, std::uint32_t alpha);

// `count` pixels of a picture, as strong as `alpha` says.
void blend_picture(std::uint32_t* row, int count, const std::uint32_t* picture, std::uint8_t alpha);

}  // namespace greenline::render
