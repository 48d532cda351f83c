// SQLite's objects, owned: a connection and a statement, and what SQLite's codes mean to us.
#pragma once
#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <tl/expected.hpp>

#include "journal/journal.h"

namespace greenline::journal {

struct CloseConnection {
  void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Connection = std::unique_ptr<sqlite3, CloseConnection>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

// What went wrong last on this connection. `code` is an extended result code.
[[nodiscard]] Trouble trouble_from_sqlite(sqlite3*, int code, const std::filesystem::path& file);
// The same for a failed system call.
[[nodiscard]] Trouble trouble_from_errno(int error, const std::filesystem::path& file, const std::string& doing);

// These return SQLite's extended result code.
[[nodiscard]] int execute(sqlite3*, const char* sql);
// Ends a transaction that failed, where SQLite has not done so itself.
void roll_back(sqlite3*);
[[nodiscard]] int prepare(sqlite3*, const char* sql, Statement&);
// The first column of the first row.
[[nodiscard]] tl::expected<std::int64_t, int> whole_number(sqlite3*, const char* sql);

// Before anything of a file is read: nothing that stands in it can run, or take more memory than a convening's largest event.
void distrust(sqlite3*);

// While one lives, the connection can do nothing but look at a convening's tables, and only for so long as a file of that size
// can need: what runs on is interrupted (SQLITE_INTERRUPT).
class OnlyLooking {
 public:
  OnlyLooking(sqlite3*, std::uint64_t file_bytes);
  ~OnlyLooking();
  OnlyLooking(const OnlyLooking&) = delete;
  OnlyLooking& operator=(const OnlyLooking&) = delete;

 private:
  sqlite3* connection_;
  std::uint64_t steps_left_;
};

// Valid until the statement's next step.
[[nodiscard]] std::span<const std::uint8_t> column_bytes(sqlite3_stmt*, int column);
// `bytes` must stay as they are until the statement is reset.
[[nodiscard]] int bind_bytes(sqlite3_stmt*, int parameter, std::span<const std::uint8_t> bytes);

}  // namespace greenline::journal
