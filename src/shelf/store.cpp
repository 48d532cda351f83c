#include "shelf/store.h"

#include <algorithm>
#include <map>
#include <utility>

#include "files/private_file.h"
#include "shelf/staging.h"

namespace greenline::shelf {
namespace {

namespace fs = std::filesystem;
using content::Diagnostics;
using content::PackSource;
using Not = tl::unexpected<NotBrought>;

Not not_brought(NotBrought::Why why, std::string reason = {}, Diagnostics wrong = {}) {
  return Not(NotBrought{why, std::move(wrong), std::nullopt, std::move(reason)});
}

std::string place_name(const Identity& identity) { return identity.id + "@" + content::to_text(identity.version); }

// What a folder of the store holds.
Installed look_at(const fs::path& folder) {
  if (const auto source = content::open_folder(folder)) {
    if (auto known = identify(*source)) return {folder, std::move(known->identity), std::move(known->title)};
  }
  const std::string name = folder.filename().string();
  const std::size_t at = name.find('@');
  const auto version = at == name.npos ? std::nullopt : content::version_from_text(name.substr(at + 1));
  return {folder, {name.substr(0, at), version.value_or(content::Version{}), {}}, {}};
}

// Copies it, and gives back what was copied; no value and no diagnostics: `why` is the reason.
tl::expected<Identified, NotBrought> copy(const PackSource& source, const Staging& staging,
                                          const std::function<bool()>& go_on) {
  std::string why;
  bool ended = false;
  auto copied = identify(source, [&](const std::string& file, const std::string& bytes) {
    ended = go_on && !go_on();
    if (ended) return false;
    auto put = staging.put(file, bytes);
    if (!put) why = std::move(put.error());
    return why.empty();
  });
  if (copied) {
    if (auto synced = staging.sync(); !synced) return not_brought(NotBrought::Why::disk, synced.error());
    return *std::move(copied);
  }
  if (ended) return not_brought(NotBrought::Why::ended);
  if (!why.empty()) return not_brought(NotBrought::Why::disk, why);
  return not_brought(NotBrought::Why::broken, {}, content::one_a_cause(std::move(copied.error())));
}

// What is on the disk is what was copied, and is sound. Its problems are told by the names that people know.
tl::expected<void, NotBrought> judge(const Staging& staging, const Identity& copied, const std::string& name,
                                     const content::PackSurroundings& around) {
  auto there = content::open_folder(staging.folder());
  if (!there) return not_brought(NotBrought::Why::damaged);
  const auto again = identify(*there);
  if (!again || again->identity != copied) return not_brought(NotBrought::Why::damaged);
  there->name = name;
  auto pack = content::load_whole_pack(*there, around, nullptr);
  if (!pack) return not_brought(NotBrought::Why::broken, {}, content::one_a_cause(std::move(pack.error())));
  return {};
}

// A name in the store that nobody has; usually ID@VERSION itself.
fs::path free_place(const fs::path& store, const Identity& identity) {
  std::error_code ignored;
  fs::path place = store / place_name(identity);
  for (int number = 2; fs::exists(fs::symlink_status(place, ignored)); ++number)
    place = store / (place_name(identity) + " (" + std::to_string(number) + ")");
  return place;
}

}  // namespace

std::vector<fs::path> Store::folders() const {
  std::vector<fs::path> all;
  std::error_code trouble;
  for (fs::directory_iterator at(folder_, trouble), end; !trouble && at != end; at.increment(trouble)) {
    std::error_code unknown;
    if (!at->path().filename().string().starts_with('.') && at->symlink_status(unknown).type() == fs::file_type::directory)
      all.push_back(at->path());
  }
  std::ranges::sort(all);
  return all;
}

std::vector<Installed> Store::installed() const {
  std::vector<Installed> all;
  for (const fs::path& folder : folders()) all.push_back(look_at(folder));
  std::ranges::stable_sort(all, [](const Installed& a, const Installed& b) {
    return a.identity.id != b.identity.id ? a.identity.id < b.identity.id : a.identity.version > b.identity.version;
  });
  return all;
}

tl::expected<Brought, NotBrought> Store::bring(const PackSource& source, const content::PackSurroundings& around, Which which,
                                               const std::function<bool()>& go_on) const {
  using Why = NotBrought::Why;
  const Turn turn(folder_, true);
  if (!turn.is_open()) return not_brought(Why::disk, "the folder " + folder_.string() + " cannot be made or opened");
  auto staging = Staging::begin(folder_);
  if (!staging) return not_brought(Why::disk, staging.error());
  const auto copied = copy(source, *staging, go_on);
  if (!copied) return Not(copied.error());
  if (auto judged = judge(*staging, copied->identity, source.name, around); !judged) return Not(std::move(judged.error()));

  const Identity& coming = copied->identity;
  Brought brought{Brought::How::fresh, {{}, coming, copied->title}, std::nullopt};
  std::optional<Installed> same;
  for (Installed& one : installed()) {
    if (one.identity.id != coming.id) continue;
    if (one.identity.version == coming.version) {
      same = std::move(one);
    } else if (one.identity.version > coming.version) {
      NotBrought older{Why::older, {}, Clash{std::move(one), coming}, {}};
      return Not(std::move(older));
    } else if (!brought.before) {
      brought.how = Brought::How::update;
      brought.before = one.identity.version;
    }
  }
  if (same && same->identity == coming) return Brought{Brought::How::already_here, *std::move(same), std::nullopt};
  if (same && which == Which::ask) return Not(NotBrought{Why::clash, {}, Clash{*std::move(same), coming}, {}});
  if (same && which == Which::here) return Brought{Brought::How::kept_here, *std::move(same), std::nullopt};
  if (same) brought.how = Brought::How::replaced;
  brought.pack.folder = same ? same->folder : free_place(folder_, coming);
  if (auto moved = staging->move_to(brought.pack.folder); !moved) return not_brought(Why::disk, moved.error());
  return brought;
}

tl::expected<std::vector<Installed>, std::string> Store::remove(const std::string& id,
                                                                const std::optional<content::Version>& version) const {
  std::vector<Installed> gone;
  const Turn turn(folder_, true);
  if (!turn.is_open()) return gone;
  for (Installed& one : installed()) {
    if (one.identity.id != id || (version && one.identity.version != *version)) continue;
    if (auto taken = take_away(one.folder); !taken) return tl::unexpected(taken.error());
    gone.push_back(std::move(one));
  }
  return gone;
}

void Store::sweep() const {
  if (const Turn turn(folder_, false); turn.is_open()) sweep_store(folder_);
}

std::vector<Installed> Store::drop_superseded(const content::PackSurroundings& around, const InUse& in_use) const {
  std::vector<Installed> gone;
  const Turn turn(folder_, false);
  if (!turn.is_open()) return gone;
  const auto load = [&](const Installed& one) -> std::optional<content::WholePack> {
    const auto source = content::open_folder(one.folder);
    if (!source) return std::nullopt;
    auto pack = content::load_whole_pack(*source, around, nullptr);
    return pack ? std::optional(*std::move(pack)) : std::nullopt;
  };
  std::string sound;  // the id of which a sound one came by
  for (Installed& one : installed()) {
    const auto pack = load(one);
    if (one.identity.id != sound) {
      if (pack) sound = one.identity.id;
      continue;
    }
    if ((pack && in_use && in_use(*pack)) || !take_away(one.folder)) continue;
    gone.push_back(std::move(one));
  }
  return gone;
}

}  // namespace greenline::shelf
