// What there is on the shelf, in words: from a listing to a page that can be read.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "content/strings.h"
#include "shelf/listing.h"
#include "ui/shelf_page.h"

namespace greenline::app {

// What somebody is looking at.
struct ShelfState {
  std::string at;           // a tile's key; empty: all of them
  bool asks_go_on = false;  // of that tile: go on, or a new one?
  // Where the program has just begun with a wall that is there already: when something was last done on it. Empty: it has not.
  std::string again_since = {};
  std::uint64_t told_seen = 0;  // what was told up to here has been read
};

struct ShelfReader {
  const content::Strings& strings;
  std::string language;
  const content::Pack* running = nullptr;  // what is on the wall now
  std::string said = {};                   // instead of what came of the last wish; may be empty
};

// The tile's key: the same as long as it is the same activity of the same pack.
[[nodiscard]] std::string key_of(const shelf::Item&);
// Null when it is gone.
[[nodiscard]] const shelf::Item* find_item(const shelf::Listing&, const std::string& key);

using Pictures = std::map<std::shared_ptr<const content::Pack>, std::shared_ptr<const ui::CanvasMap>>;
// Its buttons' keys: "begin", "go_on", "anew", "bring", "remove", "leave", "which_here", "which_coming".
[[nodiscard]] ui::ShelfPage page_of(const shelf::Listing&, const ShelfState&, const ShelfReader&, const Pictures&);
// What came of a wish, in a sentence or two; "You may take the stick out." is among them.
[[nodiscard]] std::string sentence_of(const shelf::Told&, const ShelfReader&);
// Why a pack is broken, with its number and where: "A comma is missing (GL-P011): arrivals.json, line 12".
[[nodiscard]] std::string sentence_of(const content::Diagnostic&, const ShelfReader&);

}  // namespace greenline::app
