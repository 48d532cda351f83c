// Reads a canvas: its regions, its backdrop, and where all stands on a wide or a tall screen.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <set>
#include <utility>

#include "content/base64.h"
#include "content/canvas_picture.h"
#include "content/palette.h"
#include "content/problem.h"
#include "content/read_area.h"
#include "content/reader.h"

namespace greenline::content {
namespace {

using model::CanvasPoint;

constexpr float words_wide_by_high = 4;  // a name with its help
constexpr float rounding = 0.001F;       // what a person may round off when writing 1.7778
constexpr std::size_t max_regions = 64, max_layouts = 16, max_shores = 8, max_twins = 8, most_cards_awaited = 100,
                      max_people_credited = 32;

std::optional<CanvasPoint> point(const Value& value) {
  const auto xy = read_point(value);
  return xy ? std::optional(CanvasPoint{xy->x, xy->y}) : std::nullopt;
}

bool within(const Layout& layout, const Box& box) {
  const float x = layout.width / 2 + rounding, y = layout.height / 2 + rounding;
  return box.x0 >= -x && box.x1 <= x && box.y0 >= -y && box.y1 <= y;
}

Box frame_of(const geometry::Area& area) {
  const geometry::Box& bounds = area.bounds();
  return {bounds.x0, bounds.y0, bounds.x1, bounds.y1};
}

std::string of_four_digits(float number) {
  char said[32];
  std::snprintf(said, sizeof said, "%.4f", static_cast<double>(number));
  return said;
}

// "a shape from -1.1600 to -0.3200 across …", for whoever moves it back in.
std::string reach_of(const geometry::Area& area, const Value& value) {
  const geometry::Box& bounds = area.bounds();
  if (bounds.empty()) return value.found();
  return "a shape: x from " + of_four_digits(bounds.x0) + " to " + of_four_digits(bounds.x1) + ", y from " +
         of_four_digits(bounds.y0) + " to " + of_four_digits(bounds.y1);
}

std::string inside_of(const Layout& layout) {
  const auto half = [](float side) { return std::to_string(side / 2).substr(0, 6); };
  return "inside the layout: x from -" + half(layout.width) + " to " + half(layout.width) + ", y from -" + half(layout.height) +
         " to " + half(layout.height);
}

Box box(Object& object, const Layout& layout) {
  Box made;
  bool whole = true;
  for (const auto& [key, side] : {std::pair("left", &made.x0), {"bottom", &made.y0}, {"right", &made.x1}, {"top", &made.y1}}) {
    const auto value = object.must_have(key, "a number, in canvas units");
    const auto read = value ? value->number(-farthest, farthest) : std::nullopt;
    whole = whole && read;
    keep(*side, read);
  }
  if (!whole) return made;
  if (made.x0 >= made.x1) object.value().wrong(Problem::upside_down, "\"left\" less than \"right\"");
  if (made.y0 >= made.y1) object.value().wrong(Problem::upside_down, "\"bottom\" less than \"top\"");
  if (!within(layout, made)) object.value().wrong(Problem::outside, "a box " + inside_of(layout));
  return made;
}

// The canvas's regions, and those of them that no place of this layout names yet: what is misspelt means one of these.
struct Names {
  const std::vector<std::string>& known;
  std::vector<std::string> free;
};

Names names_for(const std::vector<Value>& places, const std::vector<std::string>& known) {
  Names names{known, {}};
  std::set<std::string> placed;
  for (const Value& place : places) {
    const PositionIndex& index = place.reading().index();
    const NodeId region = index.member(place.node(), "region");
    if (region == no_node) continue;
    const std::size_t at = index.node(region).value_at;
    for (const std::string& name : known)
      if (index.text().substr(at, name.size() + 2) == in_quotes(name)) placed.insert(name);
  }
  std::ranges::copy_if(known, std::back_inserter(names.free), [&](const std::string& name) { return !placed.contains(name); });
  return names;
}

std::optional<std::string> region_named(const Value& value, const Names& names) {
  const PositionIndex& index = value.reading().index();
  const std::size_t from = index.node(value.node()).value_at + 1;
  const std::string name(index.text().substr(from, index.text().find('"', from) - from));
  if (!value.is_text() || std::ranges::find(names.known, name) != names.known.end())
    return value.one_of(names.known, Problem::unknown_region);
  std::string nearest = value.reading().nearest(name, names.free);
  if (nearest.empty() && names.free.size() == 1) nearest = names.free.front();
  if (nearest.empty() && names.free.empty()) nearest = value.reading().nearest(name, names.known);
  value.reading().report(value.node(), {.problem = Problem::unknown_region,
                                        .found = value.found(),
                                        .expected = one_of_text(names.known),
                                        .nearest = std::move(nearest)});
  return std::nullopt;
}

PlacedRegion placed_region(Object& object, const Layout& layout, const Names& names) {
  PlacedRegion made;
  if (const auto value = object.must_have("region", "the id of one of the canvas's regions"))
    keep(made.region, region_named(*value, names));
  if (const auto shaped = read_area(object, {-layout.width / 2, -layout.height / 2, layout.width / 2, layout.height / 2})) {
    made.area = shaped->area;
    if (made.area.bounds().empty() || !within(layout, frame_of(made.area)))
      shaped->value.reading().report(shaped->value.node(),
                                     {Problem::outside, reach_of(made.area, shaped->value), "a shape " + inside_of(layout)});
  }
  if (const auto value = object.may_have("label")) {
    const auto at = point(*value);
    if (at && !within(layout, {at->x, at->y, at->x, at->y})) value->wrong(Problem::outside, "a point " + inside_of(layout));
    keep(made.label, at);
  } else {
    const geometry::Point middle = made.area.room_for_words(words_wide_by_high).centre();
    made.label = {middle.x, middle.y};
  }
  object.close();
  return made;
}

void place_regions(Object& object, Layout& layout, const Canvas& canvas, const std::vector<std::string>& known) {
  const auto value = object.must_have("regions", "where each region stands");
  const auto places = value ? value->list(1, max_regions, "where each region stands") : std::nullopt;
  if (!places) return;
  const Names names = names_for(*places, known);
  std::size_t unnamed = 0;  // places of which it was told already that they name no region
  for (const Value& place : *places) {
    auto placed = place.object("\"region\", its shape and its \"label\"");
    if (!placed) continue;
    PlacedRegion made = placed_region(*placed, layout, names);
    unnamed += made.region.empty() ? 1 : 0;
    const auto same = [&](const PlacedRegion& other) { return other.region == made.region; };
    if (!made.region.empty() && std::any_of(layout.regions.begin(), layout.regions.end(), same))
      place.reading().report(
          place.node(), {Problem::region_not_placed, as_found(made.region) + " a second time", "each region once in a layout"});
    layout.regions.push_back(std::move(made));
  }
  for (const Region& region : canvas.regions) {
    const auto same = [&](const PlacedRegion& placed) { return placed.region == region.id; };
    if (region.optional || region.id.empty() || std::any_of(layout.regions.begin(), layout.regions.end(), same)) continue;
    if (names.free.size() <= unnamed) continue;  // it is meant by one of those
    value->reading().report(value->node(),
                            {Problem::region_not_placed, "no place for " + in_quotes(region.id),
                             "a place for every region of the canvas", "A region that is \"optional\": true may be left out."});
  }
}

Layout layout(Object& object, const Canvas& canvas, const std::vector<std::string>& known) {
  Layout made;
  if (const auto value = object.must_have("name", "the layout's name")) keep(made.name, value->id());
  if (const auto value = object.must_have("width", "a number; the shorter of \"width\" and \"height\" is 1"))
    keep(made.width, value->number(1, farthest));
  if (const auto value = object.must_have("height", "a number; the shorter of \"width\" and \"height\" is 1"))
    keep(made.height, value->number(1, farthest));
  if (std::min(made.width, made.height) > 1 + rounding)
    object.value().wrong(Problem::shorter_side, "a layout whose shorter side is 1");
  if (const auto value = object.may_have("line_y")) {
    const auto line_y = value->number(-farthest, farthest);
    if (line_y && !within(made, {0, *line_y, 0, *line_y})) value->wrong(Problem::outside, "a height " + inside_of(made));
    keep(made.line_y, line_y);
  }
  if (const auto value = object.must_have("prompt", "the box where the phase's question stands")) {
    if (auto prompt = value->object("\"left\", \"bottom\", \"right\" and \"top\"")) {
      if (const auto centred = prompt->may_have("centred")) keep(made.prompt_centred, centred->flag());
      made.prompt = box(*prompt, made);
      prompt->close();
    }
  }
  if (const auto value = object.may_have("shores")) {
    const auto shores = value->list(0, max_shores, "boxes of free ground where a person may write");
    for (const Value& shore : shores.value_or(std::vector<Value>()))
      if (auto sides = shore.object("\"left\", \"bottom\", \"right\" and \"top\"")) {
        made.shores.push_back(box(*sides, made));
        sides->close();
      }
  }
  place_regions(object, made, canvas, known);
  object.close();
  return made;
}

Twins twins(Object& object, const std::vector<std::string>& known) {
  Twins made;
  for (const auto& [key, region] : {std::pair("of", &made.of), {"in", &made.in}})
    if (const auto value = object.must_have(key, "the id of one of the canvas's regions")) keep(*region, value->one_of(known));
  if (!made.of.empty() && made.of == made.in)
    object.value().wrong(Problem::impossible_shape, "two regions that are not the same");
  object.close();
  return made;
}

void read_settling(Object& object, Canvas& canvas) {
  const auto value = object.may_have("settle");
  auto settle = value ? value->object("\"by_threads\" or \"twins\"") : std::nullopt;
  if (!settle) return;
  if (const auto by_threads = settle->may_have("by_threads")) keep(canvas.settling.by_threads, by_threads->flag());
  if (const auto pairs = settle->may_have("twins")) {
    std::vector<std::string> known;
    for (const Region& each : canvas.regions) known.push_back(each.id);
    const auto all = pairs->list(1, max_twins, "pairs of regions");
    for (const Value& pair : all.value_or(std::vector<Value>()))
      if (auto read = pair.object("\"of\" and \"in\"")) canvas.settling.twins.push_back(twins(*read, known));
  }
  settle->close();
}

// The names of the others, to be looked at once all regions are known.
using Awaited = std::vector<Value>;

std::optional<OpensWhen> opens_when(const Value& value, Awaited& awaited) {
  auto object = value.object("\"in\" and \"says\"");
  if (!object) return std::nullopt;
  OpensWhen made;
  if (const auto in = object->must_have("in", "the ids of the regions that are filled first"))
    std::ranges::move(in->list(1, max_regions, "ids of regions").value_or(Awaited()), std::back_inserter(awaited));
  if (const auto cards = object->may_have("cards")) keep(made.cards, cards->integer(1, most_cards_awaited));
  if (const auto says = object->must_have("says", "what people read there until then"))
    made.says = says->local_text({}, max_help_bytes);
  object->close();
  return made;
}

Region region(Object& object, Awaited& awaited) {
  Region made;
  if (const auto value = object.must_have("id", "the region's id")) keep(made.id, value->id());
  if (const auto value = object.must_have("label", "its name on the wall")) made.label = value->local_text({}, max_name_bytes);
  if (const auto value = object.may_have("help")) made.help = value->local_text({}, max_help_bytes);
  if (const auto value = object.may_have("prompt")) made.prompt = value->local_text();
  if (const auto value = object.must_have("colour", "a colour of the palette"))
    keep(made.style.colour, value->one_of(region_colours()));
  for (const auto& [key, flag] : {std::pair("permeable", &made.style.permeable),
                                  {"lit", &made.style.lit},
                                  {"protected", &made.style.is_protected},
                                  {"optional", &made.optional}})
    if (const auto value = object.may_have(key)) keep(*flag, value->flag());
  if (const auto value = object.may_have("opens_when")) made.opens_when = opens_when(*value, awaited);
  object.close();
  return made;
}

// A region that waits for itself, or for one that waits for it, stays shut for ever.
void look_for_the_ever_shut(const Canvas& canvas, const std::vector<std::optional<Value>>& rules) {
  std::set<std::string> opening;
  const auto opens = [&](const Region& region) {
    return !region.opens_when ||
           std::ranges::all_of(region.opens_when->in, [&](const std::string& other) { return opening.contains(other); });
  };
  for (std::size_t before = canvas.regions.size() + 1; before != opening.size();) {
    before = opening.size();
    for (const Region& region : canvas.regions)
      if (opens(region)) opening.insert(region.id);
  }
  for (std::size_t at = 0; at < canvas.regions.size(); ++at)
    if (rules[at] && !opening.contains(canvas.regions[at].id))
      rules[at]->reading().report(rules[at]->node(), {Problem::never_opens, as_found(canvas.regions[at].id) + " stays shut",
                                                      "regions that can be filled before it"});
}

// Which regions each waits for; `awaited` and `rules` are beside the canvas's regions.
void read_openings(Canvas& canvas, const std::vector<Awaited>& awaited, const std::vector<std::optional<Value>>& rules) {
  std::vector<std::string> known;
  for (const Region& each : canvas.regions) known.push_back(each.id);
  bool all_known = true;
  for (std::size_t at = 0; at < canvas.regions.size(); ++at) {
    if (!canvas.regions[at].opens_when) continue;
    std::vector<std::string>& in = canvas.regions[at].opens_when->in;
    for (const Value& name : awaited[at]) {
      const auto read = name.one_of(known, Problem::unknown_region);
      all_known = all_known && read;
      if (read && std::ranges::find(in, *read) != in.end()) name.wrong(Problem::twice_in_list, "each region once");
      if (read) in.push_back(*read);
    }
  }
  if (all_known) look_for_the_ever_shut(canvas, rules);
}

void read_regions(Object& object, Canvas& canvas) {
  const auto value = object.must_have("regions", "the canvas's regions");
  const auto regions = value ? value->list(1, max_regions, "the canvas's regions") : std::nullopt;
  if (!regions) return;
  std::vector<Awaited> awaited;
  std::vector<std::optional<Value>> rules;
  for (const Value& item : *regions) {
    auto read = item.object("a region");
    if (!read) continue;
    Region made = region(*read, awaited.emplace_back());
    rules.push_back(read->may_have("opens_when"));
    if (!made.id.empty() && find_region(canvas, made.id)) {
      const auto id = read->may_have("id");
      id->wrong(Problem::id_twice, "an id that no other region has");
    }
    canvas.regions.push_back(std::move(made));
  }
  read_openings(canvas, awaited, rules);
}

void read_layouts(Object& object, Canvas& canvas) {
  const auto value = object.must_have("layouts", "at least one layout");
  const auto layouts = value ? value->list(1, max_layouts, "layouts") : std::nullopt;
  if (!layouts) return;
  std::vector<std::string> known;
  for (const Region& each : canvas.regions) known.push_back(each.id);
  for (const Value& item : *layouts) {
    auto read = item.object("a layout");
    if (!read) continue;
    Layout made = layout(*read, canvas, known);
    const auto same = [&](const Layout& other) {
      return other.name == made.name && std::abs(other.width / other.height - made.width / made.height) < rounding;
    };
    if (!made.name.empty() && std::any_of(canvas.layouts.begin(), canvas.layouts.end(), same))
      item.reading().report(item.node(), {Problem::id_twice, as_found(made.name) + " a second time for one shape of screen",
                                          "each name once for a wide and once for a tall screen"});
    canvas.layouts.push_back(std::move(made));
  }
}

// `picture_data` is what a loader wrote there, so a file without it is sound.
void read_picture(Object& object, Canvas& canvas) {
  if (const auto value = object.may_have("picture")) keep(canvas.picture_file, value->text(max_name_bytes));
  const auto value = object.may_have("picture_data");
  const auto letters = value ? value->text((max_ground_bytes + 2) / 3 * 4) : std::nullopt;
  if (!letters) return;
  auto bytes = from_base64(*letters);
  auto picture = bytes ? ground_from(*std::move(bytes)) : nullptr;
  if (!picture) value->reading().report(value->node(), {Problem::bad_picture, "no picture", "in base64, " + ground_expected()});
  lay_under(canvas, std::move(picture));
}

}  // namespace

tl::expected<Canvas, Diagnostics> parse_canvas(std::string_view text, const std::string& file, Diagnostics* remarks) {
  Reading reading(text, file);
  Canvas made;
  const auto root = reading.root();
  auto object = root ? root->object("a canvas") : std::nullopt;
  if (!object || !is_kind(*object, "canvas")) return tl::unexpected(reading.take());

  if (const auto value = object->must_have("id", "the canvas's id, as its file is called")) keep(made.id, value->id());
  if (const auto value = object->must_have("title", "its name")) made.title = value->local_text({}, max_name_bytes);
  if (const auto value = object->may_have("credits")) {
    const auto credits = value->list(0, max_people_credited, "whom to thank");
    for (const Value& credit : credits.value_or(std::vector<Value>()))
      if (auto words = credit.text()) made.credits.push_back(*std::move(words));
  }
  if (const auto value = object->may_have("green_line")) {
    if (auto line = value->object("\"above\" and \"below\"")) {
      made.green_line.emplace();
      if (const auto above = line->may_have("above")) made.green_line->above = above->local_text({}, max_name_bytes);
      if (const auto below = line->may_have("below")) made.green_line->below = below->local_text({}, max_name_bytes);
      line->close();
    }
  }
  if (const auto value = object->may_have("faint_lines")) keep(made.faint_lines, value->flag());
  read_regions(*object, made);
  read_settling(*object, made);
  read_layouts(*object, made);
  read_picture(*object, made);
  object->close();
  if (!reading.clean()) return tl::unexpected(reading.take());
  if (remarks != nullptr) std::ranges::move(reading.take(), std::back_inserter(*remarks));
  return made;
}

}  // namespace greenline::content
