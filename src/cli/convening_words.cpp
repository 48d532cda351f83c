// Where, what, and what to do.
#include "cli/convening_words.h"

#include <filesystem>
#include "content/problem.h"

namespace greenline::cli {
namespace {

std::string counted(std::size_t count, const std::string& one, const std::string& more) {
  return std::to_string(count) + " " + (count == 1 ? one : more);
}

std::string what_can_be_read(const std::string& file) {
  const auto salvage = journal::read_what_can_be_read(file);
  if (!salvage) return {};
  const std::size_t lost = salvage->lost.total();
  return counted(salvage->events.size(), "event", "events") + " of it can still be read" +
         (lost > 0 ? " and " + std::to_string(lost) + " cannot" : "") +
         ". Make a copy of it first; `greenline run --convening` with it takes them over into a new file beside it";
}

std::string found_for(journal::Fault fault) {
  using enum journal::Fault;
  switch (fault) {
    case cannot_open: return "a file that cannot be opened";
    case read_only: return "a file that cannot be written";
    case locked: return "a convening that is open";
    case damaged: return "a damaged convening";
    case newer_version: return "a convening of a newer Greenline";
    case not_ours: return "a file of something else";
    case disk_full: return "a full disk";
    case io: return "an error of the disk";
  }
  return std::string(to_text(fault));
}

std::string expected_for(journal::Fault fault) {
  if (fault == journal::Fault::locked) return "one that nobody has open";
  return "a convening of Greenline";
}

std::string sentence(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}

std::string hint_for(const std::string& file, const journal::Trouble& trouble) {
  switch (trouble.fault) {
    case journal::Fault::damaged: return trouble.detail + ". " + what_can_be_read(file);
    case journal::Fault::locked: return "It is open at a wall: close it there (Ctrl+Shift+Q), then say this once more";
    case journal::Fault::newer_version: return trouble.detail + ". Look at it with the Greenline that wrote it";
    default: return trouble.detail;
  }
}

}  // namespace

content::Diagnostic convening_in_trouble(const std::string& file, const journal::Trouble& trouble) {
  content::Diagnostic wrong{
      file, "", 0, 0, found_for(trouble.fault), expected_for(trouble.fault), sentence(hint_for(file, trouble))};
  wrong.problem = content::Problem::convening;
  return wrong;
}

content::Diagnostic convening_without_its_log(const std::string& file, const journal::Saved& saved) {
  const std::string log = std::filesystem::path(file).filename().string() + "-wal";
  const std::size_t missing = saved.missing.events, there = saved.events.size() + saved.from_newer;
  const std::string hint = "Its latest events lie in the log beside the original, " + log +
                           ": bring that one too and put it beside this file before anything opens it";
  content::Diagnostic wrong{file, "", 0, 0, {}, {}, hint};
  wrong.problem = content::Problem::convening;
  if (missing == 0) {
    wrong.found = "a file that was left while its log was in use, with no log beside it; the latest events may be missing";
    wrong.expected = "its log, " + log;
  } else {
    wrong.found = counted(there, "event", "events") + ", " + std::to_string(missing) + " fewer than were written down";
    wrong.expected = "all " + std::to_string(there + missing) + " of them";
  }
  return wrong;
}

}  // namespace greenline::cli
