#include "content/prompt_list.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "content/id_of_words.h"
#include "content/reader.h"
#include "content/utf8.h"

namespace greenline::content {
namespace {

constexpr std::size_t most_prompts = 60;
constexpr int usual_minutes = 8, longest_minutes = 600;
constexpr std::size_t title_bytes = 40;

std::string_view trimmed(std::string_view text) {
  const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(trimmed(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Takes "(8 min)" or "[8 minutes]" off the end.
int take_minutes(std::string& prompt) {
  const std::string_view text = trimmed(prompt);
  if (text.empty() || (text.back() != ')' && text.back() != ']')) return 0;
  const std::size_t opens = text.find_last_of("([");
  if (opens == std::string_view::npos) return 0;
  const std::string_view inside = text.substr(opens + 1, text.size() - opens - 2);
  std::size_t digits = 0;
  while (digits < inside.size() && std::isdigit(static_cast<unsigned char>(inside[digits])) != 0) ++digits;
  if (digits == 0 || digits > 3 || !trimmed(inside.substr(digits)).starts_with("min")) return 0;
  const int minutes = std::stoi(std::string(inside.substr(0, digits)));
  prompt = std::string(trimmed(text.substr(0, opens)));
  return std::min(minutes, longest_minutes);
}

// What a list's item says; nothing where the line is none.
std::string_view item_of(std::string_view line) {
  if (line.size() > 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ') {
    line = trimmed(line.substr(2));
    if (line.starts_with("[ ]") || line.starts_with("[x]")) line = trimmed(line.substr(3));
    return line;
  }
  std::size_t digits = 0;
  while (digits < line.size() && std::isdigit(static_cast<unsigned char>(line[digits])) != 0) ++digits;
  if (digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ')
    return trimmed(line.substr(digits + 2));
  return {};
}

std::size_t heading_level(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level > 0 && level <= 6 && level < line.size() && line[level] == ' ' ? level : 0;
}

// Emphasis and code marks around words are Markdown's, not people's.
std::string plain(std::string_view words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == '\\' && i + 1 < words.size() && std::ispunct(static_cast<unsigned char>(words[i + 1])) != 0) {
      text += words[++i];
      continue;
    }
    if (words[i] != '*' && words[i] != '`') text += words[i];
  }
  return std::string(trimmed(text));
}

void add(PromptList& list, ListedPrompt one) {
  if (one.minutes == 0) one.minutes = take_minutes(one.prompt);
  one.prompt = plain(one.prompt);
  one.title = plain(one.title);
  if (!one.prompt.empty() && list.prompts.size() < most_prompts) list.prompts.push_back(std::move(one));
}

PromptList from_markdown(std::string_view text) {
  PromptList list;
  const std::vector<std::string_view> lines = lines_of(text);
  const bool sections =
      std::count_if(lines.begin(), lines.end(), [](std::string_view line) { return heading_level(line) > 0; }) > 1;
  ListedPrompt section;
  const auto end_section = [&] {
    if (section.prompt.empty()) section.prompt = section.title;  // a heading that is the question itself
    if (!section.prompt.empty()) add(list, std::move(section));
    section = {};
  };
  for (const std::string_view line : lines) {
    if (const std::size_t level = heading_level(line); level > 0) {
      const std::string_view words = trimmed(line.substr(level));
      if (list.title.empty() && list.prompts.empty() && section.title.empty()) {
        list.title = plain(words);
        continue;
      }
      end_section();
      section.title = std::string(words);
      section.minutes = take_minutes(section.title);
      continue;
    }
    if (line.empty()) continue;
    const std::string_view item = item_of(line);
    const std::string words(item.empty() ? line : item);
    if (!sections)
      add(list, {{}, words, 0, {}});
    else if (!section.title.empty())
      section.prompt += (section.prompt.empty() ? "" : " ") + words;
  }
  end_section();
  return list;
}

// RFC 4180, and what spreadsheets make of it elsewhere.
std::vector<std::vector<std::string>> rows_of(std::string_view text, char between) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    std::string& cell = rows.back().back();
    if (quoted) {
      if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
        cell += text[++i];
      } else if (c == '"') {
        quoted = false;
      } else {
        cell += c;
      }
    } else if (c == '"' && trimmed(cell).empty()) {
      cell.clear();
      quoted = true;
    } else if (c == between) {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.emplace_back(1);
    } else if (c != '\r') {
      cell += c;
    }
  }
  std::erase_if(rows, [](const std::vector<std::string>& row) {
    return std::all_of(row.begin(), row.end(), [](const std::string& cell) { return trimmed(cell).empty(); });
  });
  return rows;
}

std::string in_small_letters(std::string_view text) {
  std::string small(trimmed(text));
  std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return small;
}

PromptList from_table(std::string_view text) {
  const std::string_view first_line = text.substr(0, std::min(text.find('\n'), text.size()));
  char between = ',';
  for (const char candidate : {';', '\t'})
    if (std::count(first_line.begin(), first_line.end(), candidate) > std::count(first_line.begin(), first_line.end(), between))
      between = candidate;
  auto rows = rows_of(text, between);
  PromptList list;
  if (rows.empty()) return list;
  const auto column = [&](std::initializer_list<std::string_view> names) {
    for (std::size_t i = 0; i < rows.front().size(); ++i)
      if (std::ranges::find(names, in_small_letters(rows.front()[i])) != names.end()) return i;
    return std::string::npos;
  };
  const std::size_t prompt = column({"prompt", "question", "consigne", "pregunta"});
  const std::size_t title = column({"title", "phase", "titre", "titulo", "título"});
  const std::size_t minutes = column({"minutes", "min", "minutos"}), mode = column({"mode", "how", "modo"});
  const auto cell = [](const std::vector<std::string>& row, std::size_t at) {
    return at < row.size() ? std::string(trimmed(row[at])) : std::string();
  };
  const bool headed = prompt != std::string::npos;
  for (std::size_t i = headed ? 1 : 0; i < rows.size(); ++i) {
    ListedPrompt one{cell(rows[i], title), cell(rows[i], headed ? prompt : 0), 0, in_small_letters(cell(rows[i], mode))};
    const std::string length = cell(rows[i], minutes);
    if (!length.empty() && length.size() < 4 && length.find_first_not_of("0123456789") == std::string::npos)
      one.minutes = std::min(std::stoi(length), longest_minutes);
    add(list, std::move(one));
  }
  return list;
}

const std::vector<std::string>& modes() {
  static const std::vector<std::string> all{"quiet", "pair", "four", "table", "wall", "look", "circle"};
  return all;
}

}  // namespace

tl::expected<PromptList, std::string> read_prompt_list(std::string_view text, bool is_table) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (first_ill_formed(text) != text.size())
    return tl::unexpected(std::string("The list is not UTF-8 text. Save it again as UTF-8 (\"CSV UTF-8\" in a spreadsheet)."));
  PromptList list = is_table ? from_table(text) : from_markdown(text);
  if (list.prompts.empty()) return tl::unexpected(std::string("There is no question in the list."));
  return list;
}

std::string activity_from(const PromptList& list, const std::string& id, const std::string& language, const Strings& strings) {
  using Json = nlohmann::ordered_json;
  const auto local = [&](std::string_view words) { return Json{{language, to_nfc(words)}}; };
  Json phases = Json::array();
  std::set<std::string> taken;
  for (const ListedPrompt& one : list.prompts) {
    const std::string title = one.title.empty() ? shortened(one.prompt, title_bytes) : one.title;
    Json phase = {{"id", id_of_words(title, taken, "question-" + std::to_string(phases.size() + 1))},
                  {"title", local(shortened(title, max_name_bytes - 4))},
                  {"prompt", local(shortened(one.prompt, max_text_bytes - 4))}};
    const bool known = std::ranges::find(modes(), one.mode) != modes().end();
    phase["modes"] = known ? Json::array({one.mode}) : Json::array({"wall"});
    phase["minutes"] = one.minutes > 0 ? one.minutes : usual_minutes;
    if (known && one.mode == "look") {
      phase["touch"] = false;
      phase["verbs"] = Json::array({"look"});
    } else {
      phase["verbs"] = Json::array({"name", "place", "move", "connect", "nourish", "gather"});
    }
    phases.push_back(std::move(phase));
  }
  const Json activity = {{"$schema", "../schema/activity.schema.json"},
                         {"greenline", "activity"},
                         {"version", 1},
                         {"id", id},
                         {"canvas", "open-field"},
                         {"layout", "field"},
                         {"languages", Json::array({language})},
                         {"title", local(shortened(list.title.empty() ? id : list.title, max_name_bytes - 4))},
                         {"credits", Json::array()},
                         {"people", {{"min", 6}, {"max", 60}}},
                         {"harvest",
                          {{"what", local(strings("listed.what", language))},
                           {"how", local(strings("listed.how", language))},
                           {"why", local(strings("listed.why", language))},
                           {"keep", true}}},
                         {"phases", std::move(phases)}};
  return activity.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace greenline::content
