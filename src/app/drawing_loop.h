// The frame loop of a picture on which regions are drawn.
#pragma once
#include <functional>
#include <string>
#include <tl/expected.hpp>

#include "app/drawing_table.h"
#include "platform/window.h"
#include "platform/window_system.h"

namespace greenline::app {

// The table for the window as it is now.
using FittedTable = std::function<view::WallSetting(const platform::Window&)>;

// Runs until somebody is done or leaves, or the program is asked to end from outside, which writes nothing. How it ended; the
// error is a sentence: it could not be drawn at all.
[[nodiscard]] tl::expected<DrawingTable::End, std::string> run_drawing(platform::WindowSystem&, platform::Window&,
                                                                       DrawingTable&, render::Renderer&, text::Engine&,
                                                                       const FittedTable&);

}  // namespace greenline::app
