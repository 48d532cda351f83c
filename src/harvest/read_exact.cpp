// Reads a harvest's JSON back.
#include <algorithm>
#include <cmath>

#include "content/problem.h"
#include "content/reader.h"
#include "harvest/exact.h"
#include "model/limits.h"

namespace greenline::harvest {
namespace {

using namespace model;
using content::keep;
using content::Object;
using content::Value;

constexpr std::size_t most_things = 200'000;
constexpr int highest_number = 1'000'000;
constexpr float farthest = 1e6F;

class Reader {
 public:
  // What stands in the list as the `place`th, from 1.
  std::optional<EventBody> read(Object& object, int place) {
    place_ = place;
    std::optional<EventBody> body = body_of(object);
    if (body) object.close();
    return body;
  }

 private:
  std::optional<EventBody> body_of(Object& object) {
    if (const auto value = object.may_have("activity")) return opened(object, *value);
    if (const auto value = object.may_have("phase")) return phase(*value);
    if (const auto value = object.may_have("closed")) {
      (void)value->flag();
      return ActivityClosed{};
    }
    if (const auto value = object.may_have("card")) return card(object, *value);
    if (const auto value = object.may_have("lit")) {
      const Phrase why = line(object);
      return CardLit{one_of(cards_, *value, "card"), why.words, why.language};
    }
    if (const auto value = object.may_have("at_rest")) {
      const Phrase thanks = line(object);
      return CardLetGo{one_of(cards_, *value, "card"), thanks.words, thanks.language};
    }
    if (const auto value = object.may_have("thread")) return thread(object, *value);
    if (const auto value = object.may_have("word_of_thread")) {
      const Phrase word = line(object);
      return ThreadWorded{one_of(threads_, *value, "thread"), word.words, word.language};
    }
    if (const auto value = object.may_have("gathering")) return gathering(object, *value);
    if (const auto value = object.may_have("name_of_gathering")) {
      const Phrase name = line(object);
      return GatheringNamed{one_of(gatherings_, *value, "gathering"), name.words, name.language};
    }
    if (const auto value = object.may_have("left")) return left(object, *value);
    if (const auto value = object.may_have("marker")) {
      MarkerSet made{fresh(markers_, *value), place(object), visit(object)};
      return made;
    }
    object.value().wrong(
        content::Problem::exact_words,
        R"(an object with "activity", "phase", "card", "lit", "at_rest", "thread", "word_of_thread", "gathering", )"
        R"("name_of_gathering", "left", "marker" or "closed")");
    return std::nullopt;
  }

  // Numbers are given in the order in which things were made.
  template <class AnyId>
  AnyId fresh(std::vector<AnyId>& known, const Value& value) {
    const auto given = value.integer(1, highest_number);
    if (given && static_cast<std::size_t>(*given) != known.size() + 1)
      value.wrong(content::Problem::exact_words,
                  std::to_string(known.size() + 1) + ": things of a kind are numbered in the order of the list");
    known.push_back(numbered<AnyId>(known.size() + 1));
    return known.back();
  }
  template <class AnyId>
  AnyId one_of(const std::vector<AnyId>& known, const Value& value, const std::string& what) {
    const auto given = value.integer(1, highest_number);
    if (!given) return {};
    if (static_cast<std::size_t>(*given) > known.size()) {
      value.wrong(content::Problem::exact_words, "the number of a " + what + " that stands before it in the list");
      return {};
    }
    return known[static_cast<std::size_t>(*given) - 1];
  }

  EventBody opened(Object& object, const Value& value) {
    ActivityOpened is;
    keep(is.activity, value.id());
    if (const auto canvas = object.must_have("canvas", "its canvas's id")) keep(is.canvas, canvas->id());
    if (const auto file = object.may_have("activity_file")) keep(is.activity_text, file->text(max_pack_text_bytes));
    if (const auto file = object.may_have("canvas_file")) keep(is.canvas_text, file->text(max_pack_text_bytes));
    return is;
  }
  EventBody phase(const Value& value) {
    PhaseEntered is;
    keep(is.phase, value.id());
    visits_.push_back(place_);
    return is;
  }
  EventBody card(Object& object, const Value& value) {
    const CardId id = fresh(cards_, value);
    return CardMade{id, saying(object), place(object), visit(object), false};
  }
  EventBody thread(Object& object, const Value& value) {
    const ThreadId id = fresh(threads_, value);
    const ThreadEnd from = end(object, "from"), to = end(object, "to");
    return ThreadDrawn{id, from, to, visit(object)};
  }
  EventBody gathering(Object& object, const Value& value) {
    GatheringMade is{fresh(gatherings_, value), {}, {}};
    if (const auto cards = object.must_have("cards", "the numbers of its cards")) {
      const auto all = cards->list(1, max_gathering_cards, "numbers of cards");
      for (const Value& one : all.value_or(std::vector<Value>())) is.cards.push_back(one_of(cards_, one, "card"));
    }
    std::sort(is.cards.begin(), is.cards.end());
    is.cards.erase(std::unique(is.cards.begin(), is.cards.end()), is.cards.end());
    is.phase_visit = visit(object);
    return is;
  }
  EventBody left(Object& object, const Value& value) {
    NourishmentLeft is{fresh(nourishments_, value), RegionEnd{}, NourishKind::question, {}, {}};
    static const std::vector<std::string> kinds{"question", "offer", "story", "thanks", "origin"};
    if (const auto kind = object.must_have("kind", "question, offer, story, thanks or origin"))
      if (const auto named = kind->one_of(kinds))
        is.kind = static_cast<NourishKind>(std::ranges::find(kinds, *named) - kinds.begin());
    if (const auto beside = object.must_have("beside", "what it lies beside"))
      if (auto what = beside->object("\"card\", \"thread\" or \"region\"")) {
        if (const auto card = what->may_have("card"))
          is.beside = one_of(cards_, *card, "card");
        else if (const auto thread = what->may_have("thread"))
          is.beside = one_of(threads_, *thread, "thread");
        else if (const auto region = what->must_have("region", "the id of a region"))
          is.beside = RegionEnd{region->text(content::max_id_bytes).value_or(std::string())};
        what->close();
      }
    is.saying = saying(object);
    is.phase_visit = visit(object);
    return is;
  }

  ThreadEnd end(Object& object, std::string_view key) {
    const auto value = object.must_have(key, "one end of the thread");
    auto what = value ? value->object("\"card\" or \"region\"") : std::nullopt;
    if (!what) return RegionEnd{};
    ThreadEnd made = RegionEnd{};
    if (const auto card = what->may_have("card"))
      made = one_of(cards_, *card, "card");
    else if (const auto region = what->must_have("region", "the id of a region"))
      made = RegionEnd{region->text(content::max_id_bytes).value_or(std::string())};
    what->close();
    return made;
  }
  Phrase line(Object& object) {
    Phrase made;
    if (const auto words = object.may_have("words")) keep(made.words, words->text(max_words_bytes));
    if (const auto language = object.may_have("language")) keep(made.language, language->language());
    return made;
  }
  Saying saying(Object& object) {
    const Phrase words = line(object);
    Saying made{words.words, words.language, {}};
    const auto drawing = object.may_have("drawing");
    const auto strokes = drawing ? drawing->list(1, max_strokes, "strokes") : std::nullopt;
    for (const Value& stroke : strokes.value_or(std::vector<Value>())) {
      made.ink.emplace_back();
      const auto points = stroke.list(1, max_stroke_points, "points of a stroke");
      for (const Value& point : points.value_or(std::vector<Value>())) made.ink.back().push_back(ink_point(point));
    }
    if (made.empty()) object.value().wrong(content::Problem::exact_words, R"("words" or a "drawing")");
    return made;
  }
  static InkPoint ink_point(const Value& value) {
    InkPoint made;
    const auto three = value.list(3, 3, "x, y and width");
    if (!three) return made;
    keep(made.x, (*three)[0].number(-1, 2));
    keep(made.y, (*three)[1].number(-1, 2));
    keep(made.width, (*three)[2].number(0, 1));
    return made;
  }
  static Place place(Object& object) {
    Place made;
    if (const auto region = object.may_have("region"))
      made.region = region->text(content::max_id_bytes).value_or(std::string());
    const auto at = object.must_have("at", "where it stands: x and y");
    const auto two = at ? at->list(2, 2, "x and y") : std::nullopt;
    if (!two) return made;
    keep(made.at.x, (*two)[0].number(-farthest, farthest));
    keep(made.at.y, (*two)[1].number(-farthest, farthest));
    return made;
  }
  EventId visit(Object& object) {
    const auto value = object.may_have("in");
    const auto given = value ? value->integer(1, highest_number) : std::nullopt;
    if (!given) return {};
    if (std::ranges::find(visits_, *given) == visits_.end()) {
      value->wrong(content::Problem::exact_words, "the place in the list of the phase that it was made in");
      return {};
    }
    return numbered<EventId>(static_cast<std::uint64_t>(*given));
  }

  int place_ = 0;
  std::vector<int> visits_;
  std::vector<CardId> cards_;
  std::vector<ThreadId> threads_;
  std::vector<GatheringId> gatherings_;
  std::vector<NourishmentId> nourishments_;
  std::vector<MarkerId> markers_;
};

Actor who_did(const EventBody& body) {
  if (std::holds_alternative<ActivityOpened>(body)) return the_program;
  if (std::holds_alternative<PhaseEntered>(body) || std::holds_alternative<ActivityClosed>(body)) return the_host;
  return {model::Role::seat};
}

}  // namespace

tl::expected<Leaving, content::Diagnostics> from_json(std::string_view text, const std::string& file) {
  content::Reading reading(text, file);
  const auto root = reading.root();
  auto object = root ? root->object("a convening") : std::nullopt;
  if (!object || !content::is_kind(*object, "convening")) return tl::unexpected(reading.take());
  Leaving leaving;
  const auto happened = object->must_have("happened", "what happened, in order");
  const auto all = happened ? happened->list(0, most_things, "what happened, in order") : std::nullopt;
  Reader reader;
  for (const Value& value : all.value_or(std::vector<Value>())) {
    auto one = value.object("what happened");
    const std::uint64_t number = leaving.events.size() + 1;
    auto body = one ? reader.read(*one, static_cast<int>(number)) : std::nullopt;
    if (!body) continue;
    const Actor by = who_did(*body);
    leaving.events.push_back({numbered<EventId>(number), stamp_of(number), *std::move(body), by});
  }
  object->close();
  if (!reading.clean()) return tl::unexpected(reading.take());
  for (const Event& event : leaving.events) apply(leaving.convening, event);
  return leaving;
}

}  // namespace greenline::harvest
