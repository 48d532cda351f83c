#include "harvest/folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "files/descriptor.h"
#include "files/read.h"
#include "files/sha256.h"
#include "files/write.h"
#include "harvest/book.h"
#include "harvest/exact.h"
#include "harvest/networks.h"
#include "harvest/outline.h"
#include "harvest/page.h"
#include "harvest/tables.h"
#include "paper/jpeg.h"

namespace greenline::harvest {
namespace {

namespace fs = std::filesystem;

constexpr int jpeg_across = 1600;

// The wall for the page: small enough for a phone.
std::string small_wall(const paper::Pixels& wall) {
  if (wall.width <= 0) return {};
  const int width = std::min(wall.width, jpeg_across), height = std::max(1, wall.height * width / wall.width);
  std::vector<std::uint8_t> rgb;
  rgb.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const int x0 = x * wall.width / width, x1 = std::max(x0 + 1, (x + 1) * wall.width / width);
      const int y0 = y * wall.height / height, y1 = std::max(y0 + 1, (y + 1) * wall.height / height);
      unsigned sum[3] = {0, 0, 0};
      for (int from_y = y0; from_y < y1; ++from_y)
        for (int from_x = x0; from_x < x1; ++from_x)
          for (std::size_t k = 0; k < 3; ++k)
            sum[k] += wall.rgba[(static_cast<std::size_t>(from_y) * static_cast<std::size_t>(wall.width) +
                                 static_cast<std::size_t>(from_x)) *
                                    4 +
                                k];
      for (const unsigned one : sum)
        rgb.push_back(static_cast<std::uint8_t>(one / static_cast<unsigned>((x1 - x0) * (y1 - y0))));
    }
  return paper::jpeg(width, height, rgb);
}

struct Listed {
  const char* name;
  const char* what;  // the key of its line in README.txt
};
constexpr std::array<Listed, 11> listed{{{"index.html", "harvest.file_index"},
                                         {"book.pdf", "harvest.file_book"},
                                         {"wall.png", "harvest.file_wall"},
                                         {"words.csv", "harvest.file_words"},
                                         {"threads.csv", "harvest.file_threads"},
                                         {"convening.json", "harvest.file_convening"},
                                         {"convening.schema.json", "harvest.file_schema"},
                                         {"wall.canvas", "harvest.file_canvas"},
                                         {"network.graphml", "harvest.file_network"},
                                         {"outline.md", "harvest.file_outline"},
                                         {"SHA256SUMS", "harvest.file_sums"}}};

// In each of the activity's languages that the program speaks.
std::string readme(const Harvest& harvest, const std::vector<File>& files) {
  std::vector<std::string> languages;
  for (const std::string& language : harvest.pack().activity.languages)
    if (harvest.strings().speaks(language)) languages.push_back(language);
  if (languages.empty()) languages.emplace_back("en");
  std::string text;
  for (const std::string& language : languages) {
    const auto say = [&](std::string_view key) { return std::string(harvest.strings()(key, language)); };
    const auto there = [&](std::string_view name) {
      return std::ranges::any_of(files, [&](const File& file) { return file.name == name; });
    };
    text += std::string(content::in_language(harvest.pack().activity.title, language)) + "\n\n" + say("harvest.readme") +
            (there("index.html") ? " " + say("harvest.open_first") : std::string()) + "\n\n" + say("harvest.stays") + "\n\n";
    for (const Listed& one : listed) {
      if (!there(one.name) && std::string_view(one.name) != "SHA256SUMS") continue;
      std::string name = one.name;
      name.resize(std::max<std::size_t>(name.size() + 2, 24), ' ');
      text += "  " + name + say(one.what) + "\n";
    }
    text += "\n";
  }
  return text;
}

bool bring_to_disk(const fs::path& path) {
  const files::Descriptor file(path, O_RDONLY);
  return file.is_open() && ::fsync(file.get()) == 0;
}

fs::path unused(const fs::path& wanted, const char* suffix) {
  for (int number = 1;; ++number) {
    fs::path name = wanted;
    if (number > 1) name += " (" + std::to_string(number) + ")";
    name += suffix;
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(name, ignored))) return name;
  }
}

std::string why() { return std::generic_category().message(errno); }

// Nothing half stays where the whole could not be made.
struct Unfinished {
  fs::path folder;
  ~Unfinished() {
    std::error_code ignored;
    if (!folder.empty()) fs::remove_all(folder, ignored);
  }
};

}  // namespace

std::string_view to_text(Form form) {
  switch (form) {
    case Form::html: return "html";
    case Form::pdf: return "pdf";
    case Form::wall: return "wall";
    case Form::words: return "words";
    case Form::threads: return "threads";
    case Form::json: return "json";
    case Form::canvas: return "canvas";
    case Form::network: return "network";
    case Form::outline: return "outline";
  }
  return "html";
}

std::vector<File> files_of(const Harvest& harvest, const WallPicture& wall, const std::string& schema, paper::Size size,
                           const std::set<Form>& forms) {
  std::vector<File> files;
  const auto add = [&](Form form, const char* name, auto make) {
    if (forms.contains(form)) files.push_back({name, make()});
  };
  add(Form::html, "index.html", [&] { return page(harvest, small_wall(wall.pixels)); });
  add(Form::pdf, "book.pdf", [&] { return book(harvest, wall.pixels, size); });
  add(Form::wall, "wall.png", [&] { return wall.png; });
  add(Form::words, "words.csv", [&] { return words_table(harvest); });
  add(Form::threads, "threads.csv", [&] { return threads_table(harvest); });
  add(Form::json, "convening.json", [&] { return to_json(harvest.leaving()); });
  add(Form::json, "convening.schema.json", [&] { return schema; });
  add(Form::canvas, "wall.canvas", [&] { return json_canvas(harvest); });
  add(Form::network, "network.graphml", [&] { return graphml(harvest); });
  add(Form::outline, "outline.md", [&] { return outline(harvest); });
  files.push_back({"README.txt", readme(harvest, files)});
  std::string sums;
  for (const File& file : files) sums += files::sha256(file.bytes) + "  " + file.name + "\n";
  files.push_back({"SHA256SUMS", sums});
  return files;
}

tl::expected<fs::path, std::string> write_folder(const fs::path& folder, const std::vector<File>& files) {
  const fs::path wanted = folder.filename().empty() ? folder.parent_path() : folder;
  std::error_code trouble;
  if (!wanted.parent_path().empty()) fs::create_directories(wanted.parent_path(), trouble);
  if (trouble) return tl::unexpected(wanted.parent_path().string() + " cannot be made: " + trouble.message() + ".");
  const fs::path part = unused(wanted, ".part");
  if (::mkdir(part.c_str(), 0755) != 0) return tl::unexpected(part.string() + " cannot be made: " + why() + ".");
  Unfinished unfinished{part};
  for (const File& file : files)
    if (auto written = files::write_whole(part / file.name, file.bytes); !written)
      return tl::unexpected((wanted / file.name).string() + " cannot be written: " + written.error() +
                            ". Nothing was left there.");
  if (!bring_to_disk(part)) return tl::unexpected(wanted.string() + " could not be brought to the disk: " + why() + ".");
  for (const File& file : files) {
    const auto read = files::read_whole(part / file.name, file.bytes.size() + 1);
    if (!read || *read != file.bytes)
      return tl::unexpected((wanted / file.name).string() +
                            " does not hold what was written there: the disk cannot be trusted. Nothing was left there.");
  }
  const fs::path name = unused(wanted, "");
  if (::rename(part.c_str(), name.c_str()) != 0)
    return tl::unexpected(name.string() + " could not be given its name: " + why() + ".");
  unfinished.folder.clear();
  (void)bring_to_disk(name.parent_path().empty() ? fs::path(".") : name.parent_path());
  return name;
}

}  // namespace greenline::harvest
