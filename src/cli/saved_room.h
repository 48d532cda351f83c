// A saved convening with the activity that it began with: for commands that tell of it and change nothing.
#pragma once
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "app/resources.h"
#include "model/event.h"

namespace greenline::cli {

struct SavedRoom {
  app::Resources resources;  // with its own activity
  std::vector<model::Event> events;
};
// What is missing of it is said to the terminal. The error is what to say.
[[nodiscard]] tl::expected<SavedRoom, std::string> open_saved_room(const std::string& convening, const std::string& palette);

}  // namespace greenline::cli
