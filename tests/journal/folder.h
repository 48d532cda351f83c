// A folder of its own for each test, what lies in it byte for byte, and checks that run in another process.
#pragma once
#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace greenline::journal {

using Contents = std::map<std::string, std::string>;  // file name to bytes

class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] Contents contents() const;

 private:
  std::filesystem::path path_;
};

[[nodiscard]] std::string bytes_of(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, std::string_view bytes);
void overwrite(const std::filesystem::path& file, std::uint64_t offset, std::string_view bytes);
// Runs SQL on a file as another program would.
void run_sql(const std::filesystem::path& file, const std::string& sql);

// Runs `check` in a forked process and gives back what it said was wrong: nothing when all was well.
[[nodiscard]] std::string in_another_process(const std::function<std::string()>& check);
// For root, permission bits are no barrier: from here on they are. The process stays who it is, so that it still reaches a
// folder below one that is its own alone (a private TMPDIR). For use in another process.
void obey_permission_bits();

}  // namespace greenline::journal
