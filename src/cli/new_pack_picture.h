// greenline new-pack --from PICTURE: people draw regions on the picture, in a window, and it becomes a canvas.
#pragma once
#include <string>

#include "cli/command.h"
#include "cli/pack_writing.h"

namespace greenline::cli {

struct OnPicture {
  std::string picture;  // the file
  std::string bytes;    // that it has
  std::string monitor;  // the window's; empty: the first
  WallOptions wall;     // its size, density and language
};
// Whether it is a picture's file, by what it begins with.
[[nodiscard]] bool is_picture(const std::string& bytes);
// Returns when somebody is done or has left. The exit code: 1 when nothing was written, which is said.
[[nodiscard]] int new_pack_from_picture(const OnPicture&, const PackWriting&, const app::Paths&);

}  // namespace greenline::cli
