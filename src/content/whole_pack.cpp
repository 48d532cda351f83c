#include "content/whole_pack.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "content/canvas_picture.h"
#include "content/fall_back.h"
#include "content/file.h"
#include "content/load_one.h"
#include "content/picture_head.h"
#include "content/problem.h"
#include "content/reader.h"
#include "content/slips.h"

namespace greenline::content {
namespace {

constexpr std::string_view manifest_file = "pack.json", phrases_file = "phrases.json";
constexpr int least_picture_side = 480, most_picture_side = 4096, hugest_picture_side = 16384;
constexpr std::size_t most_named_files = 5;
constexpr std::size_t max_words_bytes = std::size_t{4} << 20;  // of all its files of words: some two hundred activities
constexpr std::size_t max_told = 1000;
constexpr std::size_t most_ground_pixels = 40'000'000;             // under all its canvases
constexpr std::size_t most_carried_bytes = std::size_t{32} << 20;  // of canvases with pictures, in all activities

// "arrivals" of "activities/arrivals.json", when the file lies in that folder itself and is none of the copies of --fix.
std::string id_in(std::string_view folder, const std::string& file) {
  constexpr std::string_view end = ".json";
  if (!file.starts_with(folder) || !file.ends_with(end) || file.ends_with(mended_end)) return {};
  const std::string id = file.substr(folder.size(), file.size() - folder.size() - end.size());
  return id.find('/') == id.npos ? id : std::string();
}

bool is_id(std::string_view name) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return !name.empty() && name.size() <= max_id_bytes && name.front() != '-' && name.find_first_not_of(allowed) == name.npos;
}

class Loading {
 public:
  Loading(const PackSource& source, const PackSurroundings& around) : source_(source), around_(around) { wrong_ = source.told; }

  tl::expected<WholePack, Diagnostics> load(Diagnostics* remarks) {
    const bool has_manifest = read_manifest();
    read_canvases();
    read_activities();
    order_activities(has_manifest);
    look_at_pictures();
    read_phrases();
    tell_what_is_left();
    if (std::ranges::any_of(wrong_, [](const Diagnostic& one) { return severity_of(one) == Severity::stops; }))
      return tl::unexpected(std::move(wrong_));
    if (remarks != nullptr) std::ranges::move(wrong_, std::back_inserter(*remarks));
    return std::move(made_);
  }

 private:
  struct Found {
    std::optional<CanvasFile> canvas;  // none: it is broken, and that is told
    std::string file;
  };

  void tell(Diagnostics some) { std::ranges::move(some, std::back_inserter(wrong_)); }
  void tell(const std::string& file, Said said) { wrong_.push_back(whole_file(source_.shown_path(file), std::move(said))); }

  // The text of one of its files; what is wrong is told. Nothing more is read once there is too much of it, or too much wrong
  // with it: each file has its bounds, and so has their number, but all of them together would still take minutes.
  std::optional<std::string> text_of_file(const std::string& file) {
    used_.insert(file);
    if (enough_) return std::nullopt;
    auto text = source_.read(file, max_file_bytes);
    if (!text) {
      wrong_.push_back(std::move(text.error()));
      return std::nullopt;
    }
    words_ += text->size();
    enough_ = words_ > max_words_bytes || wrong_.size() > max_told;
    if (words_ > max_words_bytes)
      wrong_.push_back(
          whole_file(source_.name, {Problem::too_much, "more than " + std::to_string(max_words_bytes >> 20) + " MB of words",
                                    "at most " + std::to_string(max_words_bytes >> 20) + " MB in all files of words"}));
    else if (enough_)
      wrong_.push_back(whole_file(source_.name, {Problem::more_mistakes, "more than " + std::to_string(max_told) + " problems",
                                                 "none", "Mend those that are told first, and check again."}));
    return enough_ ? std::nullopt : std::optional(*std::move(text));
  }

  bool read_manifest() {
    const std::string file(manifest_file);
    if (!source_.has(file)) {
      wrong_.push_back(whole_file(source_.name, {.problem = Problem::no_manifest,
                                                 .found = "no pack.json",
                                                 .expected = "a pack.json, in which the pack says what it is",
                                                 .hint = "`greenline new-pack` writes one to begin with."}));
      return false;
    }
    manifest_text_ = text_of_file(file).value_or(std::string());
    if (manifest_text_.empty()) return false;
    auto read = parse_manifest(manifest_text_, source_.shown_path(file), &wrong_);
    if (!read) {
      tell(std::move(read.error()));
      return false;
    }
    made_.manifest = *std::move(read);
    want_picture(made_.manifest.picture, source_.shown_path(file));
    return true;
  }

  void read_canvases() {
    for (const std::string& file : source_.files) {
      const std::string id = id_in("canvases/", file);
      if (id.empty()) continue;
      Found& found = canvases_[id];
      found.file = source_.shown_path(file);
      auto text = text_of_file(file);
      if (!text) continue;
      auto canvas = parse_canvas(*text, found.file, &wrong_);
      if (!canvas) {
        tell(std::move(canvas.error()));
      } else if (canvas->id != id) {
        tell_misnamed(*text, found.file, canvas->id, id);
        misnamed_canvases_.insert(canvas->id);
      } else {
        lay_under(*canvas, ground(canvas->picture_file, found.file));
        found.canvas = {*std::move(canvas), *std::move(text), found.file};
      }
    }
  }

  // Null where it is missing or none, which is told with all pictures, or beyond the bounds. Read once however many canvases
  // name it: what it takes to look at all of them has bounds of its own.
  std::shared_ptr<const CanvasPicture> ground(const std::string& name, const std::string& user) {
    want_picture(name, user);
    if (name.empty() || !source_.has(name)) return nullptr;
    if (const auto known = grounds_.find(name); known != grounds_.end()) return known->second;
    const auto bytes = source_.read(name, max_picture_bytes);
    if (!bytes || !picture_head(*bytes)) return nullptr;
    auto picture = ground_from(*bytes);
    if (picture) ground_pixels_ += static_cast<std::size_t>(picture->width) * static_cast<std::size_t>(picture->height);
    if (!picture || ground_pixels_ > most_ground_pixels) {
      tell(name, {.problem = Problem::bad_picture,
                  .found = "a picture that is too large to lie under a canvas",
                  .expected = ground_expected() + ", and " + std::to_string(most_ground_pixels / 1'000'000) +
                              " million pixels under all canvases",
                  .hint = "Every convening carries its canvas whole, the picture with it."});
      wrong_.back().used_by.push_back(user);
      picture = nullptr;
    }
    return grounds_[name] = picture;
  }

  // The text of its canvas that a convening carries. Nothing, which is told, once all activities together carry too much.
  std::optional<std::string> carried(CanvasFile canvas) {
    std::string text = canvas.canvas.picture ? with_picture_data(canvas.text, *canvas.canvas.picture) : std::move(canvas.text);
    if (canvas.canvas.picture) carried_ += text.size();
    if (carried_ <= most_carried_bytes) return text;
    if (!std::exchange(carries_too_much_, true))
      wrong_.push_back(whole_file(source_.name, {Problem::too_much,
                                                 "activities that carry more than " + std::to_string(most_carried_bytes >> 20) +
                                                     " MB of canvases' pictures",
                                                 "smaller pictures under canvases, or fewer activities on them"}));
    return std::nullopt;
  }

  void tell_misnamed(const std::string& text, const std::string& file, const std::string& id, const std::string& name) {
    Reading reading(text, file, Reading::Look::again);
    const bool may_be_an_id = is_id(name);
    reading.report(
        reading.index().member(reading.index().root(), "id"),
        {.problem = Problem::misnamed,
         .found = as_found(id),
         .expected = may_be_an_id ? in_quotes(name) + ", as its file is called" : "a file called " + in_quotes(id + ".json"),
         .hint = may_be_an_id ? std::string()
                              : "Is it a copy that was left here? Take it out of the folder. Else call the file by an "
                                "id of its own (small letters, digits, hyphens) and write that id into it.",
         .mend = may_be_an_id ? in_quotes(name) : std::string()});
    tell(reading.take());
  }

  void read_activities() {
    for (const std::string& file : source_.files)
      if (const std::string id = id_in("activities/", file); !id.empty()) read_activity(id, file);
  }

  void read_activity(const std::string& id, const std::string& file) {
    found_activities_.push_back(id);
    const std::string path = source_.shown_path(file);
    auto text = text_of_file(file);
    if (!text) return;
    Diagnostics remarks;
    auto activity = parse_activity(*text, path, &remarks);
    tell(activity ? std::move(remarks) : std::move(activity.error()));
    if (!activity) return;
    if (activity->id != id) {
      misnamed_activities_.insert({activity->id, id});
      return tell_misnamed(*text, path, activity->id, id);
    }
    want_picture(activity->picture, path);
    auto canvas = canvas_for(*activity, *text, path);
    if (!canvas) return;
    Diagnostics wrong = fit(*activity, canvas->canvas, *text, path);
    if (!around_.keyboards.empty())
      std::ranges::move(fit_keyboards(*activity, around_.keyboards, *text, path), std::back_inserter(wrong));
    if (!wrong.empty()) return tell(std::move(wrong));
    Fallback given;
    if (activity->fallback.empty()) activity->fallback = given = of_these(made_.manifest.fallback, activity->languages);
    fill_in_languages(*activity, canvas->canvas);
    Canvas drawn = canvas->canvas;
    const std::string canvas_text = around_.further ? canvas->text : std::string(), canvas_file = canvas->file;
    auto carried_text = carried(*std::move(canvas));
    if (!carried_text) return;
    made_.activities.push_back({*std::move(activity), std::move(drawn), with_fallback(*text, given), *std::move(carried_text)});
    if (around_.further) tell(around_.further({made_.activities.back(), *text, canvas_text, path, canvas_file}));
  }

  // Of the pack, or built in; what is wrong is told.
  std::optional<CanvasFile> canvas_for(const Activity& activity, const std::string& text, const std::string& path) {
    if (const auto own = canvases_.find(activity.canvas); own != canvases_.end()) {
      if (!own->second.canvas)
        for (Diagnostic& one : wrong_)
          if (one.file == own->second.file) one.used_by.push_back(path);
      return own->second.canvas;
    }
    if (misnamed_canvases_.contains(activity.canvas)) return std::nullopt;  // that is told, and this is its consequence
    const std::filesystem::path built_in = around_.content_folder / "canvases" / (activity.canvas + ".json");
    std::error_code trouble;
    if (std::filesystem::is_regular_file(built_in, trouble)) {
      auto canvas = load_canvas(built_in, nullptr);
      if (canvas) return *std::move(canvas);
      tell(std::move(canvas.error()));
      return std::nullopt;
    }
    std::vector<std::string> known = names_in(around_.content_folder / "canvases");
    for (const auto& [id, found] : canvases_)
      if (is_id(id)) known.push_back(id);
    Reading reading(text, path, Reading::Look::again);
    reading.report(reading.index().member(reading.index().root(), "canvas"),
                   {.problem = Problem::unknown_canvas,
                    .found = as_found(activity.canvas),
                    .expected = "a canvas of the pack's, or a built-in one: " + one_of_text(known),
                    .nearest = reading.nearest(activity.canvas, known)});
    tell(reading.take());
    return std::nullopt;
  }

  // Whose name is nearly this one: "Activities", "activity".
  [[nodiscard]] std::string folder_meant_for(const std::string& name) const {
    for (const std::string& file : source_.files) {
      std::string folder = file.substr(0, file.find('/'));
      if (folder.size() < file.size() && folder != name && !nearest_spelling(folder, {name}).empty()) return folder;
    }
    return {};
  }

  void order_activities(bool has_manifest) {
    if (found_activities_.empty()) {
      const std::string folder = folder_meant_for("activities");
      if (!folder.empty())  // that its files are passed over is told by this
        for (const std::string& file : source_.files)
          if (file.starts_with(folder + "/")) used_.insert(file);
      return tell("activities",
                  {.problem = Problem::activity_not_there,
                   .found = folder.empty() ? "no file" : "a folder " + as_found(folder),
                   .expected = "at least one activity (a file whose name ends in .json) in the folder \"activities\"",
                   .hint = folder.empty() ? std::string() : "Call the folder \"activities\", letter for letter."});
    }
    const std::vector<std::string>& listed = made_.manifest.activities;
    if (!has_manifest || listed.empty()) return;
    Reading reading(manifest_text_, source_.shown_path(std::string(manifest_file)), Reading::Look::again);
    const NodeId list = reading.index().member(reading.index().root(), "activities");
    const auto is_misnamed = [this](const std::string& name) { return misnamed_activities_.contains(name); };
    for (std::size_t place = 0; place < listed.size(); ++place)
      if (std::ranges::find(found_activities_, listed[place]) == found_activities_.end() && !is_misnamed(listed[place]))
        reading.report(reading.index().item(list, place),
                       {.problem = Problem::activity_not_there,
                        .found = as_found(listed[place]),
                        .expected = "an activity of the pack's: " + one_of_text(found_activities_),
                        .nearest = reading.nearest(listed[place], found_activities_)});
    tell(reading.take());
    for (const std::string& id : found_activities_)
      if (std::ranges::find(listed, id) == listed.end() && !is_misnamed(id))
        tell("activities/" + id + ".json", {Problem::not_listed, "an activity that the pack does not list",
                                            "its id among \"activities\" in pack.json; it comes last"});
    const auto rank = [&](const Pack& pack) { return std::ranges::find(listed, pack.activity.id) - listed.begin(); };
    std::ranges::stable_sort(made_.activities, {}, rank);
  }

  void want_picture(const std::string& picture, const std::string& user) {
    if (!picture.empty()) pictures_[picture].push_back(user);
  }

  void look_at_pictures() {
    std::vector<std::string> known;
    for (const std::string& file : source_.files)
      if (file.starts_with("pictures/")) known.push_back(file);
    for (const auto& [picture, users] : pictures_) {
      used_.insert(picture);
      if (enough_pictures_) continue;
      const std::size_t before = wrong_.size();
      if (!source_.has(picture)) {
        const std::string nearest = nearest_spelling(picture, known);
        used_.insert(nearest);  // that nobody names it is told by this already
        tell(picture, {.problem = Problem::picture_missing,
                       .found = "no such file",
                       .expected = known.empty() ? "a picture in the folder \"pictures\"" : one_of_text(known),
                       .hint = nearest.empty() ? std::string() : "Large and small letters are told apart.",
                       .nearest = nearest});
      } else {
        look_at_picture(picture);
      }
      for (std::size_t at = before; at < wrong_.size(); ++at) wrong_[at].used_by = users;
    }
  }

  void look_at_picture(const std::string& picture) {
    auto bytes = source_.read(picture, max_picture_bytes);
    if (!bytes) return wrong_.push_back(std::move(bytes.error()));
    picture_bytes_ += bytes->size();
    if (picture_bytes_ > max_pack_bytes) {
      enough_pictures_ = true;
      return tell(picture, {Problem::too_much, "more than " + std::to_string(max_pack_bytes >> 20) + " MB of pictures",
                            "at most " + std::to_string(max_pack_bytes >> 20) + " MB in all"});
    }
    const auto head = picture_head(*bytes);
    if (!head || std::max(head->width, head->height) > hugest_picture_side)
      return tell(picture, {Problem::bad_picture,
                            head ? std::to_string(head->width) + " x " + std::to_string(head->height) + " pixels"
                                 : std::string(picture_kind(*bytes)),
                            "a PNG or JPEG of at most " + std::to_string(hugest_picture_side) + " pixels a side"});
    made_.pictures.push_back({picture, head->width, head->height});
    const int shorter = std::min(head->width, head->height), longer = std::max(head->width, head->height);
    if (shorter < least_picture_side || longer > most_picture_side)
      tell(picture, {Problem::picture_size, std::to_string(head->width) + " x " + std::to_string(head->height) + " pixels",
                     std::to_string(least_picture_side) + " pixels at least and " + std::to_string(most_picture_side) +
                         " at most, on each side"});
  }

  void read_phrases() {
    const std::string file(phrases_file);
    if (!source_.has(file)) return;
    const auto text = text_of_file(file);
    if (!text) return;
    std::set<std::string> names;
    // Of an activity that is broken nobody knows the regions; then no name is called wrong.
    if (made_.activities.size() == found_activities_.size())
      for (const Pack& pack : made_.activities) add_names_of_phrases(pack, names);
    const std::vector<std::string> known(names.begin(), names.end());
    auto phrases = parse_phrases(*text, source_.shown_path(file), known, &wrong_);
    if (phrases)
      made_.phrases = *std::move(phrases);
    else
      tell(std::move(phrases.error()));
  }

  void tell_what_is_left() {
    std::vector<std::string> left;
    for (const std::string& file : source_.files) {
      const bool words = file.ends_with(".md") || file.ends_with(".txt") || file.find('.') == file.npos;
      if (!used_.contains(file) && !words) left.push_back(file);
    }
    if (left.empty()) return;
    std::string names;
    for (std::size_t at = 0; at < std::min(left.size(), most_named_files); ++at)
      names += (at > 0 ? ", " : "") + as_found(left[at]);
    if (left.size() > most_named_files) names += " and " + std::to_string(left.size() - most_named_files) + " more";
    wrong_.push_back(
        whole_file(source_.name, {Problem::passed_over, names, "only what belongs to the pack; it was passed over"}));
  }

  const PackSource& source_;
  const PackSurroundings& around_;
  WholePack made_;
  Diagnostics wrong_;
  std::string manifest_text_;
  std::map<std::string, Found> canvases_;                     // by id
  std::vector<std::string> found_activities_;                 // ids, by name
  std::set<std::string> misnamed_canvases_;                   // ids, of files that are called otherwise
  std::set<std::string> misnamed_activities_;                 // ids, and what their files are called
  std::map<std::string, std::vector<std::string>> pictures_;  // by file, with those who name it
  std::set<std::string> used_;
  std::map<std::string, std::shared_ptr<const CanvasPicture>> grounds_;  // by file
  std::size_t words_ = 0, picture_bytes_ = 0;                            // read so far
  std::size_t ground_pixels_ = 0, carried_ = 0;
  bool enough_ = false, enough_pictures_ = false, carries_too_much_ = false;
};

}  // namespace

tl::expected<WholePack, Diagnostics> load_whole_pack(const PackSource& source, const PackSurroundings& around,
                                                     Diagnostics* remarks) {
  return Loading(source, around).load(remarks);
}

}  // namespace greenline::content
