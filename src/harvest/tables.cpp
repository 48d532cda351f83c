#include "harvest/tables.h"

#include <initializer_list>

namespace greenline::harvest {
namespace {

std::string cell(std::string_view words) {
  std::string text(words);
  if (!text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\r\n;\t") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string row(std::initializer_list<std::string_view> cells) {
  std::string line;
  for (const std::string_view one : cells) line += cell(one) + ',';
  line.back() = '\r';
  return line + '\n';
}

constexpr const char* byte_order_mark = "\xEF\xBB\xBF";

class WordsTable {
 public:
  explicit WordsTable(const Harvest& harvest) : harvest_(harvest) {}

  std::string made() {
    table_ = byte_order_mark + row({"card", "circle", "gathering", "kind", "words", "language", "beside"});
    for (const Circle& circle : harvest_.reading().circles) {
      const std::string name = harvest_.name_of(circle);
      for (const Group& group : circle.groups) {
        const std::string gathering = group.gathering != nullptr ? group.gathering->name.value.words : std::string();
        for (const model::Card* card : group.cards) add(*card, name, gathering);
      }
      for (const model::Card* card : circle.at_rest) add(*card, name, {});
      if (circle.region != nullptr) add_beside(model::RegionEnd{circle.region->id}, name, {}, name);
    }
    for (const model::Thread* thread : harvest_.reading().threads)
      add_beside(thread->id, harvest_.circle_of(thread->ends.value.from), {}, "thread " + number_of(thread->id));
    return table_;
  }

 private:
  void add(const model::Card& card, const std::string& circle, const std::string& gathering) {
    const Said said = harvest_.told(card);
    const std::string number = number_of(card.id);
    table_ +=
        row({number, circle, gathering, card.saying.value.words.empty() ? "drawing" : "card", said.words, said.language, ""});
    if (card.lit_up.value && !card.lit.value.words.empty())
      table_ +=
          row({"", circle, gathering, "why in the light", card.lit.value.words, card.lit.value.language, "card " + number});
    if (card.let_go.value && !card.thanks.value.words.empty())
      table_ +=
          row({"", circle, gathering, "thanks at rest", card.thanks.value.words, card.thanks.value.language, "card " + number});
    add_beside(card.id, circle, gathering, "card " + number);
  }
  void add_beside(const model::NourishTarget& what, const std::string& circle, const std::string& gathering,
                  const std::string& beside_what) {
    for (const model::Nourishment* one : harvest_.beside(what)) {
      const model::Saying& saying = one->body.value.saying;
      const std::string words = saying.words.empty() ? harvest_.say("harvest.drawing") : saying.words;
      table_ += row({"", circle, gathering, harvest_.kind_of(one->body.value.kind), words, saying.language, beside_what});
    }
  }

  const Harvest& harvest_;
  std::string table_;
};

}  // namespace

std::string words_table(const Harvest& harvest) { return WordsTable(harvest).made(); }

std::string threads_table(const Harvest& harvest) {
  std::string table = byte_order_mark + row({"thread", "from", "word", "to", "from circle", "to circle", "language"});
  for (const model::Thread* thread : harvest.reading().threads) {
    const model::ThreadEnds& ends = thread->ends.value;
    table += row({number_of(thread->id), harvest.told(ends.from).words, thread->word.value.words, harvest.told(ends.to).words,
                  harvest.circle_of(ends.from), harvest.circle_of(ends.to), thread->word.value.language});
  }
  return table;
}

}  // namespace greenline::harvest
