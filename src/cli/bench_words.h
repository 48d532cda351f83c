// What words cost: laying out a new note by script, drawing a known one larger, the atlas they need, frames in which two
// thousand of them move, and how long they stay soft while somebody zooms.
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "app/offscreen_wall.h"
#include "app/resources.h"
#include "simulate/simulation.h"
#include "station/session.h"

namespace greenline::cli {

// Of notes of twelve words in each language of the phrases.
[[nodiscard]] nlohmann::ordered_json words_by_script(const simulate::Tongues&);
// The glyph atlas after so many notes in these languages, all of them shown.
[[nodiscard]] nlohmann::ordered_json atlas_of_notes(const simulate::Tongues&, int notes);
// Every card on its way somewhere for some frames, then two fingers that bring the wall nearer for a second.
[[nodiscard]] nlohmann::ordered_json words_on_a_wall(app::OffscreenWall&, station::Session&);

}  // namespace greenline::cli
