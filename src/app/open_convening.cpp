#include "app/open_convening.h"

#include <utility>

#include "app/left_as_it_is.h"
#include "app/open_late.h"
#include "journal/folders.h"
#include "station/catalogue.h"
#include "station/its_activity.h"

namespace greenline::app {
namespace {

namespace fs = std::filesystem;
using journal::Fault;
using journal::Trouble;
using station::Remark;

constexpr const char* convening_end = ".greenline";

class Opening {
 public:
  Opening(const ConveningWanted& wanted, const station::Ears& ears) : wanted_(wanted), ears_(ears) {}

  OpenedConvening open() {
    if (find_file()) {
      const fs::path living = find_living();
      std::error_code unknown;
      wanted_.anew&& fs::exists(living, unknown) ? begin_anew(living) : go_on_in(living);
    } else {
      say({"convening.no_home"});
      keep_nowhere();
    }
    for (Remark& remark : remarks_) result_.session->remark(std::move(remark));
    return std::move(result_);
  }

 private:
  void say(Remark remark) { remarks_.push_back(std::move(remark)); }
  void say(std::vector<Remark> remarks) {
    for (Remark& remark : remarks) say(std::move(remark));
  }
  void log(const std::string& sentence) const {
    if (ears_.log) ears_.log(sentence);
  }

  // False when nobody knows where convenings are to be kept.
  bool find_file() {
    fs::path file = wanted_.file;
    std::error_code error;
    if (file.empty()) {
      const auto folder = journal::convenings_folder();
      if (!folder) return false;
      error = journal::make_own_folder(*folder);
      file = *folder / (wanted_.pack.activity.id + convening_end);
    } else {
      file = fs::absolute(file, error);
      if (!error) error = journal::make_private_folder(file.parent_path());
    }
    // A folder that cannot be made is what the journal says of it.
    if (error) log("the folder of " + file.string() + " could not be made: " + error.message());
    result_.asked_for = file;
    return true;
  }

  // The file asked for, or the one that took its place.
  fs::path find_living() {
    const auto catalogue = station::read_catalogue(result_.asked_for.parent_path());
    if (!catalogue) {
      log("the catalogue of convenings cannot be used (" + catalogue.error() + "); the folder is looked at instead");
      return result_.asked_for;
    }
    const auto living = station::living_by_catalogue(*catalogue, result_.asked_for);
    known_ = living.has_value();
    if (!living || *living == result_.asked_for) return result_.asked_for;
    const station::CatalogueEntry& moved = catalogue->at(result_.asked_for.filename().string());
    if (is_wanted_itself(moved)) return result_.asked_for;
    if (moved.why != why_other_activity && moved.why != why_other_version && moved.why != why_begun_anew) {
      say({"convening.goes_on_in", {result_.asked_for.string(), living->string()}, {}, false});
    }
    return *living;
  }

  // A sound convening was left for another activity's sake: whoever asks for it, and not for that activity, gets it.
  [[nodiscard]] bool is_wanted_itself(const station::CatalogueEntry& moved) const {
    if (moved.activity.empty() || moved.why == why_begun_anew) return false;  // it could not be used; or was not wanted
    const bool same_activity = moved.activity == wanted_.pack.activity.id;
    if (same_activity && (moved.pack.empty() || moved.pack == content::fingerprint(wanted_.pack))) return true;
    return moved.why == why_other_activity && !asks_for_activity();
  }
  // Also when nobody named one: without a file the activity names it.
  [[nodiscard]] bool asks_for_activity() const { return wanted_.activity_named || wanted_.file.empty(); }

  void go_on_in(const fs::path& file) {
    auto opened = station::open_and_read(file, ears_);
    if (opened) return go_on_with(file, std::move(*opened));
    const Trouble& trouble = opened.error();
    if (!is_left_as_it_is(trouble.fault)) return wait_for(file, trouble, {});
    // Nobody remembers what became of this file: an earlier start may have gone on in another already.
    if (!known_) {
      known_ = true;
      if (const auto living = station::living_by_looking(file)) {
        say({"convening.goes_on_in", {file.string(), living->string()}, trouble.detail, false});
        note_moved(file, *living, {{}, {}, {}, std::string(to_text(trouble.fault))});
        return go_on_in(*living);
      }
    }
    leave_as_it_is(file, trouble);
  }

  // Whether the convening in this file is left as it is, and a new one is begun beside it. Says what a person must know.
  bool another_is_begun(const fs::path& file, const station::ItsActivity& its) {
    if (!its.wrong.empty()) log(file.string() + ": the activity that it carries cannot be read: " + its.wrong);
    if (its.fits == station::Fits::not_here) {
      say(left_for_its_activity(file, its));
      return true;
    }
    if (its.fits == station::Fits::same || (its.fits == station::Fits::another && !asks_for_activity())) return false;
    if (wanted_.other_activity == OtherActivity::begin_anew) {
      Remark wished_for = left_for_its_activity(file, its);
      wished_for.lasting = false;
      say(std::move(wished_for));
      return true;
    }
    if (wanted_.other_activity == OtherActivity::say) {
      const char* key = its.fits == station::Fits::another ? "convening.its_activity" : "convening.its_version";
      say({key, {title_of(its.pack), title_of(wanted_.pack)}, {}, its.fits == station::Fits::another});
    }
    return false;
  }

  // Of regions and phases that its activity, as it is now, no longer has.
  void tell_changes(const fs::path& file, const content::Pack& carried) {
    if (wanted_.other_activity == OtherActivity::say)
      say(changed_since(carried, wanted_.pack, wanted_.content_folder, file, wanted_.called));
  }

  void go_on_with(const fs::path& file, station::OpenedJournal&& opened) {
    station::ItsActivity its = station::its_activity(opened.events, wanted_.pack, wanted_.content_folder);
    if (another_is_begun(file, its)) {
      const std::string pack = its.fits == station::Fits::not_here ? std::string() : content::fingerprint(its.pack);
      return begin_beside(file, {its.name, pack, {}, why_left(its)});
    }
    tell_changes(file, its.pack);
    say(not_on_the_wall(file, opened.journal));
    start(file, station::Session(std::move(its.pack), station::real_sources(), station::Keeping(std::move(opened.journal)),
                                 opened.events, ears_));
  }

  // Numbered after the file that is asked for, whichever was living until now.
  [[nodiscard]] fs::path fresh_name() const { return journal::fresh_name_beside(result_.asked_for); }

  // A new convening with the activity asked for, in a file beside this one, from now on.
  void begin_beside(const fs::path& file, const station::CatalogueEntry& left) {
    // Nobody remembers whether that has been done already.
    if (!std::exchange(known_, true)) {
      const auto begun = station::living_by_looking(file, [this](const std::vector<model::Event>& events) {
        return station::its_activity(events, wanted_.pack, {}).fits == station::Fits::same;
      });
      if (begun) {
        note_moved(file, *begun, left);
        return go_on_in(*begun);
      }
    }
    const fs::path fresh = fresh_name();
    note_moved(file, fresh, left);
    auto opened = station::open_and_read(fresh, ears_);
    if (!opened) return wait_for(fresh, opened.error(), {});
    start(fresh, station::Session(wanted_.pack, station::real_sources(), station::Keeping(std::move(opened->journal)),
                                  opened->events, ears_));
  }

  // Somebody wants a new one.
  void begin_anew(const fs::path& file) {
    known_ = true;
    begin_beside(file, {wanted_.pack.activity.id, content::fingerprint(wanted_.pack), {}, why_begun_anew});
  }

  void leave_as_it_is(const fs::path& file, const Trouble& trouble) {
    if (trouble.fault != Fault::damaged) {
      const fs::path fresh = fresh_name();
      say(set_aside(trouble, file, fresh));
      return begin_beside(file, {{}, {}, {}, std::string(to_text(trouble.fault))});
    }
    auto salvage = journal::read_what_can_be_read(file);
    if (!salvage) {
      result_.drafts_from = file;  // beside a damaged convening they may be sound
      say(nothing_read(file, salvage.error()));
      return begin_beside(file, {{}, {}, {}, std::string(to_text(trouble.fault))});
    }
    go_on_from(file, trouble, *salvage);
  }

  void go_on_from(const fs::path& file, const Trouble& trouble, const journal::Salvage& salvage) {
    const fs::path fresh = fresh_name();
    station::ItsActivity its = station::its_activity(salvage.events, wanted_.pack, wanted_.content_folder);
    log(file.string() + " is damaged: " + std::to_string(salvage.events.size()) + " events were read, " +
        std::to_string(salvage.lost.total()) + " could not be, " + std::to_string(salvage.from_newer) +
        " are a newer Greenline's");
    if (another_is_begun(file, its)) return begin_beside(file, {{}, {}, {}, std::string(to_text(trouble.fault))});
    result_.drafts_from = file;
    say(salvaged(file, fresh, trouble));
    note_moved(file, fresh, {{}, {}, {}, std::string(to_text(trouble.fault))});
    auto opened = station::open_and_read(fresh, ears_);
    if (opened) {
      station::Session session(std::move(its.pack), station::real_sources(), std::move(opened->journal), salvage.events, ears_);
      journal::Lost lost = salvage.lost;
      lost.unknown += session.tally().lost;
      say(not_on_the_wall(file, lost, salvage.from_newer));
      return start(fresh, std::move(session));
    }
    say(not_on_the_wall(file, salvage.lost, salvage.from_newer));
    wanted_.pack = std::move(its.pack);
    wait_for(fresh, opened.error(), salvage.events);
  }

  void keep_nowhere() {
    result_.session = std::make_unique<station::Session>(wanted_.pack, station::real_sources(), station::Keeping(),
                                                         std::vector<model::Event>(), ears_);
  }

  // The disk refuses for now: what happens is held in memory, and goes into the file as soon as it can be opened.
  void wait_for(const fs::path& file, const Trouble& trouble, const std::vector<model::Event>& before) {
    if (trouble.fault == Fault::locked) {
      say({"journal.locked", {trouble.file.string()}, trouble.detail});
      return keep_nowhere();
    }
    log(file.string() + " cannot be opened (" + std::string(to_text(trouble.fault)) + ", " + trouble.detail +
        "); it is tried again");
    station::Keeping keeping([late = LateFile{file, result_.asked_for, wanted_.pack, wanted_.content_folder},
                              ears = station::Ears{ears_.wake, ears_.wake_context}] { return open_late(late, ears); },
                             trouble, ears_);
    // What was read of a damaged file is waiting too.
    for (const model::Event& event : before) {
      if (!keeping.append(event)) log("an event of the damaged file could not be held");
    }
    start(file, station::Session(wanted_.pack, station::real_sources(), std::move(keeping), before, ears_));
  }

  void note_moved(const fs::path& file, const fs::path& to, station::CatalogueEntry left) {
    left.goes_on_in = to.filename().string();
    put(file, left);
  }
  void put(const fs::path& file, const station::CatalogueEntry& entry) {
    const auto written = station::write_into_catalogue(file.parent_path(), file.filename().string(), entry);
    if (!written) log("the catalogue of convenings could not be written: " + written.error());
  }

  void start(const fs::path& file, station::Session&& session) {
    result_.kept_in = file;
    if (result_.drafts_from.empty()) result_.drafts_from = file;
    if (!session.trouble()) put(file, {session.pack().activity.id, content::fingerprint(session.pack()), {}, {}});
    result_.session = std::make_unique<station::Session>(std::move(session));
  }

  ConveningWanted wanted_;
  const station::Ears& ears_;
  OpenedConvening result_;
  std::vector<Remark> remarks_;
  bool known_ = false;  // the catalogue knows the file that is asked for
};

}  // namespace

std::optional<OtherActivity> other_activity_from_text(std::string_view text) {
  if (text == "go-on") return OtherActivity::go_on;
  if (text == "begin-anew") return OtherActivity::begin_anew;
  return std::nullopt;
}

std::optional<fs::path> convening_in(const fs::path& folder, const content::Activity& activity) {
  const fs::path file = folder / (activity.id + convening_end);
  const auto catalogue = station::read_catalogue(folder);
  const auto living = catalogue ? station::living_by_catalogue(*catalogue, file) : std::nullopt;
  std::error_code unknown;
  const fs::path its = living.value_or(file);
  return fs::exists(its, unknown) ? std::optional(its) : std::nullopt;
}

OpenedConvening open_convening(const ConveningWanted& wanted, const station::Ears& ears) {
  return Opening(wanted, ears).open();
}

}  // namespace greenline::app
