#include "content/drawn_pack.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <numbers>
#include <set>
#include <span>
#include <vector>

#include "content/id_of_words.h"
#include "content/reader.h"
#include "content/utf8.h"

namespace greenline::content {
namespace {

using DrawnJson = nlohmann::ordered_json;

// Canvas units. A strip holds a question of one or two lines and how people are together.
constexpr float strip = 0.13F, strip_of_tall = 0.2F, strip_margin = 0.02F;
constexpr float tall = 16.0F / 9;
constexpr float not_worth_a_layout = 1.1F;  // of one height by the other

// Ten thousandths: what rounding takes is nothing that anybody sees, and the files stay readable.
double rounded(float x) { return std::round(static_cast<double>(x) * 10000) / 10000; }

DrawnJson written(geometry::Point p) { return DrawnJson::array({rounded(p.x), rounded(p.y)}); }

float ground_of(const DrawnShape& shape) {
  if (!shape.is_polygon()) return std::numbers::pi_v<float> * shape.radius.width * shape.radius.height;
  float twice = 0;
  for (std::size_t i = 0; i < shape.corners.size(); ++i)
    twice += cross(shape.corners[i], shape.corners[(i + 1) % shape.corners.size()]);
  return std::abs(twice) / 2;
}

void write_shape(DrawnJson& region, const DrawnShape& shape, float times) {
  if (shape.is_polygon()) {
    DrawnJson corners = DrawnJson::array();
    for (const geometry::Point corner : shape.corners) corners.push_back(written(corner * times));
    region["polygon"] = {{"corners", std::move(corners)}, {"rounding", rounded(shape.rounding * times)}};
    return;
  }
  const geometry::Half& radius = shape.radius;
  DrawnJson size = rounded(radius.width * times);
  if (radius.width != radius.height) size = DrawnJson::array({rounded(radius.width * times), rounded(radius.height * times)});
  region["ellipse"] = {{"centre", written(shape.centre * times)}, {"radius", std::move(size)}};
}

// Where the middle of a region's name stands, picture units: as high as nearly the widest words have room, so that cards have
// one ground under it, and beside the regions that lie in this one. Where there is no such place, where there is most room.
geometry::Point place_for_name(const DrawnRegion& region, std::span<const DrawnRegion* const> all) {
  constexpr float wide_by_high = 3, nearly = 0.8F, half_line = 0.05F, step = 0.01F;
  const geometry::Area area = region.shape.area();
  const geometry::Box room = area.room_for_words(wide_by_high);
  std::vector<geometry::Area> inner;
  for (const DrawnRegion* other : all)
    if (other != &region && ground_of(other->shape) < ground_of(region.shape)) inner.push_back(other->shape.area());
  const geometry::Half half{nearly * room.width() / 2, half_line};
  for (geometry::Point at{room.centre().x, area.bounds().y1 - half_line}; at.y > area.bounds().y0; at.y -= step)
    if (area.holds(at, half) &&
        std::ranges::all_of(inner, [&](const geometry::Area& other) { return other.is_clear_of(at, half); }))
      return at;
  return room.centre();
}

// The picture in a layout, and the strip for the question right above it.
struct DrawnLayout {
  float width = 1, height = 1;  // of the layout
  float picture_height = 1;     // across it fills it
  float strip = 0;              // of the question
};

DrawnLayout wide_layout(float wide_by_high) {
  DrawnLayout made{.picture_height = 1 - 2 * strip, .strip = strip};
  made.width = wide_by_high * made.picture_height;
  if (made.width < 1) {
    made.width = 1;
    made.picture_height = 1 / wide_by_high;
  }
  made.height = made.picture_height + 2 * strip;
  return made;
}

DrawnLayout tall_layout(float wide_by_high) {
  DrawnLayout made{.picture_height = 1 / wide_by_high};
  made.height = std::max(made.picture_height + 2 * strip, tall);
  made.strip = std::min(strip_of_tall, (made.height - made.picture_height) / 2);
  return made;
}

DrawnJson written(const DrawnLayout& layout, std::span<const DrawnRegion* const> regions, std::span<const std::string> ids,
                  float picture_width) {
  DrawnJson placed = DrawnJson::array();
  for (std::size_t i = 0; i < regions.size(); ++i) {
    DrawnJson region = {{"region", ids[i]}};
    const float times = layout.width / picture_width;
    write_shape(region, regions[i]->shape, times);
    region["label"] = written(place_for_name(*regions[i], regions) * times);
    placed.push_back(std::move(region));
  }
  const float side = layout.width / 2 - strip_margin, bottom = layout.picture_height / 2;
  return {{"name", "picture"},
          {"width", rounded(layout.width)},
          {"height", rounded(layout.height)},
          {"prompt",
           {{"left", rounded(-side)},
            {"bottom", rounded(bottom + strip_margin)},
            {"right", rounded(side)},
            {"top", rounded(bottom + layout.strip - strip_margin)}}},
          {"regions", std::move(placed)}};
}

// What a file is called may be anything at all; people read a title.
std::string title_of(const DrawnPack& pack) {
  const bool readable =
      first_ill_formed(pack.title) == pack.title.size() && pack.title.find_first_not_of(" \t\n") != std::string::npos &&
      std::ranges::none_of(pack.title, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  return readable ? shortened(to_nfc(pack.title), max_name_bytes - 4) : pack.id;
}

std::string file_of(const DrawnJson& json) { return json.dump(2, ' ', false, DrawnJson::error_handler_t::replace) + "\n"; }

}  // namespace

std::string_view colour_of(const DrawnRegion& region) {
  constexpr std::array<std::string_view, 9> roles = {"practice", "engagement", "interest",  "information", "relationships",
                                                     "process",  "pattern",    "structure", "identity"};
  return roles[static_cast<std::size_t>(std::max(region.number - 1, 0)) % roles.size()];
}

std::string canvas_from(const DrawnCanvas& drawn, const DrawnPack& pack) {
  std::vector<const DrawnRegion*> regions;
  for (const DrawnRegion& region : drawn.regions()) regions.push_back(&region);
  std::ranges::stable_sort(regions, [](const DrawnRegion* one, const DrawnRegion* other) {
    return ground_of(one->shape) > ground_of(other->shape);
  });
  std::set<std::string> taken;
  std::vector<std::string> ids;
  DrawnJson named = DrawnJson::array();
  for (const DrawnRegion* region : regions) {
    ids.push_back(id_of_words(region->name, taken, "place-" + std::to_string(region->number)));
    named.push_back({{"id", ids.back()},
                     {"colour", colour_of(*region)},
                     {"label", {{pack.language, shortened(to_nfc(region->name), max_name_bytes - 4)}}}});
  }
  const geometry::Box& picture = drawn.picture();
  const float wide_by_high = picture.width() / picture.height();
  const DrawnLayout wide = wide_layout(wide_by_high), high = tall_layout(wide_by_high);
  DrawnJson layouts = DrawnJson::array({written(wide, regions, ids, picture.width())});
  if (high.height * wide.width > not_worth_a_layout * wide.height * high.width)
    layouts.push_back(written(high, regions, ids, picture.width()));
  return file_of({{"$schema", "../.vscode/canvas.schema.json"},
                  {"greenline", "canvas"},
                  {"version", 1},
                  {"id", pack.id},
                  {"title", {{pack.language, title_of(pack)}}},
                  {"picture", pack.picture},
                  {"regions", std::move(named)},
                  {"layouts", std::move(layouts)}});
}

std::string activity_from(const DrawnPack& pack, const Strings& strings) {
  const auto said = [&](std::string_view key) { return DrawnJson{{pack.language, strings(key, pack.language)}}; };
  const DrawnJson phase = {
      {"id", "name"},  {"title", said("drawn.phase")},      {"prompt", said("drawn.prompt")}, {"modes", {"wall"}},
      {"minutes", 15}, {"verbs", {"name", "place", "move"}}};
  return file_of(
      {{"$schema", "../.vscode/activity.schema.json"},
       {"greenline", "activity"},
       {"version", 1},
       {"id", pack.id},
       {"canvas", pack.id},
       {"layout", "picture"},
       {"languages", {pack.language}},
       {"title", {{pack.language, title_of(pack)}}},
       {"credits", DrawnJson::array()},
       {"people", {{"min", 6}, {"max", 60}}},
       {"harvest", {{"what", said("listed.what")}, {"how", said("listed.how")}, {"why", said("listed.why")}, {"keep", true}}},
       {"phases", DrawnJson::array({phase})}});
}

std::string manifest_from(const DrawnPack& pack, const Strings& strings) {
  return file_of({{"$schema", ".vscode/pack.schema.json"},
                  {"greenline", "pack"},
                  {"id", pack.id},
                  {"version", "1.0.0"},
                  {"needs_greenline", "0.1"},
                  {"languages", {pack.language}},
                  {"title", {{pack.language, title_of(pack)}}},
                  {"licence", strings("listed.licence", pack.language)},
                  {"picture", pack.picture},
                  {"activities", {pack.id}}});
}

}  // namespace greenline::content
