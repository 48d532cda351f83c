// Finds an activity and its canvas, and says whether they are sound.
#include <algorithm>
#include <cstdint>
#include <iomanip>
#include <iterator>
#include <sstream>

#include "content/canvas_picture.h"
#include "content/fall_back.h"
#include "content/file.h"
#include "content/load_one.h"
#include "content/picture_head.h"
#include "content/problem.h"
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
  return whole_file(name, {.problem = Problem::unknown_activity,
                           .found = "no activity of that name and no such file",
                           .expected = known.empty() ? "an activity's file" : "an activity's file, or " + one_of_text(known),
                           .nearest = nearest_spelling(name, known)});
}

// Where a canvas may lie, in the order of looking: beside the activity, in a folder "canvases" next to it, built in.
std::vector<fs::path> canvas_folders(const fs::path& activity, const fs::path& content_folder) {
  const fs::path here = activity.has_parent_path() ? activity.parent_path() : fs::path(".");
  return {here, here / "canvases", here / ".." / "canvases", content_folder / "canvases"};
}

// A canvas is found by its file's name, so the two must agree.
Diagnostics misnamed(const Canvas& canvas, const fs::path& path, std::string_view text) {
  std::string name = path.filename().string();
  for (const std::string_view end : {mended_end, std::string_view(".json")})
    if (name.ends_with(end)) name.resize(name.size() - end.size());
  if (canvas.id == name) return {};
  Reading reading(text, path.string(), Reading::Look::again);
  reading.report(reading.index().member(reading.index().root(), "id"),
                 {Problem::misnamed, as_found(canvas.id), in_quotes(name) + ", as its file is called",
                  "An activity finds its canvas by that name."});
  return reading.take();
}

tl::expected<CanvasFile, Diagnostics> canvas_of(const Activity& activity, const fs::path& path, std::string_view text,
                                                const fs::path& content_folder, Diagnostics* remarks) {
  for (const fs::path& folder : canvas_folders(path, content_folder)) {
    const fs::path candidate = folder / (activity.canvas + ".json");
    if (candidate != path && is_file(candidate)) return load_canvas(candidate.lexically_normal(), remarks);
  }
  const auto known = names_in(content_folder / "canvases");
  Reading reading(text, path.string(), Reading::Look::again);
  reading.report(reading.index().member(reading.index().root(), "canvas"),
                 {.problem = Problem::unknown_canvas,
                  .found = as_found(activity.canvas),
                  .expected = "a canvas beside this file" + (known.empty() ? std::string() : ", or " + one_of_text(known)),
                  .nearest = reading.nearest(activity.canvas, known)});
  return tl::unexpected(reading.take());
}

// Of a canvas whose file lies in a folder beside "pictures", as in a pack.
tl::expected<void, Diagnostics> load_picture(CanvasFile& file, const fs::path& path) {
  if (file.canvas.picture_file.empty()) return {};
  const fs::path name = fs::path(file.canvas.picture_file).lexically_normal();
  const fs::path picture_path = (path.parent_path() / ".." / name).lexically_normal();
  const bool leads_out = name.is_absolute() || name.begin()->string() == "..";
  std::error_code trouble;
  if (leads_out || !fs::is_regular_file(picture_path, trouble) || fs::file_size(picture_path, trouble) > max_ground_bytes) {
    const bool missing = leads_out || !fs::exists(picture_path, trouble);
    return tl::unexpected(Diagnostics{whole_file(
        path.string(), {.problem = missing ? Problem::picture_missing : Problem::bad_picture,
                        .found = (missing ? "no file " : "a file beyond the bounds, ") + as_found(file.canvas.picture_file),
                        .expected = ground_expected() + ", in the folder \"pictures\" beside the canvas's"})});
  }
  auto bytes = read_file(picture_path);
  if (!bytes) return tl::unexpected(Diagnostics{bytes.error()});
  const auto head = picture_head(*bytes);
  std::string found(head ? "a picture that is too large to lie under a canvas" : picture_kind(*bytes));
  auto picture = ground_from(*std::move(bytes));
  if (!picture)
    return tl::unexpected(Diagnostics{whole_file(
        picture_path.string(), {.problem = Problem::bad_picture, .found = std::move(found), .expected = ground_expected()})});
  file.text = with_picture_data(file.text, *picture);
  lay_under(file.canvas, std::move(picture));
  return {};
}

}  // namespace

std::string with_member(std::string_view text, std::string_view name, std::string_view value) {
  std::string made(text);
  if (const std::size_t brace = text.find('{'); brace != text.npos)
    made.insert(brace + 1, "\"" + std::string(name) + "\": " + std::string(value) + ", ");
  return made;
}

tl::expected<CanvasFile, Diagnostics> load_canvas(const fs::path& path, Diagnostics* remarks) {
  auto text = read_file(path);
  if (!text) return tl::unexpected(Diagnostics{text.error()});
  auto canvas = parse_canvas(*text, path.string(), remarks);
  if (!canvas) return tl::unexpected(std::move(canvas.error()));
  if (auto wrong = misnamed(*canvas, path, *text); !wrong.empty()) return tl::unexpected(std::move(wrong));
  CanvasFile made{*std::move(canvas), *std::move(text), path.string()};
  if (auto laid = load_picture(made, path); !laid) return tl::unexpected(std::move(laid.error()));
  return made;
}

tl::expected<Pack, Diagnostics> load_pack_file(const fs::path& path, const fs::path& content_folder, Keyboards keyboards,
                                               Diagnostics* remarks, std::string* canvas_file) {
  auto text = read_file(path);
  if (!text) return tl::unexpected(Diagnostics{text.error()});
  auto activity = parse_activity(*text, path.string(), remarks);
  if (!activity) return tl::unexpected(std::move(activity.error()));
  auto canvas = canvas_of(*activity, path, *text, content_folder, remarks);
  if (!canvas) {
    for (Diagnostic& one : canvas.error())
      if (one.file != path.string()) one.used_by.push_back(path.string());
    return tl::unexpected(std::move(canvas.error()));
  }
  if (canvas_file != nullptr) *canvas_file = canvas->file;
  Diagnostics wrong = fit(*activity, canvas->canvas, *text, path.string());
  if (!keyboards.empty())
    std::ranges::move(fit_keyboards(*activity, keyboards, *text, path.string()), std::back_inserter(wrong));
  if (!wrong.empty()) return tl::unexpected(std::move(wrong));
  fill_in_languages(*activity, canvas->canvas);
  return Pack{*std::move(activity), std::move(canvas->canvas), *std::move(text), std::move(canvas->text)};
}

tl::expected<Pack, Diagnostics> load_pack(const std::string& name, const fs::path& content_folder, Keyboards keyboards) {
  const bool plain = name.find('/') == name.npos && name.find('\0') == name.npos;
  const fs::path known = built_in(content_folder, name);
  if (plain && is_file(known)) return load_pack_file(known, content_folder, keyboards, nullptr);
  if (is_file(name)) return load_pack_file(name, content_folder, keyboards, nullptr);
  return tl::unexpected(Diagnostics{not_found(name, content_folder)});
}

tl::expected<Pack, Diagnostics> pack_from_texts(std::string activity_text, std::string canvas_text, const std::string& file) {
  auto activity = parse_activity(activity_text, file);
  if (!activity) return tl::unexpected(std::move(activity.error()));
  auto canvas = parse_canvas(canvas_text, file);
  if (!canvas) return tl::unexpected(std::move(canvas.error()));
  if (auto wrong = fit(*activity, *canvas, activity_text, file); !wrong.empty()) return tl::unexpected(std::move(wrong));
  fill_in_languages(*activity, *canvas);
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

}  // namespace greenline::content
