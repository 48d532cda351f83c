// One activity, canvas or palette from its file, with all that there is to say about it.
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "content/load.h"
#include "content/palette.h"

namespace greenline::content {

using Keyboards = std::span<const std::string>;

struct CanvasFile {
  Canvas canvas;
  std::string text;
  std::string file;  // as it is shown
};
// `remarks`: as parse_canvas; may be null.
[[nodiscard]] tl::expected<CanvasFile, Diagnostics> load_canvas(const std::filesystem::path&, Diagnostics* remarks);
// `canvas_file`: gets the name of its canvas' file; may be null.
[[nodiscard]] tl::expected<Pack, Diagnostics> load_pack_file(const std::filesystem::path&,
                                                             const std::filesystem::path& content_folder, Keyboards,
                                                             Diagnostics* remarks, std::string* canvas_file = nullptr);

// The text of a sound JSON object with one more member, whose value is JSON.
[[nodiscard]] std::string with_member(std::string_view text, std::string_view name, std::string_view value);

// As parse_palette.
[[nodiscard]] tl::expected<Palette, Diagnostics> read_palette(std::string_view text, const std::string& file,
                                                              Diagnostics* remarks);

}  // namespace greenline::content
