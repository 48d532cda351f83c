#include "app/starts.h"

#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>

#include "files/read.h"
#include "files/write.h"
#include "journal/folders.h"

namespace greenline::app {
namespace {

constexpr std::size_t most_bytes = 4096;
constexpr std::size_t most_starts = 8;  // more than it takes to decide

std::optional<Start> start_from_line(const std::string& line) {
  std::istringstream words(line);
  Start start;
  std::string how, more;
  if (!(words >> start.boot >> start.pid >> start.began >> start.at_s >> how) || words >> more) return std::nullopt;
  if ((how != "plain" && how != "whole") || start.pid <= 0 || !std::isfinite(start.at_s)) return std::nullopt;
  start.plain = how == "plain";
  return start;
}

bool is_of(const Start& start, const Machine& machine) { return start.boot == machine.boot && start.at_s <= machine.now_s; }

bool runs(const Start& start) { return Machine::began(start.pid) == start.began; }

}  // namespace

std::vector<Start> starts_from_text(std::string_view text) {
  std::vector<Start> starts;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);)
    if (auto start = start_from_line(line)) starts.push_back(*std::move(start));
  return starts;
}

std::string to_text(const std::vector<Start>& starts) {
  std::ostringstream text;
  text.setf(std::ios::fixed);
  text.precision(3);
  for (const Start& start : starts)
    text << start.boot << ' ' << start.pid << ' ' << start.began << ' ' << start.at_s
         << (start.plain ? " plain\n" : " whole\n");
  return text.str();
}

// The 22nd word of /proc/PID/stat; its second, the name, may hold spaces and brackets.
std::optional<std::string> Machine::began(long pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/stat");
  std::string line;
  if (!std::getline(in, line)) return std::nullopt;
  std::istringstream words(line.substr(std::min(line.rfind(')') + 1, line.size())));
  std::string word;
  for (int at = 3; at <= 22; ++at)
    if (!(words >> word) || (at == 3 && word == "Z")) return std::nullopt;
  return word;
}

Machine Machine::look() {
  Machine machine;
  std::ifstream("/proc/sys/kernel/random/boot_id") >> machine.boot;
  if (machine.boot.empty()) machine.boot = "unknown";
  timespec now{};
  ::clock_gettime(CLOCK_BOOTTIME, &now);
  machine.now_s = static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
  return machine;
}

std::size_t ended_badly_lately(const std::vector<Start>& starts, const Machine& machine) {
  return static_cast<std::size_t>(std::ranges::count_if(starts, [&](const Start& start) {
    return is_of(start, machine) && machine.now_s - start.at_s <= ends_within_s && !runs(start);
  }));
}

std::optional<Start> newest_plain(const std::vector<Start>& starts, const Machine& machine) {
  for (auto start = starts.rbegin(); start != starts.rend(); ++start)
    if (is_of(*start, machine)) return start->plain ? std::optional(*start) : std::nullopt;
  return std::nullopt;
}

std::vector<Start> read_starts(const std::filesystem::path& file) {
  const auto text = files::read_whole(file, most_bytes);
  return text ? starts_from_text(*text) : std::vector<Start>();
}

Started::Started(std::filesystem::path file) : file_(std::move(file)) {
  const Machine machine = Machine::look();
  std::vector<Start> starts = read_starts(file_);
  std::erase_if(starts, [&](const Start& start) { return !is_of(start, machine); });
  const long me = ::getpid();
  mine_ = {machine.boot, me, Machine::began(me).value_or("0"), machine.now_s,
           ended_badly_lately(starts, machine) >= ends_until_plain};
  starts.push_back(mine_);
  if (starts.size() > most_starts) starts.erase(starts.begin(), starts.end() - most_starts);
  if (const std::error_code error = journal::make_own_folder(file_.parent_path())) {
    trouble_ = error.message();
    return;
  }
  if (const auto written = files::write_whole(file_, to_text(starts), files::Readers::owner); !written)
    trouble_ = written.error();
}

void Started::ends_well() const {
  std::vector<Start> starts = read_starts(file_);
  std::erase_if(starts, [this](const Start& start) { return start.pid == mine_.pid && start.began == mine_.began; });
  // A line that stays counts one end too many for a minute: nothing to trouble anybody with.
  [[maybe_unused]] const auto written = files::write_whole(file_, to_text(starts), files::Readers::owner);
}

std::optional<std::filesystem::path> starts_file() {
  const auto base = journal::base_folder("XDG_STATE_HOME", ".local/state");
  if (!base) return std::nullopt;
  return *base / "greenline" / "starts";
}

}  // namespace greenline::app
