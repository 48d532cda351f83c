// Which file of a folder is the living one: a convening whose file was damaged, or is not a convening at all, goes on in
// another, and the next start must find that one and not make a third.
//
// A small JSON file beside the convenings, "convenings.json", readable by its owner only, written whole and moved into place:
//
//   {"convenings":[{"activity":"both-sides-of-the-line","file":"room (2).greenline","pack":"90d1a2b3c4d5e6f7"},
//                  {"file":"room.greenline","goes_on_in":"room (2).greenline","why":"damaged"}],
//    "greenline":"convenings","version":1}
//
// Nothing is in it that the folder does not tell too, so a catalogue that is lost or damaged costs nothing but looking:
// `living_by_looking`. One of a newer Greenline is left as it is, and not used.
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "model/event.h"

namespace greenline::station {

struct CatalogueEntry {
  std::string activity;    // the id of the activity that the convening began with; empty: never read
  std::string pack;        // content::fingerprint of the activity; may be empty
  std::string goes_on_in;  // the file, in the same folder, that took its place; empty: it is living itself
  // A journal::Fault's name, or of a file that is sound "other_activity", "other_version", "activity_not_here" or "begun_anew";
  // empty unless it goes on elsewhere.
  std::string why;
  friend bool operator==(const CatalogueEntry&, const CatalogueEntry&) = default;
};
using Catalogue = std::map<std::string, CatalogueEntry, std::less<>>;  // by file name, without folders

inline constexpr std::size_t max_catalogue_bytes = std::size_t{4} << 20;
inline constexpr int catalogue_version = 1;

[[nodiscard]] std::string encode_catalogue(const Catalogue&);
// The error says what is wrong with it. Never throws, whatever the bytes; a name that leads out of the folder is wrong.
[[nodiscard]] tl::expected<Catalogue, std::string> decode_catalogue(std::string_view text);

[[nodiscard]] std::filesystem::path catalogue_in(const std::filesystem::path& folder);
// What lies there; no file is an empty catalogue. The error says why it cannot be used.
[[nodiscard]] tl::expected<Catalogue, std::string> read_catalogue(const std::filesystem::path& folder);
// Reads it again, puts this entry in (of a file name), and writes it, while no other Greenline does the same. A damaged one is
// replaced. The error says why nothing was written. Blocks.
[[nodiscard]] tl::expected<void, std::string> write_into_catalogue(const std::filesystem::path& folder, const std::string& file,
                                                                   const CatalogueEntry&);

// The file that a convening goes on in, as the catalogue has it, step by step to the end; a file that is gone ends the way
// before it. Nothing when the catalogue does not know the file.
[[nodiscard]] std::optional<std::filesystem::path> living_by_catalogue(const Catalogue&, const std::filesystem::path& file);
// The same by looking at the folder: of "room (2).greenline", "room (3).greenline" … the last in which there are events that
// can be read, and that `is_it` takes for it. Nothing when there is none. Reads whole files: only for when the catalogue says
// nothing.
using IsIt = std::function<bool(const std::vector<model::Event>&)>;
[[nodiscard]] std::optional<std::filesystem::path> living_by_looking(const std::filesystem::path& file, const IsIt& is_it = {});

}  // namespace greenline::station
