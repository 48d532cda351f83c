#include "render/piece_rows.h"

#include <algorithm>
#if defined(__SSE2__)
#include <immintrin.h>
#endif

#include "render/four.h"

namespace greenline::render {

PieceRows::PieceRows(const std::array<model::PixelPoint, 4>& corners, float across_x, float across_y, float across_0,
                     float fine, int begin)
    : sides_{PieceSide(corners[0], corners[1]), PieceSide(corners[1], corners[2]), PieceSide(corners[2], corners[3]),
             PieceSide(corners[3], corners[0])},
      across_begin_(across_x * (static_cast<float>(begin) + 0.5F) + across_0),
      across_y_(across_y),
      fine_(fine),
      begin_(begin),
      step_(static_cast<int>(across_x * fine)) {
  const auto upright = std::partition(sides_.begin(), sides_.end(), [](const PieceSide& side) { return !side.is_level(); });
  const model::PixelPoint middle = (corners[0] + corners[1] + corners[2] + corners[3]) * 0.25F;
  const auto right =
      std::partition(sides_.begin(), upright, [&](const PieceSide& side) { return side.at(middle.y) <= middle.x; });
  lefts_ = static_cast<std::size_t>(right - sides_.begin());
  upright_ = static_cast<std::size_t>(upright - sides_.begin());
}

std::size_t PieceRows::by_four(const Sheet& sheet, int top, int bottom, std::span<Across> rows) const {
  std::size_t count = 0;
  const auto at = [](const PieceSide& side, Four y) {
    return four(side.upper().x) + (y - four(side.upper().y)) * four(side.slope());
  };
  for (int y = top; y < bottom; y += 4) {
    const Four centre = four(static_cast<float>(y) + 0.5F) + Four{0, 1, 2, 3};
    Four begins = four(static_cast<float>(sheet.x0())), ends = four(static_cast<float>(sheet.x1()));
    for (std::size_t i = 0; i < lefts_; ++i) begins = most(begins, at(sides_[i], centre));
    for (std::size_t i = lefts_; i < upright_; ++i) ends = least(ends, at(sides_[i], centre));
    const FourWhole from = first_from(begins), to = first_from(ends);
    const FourWhole across = whole((four(across_begin_) + four(across_y_) * centre) * four(fine_)) + (from - begin_) * step_;
    for (int row = 0; row < std::min(4, bottom - y); ++row) {
      rows[count] = {sheet.at(from[row], y + row), to[row] - from[row], across[row]};
      count += to[row] > from[row] ? 1 : 0;
    }
  }
  return count;
}

#if defined(__SSE2__)
namespace {
// As first_from in sheet.h, which see.
[[gnu::target("avx2"), gnu::always_inline]] inline __m256i first_from_eight(__m256 x) {
  const __m256 beyond = _mm256_add_ps(x, _mm256_set1_ps(0.5F));
  const __m256i near = _mm256_cvttps_epi32(beyond);
  return _mm256_add_epi32(near, _mm256_castps_si256(_mm256_cmp_ps(_mm256_cvtepi32_ps(near), beyond, _CMP_GT_OQ)));
}
// As PieceSide::at.
[[gnu::target("avx2"), gnu::always_inline]] inline __m256 x_of(const PieceSide& side, __m256 y) {
  const __m256 below = _mm256_sub_ps(y, _mm256_set1_ps(side.upper().y));
  return _mm256_add_ps(_mm256_set1_ps(side.upper().x), _mm256_mul_ps(below, _mm256_set1_ps(side.slope())));
}
}  // namespace

// The same numbers, on processors that have AVX2.
[[gnu::target("avx2")]] std::size_t PieceRows::by_eight(const Sheet& sheet, int top, int bottom, std::span<Across> rows) const {
  const __m256 x0 = _mm256_set1_ps(static_cast<float>(sheet.x0())), x1 = _mm256_set1_ps(static_cast<float>(sheet.x1()));
  const __m256i begin = _mm256_set1_epi32(begin_), step = _mm256_set1_epi32(step_);
  std::size_t count = 0;
  for (int y = top; y < bottom; y += 8) {
    const __m256 centre = _mm256_add_ps(_mm256_set1_ps(static_cast<float>(y) + 0.5F), _mm256_setr_ps(0, 1, 2, 3, 4, 5, 6, 7));
    __m256 begins = x0, ends = x1;
    for (std::size_t i = 0; i < lefts_; ++i) begins = _mm256_max_ps(begins, x_of(sides_[i], centre));
    for (std::size_t i = lefts_; i < upright_; ++i) ends = _mm256_min_ps(ends, x_of(sides_[i], centre));
    const __m256i from = first_from_eight(begins), to = first_from_eight(ends);
    const __m256 fine = _mm256_mul_ps(
        _mm256_add_ps(_mm256_set1_ps(across_begin_), _mm256_mul_ps(_mm256_set1_ps(across_y_), centre)), _mm256_set1_ps(fine_));
    const __m256i across = _mm256_add_epi32(_mm256_cvttps_epi32(fine), _mm256_mullo_epi32(_mm256_sub_epi32(from, begin), step));
    alignas(32) std::array<int, 8> first, many, far;
    _mm256_store_si256(reinterpret_cast<__m256i*>(first.data()), from);
    _mm256_store_si256(reinterpret_cast<__m256i*>(many.data()), _mm256_sub_epi32(to, from));
    _mm256_store_si256(reinterpret_cast<__m256i*>(far.data()), across);
    for (std::size_t row = 0; row < static_cast<std::size_t>(std::min(8, bottom - y)); ++row) {
      rows[count] = {sheet.at(first[row], y + static_cast<int>(row)), many[row], far[row]};
      count += many[row] > 0 ? 1 : 0;
    }
  }
  return count;
}
#endif

std::size_t PieceRows::on(const Sheet& sheet, int top, int bottom, std::span<Across> rows) const {
#if defined(__SSE2__)
  if (__builtin_cpu_supports("avx2")) return by_eight(sheet, top, bottom, rows);
#endif
  return by_four(sheet, top, bottom, rows);
}

}  // namespace greenline::render
