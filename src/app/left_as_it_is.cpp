#include "app/left_as_it_is.h"

#include <string_view>
#include <utility>

#include "app/typed.h"
#include "content/what_changed.h"
#include "journal/folders.h"

namespace greenline::app {

using journal::Fault;
using station::Remark;

std::string why_left(const station::ItsActivity& its) {
  if (its.fits == station::Fits::not_here) return why_activity_not_here;
  return its.fits == station::Fits::another_version ? why_other_version : why_other_activity;
}

bool is_left_as_it_is(Fault fault) {
  return fault == Fault::damaged || fault == Fault::newer_version || fault == Fault::not_ours;
}

std::string title_of(const content::Pack& pack) {
  const std::string_view title =
      content::in_language(pack.activity.title, pack.activity.languages.empty() ? "en" : pack.activity.languages.front());
  return title.empty() ? pack.activity.id : std::string(title);
}

std::string as_move_finds_it(const std::filesystem::path& file) {
  const auto usual = journal::convenings_folder();
  return usual && file.parent_path() == *usual ? file.filename().string() : file.string();
}

std::vector<Remark> changed_since(const content::Pack& carried, const content::Pack& asked_for,
                                  const std::filesystem::path& content_folder, const std::filesystem::path& file,
                                  const std::string& called_by) {
  content::Pack now = asked_for;
  std::string to = called_by;
  if (asked_for.activity.id != carried.activity.id) {
    auto installed = content::load_pack(carried.activity.id, content_folder);
    if (!installed || installed->activity.id != carried.activity.id) return {};
    now = *std::move(installed);
    to.clear();
  }
  if (to.empty()) to = "--to " + now.activity.id;
  const content::Changed changed = content::what_changed(carried, now);
  if (!changed.anything()) return {};
  const std::string language = carried.activity.languages.empty() ? "en" : carried.activity.languages.front();
  const auto called = [&](const content::LocalText& name) {
    return "“" + std::string(content::in_language(name, language)) + "”";
  };
  std::vector<std::string> gone, renamed, phases;
  for (const content::Region* region : changed.regions_gone) gone.push_back(called(region->label));
  for (const auto& [was, is] : changed.regions_renamed) renamed.push_back(called(was->label) + " → " + called(is->label));
  for (const content::Phase* phase : changed.phases_gone) phases.push_back(called(phase->title));
  std::vector<Remark> remarks;
  for (const auto& [key, names] : {std::pair("convening.regions_gone", &gone),
                                   {"convening.regions_renamed", &renamed},
                                   {"convening.phases_gone", &phases}}) {
    std::string all;
    for (const std::string& name : *names) all += (all.empty() ? "" : ", ") + name;
    if (!all.empty()) remarks.push_back({key, {title_of(now), all}, {}, false});
  }
  remarks.push_back({"convening.ask_move", {typed(as_move_finds_it(file)), to}, {}, false});
  return remarks;
}

Remark left_for_its_activity(const std::filesystem::path& file, const station::ItsActivity& its) {
  if (its.fits == station::Fits::not_here) return {"convening.activity_not_here", {file.string(), its.name}, its.wrong};
  return {"convening.begun_anew", {file.string(), title_of(its.pack)}};
}

Remark set_aside(const journal::Trouble& trouble, const std::filesystem::path& file, const std::filesystem::path& fresh) {
  const char* key =
      trouble.fault == Fault::newer_version ? "convening.set_aside_newer_version" : "convening.set_aside_not_ours";
  return {key, {file.string(), fresh.string()}, trouble.detail};
}

Remark nothing_read(const std::filesystem::path& file, const journal::Trouble& trouble) {
  return {"convening.nothing_read", {file.string()}, trouble.detail};
}

Remark salvaged(const std::filesystem::path& file, const std::filesystem::path& fresh, const journal::Trouble& trouble) {
  return {"convening.salvaged", {file.string(), fresh.string()}, trouble.detail};
}

std::vector<Remark> not_on_the_wall(const std::filesystem::path& file, const journal::Lost& lost, std::size_t from_newer) {
  std::vector<Remark> remarks;
  if (lost.total() > 0) remarks.push_back({.key = "convening.lost_of_each", .lost = lost});
  if (from_newer > 0) remarks.push_back({"convening.from_newer", {file.string(), std::to_string(from_newer)}});
  return remarks;
}

std::vector<Remark> not_on_the_wall(const std::filesystem::path& file, const journal::Journal& journal) {
  std::vector<Remark> remarks = not_on_the_wall(file, journal::Lost{}, journal.rows_from_newer());
  if (const journal::Missing missing = journal.missing(); missing.events > 0) {
    remarks.push_back({"convening.latest_missing", {file.string(), std::to_string(missing.events)}});
  } else if (missing.may_be_more) {
    remarks.push_back({"convening.latest_may_miss", {file.string()}});
  }
  return remarks;
}

}  // namespace greenline::app
