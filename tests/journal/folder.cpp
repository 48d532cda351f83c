// Folders, bytes and processes for the journal's tests.
#include "journal/folder.h"

#include <gtest/gtest.h>
#include <linux/capability.h>
#include <sqlite3.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace greenline::journal {

namespace fs = std::filesystem;

Folder::Folder() {
  std::string name = testing::TempDir() + "/greenline-journal-XXXXXX";
  path_ = fs::canonical(mkdtemp(name.data()));
}

Folder::~Folder() {
  std::error_code ignored;
  fs::permissions(path_, fs::perms(0700), ignored);
  fs::remove_all(path_, ignored);
}

Contents Folder::contents() const {
  Contents contents;
  for (const auto& entry : fs::directory_iterator(path_)) {
    contents[entry.path().filename().string()] = entry.is_regular_file() ? bytes_of(entry.path()) : "(not a file)";
  }
  return contents;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const fs::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void overwrite(const fs::path& file, std::uint64_t offset, std::string_view bytes) {
  std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
  out.seekp(static_cast<std::streamoff>(offset));
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  ASSERT_TRUE(out.good());
}

void run_sql(const fs::path& file, const std::string& sql) {
  sqlite3* connection = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &connection), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(connection);
  sqlite3_close(connection);
}

std::string in_another_process(const std::function<std::string()>& check) {
  int pipe_ends[2];
  if (pipe(pipe_ends) != 0) return "no pipe";
  const pid_t child = fork();
  if (child == 0) {
    close(pipe_ends[0]);
    const std::string wrong = check() + "\n";  // the line's end says that it came to its end
    const ssize_t written = ::write(pipe_ends[1], wrong.data(), wrong.size());
    _exit(written == static_cast<ssize_t>(wrong.size()) ? 0 : 1);
  }
  close(pipe_ends[1]);
  std::string said;
  char part[512];
  for (ssize_t got = 0; (got = ::read(pipe_ends[0], part, sizeof part)) > 0;) said.append(part, static_cast<std::size_t>(got));
  close(pipe_ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || said.empty()) return "the process ended early; it said: " + said;
  said.pop_back();
  return said;
}

void obey_permission_bits() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct data[2]{};
  if (syscall(SYS_capget, &header, data) != 0) std::abort();
  data[0].effective &= ~(1U << CAP_DAC_OVERRIDE | 1U << CAP_DAC_READ_SEARCH | 1U << CAP_FOWNER);
  if (syscall(SYS_capset, &header, data) != 0) std::abort();
}

}  // namespace greenline::journal
