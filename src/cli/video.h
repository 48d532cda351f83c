// A moving picture, frame after frame: into numbered PNG files, or into a video that ffmpeg writes where it is installed.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "render/png.h"

namespace greenline::cli {

class MovingPicture {
 public:
  virtual ~MovingPicture() = default;
  // All frames are of one size. The error is a sentence.
  virtual tl::expected<void, std::string> add(const render::Picture&) = 0;
  // It is whole now.
  virtual tl::expected<void, std::string> finish() = 0;
};

// `out` is a video where its name ends in .mp4, .mkv or .webm; else a folder, which must not be there yet.
[[nodiscard]] tl::expected<std::unique_ptr<MovingPicture>, std::string> begin_moving_picture(const std::filesystem::path& out,
                                                                                             int width, int height, int fps);

}  // namespace greenline::cli
