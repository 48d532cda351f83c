#include "cli/saved_room.h"

#include <utility>

#include "cli/command.h"
#include "cli/convening_words.h"
#include "journal/journal.h"
#include "station/its_activity.h"

namespace greenline::cli {

tl::expected<SavedRoom, std::string> open_saved_room(const std::string& convening, const std::string& palette) {
  if (std::string trouble = app::trouble_with_fonts(); !trouble.empty()) return tl::unexpected(std::move(trouble));
  auto resources = app::load_resources("both-sides-of-the-line", palette);
  if (!resources) return tl::unexpected(resources.error());
  auto saved = journal::read_saved(convening);
  if (!saved) return tl::unexpected(app::to_text({convening_in_trouble(convening, saved.error())}));
  if (saved->missing.anything()) {
    const std::string_view blank = resources->strings(saved->missing.events > 0 ? "journal.missing" : "journal.may_miss", "en");
    complain(content::filled(blank, {convening, std::to_string(saved->missing.events)}));
  }
  auto its = station::its_activity(saved->events, resources->pack, resources->paths.content);
  if (its.fits == station::Fits::not_here)
    return tl::unexpected(convening + " began with an activity that is not here, " + its.name + ".");
  resources->pack = std::move(its.pack);
  return SavedRoom{*std::move(resources), std::move(saved->events)};
}

}  // namespace greenline::cli
