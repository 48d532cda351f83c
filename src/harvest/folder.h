// A harvest as a folder that explains itself, whole or not at all.
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "harvest/harvest.h"
#include "paper/paper.h"

namespace greenline::harvest {

enum class Form : std::uint8_t { html, pdf, wall, words, threads, json, canvas, network, outline };
inline constexpr std::array all_forms{Form::html, Form::pdf,    Form::wall,    Form::words,  Form::threads,
                                      Form::json, Form::canvas, Form::network, Form::outline};
[[nodiscard]] std::string_view to_text(Form);  // "html", as on the command line

struct File {
  std::string name;
  std::string bytes;
};

// What the wall looked like, of what leaves alone: as PNG bytes and as pixels.
struct WallPicture {
  std::string png;
  paper::Pixels pixels;
};

// Every file of it, README.txt and SHA256SUMS last. `schema`: the text of content/schema/convening.schema.json.
[[nodiscard]] std::vector<File> files_of(const Harvest&, const WallPicture&, const std::string& schema, paper::Size,
                                         const std::set<Form>& forms);

// Writes the files into a new folder beside `folder`, brings them to the disk, reads each back and compares, and only then
// gives the folder its name. What is there under that name stays: the harvest goes into "name (2)" and so on; the answer is
// where it is. The error is a sentence; nothing half is left. Blocks.
[[nodiscard]] tl::expected<std::filesystem::path, std::string> write_folder(const std::filesystem::path& folder,
                                                                            const std::vector<File>&);

}  // namespace greenline::harvest
