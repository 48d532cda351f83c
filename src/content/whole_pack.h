// A pack: all that event staff carry into a room. A folder or a .zip of
//
//   pack.json                  what it says of itself (content/manifest.h)
//   activities/ID.json         its activities, each called as its id is
//   canvases/ID.json           canvases of its own; activities may use the built-in ones as well
//   pictures/….png, .jpg       what manifest and activities name
//   phrases.json               what simulated people say when it is rehearsed
//
// Nothing in it runs, nothing in it is fetched, no name leads out of it. One with anything in it that stops is refused whole.
#pragma once
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "content/manifest.h"
#include "content/pack_source.h"
#include "content/phrases.h"

namespace greenline::content {

struct PackPicture {
  std::string file;  // in the pack
  int width = 0, height = 0;
};

struct WholePack {
  Manifest manifest;
  std::vector<Pack> activities;  // each with its canvas, in the order of the shelf; never empty
  std::vector<PackPicture> pictures;
  Phrases phrases;  // may be empty
};

struct PackSurroundings {
  std::filesystem::path content_folder;    // of the built-in canvases
  std::span<const std::string> keyboards;  // that there are; empty: nobody knows
  FurtherLook further;                     // at each activity that is sound; may be empty
};

// `remarks`: what looks wrong, and hints; those of the source are among them. May be null. The error has all that is wrong, and
// what looks wrong as well.
[[nodiscard]] tl::expected<WholePack, Diagnostics> load_whole_pack(const PackSource&, const PackSurroundings&,
                                                                   Diagnostics* remarks);

// Opens and loads it, and takes out one activity: the one of this id, or the first for an empty one.
struct FromPack {
  Pack pack;
  Phrases phrases;  // the pack's own; may be empty
};
[[nodiscard]] tl::expected<FromPack, Diagnostics> load_from_pack(const std::filesystem::path& pack, const std::string& activity,
                                                                 const PackSurroundings&);

// All that is wrong with a pack, once for each cause.
[[nodiscard]] Diagnostics check_pack(const std::filesystem::path& pack, const PackSurroundings&);

}  // namespace greenline::content
