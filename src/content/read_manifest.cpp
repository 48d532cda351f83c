// Reads a pack's manifest.
#include <algorithm>
#include <charconv>
#include <iterator>

#include "content/manifest.h"
#include "content/problem.h"
#include "content/read_languages.h"
#include "content/reader.h"

namespace greenline::content {
namespace {

constexpr std::size_t max_pack_activities = 200, max_pack_credits = 64;
constexpr int largest_version = 99999;

std::optional<Version> version_of(const Value& value) {
  const auto text = value.is_text() ? value.text(max_name_bytes) : std::nullopt;
  const auto version = text ? version_from_text(*text) : std::nullopt;
  if (!version)
    value.wrong(value.is_text() ? Problem::bad_version : Problem::wrong_type, "a version, such as \"1.0.0\"",
                "Three numbers with points. Count the last one up for a mended word, the middle one for something new.",
                "\"1.0.0\"");
  return version;
}

void read_needs(Object& object, Manifest& made) {
  const auto value = object.must_have("needs_greenline", "the oldest Greenline that knows all of it");
  const auto version = value ? version_of(*value) : std::nullopt;
  if (!version) return;
  made.needs = *version;
  if (*version > this_greenline())
    value->wrong(Problem::newer_greenline, "at most \"" + to_text(this_greenline()) + "\", which this Greenline is",
                 "Install a newer Greenline, or ask for an older version of the pack.");
}

void read_listed(Object& object, Manifest& made) {
  const auto value = object.may_have("activities");
  const auto list =
      value ? value->list(1, max_pack_activities, "the activities' ids, in the order of the shelf") : std::nullopt;
  for (const Value& item : list.value_or(std::vector<Value>())) {
    auto id = item.id();
    if (!id) continue;
    if (std::ranges::find(made.activities, *id) != made.activities.end())
      item.wrong(Problem::twice_in_list, "each activity once");
    else
      made.activities.push_back(*std::move(id));
  }
}

}  // namespace

std::optional<Version> version_from_text(std::string_view text) {
  Version version;
  int* const parts[] = {&version.major, &version.minor, &version.patch};
  const char* at = text.data();
  const char* const end = at + text.size();
  for (int* part : parts) {
    if (at == end || *at < '0' || *at > '9') return std::nullopt;
    const auto outcome = std::from_chars(at, end, *part);
    if (outcome.ec != std::errc{} || *part > largest_version) return std::nullopt;
    at = outcome.ptr;
    if (at == end) return version;
    if (*at++ != '.') return std::nullopt;
  }
  return std::nullopt;
}

std::string to_text(const Version& version) {
  return std::to_string(version.major) + "." + std::to_string(version.minor) + "." + std::to_string(version.patch);
}

Version this_greenline() { return version_from_text(GREENLINE_VERSION).value_or(Version{}); }

tl::expected<Manifest, Diagnostics> parse_manifest(std::string_view text, const std::string& file, Diagnostics* remarks) {
  Reading reading(text, file);
  Manifest made;
  const auto root = reading.root();
  auto object = root ? root->object("a pack's own words: \"id\", \"version\", \"title\" …") : std::nullopt;
  if (!object || !is_of_kind(*object, "pack")) return tl::unexpected(reading.take());

  if (const auto value = object->must_have("id", "the pack's id, the same in every version")) keep(made.id, value->id());
  if (const auto value = object->must_have("version", "the pack's own version, such as \"1.0.0\""))
    keep(made.version, version_of(*value));
  read_needs(*object, made);
  if (const auto value = object->must_have("languages", "the languages that it can be had in"))
    read_tags(value->list(1, max_languages, "the languages that it can be had in"), "each language once", made.languages);
  read_fallback(*object, made.languages, made.fallback);
  if (const auto value = object->must_have("title", "its name")) made.title = value->local_text(made.languages, max_name_bytes);
  if (const auto value = object->may_have("credits")) {
    const auto credits = value->list(0, max_pack_credits, "whom to thank");
    for (const Value& credit : credits.value_or(std::vector<Value>()))
      if (auto words = credit.text()) made.credits.push_back(*std::move(words));
  }
  if (const auto value = object->must_have("licence", "who may use and change it: \"CC BY 4.0\", or a sentence"))
    keep(made.licence, value->text());
  if (const auto value = object->may_have("picture")) keep(made.picture, value->text(max_name_bytes));
  read_listed(*object, made);
  object->close();
  if (!reading.clean()) return tl::unexpected(reading.take());
  if (remarks != nullptr) std::ranges::move(reading.take(), std::back_inserter(*remarks));
  return made;
}

}  // namespace greenline::content
