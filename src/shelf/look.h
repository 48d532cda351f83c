// Finds packs and reads them, again only where something changed. Blocks; for the shelf's own thread.
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shelf/listing.h"

namespace greenline::shelf {

// A PNG or JPEG made small; nothing where that cannot be. Called on the shelf's own thread.
using MakesSmall = std::function<std::optional<content::SmallPicture>(const std::string& bytes)>;

struct Places {
  std::filesystem::path store;                 // empty: nobody knows where packs are to be kept
  std::vector<std::filesystem::path> watched;  // folders of packs
  std::vector<std::filesystem::path> sticks;   // folders in which sticks are mounted, or lie as folders
  std::filesystem::path content;               // what is built in
  std::vector<std::string> keyboards;          // that there are
  MakesSmall small_picture = {};               // empty: no pictures are shown
};

inline constexpr std::size_t most_packs_in_a_place = 64;
inline constexpr std::size_t most_words_held = std::size_t{64} << 20;  // bytes of all that is listed from outside
inline constexpr double longest_look_s = 20;  // then what is left is not read: a stick may hold anything

// The packs that lie in a folder itself, or it alone where it is one. Zips are among them that may turn out to be none.
// `more`: there are more than are looked at.
[[nodiscard]] std::vector<std::filesystem::path> packs_in(const std::filesystem::path& folder, bool& more);

class Look {
 public:
  explicit Look(Places places) : places_(std::move(places)) {}

  // Sticks that are in, of those that have packs or are mounted.
  [[nodiscard]] std::vector<std::filesystem::path> sticks() const;
  // Whose contents a listing is made of: when something in one of them is saved, it is time to look again.
  [[nodiscard]] std::vector<std::filesystem::path> folders() const;
  // `go_on`: asked before each pack; false ends it. Fills in items, sticks and more.
  void fill(Listing&, bool with_built_in, const std::function<bool()>& go_on);
  [[nodiscard]] const Places& places() const { return places_; }
  [[nodiscard]] content::PackSurroundings surroundings() const { return {places_.content, places_.keyboards, {}}; }

 private:
  struct Read {
    std::string stamp;  // of the files that it was read from
    std::vector<Item> items;
  };
  void add_pack(Listing&, Where, const std::filesystem::path& from, const std::filesystem::path&, const std::string& canvases);
  // Activities in the order in which the programmes that are built in have them.
  [[nodiscard]] const std::vector<std::string>& programmes();
  void add_built_in(Listing&, const std::string& canvases, const std::function<bool()>& go_on);
  Places places_;
  std::string programmes_stamp_;
  std::vector<std::string> programmes_;
  std::map<std::string, Read> read_, kept_;  // by path; those of the last look, and of this one
};

}  // namespace greenline::shelf
