// Packs to try: as files by their names, as a folder and as a zip.
#pragma once
#include <zip.h>

#include <map>
#include <optional>
#include <string>

#include "content/problem.h"
#include "content/whole_pack.h"
#include "files.h"

namespace greenline::content {

using PackFiles = std::map<std::string, std::string>;

inline std::string a_manifest(const std::string& more = {}) {
  return R"({"greenline": "pack", "id": "our-pack", "version": "1.2.0", "needs_greenline": "0.1", "languages": ["en", "fr"],
 "title": {"en": "Our pack", "fr": "Notre pack"}, "licence": "CC BY 4.0")" +
         more + "}\n";
}

// Two activities, one of them on a canvas of the pack's own.
inline PackFiles a_pack() {
  const std::string line = text_of(content_folder() / "activities/both-sides-of-the-line.json");
  const std::string place = text_of(content_folder() / "activities/finding-our-place.json");
  const std::string canvas = text_of(content_folder() / "canvases/nested-communities.json");
  return {{"pack.json", a_manifest()},
          {"activities/across.json", with(line, "\"id\": \"both-sides-of-the-line\"", "\"id\": \"across\"")},
          {"activities/places.json", with(with(place, "\"id\": \"finding-our-place\"", "\"id\": \"places\""),
                                          "\"canvas\": \"nested-communities\"", "\"canvas\": \"forest\"")},
          {"canvases/forest.json", with(canvas, "\"id\": \"nested-communities\"", "\"id\": \"forest\"")}};
}

inline std::string folder_of(const Folder& folder, const PackFiles& files) {
  for (const auto& [name, text] : files) folder.write("our-pack/" + name, text);
  return (folder.path() / "our-pack").string();
}

struct Entry {
  std::string name, bytes;
  std::uint32_t unix_mode = 0;  // 0: not said
  bool raw_name = false;        // as it is, though it is not UTF-8
};

inline std::string zip_of(const Folder& folder, const std::vector<Entry>& entries) {
  const std::string path = (folder.path() / "our-pack.zip").string();
  int trouble = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &trouble);
  EXPECT_NE(archive, nullptr);
  for (const Entry& entry : entries) {
    zip_source_t* source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
    const auto index = zip_file_add(archive, entry.name.c_str(), source, entry.raw_name ? ZIP_FL_ENC_CP437 : ZIP_FL_ENC_UTF_8);
    EXPECT_GE(index, 0) << zip_strerror(archive);
    if (entry.unix_mode == 0) continue;
    const std::uint32_t attributes = entry.unix_mode << 16;
    EXPECT_EQ(zip_file_set_external_attributes(archive, static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_UNIX, attributes), 0);
  }
  EXPECT_EQ(zip_close(archive), 0) << zip_strerror(archive);
  return path;
}

inline std::vector<Entry> entries_of(const PackFiles& files, const std::string& in = {}) {
  std::vector<Entry> entries;
  for (const auto& [name, text] : files) entries.push_back({in + name, text});
  return entries;
}

inline PackSurroundings here() { return {content_folder(), {}, {}}; }

// The numbers of what is told, sorted: "GL-P070".
inline std::vector<std::string> numbers(const Diagnostics& all) {
  std::vector<std::string> out;
  for (const Diagnostic& one : all) out.push_back(one.problem ? code_of(*one.problem) : std::string());
  std::sort(out.begin(), out.end());
  return out;
}

inline std::vector<std::string> stops(const Diagnostics& all) {
  Diagnostics some;
  for (const Diagnostic& one : all)
    if (severity_of(one) == Severity::stops) some.push_back(one);
  return numbers(some);
}

}  // namespace greenline::content
