// greenline new-pack: a sound pack to begin with, and the settings with which an editor explains it.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "app/paths.h"
#include "cli/command.h"
#include "cli/new_pack_picture.h"
#include "cli/numbers.h"
#include "cli/pack_writing.h"
#include "cli/ready_picture.h"
#include "content/id_of_words.h"
#include "content/load.h"
#include "content/local_text.h"
#include "content/prompt_list.h"
#include "content/strings.h"
#include "files/read.h"

namespace greenline::cli {
namespace {

namespace fs = std::filesystem;

struct NewPackOptions {
  std::string folder;  // empty: called as what it is made of
  std::string from;    // a list of questions, or a picture; empty: the template
  std::string monitor;
  WallOptions wall;  // of the window in which regions are drawn; its language is that of list and names, too
};

// ".jpg", in small letters.
std::string ending_of(const std::string& file) {
  std::string ending = fs::path(file).extension().string();
  std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return ending;
}

bool is_called_a_picture(const std::string& file) {
  constexpr std::array endings = {".heic", ".heif", ".avif", ".webp", ".gif", ".tif", ".tiff",
                                  ".bmp",  ".svg",  ".pdf",  ".png",  ".jpg", ".jpeg"};
  return std::ranges::find(endings, ending_of(file)) != endings.end();
}

// The files of a pack whose one activity asks what the list asks. The error is a sentence.
std::string write_listed(const PackWriting& writing, const NewPackOptions& options, const std::string& text,
                         const app::Paths& paths) {
  const std::string ending = ending_of(options.from);
  const auto list = content::read_prompt_list(text, ending == ".csv" || ending == ".tsv");
  if (!list) return options.from + ": " + list.error();
  const auto strings = content::Strings::load(paths.assets / "strings");
  if (!strings) return content::to_text(strings.error().front());
  const std::string &id = writing.id(), &language = options.wall.language;
  const nlohmann::ordered_json pack = {{"$schema", ".vscode/pack.schema.json"},
                                       {"greenline", "pack"},
                                       {"id", id},
                                       {"version", "1.0.0"},
                                       {"needs_greenline", "0.1"},
                                       {"languages", {language}},
                                       {"title", {{language, list->title.empty() ? id : list->title}}},
                                       {"licence", (*strings)("listed.licence", language)},
                                       {"activities", {id}}};
  std::string wrong = writing.write("activities/" + id + ".json", activity_from(*list, id, language, *strings));
  return wrong.empty() ? writing.write("pack.json", pack.dump(2) + "\n") : wrong;
}

int written(const PackWriting& writing, const app::Paths& paths, std::string wrong, const std::string& what_it_is) {
  if (wrong.empty()) wrong = writing.write_for_editors(paths.content / "schema");
  if (!wrong.empty()) return complain(wrong);
  return tell(writing.folder().string() + what_it_is + "\nNext: greenline check " + writing.folder().string());
}

int new_pack_from(const NewPackOptions& options, const PackWriting& writing, const app::Paths& paths) {
  auto bytes = files::read_whole(options.from, most_source_bytes);
  if (!bytes)
    return complain(options.from + " cannot be read: found " + bytes.error().found + "; expected " + bytes.error().expected +
                    ".");
  if (is_picture(*bytes))
    return new_pack_from_picture({options.from, *std::move(bytes), options.monitor, options.wall}, writing, paths);
  if (is_called_a_picture(options.from))
    return complain(options.from + " is not a picture that can be read. Save it as JPEG or PNG, and name that.");
  if (bytes->size() > content::max_file_bytes)
    return complain(options.from + " is neither a picture (PNG or JPEG) nor a list of questions: that is at most " +
                    std::to_string(content::max_file_bytes >> 20) + " MB of text.");
  return written(writing, paths, write_listed(writing, options, *bytes, paths),
                 " is a whole pack; its activity asks what " + options.from + " asks, one after the other.");
}

int new_pack(const NewPackOptions& options) {
  const auto paths = app::find_paths();
  if (!paths) return complain(paths.error());
  std::set<std::string> none;
  const auto writing = PackWriting::into(
      options.folder.empty() ? content::id_of_words(fs::path(options.from).stem().string(), none, "our-pack") : options.folder);
  if (!writing) return complain(writing.error());
  if (!options.from.empty()) return new_pack_from(options, *writing, *paths);
  return written(*writing, *paths, writing->copy(paths->content / "template"),
                 " is a whole pack to begin with; its README.md says what is in it.");
}

}  // namespace

void add_new_pack(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<NewPackOptions>();
  options->wall.language = "en";
  CLI::App* command = app.add_subcommand("new-pack", "Write a sound pack to begin with, and settings for an editor");
  command->footer(
      "A list is Markdown (headings with the question under each, or list items) or a table (CSV, a question a row; columns "
      "prompt, title, minutes, mode).\n"
      "A picture (PNG or JPEG) stands in a window: draw a loop round each place with a finger or the mouse, name it, and "
      "touch Done. Escape leaves.\n\n"
      "Example: greenline new-pack our-autumn --from questions.csv --language fr\n"
      "         greenline new-pack our-village --from village.jpg");
  auto* name = command->add_option("NAME", options->folder,
                                   "The folder to make; its last part is the pack's id (as FILE is called, if not given)");
  auto* from = command
                   ->add_option("--from", options->from,
                                "Make it of a list of questions (a .md, .txt, .csv or .tsv file), or of a picture on which "
                                "regions are drawn (.png or .jpg)")
                   ->type_name("FILE");
  command
      ->add_option("--language", options->wall.language,
                   "BCP 47 tag of the language that the list, or regions' names, are written in")
      ->capture_default_str()
      ->needs(from)
      ->check([](const std::string& tag) {
        return content::is_language_tag(tag) ? std::string() : "'" + tag + "' is not a language's tag, such as en or fr-CA";
      });
  command->add_option("--monitor", options->monitor, "The picture's monitor, by its number or its output's name")->needs(from);
  command
      ->add_option("--size", options->wall.size,
                   "Pixels of the picture's window, like 1920x1080 (all of the monitor, if not given)")
      ->needs(from)
      ->check(is_size);
  command
      ->add_option("--pixels-per-mm", options->wall.pixels_per_mm,
                   "Of that monitor's glass, where it does not say it or says it wrong")
      ->needs(from)
      ->check(number_from(0.5, 40));
  command->callback([name, from, options, &exit_code] {
    if (name->count() == 0 && from->count() == 0) throw CLI::RequiredError("NAME, or --from");
    exit_code = new_pack(*options);
  });
}

}  // namespace greenline::cli
