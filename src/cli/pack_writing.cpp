#include "cli/pack_writing.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>
#include <utility>

#include "content/file.h"
#include "files/write.h"

namespace greenline::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view template_id = "our-pack";

bool is_pack_id(std::string_view name) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return !name.empty() && name.size() <= 64 && name.front() != '-' && name.find_first_not_of(allowed) == name.npos;
}

struct Explained {
  const char* files;
  const char* schema;
};
constexpr std::array explained_files = {
    Explained{"/pack.json", "pack.schema.json"}, Explained{"/phrases.json", "phrases.schema.json"},
    Explained{"/activities/*.json", "activity.schema.json"}, Explained{"/canvases/*.json", "canvas.schema.json"}};

// Which files of a pack an editor explains by which schema.
std::string editor_settings() {
  nlohmann::ordered_json schemas = nlohmann::ordered_json::array();
  for (const auto& [files, schema] : explained_files)
    schemas.push_back({{"fileMatch", {files}}, {"url", "./.vscode/" + std::string(schema)}});
  return nlohmann::ordered_json{{"json.schemas", schemas}}.dump(2) + "\n";
}

}  // namespace

tl::expected<PackWriting, std::string> PackWriting::into(const std::string& named) {
  const fs::path folder = fs::path(named).lexically_normal();
  std::string id = folder.has_filename() ? folder.filename().string() : folder.parent_path().filename().string();
  if (!is_pack_id(id))
    return tl::unexpected(std::string(
        "A pack is called by an id: small letters, digits and hyphens, at most 64, such as our-autumn. What people read "
        "is its title, and that may be anything."));
  std::error_code trouble;
  if (fs::exists(folder, trouble) && !fs::is_empty(folder, trouble))
    return tl::unexpected(folder.string() + " is there already, and nothing in it is written over. Name another.");
  return PackWriting(folder, std::move(id));
}

std::string PackWriting::copy(const fs::path& from) const {
  std::error_code trouble;
  for (fs::recursive_directory_iterator at(from, trouble); !trouble && at != fs::recursive_directory_iterator();
       at.increment(trouble)) {
    if (!at->is_regular_file()) continue;
    if (std::string wrong = copy_one(at->path(), fs::relative(at->path(), from, trouble)); !wrong.empty()) return wrong;
  }
  return trouble ? from.string() + " cannot be read: " + trouble.message() + "." : std::string();
}

std::string PackWriting::copy_one(const fs::path& from, const fs::path& name) const {
  auto text = content::read_file(from);
  return text ? write(name, named(*std::move(text))) : text.error().file + " cannot be read: " + text.error().found + ".";
}

std::string PackWriting::write(const fs::path& name, const std::string& bytes) const {
  const fs::path file = folder_ / name;
  std::error_code trouble;
  fs::create_directories(file.parent_path(), trouble);
  if (trouble) return file.parent_path().string() + " cannot be made: " + trouble.message() + ".";
  const auto written = files::write_whole(file, bytes);
  return written ? std::string() : file.string() + " cannot be written: " + written.error() + ".";
}

std::string PackWriting::write_for_editors(const fs::path& schemas) const {
  for (const auto& [files, schema] : explained_files)
    if (std::string wrong = copy_one(schemas / schema, fs::path(".vscode") / schema); !wrong.empty()) return wrong;
  return write(".vscode/settings.json", editor_settings());
}

std::string PackWriting::named(std::string text) const {
  const std::string written = "\"" + std::string(template_id) + "\"";
  if (const auto at = text.find(written); at != text.npos) text.replace(at, written.size(), "\"" + id_ + "\"");
  return text;
}

}  // namespace greenline::cli
