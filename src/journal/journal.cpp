// What the loop calls: everything here only queues, asks, or is said to block.
#include "journal/journal.h"

#include <system_error>

#include "journal/erase.h"
#include "journal/event_codec.h"
#include "journal/writer.h"

namespace greenline::journal {

namespace fs = std::filesystem;

namespace {

// SQLite follows links and puts its log beside the file itself; so must we.
tl::expected<fs::path, Trouble> real_place(const fs::path& given) {
  std::error_code error;
  fs::path file = fs::weakly_canonical(fs::absolute(given, error), error);
  if (error) return tl::unexpected(Trouble{Fault::cannot_open, given, error.message()});
  return file;
}

}  // namespace

std::string_view to_text(Fault fault) {
  switch (fault) {
    case Fault::cannot_open: return "cannot_open";
    case Fault::read_only: return "read_only";
    case Fault::locked: return "locked";
    case Fault::damaged: return "damaged";
    case Fault::newer_version: return "newer_version";
    case Fault::not_ours: return "not_ours";
    case Fault::disk_full: return "disk_full";
    case Fault::io: return "io";
  }
  return "io";
}

Journal::Journal(std::unique_ptr<Writer> writer) : writer_(std::move(writer)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

tl::expected<Journal, Trouble> Journal::open(const fs::path& given, const Options& options) {
  const auto file = real_place(given);
  if (!file) return tl::unexpected(file.error());
  auto opened = open_or_make(*file);
  if (!opened) return tl::unexpected(opened.error());
  return Journal(std::make_unique<Writer>(*file, options, std::move(*opened)));
}

tl::expected<std::vector<model::Event>, Trouble> Journal::read_all() const {
  const std::lock_guard lock(writer_->connection_mutex);
  if (!writer_->connection) return tl::unexpected(Trouble{Fault::io, writer_->file, "it is being opened again"});
  auto reading = read_rows(writer_->connection.get(), writer_->file);
  if (!reading) return tl::unexpected(reading.error());
  writer_->from_newer = reading->from_newer;
  return std::move(reading->events);
}

bool Journal::open_to_others() const {
  const std::lock_guard lock(writer_->connection_mutex);
  return writer_->open_to_others;
}

std::size_t Journal::times_written_again() const {
  const std::lock_guard lock(writer_->connection_mutex);
  return writer_->times_written_again;
}

std::size_t Journal::rows_from_newer() const {
  const std::lock_guard lock(writer_->connection_mutex);
  return writer_->from_newer;
}

Missing Journal::missing() const {
  const std::lock_guard lock(writer_->connection_mutex);
  return writer_->missing;
}

bool Journal::append(const model::Event& event) {
  const bool ends_chapter = std::holds_alternative<model::PhaseEntered>(event.body) ||
                            std::holds_alternative<model::ActivityOpened>(event.body) ||
                            std::holds_alternative<model::ActivityClosed>(event.body);
  Pending pending{event.id, encode(event), ends_chapter};
  const bool readable = decode(pending.bytes).has_value();
  {
    const std::lock_guard lock(writer_->queue_mutex);
    if (!readable || writer_->waiting >= writer_->options.queue_limit) {
      ++writer_->turned_away;
      return false;
    }
    writer_->queue.push_back(std::move(pending));
    ++writer_->waiting;
  }
  writer_->work.notify_one();
  return true;
}

const std::filesystem::path& Journal::file() const { return writer_->file; }

std::size_t Journal::turned_away() const {
  const std::lock_guard lock(writer_->queue_mutex);
  return writer_->turned_away;
}

std::vector<model::EventId> Journal::acknowledged() {
  const std::lock_guard lock(writer_->queue_mutex);
  return std::exchange(writer_->acknowledged, {});
}

std::optional<Trouble> Journal::trouble() const {
  const std::lock_guard lock(writer_->queue_mutex);
  return writer_->trouble;
}

std::size_t Journal::waiting() const {
  const std::lock_guard lock(writer_->queue_mutex);
  return writer_->waiting;
}

bool Journal::flush() {
  std::unique_lock lock(writer_->queue_mutex);
  // Only a try that begins from now on counts as the disk's answer.
  const std::uint64_t begun = writer_->tries_begun;
  writer_->hurry = true;
  writer_->work.notify_one();
  writer_->settled.wait(
      lock, [&] { return writer_->waiting == 0 || (writer_->trouble.has_value() && writer_->tries_ended > begun); });
  return writer_->waiting == 0;
}

tl::expected<void, Trouble> Journal::erase(const std::vector<model::EventId>& ids) {
  if (!flush()) {
    return tl::unexpected(trouble().value_or(Trouble{Fault::io, writer_->file, "events are still waiting"}));
  }
  return writer_->erase(ids);
}

tl::expected<void, Trouble> Journal::erase_all(Journal&& journal) {
  const std::unique_ptr<Writer> writer = std::move(journal.writer_);
  return erase_file(writer->stop_and_give_up(), writer->file);
}

}  // namespace greenline::journal
