// All of an activity at once: a contact sheet of its phases, and a rundown to print for its host.
#pragma once
#include <filesystem>
#include <string>
#include <tl/expected.hpp>

#include "app/resources.h"
#include "paper/paper.h"
#include "simulate/simulation.h"
#include "view/wall_setting.h"

namespace greenline::cli {

struct Handouts {
  std::filesystem::path sheet, rundown;  // "finding-our-place.png", "finding-our-place.pdf"
};
// Plays the activity through and writes both into the folder, which is made if it is not there; files of those names are
// replaced. The error is a sentence.
[[nodiscard]] tl::expected<Handouts, std::string> render_all(const app::Resources&, const simulate::Tongues&,
                                                             const simulate::Simulation&, const view::WallSetting&, paper::Size,
                                                             const std::filesystem::path& folder);

}  // namespace greenline::cli
