// Random events and requests from a small pool of identities, stamps and words, so that they collide often: equal stamps,
// things named before they are made, made twice, or never.
#pragma once
#include <rapidcheck.h>
#include <ostream>
#include <vector>

#include "model/builders.h"

namespace greenline::model {

inline void showValue(const Event& event, std::ostream& out) {
  out << "{kind " << event.body.index() << ", id " << to_text(event.id).substr(9) << ", at " << event.at.wall_ms << "."
      << event.at.logical << "}";
}

}  // namespace greenline::model

namespace greenline::test {

// Of a pool of `pool` identities, none of them empty.
template <class AnyId>
rc::Gen<AnyId> any_id(std::uint8_t pool = 4) {
  return rc::gen::map(rc::gen::inRange<int>(1, pool + 1), [](int n) { return id_of<AnyId>(static_cast<std::uint8_t>(n)); });
}
// A stay may also be none.
inline rc::Gen<model::EventId> any_phase_visit() {
  return rc::gen::map(rc::gen::inRange<int>(0, 3), [](int n) { return event_id(static_cast<std::uint8_t>(n)); });
}
inline rc::Gen<model::Timestamp> any_stamp() {
  return rc::gen::apply(
      [](int wall, int logical, int station) {
        return model::Timestamp{wall, static_cast<std::uint32_t>(logical),
                                id_of<model::StationId>(static_cast<std::uint8_t>(station))};
      },
      rc::gen::inRange(0, 4), rc::gen::inRange(0, 2), rc::gen::inRange(0, 3));
}
inline rc::Gen<std::string> any_words() { return rc::gen::element<std::string>("", "roots", "what the river carries"); }
inline rc::Gen<model::Place> any_place() {
  return rc::gen::apply(
      [](std::string region, float x, float y) {
        return model::Place{std::move(region), {x, y}};
      },
      rc::gen::element<std::string>("", "identity", "courage"), rc::gen::element(-0.5F, -0.0F, 0.0F, 0.25F),
      rc::gen::element(0.0F, 0.75F));
}
inline rc::Gen<model::Saying> any_saying() {
  return rc::gen::apply(
      [](std::string words, int strokes) {
        return model::Saying{std::move(words), "en",
                             std::vector<model::Stroke>(static_cast<std::size_t>(strokes), {{0.5F, 0.5F}})};
      },
      any_words(), rc::gen::inRange(0, 3));
}
inline rc::Gen<model::RegionEnd> any_region_end() {
  return rc::gen::map(rc::gen::element<std::string>("identity", "courage"),
                      [](std::string r) { return model::RegionEnd{std::move(r)}; });
}
// Any of the variant's alternatives, each as often.
template <class Variant, class... Gens>
rc::Gen<Variant> one_of(Gens... gens) {
  return rc::gen::oneOf(rc::gen::cast<Variant>(std::move(gens))...);
}
inline rc::Gen<model::ThreadEnd> any_end() { return one_of<model::ThreadEnd>(any_id<model::CardId>(), any_region_end()); }
inline rc::Gen<model::NourishTarget> any_target() {
  return one_of<model::NourishTarget>(any_id<model::CardId>(), any_id<model::ThreadId>(), any_region_end());
}
inline rc::Gen<model::Shown> any_shown() {
  return one_of<model::Shown>(rc::gen::just(std::monostate{}), any_id<model::CardId>(), any_id<model::ThreadId>(),
                              any_region_end(), any_id<model::GatheringId>());
}
inline rc::Gen<std::vector<model::CardId>> any_cards() {
  return rc::gen::container<std::vector<model::CardId>>(any_id<model::CardId>());
}
inline rc::Gen<model::NourishKind> any_kind() {
  using enum model::NourishKind;
  return rc::gen::element(question, offer, story, thanks, origin);
}

// A struct from its members, in order.
template <class T, class... Gens>
rc::Gen<T> made_of(Gens... gens) {
  return rc::gen::apply([](auto... members) { return T{std::move(members)...}; }, std::move(gens)...);
}

rc::Gen<model::EventBody> any_body();
rc::Gen<model::Request> any_request();
rc::Gen<model::Rules> any_rules();

// Different events have different identities; their stamps and what they name collide.
rc::Gen<std::vector<model::Event>> any_history();

}  // namespace greenline::test
