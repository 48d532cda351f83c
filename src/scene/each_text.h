// Every text that the wall shows, one after another: the one list of them. Whoever gives a view another text adds it here, and
// it is drawn, redrawn when somebody zooms, measured for contrast and left free by the green line.
#pragma once
#include <string_view>

#include "scene/scene.h"
#include "scene/views.h"

namespace greenline::scene {

enum class TextOf : std::uint8_t {
  name,
  help,
  above_line,
  below_line,
  mode,
  prompt,
  thread,
  gathering,
  card,
  faint,
  raised,
  raised_name
};

// One of them. `Block` is text::BlockPtr, const where the views are: whoever may write to the views may put another block in.
template <class Block>
struct ShownText {
  TextOf of;
  Block& block;           // never null
  PixelPoint at;          // its top left: pixels of the scene, a card's turn and scale left out
  PixelRect reach;        // where it is seen, with the card or the pill that it stands on
  std::string_view role;  // of its colour in the palette; a name's is that of its region, with ".name" after it
  const CardView* card;   // that it stands on; null: none
  bool turned = false;    // by half, about the middle of its reach: for who sits opposite
};
template <class Block>
ShownText(TextOf, Block&, PixelPoint, PixelRect, std::string_view, const CardView*) -> ShownText<Block>;
template <class Block>
ShownText(TextOf, Block&, PixelPoint, PixelRect, std::string_view, const CardView*, bool) -> ShownText<Block>;

// A text of the backdrop: it stands still, on the ground.
[[nodiscard]] constexpr bool is_on_backdrop(TextOf of) { return of <= TextOf::prompt; }

namespace inside_each_text {

// `AnyView` may be const.
template <class AnyView, class Visit>
void show(TextOf of, AnyView& view, Visit& visit) {
  if (view.block) visit(ShownText{of, view.block, view.at, view.rect(), std::string_view(view.role), nullptr, view.turned});
}

template <class AnyCard, class Visit>
void show_card(TextOf of, AnyCard& card, Visit& visit) {
  if (card.alive && card.words)
    visit(ShownText{of, card.words, card.centre + card.words_at, card.reach(),
                    std::string_view(card.resting_forever ? "resting.ink" : "ink"), &card});
}

template <class AnyGathering, class Visit>
void show_name(TextOf of, AnyGathering& gathering, Visit& visit) {
  if (gathering.name.block)
    visit(
        ShownText{of, gathering.name.block, gathering.name.at, gathering.pill, std::string_view(gathering.name.role), nullptr});
}

}  // namespace inside_each_text

template <class AnyRegion, class Visit>
void each_text_of_region(AnyRegion& region, Visit&& visit) {
  using inside_each_text::show;
  show(TextOf::name, region.name, visit);
  show(TextOf::name, region.second_name, visit);
  show(TextOf::help, region.help, visit);
  show(TextOf::help, region.second_help, visit);
}

template <class AnyRegion, class Visit>
void each_turned_text_of_region(AnyRegion& region, Visit&& visit) {
  using inside_each_text::show;
  show(TextOf::name, region.turned_name, visit);
  show(TextOf::name, region.turned_second_name, visit);
}

template <class AnyLine, class Visit>
void each_text_of_line(AnyLine& line, Visit&& visit) {
  using inside_each_text::show;
  show(TextOf::above_line, line.above, visit);
  show(TextOf::above_line, line.second_above, visit);
  show(TextOf::below_line, line.below, visit);
  show(TextOf::below_line, line.second_below, visit);
}

template <class AnyPrompt, class Visit>
void each_text_of_prompt(AnyPrompt& prompt, Visit&& visit) {
  using inside_each_text::show;
  show(TextOf::mode, prompt.mode, visit);
  for (auto& line : prompt.lines) show(TextOf::prompt, line, visit);
  for (auto& line : prompt.turned) show(TextOf::prompt, line, visit);
}

template <class AnyBackdrop, class Visit>
void each_text_of_backdrop(AnyBackdrop& backdrop, Visit&& visit) {
  for (auto& region : backdrop.regions) {
    each_text_of_region(region, visit);
    each_turned_text_of_region(region, visit);
  }
  if (backdrop.has_line) each_text_of_line(backdrop.line, visit);
  each_text_of_prompt(backdrop.prompt, visit);
}

// In the order in which they lie over each other. Slots that nothing is in are passed over; so are cards whose words are not
// shown. O(everything).
template <class AnyBackdrop, class Threads, class Gatherings, class Cards, class Faint, class Raised, class RaisedNames,
          class Visit>
void each_text(AnyBackdrop& backdrop, Threads&& threads, Gatherings&& gatherings, Cards&& cards, Faint&& faint, Raised&& raised,
               RaisedNames&& raised_names, Visit&& visit) {
  each_text_of_backdrop(backdrop, visit);
  for (auto& thread : threads) {
    if (!thread.alive || !thread.word) continue;
    const PixelPoint half{thread.word->width / 2, thread.word->height / 2};
    visit(ShownText{TextOf::thread, thread.word, thread.pill.centre() - half, thread.pill, std::string_view("text"), nullptr});
  }
  for (auto& gathering : gatherings) inside_each_text::show_name(TextOf::gathering, gathering, visit);
  for (auto& card : cards) inside_each_text::show_card(TextOf::card, card, visit);
  for (auto& card : faint) inside_each_text::show_card(TextOf::faint, card, visit);
  for (auto& card : raised) inside_each_text::show_card(TextOf::raised, card.view, visit);
  for (auto& gathering : raised_names) inside_each_text::show_name(TextOf::raised_name, gathering, visit);
}

template <class Visit>
void each_text(const Scene& scene, Visit&& visit) {
  each_text(scene.backdrop(), scene.threads(), scene.gatherings(), scene.cards(), scene.faint(), scene.raised(),
            scene.raised_names(), visit);
}

}  // namespace greenline::scene
