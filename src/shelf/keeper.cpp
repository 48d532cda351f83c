#include "shelf/keeper.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <variant>

#include "files/mounts.h"
#include "files/watch.h"

namespace greenline::shelf {
namespace {

namespace fs = std::filesystem;

bool lies_on(const fs::path& pack, const std::vector<fs::path>& sticks) {
  return std::ranges::any_of(sticks, [&](const fs::path& stick) {
    return std::mismatch(stick.begin(), stick.end(), pack.begin(), pack.end()).first == stick.end();
  });
}

}  // namespace

struct Keeper::Inside {
  struct ToBring {
    fs::path pack;
    Which which = Which::ask;
  };
  struct ToRemove {
    std::string id;
    content::Version version;
  };
  struct ToTidy {};
  using Wish = std::variant<ToBring, ToRemove, ToTidy>;

  Inside(Places places, InUse in_use_, std::function<void()> changed_)
      : look(std::move(places)), store(look.places().store), in_use(std::move(in_use_)), changed(std::move(changed_)) {}

  // Its thread's own.
  Look look;
  Store store;
  InUse in_use;
  std::function<void()> changed;
  Listing now;
  std::uint64_t told = 0;
  std::vector<fs::path> watched_folders;
  std::optional<files::Watch> watch;
  std::optional<files::MountWatch> mounts;

  // Everybody's.
  std::mutex mutex;
  std::condition_variable something;
  std::deque<Wish> wishes;
  bool look_wanted = true, built_in_wanted = false, forget = false, ending = false;
  std::shared_ptr<const Listing> published = std::make_shared<Listing>();

  std::thread thread;  // last

  [[nodiscard]] bool goes_on() {
    const std::lock_guard lock(mutex);
    return !ending;
  }
  void ask_to_look() {
    {
      const std::lock_guard lock(mutex);
      look_wanted = true;
    }
    something.notify_one();
  }
  bool wish(Wish what) {
    {
      const std::lock_guard lock(mutex);
      if (wishes.size() >= most_wishes) return false;
      wishes.push_back(std::move(what));
    }
    something.notify_one();
    return true;
  }
  void publish() {
    ++now.number;
    {
      const std::lock_guard lock(mutex);
      if (ending) return;
      published = std::make_shared<const Listing>(now);
    }
    if (changed) changed();
  }
  void watch_what_is_looked_at() {
    std::vector<fs::path> folders = look.folders();
    if (folders == watched_folders) return;
    watched_folders = std::move(folders);
    auto begun = files::Watch::begin(watched_folders, [this] { ask_to_look(); });
    watch.reset();
    if (begun) watch.emplace(std::move(*begun));
  }
  void look_now(bool with_built_in) {
    watch_what_is_looked_at();  // first, so that nothing is missed
    look.fill(now, with_built_in, [this] { return goes_on(); });
    now.looked = true;
    publish();
  }
  void tell(Told what) {
    what.number = ++told;
    now.told = std::move(what);
  }
  void grant(const ToBring&);
  void grant(const ToRemove&);
  void grant(const ToTidy&) {
    if (!look.places().store.empty() && !store.drop_superseded(look.surroundings(), in_use).empty()) ask_to_look();
  }
  void run();
};

void Keeper::Inside::grant(const ToBring& wish) {
  now.bringing = wish.pack;
  if (now.question && now.question->path == wish.pack) now.question.reset();
  publish();
  Told what;
  what.path = wish.pack;
  what.from_stick = lies_on(wish.pack, now.sticks);
  const auto refuse = [&](NotBrought why) {
    if (why.why == NotBrought::Why::clash) now.question = Question{wish.pack, *why.clash};
    what.not_brought = std::move(why);
  };
  if (look.places().store.empty()) {
    refuse({NotBrought::Why::disk, {}, {}, "there is no home to keep it in"});
  } else if (const auto source = content::open_pack(wish.pack); !source) {
    refuse({NotBrought::Why::broken, content::one_a_cause(source.error()), {}, {}});
  } else if (auto brought = store.bring(*source, look.surroundings(), wish.which, [this] { return goes_on(); }); !brought) {
    refuse(std::move(brought.error()));
  } else {
    what.brought = *std::move(brought);
    (void)store.drop_superseded(look.surroundings(), in_use);
  }
  now.bringing.reset();
  tell(std::move(what));
}

void Keeper::Inside::grant(const ToRemove& wish) {
  Told what;
  auto gone = store.remove(wish.id, wish.version);
  if (gone) {
    what.gone = *std::move(gone);
  } else {
    what.trouble = gone.error();
  }
  tell(std::move(what));
}

void Keeper::Inside::run() {
  if (!look.places().store.empty()) {
    store.sweep();
    (void)store.drop_superseded(look.surroundings(), in_use);
  }
  if (auto begun = files::MountWatch::begin([this] { ask_to_look(); })) mounts.emplace(std::move(*begun));
  while (true) {
    std::optional<Wish> wish;
    bool with_built_in = false, forgotten = false;
    {
      std::unique_lock lock(mutex);
      something.wait(lock, [this] { return ending || look_wanted || forget || !wishes.empty(); });
      if (ending) return;
      if (!wishes.empty()) {
        wish = std::move(wishes.front());
        wishes.pop_front();
      }
      look_wanted = false;
      forgotten = std::exchange(forget, false);
      with_built_in = built_in_wanted;
    }
    if (forgotten) now.question.reset();
    if (wish) std::visit([this](const auto& what) { grant(what); }, *wish);
    if (goes_on()) look_now(with_built_in);
  }
}

Keeper::Keeper(Places places, InUse in_use, std::function<void()> changed)
    : inside_(std::make_unique<Inside>(std::move(places), std::move(in_use), std::move(changed))) {
  inside_->thread = std::thread([raw = inside_.get()] { raw->run(); });
}

Keeper::~Keeper() {
  {
    const std::lock_guard lock(inside_->mutex);
    inside_->ending = true;
  }
  inside_->something.notify_one();
  inside_->thread.join();
  inside_->watch.reset();  // their threads ask to look
  inside_->mounts.reset();
}

std::shared_ptr<const Listing> Keeper::listing() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->published;
}

void Keeper::look_at_all() {
  {
    const std::lock_guard lock(inside_->mutex);
    inside_->built_in_wanted = true;
  }
  inside_->ask_to_look();
}

bool Keeper::bring(const fs::path& pack, Which which) { return inside_->wish(Inside::ToBring{pack, which}); }

bool Keeper::remove(const std::string& id, const content::Version& version) {
  return inside_->wish(Inside::ToRemove{id, version});
}

void Keeper::tidy() { (void)inside_->wish(Inside::ToTidy{}); }

void Keeper::forget_question() {
  {
    const std::lock_guard lock(inside_->mutex);
    inside_->forget = true;
  }
  inside_->something.notify_one();
}

}  // namespace greenline::shelf
