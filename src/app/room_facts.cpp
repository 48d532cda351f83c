#include "app/room_facts.h"

#include <fcntl.h>
#include <sys/timex.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <ctime>

#include "content/load.h"
#include "content/pack_source.h"
#include "content/problem.h"
#include "content/whole_pack.h"
#include "files/descriptor.h"
#include "journal/folders.h"
#include "shelf/store.h"

namespace greenline::app {
namespace {

namespace fs = std::filesystem;

// The middle time of several small durable writes, as the journal makes them; nothing where they fail, with the reason.
std::optional<double> durable_write_ms(const fs::path& folder, std::string& trouble) {
  constexpr int writes = 7;
  constexpr std::size_t bytes = 4096;
  std::string name = (folder / ".room-check-XXXXXX").string();
  const files::Descriptor file(::mkstemp(name.data()));
  if (file.get() < 0) {
    trouble = std::strerror(errno);
    return std::nullopt;
  }
  ::unlink(name.c_str());
  const std::array<char, bytes> block{};
  std::array<double, writes> took{};
  for (double& ms : took) {
    const auto from = std::chrono::steady_clock::now();
    if (::write(file.get(), block.data(), block.size()) != static_cast<ssize_t>(block.size()) || ::fdatasync(file.get()) != 0) {
      trouble = std::strerror(errno);
      return std::nullopt;
    }
    ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
  }
  std::ranges::sort(took);
  return took[writes / 2];
}

// Whether anything was kept here that much later than now.
bool kept_later(const fs::path& folder) {
  constexpr auto slack = std::chrono::minutes(2);
  std::error_code unknown;
  const auto now = fs::file_time_type::clock::now();
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, unknown))
    if (const auto at = entry.last_write_time(unknown); !unknown && at > now + slack) return true;
  return false;
}

std::string first_of(const content::Diagnostics& wrong) { return wrong.empty() ? std::string() : wrong.front().found; }

std::vector<std::pair<std::string, std::string>> wrong_packs(const Paths& paths, const std::vector<std::string>& keyboards) {
  std::vector<std::pair<std::string, std::string>> wrong;
  for (const std::string& name : content::activity_names(paths.content))
    if (const auto pack = content::load_pack(name, paths.content, keyboards); !pack)
      wrong.emplace_back(name, first_of(pack.error()));
  const auto store = packs_folder();
  if (!store) return wrong;
  for (const fs::path& folder : shelf::Store(*store).folders())
    for (const content::Diagnostic& one : content::check_pack(folder, {paths.content, keyboards, {}})) {
      if (severity_of(one) != content::Severity::stops) continue;
      wrong.emplace_back(folder.string(), one.found);
      break;
    }
  return wrong;
}

}  // namespace

DiskFacts look_at_disk(const std::optional<fs::path>& folder) {
  if (!folder) return {};
  DiskFacts facts{.folder = *folder};
  std::error_code error = journal::make_own_folder(*folder);
  if (!error) facts.free_bytes = fs::space(*folder, error).available;
  if (error) {
    facts.trouble = error.message();
    return facts;
  }
  facts.write_ms = durable_write_ms(*folder, facts.trouble).value_or(0);
  return facts;
}

ClockFacts look_at_clock(const fs::path& convenings) {
  ClockFacts facts;
  const std::time_t seconds = std::time(nullptr);
  std::tm there{};
  std::array<char, 32> text{};
  if (::localtime_r(&seconds, &there) != nullptr)
    facts.now.assign(text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &there));
  timex asked{};  // changes nothing
  const int state = ::adjtimex(&asked);
  facts.kept_right = state >= 0 && state != TIME_ERROR && (asked.status & STA_UNSYNC) == 0;
  facts.is_behind = !convenings.empty() && kept_later(convenings);
  return facts;
}

RoomFacts look_at_room(const Paths& paths, const std::vector<std::string>& keyboards) {
  RoomFacts facts;
  const auto folder = journal::convenings_folder();
  facts.disk = look_at_disk(folder);
  facts.clock = look_at_clock(folder.value_or(fs::path()));
  facts.wrong_packs = wrong_packs(paths, keyboards);
  return facts;
}

}  // namespace greenline::app
