#include "scene/lens.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

#include "arrange/sheet.h"

namespace greenline::scene {
namespace {

constexpr std::array widths_ems{arrange::card_ems, 13.0F, 18.0F, 25.0F};
constexpr float gap_ems = 0.9F;
constexpr float clearly_larger = 1.08F;  // that a card becomes wider for it
constexpr std::size_t most_at_once = 12;

struct Grid {
  float em = 0;
  std::size_t width = 0, columns = 1;  // of `widths_ems`
  std::vector<float> rows_ems;         // how high each is
};

// How high each card is at each width, found once: words are broken into lines for it.
using Heights = std::vector<std::array<float, widths_ems.size()>>;
Heights heights_of(std::size_t cards, const TallAt& tall) {
  Heights heights(cards);
  for (std::size_t i = 0; i < cards; ++i)
    for (std::size_t w = 0; w < widths_ems.size(); ++w) heights[i][w] = tall(i, widths_ems[w]);
  return heights;
}
using SomeHeights = std::span<const Heights::value_type>;

Grid grid_of(SomeHeights heights, const PixelRect& area, std::size_t width, std::size_t columns) {
  const std::size_t cards = heights.size();
  const float width_ems = widths_ems[width];
  Grid grid{.em = 0, .width = width, .columns = columns, .rows_ems = {}};
  float all_ems = -gap_ems;
  for (std::size_t first = 0; first < cards; first += columns) {
    float row = 0;
    for (std::size_t i = first; i < std::min(cards, first + columns); ++i) row = std::max(row, heights[i][width]);
    grid.rows_ems.push_back(row);
    all_ems += row + gap_ems;
  }
  const float across_ems = static_cast<float>(columns) * (width_ems + gap_ems) - gap_ems;
  grid.em = std::min(area.width() / across_ems, area.height() / std::max(all_ems, 1e-3F));
  return grid;
}

Grid best_grid(SomeHeights heights, const PixelRect& area, float most_em) {
  Grid best;
  for (std::size_t width = 0; width < widths_ems.size(); ++width)
    for (std::size_t columns = 1; columns <= heights.size(); ++columns) {
      Grid grid = grid_of(heights, area, width, columns);
      grid.em = std::min(grid.em, most_em);
      const float better = width == best.width || best.em <= 0 ? 1.0F : clearly_larger;
      if (grid.em > better * best.em) best = std::move(grid);
    }
  return best;
}

}  // namespace

LensLayout lens_layout(std::size_t cards, const TallAt& tall, const PixelRect& area, float most_em) {
  LensLayout layout;
  if (cards == 0) return layout;
  const Heights heights = heights_of(cards, tall);
  const Grid grid = best_grid(heights, area, most_em);
  layout.em = grid.em;
  layout.width_ems = widths_ems[grid.width];
  const float em = grid.em, width = layout.width_ems * em, gap = gap_ems * em;
  float high = -gap;
  for (const float row : grid.rows_ems) high += row * em + gap;
  float y = area.centre().y - high / 2;
  for (std::size_t row = 0; row < grid.rows_ems.size(); ++row) {
    const std::size_t first = row * grid.columns, count = std::min(grid.columns, cards - first);
    const float across = static_cast<float>(count) * (width + gap) - gap, row_high = grid.rows_ems[row] * em;
    float x = area.centre().x - across / 2;
    for (std::size_t i = first; i < first + count; ++i, x += width + gap)
      layout.cards.push_back(model::rect_around({x + width / 2, y + row_high / 2}, width / 2, heights[i][grid.width] * em / 2));
    y += row_high + gap;
  }
  return layout;
}

std::vector<std::size_t> lens_pages(std::size_t cards, const TallAt& tall, const PixelRect& area, float least_em) {
  const Heights heights = heights_of(cards, tall);
  const auto fits = [&](std::size_t first, std::size_t count) {
    return best_grid(SomeHeights(heights).subspan(first, count), area, std::numeric_limits<float>::max()).em >= least_em;
  };
  std::vector<std::size_t> full;
  for (std::size_t first = 0; first < cards; first += full.back()) {
    std::size_t count = 1;
    while (count < std::min(most_at_once, cards - first) && fits(first, count + 1)) ++count;
    full.push_back(count);
  }
  // As many pages as that, as full as each other, where all of them can still be read.
  std::vector<std::size_t> even(full.size());
  std::size_t first = 0;
  for (std::size_t page = 0; page < even.size(); ++page) {
    even[page] = (cards - first + even.size() - page - 1) / (even.size() - page);
    if (even[page] > 1 && !fits(first, even[page])) return full;
    first += even[page];
  }
  return even;
}

}  // namespace greenline::scene
