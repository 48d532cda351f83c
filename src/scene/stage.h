// The backdrop of a stage: regions, their names, the green line, the prompt, all laid out in pixels.
#pragma once
#include "scene/scene.h"
#include "scene/views.h"

namespace greenline::scene {

// Scaled alike in x and y so that the whole layout is in the window, centred.
[[nodiscard]] model::PixelFromCanvas pixel_from_canvas(const content::Layout&, float width, float height);
[[nodiscard]] const content::Layout& layout_of(const Stage&);
// `generation` is left at 0.
[[nodiscard]] Backdrop make_backdrop(const Stage&, text::Engine&);
// The same where its regions stand otherwise: `layout` is of the stage's size.
[[nodiscard]] Backdrop make_backdrop(const Stage&, const content::Layout& layout, text::Engine&);

// The same regions without words.
[[nodiscard]] std::vector<RegionView> regions_of(const Stage&, const content::Layout&);

// Every rectangle of the backdrop with words in it: names, the prompt, what the green line says.
[[nodiscard]] std::vector<PixelRect> worded_rects(const Backdrop&);
// Where no card may rest because of words, canvas units: the same for every window that shows the layout, as long as they have
// room there. words_kept.cpp
[[nodiscard]] std::vector<geometry::Box> words_kept(const Stage&, const Backdrop& own, text::Engine&);

// Regions' names and help, and where no card may stand because of them. labels.cpp
void add_labels(const Stage&, const content::Layout&, const model::PixelFromCanvas&, text::Engine&, Backdrop&);
// Names once more for who sits opposite, where their regions have room; after the names and the prompt. turned.cpp
void add_turned_names(Backdrop&);
// As it is seen from the other side when all is turned by half about that middle.
[[nodiscard]] TextView turned_about(const TextView&, PixelPoint middle);
// The prompt, its second language and its mode, in the layout's box. prompt.cpp
[[nodiscard]] PromptView make_prompt(const Stage&, const content::Layout&, const model::PixelFromCanvas&, text::Engine&);
// What is written above and below the green line, where it covers neither a region's name nor the prompt. line.cpp
[[nodiscard]] LineView make_line(const Stage&, const content::Layout&, const Backdrop&, const model::PixelFromCanvas&,
                                 text::Engine&);

}  // namespace greenline::scene
