// Finds an activity and its canvas, and says whether they are sound.
#include <algorithm>
#include <cstdint>
#include <iomanip>
#include <iterator>
#include <sstream>
#include <unordered_set>

#include "content/file.h"
#include "content/palette.h"
#include "content/programme.h"
#include "content/reader.h"

namespace greenline::content {
namespace {

namespace fs = std::filesystem;

fs::path built_in(const fs::path& content_folder, const std::string& name) {
  return content_folder / "activities" / (name + ".json");
}

bool is_file(const fs::path& path) {
  std::error_code trouble;
  return fs::is_regular_file(path, trouble);
}

Diagnostic not_found(const std::string& name, const fs::path& content_folder) {
  const auto known = activity_names(content_folder);
  return {name,
          "",
          0,
          0,
          "no activity of that name and no such file",
          known.empty() ? "an activity's file" : "an activity's file, or " + one_of_text(known),
          did_you_mean(name, known)};
}

// Where a canvas may lie, in the order of looking: beside the activity, in a folder "canvases" next to it, built in.
std::vector<fs::path> canvas_folders(const fs::path& activity, const fs::path& content_folder) {
  const fs::path here = activity.has_parent_path() ? activity.parent_path() : fs::path(".");
  return {here, here / "canvases", here / ".." / "canvases", content_folder / "canvases"};
}

// A canvas is found by its file's name, so the two must agree.
Diagnostics misnamed(const Canvas& canvas, const fs::path& path, std::string_view text) {
  const std::string name = path.stem().string();
  if (canvas.id == name) return {};
  Reading reading(text, path.string());
  reading.report(reading.index().member(reading.index().root(), "id"), in_quotes(canvas.id),
                 in_quotes(name) + ", as its file is called", "An activity finds its canvas by that name.");
  return reading.take();
}

struct CanvasFile {
  Canvas canvas;
  std::string text;
};

tl::expected<CanvasFile, Diagnostics> load_canvas(const fs::path& path) {
  auto text = read_file(path);
  if (!text) return tl::unexpected(Diagnostics{text.error()});
  auto canvas = parse_canvas(*text, path.string());
  if (!canvas) return tl::unexpected(std::move(canvas.error()));
  if (auto wrong = misnamed(*canvas, path, *text); !wrong.empty()) return tl::unexpected(std::move(wrong));
  return CanvasFile{*std::move(canvas), *std::move(text)};
}

tl::expected<CanvasFile, Diagnostics> canvas_of(const Activity& activity, const fs::path& path, std::string_view text,
                                                const fs::path& content_folder) {
  for (const fs::path& folder : canvas_folders(path, content_folder)) {
    const fs::path candidate = folder / (activity.canvas + ".json");
    if (candidate != path && is_file(candidate)) return load_canvas(candidate.lexically_normal());
  }
  const auto known = names_in(content_folder / "canvases");
  Reading reading(text, path.string());
  reading.report(reading.index().member(reading.index().root(), "canvas"), in_quotes(activity.canvas),
                 "a canvas beside this file" + (known.empty() ? std::string() : ", or " + one_of_text(known)),
                 reading.did_you_mean(activity.canvas, known));
  return tl::unexpected(reading.take());
}

void append(Diagnostics& to, Diagnostics from) { std::move(from.begin(), from.end(), std::back_inserter(to)); }

// Of many files: what several of them tell of one canvas is told once.
class Told {
 public:
  void add(Diagnostics from) {
    for (Diagnostic& diagnostic : from)
      if (seen_.insert(to_text(diagnostic)).second) all_.push_back(std::move(diagnostic));
  }
  [[nodiscard]] Diagnostics take() { return std::move(all_); }

 private:
  Diagnostics all_;
  std::unordered_set<std::string> seen_;
};

using Keyboards = std::span<const std::string>;

tl::expected<Pack, Diagnostics> load_pack_file(const fs::path& path, const fs::path& content_folder, Keyboards keyboards) {
  auto text = read_file(path);
  if (!text) return tl::unexpected(Diagnostics{text.error()});
  auto activity = parse_activity(*text, path.string());
  if (!activity) return tl::unexpected(std::move(activity.error()));
  auto canvas = canvas_of(*activity, path, *text, content_folder);
  if (!canvas) return tl::unexpected(std::move(canvas.error()));
  auto wrong = fit(*activity, canvas->canvas, *text, path.string());
  if (!keyboards.empty()) append(wrong, fit_keyboards(*activity, keyboards, *text, path.string()));
  if (!wrong.empty()) return tl::unexpected(std::move(wrong));
  return Pack{*std::move(activity), std::move(canvas->canvas), *std::move(text), std::move(canvas->text)};
}

// What kind of file a text says it is; a kind nobody knows is reported.
std::string kind_of(std::string_view text, const fs::path& path, Diagnostics& wrong) {
  // Phrases are the simulation's own and read there; so is a folder's catalogue of convenings, by the station.
  static const std::vector<std::string> kinds{"activity", "canvas", "palette", "phrases", "convenings", "programme"};
  Reading reading(text, path.string());
  std::string kind;
  if (const auto root = reading.root())
    if (auto object = root->object("an activity, a canvas or a palette"))
      if (const auto says = object->must_have("greenline", "what kind of file this is: " + one_of_text(kinds)))
        keep(kind, says->one_of(kinds));
  append(wrong, reading.take());
  return kind;
}

struct Looking {
  const fs::path& content_folder;
  Keyboards keyboards;
  const FurtherLook& further;
};

Diagnostics check_one(const fs::path& path, const Looking& looking);

bool is_schema(const fs::path& path) { return path.filename().string().ends_with(".schema.json"); }

// The files to look at in a folder and in those in it, sorted. Folders that cannot be read are told; links to folders are not
// followed.
std::vector<fs::path> packs_under(const fs::path& folder, Told& wrong) {
  std::vector<fs::path> folders{folder}, files;
  while (!folders.empty()) {
    const fs::path here = std::move(folders.back());
    folders.pop_back();
    std::error_code trouble;
    fs::directory_iterator at(here, trouble);
    for (; !trouble && at != fs::directory_iterator(); at.increment(trouble)) {
      std::error_code unknown;
      if (at->symlink_status(unknown).type() == fs::file_type::directory)
        folders.push_back(at->path());
      else if (at->path().extension() == ".json" && !is_schema(at->path()))
        files.push_back(at->path());
    }
    if (trouble) wrong.add({{here.string(), "", 0, 0, trouble.message(), "a folder that can be read", ""}});
  }
  std::sort(files.begin(), files.end());
  return files;
}

Diagnostics check_folder(const fs::path& folder, const Looking& looking) {
  Told wrong;
  const std::vector<fs::path> files = packs_under(folder, wrong);
  for (const fs::path& file : files) wrong.add(check_one(file, looking));
  Diagnostics all = wrong.take();
  if (files.empty() && all.empty())
    all.push_back({folder.string(), "", 0, 0, "no file whose name ends in .json", "an activity or a canvas", ""});
  return all;
}

Diagnostics check_one(const fs::path& path, const Looking& looking) {
  const auto text = read_file(path);
  if (!text) return {text.error()};
  Diagnostics wrong;
  const std::string kind = kind_of(*text, path, wrong);
  if (kind == "activity") {
    auto pack = load_pack_file(path, looking.content_folder, looking.keyboards);
    if (!pack)
      append(wrong, std::move(pack.error()));
    else if (looking.further)
      append(wrong, looking.further(*pack, *text, path.string()));
  } else if (kind == "canvas") {
    if (auto canvas = load_canvas(path); !canvas) append(wrong, std::move(canvas.error()));
  } else if (kind == "programme") {
    if (auto days = parse_programme(*text, path.string(), looking.content_folder); !days)
      append(wrong, std::move(days.error()));
  } else if (kind == "palette") {
    if (auto palette = parse_palette(*text, path.string()); !palette) append(wrong, std::move(palette.error()));
  }
  return wrong;
}

}  // namespace

tl::expected<Pack, Diagnostics> load_pack(const std::string& name, const fs::path& content_folder, Keyboards keyboards) {
  const bool plain = name.find('/') == name.npos && name.find('\0') == name.npos;
  const fs::path known = built_in(content_folder, name);
  if (plain && is_file(known)) return load_pack_file(known, content_folder, keyboards);
  if (is_file(name)) return load_pack_file(name, content_folder, keyboards);
  return tl::unexpected(Diagnostics{not_found(name, content_folder)});
}

tl::expected<Pack, Diagnostics> pack_from_texts(std::string activity_text, std::string canvas_text, const std::string& file) {
  auto activity = parse_activity(activity_text, file);
  if (!activity) return tl::unexpected(std::move(activity.error()));
  auto canvas = parse_canvas(canvas_text, file);
  if (!canvas) return tl::unexpected(std::move(canvas.error()));
  if (auto wrong = fit(*activity, *canvas, activity_text, file); !wrong.empty()) return tl::unexpected(std::move(wrong));
  return Pack{*std::move(activity), *std::move(canvas), std::move(activity_text), std::move(canvas_text)};
}

std::string fingerprint(const Pack& pack) {
  std::uint64_t number = 0xCBF29CE484222325ULL;
  const auto take = [&](std::string_view text) {
    for (const char letter : text) number = (number ^ static_cast<std::uint8_t>(letter)) * 0x100000001B3ULL;
  };
  take(pack.activity_text);
  take(std::string_view("\0", 1));
  take(pack.canvas_text);
  std::ostringstream digits;
  digits << std::hex << std::setw(16) << std::setfill('0') << number;
  return digits.str();
}

std::vector<std::string> activity_names(const fs::path& content_folder) { return names_in(content_folder / "activities"); }

Diagnostics check_file(const fs::path& path, const fs::path& content_folder, Keyboards keyboards, const FurtherLook& further) {
  const Looking looking{content_folder, keyboards, further};
  std::error_code trouble;
  return fs::is_directory(path, trouble) ? check_folder(path, looking) : check_one(path, looking);
}

}  // namespace greenline::content
