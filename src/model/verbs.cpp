// The names of verbs and refusals, as packs and interface strings write them.
#include <algorithm>
#include <array>
#include <utility>

#include "model/decide.h"

namespace greenline::model {
namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<Verb, std::string_view>, 11> verb_names{{{Verb::name, "name"sv},
                                                                        {Verb::place, "place"sv},
                                                                        {Verb::move, "move"sv},
                                                                        {Verb::connect, "connect"sv},
                                                                        {Verb::nourish, "nourish"sv},
                                                                        {Verb::illuminate, "illuminate"sv},
                                                                        {Verb::veil, "veil"sv},
                                                                        {Verb::let_go, "let_go"sv},
                                                                        {Verb::gather, "gather"sv},
                                                                        {Verb::mark, "mark"sv},
                                                                        {Verb::look, "look"sv}}};

}  // namespace

std::string_view to_text(Verb verb) {
  const auto* found = std::find_if(verb_names.begin(), verb_names.end(), [&](const auto& v) { return v.first == verb; });
  return found == verb_names.end() ? ""sv : found->second;
}

std::optional<Verb> verb_from_text(std::string_view text) {
  const auto* found = std::find_if(verb_names.begin(), verb_names.end(), [&](const auto& v) { return v.second == text; });
  if (found == verb_names.end()) return std::nullopt;
  return found->first;
}

std::string_view to_text(Refusal refusal) {
  switch (refusal) {
    case Refusal::no_activity: return "no_activity";
    case Refusal::touch_is_off: return "touch_is_off";
    case Refusal::not_in_this_phase: return "not_in_this_phase";
    case Refusal::nothing_said: return "nothing_said";
    case Refusal::too_long: return "too_long";
    case Refusal::not_there: return "not_there";
    case Refusal::phase_has_closed: return "phase_has_closed";
    case Refusal::same_ends: return "same_ends";
    case Refusal::already_joined: return "already_joined";
    case Refusal::too_few: return "too_few";
    case Refusal::already_so: return "already_so";
    case Refusal::two_hands: return "two_hands";
    case Refusal::cannot_keep: return "cannot_keep";
  }
  return "";
}

}  // namespace greenline::model
