// The program's own memory of its starts: whether it has ended badly so often, and so soon, that it starts plainly. Whoever
// starts it again and again (systemd, a person) need not know.
//
// A small file of a line a start: "BOOT PID BEGAN AT_S plain|whole". BOOT is the kernel's name of this boot, BEGAN the
// process's own (its start in the kernel's ticks, so that a number that is used again is nobody else), AT_S seconds since the
// boot, which no clock that is set can move. Whoever ends well takes its line out. Lines that say nothing, other boots and
// starts in the future are passed over. It is written whole or not at all.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greenline::app {

struct Start {
  std::string boot;
  long pid = 0;
  std::string began;
  double at_s = 0;
  bool plain = false;
  friend bool operator==(const Start&, const Start&) = default;
};
[[nodiscard]] std::vector<Start> starts_from_text(std::string_view);
[[nodiscard]] std::string to_text(const std::vector<Start>&);

constexpr std::size_t ends_until_plain = 3;
constexpr double ends_within_s = 60;

// Of this machine, now.
struct Machine {
  std::string boot;
  double now_s = 0;
  // Of a process that runs; nothing when none does.
  [[nodiscard]] static std::optional<std::string> began(long pid);
  [[nodiscard]] static Machine look();
};

// Of those of this boot that began within `ends_within_s` and no longer run: they ended badly.
[[nodiscard]] std::size_t ended_badly_lately(const std::vector<Start>&, const Machine&);
// The newest of this boot that began plainly.
[[nodiscard]] std::optional<Start> newest_plain(const std::vector<Start>&, const Machine&);

// This process's start, noted while it lives unless it ends well.
class Started {
 public:
  // Notes it, and decides. Where nothing can be written it starts as ever, and `trouble` says why.
  explicit Started(std::filesystem::path file);
  [[nodiscard]] bool plainly() const { return mine_.plain; }
  [[nodiscard]] const std::string& trouble() const { return trouble_; }
  // It ends as it was asked to: this was no bad end.
  void ends_well() const;

 private:
  std::filesystem::path file_;
  Start mine_;
  std::string trouble_;
};

// $XDG_STATE_HOME/greenline/starts, or in ~/.local/state. Nothing when there is no home.
[[nodiscard]] std::optional<std::filesystem::path> starts_file();
[[nodiscard]] std::vector<Start> read_starts(const std::filesystem::path&);

}  // namespace greenline::app
