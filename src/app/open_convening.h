// Which convening a wall goes on with: finds the living file, never opens it on another's canvas, never writes into a file that
// could not be checked, and says what a person must know of it.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "station/session.h"

namespace greenline::app {

// What to do with a convening that began with another activity than the one that is asked for.
enum class OtherActivity : std::uint8_t {
  say,         // goes on with its own, and says so and what else could be done
  go_on,       // goes on with its own
  begin_anew,  // leaves it as it is, and begins a new one beside it with the activity asked for
};
[[nodiscard]] std::optional<OtherActivity> other_activity_from_text(std::string_view);  // "go-on", "begin-anew"

struct ConveningWanted {
  std::filesystem::path file;   // empty: the activity's own, where convenings are kept
  content::Pack pack;           // the activity asked for
  std::string called;           // after `greenline move FILE`, to have that activity ("--to our-pack"); empty: by its id
  bool activity_named = false;  // somebody asked for it by name; else it is only what is opened when nothing is there
  OtherActivity other_activity = OtherActivity::say;
  bool anew = false;  // what is there is left as it is, and a new one is begun beside it
  std::filesystem::path content_folder;
};

struct OpenedConvening {
  std::unique_ptr<station::Session> session;  // never null
  // Absolute; empty where nobody knows where to keep it.
  std::filesystem::path asked_for;
  std::filesystem::path kept_in;      // now, or as soon as that can be opened
  std::filesystem::path drafts_from;  // the convening beside which lies what people had begun when it was last closed
};

// Blocks; call it before the loop. Whatever the disk says there is a session in the end: one that is kept nowhere, if it must
// be, and `session->remarks()` or `session->trouble()` says so.
[[nodiscard]] OpenedConvening open_convening(const ConveningWanted&, const station::Ears&);

// Where a convening of this activity is kept in a folder, if there is one that could be gone on with. Quick.
[[nodiscard]] std::optional<std::filesystem::path> convening_in(const std::filesystem::path& folder, const content::Activity&);

}  // namespace greenline::app
