// How one value is read: its type, its range, its spelling.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <utility>

#include "content/problem.h"
#include "content/reader.h"
#include "content/utf8.h"
#include "model/blank.h"

namespace greenline::content {
namespace {

std::string number_text(double number) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number);
  return {buffer, end.ptr};
}

// What no wall can show: controls (the C1 ones too), new lines of other kinds, and what turns all that follows against its own
// direction. Marks and isolates, which Arabic and Hebrew are written with, may be.
std::optional<char32_t> forbidden_in(std::string_view text) {
  while (!text.empty()) {
    const char32_t c = first_code_point(text);
    const bool control = (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F);
    if (control || c == 0x2028 || c == 0x2029 || c == 0x202D || c == 0x202E) return c;
    text.remove_prefix(character_bytes(text));
  }
  return std::nullopt;
}

// "25" of "25 min": what somebody meant who wrote a number as a text; else empty.
std::string whole_number_in(const nlohmann::json& json) {
  if (!json.is_string()) return {};
  const auto& text = json.get_ref<const std::string&>();
  const std::size_t end = text.find_first_not_of("0123456789");
  return text.substr(0, std::min({end, text.size(), std::size_t{9}}));
}

// How a language is written, for somebody who wrote its name; else empty.
std::string_view tag_of_named(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> named[] = {
      {"english", "en"}, {"french", "fr"},  {"francais", "fr"}, {"spanish", "es"}, {"espanol", "es"},
      {"arabic", "ar"},  {"punjabi", "pa"}, {"chinese", "zh"},  {"vietnam", "vi"}, {"hindi", "hi"},
      {"urdu", "ur"},    {"tagalog", "tl"}, {"german", "de"},   {"eng", "en"},     {"fra", "fr"}};
  std::string small(name);
  std::ranges::transform(small, small.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const auto found = std::ranges::find(named, std::string_view(small), [](const auto& one) { return one.first; });
  return found == std::end(named) ? std::string_view() : found->second;
}

// "Our Arrivals" as an id: "our-arrivals"; in quotes, or nothing when no letter of it can be in one.
std::string id_like(const nlohmann::json& json) {
  std::string id;
  if (!json.is_string()) return id;
  for (const char c : json.get_ref<const std::string&>()) {
    if (id.size() >= max_id_bytes) break;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      id += c;
    else if (c >= 'A' && c <= 'Z')
      id += static_cast<char>(c - 'A' + 'a');
    else if ((c == ' ' || c == '_' || c == '-') && !id.empty() && id.back() != '-')
      id += '-';
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? id : in_quotes(id);
}

}  // namespace

const std::string& Value::key() const { return reading_->index().node(node_).key; }

std::string Value::found() const {
  if (json_->is_string()) return as_found(json_->get_ref<const std::string&>());
  if (json_->is_array()) return json_->empty() ? "an empty list" : "a list";
  if (json_->is_object()) return json_->empty() ? "an empty object" : "an object";
  return as_found(json_->dump());
}

void Value::wrong(Problem problem, std::string expected, std::string hint, std::string mend) const {
  reading_->report(node_, {problem, found(), std::move(expected), std::move(hint), {}, std::move(mend)});
}

std::optional<Object> Value::object(std::string_view expected) const {
  if (json_->is_object()) return Object(*this);
  wrong(Problem::wrong_type, "an object: " + std::string(expected));
  return std::nullopt;
}

std::optional<std::vector<Value>> Value::members(const std::string& expected) const {
  if (!json_->is_object()) {
    wrong(Problem::wrong_type, "an object: " + expected);
    return std::nullopt;
  }
  std::vector<Value> out;
  const PositionIndex& index = reading_->index();
  for (const NodeId child : index.node(node_).children) {
    const auto found = json_->find(index.node(child).key);
    if (found != json_->end()) out.emplace_back(*reading_, *found, child);
  }
  return out;
}

std::optional<std::vector<Value>> Value::list(std::size_t least, std::size_t most, const std::string& expected) const {
  if (!json_->is_array()) {
    wrong(Problem::wrong_type, "a list: " + expected);
    return std::nullopt;
  }
  if (json_->size() < least || json_->size() > most) {
    reading_->report(node_, {Problem::list_length, "a list of " + std::to_string(json_->size()),
                             "a list of " + std::to_string(least) + " to " + std::to_string(most) + ": " + expected});
    if (json_->size() > most) return std::nullopt;
  }
  std::vector<Value> out;
  for (std::size_t place = 0; place < json_->size(); ++place)
    out.emplace_back(*reading_, (*json_)[place], reading_->index().item(node_, place));
  return out;
}

std::optional<std::string> Value::id() const {
  static constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
  if (json_->is_string()) {
    const auto& text = json_->get_ref<const std::string&>();
    if (!text.empty() && text.size() <= max_id_bytes && text[0] != '-' && text.find_first_not_of(allowed) == std::string::npos)
      return text;
  }
  wrong(json_->is_string() ? Problem::bad_id : Problem::wrong_type,
        "an id: small letters, digits and hyphens, at most " + std::to_string(max_id_bytes), {}, id_like(*json_));
  return std::nullopt;
}

std::optional<std::string> Value::text(std::size_t most_bytes) const {
  if (!json_->is_string()) {
    wrong(Problem::wrong_type, "a text");
    return std::nullopt;
  }
  const auto& text = json_->get_ref<const std::string&>();
  if (const auto found = forbidden_in(text)) {
    if (*found == 0x202D || *found == 0x202E)
      wrong(Problem::unsafe_text, "a text without direction overrides",
            "Right-to-left words find their direction by themselves.");
    else
      wrong(Problem::unsafe_text, "a text without control characters", "For a new line, write \\n.");
    return std::nullopt;
  }
  if (!model::shows_something(text)) {
    wrong(Problem::blank_text, "a text that says something");
    return std::nullopt;
  }
  if (text.size() > most_bytes) {
    reading_->report(node_, {Problem::long_text, "a text of " + std::to_string(text.size()) + " bytes",
                             "a text of at most " + std::to_string(most_bytes) + " bytes"});
    return std::nullopt;
  }
  return to_nfc(text);
}

std::optional<std::string> Value::language() const {
  if (json_->is_string() && is_language_tag(json_->get_ref<const std::string&>())) return json_->get<std::string>();
  wrong(json_->is_string() ? Problem::bad_language : Problem::wrong_type, "a language tag",
        "Languages are named as in BCP 47: \"en\", \"fr-CA\", \"pa\", \"zh-Hant\".");
  return std::nullopt;
}

std::optional<float> Value::number(float least, float most) const {
  const double read = json_->is_number() ? json_->get<double>() : std::nan("");
  if (read >= least && read <= most) return static_cast<float>(read);
  wrong(json_->is_number() ? Problem::out_of_range : Problem::wrong_type,
        "a number from " + number_text(least) + " to " + number_text(most));
  return std::nullopt;
}

std::optional<float> Value::positive(float most) const {
  const double read = json_->is_number() ? json_->get<double>() : std::nan("");
  if (read > 0 && static_cast<float>(read) > 0 && read <= most) return static_cast<float>(read);
  wrong(json_->is_number() ? Problem::out_of_range : Problem::wrong_type,
        "a number greater than 0, at most " + number_text(most));
  return std::nullopt;
}

std::optional<int> Value::integer(int least, int most) const {
  if (json_->is_number_integer()) {
    const double read = json_->get<double>();
    if (read >= least && read <= most) return static_cast<int>(read);
  }
  const std::string meant = whole_number_in(*json_);
  wrong(json_->is_number_integer() ? Problem::out_of_range : Problem::wrong_type,
        "a whole number from " + std::to_string(least) + " to " + std::to_string(most),
        meant.empty() ? std::string() : "A number stands alone: no quotes round it, no unit after it.", meant);
  return std::nullopt;
}

std::optional<bool> Value::flag() const {
  if (json_->is_boolean()) return json_->get<bool>();
  wrong(Problem::wrong_type, "true or false");
  return std::nullopt;
}

std::optional<std::string> Value::one_of(const std::vector<std::string>& known, Problem unknown) const {
  if (!json_->is_string()) {
    wrong(Problem::wrong_type, one_of_text(known));
    return std::nullopt;
  }
  const auto& text = json_->get_ref<const std::string&>();
  if (std::find(known.begin(), known.end(), text) != known.end()) return text;
  reading_->report(
      node_, {.problem = unknown, .found = found(), .expected = one_of_text(known), .nearest = reading_->nearest(text, known)});
  return std::nullopt;
}

LocalText Value::local_text(std::span<const std::string> languages, std::size_t most_bytes) const {
  LocalText out;
  if (is_text()) {
    const std::string language = languages.empty() ? std::string("en") : languages.front();
    wrong(Problem::no_language, "a text in one or more languages", "Name the language.",
          "{" + in_quotes(language) + ": " + json_->dump() + "}");
    return out;
  }
  const auto texts = members("a text in one or more languages");
  if (!texts) return out;
  if (texts->empty() || texts->size() > max_languages) {
    wrong(Problem::list_length, "a text in 1 to " + std::to_string(max_languages) + " languages");
    return out;
  }
  for (const Value& text : *texts) {
    if (!is_language_tag(text.key()))
      reading_->report_key(text.node_, {Problem::bad_language, "the language " + as_found(text.key()), "a language tag",
                                        "Languages are named as in BCP 47: \"en\", \"fr-CA\", \"pa\", \"zh-Hant\"."});
    if (auto words = text.text(most_bytes)) out[text.key()] = *std::move(words);
  }
  for (const std::string& language : languages) {
    const auto here = [&](const Value& text) { return text.key() == language; };
    if (std::none_of(texts->begin(), texts->end(), here)) report_missing(language);
  }
  return out;
}

void Value::report_missing(const std::string& language) const {
  const std::string_view tag = tag_of_named(language);
  const std::string quoted = in_quotes(language);
  reading_->report(node_, {.problem = Problem::language_missing,
                           .found = "no " + quoted,
                           .expected = "a text in each language that the activity offers",
                           .hint = tag.empty() ? "Write it in " + quoted + " too, or take that out of \"languages\"."
                                               : "In \"languages\" write " + in_quotes(tag) + " for " + quoted +
                                                     ": languages are named by short tags (BCP 47).",
                           .mend = tag.empty() ? quoted + ": \"…\"" : std::string()});
}

}  // namespace greenline::content
