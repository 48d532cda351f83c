#include "app/shelf_words.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

#include "content/problem.h"
#include "content/shown.h"
#include "content/utf8.h"

namespace greenline::app {
namespace {

using shelf::Item;
using shelf::Where;

std::string say(const ShelfReader& reader, std::string_view key) {
  return std::string(reader.strings("shelf." + std::string(key), reader.language));
}
std::string say(const ShelfReader& reader, std::string_view key, std::initializer_list<std::string_view> with) {
  return content::filled(reader.strings("shelf." + std::string(key), reader.language), with);
}

std::string named(const std::string& tag, const ShelfReader& reader) {
  return content::language_in_words(tag, reader.language);
}

// "problem.gl_p017"
std::string key_of_problem(std::string code) {
  for (char& c : code) c = c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return "problem." + code;
}

std::string name_of(const std::filesystem::path& path) {
  return content::shown(path.has_filename() ? path.filename().string() : path.string());
}

// "French: all", and a line for each that something is missing in.
std::vector<std::string> languages_of(const Item& item, const ShelfReader& reader) {
  std::string whole;
  std::vector<std::string> lines;
  for (const content::ToldLanguage& one : item.languages) {
    const int missing = one.prompts_missing + one.others_missing;
    const std::string language = named(one.tag, reader);
    if (missing == 0) {
      whole += (whole.empty() ? "" : ", ") + language;
      continue;
    }
    const std::string in = named(one.shown_in, reader), what = one.others_missing == 0 ? "prompt" : "text";
    lines.push_back(missing == 1 ? say(reader, what + "_missing", {language, in})
                                 : say(reader, what + "s_missing", {language, std::to_string(missing), in}));
  }
  if (!whole.empty()) lines.insert(lines.begin(), say(reader, "all_there", {whole}));
  return lines;
}

std::string title_of_item(const Item& item, const ShelfReader& reader) {
  // Whoever is to mend a broken one knows it by its file.
  if (!item.activity) return name_of(item.path);
  return std::string(content::in_language(item.activity->activity.title, reader.language));
}

std::string from_where(const Item& item, const ShelfReader& reader) {
  switch (item.where) {
    case Where::stick: return say(reader, "on_stick", {name_of(item.from)});
    case Where::watched: return say(reader, "in_folder", {name_of(item.from)});
    case Where::built_in: return say(reader, "built_in");
    case Where::installed: break;
  }
  return std::string(content::in_language(item.pack_title, reader.language)) + " " + content::to_text(item.identity.version);
}

std::shared_ptr<const ui::CanvasMap> picture_for(const Item& item, const Pictures& pictures) {
  const auto found = pictures.find(item.activity);
  return found == pictures.end() ? nullptr : found->second;
}

ui::ShelfTile tile_of(const Item& item, const ShelfReader& reader, const Pictures& pictures) {
  ui::ShelfTile tile;
  tile.key = key_of(item);
  tile.title = title_of_item(item, reader);
  tile.under = from_where(item, reader);
  tile.picture = picture_for(item, pictures);
  tile.cover = item.picture;
  if (item.where == Where::stick) tile.colour = "panel.edge";
  if (!item.activity) {
    tile.wrong = sentence_of(item.wrong.front(), reader);
    return tile;
  }
  tile.length = say(reader, "minutes", {std::to_string(item.minutes)});
  tile.languages = languages_of(item, reader);
  return tile;
}

bool is_running(const Item& item, const ShelfReader& reader) {
  return reader.running != nullptr && item.activity && same_pack(*item.activity, *reader.running);
}

class Sheet {
 public:
  explicit Sheet(const ShelfReader& reader) : reader_(reader) {}

  void offer(const char* key, bool accent = false) { sheet.buttons.push_back({key, say(reader_, key), accent}); }
  void line(const std::string& words) { sheet.lines.push_back(words); }
  ui::ShelfSheet sheet;

 private:
  const ShelfReader& reader_;
};

ui::ShelfSheet sheet_of(const shelf::Question& question, const ShelfReader& reader) {
  Sheet made(reader);
  const auto title = content::in_language(question.clash.here.title, reader.language);
  made.sheet.title = say(
      reader, "which",
      {content::to_text(question.clash.coming.version), title.empty() ? std::string_view(question.clash.coming.id) : title});
  made.line(say(reader, "which_lines", {content::shown(question.path.string())}));
  made.offer("which_here");
  made.offer("which_coming");
  made.offer("leave");
  return made.sheet;
}

ui::ShelfSheet sheet_of(const Item& item, const ShelfState& state, const ShelfReader& reader, const Pictures& pictures) {
  Sheet made(reader);
  made.sheet.title = title_of_item(item, reader);
  made.sheet.picture = picture_for(item, pictures);
  made.sheet.cover = item.picture;
  const bool running = is_running(item, reader);
  if (running && !state.again_since.empty()) {
    made.line(say(reader, "again", {state.again_since}));
    made.offer("go_on", true);
    made.offer("anew");
    return made.sheet;
  }
  made.line(from_where(item, reader));
  if (!item.activity) {
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < std::min(most, item.wrong.size()); ++i)
      made.sheet.wrong.push_back(sentence_of(item.wrong[i], reader));
    made.line(say(reader, "mended"));
    if (item.where == Where::installed) made.offer("remove");
    made.offer("leave", true);
    return made.sheet;
  }
  made.line(say(reader, "minutes", {std::to_string(item.minutes)}));
  for (std::string& line : languages_of(item, reader)) made.line(line);
  if (item.where == Where::stick) {
    made.offer("bring", true);
    made.offer("leave");
    return made.sheet;
  }
  if (running || state.asks_go_on) {
    made.line(say(reader, running ? "on_wall" : "there"));
    made.offer("go_on", true);
    made.offer("anew");
  } else {
    made.line(say(reader, "kept"));
    made.offer("begin", true);
  }
  if (item.where == Where::installed && !state.asks_go_on) made.offer("remove");
  made.offer("leave");
  return made.sheet;
}

std::string title_of_brought(const shelf::Installed& pack, const ShelfReader& reader) {
  const auto title = content::in_language(pack.title, reader.language);
  return title.empty() ? pack.identity.id : std::string(title);
}

std::string sentence_of_brought(const shelf::Brought& brought, const ShelfReader& reader) {
  const std::string title = title_of_brought(brought.pack, reader), version = to_text(brought.pack.identity.version);
  switch (brought.how) {
    case shelf::Brought::How::already_here: return say(reader, "already", {title, version});
    case shelf::Brought::How::update: return say(reader, "updated", {title, version, to_text(*brought.before)});
    default: return say(reader, "brought", {title, version});
  }
}

std::string sentence_of_not(const shelf::Told& told, const ShelfReader& reader) {
  using enum shelf::NotBrought::Why;
  const shelf::NotBrought& why = *told.not_brought;
  switch (why.why) {
    case broken:
      return say(reader, "broken",
                 {name_of(told.path), why.wrong.empty() ? std::string() : sentence_of(why.wrong.front(), reader)});
    case clash: return say(reader, "choose", {title_of_brought(why.clash->here, reader), to_text(why.clash->coming.version)});
    case older:
      return say(reader, "older",
                 {title_of_brought(why.clash->here, reader), to_text(why.clash->here.identity.version),
                  to_text(why.clash->coming.version)});
    default: return say(reader, "not_copied", {name_of(told.path)});
  }
}

// Where one stands on the shelf. What runs, and what else is in its pack, comes first; then by place, as whoever put a stick in
// looks for it first; what is built in as a programme has it; else by title. A pack's own stay together, in its order.
struct Standing {
  bool runs = false, in_use = false;
  Where where = Where::built_in;
  std::size_t in_programme = 0;
  std::string title;  // of its pack, if it has one
  std::string path;
  std::size_t at = 0;  // in the listing
  [[nodiscard]] auto as_compared() const {
    return std::tuple(!runs, !in_use, where, in_programme, std::string_view(title), std::string_view(path), at);
  }
};

std::vector<const Item*> in_order(const shelf::Listing& listing, const ShelfReader& reader) {
  const auto running = std::ranges::find_if(listing.items, [&](const Item& item) { return is_running(item, reader); });
  std::vector<std::pair<Standing, const Item*>> all;
  for (std::size_t at = 0; at < listing.items.size(); ++at) {
    const Item& item = listing.items[at];
    if (item.is_installed_too) continue;
    const auto pack = content::in_language(item.pack_title, reader.language);
    all.push_back({{.runs = is_running(item, reader),
                    .in_use = running != listing.items.end() && item.path == running->path,
                    .where = item.where,
                    .in_programme = item.in_programme.value_or(std::numeric_limits<std::size_t>::max()),
                    .title = content::as_sorted(pack.empty() ? std::string_view(title_of_item(item, reader)) : pack),
                    .path = item.path.string(),
                    .at = at},
                   &item});
  }
  std::ranges::sort(all, {}, [](const auto& one) { return one.first.as_compared(); });
  std::vector<const Item*> sorted;
  sorted.reserve(all.size());
  for (const auto& [standing, item] : all) sorted.push_back(item);
  return sorted;
}

}  // namespace

std::string key_of(const Item& item) {
  return std::to_string(static_cast<int>(item.where)) + item.path.string() + "#" +
         (item.activity ? item.activity->activity.id : std::string());
}

const Item* find_item(const shelf::Listing& listing, const std::string& key) {
  const auto found = std::ranges::find(listing.items, key, key_of);
  return found == listing.items.end() ? nullptr : &*found;
}

std::string sentence_of(const content::Diagnostic& wrong, const ShelfReader& reader) {
  std::string sentence;
  if (wrong.problem) {
    const std::string code = content::code_of(*wrong.problem);
    sentence = std::string(reader.strings(key_of_problem(code), reader.language)) + " (" + code + "): ";
  }
  const std::string file = name_of(wrong.file);
  return sentence + (wrong.line > 0 ? say(reader, "at_line", {file, std::to_string(wrong.line)}) : file);
}

std::string sentence_of(const shelf::Told& told, const ShelfReader& reader) {
  if (!told.trouble.empty()) return say(reader, "not_removed");
  if (!told.gone.empty())
    return say(reader, "removed", {title_of_brought(told.gone.front(), reader), to_text(told.gone.front().identity.version)});
  if (told.not_brought) return sentence_of_not(told, reader);
  if (!told.brought) return {};
  return sentence_of_brought(*told.brought, reader) + (told.from_stick ? " " + say(reader, "stick_may_go") : std::string());
}

ui::ShelfPage page_of(const shelf::Listing& listing, const ShelfState& state, const ShelfReader& reader,
                      const Pictures& pictures) {
  ui::ShelfPage page;
  page.heading = say(reader, "title");
  page.close = say(reader, "close");
  page.back = say(reader, "back");
  page.on = say(reader, "on");
  for (const Item* item : in_order(listing, reader)) page.tiles.push_back(tile_of(*item, reader, pictures));
  if (listing.question) {
    page.sheet = sheet_of(*listing.question, reader);
  } else if (const Item* item = find_item(listing, state.at)) {
    page.sheet = sheet_of(*item, state, reader, pictures);
  }
  const auto lies_on = [&](const std::filesystem::path& stick) {
    return listing.bringing->string().starts_with(stick.string());
  };
  if (listing.bringing) {
    page.said =
        say(reader, std::ranges::any_of(listing.sticks, lies_on) ? "copying" : "copying_here", {name_of(*listing.bringing)});
  } else if (!reader.said.empty()) {
    page.said = reader.said;
  } else if (listing.told && !listing.question && listing.told->number > state.told_seen) {
    page.said = sentence_of(*listing.told, reader);
  } else if (!listing.looked) {
    page.said = say(reader, "looking");
  } else if (listing.more) {
    page.said = say(reader, "more");
  }
  return page;
}

}  // namespace greenline::app
