#include "harvest/harvest.h"

#include <algorithm>
#include <array>
#include <variant>

#include "content/region_words.h"

namespace greenline::harvest {

std::vector<Harvest::Answer> Harvest::first_lines() const {
  const content::Harvest& asked = pack_.activity.harvest;
  std::vector<Answer> lines;
  const auto add = [&](std::string_view key, std::string answer) {
    const bool given = !answer.empty();
    lines.push_back({say(key), given ? std::move(answer) : say("harvest.unanswered"), given});
  };
  add("rundown.what", std::string(local(asked.what)));
  add("rundown.how", std::string(local(asked.how)));
  add("rundown.why", std::string(local(asked.why)));
  add("harvest.for_whom", for_whom_);
  return lines;
}

std::string Harvest::name_of(const Circle& circle) const {
  if (circle.region == nullptr) return say("harvest.open_ground");
  const content::Phase* phase = present_phase();
  const std::string_view name = local(content::words_of(*circle.region, phase).name);
  if (!name.empty()) return std::string(name);
  if (phase == nullptr || !phase->hides_names) return circle.region->id;
  const auto place = std::ranges::find(pack_.canvas.regions, circle.region->id, &content::Region::id);
  return say("harvest.unnamed", std::to_string(1 + (place - pack_.canvas.regions.begin())));
}

std::string_view Harvest::help_of(const Circle& circle) const {
  return circle.region == nullptr ? std::string_view() : local(content::words_of(*circle.region, present_phase()).help);
}

const content::Phase* Harvest::present_phase() const { return content::find_phase(pack_.activity, convening().phase.value); }

std::string Harvest::name_of_region(std::string_view region) const {
  for (const Circle& circle : reading_.circles)
    if (circle.region != nullptr && circle.region->id == region) return name_of(circle);
  return say("harvest.open_ground");
}

Said Harvest::told(const model::Card& card) const {
  const model::Saying& saying = card.saying.value;
  if (saying.words.empty()) return {say("harvest.drawing"), language_};
  return {saying.words, saying.language};
}

Said Harvest::told(const model::ThreadEnd& end) const {
  if (const auto* card = std::get_if<model::CardId>(&end)) {
    const model::Card* found = find_card(convening(), *card);
    return found != nullptr ? told(*found) : Said{};
  }
  return {name_of_region(std::get<model::RegionEnd>(end).region), language_};
}

std::string Harvest::circle_of(const model::ThreadEnd& end) const {
  if (const auto* card = std::get_if<model::CardId>(&end)) {
    const model::Card* found = find_card(convening(), *card);
    return found != nullptr ? name_of_region(found->place.value.region) : std::string();
  }
  return name_of_region(std::get<model::RegionEnd>(end).region);
}

std::string Harvest::kind_of(model::NourishKind kind) const {
  constexpr std::array keys{"nourish.question", "nourish.offer", "nourish.story", "nourish.thanks", "nourish.origin"};
  return say(keys.at(static_cast<std::size_t>(kind)));
}

std::string Harvest::sentence_of(const model::Thread& thread) const {
  const auto isolated = [](const std::string& words) { return "\u2068" + words + "\u2069"; };
  const std::string& word = thread.word.value.words;
  return "‹" + isolated(told(thread.ends.value.from).words) + "› — " + (word.empty() ? std::string() : isolated(word) + " ") +
         "→ ‹" + isolated(told(thread.ends.value.to).words) + "›";
}

}  // namespace greenline::harvest
