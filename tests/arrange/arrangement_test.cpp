// Where everything rests: a pure function of the convening and the layout, told by a hash.
#include "arrange/arrangement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>

#include "content/load.h"
#include "geometry/forms.h"
#include "model/event.h"
#include "places.h"

namespace greenline::arrange {
namespace {

content::Canvas canvas_of(const std::string& name) {
  std::ifstream in(source_folder() / "content/canvases" / (name + ".json"), std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto canvas = content::parse_canvas(text, name);
  EXPECT_TRUE(canvas) << name;
  return canvas ? *std::move(canvas) : content::Canvas();
}

template <class AnyId>
AnyId numbered(std::uint64_t number) {
  AnyId id;
  id.bytes = model::uuid_v7(static_cast<std::int64_t>(number), number, number * 0x9E3779B97F4A7C15ULL);
  return id;
}

// A convening to put cards into, event by event.
struct Room {
  model::Convening convening;
  std::uint64_t events = 0;
  void happens(model::EventBody body) {
    ++events;
    apply(convening, {numbered<model::EventId>(events), {1000 + static_cast<std::int64_t>(events), 0, {}}, std::move(body)});
  }
  model::CardId card(model::Place place) {
    const auto id = numbered<model::CardId>(events + 1);
    happens(model::CardMade{id, {"we ask", "en", {}}, std::move(place), {}, false});
    return id;
  }
  void crowd(const content::Canvas& canvas, int count) {
    std::minstd_rand random(5);
    const auto anywhere = [&] { return static_cast<float>(random() % 1900) / 1000 - 0.95F; };
    for (int i = 0; i < count; ++i) {
      const std::string region = canvas.regions[random() % canvas.regions.size()].id;
      const float x = anywhere(), y = anywhere();
      card({region, {x, y}});
    }
  }
};

TEST(Arrangement, IsTheSameForTheSameConvening) {
  const content::Canvas canvas = canvas_of("six-circles");
  Room room;
  room.crowd(canvas, 60);
  const Ground ground{canvas, canvas.layouts.front()};
  EXPECT_EQ(arrange(room.convening, ground), arrange(room.convening, ground));
}

TEST(Arrangement, IsAnotherOnceACardIsMoved) {
  const content::Canvas canvas = canvas_of("six-circles");
  Room room;
  room.crowd(canvas, 20);
  const auto card = room.card({"identity", {0, 0}});
  const Ground ground{canvas, canvas.layouts.front()};
  const std::uint64_t before = hash_of(arrange(room.convening, ground));
  room.happens(model::CardMoved{card, {"identity", {0.3F, -0.3F}}});
  EXPECT_NE(hash_of(arrange(room.convening, ground)), before);
}

TEST(Arrangement, StandsACardOfNoCardTakenBack) {
  const content::Canvas canvas = canvas_of("six-circles");
  Room room;
  const auto card = room.card({"identity", {0, 0}});
  room.happens(model::CardTakenBack{card});
  EXPECT_TRUE(arrange(room.convening, {canvas, canvas.layouts.front()}).cards.empty());
}

TEST(Arrangement, KeepsCardsOffWords) {
  const content::Canvas canvas = canvas_of("six-circles");
  Room room;
  room.crowd(canvas, 60);
  const Box words = geometry::box_around({}, {0.3F, 0.06F});
  const Arrangement made = arrange(room.convening, {canvas, canvas.layouts.front(), false, {words}});
  for (const Rested& one : made.cards) EXPECT_FALSE(words.touches(geometry::box_around(one.at, made.card).grown(-grain)));
}

// A region of each shape that a canvas may have, filled: nobody here knows which it is.
class RegionOf : public testing::TestWithParam<geometry::FormKindOf> {};
INSTANTIATE_TEST_SUITE_P(EveryShape, RegionOf, testing::ValuesIn(geometry::form_kinds),
                         [](const auto& kind) { return std::string(kind.param().key); });

TEST_P(RegionOf, HoldsItsCardsWholeAndApart) {
  content::Canvas canvas;
  canvas.regions.emplace_back().id = "here";
  content::Layout& layout = canvas.layouts.emplace_back();
  layout.width = 1.8F;
  layout.regions.push_back({"here", GetParam()().make(GetParam()().example, {-0.9F, -0.5F, 0.9F, 0.5F}), {}});
  Room room;
  room.crowd(canvas, 12);
  const Arrangement made = arrange(room.convening, {canvas, layout});
  ASSERT_EQ(made.cards.size(), 12U);
  for (const Rested& one : made.cards) {
    EXPECT_TRUE(layout.regions.front().area.holds(one.at, {made.card.width - 0.001F, made.card.height - 0.001F}));
    for (const Rested& other : made.cards)
      if (one.card < other.card) {
        EXPECT_FALSE(geometry::box_around(one.at, made.card).grown(-grain).touches(geometry::box_around(other.at, made.card)));
      }
  }
}

// The same figures from g++ and from clang++, at any optimisation: pushing, spots, rows and more than there is room for.
TEST(Arrangement, IsTheSameToTheLastBitForEveryCompiler) {
  std::vector<std::string> hashes;
  for (const char* name : {"six-circles", "nested-communities", "nested-sectors"})
    for (const int cards : {5, 60, 500}) {
      const content::Canvas canvas = canvas_of(name);
      Room room;
      room.crowd(canvas, cards);
      hashes.push_back(hash_text(arrange(room.convening, {canvas, canvas.layouts.front()})));
    }
  EXPECT_EQ(hashes, (std::vector<std::string>{"247b69a4bd7f3a24", "c31570aded959b69", "6a63c6c34b75d64d", "081ec19f8d4571e7",
                                              "6c3e5ae4fb2960ca", "15bd3094741e6dd9", "bf619ff462a47ff4", "1bd90fe179848a36",
                                              "930440c5f0d1f4d5"}));
}

}  // namespace
}  // namespace greenline::arrange
