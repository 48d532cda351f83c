// Counts what lies over what, in the order in which a wall is drawn: ground and names, threads, their words, names of
// gatherings, cards.
#include "scene/reading.h"

#include <algorithm>
#include <vector>

#include "scene/curve.h"
#include "scene/each_text.h"
#include "scene/legible.h"
#include "scene/on_screen.h"

namespace greenline::scene {
namespace {

constexpr float touch_px = 0.75F;  // what floats and a card's small turn leave of two things that only touch
constexpr int samples_of_a_curve = 48;

PixelRect rect_of(const CardView& card) {
  return rect_around(card.centre, card.half_width * card.scale, card.half_height * card.scale);
}

PixelRect words_of(const CardView& card) {
  const PixelPoint at = card.centre + card.words_at;
  return {at.x, at.y, at.x + card.words->width, at.y + card.words->height};
}

// Whatever is drawn over backdrop's words and under cards.
struct Over {
  std::vector<PixelRect> pills, cards;
};

struct Text {
  PixelRect rect;
  const RegionView* region;  // whose it is; null: of none
};

std::vector<Text> texts_of_backdrop(const Backdrop& backdrop) {
  std::vector<Text> texts;
  const auto take = [&](const auto& text, const RegionView* region) { texts.push_back({text.reach.grown(-touch_px), region}); };
  for (const RegionView& region : backdrop.regions) {
    each_text_of_region(region, [&](const auto& text) { take(text, &region); });
    each_turned_text_of_region(region, [&](const auto& text) { take(text, &region); });
  }
  if (backdrop.has_line) each_text_of_line(backdrop.line, [&](const auto& text) { take(text, nullptr); });
  each_text_of_prompt(backdrop.prompt, [&](const auto& text) { take(text, nullptr); });
  return texts;
}

bool runs_through(const PixelRect& rect, std::span<const PixelPoint> line) {
  for (std::size_t i = 1; i < line.size(); ++i)
    if (passes_through(line[i - 1], line[i], rect)) return true;
  return false;
}

// The drawn edge of a region that the text does not belong to.
bool on_another_edge(const Text& text, std::span<const RegionView> regions) {
  constexpr int points_of_an_edge = 96;
  return std::any_of(regions.begin(), regions.end(), [&](const RegionView& region) {
    if (&region == text.region || !region.bounds().touches(text.rect)) return false;
    std::vector<PixelPoint> line;
    for (const geometry::Edge& edge : region.area.edges(points_of_an_edge)) {
      line.clear();
      for (const geometry::Point p : edge.points) line.push_back(pixel_at(region.pixel_from_canvas, p));
      if (edge.closed && !line.empty()) line.push_back(line.front());
      if (runs_through(text.rect, line)) return true;
    }
    return false;
  });
}

bool covered(const PixelRect& text, const std::vector<PixelRect>& by, const PixelRect* own = nullptr) {
  const PixelRect inner = text.grown(-touch_px);
  return std::any_of(by.begin(), by.end(), [&](const PixelRect& one) { return &one != own && one.touches(inner); });
}

bool crossed(const PixelRect& text, std::span<const ThreadView> threads) {
  return std::any_of(threads.begin(), threads.end(), [&](const ThreadView& thread) {
    if (!thread.alive || thread.opacity == 0) return false;
    const PixelRect wide = text.grown(thread.width / 2);
    for (int i = 0; i < samples_of_a_curve; ++i) {
      const float t = static_cast<float>(i) / samples_of_a_curve, next = static_cast<float>(i + 1) / samples_of_a_curve;
      const bool drawn = next <= thread.gap_from || t >= thread.gap_to;
      if (drawn && passes_through(point_on(thread.curve, t), point_on(thread.curve, next), wide)) return true;
    }
    return false;
  });
}

int covered_texts(const Scene& scene, const Over& over) {
  int count = 0;
  const std::vector<Text> texts = texts_of_backdrop(scene.backdrop());
  for (const Text& text : texts) {
    const bool another_lies_there =
        std::ranges::any_of(texts, [&](const Text& other) { return &other != &text && other.rect.touches(text.rect); });
    const bool dotted = std::ranges::any_of(scene.gatherings(), [&](const GatheringView& gathering) {
      return std::ranges::any_of(gathering.dots, [&](PixelPoint dot) { return text.rect.contains(dot); });
    });
    const bool is_covered = another_lies_there || dotted || covered(text.rect, over.pills) || covered(text.rect, over.cards) ||
                            crossed(text.rect, scene.threads()) || on_another_edge(text, scene.backdrop().regions);
    count += is_covered ? 1 : 0;
  }
  for (const PixelRect& pill : over.pills) count += covered(pill, over.pills, &pill) || covered(pill, over.cards) ? 1 : 0;
  return count;
}

// Each card against those that are drawn after it.
void read_cards(const Scene& scene, Reading& reading, std::vector<PixelRect>& rects) {
  std::vector<std::uint32_t> order;
  scene.resting_cards_in({-1e6F, -1e6F, 1e6F, 1e6F}, order);
  order.insert(order.end(), scene.moving_cards().begin(), scene.moving_cards().end());
  std::vector<const CardView*> cards;
  for (const std::uint32_t slot : order)
    if (scene.cards()[slot].alive) cards.push_back(&scene.cards()[slot]);
  for (const CardView* card : cards) rects.push_back(rect_of(*card));
  // Of those that begin further left, the ones that reach this far.
  std::vector<std::size_t> from_left(cards.size());
  for (std::size_t i = 0; i < from_left.size(); ++i) from_left[i] = i;
  std::sort(from_left.begin(), from_left.end(), [&](std::size_t a, std::size_t b) { return rects[a].x0 < rects[b].x0; });
  std::vector<std::vector<std::size_t>> over(cards.size());
  for (std::size_t i = 0; i < from_left.size(); ++i)
    for (std::size_t k = i + 1; k < from_left.size() && rects[from_left[k]].x0 < rects[from_left[i]].x1; ++k) {
      const std::size_t under = std::min(from_left[i], from_left[k]), upper = std::max(from_left[i], from_left[k]);
      if (!rects[under].grown(-touch_px).touches(rects[upper].grown(-touch_px))) continue;
      ++reading.overlapping_pairs;
      over[under].push_back(upper);
    }
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const CardView& card = *cards[i];
    ++reading.cards;
    const bool is_edge = !card.veiled && !card.words && card.ink == nullptr;
    if (card.leaf || is_edge) {
      ++reading.leaves;
      continue;
    }
    const auto is_seen = [&](const PixelRect& part) {
      return std::none_of(over[i].begin(), over[i].end(),
                          [&](std::size_t upper) { return rects[upper].touches(part.grown(-touch_px)); });
    };
    const PixelRect all = card.words && card.ink == nullptr ? words_of(card) : rects[i];
    PixelRect first = all;
    if (card.words) {
      first = words_of(card);
      first.y1 = first.y0 + first.height() / static_cast<float>(std::max(card.words->lines, 1));
    } else if (card.ink != nullptr) {
      first.y1 = first.centre().y;  // the upper half of a drawing
    } else {
      first.y1 = std::min(first.y1, first.y0 + scene.type_px());  // a veiled card shows that it is there
    }
    reading.whole += is_seen(all) && !(card.words && card.words->cut) ? 1 : 0;
    const bool begins = is_seen(first);
    reading.first_line += begins ? 1 : 0;
    (card.veiled ? reading.leaves : reading.covered_words) += begins ? 0 : 1;  // a veiled one has no words
  }
}

}  // namespace

Reading reading_of(const Scene& scene) {
  Reading reading;
  Over over;
  read_cards(scene, reading, over.cards);
  for (const ThreadView& thread : scene.threads())
    if (thread.alive && thread.word) over.pills.push_back(thread.pill);
  for (const GatheringView& gathering : scene.gatherings())
    if (gathering.name.block) over.pills.push_back(gathering.pill);
  reading.covered_words += covered_texts(scene, over);
  reading.type_px = scene.type_px() * scene.camera().zoom;
  reading.capitals_mm = reading.type_px * capital_of_em(text::Face::words) / scene.stage().pixels_per_mm;
  return reading;
}

}  // namespace greenline::scene
