// What somebody wants to happen: the one way in for hands, simulation and replay. `decide` turns a request into an event or a
// reason.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "model/values.h"

namespace greenline::model {

struct OpenActivity {
  std::string activity, canvas;
  std::string activity_text = {}, canvas_text = {};  // the whole of both, JSON; may be empty
};
struct CloseActivity {};
struct EnterPhase {
  std::string phase;
};
struct MakeCard {
  Saying saying;
  Place place;
};
struct MoveCard {
  CardId card;
  Place place;
};
struct TakeBackCard {
  CardId card;
};
struct LetGoCard {
  CardId card;
  std::string thanks;
};
struct VeilCard {
  CardId card;
};
struct LiftVeil {  // asked by two people: whoever asks has seen to that
  CardId card;
};
struct LightCard {
  CardId card;
  std::string why;
};
struct MarkCard {
  CardId card;
};
struct TakeBackLetGo {
  CardId card;
};
struct TakeBackLight {
  CardId card;
};
struct TakeBackMark {
  CardId card;
};
struct SetMarker {
  Place place;
};
struct MoveMarker {
  MarkerId marker;
  Place place;
};
struct TakeBackMarker {
  MarkerId marker;
};
struct DrawThread {
  ThreadEnd from, to;
};
struct WordThread {
  ThreadId thread;
  std::string word;
};
struct TakeBackThread {
  ThreadId thread;
};
struct Gather {
  std::vector<CardId> cards;
};
struct NameGathering {
  GatheringId gathering;
  std::string name;
};
struct TakeBackGathering {
  GatheringId gathering;
};
struct Nourish {
  NourishTarget beside;
  NourishKind kind = NourishKind::question;
  Saying saying;
};
struct TakeBackNourishment {
  NourishmentId nourishment;
};

using Request =
    std::variant<OpenActivity, CloseActivity, EnterPhase, MakeCard, MoveCard, TakeBackCard, LetGoCard, VeilCard, LightCard,
                 MarkCard, SetMarker, MoveMarker, TakeBackMarker, DrawThread, WordThread, TakeBackThread, Gather, NameGathering,
                 TakeBackGathering, Nourish, TakeBackNourishment, LiftVeil, TakeBackLetGo, TakeBackLight, TakeBackMark>;

}  // namespace greenline::model
