// One convening on the wall, from its file's opening until somebody leaves or begins with something else.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "app/console.h"
#include "app/log.h"
#include "app/open_convening.h"
#include "app/resources.h"
#include "app/shelf_layer.h"
#include "cli/frame_log.h"
#include "cli/run_options.h"
#include "cli/tape.h"
#include "harvest/carry.h"
#include "platform/supervisor.h"
#include "platform/window_system.h"
#include "shelf/keeper.h"

namespace greenline::cli {

// What is there whatever is on the wall. All must outlive a sitting.
struct Venue {
  const RunOptions& options;
  app::Resources& resources;  // with the activity that is asked for
  platform::WindowSystem& system;
  platform::Window& window;
  app::Log& log;
  shelf::Keeper& keeper;
  Tape& tape;
  FrameLog* frame_log = nullptr;        // null: none is asked for
  std::optional<std::string> pin = {};  // the hash of the host's number; nothing: none is set
  app::FollowedDay* day = nullptr;      // null: no programme is followed
  const platform::Supervisor& supervisor;
  bool plainly = false;            // it began so (app/starts.h)
  std::string begins_at;           // the phase in which the next convening begins, unless it is further already; mostly empty
  std::uint64_t screens_kept = 0;  // the version of the screens that is remembered (app/kept_screens.h)
  std::uint64_t panels_kept = 0;   // the same of touchscreens
  std::vector<platform::TurnedScreen> turned_kept;
  // Where what was on this wall is kept, by its activity's id.
  std::map<std::string, std::filesystem::path, std::less<>> kept;
  bool has_just_begun = true;                 // nobody has chosen anything yet
  std::vector<harvest::SentOn> sent_on = {};  // what the next convening shall have, too
};

// The file that a convening of this activity is kept in, or would be; empty: in the usual one, or none.
[[nodiscard]] std::filesystem::path file_for(const Venue&, const content::Activity&);

struct Sat {
  int code = 0;                                   // 1: not all could be kept
  std::optional<app::ShelfLayer::Chosen> chosen;  // what to go on with; nothing: somebody leaves
};

// `wall`: the options as they fit the activity. Everything of it is kept and closed when this returns. The error is a sentence.
[[nodiscard]] tl::expected<Sat, std::string> sit(Venue&, const WallOptions& wall, const app::ConveningWanted&);

}  // namespace greenline::cli
