// Questions to a file that is open already, the cheapest and least trusting first.
#include "journal/sound.h"

#include <optional>
#include <string>

#include "journal/head.h"
#include "journal/rows.h"
#include "journal/tally.h"

namespace greenline::journal {
namespace {

using Unsound = tl::unexpected<Trouble>;

std::string column_text(sqlite3_stmt* statement, int column) {
  const auto bytes = column_bytes(statement, column);
  return {bytes.begin(), bytes.end()};
}

// Exactly the tables that make_file.cpp makes, word for word, and nothing else: no view, no trigger, no index. A file from
// before there were tallies has only the first.
tl::expected<void, Trouble> tables_are_ours(sqlite3* connection, const std::filesystem::path& file) {
  Statement select;
  int code = prepare(connection, "SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT 3", select);
  if (code != SQLITE_OK) return Unsound(trouble_in_ours(connection, code, file));
  bool events = false, others = false;
  while ((code = sqlite3_step(select.get())) == SQLITE_ROW) {
    const std::string type = column_text(select.get(), 0), name = column_text(select.get(), 1);
    const std::string sql = column_text(select.get(), 3);
    const bool table = type == "table" && column_text(select.get(), 2) == name;
    const bool of_events = table && name == "event" && sql == sql_create_rows;
    const bool of_tally = table && name == "tally" && sql == sql_create_tally;
    events = events || of_events;
    others = others || !(of_events || of_tally);
  }
  if (code != SQLITE_DONE) return Unsound(trouble_in_ours(connection, code, file));
  if (!events || others) return Unsound(Trouble{Fault::damaged, file, "its tables are not those of a convening"});
  return {};
}

std::optional<std::string> quick_check(sqlite3* connection) {
  Statement check;
  if (prepare(connection, "PRAGMA quick_check(1)", check) != SQLITE_OK) return sqlite3_errmsg(connection);
  if (sqlite3_step(check.get()) != SQLITE_ROW) return sqlite3_errmsg(connection);
  std::string text = column_text(check.get(), 0);
  if (text == "ok") return std::nullopt;
  return text;
}

}  // namespace

Trouble trouble_in_ours(sqlite3* connection, int code, const std::filesystem::path& file) {
  Trouble trouble = trouble_from_sqlite(connection, code, file);
  const bool senseless = trouble.fault == Fault::io && (code & 0xFF) != SQLITE_IOERR;
  if (trouble.fault == Fault::not_ours || senseless) trouble.fault = Fault::damaged;
  return trouble;
}

tl::expected<std::int64_t, Trouble> contents_are_sound(sqlite3* connection, const std::filesystem::path& file) {
  // Asked again here: the log may say otherwise than the file's first page.
  const auto application = whole_number(connection, "PRAGMA application_id");
  const auto version = whole_number(connection, "PRAGMA user_version");
  if (!application) return Unsound(trouble_in_ours(connection, application.error(), file));
  if (!version) return Unsound(trouble_in_ours(connection, version.error(), file));
  if (auto ours = version_is_ours(*application, *version, file); !ours) return Unsound(ours.error());
  if (auto ours = tables_are_ours(connection, file); !ours) return Unsound(ours.error());
  if (auto damage = quick_check(connection)) return Unsound(Trouble{Fault::damaged, file, *damage});
  auto rows = check_rows(connection, file);
  // Whatever SQLite calls it, a table that cannot be read in a file of ours is damage.
  if (!rows && rows.error().fault == Fault::io && sqlite3_system_errno(connection) == 0) rows.error().fault = Fault::damaged;
  return rows;
}

}  // namespace greenline::journal
