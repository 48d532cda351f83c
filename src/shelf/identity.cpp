#include "shelf/identity.h"

#include <algorithm>
#include <array>

#include "content/problem.h"
#include "files/sha256.h"

namespace greenline::shelf {
namespace {

using content::Diagnostic;
using content::Diagnostics;
using content::PackSource;

constexpr std::string_view manifest_name = "pack.json";

bool is_picture(std::string_view file) {
  constexpr std::array<std::string_view, 6> ends = {".png", ".jpg", ".jpeg", ".PNG", ".JPG", ".JPEG"};
  return file.starts_with("pictures/") && std::ranges::any_of(ends, [&](auto end) { return file.ends_with(end); });
}

Diagnostic too_much(const PackSource& source) {
  Diagnostic wrong{source.name, {}, 0, 0, {}, {}, {}};
  const std::string most = std::to_string(content::max_pack_bytes >> 20) + " MB";
  wrong.found = "more than " + most;
  wrong.expected = "at most " + most + " in all";
  wrong.problem = content::Problem::too_much;
  return wrong;
}

}  // namespace

std::string to_text(const Identity& identity) { return identity.id + " " + content::to_text(identity.version); }

bool belongs(const std::string& file) {
  if (file == manifest_name || file == "phrases.json" || is_picture(file)) return true;
  if (file.starts_with("activities/") || file.starts_with("canvases/")) return file.ends_with(".json");
  if (file.find('/') != file.npos) return false;
  return file.ends_with(".md") || file.ends_with(".txt") || file.find('.') == file.npos;  // README, LICENCE
}

tl::expected<Identified, Diagnostics> identify(const PackSource& source, const EachFile& each) {
  files::Sha256 sum;
  std::size_t bytes_in_all = 0;
  std::string manifest;
  for (const std::string& file : source.files) {
    if (!belongs(file)) continue;
    auto bytes = source.read(file, is_picture(file) ? content::max_picture_bytes : content::max_file_bytes);
    if (!bytes) return tl::unexpected(Diagnostics{std::move(bytes.error())});
    bytes_in_all += bytes->size();
    if (bytes_in_all > content::max_pack_bytes) return tl::unexpected(Diagnostics{too_much(source)});
    sum.add(file);
    sum.add(std::string(1, '\0') + std::to_string(bytes->size()) + std::string(1, '\0'));
    sum.add(*bytes);
    if (each && !each(file, *bytes)) return tl::unexpected(Diagnostics{});
    if (file == manifest_name) manifest = *std::move(bytes);
  }
  auto said = content::parse_manifest(manifest, source.shown_path(std::string(manifest_name)));
  if (!said) return tl::unexpected(std::move(said.error()));
  return Identified{{said->id, said->version, sum.digits()}, std::move(said->title)};
}

}  // namespace greenline::shelf
