#include "app/open_late.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/left_as_it_is.h"
#include "journal/folders.h"
#include "station/catalogue.h"
#include "station/its_activity.h"

namespace greenline::app {
namespace {

namespace fs = std::filesystem;
using journal::Fault;
using journal::Trouble;
using station::OpenedJournal;
using station::Remark;
using MaybeOpened = tl::expected<OpenedJournal, Trouble>;

station::ItsActivity activity_of(const std::vector<model::Event>& events, const LateFile& late) {
  return station::its_activity(events, late.pack, late.content_folder);
}

void add(std::vector<Remark>& remarks, std::vector<Remark> more) { std::ranges::move(more, std::back_inserter(remarks)); }

// What could be read of the damaged file is written into the one beside it, and what people must know of that.
void take_over(OpenedJournal& beside, journal::Salvage salvage, const LateFile& late, const fs::path& fresh,
               const Trouble& why) {
  const std::vector<model::EventId> refused = station::append_all(beside.journal, salvage.events);
  std::erase_if(salvage.events,
                [&](const model::Event& event) { return std::ranges::find(refused, event.id) != refused.end(); });
  salvage.lost.unknown += refused.size();
  beside.events = std::move(salvage.events);
  beside.remarks.push_back(salvaged(late.file, fresh, why));
  add(beside.remarks, not_on_the_wall(late.file, salvage.lost, salvage.from_newer));
}

MaybeOpened go_on_beside_the_damaged(const LateFile& late, const fs::path& fresh, const Trouble& why,
                                     const station::Ears& ears) {
  auto salvage = journal::read_what_can_be_read(late.file);
  auto beside = station::open_and_read(fresh, ears);
  if (!beside) return beside;
  if (!salvage) {
    beside->remarks.push_back(nothing_read(late.file, salvage.error()));
  } else if (const auto its = activity_of(salvage->events, late); its.fits != station::Fits::same) {
    beside->remarks.push_back(left_for_its_activity(late.file, its));
  } else {
    take_over(*beside, *std::move(salvage), late, fresh, why);
  }
  return beside;
}

}  // namespace

MaybeOpened open_late(const LateFile& late, const station::Ears& ears) {
  // The folder may have been what was missing; if it cannot be made now, the journal says so.
  (void)journal::make_private_folder(late.file.parent_path());
  auto opened = station::open_and_read(late.file, ears);
  if (!opened && !is_left_as_it_is(opened.error().fault)) return opened;
  const fs::path fresh = journal::fresh_name_beside(late.asked_for);
  if (opened) {
    const station::ItsActivity its = activity_of(opened->events, late);
    if (its.fits == station::Fits::same) {
      add(opened->remarks, not_on_the_wall(late.file, opened->journal));
      return opened;
    }
    // The living file stays the one that was asked for: it is sound, and only another activity's.
    auto beside = station::open_and_read(fresh, ears);
    if (beside) beside->remarks.push_back(left_for_its_activity(late.file, its));
    return beside;
  }
  const Trouble& why = opened.error();
  auto beside =
      why.fault == Fault::damaged ? go_on_beside_the_damaged(late, fresh, why, ears) : station::open_and_read(fresh, ears);
  if (!beside) return beside;
  if (why.fault != Fault::damaged) beside->remarks.push_back(set_aside(why, late.file, fresh));
  // Without the note the folder tells as much.
  (void)station::write_into_catalogue(late.file.parent_path(), late.file.filename().string(),
                                      {{}, {}, fresh.filename().string(), std::string(to_text(why.fault))});
  return beside;
}

}  // namespace greenline::app
