// Reading a saved convening, and only reading.
#include <cstring>
#include <system_error>

#include "journal/head.h"
#include "journal/image.h"
#include "journal/journal.h"
#include "journal/open_file.h"
#include "journal/recover.h"
#include "journal/rows.h"
#include "journal/sound.h"
#include "journal/tally.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Trouble> unreadable(Fault fault, const fs::path& file, std::string detail) {
  return tl::unexpected(Trouble{fault, file, std::move(detail)});
}

tl::expected<void, Trouble> head_of(const Image& image, const fs::path& file) {
  Header header{};
  const bool whole = image.bytes() >= header.size() && image.read_at(0, header);
  return head_is_ours(header, whole, file);
}

tl::expected<Saved, Trouble> contents_of(const Image& image, const fs::path& file) {
  const ImageConnection connection(image);
  if (connection.code() != SQLITE_OK) return tl::unexpected(trouble_from_sqlite(connection.get(), connection.code(), file));
  distrust(connection.get());
  const OnlyLooking looking(connection.get(), image.bytes());
  const auto rows = contents_are_sound(connection.get(), file);
  if (!rows) return tl::unexpected(rows.error());
  auto reading = read_rows(connection.get(), file);
  if (!reading) return tl::unexpected(reading.error());
  std::error_code ignored;
  const bool log_there = fs::exists(wal_of(file), ignored);
  return Saved{std::move(reading->events), reading->from_newer, missing_in(read_tally(connection.get()), *rows, log_there)};
}

}  // namespace

tl::expected<Saved, Trouble> read_saved(const fs::path& given) {
  std::error_code error;
  fs::path file = fs::weakly_canonical(fs::absolute(given, error), error);
  if (error) file = given;
  const auto image = Image::open(file);
  if (!image) return tl::unexpected(image.error());
  if (fs::file_size(file.native() + "-journal", error) > 0 && !error) {
    return unreadable(Fault::damaged, file, "an unfinished change of another program");
  }
  if ((*image)->log().damage) return unreadable(Fault::damaged, file, *(*image)->log().damage);
  if (auto ours = head_of(**image, file); !ours) return tl::unexpected(ours.error());
  auto saved = contents_of(**image, file);
  if (saved && !(*image)->is_as_it_was()) return unreadable(Fault::locked, file, "it is being written");
  return saved;
}

bool is_convening(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return false;
  if (file.extension() == ".greenline") return true;
  char magic[16] = {};
  const files::Descriptor opened(file, O_RDONLY | O_NONBLOCK);
  const bool whole = opened.read_at(0, {reinterpret_cast<std::uint8_t*>(magic), sizeof magic});
  return (whole && std::memcmp(magic, "SQLite format 3", sizeof magic) == 0) || holds_rows_of_ours(file);
}

}  // namespace greenline::journal
