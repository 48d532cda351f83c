// Which pack this is, whatever it is called and however it is packed: its id, its version and a sum of what it holds.
#pragma once
#include <functional>
#include <string>
#include <tl/expected.hpp>

#include "content/manifest.h"
#include "content/pack_source.h"

namespace greenline::shelf {

struct Identity {
  std::string id;
  content::Version version;
  // SHA-256 over the files that belong to the pack, sorted by name: of each its name, its length and its bytes. A folder and a
  // zip of it have the same; what systems leave lying about does not count.
  std::string sum;
  friend bool operator==(const Identity&, const Identity&) = default;
};
[[nodiscard]] std::string to_text(const Identity&);  // "our-autumn 1.2.0"

// The files that are the pack's and go with it: pack.json, activities, canvases, pictures, phrases, and what is written for
// people beside them. What else lies there stays behind.
[[nodiscard]] bool belongs(const std::string& file);

// Reads every file that belongs, once, in order; `each` may be empty and says false to end it. What cannot be read, or is more
// than a pack may have, ends it with what is wrong. The id and version are those that pack.json says.
using EachFile = std::function<bool(const std::string& file, const std::string& bytes)>;
struct Identified {
  Identity identity;
  content::LocalText title;
};
[[nodiscard]] tl::expected<Identified, content::Diagnostics> identify(const content::PackSource&, const EachFile& each = {});

}  // namespace greenline::shelf
