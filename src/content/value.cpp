// How one value is read: its type, its range, its spelling.
#include <algorithm>
#include <charconv>
#include <cmath>

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

}  // namespace

const std::string& Value::key() const { return reading_->index().node(node_).key; }

std::string Value::found() const {
  if (json_->is_string()) return in_quotes(json_->get_ref<const std::string&>());
  if (json_->is_array()) return json_->empty() ? "an empty list" : "a list";
  if (json_->is_object()) return json_->empty() ? "an empty object" : "an object";
  return json_->dump();
}

void Value::wrong(std::string expected, std::string hint) const {
  reading_->report(node_, found(), std::move(expected), std::move(hint));
}

std::optional<Object> Value::object(std::string_view expected) const {
  if (json_->is_object()) return Object(*this);
  wrong("an object: " + std::string(expected));
  return std::nullopt;
}

std::optional<std::vector<Value>> Value::members(const std::string& expected) const {
  if (!json_->is_object()) {
    wrong("an object: " + expected);
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
    wrong("a list: " + expected);
    return std::nullopt;
  }
  if (json_->size() < least || json_->size() > most) {
    reading_->report(node_, "a list of " + std::to_string(json_->size()),
                     "a list of " + std::to_string(least) + " to " + std::to_string(most) + ": " + expected);
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
  wrong("an id: small letters, digits and hyphens, at most " + std::to_string(max_id_bytes));
  return std::nullopt;
}

std::optional<std::string> Value::text(std::size_t most_bytes) const {
  if (!json_->is_string()) {
    wrong("a text");
    return std::nullopt;
  }
  const auto& text = json_->get_ref<const std::string&>();
  if (const auto found = forbidden_in(text)) {
    if (*found == 0x202D || *found == 0x202E)
      wrong("a text without direction overrides", "Right-to-left words find their direction by themselves.");
    else
      wrong("a text without control characters", "For a new line, write \\n.");
    return std::nullopt;
  }
  if (!model::shows_something(text)) {
    wrong("a text that says something");
    return std::nullopt;
  }
  if (text.size() > most_bytes) {
    reading_->report(node_, "a text of " + std::to_string(text.size()) + " bytes",
                     "a text of at most " + std::to_string(most_bytes) + " bytes");
    return std::nullopt;
  }
  return to_nfc(text);
}

std::optional<std::string> Value::language() const {
  if (json_->is_string() && is_language_tag(json_->get_ref<const std::string&>())) return json_->get<std::string>();
  wrong("a language tag", "Languages are named as in BCP 47: \"en\", \"fr-CA\", \"pa\", \"zh-Hant\".");
  return std::nullopt;
}

std::optional<float> Value::number(float least, float most) const {
  const double read = json_->is_number() ? json_->get<double>() : std::nan("");
  if (read >= least && read <= most) return static_cast<float>(read);
  wrong("a number from " + number_text(least) + " to " + number_text(most));
  return std::nullopt;
}

std::optional<float> Value::positive(float most) const {
  const double read = json_->is_number() ? json_->get<double>() : std::nan("");
  if (read > 0 && static_cast<float>(read) > 0 && read <= most) return static_cast<float>(read);
  wrong("a number greater than 0, at most " + number_text(most));
  return std::nullopt;
}

std::optional<int> Value::integer(int least, int most) const {
  if (json_->is_number_integer()) {
    const double read = json_->get<double>();
    if (read >= least && read <= most) return static_cast<int>(read);
  }
  wrong("a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return std::nullopt;
}

std::optional<bool> Value::flag() const {
  if (json_->is_boolean()) return json_->get<bool>();
  wrong("true or false");
  return std::nullopt;
}

std::optional<std::string> Value::one_of(const std::vector<std::string>& known) const {
  if (!json_->is_string()) {
    wrong(one_of_text(known));
    return std::nullopt;
  }
  const auto& text = json_->get_ref<const std::string&>();
  if (std::find(known.begin(), known.end(), text) != known.end()) return text;
  wrong(one_of_text(known), reading_->did_you_mean(text, known));
  return std::nullopt;
}

LocalText Value::local_text(std::span<const std::string> languages, std::size_t most_bytes) const {
  LocalText out;
  if (is_text()) {
    wrong("a text in one or more languages", "Name the language: {\"en\": " + found() + "}.");
    return out;
  }
  const auto texts = members("a text in one or more languages");
  if (!texts) return out;
  if (texts->empty() || texts->size() > max_languages) {
    wrong("a text in 1 to " + std::to_string(max_languages) + " languages");
    return out;
  }
  for (const Value& text : *texts) {
    if (!is_language_tag(text.key()))
      reading_->report_key(text.node_, "the language " + in_quotes(text.key()), "a language tag",
                           "Languages are named as in BCP 47: \"en\", \"fr-CA\", \"pa\", \"zh-Hant\".");
    if (auto words = text.text(most_bytes)) out[text.key()] = *std::move(words);
  }
  for (const std::string& language : languages) {
    const auto here = [&](const Value& text) { return text.key() == language; };
    if (std::none_of(texts->begin(), texts->end(), here))
      reading_->report(node_, "no " + in_quotes(language), "a text in each language that the activity offers",
                       "Write it in " + in_quotes(language) + " too, or take that out of \"languages\".");
  }
  return out;
}

}  // namespace greenline::content
