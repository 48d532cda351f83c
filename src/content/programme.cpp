// Reads a programme.
#include "content/programme.h"

#include <algorithm>
#include <utility>

#include "content/file.h"
#include "content/problem.h"
#include "content/reader.h"

namespace greenline::content {
namespace {

constexpr std::size_t max_days = 14, max_sessions = 64;
constexpr int day_min = 24 * 60;

// "9:05", "14:30".
std::optional<int> clock_from(const Value& value) {
  const auto text = value.text();
  if (!text) return std::nullopt;
  const std::size_t colon = text->find(':');
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.size() <= 2 &&
           std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (colon != std::string::npos && digits(std::string_view(*text).substr(0, colon)) && text->size() == colon + 3 &&
      digits(std::string_view(*text).substr(colon + 1))) {
    const int hour = std::stoi(text->substr(0, colon)), minute = std::stoi(text->substr(colon + 1));
    if (hour < 24 && minute < 60) return hour * 60 + minute;
  }
  value.wrong(Problem::timetable, "a time of day, like \"9:05\" or \"14:30\"");
  return std::nullopt;
}

class DayReader {
 public:
  explicit DayReader(const std::filesystem::path& content_folder) : content_folder_(content_folder) {}

  Session session(Object& object) {
    Session made;
    std::optional<int> lasts;
    if (const auto activity = object.may_have("activity")) {
      keep(made.activity, activity->id());
      lasts = phases(object, *activity, made);
    }
    if (const auto title = object.may_have("title")) made.title = title->local_text({}, max_name_bytes);
    if (made.activity.empty() && made.title.empty())
      object.value().wrong(Problem::key_missing, "an \"activity\" or a \"title\"");
    times(object, made, lasts);
    for (const auto& [key, flag] : {std::pair("fixed", &made.fixed), {"optional", &made.optional}})
      if (const auto value = object.may_have(key)) keep(*flag, value->flag());
    if (made.fixed && made.optional) object.value().wrong(Problem::timetable, "\"fixed\" or \"optional\", not both");
    object.close();
    return made;
  }

 private:
  // How long the activity's phases take.
  std::optional<int> phases(Object& object, const Value& activity, Session& made) {
    const auto from = object.may_have("from_phase"), until = object.may_have("until_phase");
    if (from) keep(made.from_phase, from->id());
    if (until) keep(made.until_phase, until->id());
    if (made.activity.empty()) return std::nullopt;
    const auto pack = load_pack(made.activity, content_folder_);
    if (!pack) {
      activity.reading().report(activity.node(), {.problem = Problem::unknown_activity,
                                                  .found = activity.found(),
                                                  .expected = "the id of an activity that is there and sound",
                                                  .nearest = nearest_spelling(made.activity, activity_names(content_folder_))});
      return std::nullopt;
    }
    auto minutes = minutes_of(pack->activity, made.from_phase, made.until_phase);
    if (!minutes) object.value().wrong(Problem::timetable, "phases of the activity, the first not after the last");
    return minutes;
  }

  void times(Object& object, Session& made, std::optional<int> lasts) {
    made.starts_min = ends_min_;
    if (const auto starts = object.may_have("starts")) {
      if (const auto at = clock_from(*starts)) {
        if (*at < ends_min_)
          starts->wrong(Problem::timetable,
                        "a start that is not before the session before it has ended, at " + clock_text(ends_min_));
        made.starts_min = *at;
      }
    } else if (!begun_) {
      object.value().wrong(Problem::timetable, "\"starts\" of the day's first session, like \"9:00\"");
    }
    if (const auto minutes = object.may_have("minutes"))
      keep(made.minutes, minutes->integer(1, day_min));
    else if (lasts)
      made.minutes = *lasts;
    else if (made.activity.empty())
      object.value().wrong(Problem::key_missing, "\"minutes\": how long it lasts");
    begun_ = true;
    ends_min_ = made.starts_min + made.minutes;
    if (ends_min_ > day_min) object.value().wrong(Problem::timetable, "an end before midnight");
  }

  const std::filesystem::path& content_folder_;
  bool begun_ = false;
  int ends_min_ = 0;
};

Day day(Object& object, const std::filesystem::path& content_folder) {
  Day made;
  if (const auto title = object.must_have("title", "the day's name")) made.title = title->local_text({}, max_name_bytes);
  const auto value = object.must_have("sessions", "what happens, in order");
  const auto sessions = value ? value->list(1, max_sessions, "sessions") : std::nullopt;
  DayReader reader(content_folder);
  for (const Value& session : sessions.value_or(std::vector<Value>()))
    if (auto read = session.object("a session")) made.sessions.push_back(reader.session(*read));
  object.close();
  return made;
}

}  // namespace

std::optional<int> minutes_of(const Activity& activity, std::string_view from_phase, std::string_view until_phase) {
  const auto place = [&](std::string_view phase) {
    return std::find_if(activity.phases.begin(), activity.phases.end(), [&](const Phase& one) { return one.id == phase; });
  };
  const auto from = from_phase.empty() ? activity.phases.begin() : place(from_phase);
  auto until = until_phase.empty() ? activity.phases.end() : place(until_phase);
  if (from == activity.phases.end() || (!until_phase.empty() && until == activity.phases.end())) return std::nullopt;
  if (!until_phase.empty()) ++until;
  if (until <= from) return std::nullopt;
  int minutes = 0;
  for (auto phase = from; phase != until; ++phase) minutes += phase->minutes;
  return minutes;
}

tl::expected<Programme, Diagnostics> parse_programme(std::string_view text, const std::string& file,
                                                     const std::filesystem::path& content_folder) {
  Reading reading(text, file);
  const auto root = reading.root();
  auto object = root ? root->object("a programme") : std::nullopt;
  if (!object || !is_kind(*object, "programme")) return tl::unexpected(reading.take());
  Programme made;
  if (const auto value = object->must_have("id", "the programme's id, as its file is called")) keep(made.id, value->id());
  if (const auto value = object->must_have("title", "its name")) made.title = value->local_text({}, max_name_bytes);
  const auto value = object->must_have("days", "the days, in order");
  const auto days = value ? value->list(1, max_days, "days") : std::nullopt;
  for (const Value& one : days.value_or(std::vector<Value>()))
    if (auto read = one.object("a day")) made.days.push_back(day(*read, content_folder));
  object->close();
  if (!reading.clean()) return tl::unexpected(reading.take());
  return made;
}

tl::expected<Programme, Diagnostics> load_programme(const std::string& name, const std::filesystem::path& content_folder) {
  std::filesystem::path path = name;
  if (!path.has_extension() && !path.has_parent_path()) path = content_folder / "programmes" / (name + ".json");
  const auto text = read_file(path);
  if (!text) return tl::unexpected(Diagnostics{text.error()});
  return parse_programme(*text, path.string(), content_folder);
}

}  // namespace greenline::content
