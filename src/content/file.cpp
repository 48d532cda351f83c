#include "content/file.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "content/load.h"

namespace greenline::content {
namespace {

Diagnostic about(const std::filesystem::path& path, std::string found, std::string expected, std::string hint = {}) {
  return {path.string(), "", 0, 0, std::move(found), std::move(expected), std::move(hint)};
}

}  // namespace

tl::expected<std::string, Diagnostic> read_file(const std::filesystem::path& path) {
  std::error_code trouble;
  const auto kind = std::filesystem::status(path, trouble).type();
  if (kind == std::filesystem::file_type::not_found)
    return tl::unexpected(about(path, "no such file", "a file that can be read"));
  if (kind != std::filesystem::file_type::regular)
    return tl::unexpected(about(path, trouble ? trouble.message() : "something that is not a file", "a file that can be read"));
  const auto bytes = std::filesystem::file_size(path, trouble);
  if (!trouble && bytes > max_file_bytes)
    return tl::unexpected(
        about(path, std::to_string(bytes) + " bytes", "at most " + std::to_string(max_file_bytes) + " bytes"));
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  std::string text(trouble ? 0 : static_cast<std::size_t>(bytes), '\0');
  if (in) in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (trouble || !in || in.gcount() != static_cast<std::streamsize>(text.size())) {
    const std::error_code why = trouble ? trouble : std::error_code(errno, std::generic_category());
    return tl::unexpected(about(path, why ? why.message() : "a file that breaks off", "a file that can be read"));
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code trouble;
  std::filesystem::directory_iterator at(folder, trouble);
  for (; !trouble && at != std::filesystem::directory_iterator(); at.increment(trouble))
    if (at->path().extension() == ".json") names.push_back(at->path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace greenline::content
