// Looks at files and folders, and tells all that is wrong with them.
#include <algorithm>
#include <iterator>
#include <set>

#include "content/file.h"
#include "content/load_one.h"
#include "content/palette.h"
#include "content/phrases.h"
#include "content/problem.h"
#include "content/programme.h"
#include "content/reader.h"
#include "content/slips.h"
#include "content/whole_pack.h"

namespace greenline::content {
namespace {

namespace fs = std::filesystem;

void append(Diagnostics& to, Diagnostics from) { std::move(from.begin(), from.end(), std::back_inserter(to)); }

// What kind of file a text says it is; a kind nobody knows is reported.
std::string kind_told_by(std::string_view text, const fs::path& path, Diagnostics& wrong) {
  // A folder's catalogue of convenings is the station's, and read there.
  static const std::vector<std::string> kinds{"activity", "canvas", "palette", "phrases", "convenings", "programme", "pack"};
  Reading reading(text, path.string());
  std::string kind;
  if (const auto root = reading.root())
    if (auto object = root->object("an activity, a canvas or a palette"))
      if (const auto says = object->must_have("greenline", "what kind of file this is: " + one_of_text(kinds)))
        keep(kind, says->one_of(kinds));
  if (kind.empty()) append(wrong, reading.take());  // else whoever reads that kind tells it
  return kind;
}

// What lists of phrases may be called: after all built-in regions and activities.
std::vector<std::string> names_of_phrases(const fs::path& content_folder) {
  std::set<std::string> names;
  for (const std::string& canvas : names_in(content_folder / "canvases"))
    if (const auto read = load_canvas(content_folder / "canvases" / (canvas + ".json"), nullptr))
      for (const Region& region : read->canvas.regions) names.insert(region.id);
  for (const std::string& activity : activity_names(content_folder))
    if (const auto pack = load_pack(activity, content_folder)) add_names_of_phrases(*pack, names);
  return {names.begin(), names.end()};
}

struct Looking {
  const fs::path& content_folder;
  Keyboards keyboards;
  const FurtherLook& further;
  std::vector<std::string> phrase_names = {};  // read when the first phrases are met, once for all

  const std::vector<std::string>& names() {
    if (phrase_names.empty()) phrase_names = names_of_phrases(content_folder);
    return phrase_names;
  }
};

Diagnostics check_one(const fs::path& path, Looking& looking);

// Schemas, and the copies that --fix writes.
bool is_beside(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.ends_with(".schema.json") || name.ends_with(mended_end);
}

// A pack whose pack.json was left out: what else has a folder "activities" is the content that comes with Greenline.
bool lacks_its_manifest(const fs::path& folder, const fs::path& content_folder) {
  std::error_code trouble;
  return fs::is_directory(folder / "activities", trouble) && !fs::is_directory(folder / "programmes", trouble) &&
         !fs::equivalent(folder, content_folder, trouble);
}

// What there is to look at in a folder and in those in it, each sorted. A folder with a pack.json is one pack. Folders that
// cannot be read are told; links to folders are not followed, and what editors keep in hidden ones is nobody's pack.
struct Under {
  std::vector<fs::path> files, packs;
};
Under what_is_under(const fs::path& folder, const fs::path& content_folder, Diagnostics& wrong) {
  Under under;
  std::vector<fs::path> folders{folder};
  while (!folders.empty()) {
    const fs::path here = std::move(folders.back());
    folders.pop_back();
    std::error_code trouble;
    if (fs::exists(here / "pack.json", trouble) || lacks_its_manifest(here, content_folder)) {
      under.packs.push_back(here);
      continue;
    }
    fs::directory_iterator at(here, trouble);
    for (; !trouble && at != fs::directory_iterator(); at.increment(trouble)) {
      std::error_code unknown;
      if (at->symlink_status(unknown).type() == fs::file_type::directory) {
        if (!at->path().filename().string().starts_with('.')) folders.push_back(at->path());
      } else if (at->path().extension() == ".json" && !is_beside(at->path()))
        under.files.push_back(at->path());
      else if (is_pack(at->path()))
        under.packs.push_back(at->path());
    }
    if (trouble)
      wrong.push_back(whole_file(here.string(), {Problem::unreadable, trouble.message(), "a folder that can be read"}));
  }
  std::ranges::sort(under.files);
  std::ranges::sort(under.packs);
  return under;
}

Diagnostics check_folder(const fs::path& folder, Looking& looking) {
  Diagnostics all;
  const Under under = what_is_under(folder, looking.content_folder, all);
  for (const fs::path& file : under.files) append(all, check_one(file, looking));
  for (const fs::path& pack : under.packs)
    append(all, check_pack(pack, {looking.content_folder, looking.keyboards, looking.further}));
  if (under.files.empty() && under.packs.empty() && all.empty())
    all.push_back(whole_file(folder.string(),
                             {Problem::nothing_there, "no file whose name ends in .json", "a pack, an activity or a canvas"}));
  return all;
}

Diagnostics check_one(const fs::path& path, Looking& looking) {
  const auto text = read_file(path);
  if (!text) return {text.error()};
  Diagnostics wrong;
  const std::string kind = kind_told_by(*text, path, wrong);
  if (kind == "activity") {
    std::string canvas_file;
    auto pack = load_pack_file(path, looking.content_folder, looking.keyboards, &wrong, &canvas_file);
    if (!pack)
      append(wrong, std::move(pack.error()));
    else if (looking.further)  // the text that the pack has of its canvas may hold a picture too
      append(wrong,
             looking.further({*pack, *text, read_file(canvas_file).value_or(std::string()), path.string(), canvas_file}));
  } else if (kind == "canvas") {
    if (auto canvas = load_canvas(path, &wrong); !canvas) append(wrong, std::move(canvas.error()));
  } else if (kind == "phrases") {
    if (auto phrases = parse_phrases(*text, path.string(), looking.names(), &wrong); !phrases)
      append(wrong, std::move(phrases.error()));
  } else if (kind == "programme") {
    if (auto days = parse_programme(*text, path.string(), looking.content_folder); !days)
      append(wrong, std::move(days.error()));
  } else if (kind == "palette") {
    if (auto palette = read_palette(*text, path.string(), &wrong); !palette) append(wrong, std::move(palette.error()));
  }
  return wrong;
}

}  // namespace

Diagnostics check_file(const fs::path& path, const fs::path& content_folder, Keyboards keyboards, const FurtherLook& further) {
  if (is_pack(path)) return check_pack(path, {content_folder, keyboards, further});
  if (path.filename() == "pack.json")
    return check_pack(path.has_parent_path() ? path.parent_path() : fs::path("."), {content_folder, keyboards, further});
  Looking looking{content_folder, keyboards, further};
  std::error_code trouble;
  return one_a_cause(fs::is_directory(path, trouble) ? check_folder(path, looking) : check_one(path, looking));
}

}  // namespace greenline::content
