// What a wall shows of an activity's phase, and from how far the room can read it.
#pragma once
#include <set>
#include <string>

#include "content/load.h"
#include "content/strings.h"
#include "model/convening.h"
#include "scene/stage.h"
#include "text/text.h"
#include "view/wall_setting.h"

namespace greenline::view {

// The languages to show: those asked for, else the activity's own, one or two.
void choose_languages(const content::Activity&, WallSetting&);

// `setting` has its languages chosen.
[[nodiscard]] scene::Stage stage_of(const content::Pack&, const content::Phase&, const content::Strings&,
                                    const WallSetting& setting);

// Regions of the activity's canvas that open later.
[[nodiscard]] std::set<std::string> shut_regions(const content::Phase&, const model::Convening&);

// The same stage in another phase, other languages or on another screen; its canvas and activity stay.
void restage(scene::Stage&, const content::Phase&, const content::Strings&, const WallSetting& setting);

// Metres from which every name and prompt of every phase can be read (see scene/legible.h). Lays out each phase: milliseconds.
[[nodiscard]] double read_from_m(const content::Pack&, const content::Strings&, WallSetting, text::Engine&);

}  // namespace greenline::view
