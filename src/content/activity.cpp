#include "content/activity.h"

#include <algorithm>

namespace greenline::content {

const Phase* find_phase(const Activity& activity, std::string_view id) {
  const auto found =
      std::find_if(activity.phases.begin(), activity.phases.end(), [&](const Phase& phase) { return phase.id == id; });
  return found == activity.phases.end() ? nullptr : &*found;
}

}  // namespace greenline::content
