// A file that a wall does not go on with, and never writes into: which those are, why, and what people are told of each.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "journal/journal.h"
#include "station/its_activity.h"
#include "station/remark.h"

namespace greenline::app {

// Of a convening that is sound, and was left for another: what the catalogue remembers.
inline constexpr const char* why_other_activity = "other_activity";
inline constexpr const char* why_other_version = "other_version";
inline constexpr const char* why_begun_anew = "begun_anew";
inline constexpr const char* why_activity_not_here = "activity_not_here";
[[nodiscard]] std::string why_left(const station::ItsActivity&);

// The file cannot become better by waiting.
[[nodiscard]] bool is_left_as_it_is(journal::Fault);

// What `greenline move` finds this file by: its name alone where convenings are usually kept.
[[nodiscard]] std::string as_move_finds_it(const std::filesystem::path& file);

// "both-sides" in the room's own language, else its id.
[[nodiscard]] std::string title_of(const content::Pack&);

// What the activity of this convening, as it is now, no longer has of what the convening carries: regions, their names, phases;
// and how to see where their cards would go. Nothing where all is there. `asked_for`: the activity that somebody asked for;
// where that is another, the one of the convening's own name among the built-in ones is looked at. `called`: what is typed
// after `greenline move FILE` to have the one that was asked for; empty: its id does.
[[nodiscard]] std::vector<station::Remark> changed_since(const content::Pack& carried, const content::Pack& asked_for,
                                                         const std::filesystem::path& content_folder,
                                                         const std::filesystem::path& file, const std::string& called);

// The convening in `file` began with another activity, and a new one is begun beside it.
[[nodiscard]] station::Remark left_for_its_activity(const std::filesystem::path& file, const station::ItsActivity&);
// It is no convening, or a newer Greenline's; a new one is begun in `fresh`.
[[nodiscard]] station::Remark set_aside(const journal::Trouble&, const std::filesystem::path& file,
                                        const std::filesystem::path& fresh);
// It is damaged, and nothing of it could be read.
[[nodiscard]] station::Remark nothing_read(const std::filesystem::path& file, const journal::Trouble&);
// It is damaged; what could be read goes on in `fresh`.
[[nodiscard]] station::Remark salvaged(const std::filesystem::path& file, const std::filesystem::path& fresh,
                                       const journal::Trouble&);
// What of a file is not on the wall, by kind, and what only a newer Greenline can show; nothing where all of it is there.
[[nodiscard]] std::vector<station::Remark> not_on_the_wall(const std::filesystem::path& file, const journal::Lost&,
                                                           std::size_t from_newer);
// The same of a sound file that was just opened and read.
[[nodiscard]] std::vector<station::Remark> not_on_the_wall(const std::filesystem::path& file, const journal::Journal&);

}  // namespace greenline::app
