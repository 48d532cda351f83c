// Reads canvases, activities, palettes and interface strings. All or nothing: a file with errors gives diagnostics and no
// value.
#pragma once
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "content/activity.h"
#include "content/canvas.h"
#include "content/diagnostic.h"

namespace greenline::content {

// Bounds on what is read: a file beyond them is refused with a diagnostic.
inline constexpr std::size_t max_file_bytes = std::size_t{4} << 20;
inline constexpr int max_depth = 32;

using Diagnostics = std::vector<Diagnostic>;

// From text already in memory; `file` is only for the diagnostics. Never throws, whatever the bytes.
// `remarks`: what looks wrong in one that can be read, and hints, are added to it.
[[nodiscard]] tl::expected<Canvas, Diagnostics> parse_canvas(std::string_view text, const std::string& file,
                                                             Diagnostics* remarks = nullptr);
[[nodiscard]] tl::expected<Activity, Diagnostics> parse_activity(std::string_view text, const std::string& file,
                                                                 Diagnostics* remarks = nullptr);

// Whether an activity and its canvas fit: regions that it names exist, its layout exists. Adds protected regions to the rules.
// `activity_text` is what the activity was parsed from: the diagnostics' lines come from it.
[[nodiscard]] Diagnostics fit(Activity&, const Canvas&, std::string_view activity_text, const std::string& activity_file);

// Whether each keyboard that an activity offers is one of those that there are, by language tag ("fr" will do for "fr-CA").
[[nodiscard]] Diagnostics fit_keyboards(const Activity&, std::span<const std::string> known, std::string_view activity_text,
                                        const std::string& activity_file);

struct Pack {
  Activity activity;
  Canvas canvas;
  std::string activity_text, canvas_text;  // the whole of both files, as they were read
};
// The same texts: nothing could be reinterpreted.
[[nodiscard]] inline bool same_pack(const Pack& a, const Pack& b) {
  return a.activity_text == b.activity_text && a.canvas_text == b.canvas_text;
}
// A number for the two texts, 16 digits of hexadecimal (FNV-1a, 64 bits): to tell packs apart, not to prove anything.
[[nodiscard]] std::string fingerprint(const Pack&);

// From the two texts, as a convening carries them; `file` is only for the diagnostics.
[[nodiscard]] tl::expected<Pack, Diagnostics> pack_from_texts(std::string activity_text, std::string canvas_text,
                                                              const std::string& file);

// `name` is an activity's id among the built-in ones in `content_folder`, or a path to an activity's file; its canvas is
// sought beside it, then in `content_folder`/canvases. `keyboards`: those that there are; empty: nobody knows.
[[nodiscard]] tl::expected<Pack, Diagnostics> load_pack(const std::string& name, const std::filesystem::path& content_folder,
                                                        std::span<const std::string> keyboards = {});

// An activity that is sound by itself, and the two files that it was read from, as they lie there.
struct Looked {
  const Pack& pack;
  std::string_view activity_text, canvas_text;
  std::string activity_file, canvas_file;  // as they are shown
};
// What else there is to say about it: whether its words fit on a wall, which this room cannot know.
using FurtherLook = std::function<Diagnostics(const Looked&)>;

// All that is wrong with a file (a canvas, an activity, a palette: it says itself which) or with every such file in a folder,
// once for each cause; what only looks wrong and hints among it.
[[nodiscard]] Diagnostics check_file(const std::filesystem::path& path, const std::filesystem::path& content_folder,
                                     std::span<const std::string> keyboards = {}, const FurtherLook& = {});

// Every built-in activity's id, sorted.
[[nodiscard]] std::vector<std::string> activity_names(const std::filesystem::path& content_folder);

// The nearest of `known` to `word` by edit distance (Damerau-Levenshtein), or nothing when none is near.
[[nodiscard]] std::string nearest_spelling(std::string_view word, const std::vector<std::string>& known);

// A bound on comparing words, for files that anybody may have written.
struct Comparing {
  std::size_t letters_left = 0;  // pairs of letters
};
// The same, of those that the bound lets it look at; takes off what it cost.
[[nodiscard]] std::string nearest_spelling(std::string_view word, const std::vector<std::string>& known, Comparing&);

}  // namespace greenline::content
