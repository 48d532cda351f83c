// Reads an activity: what it is for, its harvest, its phases.
#include <algorithm>
#include <iterator>
#include <tuple>

#include "content/problem.h"
#include "content/read_languages.h"
#include "content/reader.h"

namespace greenline::content {
namespace {

constexpr std::size_t max_phases = 64, max_modes = 4, max_thread_words = 12, max_credits = 32, max_region_prompts = 64;
constexpr std::size_t max_thread_word_bytes = 60;
constexpr std::size_t max_keyboards = 8;  // they stand beside each other over the keys
constexpr int most_people = 500, most_minutes = 240, most_carried = 120;

using Languages = std::vector<std::string>;

const std::vector<std::string>& mode_names() {
  static const std::vector<std::string> names{"quiet", "pair", "four", "table", "wall", "look", "circle"};
  return names;
}

const std::vector<std::string>& verb_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (int verb = 0; verb <= static_cast<int>(model::Verb::look); ++verb)
      all.emplace_back(model::to_text(static_cast<model::Verb>(verb)));
    return all;
  }();
  return names;
}

void read_modes(Object& object, Phase& phase) {
  const auto value = object.must_have("modes", "how people work, in order: " + one_of_text(mode_names()));
  const auto modes = value ? value->list(1, max_modes, one_of_text(mode_names())) : std::nullopt;
  for (const Value& item : modes.value_or(std::vector<Value>())) {
    const auto name = item.one_of(mode_names());
    if (!name) continue;
    const auto place = std::find(mode_names().begin(), mode_names().end(), *name) - mode_names().begin();
    phase.modes.push_back(static_cast<Mode>(place));
  }
}

void read_verbs(Object& object, Phase& phase) {
  const auto value = object.must_have("verbs", "what people may do: " + one_of_text(verb_names()));
  const auto verbs = value ? value->list(0, verb_names().size(), one_of_text(verb_names())) : std::nullopt;
  bool unknown = false;
  for (const Value& item : verbs.value_or(std::vector<Value>())) {
    const auto name = item.one_of(verb_names());
    const auto verb = name ? model::verb_from_text(*name) : std::nullopt;
    unknown = unknown || !verb;
    if (!verb) continue;
    if (!phase.rules.verbs.insert(*verb).second) item.wrong(Problem::twice_in_list, "each verb once");
    if (!phase.rules.touch && *verb != model::Verb::look)
      item.wrong(Problem::verbs_and_touch, "only \"look\" while \"touch\" is false",
                 "Leave \"touch\" out, or take this verb out.");
  }
  const bool none = verbs && phase.rules.verbs.empty() && !unknown;
  if (none && phase.rules.touch)
    value->wrong(Problem::verbs_and_touch, "at least one verb while touch is on",
                 "For a time of talking, add \"touch\": false.");
  // It is refused. As if it let people begin, nothing else is told of the same cause.
  if ((unknown || none || !verbs) && phase.rules.touch) phase.rules.verbs.insert(model::Verb::name);
  if (verbs && !none && phase.rules.sets_markers && !phase.rules.verbs.contains(model::Verb::place))
    value->wrong(Problem::verbs_and_touch, "\"place\" among the verbs of a phase that sets markers");
}

void read_rules(Object& object, Phase& phase) {
  for (const auto& [key, flag] : {std::pair("touch", &phase.rules.touch),
                                  {"sets_markers", &phase.rules.sets_markers},
                                  {"veils_new_cards", &phase.rules.veils_new_cards},
                                  {"beside_earlier", &phase.rules.beside_earlier},
                                  {"hides_names", &phase.hides_names},
                                  {"hides_reflections", &phase.hides_reflections}})
    if (const auto value = object.may_have(key)) keep(*flag, value->flag());
  read_verbs(object, phase);
}

// Longer than a room takes in while it moves.
void look_at_length(const Value& value, const LocalText& prompt) {
  constexpr std::ptrdiff_t most_characters = 140;
  const PositionIndex& index = value.reading().index();
  for (const auto& [language, words] : prompt) {
    const auto characters = std::ranges::count_if(words, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    if (characters > most_characters)
      value.reading().report(index.member(value.node(), language),
                             {Problem::long_prompt, "a prompt of " + std::to_string(characters) + " characters",
                              "at most " + std::to_string(most_characters)});
  }
}

// Whether people find something to do: a card to make, a sign to set, or a card that may be there by now.
void look_for_doings(const Value& value, const Phase& phase, bool cards_may_be_there) {
  using enum model::Verb;
  if (!phase.rules.touch || phase.rules.verbs.empty() || phase.rules.verbs.contains(name) || phase.rules.sets_markers) return;
  const bool only_looks = phase.rules.verbs.size() == 1 && phase.rules.verbs.contains(look);
  if (cards_may_be_there && !only_looks) return;
  value.reading().report(
      value.node(),
      {Problem::idle_phase, only_looks ? "touch, and \"look\" alone" : "verbs for cards, and no card by now",
       only_looks ? "\"touch\": false, or a verb for hands" : "\"name\" here or in an earlier phase, so that there are cards"});
}

// What no phase shows, nobody will ever see.
void look_for_the_hidden(const Value& phases, const Activity& activity) {
  const PositionIndex& index = phases.reading().index();
  for (const auto& [key, hides, what] : {std::tuple("hides_names", &Phase::hides_names, "the regions' names"),
                                         {"hides_reflections", &Phase::hides_reflections, "the cards' reflections"}}) {
    if (activity.phases.empty() || !std::ranges::all_of(activity.phases, hides)) continue;
    const NodeId last = index.member(index.item(phases.node(), activity.phases.size() - 1), key);
    phases.reading().report(last, {Problem::never_shown, std::string("every phase hides ") + what,
                                   "a phase that shows them, at the latest the last one"});
  }
}

// Where earlier signs are to stand beside, and there are none.
void look_for_earlier_signs(Object& phase, const Phase& made, const Activity& before) {
  if (!made.rules.beside_earlier) return;
  const auto sets = [](const Phase& one) { return one.rules.sets_markers; };
  if (std::ranges::any_of(before.phases, sets)) return;
  phase.may_have("beside_earlier")
      ->wrong(Problem::nothing_earlier, "a phase before it with \"sets_markers\": true",
              "Let people set their signs in an earlier phase, or leave \"beside_earlier\" out.");
}

void look_at_minutes(Object& object, const Activity& activity) {
  const auto value = object.may_have("minutes");
  const auto minutes = value ? value->integer(1, most_minutes * static_cast<int>(max_phases)) : std::nullopt;
  if (!minutes) return;
  int all = 0;
  for (const Phase& phase : activity.phases) {
    if (phase.minutes == 0) return;  // what is wrong with it is told, and the sum is of no use
    all += phase.minutes;
  }
  if (all != *minutes)
    value->wrong(Problem::uneven_minutes, std::to_string(all) + ", as its phases take together", {}, std::to_string(all));
}

void read_prompts(Object& object, Phase& phase, const Languages& languages) {
  if (const auto value = object.must_have("title", "the phase's name"))
    phase.title = value->local_text(languages, max_name_bytes);
  if (const auto value = object.must_have("prompt", "the question to the room")) {
    phase.prompt = value->local_text(languages);
    look_at_length(*value, phase.prompt);
  }
  if (const auto value = object.may_have("host_note")) phase.host_note = value->local_text();
  if (const auto value = object.may_have("mode_words")) phase.mode_words = value->local_text(languages, max_name_bytes);
  if (const auto value = object.may_have("thread_prompt")) phase.thread_prompt = value->local_text(languages);
  if (const auto value = object.may_have("region_prompts")) {
    const auto prompts = value->members("a question by region");
    if (prompts && prompts->size() > max_region_prompts)
      value->wrong(Problem::list_length, "at most " + std::to_string(max_region_prompts) + " regions");
    for (const Value& prompt : prompts.value_or(std::vector<Value>()))
      phase.region_prompts[prompt.key()] = prompt.local_text(languages);
  }
  if (const auto value = object.may_have("thread_words")) {
    const auto words = value->list(0, max_thread_words, "words that a thread may say");
    for (const Value& item : words.value_or(std::vector<Value>())) {
      LocalText word = item.local_text(languages);
      const auto too_long = [](const auto& text) { return text.second.size() > max_thread_word_bytes; };
      if (std::any_of(word.begin(), word.end(), too_long))
        item.wrong(Problem::long_text, "a word or two, at most " + std::to_string(max_thread_word_bytes) + " bytes");
      phase.thread_words.push_back(std::move(word));
    }
  }
}

Phase read_phase(Object& object, const Languages& languages) {
  Phase made;
  if (const auto value = object.must_have("id", "the phase's id")) keep(made.id, value->id());
  if (const auto value = object.must_have("minutes", "how long it takes")) keep(made.minutes, value->integer(1, most_minutes));
  read_prompts(object, made, languages);
  read_modes(object, made);
  read_rules(object, made);
  object.close();
  return made;
}

void read_phases(Object& object, Activity& activity) {
  const auto value = object.must_have("phases", "at least one phase");
  const auto phases = value ? value->list(1, max_phases, "phases") : std::nullopt;
  bool cards_may_be_there = activity.carries.has_value();
  for (const Value& item : phases.value_or(std::vector<Value>())) {
    auto read = item.object("a phase");
    if (!read) continue;
    Phase made = read_phase(*read, activity.languages);
    cards_may_be_there = cards_may_be_there || made.rules.verbs.contains(model::Verb::name);
    look_for_doings(item, made, cards_may_be_there);
    look_for_earlier_signs(*read, made, activity);
    if (!made.id.empty() && find_phase(activity, made.id))
      read->may_have("id")->wrong(Problem::id_twice, "an id that no other phase has");
    activity.phases.push_back(std::move(made));
  }
  if (phases && phases->size() == activity.phases.size()) look_for_the_hidden(*value, activity);
}

void read_languages(Object& object, Activity& activity) {
  if (const auto value = object.must_have("languages", "the languages offered, the first is shown first"))
    read_tags(value->list(1, max_languages, "the languages offered"), "each language once", activity.languages);
  if (const auto value = object.may_have("keyboards"))
    read_tags(value->list(1, max_keyboards, "the keyboards offered"), "each keyboard once", activity.keyboards);
}

void read_side_by_side(Object& object, Activity& activity) {
  const std::string expected = "the two languages shown together, the first of them larger";
  const auto value = object.may_have("side_by_side");
  const auto pair = value ? value->list(2, 2, expected) : std::nullopt;
  for (const Value& item : pair.value_or(std::vector<Value>())) {
    auto tag = item.language();
    if (!tag) continue;
    const auto is_tag = [&](const std::string& other) { return other == *tag; };
    if (std::none_of(activity.languages.begin(), activity.languages.end(), is_tag))
      item.reading().report(item.node(), {.problem = Problem::not_offered,
                                          .found = item.found(),
                                          .expected = activity.languages.empty()
                                                          ? "one of the activity's \"languages\""
                                                          : one_of_text(activity.languages) + ", the activity's \"languages\"",
                                          .nearest = item.reading().nearest(*tag, activity.languages)});
    else if (std::any_of(activity.side_by_side.begin(), activity.side_by_side.end(), is_tag))
      item.wrong(Problem::twice_in_list, "two languages, not one of them twice", "Leave \"side_by_side\" out to show one.");
    else
      activity.side_by_side.push_back(*std::move(tag));
  }
}

void read_people(Object& object, Activity& activity) {
  const auto value = object.must_have("people", "for how many: \"min\" and \"max\"");
  auto people = value ? value->object("\"min\" and \"max\"") : std::nullopt;
  if (!people) return;
  const auto least = people->must_have("min", "a whole number"), most = people->must_have("max", "a whole number");
  if (least) keep(activity.people_min, least->integer(1, most_people));
  if (most) keep(activity.people_max, most->integer(1, most_people));
  if (activity.people_min && activity.people_max && activity.people_min > activity.people_max)
    most->wrong(Problem::min_over_max, "at least \"min\"");
  people->close();
}

void read_carries(Object& object, Activity& activity) {
  const auto value = object.may_have("carries");
  auto carries = value ? value->object("\"into\" and perhaps \"at_most\"") : std::nullopt;
  if (!carries) return;
  activity.carries.emplace();
  if (const auto into = carries->must_have("into", "the id of a region of its canvas"))
    keep(activity.carries->into, into->id());
  if (const auto most = carries->may_have("at_most")) keep(activity.carries->at_most, most->integer(1, most_carried));
  carries->close();
}

void read_harvest(Object& object, Activity& activity) {
  const auto value = object.must_have("harvest", "what leaves the room: \"what\", \"how\", \"why\"");
  auto harvest = value ? value->object("\"what\", \"how\" and \"why\"") : std::nullopt;
  if (!harvest) return;
  for (const auto& [key, text] :
       {std::pair("what", &activity.harvest.what), {"how", &activity.harvest.how}, {"why", &activity.harvest.why}})
    if (const auto part = harvest->must_have(key, "a sentence")) *text = part->local_text(activity.languages);
  if (const auto part = harvest->may_have("keep")) keep(activity.harvest.keep, part->flag());
  if (const auto part = harvest->may_have("keep_markers")) keep(activity.harvest.keep_markers, part->flag());
  harvest->close();
}

}  // namespace

tl::expected<Activity, Diagnostics> parse_activity(std::string_view text, const std::string& file, Diagnostics* remarks) {
  Reading reading(text, file);
  Activity made;
  const auto root = reading.root();
  auto object = root ? root->object("an activity") : std::nullopt;
  if (!object || !is_kind(*object, "activity")) return tl::unexpected(reading.take());

  read_languages(*object, made);
  read_side_by_side(*object, made);
  read_fallback(*object, made.languages, made.fallback);
  if (const auto value = object->may_have("picture")) keep(made.picture, value->text(max_name_bytes));
  if (const auto value = object->must_have("id", "the activity's id")) keep(made.id, value->id());
  if (const auto value = object->must_have("canvas", "the id of its canvas")) keep(made.canvas, value->id());
  if (const auto value = object->must_have("layout", "the name of a layout of its canvas")) keep(made.layout, value->id());
  if (const auto value = object->may_have("show_optional")) keep(made.outer_ring, value->flag());
  if (const auto value = object->must_have("title", "its name")) made.title = value->local_text(made.languages, max_name_bytes);
  if (const auto value = object->may_have("credits")) {
    const auto credits = value->list(0, max_credits, "whom to thank");
    for (const Value& credit : credits.value_or(std::vector<Value>()))
      if (auto words = credit.text()) made.credits.push_back(*std::move(words));
  }
  read_people(*object, made);
  read_carries(*object, made);
  read_harvest(*object, made);
  read_phases(*object, made);
  look_at_minutes(*object, made);
  object->close();
  if (!reading.clean()) return tl::unexpected(reading.take());
  if (remarks != nullptr) std::ranges::move(reading.take(), std::back_inserter(*remarks));
  return made;
}

}  // namespace greenline::content
