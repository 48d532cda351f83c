#include "harvest/outline.h"

#include "harvest/markup.h"

namespace greenline::harvest {
namespace {

class Outline {
 public:
  explicit Outline(const Harvest& harvest) : harvest_(harvest) {}

  std::string made() {
    text_ = "# " + in_markdown(harvest_.title()) + "\n\n";
    for (const Harvest::Answer& line : harvest_.first_lines())
      text_ += "**" + in_markdown(line.question) + "** " + in_markdown(line.answer) + "  \n";
    for (const Circle& circle : harvest_.reading().circles) add(circle);
    if (!harvest_.reading().threads.empty()) {
      text_ += "\n## " + in_markdown(harvest_.say("harvest.threads")) + "\n\n";
      for (const model::Thread* thread : harvest_.reading().threads) add(*thread);
    }
    return text_;
  }

 private:
  void add(const Circle& circle) {
    if (circle.region == nullptr && circle.empty()) return;
    text_ += "\n## " + in_markdown(harvest_.name_of(circle)) + "\n";
    if (circle.empty()) text_ += "\n" + in_markdown(harvest_.say("harvest.nothing")) + "\n";
    for (const Group& group : circle.groups) {
      const bool named = group.gathering != nullptr && !group.gathering->name.value.words.empty();
      if (named) text_ += "\n### " + in_markdown(group.gathering->name.value.words) + "\n";
      text_ += '\n';
      for (const model::Card* card : group.cards) add(*card);
    }
    if (!circle.at_rest.empty()) {
      text_ += "\n### " + in_markdown(harvest_.say("harvest.at_rest")) + "\n\n";
      for (const model::Card* card : circle.at_rest) add(*card);
    }
    if (circle.region != nullptr) add_beside(model::RegionEnd{circle.region->id}, "");
  }
  void add(const model::Card& card) {
    item("", harvest_.told(card).words);
    if (card.lit_up.value && !card.lit.value.words.empty()) item("  ", harvest_.say("harvest.because", card.lit.value.words));
    if (card.let_go.value && !card.thanks.value.words.empty())
      item("  ", harvest_.say("harvest.with_thanks", card.thanks.value.words));
    add_beside(card.id, "  ");
  }
  void add(const model::Thread& thread) {
    item("", harvest_.sentence_of(thread));
    add_beside(thread.id, "  ");
  }
  void add_beside(const model::NourishTarget& what, const std::string& indent) {
    for (const model::Nourishment* one : harvest_.beside(what)) {
      const model::Saying& saying = one->body.value.saying;
      item(indent, harvest_.kind_of(one->body.value.kind) + ": " +
                       (saying.words.empty() ? harvest_.say("harvest.drawing") : saying.words));
    }
  }
  void item(const std::string& indent, std::string_view words) { text_ += indent + "- " + in_markdown(words) + "\n"; }

  const Harvest& harvest_;
  std::string text_;
};

}  // namespace

std::string outline(const Harvest& harvest) { return Outline(harvest).made(); }

}  // namespace greenline::harvest
