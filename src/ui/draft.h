// What somebody had begun to say and has not placed: enough to sit down again where they were.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "model/values.h"

namespace greenline::ui {

// What it would become.
struct DraftCard {
  model::Place place;
  friend bool operator==(const DraftCard&, const DraftCard&) = default;
};
struct DraftNourishment {
  model::NourishTarget beside;
  model::NourishKind kind = model::NourishKind::question;
  friend bool operator==(const DraftNourishment&, const DraftNourishment&) = default;
};
struct DraftWord {
  model::ThreadId thread;
  friend bool operator==(const DraftWord&, const DraftWord&) = default;
};
struct DraftName {
  model::GatheringId gathering;
  friend bool operator==(const DraftName&, const DraftName&) = default;
};

struct Draft {
  std::variant<DraftCard, DraftNourishment, DraftWord, DraftName> becomes;
  std::string words;  // UTF-8 as typed, at most max_words_bytes
  std::string language;
  std::vector<model::Stroke> ink;
  float across = 0.5F, down = 0.5F;  // 0..1 of the screen: its seat's middle; of one on a table, the middle of its lower side
  friend bool operator==(const Draft&, const Draft&) = default;
};

}  // namespace greenline::ui
