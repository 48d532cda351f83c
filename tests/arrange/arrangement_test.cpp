// Where everything rests: a pure function of the convening and the layout, told by a hash.
#include "arrange/arrangement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "arrange/room.h"
#include "geometry/forms.h"

namespace greenline::arrange {
namespace {

TEST(Arrangement, IsTheSameForTheSameConvening) {
  const content::Canvas canvas = canvas_of("six-circles");
  Room room;
  room.crowd(canvas, 60);
  const Ground ground{canvas, canvas.layouts.front()};
  EXPECT_EQ(arranged(room.convening, ground), arranged(room.convening, ground));
}

TEST(Arrangement, IsAnotherOnceACardIsMoved) {
  const content::Canvas canvas = canvas_of("six-circles");
  Room room;
  room.crowd(canvas, 20);
  const auto card = room.card({"identity", {0, 0}});
  const Ground ground{canvas, canvas.layouts.front()};
  const std::uint64_t before = hash_of(arranged(room.convening, ground));
  room.happens(model::CardMoved{card, {"identity", {0.3F, -0.3F}}});
  EXPECT_NE(hash_of(arranged(room.convening, ground)), before);
}

TEST(Arrangement, StandsACardOfNoCardTakenBack) {
  const content::Canvas canvas = canvas_of("six-circles");
  Room room;
  const auto card = room.card({"identity", {0, 0}});
  room.happens(model::CardTakenBack{card});
  EXPECT_TRUE(arranged(room.convening, {canvas, canvas.layouts.front()}).cards.empty());
}

TEST(Arrangement, KeepsCardsOffWords) {
  const content::Canvas canvas = canvas_of("six-circles");
  Room room;
  room.crowd(canvas, 60);
  const Box words = geometry::box_around({}, {0.3F, 0.06F});
  const Arrangement made = arranged(room.convening, {canvas, canvas.layouts.front(), false, {words}});
  for (const Rested& one : made.cards) EXPECT_FALSE(words.touches(box_of(made, one).grown(-grain)));
}

TEST(Arrangement, LeavesThreadsGroundWhereCardsSettleByThem) {
  content::Canvas canvas = canvas_of("network");
  const auto filled = [&] {
    Room room;
    room.crowd(canvas, 40);
    const Arrangement made = arranged(room.convening, {canvas, canvas.layouts.front()});
    float cards = 0;
    for (const Rested& one : made.cards) cards += box_of(made, one).width() * one.tall;
    return cards / make_zones({canvas, canvas.layouts.front()}).places.front().size;
  };
  EXPECT_LT(filled(), 0.45F);
  canvas.settling.by_threads = false;
  EXPECT_GT(filled(), 0.55F) << "elsewhere cards take the ground that there is";
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
  const Arrangement made = arranged(room.convening, {canvas, layout});
  ASSERT_EQ(made.cards.size(), 12U);
  for (const Rested& one : made.cards) {
    EXPECT_TRUE(layout.regions.front().area.holds(one.at, {half_of(made, one).width - 0.001F, one.tall / 2 - 0.001F}));
    for (const Rested& other : made.cards)
      if (one.card < other.card) {
        EXPECT_FALSE(box_of(made, one).grown(-grain).touches(box_of(made, other)));
      }
  }
}

// One region on an empty layout.
content::Canvas one_region(std::vector<float> centre, std::vector<float> radius) {
  content::Canvas canvas;
  canvas.regions.emplace_back().id = "here";
  content::Layout& layout = canvas.layouts.emplace_back();
  layout.width = 1.8F;
  layout.regions.push_back(
      {"here", geometry::rounded_kind().make({std::move(centre), std::move(radius), {0.05F}}, {-0.9F, -0.5F, 0.9F, 0.5F}), {}});
  return canvas;
}

struct AFillingRegion : testing::Test {
  content::Canvas canvas = one_region({0, 0}, {0.3F, 0.2F});
  Room room;
  std::uint32_t turn = 7;
  [[nodiscard]] Arrangement with(int cards) {
    while (static_cast<int>(room.convening.cards.size()) < cards) {
      turn = turn * 1664525U + 1013904223U;
      const auto share = [&](std::uint32_t bits) { return static_cast<float>(bits & 0xFFU) / 128 - 1; };
      room.card({"here", {share(turn >> 8U), share(turn >> 16U)}}, std::string((turn >> 24U) % 64, 'w'));
    }
    return arranged(room.convening, {canvas, canvas.layouts.front()});
  }
};

TEST_F(AFillingRegion, HasOneWidthAndIsAsHighAsEachCardsWordsNeed) {
  const Arrangement made = with(12);
  for (const Rested& one : made.cards) {
    const Sheet needs = measure(room.convening.cards.at(one.card));
    EXPECT_FLOAT_EQ(one.tall, needs.tall_ems() * made.type.em);
    EXPECT_FLOAT_EQ(one.shown, one.tall);
  }
}

TEST_F(AFillingRegion, ShrinksItsTypeInCalmStepsAndNeverBelowWhatCanBeRead) {
  float last = 1;
  int sizes = 0;
  for (int cards = 1; cards < 60; ++cards) {
    const TypeSize type = with(cards).type;
    EXPECT_FALSE(type.leaves);
    EXPECT_GE(type.em, 12 * grain);
    EXPECT_LE(type.em, last);
    sizes += type.em != last ? 1 : 0;
    last = type.em;
  }
  EXPECT_LE(sizes, 18);
  EXPECT_EQ(last, 12 * grain);
}

TEST_F(AFillingRegion, ShowsWholeCardsThenFirstLinesThenLeaves) {
  bool shingled = false, leaves = false;
  for (int cards = 20; cards < 440; cards += 20) {
    const Arrangement made = with(cards);
    const bool covers =
        std::any_of(made.cards.begin(), made.cards.end(), [](const Rested& one) { return one.shown < one.tall; });
    EXPECT_FALSE(covers && made.type.leaves);
    EXPECT_FALSE(shingled && !covers && !made.type.leaves) << cards << " cards stand whole where fewer did not";
    EXPECT_FALSE(leaves && !made.type.leaves) << cards;
    shingled |= covers;
    leaves |= made.type.leaves;
  }
  EXPECT_TRUE(shingled);
  EXPECT_TRUE(leaves);
}

// Of a wall that nobody could read because one place is overfull, all can be read but some of that place.
TEST_F(AFillingRegion, ShowsTheEdgesOfItsOldestCardsWhereNotAllFirstLinesFindRoom) {
  canvas.regions.emplace_back().id = "there";
  canvas.layouts.front().regions.push_back(
      {"there", geometry::rounded_kind().make({{0.6F, 0}, {0.2F, 0.2F}, {0.05F}}, {-0.9F, -0.5F, 0.9F, 0.5F}), {}});
  const model::CardId elsewhere = room.card({"there", {0, 0}}, std::string(40, 'w'));
  int most_edges = 0;
  for (int cards = 100; cards <= 260; cards += 20) {
    const Arrangement made = with(cards);
    if (made.type.leaves) break;
    std::map<float, std::vector<const Rested*>> columns;
    int edges = 0;
    const auto is_edge = [&](const Rested& one) {
      return one.shown <
             std::min(one.tall, made.type.of(measure(room.convening.cards.at(one.card))).first_ems() * made.type.em * 0.9F);
    };
    for (const Rested& one : made.cards) {
      if (one.card == elsewhere) {
        EXPECT_EQ(one.shown, one.tall);
        continue;
      }
      columns[one.at.x].push_back(&one);
      edges += is_edge(one) ? 1 : 0;
      EXPECT_GE(one.shown + grain / 100, sliver_ems * made.type.em);
      for (const Rested& other : made.cards)
        if (one.card < other.card) {
          EXPECT_FALSE(seen_of(made, one).grown(-grain / 10).touches(seen_of(made, other))) << cards << " cards";
        }
    }
    EXPECT_LE(edges, cards * (one_line_in - 1) / one_line_in) << cards;
    most_edges = std::max(most_edges, edges);
    for (auto& [x, column] : columns) {  // in the order of their ids: of their age
      const auto newest_edge = std::find_if(column.rbegin(), column.rend(), [&](const Rested* one) { return is_edge(*one); });
      const auto older = std::count_if(newest_edge, column.rend(), [&](const Rested* one) { return !is_edge(*one); });
      EXPECT_LE(older, 1) << "only the one at the column's foot is whole for where it stands";
    }
  }
  EXPECT_GT(most_edges, 30);
}

TEST_F(AFillingRegion, HasLeavesThatUseItsGround) {
  const Arrangement made = with(400);
  ASSERT_TRUE(made.type.leaves);
  const Half leaf = half_of(made, made.cards.front());
  const float covered = 4 * leaf.width * leaf.height * static_cast<float>(made.cards.size()), ground = 0.6F * 0.4F;
  EXPECT_GT(covered, 0.5F * ground);
}

// Of a shingle its first line, of all others everything.
TEST_F(AFillingRegion, CoversNothingThatIsToBeSeen) {
  for (int cards = 4; cards <= 100; cards += 4) {
    const Arrangement made = with(cards);
    if (made.type.leaves) continue;
    for (const Rested& one : made.cards) {
      const Sheet needs = made.type.of(measure(room.convening.cards.at(one.card)));
      EXPECT_GE(one.shown + grain / 100, std::min(one.tall, needs.first_ems() * made.type.em));
      EXPECT_TRUE(canvas.layouts.front().regions.front().area.holds(one.at, {half_of(made, one).width * 0.999F, one.tall / 2}))
          << cards;
      for (const Rested& other : made.cards) {
        if (one.card < other.card) {
          EXPECT_FALSE(seen_of(made, one).grown(-grain / 10).touches(seen_of(made, other))) << cards << " cards";
        }
      }
    }
  }
}

TEST_F(AFillingRegion, MovesNoOtherCardFurtherThanACardsWidthWhenOneIsMoved) {
  const Arrangement before = with(30);
  const model::CardId moved = before.cards[11].card;
  room.happens(model::CardMoved{moved, {"here", {-0.8F, 0.6F}}});
  const Arrangement after = with(30);
  ASSERT_EQ(after.type, before.type);
  const float width = card_ems * before.type.em;
  int further = 0;
  for (std::size_t i = 0; i < before.cards.size(); ++i)
    if (before.cards[i].card != moved && std::abs(after.cards[i].at.x - before.cards[i].at.x) > width * 1.1F) ++further;
  EXPECT_EQ(further, 0);
}

// Cards one after another until the last made all of them smaller.
struct ABrimfulRegion : AFillingRegion {
  ABrimfulRegion() {
    canvas.regions.emplace_back().id = "there";
    canvas.layouts.front().regions.push_back(
        {"there", geometry::rounded_kind().make({{0.6F, 0}, {0.2F, 0.2F}, {0.05F}}, {-0.9F, -0.5F, 0.9F, 0.5F}), {}});
    int cards = 12;
    full = with(cards).type;
    for (TypeSize next = with(++cards).type; next == full; next = with(++cards).type) continue;
    smaller = with(cards).type;
    last = numbered<model::CardId>(room.events);
  }
  [[nodiscard]] TypeSize type() const { return arranged(room.convening, {canvas, canvas.layouts.front()}).type; }
  TypeSize full, smaller;
  model::CardId last;
};

TEST_F(ABrimfulRegion, DoesNotGrowBackForTheOneCardThatIsTakenBackAgain) {
  ASSERT_LT(smaller.em, full.em);
  room.happens(model::CardTakenBack{last});
  EXPECT_EQ(type(), smaller);
}

TEST_F(ABrimfulRegion, KeepsItsTypeWhileACardIsCarriedToAndFro) {
  for (int times = 0; times < 3; ++times) {
    room.happens(model::CardMoved{last, {"there", {0, 0}}});
    EXPECT_EQ(type(), smaller);
    room.happens(model::CardMoved{last, {"here", {0.1F, 0.1F}}});
    EXPECT_EQ(type(), smaller);
  }
}

TEST_F(ABrimfulRegion, KeepsItsTypeForAnotherCardInThePlaceOfOneThatLeft) {
  room.happens(model::CardTakenBack{last});
  room.card({"here", {0.2F, 0.1F}}, room.convening.cards.at(last).saying.value.words);
  EXPECT_EQ(type(), smaller);
}

TEST_F(ABrimfulRegion, GrowsBackOnceThereIsClearlyMoreRoom) {
  std::vector<model::CardId> ids;
  for (const auto& [id, card] : room.convening.cards) ids.push_back(id);
  std::sort(ids.begin(), ids.end());
  for (std::size_t i = 6; i < ids.size(); ++i) room.happens(model::CardTakenBack{ids[i]});
  EXPECT_GT(type().em, full.em);
}

TEST_F(AFillingRegion, KeepsAFewCardsClearOfItsEdge) {
  room.card({"here", {-1, 1}});
  room.card({"here", {1, -0.9F}});
  const Arrangement made = arranged(room.convening, {canvas, canvas.layouts.front()});
  for (const Rested& one : made.cards) {
    const Half half = half_of(made, one);
    const float clear = 0.5F * made.type.em;
    EXPECT_TRUE(canvas.layouts.front().regions.front().area.holds(one.at, {half.width + clear, half.height + clear}));
  }
}

TEST(APermeableRegion, HoldsAWholeCardWhereItHasRoom) {
  content::Canvas canvas = one_region({0, 0}, {0.3F, 0.2F});
  canvas.regions.front().style.permeable = true;
  Room room;
  room.card({"here", {1, 0}});
  const Arrangement made = arranged(room.convening, {canvas, canvas.layouts.front()});
  const Half half = half_of(made, made.cards.front());
  EXPECT_TRUE(canvas.layouts.front().regions.front().area.holds(made.cards.front().at, half));
}

TEST(Columns, StandEvenlySpread) {
  const content::Canvas canvas = one_region({0, 0}, {0.35F, 0.3F});
  const Zones zones = make_zones({canvas, canvas.layouts.front()});
  for (const float em : {9 * grain, 12 * grain, 15 * grain, 19 * grain}) {
    std::vector<float> xs;
    for (const Column& column : columns_of(zones, zones.places.front(), em)) xs.push_back(column.x);
    xs.erase(std::unique(xs.begin(), xs.end()), xs.end());
    for (std::size_t i = 2; i < xs.size(); ++i) EXPECT_NEAR(xs[i] - xs[i - 1], xs[1] - xs[0], grain) << em / grain << " " << i;
  }
}

TEST(Columns, ReachIntoBothSidesOfARing) {
  content::Canvas canvas = one_region({0, -0.05F}, {0.85F, 0.42F});
  canvas.regions.emplace_back().id = "within";
  content::Layout& layout = canvas.layouts.front();
  layout.regions.push_back(
      {"within", geometry::rounded_kind().make({{0, -0.12F}, {0.7F, 0.3F}, {0.1F}}, {-0.9F, -0.5F, 0.9F, 0.5F}), {}});
  const Zones zones = make_zones({canvas, layout});
  float left = 0, right = 0;
  for (const Column& column : columns_of(zones, zones.places.front(), 12 * grain)) {
    if (column.x < -0.7F) left = std::max(left, column.length());
    if (column.x > 0.7F) right = std::max(right, column.length());
  }
  EXPECT_GT(left, 0.5F);
  EXPECT_GT(right, 0.5F);
}

// The same figures from g++ and from clang++, at any optimisation: pushing, spots, rows and more than there is room for.
TEST(Arrangement, IsTheSameToTheLastBitForEveryCompiler) {
  std::vector<std::string> hashes;
  for (const char* name : {"six-circles", "nested-communities", "nested-sectors"})
    for (const int cards : {5, 60, 500}) {
      const content::Canvas canvas = canvas_of(name);
      Room room;
      room.crowd(canvas, cards);
      hashes.push_back(hash_text(arranged(room.convening, {canvas, canvas.layouts.front()})));
    }
  EXPECT_EQ(hashes, (std::vector<std::string>{"0903143df58673f7", "216222a7ecab1d0b", "dc77361b5801c166", "74d6fbbaa1d86079",
                                              "c498a406c639aaab", "04251da1db858573", "f0bf35c03ebc228e", "ba1bc2ce349feab8",
                                              "77f39082420d002d"}));
}

}  // namespace
}  // namespace greenline::arrange
