// Laying premultiplied colours over pixels.
#include "render/blend.h"

#include <algorithm>
#include <cstdlib>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace greenline::render {
namespace {

// Both halves of a pixel's bytes at once; a share is 0..256.
std::uint32_t scaled(std::uint32_t pixel, std::uint32_t share) {
  constexpr std::uint32_t even = 0x00FF00FF, half = 0x00800080;
  const std::uint32_t low = ((pixel & even) * share + half) >> 8U & even;
  const std::uint32_t high = ((pixel >> 8U & even) * share + half) & ~even;
  return low | high;
}

std::uint32_t share_of(std::uint32_t alpha) { return alpha + (alpha >> 7U); }  // 0..255 to 0..256

std::uint32_t over(std::uint32_t top, std::uint32_t below) { return top + scaled(below, 256 - share_of(top >> 24U)); }

#if defined(__SSE2__)
[[gnu::always_inline]] inline __m128i scaled(__m128i bytes_as_words, __m128i share) {
  return _mm_srli_epi16(_mm_add_epi16(_mm_mullo_epi16(bytes_as_words, share), _mm_set1_epi16(128)), 8);
}

// Four of `top` over four pixels. Scaling rounds, so a sum may be one too many: it saturates.
[[gnu::always_inline]] inline void lay_over(std::uint32_t* row, __m128i top) {
  auto* const at = reinterpret_cast<__m128i*>(row);
  const __m128i below = _mm_loadu_si128(at), none = _mm_setzero_si128();
  __m128i alpha = _mm_srli_epi32(top, 24);
  alpha = _mm_sub_epi32(_mm_set1_epi32(256), _mm_add_epi32(alpha, _mm_srli_epi32(alpha, 7)));
  alpha = _mm_or_si128(alpha, _mm_slli_epi32(alpha, 16));  // a word for each two bytes
  const __m128i low = scaled(_mm_unpacklo_epi8(below, none), _mm_unpacklo_epi32(alpha, alpha));
  const __m128i high = scaled(_mm_unpackhi_epi8(below, none), _mm_unpackhi_epi32(alpha, alpha));
  _mm_storeu_si128(at, _mm_adds_epu8(top, _mm_packus_epi16(low, high)));
}
#endif

}  // namespace

void blend_across(std::uint32_t* row, int count, std::span<const std::uint32_t> colours, int across, int step) {
#if defined(__SSE2__)
  const auto as_int = [](std::uint32_t c) { return static_cast<int>(c); };
  const __m128i last = _mm_set1_epi32(static_cast<int>(colours.size() - 1));
  __m128i at = _mm_add_epi32(_mm_set1_epi32(across), _mm_set_epi32(3 * step, 2 * step, step, 0));
  const __m128i four_steps = _mm_set1_epi32(4 * step);
  for (; count > 0; count -= 4, row += 4, at = _mm_add_epi32(at, four_steps)) {
    const __m128i sign = _mm_srai_epi32(at, 31);
    const __m128i steps = _mm_srli_epi32(_mm_sub_epi32(_mm_xor_si128(at, sign), sign), 8);
    static_assert(across_unit == 1 << 8);
    // Beyond the end, and beyond `count`: the last. (A profile has fewer entries than a word can hold.)
    __m128i beyond = _mm_cmpgt_epi32(steps, last);
    beyond = _mm_or_si128(beyond, _mm_cmpgt_epi32(_mm_set_epi32(4, 3, 2, 1), _mm_set1_epi32(count)));
    const __m128i entry = _mm_or_si128(_mm_and_si128(beyond, last), _mm_andnot_si128(beyond, steps));
    const std::uint32_t c0 = colours[static_cast<std::size_t>(_mm_extract_epi16(entry, 0))];
    const std::uint32_t c1 = colours[static_cast<std::size_t>(_mm_extract_epi16(entry, 2))];
    const std::uint32_t c2 = colours[static_cast<std::size_t>(_mm_extract_epi16(entry, 4))];
    const std::uint32_t c3 = colours[static_cast<std::size_t>(_mm_extract_epi16(entry, 6))];
    if ((c0 | c1 | c2 | c3) == 0) continue;
    lay_over(row, _mm_set_epi32(as_int(c3), as_int(c2), as_int(c1), as_int(c0)));
  }
#else
  for (int i = 0; i < count; ++i, across += step)
    row[i] = over(colours[std::min(static_cast<std::size_t>(std::abs(across) / across_unit), colours.size() - 1)], row[i]);
#endif
}

std::uint32_t faded(std::uint32_t colour, std::uint32_t alpha) { return scaled(colour, share_of(alpha)); }

void blend_flat(std::uint32_t* row, int count, std::uint32_t colour) {
  const std::uint32_t alpha = colour >> 24U;
  if (alpha == 0) return;
  if (alpha == 255) {
    std::fill_n(row, count, colour);
    return;
  }
  int i = 0;
#if defined(__SSE2__)
  const __m128i top = _mm_set1_epi32(static_cast<int>(colour));
  for (; i + 4 <= count; i += 4) lay_over(row + i, top);
#endif
  for (; i < count; ++i) row[i] = over(colour, row[i]);
}

void blend_picture(std::uint32_t* row, int count, const std::uint32_t* picture, std::uint8_t alpha) {
  if (alpha == 0) return;
  const std::uint32_t share = share_of(alpha);
  int i = 0;
#if defined(__SSE2__)
  const __m128i shares = _mm_set1_epi16(static_cast<short>(share)), none = _mm_setzero_si128();
  for (; i + 4 <= count; i += 4) {
    __m128i top = _mm_loadu_si128(reinterpret_cast<const __m128i*>(picture + i));
    if (share < 256)
      top = _mm_packus_epi16(scaled(_mm_unpacklo_epi8(top, none), shares), scaled(_mm_unpackhi_epi8(top, none), shares));
    lay_over(row + i, top);
  }
#endif
  for (; i < count; ++i) row[i] = over(scaled(picture[i], share), row[i]);
}

}  // namespace greenline::render
