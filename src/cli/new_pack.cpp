// greenline new-pack: a sound pack to begin with, and the settings with which an editor explains it.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "app/paths.h"
#include "cli/command.h"
#include "content/file.h"
#include "content/local_text.h"
#include "content/prompt_list.h"
#include "content/strings.h"
#include "files/write.h"

namespace greenline::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view template_id = "our-pack";

struct NewPackOptions {
  std::string folder;
  std::string from;  // a list of questions; empty: the template
  std::string language = "en";
};

bool is_id(std::string_view name) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return !name.empty() && name.size() <= 64 && name.front() != '-' && name.find_first_not_of(allowed) == name.npos;
}

struct Explained {
  const char* files;
  const char* schema;
};
constexpr std::array explained_files = {
    Explained{"/pack.json", "pack.schema.json"}, Explained{"/phrases.json", "phrases.schema.json"},
    Explained{"/activities/*.json", "activity.schema.json"}, Explained{"/canvases/*.json", "canvas.schema.json"}};

// Which files of a pack an editor explains by which schema.
std::string editor_settings() {
  nlohmann::ordered_json schemas = nlohmann::ordered_json::array();
  for (const auto& [files, schema] : explained_files)
    schemas.push_back({{"fileMatch", {files}}, {"url", "./.vscode/" + std::string(schema)}});
  return nlohmann::ordered_json{{"json.schemas", schemas}}.dump(2) + "\n";
}

class Writing {
 public:
  Writing(fs::path to, std::string id) : to_(std::move(to)), id_(std::move(id)) {}

  // All files of a folder and of those in it. An empty answer: all went well.
  std::string copy(const fs::path& from) {
    std::error_code trouble;
    for (fs::recursive_directory_iterator at(from, trouble); !trouble && at != fs::recursive_directory_iterator();
         at.increment(trouble)) {
      if (!at->is_regular_file()) continue;
      if (std::string wrong = copy_one(at->path(), fs::relative(at->path(), from, trouble)); !wrong.empty()) return wrong;
    }
    return trouble ? from.string() + " cannot be read: " + trouble.message() + "." : std::string();
  }

  std::string copy_one(const fs::path& from, const fs::path& name) {
    auto text = content::read_file(from);
    return text ? write(name, named(*std::move(text))) : text.error().file + " cannot be read: " + text.error().found + ".";
  }

  std::string write(const fs::path& name, const std::string& text) {
    const fs::path file = to_ / name;
    std::error_code trouble;
    fs::create_directories(file.parent_path(), trouble);
    if (trouble) return file.parent_path().string() + " cannot be made: " + trouble.message() + ".";
    const auto written = files::write_whole(file, text);
    return written ? std::string() : file.string() + " cannot be written: " + written.error() + ".";
  }

 private:
  [[nodiscard]] std::string named(std::string text) const {
    const std::string written = "\"" + std::string(template_id) + "\"";
    if (const auto at = text.find(written); at != text.npos) text.replace(at, written.size(), "\"" + id_ + "\"");
    return text;
  }
  fs::path to_;
  std::string id_;
};

// The files of a pack whose one activity asks what the list asks. The error is a sentence.
std::string write_listed(Writing& writing, const NewPackOptions& options, const app::Paths& paths, const std::string& id) {
  const auto text = content::read_file(options.from);
  if (!text) return options.from + " cannot be read: " + text.error().found + ".";
  std::string ending = fs::path(options.from).extension().string();
  std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto list = content::read_prompt_list(*text, ending == ".csv" || ending == ".tsv");
  if (!list) return options.from + ": " + list.error();
  const auto strings = content::Strings::load(paths.assets / "strings");
  if (!strings) return content::to_text(strings.error().front());
  const std::string title = list->title.empty() ? id : list->title;
  const nlohmann::ordered_json pack = {{"$schema", ".vscode/pack.schema.json"},
                                       {"greenline", "pack"},
                                       {"id", id},
                                       {"version", "1.0.0"},
                                       {"needs_greenline", "0.1"},
                                       {"languages", {options.language}},
                                       {"title", {{options.language, title}}},
                                       {"activities", {id}}};
  std::string wrong = writing.write("activities/" + id + ".json", activity_from(*list, id, options.language, *strings));
  if (wrong.empty()) wrong = writing.write("pack.json", pack.dump(2) + "\n");
  return wrong;
}

int new_pack(const NewPackOptions& options) {
  const auto paths = app::find_paths();
  if (!paths) return complain(paths.error());
  const fs::path folder = fs::path(options.folder).lexically_normal();
  const std::string id = folder.has_filename() ? folder.filename().string() : folder.parent_path().filename().string();
  if (!is_id(id))
    return complain(
        "A pack is called by an id: small letters, digits and hyphens, at most 64, such as our-autumn. What people read "
        "is its title, and that may be anything.");
  std::error_code trouble;
  if (fs::exists(folder, trouble) && !fs::is_empty(folder, trouble))
    return complain(folder.string() + " is there already, and nothing in it is written over. Name another.");
  Writing writing(folder, id);
  std::string wrong =
      options.from.empty() ? writing.copy(paths->content / "template") : write_listed(writing, options, *paths, id);
  for (const auto& [files, schema] : explained_files)
    if (wrong.empty()) wrong = writing.copy_one(paths->content / "schema" / schema, fs::path(".vscode") / schema);
  if (wrong.empty()) wrong = writing.write(".vscode/settings.json", editor_settings());
  if (!wrong.empty()) return complain(wrong);
  return tell(folder.string() +
              (options.from.empty()
                   ? " is a whole pack to begin with; its README.md says what is in it."
                   : " is a whole pack; its activity asks what " + options.from + " asks, one after the other.") +
              "\nNext: greenline check " + folder.string());
}

}  // namespace

void add_new_pack(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<NewPackOptions>();
  CLI::App* command = app.add_subcommand("new-pack", "Write a sound pack to begin with, and settings for an editor");
  command->footer(
      "A list is Markdown (headings with the question under each, or list items) or a table (CSV, a question a row; columns "
      "prompt, title, minutes, mode).\n\n"
      "Example: greenline new-pack our-autumn --from questions.csv --language fr");
  command->add_option("NAME", options->folder, "The folder to make; its last part is the pack's id")->required();
  auto* from =
      command->add_option("--from", options->from, "Make its activity of a list of questions: a .md, .txt, .csv or .tsv file");
  command->add_option("--language", options->language, "BCP 47 tag of the language that the list is written in")
      ->capture_default_str()
      ->needs(from)
      ->check([](const std::string& tag) {
        return content::is_language_tag(tag) ? std::string() : "'" + tag + "' is not a language's tag, such as en or fr-CA";
      });
  command->callback([options, &exit_code] { exit_code = new_pack(*options); });
}

}  // namespace greenline::cli
