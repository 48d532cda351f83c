#include "content/waiting.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "content/slips.h"

namespace greenline::content {
namespace {

using Json = nlohmann::ordered_json;

constexpr double strip_at_side = 0.38;   // canvas units that a layout grows by at each of two sides
constexpr double most_half = 0.24;       // of a place, along the side
constexpr double across_half = 0.165;    // and across it
constexpr double between_places = 0.03;  // between two places
constexpr double corner_radius = 0.06;   // of their corners
constexpr double name_from_top = 0.16;   // of a place's half height

Json canvas_json(const std::string& text) {
  const Mended mended = mend(text);
  return Json::parse(mended.changed() ? mended.text : mended.utf8.empty() ? text : mended.utf8, nullptr, false);
}

Json json_of(const LocalText& text) {
  Json made = Json::object();
  for (const auto& [language, words] : text) made[language] = words;
  return made;
}

Json json_of(const Region& region) {
  Json made = {{"id", region.id}, {"colour", region.style.colour}, {"permeable", region.style.permeable}};
  if (region.style.is_protected) made["protected"] = true;
  made["label"] = json_of(region.label);
  if (!region.help.empty()) made["help"] = json_of(region.help);
  return made;
}

bool is_called(const Json& object, const char* key, const std::string& id) {
  return object.is_object() && object.value(key, std::string()) == id;
}

void take_out(Json& list, const char* key, const std::string& id) {
  if (!list.is_array()) return;
  Json kept = Json::array();
  for (Json& one : list)
    if (!is_called(one, key, id)) kept.push_back(std::move(one));
  list = std::move(kept);
}

// Places 0, 2, 4 … at the first side, 1, 3, 5 … at the other, each side from its beginning.
void lay_at_the_sides(Json& layout, std::span<const Region> waiting) {
  const double width = layout.value("width", 1.0), height = layout.value("height", 1.0);
  const bool wide = width >= height;
  const double side = wide ? width / 2 + strip_at_side / 2 : height / 2 + strip_at_side / 2, along = wide ? height : width;
  layout[wide ? "width" : "height"] = (wide ? width : height) + 2 * strip_at_side;
  const std::size_t rows = (waiting.size() + 1) / 2;
  const double cell = along / static_cast<double>(rows);
  const double half = std::min(most_half, cell / 2 - between_places / 2);
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    const bool first = i % 2 == 0;
    const std::size_t row = i / 2;
    const double at = cell * (static_cast<double>(row) + 0.5) - along / 2;
    // The left column and the upper row come first; a column is read from its top.
    const double x = wide ? (first ? -side : side) : at, y = wide ? -at : (first ? side : -side);
    const double across = wide ? across_half : half, up = wide ? half : across_half;
    layout["regions"].push_back({{"region", waiting[i].id},
                                 {"rounded", {{"centre", {x, y}}, {"radius", {across, up}}, {"rounding", corner_radius}}},
                                 {"label", {x, y + up * (1 - name_from_top)}}});
  }
}

}  // namespace

bool is_shown(const Region& region, const Activity& activity) { return !region.optional || activity.outer_ring; }

Region waiting_place(std::string id, LocalText name, RegionStyle style, LocalText help) {
  Region made{.id = std::move(id),
              .label = std::move(name),
              .help = std::move(help),
              .prompt = {},
              .style = std::move(style),
              .opens_when = {}};
  made.style.permeable = true;
  made.style.lit = false;
  return made;
}

tl::expected<Pack, Diagnostics> with_waiting_places(const Pack& pack, std::span<const Region> waiting) {
  if (waiting.empty()) return pack;
  Json canvas = canvas_json(pack.canvas_text);
  for (const Region& region : waiting) {
    take_out(canvas["regions"], "id", region.id);
    canvas["regions"].push_back(json_of(region));
  }
  for (Json& layout : canvas["layouts"]) {
    for (const Region& region : waiting) take_out(layout["regions"], "region", region.id);
    lay_at_the_sides(layout, waiting);
  }
  return pack_from_texts(pack.activity_text, canvas.dump(1) + "\n", pack.activity.id);
}

std::optional<std::vector<Region>> waiting_places_in(const Pack& carried, const Pack& pack) {
  if (same_pack(carried, pack)) return std::vector<Region>();
  if (carried.activity_text != pack.activity_text || carried.canvas.id != pack.canvas.id) return std::nullopt;
  const auto as_written = parse_canvas(carried.canvas_text, carried.canvas.id);  // no language filled in
  if (!as_written) return std::nullopt;
  std::vector<Region> waiting;
  for (const Region& region : as_written->regions) {
    const Region* own = find_region(pack.canvas, region.id);
    if (own == nullptr || (!is_shown(*own, pack.activity) && !region.optional)) waiting.push_back(region);
  }
  const auto again = with_waiting_places(pack, waiting);
  if (waiting.empty() || !again || !same_pack(*again, carried)) return std::nullopt;
  return waiting;
}

}  // namespace greenline::content
