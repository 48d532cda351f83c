#include "shelf/look.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <utility>

#include "content/problem.h"
#include "content/programme.h"
#include "files/mounts.h"

namespace greenline::shelf {
namespace {

namespace fs = std::filesystem;
using content::Diagnostics;

constexpr std::size_t most_watched_folders = 1000, most_stamped_files = content::max_pack_files;

bool hidden(const fs::path& path) { return path.filename().string().starts_with('.') || path.filename() == "__MACOSX"; }

bool is_folder(const fs::path& path) {
  std::error_code unknown;
  return fs::symlink_status(path, unknown).type() == fs::file_type::directory;
}

// What lies in a folder itself, by name; nothing of one that cannot be read.
std::vector<fs::path> in_folder(const fs::path& folder, std::size_t most, bool& more) {
  std::vector<fs::path> all;
  std::error_code trouble;
  for (fs::directory_iterator at(folder, trouble), end; !trouble && at != end; at.increment(trouble)) {
    if (hidden(at->path())) continue;
    if (all.size() == most) {
      more = true;
      break;
    }
    all.push_back(at->path());
  }
  std::ranges::sort(all);
  return all;
}

// How a file is now: another one, or another time, is another stamp.
std::string stamp_of_file(const fs::path& file) {
  struct stat about {};
  if (::stat(file.c_str(), &about) != 0) return "none;";
  std::string stamp;
  for (const auto number : {static_cast<std::int64_t>(about.st_ino), static_cast<std::int64_t>(about.st_size),
                            static_cast<std::int64_t>(about.st_mtim.tv_sec), static_cast<std::int64_t>(about.st_mtim.tv_nsec)})
    stamp += std::to_string(number) + ' ';
  return stamp + file.string() + ';';
}

std::string stamp_of(const fs::path& path) {
  if (!is_folder(path)) return stamp_of_file(path);
  std::string stamp;
  std::size_t files = 0;
  std::error_code trouble;
  fs::recursive_directory_iterator at(path, trouble);
  for (; !trouble && at != fs::recursive_directory_iterator() && files < most_stamped_files; at.increment(trouble), ++files) {
    if (at.depth() >= static_cast<int>(content::max_pack_folders)) at.disable_recursion_pending();
    stamp += stamp_of_file(at->path());
  }
  return stamp;
}

// What folders there are in it, itself first.
// One that is not there may come.
void add_folders(std::vector<fs::path>& to, const fs::path& top) {
  to.push_back(top);
  if (!is_folder(top)) return;
  std::error_code trouble;
  fs::recursive_directory_iterator at(top, trouble);
  for (; !trouble && at != fs::recursive_directory_iterator() && to.size() < most_watched_folders; at.increment(trouble)) {
    if (at.depth() >= 2) at.disable_recursion_pending();
    std::error_code unknown;
    if (at->symlink_status(unknown).type() == fs::file_type::directory) to.push_back(at->path());
  }
}

void add_activity(std::vector<Item>& items, Item like, const content::Pack& pack) {
  for (const content::Phase& phase : pack.activity.phases) like.minutes += phase.minutes;
  if (const auto written = content::parse_activity(pack.activity_text, pack.activity.id))
    like.languages = content::told_languages(*written);
  like.activity = std::make_shared<const content::Pack>(pack);
  items.push_back(std::move(like));
}

// A zip that has nothing of a pack in it is somebody's holiday, and is nothing to complain of.
bool nothing_of_a_pack(const content::PackSource& source) {
  return !source.has("pack.json") &&
         std::ranges::none_of(source.files, [](const std::string& file) { return file.starts_with("activities/"); });
}

// Why it is refused comes first.
Diagnostics what_stops(Diagnostics all) {
  all = content::one_a_cause(std::move(all));
  std::ranges::stable_sort(all, {}, [](const content::Diagnostic& one) { return severity_of(one); });
  return all;
}

// Each once, whoever names it.
class SmallPictures {
 public:
  SmallPictures(const content::PackSource& source, const MakesSmall& make) : source_(source), make_(make) {}
  [[nodiscard]] std::shared_ptr<const content::SmallPicture> of(const std::string& file) {
    if (file.empty() || !make_) return nullptr;
    if (const auto known = made_.find(file); known != made_.end()) return known->second;
    const auto bytes = source_.read(file, content::max_picture_bytes);
    auto small = bytes ? make_(*bytes) : std::nullopt;
    return made_[file] = small ? std::make_shared<const content::SmallPicture>(*std::move(small)) : nullptr;
  }

 private:
  const content::PackSource& source_;
  const MakesSmall& make_;
  std::map<std::string, std::shared_ptr<const content::SmallPicture>> made_;
};

std::vector<Item> read_pack(Where where, const fs::path& path, const content::PackSurroundings& around,
                            const MakesSmall& make_small) {
  Item like;
  like.where = where;
  like.path = path;
  const auto broken = [&](Diagnostics wrong) {
    like.wrong = what_stops(std::move(wrong));
    return std::vector{like};
  };
  const auto source = content::open_pack(path);
  if (!source) return broken(source.error());
  if (nothing_of_a_pack(*source)) return {};
  auto known = identify(*source);
  if (known) {
    like.identity = std::move(known->identity);
    like.pack_title = std::move(known->title);
  }
  const auto pack = content::load_whole_pack(*source, around, nullptr);
  if (!pack) return broken(pack.error());
  if (!known) return broken(std::move(known.error()));
  like.phrases = pack->phrases;
  std::vector<Item> items;
  SmallPictures pictures(*source, make_small);
  for (const content::Pack& one : pack->activities) {
    like.picture = pictures.of(one.activity.picture.empty() ? pack->manifest.picture : one.activity.picture);
    add_activity(items, like, one);
  }
  return items;
}

std::string stamp_of_canvases(const fs::path& content) {
  std::string stamp;
  std::error_code trouble;
  for (fs::directory_iterator at(content / "canvases", trouble), end; !trouble && at != end; at.increment(trouble))
    stamp += stamp_of_file(at->path());
  return stamp;
}

std::size_t words_held(const Item& item) {
  return item.activity ? item.activity->activity_text.size() + item.activity->canvas_text.size() : 0;
}

std::size_t words_held_in(const Listing& listing) {
  std::size_t bytes = 0;
  for (const Item& item : listing.items) bytes += words_held(item);
  return bytes;
}

double now_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

}  // namespace

std::vector<fs::path> packs_in(const fs::path& folder, bool& more) {
  std::error_code trouble;
  if (is_folder(folder) && fs::exists(folder / "pack.json", trouble)) return {folder};
  std::vector<fs::path> found;
  constexpr std::size_t most_looked_at = 5000;
  for (const fs::path& path : in_folder(folder, most_looked_at, more)) {
    std::error_code unknown;
    const fs::file_type type = fs::symlink_status(path, unknown).type();
    const bool pack = type == fs::file_type::directory ? content::is_pack(path) || is_folder(path / "activities")
                                                       : type == fs::file_type::regular && content::is_pack(path);
    if (!pack) continue;
    if (found.size() == most_packs_in_a_place) {
      more = true;
      break;
    }
    found.push_back(path);
  }
  return found;
}

std::vector<fs::path> Look::sticks() const {
  std::vector<fs::path> in = files::mounted_in(places_.sticks);
  bool more = false;
  for (const fs::path& folder : places_.sticks)
    for (const fs::path& path : in_folder(folder, most_packs_in_a_place, more))
      if (is_folder(path) && std::ranges::find(in, path) == in.end() && !packs_in(path, more).empty()) in.push_back(path);
  std::ranges::sort(in);
  return in;
}

std::vector<fs::path> Look::folders() const {
  std::vector<fs::path> all;
  if (!places_.store.empty()) add_folders(all, places_.store);
  for (const fs::path& folder : places_.watched) add_folders(all, folder);
  for (const fs::path& folder : places_.sticks) all.push_back(folder);
  for (const fs::path& stick : sticks()) {
    all.push_back(stick);
    bool more = false;
    for (const fs::path& pack : packs_in(stick, more)) add_folders(all, pack);
  }
  for (const char* part : {"activities", "canvases"}) all.push_back(places_.content / part);
  if (all.size() > most_watched_folders) all.resize(most_watched_folders);
  return all;
}

void Look::add_pack(Listing& listing, Where where, const fs::path& from, const fs::path& path, const std::string& canvases) {
  const std::string key = std::to_string(static_cast<int>(where)) + path.string();
  Read now;
  now.stamp = stamp_of(path) + canvases;
  if (const auto before = read_.find(key); before != read_.end() && before->second.stamp == now.stamp) {
    now = std::move(before->second);
  } else {
    now.items = read_pack(where, path, surroundings(), places_.small_picture);
    for (Item& item : now.items) item.from = from;
  }
  listing.items.insert(listing.items.end(), now.items.begin(), now.items.end());
  kept_[key] = std::move(now);
}

const std::vector<std::string>& Look::programmes() {
  bool more = false;
  constexpr std::size_t most_programmes = 20;
  const std::vector<fs::path> files = in_folder(places_.content / "programmes", most_programmes, more);
  std::string stamp;
  for (const fs::path& file : files) stamp += stamp_of_file(file);
  if (std::exchange(programmes_stamp_, stamp) == stamp) return programmes_;
  programmes_.clear();
  for (const fs::path& file : files) {
    const auto programme = content::load_programme(file.string(), places_.content);
    if (!programme) continue;  // `check` says what is wrong with it; here it only gives an order
    for (const content::Day& day : programme->days)
      for (const content::Session& session : day.sessions)
        if (!session.activity.empty() && std::ranges::find(programmes_, session.activity) == programmes_.end())
          programmes_.push_back(session.activity);
  }
  return programmes_;
}

void Look::add_built_in(Listing& listing, const std::string& canvases, const std::function<bool()>& go_on) {
  const std::vector<std::string>& order = programmes();
  for (const std::string& name : content::activity_names(places_.content)) {
    if (!go_on()) return;
    const fs::path file = places_.content / "activities" / (name + ".json");
    const std::string stamp = stamp_of_file(file) + canvases;
    Read now{stamp, {}};
    if (const auto before = read_.find(file.string()); before != read_.end() && before->second.stamp == stamp) {
      now = std::move(before->second);
    } else {
      Item like;
      like.path = file;
      auto pack = content::load_pack(name, places_.content, places_.keyboards);
      if (pack) {
        add_activity(now.items, std::move(like), *pack);
      } else {
        like.wrong = what_stops(std::move(pack.error()));
        now.items.push_back(std::move(like));
      }
    }
    if (const auto at = std::ranges::find(order, name); at != order.end())
      now.items.front().in_programme = static_cast<std::size_t>(at - order.begin());
    listing.items.insert(listing.items.end(), now.items.begin(), now.items.end());
    kept_[file.string()] = std::move(now);
  }
}

void Look::fill(Listing& listing, bool with_built_in, const std::function<bool()>& go_on) {
  const double until_s = now_s() + longest_look_s;
  const std::string canvases = stamp_of_canvases(places_.content);
  listing.items.clear();
  listing.more = false;
  listing.sticks = sticks();
  const auto add_all_in = [&](Where where, const fs::path& from, const std::vector<fs::path>& packs) {
    for (const fs::path& pack : packs) {
      if (!go_on()) return;
      if (now_s() > until_s || words_held_in(listing) > most_words_held) {
        listing.more = true;
        return;
      }
      add_pack(listing, where, from, pack, canvases);
    }
  };
  for (const fs::path& stick : listing.sticks) add_all_in(Where::stick, stick, packs_in(stick, listing.more));
  for (const fs::path& folder : places_.watched) add_all_in(Where::watched, folder, packs_in(folder, listing.more));
  std::vector<Installed> installed;
  if (!places_.store.empty()) {
    installed = Store(places_.store).installed();
    std::string last;
    std::vector<fs::path> newest;  // an older one that is still in use is not begun with any more
    for (const Installed& one : installed)
      if (std::exchange(last, one.identity.id) != one.identity.id) newest.push_back(one.folder);
    add_all_in(Where::installed, places_.store, newest);
  }
  for (Item& item : listing.items)
    item.is_installed_too = item.where == Where::stick && !item.identity.sum.empty() &&
                            std::ranges::find(installed, item.identity, &Installed::identity) != installed.end();
  if (with_built_in) add_built_in(listing, canvases, go_on);
  read_ = std::exchange(kept_, {});
}

}  // namespace greenline::shelf
