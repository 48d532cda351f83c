// Equal convenings hash the same; any one field that differs shows.
#include <cmath>
#include <functional>
#include <map>

#include "model/generators.h"
#include "model/property.h"

namespace greenline::model {
namespace {

using test::at_ms;
using test::card_id;
using test::event_id;

const MarkerId marker_id = test::id_of<MarkerId>(2);
const ThreadId thread_id = test::id_of<ThreadId>(3);
const GatheringId gathering_id = test::id_of<GatheringId>(4);
const NourishmentId nourishment_id = test::id_of<NourishmentId>(5);

// One of everything, every field written.
Convening a_full_convening() {
  const Saying said{"we ask", "en", {{{0.1F, 0.2F, 0.01F}, {0.3F, 0.4F, 0.02F}}}};
  const EventId phase_visit = event_id(50);
  const std::vector<EventBody> bodies{ActivityOpened{"both-sides", "six-circles"},
                                      PhaseEntered{"write"},
                                      CardMade{card_id(1), said, {"identity", {0.25F, 0.5F}}, phase_visit, false},
                                      CardLit{card_id(1), "why"},
                                      CardLetGo{card_id(1), "thanks"},
                                      MarkerSet{marker_id, {"practice", {0.5F, 0.25F}}, phase_visit},
                                      ThreadDrawn{thread_id, card_id(1), RegionEnd{"courage"}, phase_visit},
                                      ThreadWorded{thread_id, "because"},
                                      GatheringMade{gathering_id, {card_id(1)}, phase_visit},
                                      GatheringNamed{gathering_id, "roots"},
                                      NourishmentLeft{nourishment_id, card_id(1), NourishKind::offer, said, phase_visit}};
  Convening convening;
  std::uint8_t number = 0;
  for (const EventBody& body : bodies) {
    ++number;
    apply(convening, {event_id(number), at_ms(number, number), body});
  }
  return convening;
}

using Change = std::function<void(Convening&)>;

template <class T>
void with_stamp(std::map<std::string, Change>& changes, const std::string& name, std::function<Newest<T>&(Convening&)> field) {
  changes[name + ".at.wall_ms"] = [=](Convening& c) { ++field(c).at.wall_ms; };
  changes[name + ".at.logical"] = [=](Convening& c) { ++field(c).at.logical; };
  changes[name + ".at.station"] = [=](Convening& c) { ++field(c).at.station.bytes[15]; };
  changes[name + ".event"] = [=](Convening& c) { ++field(c).event.bytes[0]; };
}

void of_saying(std::map<std::string, Change>& changes, const std::string& name, std::function<Saying&(Convening&)> field) {
  changes[name + ".words"] = [=](Convening& c) { field(c).words += "!"; };
  changes[name + ".words end in a zero byte"] = [=](Convening& c) { field(c).words += '\0'; };
  changes[name + ".language"] = [=](Convening& c) { field(c).language = "fr"; };
  changes[name + ": a letter from words to language"] = [=](Convening& c) {
    field(c).language.insert(0, 1, field(c).words.back());
    field(c).words.pop_back();
  };
  changes[name + ".ink: a point more"] = [=](Convening& c) { field(c).ink[0].push_back({}); };
  changes[name + ".ink: a stroke broken in two"] = [=](Convening& c) {
    auto& ink = field(c).ink;
    ink.push_back({ink[0].back()});
    ink[0].pop_back();
  };
  changes[name + ".ink: points swapped"] = [=](Convening& c) { std::swap(field(c).ink[0][0], field(c).ink[0][1]); };
  changes[name + ".ink.x"] = [=](Convening& c) { field(c).ink[0][0].x = 0.9F; };
  changes[name + ".ink.y"] = [=](Convening& c) { field(c).ink[0][0].y = 0.9F; };
  changes[name + ".ink.width"] = [=](Convening& c) { field(c).ink[0][0].width = 0.9F; };
}

void of_phrase(std::map<std::string, Change>& changes, const std::string& name,
               std::function<Newest<Phrase>&(Convening&)> field) {
  changes[name + ".words"] = [=](Convening& c) { field(c).value.words = "another line"; };
  changes[name + ".words: none"] = [=](Convening& c) { field(c).value.words.clear(); };
  changes[name + ".language"] = [=](Convening& c) { field(c).value.language = "ur"; };
  with_stamp<Phrase>(changes, name, field);
}

void of_place(std::map<std::string, Change>& changes, const std::string& name, std::function<Place&(Convening&)> field) {
  changes[name + ".region"] = [=](Convening& c) { field(c).region = "elsewhere"; };
  changes[name + ".at.x"] = [=](Convening& c) {
    float& x = field(c).at.x;
    x = std::nextafter(x, 2.0F);
  };
  changes[name + ".at.y"] = [=](Convening& c) { field(c).at.y *= -1; };
  changes[name + ".at: swapped"] = [=](Convening& c) { std::swap(field(c).at.x, field(c).at.y); };
}

Card& card(Convening& c) { return c.cards.at(card_id(1)); }
Marker& marker(Convening& c) { return c.markers.at(marker_id); }
Thread& thread(Convening& c) { return c.threads.at(thread_id); }
Gathering& gathering(Convening& c) { return c.gatherings.at(gathering_id); }
Nourishment& nourishment(Convening& c) { return c.nourishments.at(nourishment_id); }

void of_cards(std::map<std::string, Change>& changes) {
  changes["card.id"] = [](Convening& c) { ++card(c).id.bytes[7]; };
  changes["card.made"] = [](Convening& c) { card(c).made = false; };
  of_saying(changes, "card.saying", [](Convening& c) -> Saying& { return card(c).saying.value; });
  with_stamp<Saying>(
      changes, "card.saying", [](Convening & c) -> auto& { return card(c).saying; });
  changes["card.stay"] = [](Convening& c) { card(c).phase_visit = {}; };
  of_place(changes, "card.place", [](Convening& c) -> Place& { return card(c).place.value; });
  with_stamp<Place>(
      changes, "card.place", [](Convening & c) -> auto& { return card(c).place; });
  changes["card.veiled"] = [](Convening& c) { card(c).veiled.value = true; };
  with_stamp<bool>(
      changes, "card.veiled", [](Convening & c) -> auto& { return card(c).veiled; });
  of_phrase(
      changes, "card.lit", [](Convening & c) -> auto& { return card(c).lit; });
  changes["card.lit_up"] = [](Convening& c) { card(c).lit_up.value = false; };
  of_phrase(
      changes, "card.thanks", [](Convening & c) -> auto& { return card(c).thanks; });
  changes["card.let_go"] = [](Convening& c) { card(c).let_go.value = false; };
  changes["card.marked"] = [](Convening& c) { card(c).marked.value = true; };
  changes["card.taken_back"] = [](Convening& c) { card(c).taken_back = true; };
  changes["cards: one more"] = [](Convening& c) { c.cards[card_id(9)].id = card_id(9); };
  changes["cards: none"] = [](Convening& c) { c.cards.clear(); };
}

void of_markers_and_threads(std::map<std::string, Change>& changes) {
  changes["marker.id"] = [](Convening& c) { ++marker(c).id.bytes[7]; };
  changes["marker.made"] = [](Convening& c) { marker(c).made = false; };
  changes["marker.stay"] = [](Convening& c) { marker(c).phase_visit = {}; };
  of_place(changes, "marker.place", [](Convening& c) -> Place& { return marker(c).place.value; });
  with_stamp<Place>(
      changes, "marker.place", [](Convening & c) -> auto& { return marker(c).place; });
  changes["marker.taken_back"] = [](Convening& c) { marker(c).taken_back = true; };

  changes["thread.id"] = [](Convening& c) { ++thread(c).id.bytes[7]; };
  changes["thread.made"] = [](Convening& c) { thread(c).made = false; };
  changes["thread.from"] = [](Convening& c) { thread(c).ends.value.from = card_id(7); };
  changes["thread.to"] = [](Convening& c) { thread(c).ends.value.to = RegionEnd{"identity"}; };
  changes["thread: turned round"] = [](Convening& c) { std::swap(thread(c).ends.value.from, thread(c).ends.value.to); };
  changes["thread.stay"] = [](Convening& c) { thread(c).ends.value.phase_visit = {}; };
  with_stamp<ThreadEnds>(
      changes, "thread.ends", [](Convening & c) -> auto& { return thread(c).ends; });
  of_phrase(
      changes, "thread.word", [](Convening & c) -> auto& { return thread(c).word; });
  changes["thread.taken_back"] = [](Convening& c) { thread(c).taken_back = true; };
}

void of_gatherings_and_nourishments(std::map<std::string, Change>& changes) {
  changes["gathering.id"] = [](Convening& c) { ++gathering(c).id.bytes[7]; };
  changes["gathering.made"] = [](Convening& c) { gathering(c).made = false; };
  changes["gathering.cards"] = [](Convening& c) { gathering(c).cards.value.cards.push_back(card_id(7)); };
  changes["gathering.stay"] = [](Convening& c) { gathering(c).cards.value.phase_visit = {}; };
  with_stamp<GatheringCards>(
      changes, "gathering.cards", [](Convening & c) -> auto& { return gathering(c).cards; });
  of_phrase(
      changes, "gathering.name", [](Convening & c) -> auto& { return gathering(c).name; });
  changes["gathering.taken_back"] = [](Convening& c) { gathering(c).taken_back = true; };

  changes["nourishment.id"] = [](Convening& c) { ++nourishment(c).id.bytes[7]; };
  changes["nourishment.made"] = [](Convening& c) { nourishment(c).made = false; };
  changes["nourishment.beside"] = [](Convening& c) { nourishment(c).body.value.beside = thread_id; };
  changes["nourishment.kind"] = [](Convening& c) { nourishment(c).body.value.kind = NourishKind::story; };
  of_saying(changes, "nourishment.saying", [](Convening& c) -> Saying& { return nourishment(c).body.value.saying; });
  changes["nourishment.stay"] = [](Convening& c) { nourishment(c).body.value.phase_visit = {}; };
  with_stamp<NourishmentBody>(
      changes, "nourishment.body", [](Convening & c) -> auto& { return nourishment(c).body; });
  changes["nourishment.taken_back"] = [](Convening& c) { nourishment(c).taken_back = true; };
}

std::map<std::string, Change> every_change() {
  std::map<std::string, Change> changes;
  changes["activity"] = [](Convening& c) { c.activity.value->activity = "our-place"; };
  changes["activity.canvas"] = [](Convening& c) { c.activity.value->canvas = "nested"; };
  changes["activity: closed"] = [](Convening& c) { c.activity.value.reset(); };
  with_stamp<std::optional<ActivityOpened>>(
      changes, "activity", [](Convening & c) -> auto& { return c.activity; });
  changes["phase"] = [](Convening& c) { c.phase.value = "connect"; };
  with_stamp<std::string>(
      changes, "phase", [](Convening & c) -> auto& { return c.phase; });
  changes["phase.epoch"] = [](Convening& c) { ++c.phase.epoch; };
  changes["resting"] = [](Convening& c) { c.resting.write(true, at_ms(1), event_id(1), 0); };
  changes["resting.epoch"] = [](Convening& c) { c.resting.write(true, at_ms(1), event_id(1), 1); };
  changes["chair"] = [](Convening& c) { c.chair.write({{}, 1}, at_ms(1), event_id(1), 1); };
  changes["chair.console"] = [](Convening& c) { c.chair.write({{}, 2}, at_ms(1), event_id(1), 1); };
  changes["chair.station"] = [](Convening& c) { c.chair.write({test::id_of<StationId>(3), 1}, at_ms(1), event_id(1), 1); };
  changes["chair.epoch"] = [](Convening& c) { c.chair.write({{}, 1}, at_ms(1), event_id(1), 2); };
  changes["epoch"] = [](Convening& c) { ++c.epoch; };
  changes["latest"] = [](Convening& c) { ++c.latest.wall_ms; };
  of_cards(changes);
  of_markers_and_threads(changes);
  of_gatherings_and_nourishments(changes);
  return changes;
}

TEST(StateHash, DiffersForEachFieldThatDiffers) {
  std::map<std::uint64_t, std::string> seen{{state_hash(a_full_convening()), "as it was"}};
  for (const auto& [name, change] : every_change()) {
    Convening convening = a_full_convening();
    change(convening);
    const auto [like, is_new] = seen.emplace(state_hash(convening), name);
    EXPECT_TRUE(is_new) << name << " hashes like " << like->second;
  }
}

TEST(StateHash, IsTheSameForConveningsThatAreTheSameAndForNoOthers) {
  test::holds_always([] {
    Convening a, b;
    for (const Event& event : *test::any_history()) apply(a, event);
    for (const Event& event : *test::any_history()) apply(b, event);
    a.applied = b.applied = {};
    RC_ASSERT((a == b) == (state_hash(a) == state_hash(b)));
  });
}

TEST(StateHash, DoesNotCountWhichEventsLedThere) {
  Convening convening = a_full_convening();
  convening.applied.clear();
  EXPECT_EQ(state_hash(convening), state_hash(a_full_convening()));
}

TEST(StateHash, DoesNotCountHowTheContainersAreLaidOut) {
  Convening convening = a_full_convening();
  for (std::uint8_t n = 10; n < 200; ++n) convening.cards[card_id(n)].id = card_id(n);
  Convening roomy = convening;
  roomy.cards.rehash(10'007);
  EXPECT_EQ(state_hash(convening), state_hash(roomy));
}

TEST(StateHash, TakesMinusNoughtForNought) {
  Convening plus = a_full_convening();
  Convening minus = a_full_convening();
  card(plus).place.value.at.x = 0.0F;
  card(minus).place.value.at.x = -0.0F;
  ASSERT_EQ(plus, minus);
  EXPECT_EQ(state_hash(plus), state_hash(minus));
}

TEST(StateHash, TellsTwoRecordsApartThatHaveExchangedTheirWords) {
  const auto two_cards = [](std::string one, std::string other) {
    Convening convening;
    convening.cards[card_id(1)].id = card_id(1);
    convening.cards[card_id(2)].id = card_id(2);
    convening.cards[card_id(1)].saying.value.words = std::move(one);
    convening.cards[card_id(2)].saying.value.words = std::move(other);
    return state_hash(convening);
  };
  EXPECT_NE(two_cards("river", "hill"), two_cards("hill", "river"));
}

TEST(StateHash, TellsWhichLanguageALineIsInButNotWhereNobodyKnows) {
  const auto worded = [](const std::string& language) {
    Convening convening = a_full_convening();
    apply(convening, {event_id(40), at_ms(40), ThreadWorded{thread_id, "because", language}});
    return state_hash(convening);
  };
  EXPECT_NE(worded("ur"), worded("en"));
  EXPECT_NE(worded("ur"), worded(""));
}

// So that hashes can be compared between machines and versions; it changes only with the format, and knowingly.
TEST(StateHash, OfAFullConveningIsWhatItAlwaysWas) { EXPECT_EQ(state_hash(a_full_convening()), 13469146418043759106ULL); }

}  // namespace
}  // namespace greenline::model
