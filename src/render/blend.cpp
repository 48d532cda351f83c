// Laying premultiplied colours over pixels.
#include "render/blend.h"

#include <algorithm>
#include <cstdlib>
#if defined(__SSE2__)
#include <immintrin.h>
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

#if defined(__SSE2__)
// Eight of `top` over eight pixels, as lay_over.
[[gnu::target("avx2"), gnu::always_inline]] inline __m256i eight_over(__m256i top, __m256i below) {
  const __m256i none = _mm256_setzero_si256(), half = _mm256_set1_epi16(128);
  __m256i alpha = _mm256_srli_epi32(top, 24);
  alpha = _mm256_sub_epi32(_mm256_set1_epi32(256), _mm256_add_epi32(alpha, _mm256_srli_epi32(alpha, 7)));
  alpha = _mm256_or_si256(alpha, _mm256_slli_epi32(alpha, 16));
  const __m256i low = _mm256_mullo_epi16(_mm256_unpacklo_epi8(below, none), _mm256_unpacklo_epi32(alpha, alpha));
  const __m256i high = _mm256_mullo_epi16(_mm256_unpackhi_epi8(below, none), _mm256_unpackhi_epi32(alpha, alpha));
  const __m256i left = _mm256_packus_epi16(_mm256_srli_epi16(_mm256_add_epi16(low, half), 8),
                                           _mm256_srli_epi16(_mm256_add_epi16(high, half), 8));
  return _mm256_adds_epu8(top, left);
}

// The colours of a profile, looked up by distance and laid over.
struct LookedUp {
  std::span<const std::uint32_t> colours;
  [[gnu::target("avx2"), gnu::always_inline]] inline __m256i operator()(__m256i below, __m256i at, __m256i within) const {
    static_assert(across_unit == 1 << 8);
    const __m256i last = _mm256_set1_epi32(static_cast<int>(colours.size() - 1));
    const __m256i entry = _mm256_min_epi32(_mm256_srli_epi32(_mm256_abs_epi32(at), 8), last);
    const auto* table = reinterpret_cast<const int*>(colours.data());
    return eight_over(_mm256_and_si256(_mm256_i32gather_epi32(table, entry, 4), within), below);
  }
};

// Sixteen bits a colour: `below` on its way to `colour`, as far as `share` says (0..32767).
[[gnu::target("avx2"), gnu::always_inline]] inline __m256i towards(__m256i below, __m256i colour, __m256i share) {
  return _mm256_add_epi16(below, _mm256_mulhrs_epi16(_mm256_sub_epi16(colour, below), share));
}

// One colour, the less of it the further from the line.
struct Plain {
  const PlainLine& line;
  [[gnu::target("avx2"), gnu::always_inline]] inline __m256i operator()(__m256i below, __m256i at, __m256i within) const {
    const __m256i none = _mm256_setzero_si256();
    const __m256i colour = _mm256_unpacklo_epi8(_mm256_set1_epi32(static_cast<int>(line.colour)), none);
    const __m256i left = _mm256_sub_epi32(_mm256_set1_epi32(line.faded), _mm256_abs_epi32(at));
    const __m256i near = _mm256_min_epi32(_mm256_max_epi32(left, none), _mm256_set1_epi32(line.pixel - 1));
    const __m256i of_pixel = _mm256_mullo_epi16(near, _mm256_set1_epi16(static_cast<short>(32768 / line.pixel)));
    const __m256i all_of_it = _mm256_set1_epi16(static_cast<short>(line.share));
    // Each pixel's share stands in the low half of its number, and is wanted beside each of its four bytes.
    const __m256i shares = _mm256_and_si256(_mm256_mulhrs_epi16(of_pixel, all_of_it), within);
    const __m256i of_low = _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 1, 0, 1, 0, 1, 0, 1, 4, 5, 4, 5, 4, 5, 4, 5));
    const __m256i of_high = _mm256_add_epi8(of_low, _mm256_set1_epi8(8));
    return _mm256_packus_epi16(towards(_mm256_unpacklo_epi8(below, none), colour, _mm256_shuffle_epi8(shares, of_low)),
                               towards(_mm256_unpackhi_epi8(below, none), colour, _mm256_shuffle_epi8(shares, of_high)));
  }
};

// Eight pixels at once, where the processor has AVX2. Of a steep line no row has more than four: then four of one row and four
// of the next. `blend` gives what becomes of eight pixels at such distances, where `within` has all bits; the others stay.
template <class Blend>
[[gnu::target("avx2")]] void blend_by_eight(std::span<const Across> rows, int step, const Blend& blend) {
  const __m256i lanes = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7), four_lanes = _mm256_setr_epi32(0, 1, 2, 3, 0, 1, 2, 3);
  const __m256i steps = _mm256_mullo_epi32(lanes, _mm256_set1_epi32(step));
  const __m256i four_steps = _mm256_mullo_epi32(four_lanes, _mm256_set1_epi32(step)), eight_steps = _mm256_set1_epi32(8 * step);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Across& row = rows[i];
    if (i + 1 < rows.size() && row.count <= 4 && rows[i + 1].count <= 4 && rows[i + 1].row - row.row >= 8) {
      const Across& next = rows[++i];
      const __m256i at =
          _mm256_add_epi32(_mm256_set_m128i(_mm_set1_epi32(next.across), _mm_set1_epi32(row.across)), four_steps);
      const __m256i count = _mm256_set_m128i(_mm_set1_epi32(next.count), _mm_set1_epi32(row.count));
      auto *const one = reinterpret_cast<__m128i*>(row.row), *const other = reinterpret_cast<__m128i*>(next.row);
      const __m256i below = _mm256_set_m128i(_mm_loadu_si128(other), _mm_loadu_si128(one));
      const __m256i over = blend(below, at, _mm256_cmpgt_epi32(count, four_lanes));
      _mm_storeu_si128(one, _mm256_castsi256_si128(over));
      _mm_storeu_si128(other, _mm256_extracti128_si256(over, 1));
      continue;
    }
    __m256i at = _mm256_add_epi32(_mm256_set1_epi32(row.across), steps);
    std::uint32_t* pixels = row.row;
    for (int count = row.count; count > 0; count -= 8, pixels += 8, at = _mm256_add_epi32(at, eight_steps)) {
      auto* const place = reinterpret_cast<__m256i*>(pixels);
      const __m256i within = _mm256_cmpgt_epi32(_mm256_set1_epi32(count), lanes);
      _mm256_storeu_si256(place, blend(_mm256_loadu_si256(place), at, within));
    }
  }
}

void blend_across_by_four(std::span<const Across> rows, std::span<const std::uint32_t> colours, int step) {
  const auto as_int = [](std::uint32_t c) { return static_cast<int>(c); };
  const __m128i last = _mm_set1_epi32(static_cast<int>(colours.size() - 1));
  const __m128i four_steps = _mm_set1_epi32(4 * step), steps_from_first = _mm_set_epi32(3 * step, 2 * step, step, 0);
  for (const Across& span : rows) {
    std::uint32_t* row = span.row;
    __m128i at = _mm_add_epi32(_mm_set1_epi32(span.across), steps_from_first);
    for (int count = span.count; count > 0; count -= 4, row += 4, at = _mm_add_epi32(at, four_steps)) {
      const __m128i sign = _mm_srai_epi32(at, 31);
      const __m128i steps = _mm_srli_epi32(_mm_sub_epi32(_mm_xor_si128(at, sign), sign), 8);
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
  }
}
#endif

}  // namespace

void blend_across(std::span<const Across> rows, std::span<const std::uint32_t> colours, int step) {
#if defined(__SSE2__)
  if (__builtin_cpu_supports("avx2")) return blend_by_eight(rows, step, LookedUp{colours});
  blend_across_by_four(rows, colours, step);
#else
  for (const Across& span : rows)
    for (int i = 0, across = span.across; i < span.count; ++i, across += step)
      span.row[i] =
          over(colours[std::min(static_cast<std::size_t>(std::abs(across) / across_unit), colours.size() - 1)], span.row[i]);
#endif
}

bool can_blend_plain() {
#if defined(__SSE2__)
  return __builtin_cpu_supports("avx2") != 0;
#else
  return false;
#endif
}

void blend_plain(std::span<const Across> rows, const PlainLine& line, int step) {
#if defined(__SSE2__)
  blend_by_eight(rows, step, Plain{line});
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
