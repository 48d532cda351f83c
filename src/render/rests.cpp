// What rests, and how finely what moves is drawn.
#include "render/things.h"

namespace greenline::render {

float tolerance_of(Detail detail, const Drawn& drawn) { return (detail == Detail::rich ? 0.3F : 0.5F) / drawn.camera.zoom; }

Manner over_manner(const Manner& manner, const Drawn& drawn) {
  constexpr std::size_t many = 64;
  Manner over = manner;
  if (drawn.moving_threads.size() > many) over.tolerance_px = 1 / drawn.camera.zoom;
  return over;
}

void add_what_rests(DrawList& list, const Manner& how, const Drawn& drawn, const PixelRect& rect,
                    std::vector<std::uint32_t>& slots) {
  list.look_through(drawn.camera);
  const PixelRect in = drawn.camera.inverse(rect);
  add_haze(list, how, drawn.haze, drawn.backdrop.regions, in);
  add_gathering_loops(list, how, drawn.gatherings, in);
  slots.clear();
  drawn.resting_threads_in(in, slots);
  add_threads(list, how, drawn.threads, slots);
  add_gathering_names(list, how, drawn.gatherings, in);
  slots.clear();
  drawn.resting_cards_in(in, slots);
  add_cards(list, how, drawn.cards, slots);
}

}  // namespace greenline::render
