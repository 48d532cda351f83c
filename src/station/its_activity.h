// Which activity a convening is gone on with: the one that it began with, whatever is asked for.
//
// Cards stand in the regions of the canvas that they were made on. On another canvas they would be piled up somewhere, so a
// convening carries its activity and its canvas whole, and nobody else's are laid under it. One that an older Greenline began
// has only their names: what is installed under these is what it began with, as far as anybody can know.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "content/load.h"
#include "model/convening.h"

namespace greenline::station {

enum class Fits : std::uint8_t {
  same,             // what is asked for is what it began with, or it has not begun
  another_version,  // the same activity by name, and it has been changed since
  another,          // another activity
  not_here,         // another activity, and nowhere to be found: it cannot be shown
};

struct ItsActivity {
  Fits fits = Fits::same;
  content::Pack pack;  // to go on with; the one asked for where it is `not_here`
  std::string name;    // the id of the activity that it began with; empty before it begins
  std::string wrong;   // why what it carries cannot be read; empty: it can, or it carries nothing
};

// `events`: all of the convening's; `content_folder`: where to look for one that a convening names and does not carry.
// Whatever the texts hold, this does not throw.
// One that carries nothing is gone on with as the activity of its name is installed. Cards of regions that its canvas has not
// wait in places of their own (content/waiting.h).
[[nodiscard]] ItsActivity its_activity(const std::vector<model::Event>& events, const content::Pack& asked_for,
                                       const std::filesystem::path& content_folder);

// For whoever asks whether a convening is sound: what is wrong with its activity, and which one it is ("finding-our-place,
// carried whole, as it is installed").
struct ActivityLook {
  content::Diagnostics wrong;
  std::string which;
};
[[nodiscard]] ActivityLook look_at_activity(const std::optional<model::ActivityOpened>& opened, const model::Convening&,
                                            const std::string& file, const std::filesystem::path& content_folder);

// The newest opening of an activity among these events, though it may be closed by now.
[[nodiscard]] std::optional<model::ActivityOpened> activity_opened_in(const std::vector<model::Event>& events);

}  // namespace greenline::station
