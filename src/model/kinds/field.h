// The fields of a value, as a list that programs can go through: what is written, read, hashed and generated needs no code of
// its own for each kind.
#pragma once
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>

namespace greenline::model {

// Under which number an event's field lies in a file, for ever (journal/event_format.h says how).
enum class Key : std::uint8_t {
  subject = 0,  // what the event is about
  phase_visit = 1,
  place = 2,
  saying = 3,
  flag = 4,
  text = 5,
  canvas = 6,
  from = 7,
  to = 8,
  cards = 9,
  beside = 10,
  nourish = 11,
  activity_text = 12,
  canvas_text = 13,
  start = 14,
  since_start = 15,  // never listed: a SteadyInstant lies under `start` and this one
  language = 16,     // of `text`
  minutes = 17,
  shown = 18,
  epoch = 19,    // of the host's chair
  console = 20,  // which of a station's
  station = 21,
};

inline constexpr Key last_key = Key::station;

// What a kind has and a row does not is damage; the rest is left out of a row where it is empty or false.
[[nodiscard]] constexpr bool must_be_there(Key key) {
  switch (key) {
    case Key::subject:
    case Key::place:
    case Key::saying:
    case Key::from:
    case Key::to:
    case Key::cards:
    case Key::beside:
    case Key::nourish: return true;
    default: return false;
  }
}

template <class Owner, class T>
struct Field {
  using Value = T;
  Key key;
  T Owner::*member;
};
template <class Owner, class T>
constexpr Field<Owner, T> field(Key key, T Owner::*member) {
  return {key, member};
}

template <class T>
concept HasFields = requires {
  T::fields;
};

// Calls `visit(value of a member)` for each field of a value whose list is of plain member pointers, or
// `visit(key, value of a member)` where each has a key.
template <class Owner, class Visit>
void for_each_field(Owner& owner, Visit&& visit) {
  std::apply(
      [&](const auto&... each) {
        [[maybe_unused]] const auto one = [&](const auto& listed) {
          if constexpr (requires { listed.key; })
            visit(listed.key, owner.*(listed.member));
          else
            visit(owner.*listed);
        };
        (one(each), ...);
      },
      Owner::fields);
}

// Keys that go up, so that rows are written in one order and no key stands for two fields.
template <class T>
[[nodiscard]] constexpr bool keys_go_up() {
  return std::apply(
      [](const auto&... each) {
        [[maybe_unused]] int last = -1;
        return (... && (std::exchange(last, static_cast<int>(each.key)) < static_cast<int>(each.key)));
      },
      T::fields);
}

// Something that becomes whatever is wanted: for counting an aggregate's members without naming them.
struct Anything {
  template <class T>
  constexpr operator T() const;  // NOLINT: never called
};
template <class T, class... Members>
[[nodiscard]] constexpr std::size_t members_of() {
  if constexpr (requires { T{Members{}..., Anything{}}; })
    return members_of<T, Members..., Anything>();
  else
    return sizeof...(Members);
}
// A member that is in no list would be neither written nor hashed.
template <class T>
[[nodiscard]] constexpr bool lists_all_members() {
  return members_of<T>() == std::tuple_size_v<decltype(T::fields)>;
}

}  // namespace greenline::model
