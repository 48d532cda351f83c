// A few cards as large as there is room for.
#include "scene/lens.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/property.h"

namespace greenline::scene {
namespace {

// Words of so many letters, in lines of a card so wide.
TallAt of_letters(std::vector<int> letters) {
  return [letters = std::move(letters)](std::size_t i, float width_ems) {
    return 1.1F + 1.2F * std::ceil(static_cast<float>(letters[i]) / (1.6F * width_ems));
  };
}

rc::Gen<std::vector<int>> any_letters(int most) {
  return rc::gen::resize(most, rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 400))));
}

TEST(Lens, KeepsAllCardsInItsAreaAndApart) {
  test::holds_always([] {
    const std::vector<int> letters = *any_letters(12);
    const float width = static_cast<float>(*rc::gen::inRange(300, 4000)),
                height = static_cast<float>(*rc::gen::inRange(300, 4000));
    const PixelRect area{20, 40, 20 + width, 40 + height};
    const LensLayout layout = lens_layout(letters.size(), of_letters(letters), area, 0.15F * height);
    RC_ASSERT(layout.cards.size() == letters.size());
    for (std::size_t i = 0; i < layout.cards.size(); ++i) {
      const PixelRect& card = layout.cards[i];
      RC_ASSERT(clipped(card, area.grown(0.5F)) == card);
      RC_ASSERT(std::abs(card.width() - layout.cards[0].width()) < 0.5F);
      for (std::size_t other = 0; other < i; ++other) RC_ASSERT(!layout.cards[other].touches(card));
    }
  });
}

TEST(Lens, ShowsOneCardAsLargeAsItMayBe) {
  const PixelRect area{0, 0, 1700, 800};
  EXPECT_FLOAT_EQ(lens_layout(1, of_letters({12}), area, 120).em, 120);
  const LensLayout lengthy = lens_layout(1, of_letters({380}), area, 120);
  EXPECT_GT(lengthy.width_ems, 9.6F) << "long words are read larger in a wider card";
  EXPECT_GT(lengthy.em, 36);
}

TEST(Lens, PagesHoldEveryCardOnceAndAreRead) {
  test::holds_always([] {
    const std::vector<int> letters = *any_letters(40);
    const PixelRect area{0, 0, 1700, 760};
    constexpr float least = 45;
    const std::vector<std::size_t> pages = lens_pages(letters.size(), of_letters(letters), area, least);
    RC_ASSERT(std::accumulate(pages.begin(), pages.end(), std::size_t{0}) == letters.size());
    std::size_t first = 0;
    for (const std::size_t count : pages) {
      RC_ASSERT(count > 0U);
      const std::vector<int> its(letters.begin() + static_cast<std::ptrdiff_t>(first),
                                 letters.begin() + static_cast<std::ptrdiff_t>(first + count));
      if (count > 1) RC_ASSERT(lens_layout(count, of_letters(its), area, 1000).em >= least);
      first += count;
    }
  });
}

}  // namespace
}  // namespace greenline::scene
