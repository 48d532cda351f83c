#include "content/what_changed.h"

#include <algorithm>

#include "content/waiting.h"

namespace greenline::content {

bool say_the_same(const LocalText& one, const LocalText& other) {
  return std::ranges::any_of(one, [&](const auto& text) {
    const auto found = other.find(text.first);
    return found != other.end() && found->second == text.second;
  });
}

Changed what_changed(const Pack& was, const Pack& now) {
  Changed changed;
  if (waiting_places_in(was, now)) return changed;
  for (const Region& region : was.canvas.regions) {
    if (!is_shown(region, was.activity)) continue;
    const Region* is = find_region(now.canvas, region.id);
    if (is == nullptr || !is_shown(*is, now.activity))
      changed.regions_gone.push_back(&region);
    else if (!say_the_same(region.label, is->label))
      changed.regions_renamed.emplace_back(&region, is);
  }
  for (const Phase& phase : was.activity.phases)
    if (find_phase(now.activity, phase.id) == nullptr) changed.phases_gone.push_back(&phase);
  return changed;
}

}  // namespace greenline::content
