// The rows of what may be done with a card.
#include "ui/card_actions.h"

#include <algorithm>
#include <array>
#include <utility>

namespace greenline::ui {
namespace {

// A verb that needs to be told nothing but the card.
template <class Request>
constexpr CardAction row_of(Icon icon) {
  return {.name = Request::about.name, .icon = icon, .asks = [](const model::CardId& card) -> model::Request {
            return Request{card};
          }};
}
// One that people may give a line of words with.
template <class Request>
constexpr CardAction row_with_line(Icon icon, model::NourishKind begun_line) {
  return {.name = Request::about.name,
          .icon = icon,
          .asks = [](const model::CardId& card) -> model::Request {
            return Request{card, {}};
          },
          .means = [](int seat, const model::CardId& card) -> Outcome {
            return WantsLine{seat, card, Request::about.name};
          },
          .with_line = [](const model::CardId& card, model::Phrase line) -> model::Request {
            return Request{card, std::move(line.words), std::move(line.language)};
          },
          .begun_line = begun_line};
}
constexpr CardAction only_where(CardAction action, bool (*fits)(const ReadCard&)) {
  action.fits = fits;
  return action;
}

constexpr const char* unsaid = "\u2026";  // what stands for words that nobody has said yet

// Leads to anything at all: where to is pulled or tapped later.
constexpr CardAction thread_row{.name = "thread",
                                .icon = Icon::thread,
                                .asks = [](const model::CardId& card) -> model::Request {
                                  return model::DrawThread{card, model::RegionEnd{unsaid}};
                                },
                                .means = [](int seat, const model::CardId& card) -> Outcome {
                                  return WantsThread{seat, card, -1};
                                },
                                .fits = [](const ReadCard& read) { return !read.resting; }};
constexpr CardAction nourish_row{.name = model::Nourish::about.name,
                                 .icon = Icon::nourish,
                                 .asks = [](const model::CardId& card) -> model::Request {
                                   return model::Nourish{card, model::NourishKind::question, {unsaid, {}, {}}};
                                 },
                                 .means = [](int seat, const model::CardId& card) -> Outcome {
                                   return WantsNourish{seat, card};
                                 },
                                 .fits = [](const ReadCard& read) { return !read.veiled; }};
constexpr CardAction second_hand_row{.name = "ask_for_light",
                                     .icon = Icon::light,
                                     .asks = [](const model::CardId& card) -> model::Request { return model::LiftVeil{card}; },
                                     .means = [](int seat, const model::CardId& card) -> Outcome {
                                       return WantsSecondHand{seat, card};
                                     },
                                     .fits = [](const ReadCard& read) { return !read.half_open; }};

constexpr std::array action_rows{
    thread_row,
    nourish_row,
    row_of<model::TakeBackCard>(Icon::take_back),
    row_with_line<model::LetGoCard>(Icon::let_go, model::NourishKind::thanks),
    row_of<model::MarkCard>(Icon::mark),
    row_of<model::VeilCard>(Icon::veil),
    row_with_line<model::LightCard>(Icon::light, model::NourishKind::story),
    second_hand_row,
    row_of<model::TakeBackLetGo>(Icon::take_back),
    only_where(row_of<model::TakeBackLight>(Icon::take_back), [](const ReadCard& read) { return !read.veiled; }),
    row_of<model::TakeBackMark>(Icon::take_back),
};

}  // namespace

std::span<const CardAction> card_actions() { return action_rows; }

const CardAction* card_action(std::string_view name) {
  const auto found = std::ranges::find(action_rows, name, &CardAction::name);
  return found == action_rows.end() ? nullptr : &*found;
}

}  // namespace greenline::ui
