#include "app/open_convening.h"

#include <utility>

#include "journal/folders.h"
#include "station/catalogue.h"
#include "station/its_activity.h"

namespace greenline::app {
namespace {

namespace fs = std::filesystem;
using journal::Fault;
using journal::Trouble;

// Of a convening that is sound, and was left for another.
constexpr const char* why_other_activity = "other_activity";
constexpr const char* why_other_version = "other_version";
constexpr const char* why_activity_not_here = "activity_not_here";

std::string why_left(const station::ItsActivity& its) {
  if (its.fits == station::Fits::not_here) return why_activity_not_here;
  return its.fits == station::Fits::another_version ? why_other_version : why_other_activity;
}

bool is_left_as_it_is(Fault fault) {
  return fault == Fault::damaged || fault == Fault::newer_version || fault == Fault::not_ours;
}

// "both-sides" in the room's own language, else its id.
std::string title_of(const content::Pack& pack) {
  const std::string_view title =
      content::in_language(pack.activity.title, pack.activity.languages.empty() ? "en" : pack.activity.languages.front());
  return title.empty() ? pack.activity.id : std::string(title);
}

class Opening {
 public:
  Opening(const ConveningWanted& wanted, const station::Ears& ears) : wanted_(wanted), ears_(ears) {}

  OpenedConvening open() {
    if (!find_file()) {
      say({"convening.no_home", {}});
      result_.session = std::make_unique<station::Session>(wanted_.pack, station::real_sources());
      return std::move(result_);
    }
    const fs::path living = find_living();
    go_on_in(living);
    return std::move(result_);
  }

 private:
  void say(Remark remark) { result_.remarks.push_back(std::move(remark)); }
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
      file = *folder / (wanted_.pack.activity.id + ".greenline");
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
    if (moved.why != why_other_activity && moved.why != why_other_version) {
      say({"convening.goes_on_in", {result_.asked_for.string(), living->string()}, {}, false});
    }
    return *living;
  }

  // A sound convening was left for another activity's sake: whoever asks for it, and not for that activity, gets it.
  [[nodiscard]] bool is_wanted_itself(const station::CatalogueEntry& moved) const {
    if (moved.activity.empty()) return false;  // it could not be used
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
      say({"convening.activity_not_here", {file.string(), its.name}, its.wrong});
      return true;
    }
    if (its.fits == station::Fits::same || (its.fits == station::Fits::another && !asks_for_activity())) return false;
    if (wanted_.other_activity == OtherActivity::begin_anew) {
      say({"convening.begun_anew", {file.string(), title_of(its.pack)}, {}, false});
      return true;
    }
    if (wanted_.other_activity == OtherActivity::say) {
      const char* key = its.fits == station::Fits::another ? "convening.its_activity" : "convening.its_version";
      say({key, {title_of(its.pack), title_of(wanted_.pack)}, {}, its.fits == station::Fits::another});
    }
    return false;
  }

  void go_on_with(const fs::path& file, station::OpenedJournal&& opened) {
    station::ItsActivity its =
        station::its_activity(station::activity_opened_in(opened.events), wanted_.pack, wanted_.content_folder);
    if (another_is_begun(file, its)) {
      const std::string pack = its.fits == station::Fits::not_here ? std::string() : content::fingerprint(its.pack);
      return begin_beside(file, {its.name, pack, {}, why_left(its)});
    }
    const std::size_t from_newer = opened.journal.rows_from_newer();
    if (from_newer > 0) say({"convening.from_newer", {file.string(), std::to_string(from_newer)}});
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
        return station::its_activity(station::activity_opened_in(events), wanted_.pack, {}).fits == station::Fits::same;
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

  void leave_as_it_is(const fs::path& file, const Trouble& trouble) {
    if (trouble.fault != Fault::damaged) {
      const fs::path fresh = fresh_name();
      const char* key =
          trouble.fault == Fault::newer_version ? "convening.set_aside_newer_version" : "convening.set_aside_not_ours";
      say({key, {file.string(), fresh.string()}, trouble.detail});
      return begin_beside(file, {{}, {}, {}, std::string(to_text(trouble.fault))});
    }
    auto salvage = journal::read_what_can_be_read(file);
    if (!salvage) {
      say({"convening.nothing_read", {file.string()}, salvage.error().detail});
      return begin_beside(file, {{}, {}, {}, std::string(to_text(trouble.fault))});
    }
    go_on_from(file, trouble, *salvage);
  }

  void go_on_from(const fs::path& file, const Trouble& trouble, const journal::Salvage& salvage) {
    const fs::path fresh = fresh_name();
    station::ItsActivity its =
        station::its_activity(station::activity_opened_in(salvage.events), wanted_.pack, wanted_.content_folder);
    log(file.string() + " is damaged: " + std::to_string(salvage.events.size()) + " events were read, " +
        std::to_string(salvage.lost.total()) + " could not be, " + std::to_string(salvage.from_newer) +
        " are a newer Greenline's");
    if (another_is_begun(file, its)) return begin_beside(file, {{}, {}, {}, std::string(to_text(trouble.fault))});
    say({"convening.salvaged", {file.string(), fresh.string()}, trouble.detail});
    note_moved(file, fresh, {{}, {}, {}, std::string(to_text(trouble.fault))});
    auto opened = station::open_and_read(fresh, ears_);
    if (opened) {
      station::Session session(std::move(its.pack), station::real_sources(), std::move(opened->journal), salvage.events, ears_);
      journal::Lost lost = salvage.lost;
      lost.unknown += session.tally().lost;
      tell_lost(lost, salvage.from_newer, file);
      return start(fresh, std::move(session));
    }
    tell_lost(salvage.lost, salvage.from_newer, file);
    wanted_.pack = std::move(its.pack);
    wait_for(fresh, opened.error(), salvage.events);
  }

  void tell_lost(const journal::Lost& lost, std::size_t from_newer, const fs::path& file) {
    if (lost.total() > 0) say({.key = "convening.lost_of_each", .values = {}, .lost = lost});
    if (from_newer > 0) say({"convening.from_newer", {file.string(), std::to_string(from_newer)}});
  }

  // The disk refuses for now: what happens is held in memory, and goes into the file as soon as it can be opened.
  void wait_for(const fs::path& file, const Trouble& trouble, const std::vector<model::Event>& before) {
    if (trouble.fault == Fault::locked) {
      say({"journal.locked", {trouble.file.string()}, trouble.detail});
      result_.session = std::make_unique<station::Session>(wanted_.pack, station::real_sources());
      return;
    }
    log(file.string() + " cannot be opened (" + std::string(to_text(trouble.fault)) + ", " + trouble.detail +
        "); it is tried again");
    station::Keeping keeping(
        [file, asked_for = result_.asked_for, pack = wanted_.pack, ears = station::Ears{ears_.wake, ears_.wake_context, {}}] {
          return open_late(file, asked_for, pack, ears);
        },
        trouble, ears_);
    // What was read of a damaged file is waiting too.
    for (const model::Event& event : before) {
      if (!keeping.append(event)) log("an event of the damaged file could not be held");
    }
    start(file, station::Session(wanted_.pack, station::real_sources(), std::move(keeping), before, ears_));
  }

  // On the thread that tries again. What turns out to be another's, or damaged, is left as it is, as at the start; what is made
  // meanwhile goes into a file beside it.
  static tl::expected<station::OpenedJournal, Trouble> open_late(const fs::path& file, const fs::path& asked_for,
                                                                 const content::Pack& pack, const station::Ears& ears) {
    // The folder may have been what was missing; if it cannot be made now, the journal says so.
    (void)journal::make_private_folder(file.parent_path());
    auto opened = station::open_and_read(file, ears);
    if (opened && station::its_activity(station::activity_opened_in(opened->events), pack, {}).fits == station::Fits::same)
      return opened;
    if (!opened && !is_left_as_it_is(opened.error().fault)) return opened;
    const fs::path fresh = journal::fresh_name_beside(asked_for);
    auto beside = station::open_and_read(fresh, ears);
    // The living file stays the one that was asked for when it is sound and only another activity's.
    if (!beside || opened) return beside;
    if (const auto salvage = journal::read_what_can_be_read(file);
        salvage && station::its_activity(station::activity_opened_in(salvage->events), pack, {}).fits == station::Fits::same) {
      if (station::append_all(beside->journal, salvage->events).empty()) beside->events = salvage->events;
    }
    // Without the note the folder tells as much.
    (void)station::write_into_catalogue(file.parent_path(), file.filename().string(),
                                        {{}, {}, fresh.filename().string(), std::string(to_text(opened.error().fault))});
    return beside;
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
    if (!session.trouble()) put(file, {session.pack().activity.id, content::fingerprint(session.pack()), {}, {}});
    result_.session = std::make_unique<station::Session>(std::move(session));
  }

  ConveningWanted wanted_;
  const station::Ears& ears_;
  OpenedConvening result_;
  bool known_ = false;  // the catalogue knows the file that is asked for
};

// "cards: 2, threads: 1".
std::string told_by_kind(const journal::Lost& lost, const content::Strings& strings, std::string_view language) {
  const std::pair<const char*, std::size_t> kinds[] = {
      {"lost.cards", lost.cards},     {"lost.threads", lost.threads},           {"lost.gatherings", lost.gatherings},
      {"lost.markers", lost.markers}, {"lost.nourishments", lost.nourishments}, {"lost.changes", lost.changes},
      {"lost.unknown", lost.unknown}};
  std::string all;
  for (const auto& [key, count] : kinds) {
    if (count == 0) continue;
    all += (all.empty() ? "" : ", ") + content::filled(strings(key, language), {std::to_string(count)});
  }
  return all;
}

}  // namespace

std::optional<OtherActivity> other_activity_from_text(std::string_view text) {
  if (text == "go-on") return OtherActivity::go_on;
  if (text == "begin-anew") return OtherActivity::begin_anew;
  return std::nullopt;
}

std::string sentence_of(const Remark& remark, const content::Strings& strings, std::string_view language) {
  std::vector<std::string_view> values(remark.values.begin(), remark.values.end());
  const std::string by_kind = told_by_kind(remark.lost, strings, language);
  if (!by_kind.empty()) values.assign({by_kind});
  const std::string sentence = content::filled(strings(remark.key, language), values);
  return sentence + (remark.detail.empty() ? "" : "\n(" + remark.detail + ")");
}

OpenedConvening open_convening(const ConveningWanted& wanted, const station::Ears& ears) {
  return Opening(wanted, ears).open();
}

}  // namespace greenline::app
