#include "app/in_use.h"

#include <algorithm>
#include <set>
#include <utility>

#include "journal/journal.h"
#include "station/catalogue.h"

namespace greenline::app {
namespace {

namespace fs = std::filesystem;

// Its activity was opened and has been closed.
bool is_closed(const fs::path& file) {
  const auto saved = journal::read_saved(file);
  if (!saved) return false;
  model::Convening convening;
  for (const model::Event& event : saved->events) apply(convening, event);
  return !convening.activity.value && convening.activity.event != model::EventId{};
}

}  // namespace

shelf::InUse in_use_in(fs::path convenings) {
  return [folder = std::move(convenings)](const content::WholePack& pack) {
    const auto catalogue = station::read_catalogue(folder);
    if (!catalogue) return true;
    std::set<std::string> its;
    for (const content::Pack& one : pack.activities) its.insert(content::fingerprint(one));
    std::error_code trouble;
    return std::ranges::any_of(*catalogue, [&](const auto& entry) {
      const fs::path file = folder / entry.first;
      return its.contains(entry.second.pack) && fs::exists(file, trouble) && !is_closed(file);
    });
  };
}

}  // namespace greenline::app
