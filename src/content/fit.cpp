// Whether an activity and its canvas belong together.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "content/problem.h"
#include "content/reader.h"

namespace greenline::content {
namespace {

std::vector<std::string> layout_names(const Canvas& canvas, const std::set<std::string>& optional, bool with_optional) {
  std::set<std::string> names;
  for (const Layout& layout : canvas.layouts) {
    const auto is_optional = [&](const PlacedRegion& placed) { return optional.contains(placed.region); };
    if (!with_optional || std::any_of(layout.regions.begin(), layout.regions.end(), is_optional)) names.insert(layout.name);
  }
  return {names.begin(), names.end()};
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What stands at the end of a way of keys through the file.
NodeId node_at(const PositionIndex& index, std::initializer_list<std::string_view> keys) {
  NodeId node = index.root();
  for (const std::string_view key : keys) node = index.member(node, key);
  return node;
}

void check_layout(const Activity& activity, const Canvas& canvas, const std::set<std::string>& optional, Reading& reading) {
  const auto names = layout_names(canvas, optional, false);
  if (!has(names, activity.layout)) {
    reading.report(node_at(reading.index(), {"layout"}),
                   {.problem = Problem::unknown_layout,
                    .found = as_found(activity.layout),
                    .expected = "a layout of the canvas " + in_quotes(canvas.id) + ": " + one_of_text(names),
                    .nearest = reading.nearest(activity.layout, names)});
    return;
  }
  const auto surrounded = layout_names(canvas, optional, true);
  if (activity.outer_ring && !has(surrounded, activity.layout))
    reading.report(node_at(reading.index(), {"show_optional"}),
                   {Problem::no_room_for_optional, as_found("true"),
                    surrounded.empty() ? "a canvas with a region that is optional"
                                       : "a layout that has room for it: " + one_of_text(surrounded),
                    "The layout " + in_quotes(activity.layout) + " places no optional region."});
}

void check_region_prompts(const Activity& activity, const std::vector<std::string>& shown, Reading& reading) {
  const PositionIndex& index = reading.index();
  for (std::size_t place = 0; place < activity.phases.size(); ++place) {
    const NodeId prompts = index.member(index.item(node_at(index, {"phases"}), place), "region_prompts");
    for (const auto& [region, prompt] : activity.phases[place].region_prompts)
      if (!has(shown, region))
        reading.report_key(index.member(prompts, region),
                           {.problem = Problem::unknown_region,
                            .found = "the region " + as_found(region),
                            .expected = "a region of the canvas " + in_quotes(activity.canvas) + ": " + one_of_text(shown),
                            .nearest = reading.nearest(region, shown)});
  }
}

// A region that waits for one that this activity does not show.
void check_openings(const Activity& activity, const Canvas& canvas, const std::vector<std::string>& shown, Reading& reading) {
  for (const Region& region : canvas.regions) {
    if (!region.opens_when || !has(shown, region.id)) continue;
    for (const std::string& other : region.opens_when->in)
      if (!has(shown, other))
        reading.report(
            node_at(reading.index(), {"canvas"}),
            {Problem::never_opens, as_found(region.id) + " of " + as_found(activity.canvas) + " waits for " + as_found(other),
             "\"show_optional\": true, so that there is " + in_quotes(other)});
  }
}

// Where sentences are carried to must be there, open, and to be read.
void check_carries(const Activity& activity, const Canvas& canvas, const std::vector<std::string>& shown, Reading& reading) {
  if (!activity.carries) return;
  const std::string& into = activity.carries->into;
  const Region* region = find_region(canvas, into);
  const NodeId node = node_at(reading.index(), {"carries", "into"});
  if (region == nullptr || !has(shown, into))
    reading.report(node, {.problem = Problem::unknown_region,
                          .found = as_found(into),
                          .expected = "a region of the canvas " + in_quotes(activity.canvas) + ": " + one_of_text(shown),
                          .nearest = reading.nearest(into, shown)});
  else if (region->style.is_protected || region->opens_when)
    reading.report(node, {Problem::carried_out_of_sight,
                          as_found(into) + (region->opens_when ? ", which opens later" : ", which is protected"),
                          "a region that is open from the start, and not protected"});
}

std::map<std::string, model::Opening, std::less<>> openings_of(const Canvas& canvas) {
  std::map<std::string, model::Opening, std::less<>> made;
  for (const Region& region : canvas.regions)
    if (region.opens_when)
      made[region.id] = {{region.opens_when->in.begin(), region.opens_when->in.end()},
                         static_cast<std::size_t>(region.opens_when->cards)};
  return made;
}

}  // namespace

Diagnostics fit_keyboards(const Activity& activity, std::span<const std::string> known, std::string_view activity_text,
                          const std::string& activity_file) {
  Reading reading(activity_text, activity_file, Reading::Look::again);
  const std::vector<std::string> names(known.begin(), known.end());
  const NodeId list = node_at(reading.index(), {"keyboards"});
  for (std::size_t place = 0; place < activity.keyboards.size(); ++place) {
    const std::string& tag = activity.keyboards[place];
    const auto serves = [&](const std::string& name) { return tag == name || tag.starts_with(name + "-"); };
    if (std::none_of(names.begin(), names.end(), serves))
      reading.report(reading.index().item(list, place), {.problem = Problem::unknown_keyboard,
                                                         .found = as_found(tag),
                                                         .expected = "a keyboard that there is: " + one_of_text(names),
                                                         .nearest = reading.nearest(tag, names)});
  }
  return reading.take();
}

Diagnostics fit(Activity& activity, const Canvas& canvas, std::string_view activity_text, const std::string& activity_file) {
  Reading reading(activity_text, activity_file, Reading::Look::again);
  if (activity_text.empty()) (void)reading.take();
  if (activity.canvas != canvas.id)
    reading.report(node_at(reading.index(), {"canvas"}),
                   {Problem::unknown_canvas, as_found(activity.canvas), in_quotes(canvas.id)});
  std::set<std::string> optional, guarded;
  std::vector<std::string> shown;
  for (const Region& region : canvas.regions) {
    if (region.optional) optional.insert(region.id);
    if (region.style.is_protected) guarded.insert(region.id);
    if (!region.optional || activity.outer_ring) shown.push_back(region.id);
  }
  check_layout(activity, canvas, optional, reading);
  check_region_prompts(activity, shown, reading);
  check_openings(activity, canvas, shown, reading);
  check_carries(activity, canvas, shown, reading);
  if (reading.clean())
    for (Phase& phase : activity.phases) {
      phase.rules.protected_regions = guarded;
      phase.rules.openings = openings_of(canvas);
    }
  return reading.take();
}

}  // namespace greenline::content
