// A convening to put cards into, and what its cards need, for tests of where they rest.
#pragma once
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <utility>

#include "arrange/arrangement.h"
#include "content/load.h"
#include "model/event.h"
#include "places.h"

namespace greenline::arrange {

inline content::Canvas canvas_of(const std::string& name) {
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

// As if sixteen letters made a line.
inline Sheet measure(const model::Card& card) {
  return sheet_of_lines(1 + static_cast<int>(card.saying.value.words.size() / 16), line_spacing);
}
inline Arrangement arranged(const model::Convening& convening, const Ground& ground) {
  return arrange(convening, ground, measure);
}
inline Half half_of(const Arrangement& made, const Rested& one) { return {card_ems / 2 * made.type.em, one.tall / 2}; }
inline Box box_of(const Arrangement& made, const Rested& one) { return geometry::box_around(one.at, half_of(made, one)); }
// What is seen of it.
inline Box seen_of(const Arrangement& made, const Rested& one) {
  Box box = box_of(made, one);
  box.y0 = box.y1 - one.shown;
  return box;
}

// A convening to put cards into, event by event.
struct Room {
  model::Convening convening;
  std::uint64_t events = 0;
  void happens(model::EventBody body) {
    ++events;
    apply(convening, {numbered<model::EventId>(events), {1000 + static_cast<std::int64_t>(events), 0, {}}, std::move(body)});
  }
  model::CardId card(model::Place place, const std::string& words = "we ask") {
    const auto id = numbered<model::CardId>(events + 1);
    happens(model::CardMade{id, {words, "en", {}}, std::move(place), {}, false});
    return id;
  }
  void crowd(const content::Canvas& canvas, int count) {
    std::minstd_rand random(5);
    const auto anywhere = [&] { return static_cast<float>(random() % 1900) / 1000 - 0.95F; };
    for (int i = 0; i < count; ++i) {
      const std::string region = canvas.regions[random() % canvas.regions.size()].id;
      const float x = anywhere(), y = anywhere();
      card({region, {x, y}}, std::string(random() % 64, 'w'));  // of one line to four
    }
  }
};

}  // namespace greenline::arrange
