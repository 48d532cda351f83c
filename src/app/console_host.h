// What a console says of its host: who has the chair, what the touched wall asks for, the glass that is cleaned, the way back
// to the wall that it lies over.
#pragma once
#include "app/console_page.h"
#include "app/console_speaker.h"

namespace greenline::app {

// Added to what the page has already. Where another console has the chair, what acts on the room is quiet.
void add_host(const HostNow&, const ConsoleMode&, const ConsoleSpeaker&, ui::ConsolePage&);

}  // namespace greenline::app
