#include "app/console_walls.h"

#include <algorithm>
#include <string_view>
#include <variant>
#include <vector>

#include "content/region_words.h"
#include "content/utf8.h"
#include "interact/host_acts.h"

namespace greenline::app {
namespace {

constexpr std::size_t longest_label = 60;  // characters of a card's words on a key

std::string words_of(const station::Session& session, const model::CardId& id, const ConsoleSpeaker& say) {
  const model::Card* card = find_card(session.convening(), id);
  return card == nullptr ? std::string() : beginning_of(*card, say);
}

struct ToldShown {
  const station::Session& session;
  const ConsoleSpeaker& say;

  std::string operator()(std::monostate) const { return say("walls_show_all"); }
  std::string operator()(const model::CardId& card) const { return say("walls_show", {words_of(session, card, say)}); }
  std::string operator()(const model::RegionEnd& end) const {
    const content::Region* region = find_region(session.pack().canvas, end.region);
    return say("walls_show", {region == nullptr ? end.region : say.of(content::words_of(*region, &session.phase()).name)});
  }
  std::string operator()(const model::GatheringId& id) const {
    const auto found = session.convening().gatherings.find(id);
    const bool named = found != session.convening().gatherings.end() && !found->second.name.value.words.empty();
    return say("walls_show", {named ? found->second.name.value.words : say("a_gathering")});
  }
  std::string operator()(const model::ThreadId&) const { return say("walls_show", {say("a_thread")}); }
};

}  // namespace

std::string beginning_of(const model::Card& card, const ConsoleSpeaker& say) {
  const std::string& words = card.saying.value.words;
  if (card.veiled.value) return say("veiled");
  if (words.empty()) return say("drawn");
  std::size_t end = 0;
  for (std::size_t characters = 0; end < words.size() && characters < longest_label; ++characters)
    end += content::character_bytes(std::string_view(words).substr(end));
  std::string begun = words.substr(0, end);
  std::ranges::replace(begun, '\n', ' ');
  return end < words.size() ? begun + "…" : begun;
}

ui::ConsoleKey key_to_walls(const station::Session& session, const ConsoleSpeaker& say) {
  const bool frozen = session.convening().frozen.value;
  const bool shows_one = shown_on_walls(session.convening()) != model::Shown{};
  return {"walls", say(frozen ? "walls_frozen" : "walls"), frozen || shows_one, true};
}

void add_walls(const station::Session& session, const ConsoleMode& mode, const ConsoleSpeaker& say, ui::ConsolePage& page) {
  const model::Convening& now = session.convening();
  const model::Shown& shown = shown_on_walls(now);
  const bool frozen = now.frozen.value;
  page.card = frozen ? say("walls_stay") : std::visit(ToldShown{session, say}, shown);
  page.card += "\n" + say("walls_how");
  page.card_language = say.language;
  const std::vector<model::CardId> order = interact::order_of_reading(session, mode.shuffled);
  const auto next = interact::beside_shown(order, shown, 1), before = interact::beside_shown(order, shown, -1);
  const bool reads = std::holds_alternative<model::CardId>(shown);
  page.keys = {next ? ui::ConsoleKey{"read_next", say("read_next", {words_of(session, *next, say)}), true, true}
                    : ui::ConsoleKey{"read_next", say("read_all"), true, false},
               {"read_before", say("read_before"), false, reads && before.has_value()},
               {"shuffle", say("shuffle"), mode.shuffled, true},
               {"whole", say("whole"), false, shown != model::Shown{}},
               {"freeze", say(frozen ? "unfreeze" : "freeze"), frozen, true},
               {"room", say("leave_day"), false, true}};
}

std::optional<model::Request> request_of_walls_key(const station::Session& session, const ConsoleMode& mode,
                                                   const std::string& key) {
  if (key == "show") {
    const bool shows_it = shown_on_walls(session.convening()) == model::Shown{mode.card};
    return model::ShowOnWalls{shows_it ? model::Shown{} : model::Shown{mode.card}};
  }
  return std::nullopt;
}

}  // namespace greenline::app
