// Threads: a curve between two cards, or a card and a region, with an optional word on it.
#pragma once
#include "model/kinds/kind.h"

namespace greenline::model {

struct ThreadDrawn {
  static constexpr KindNumber number = 14;
  ThreadId thread;
  ThreadEnd from, to;
  EventId phase_visit;
  static constexpr auto fields =
      std::tuple{field(Key::subject, &ThreadDrawn::thread), field(Key::phase_visit, &ThreadDrawn::phase_visit),
                 field(Key::from, &ThreadDrawn::from), field(Key::to, &ThreadDrawn::to)};
  friend bool operator==(const ThreadDrawn&, const ThreadDrawn&) = default;
};
struct DrawThread {
  using Makes = ThreadDrawn;
  static constexpr Descriptor about{.name = "draw_thread",
                                    .who = {Role::seat},
                                    .verb = Verb::connect,
                                    .says = {Refusal::not_there, Refusal::same_ends, Refusal::already_joined},
                                    .taken_back = taken_back_by("take_back_thread"),
                                    .told = {Told::by_itself, "a sentence: one card, the word, the other"}};
  ThreadEnd from, to;
};
Answer<ThreadDrawn> decide(const DrawThread&, const Asking&);
void apply(const ThreadDrawn&, const Applying&);

struct ThreadWorded {
  static constexpr KindNumber number = 15;
  ThreadId thread;
  std::string word;           // empty takes the word off
  std::string language = {};  // of the word; empty in what an older Greenline wrote
  static constexpr auto fields = std::tuple{field(Key::subject, &ThreadWorded::thread), field(Key::text, &ThreadWorded::word),
                                            field(Key::language, &ThreadWorded::language)};
  friend bool operator==(const ThreadWorded&, const ThreadWorded&) = default;
};
struct WordThread {
  using Makes = ThreadWorded;
  static constexpr Descriptor about{.name = "word_thread",
                                    .who = {Role::seat},
                                    .verb = Verb::connect,
                                    .says = {Refusal::not_there, Refusal::too_long, Refusal::nothing_said, Refusal::already_so},
                                    .taken_back = taken_back_by("word_thread"),
                                    .told = {Told::with_another, "in the middle of its thread's sentence"}};
  ThreadId thread;
  std::string word;
  std::string language = {};  // of the keyboard it was written with; may be empty
};
Answer<ThreadWorded> decide(const WordThread&, const Asking&);
void apply(const ThreadWorded&, const Applying&);

struct ThreadTakenBack {
  static constexpr KindNumber number = 16;
  ThreadId thread;
  static constexpr auto fields = std::tuple{field(Key::subject, &ThreadTakenBack::thread)};
  friend bool operator==(const ThreadTakenBack&, const ThreadTakenBack&) = default;
};
struct TakeBackThread {
  using Makes = ThreadTakenBack;
  static constexpr Descriptor about{.name = "take_back_thread",
                                    .who = {Role::seat},
                                    .verb = {},
                                    .says = {Refusal::not_there, Refusal::phase_has_closed},
                                    .taken_back = stays_because("the same two can be joined anew"),
                                    .told = {Told::not_told, "the two were never joined"}};
  ThreadId thread;
};
Answer<ThreadTakenBack> decide(const TakeBackThread&, const Asking&);
void apply(const ThreadTakenBack&, const Applying&);

}  // namespace greenline::model
