// What a pack says of itself: pack.json.
#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/activity.h"
#include "content/load.h"

namespace greenline::content {

struct Version {  // "1.2.0"; what is left out is 0
  int major = 0, minor = 0, patch = 0;
  friend auto operator<=>(const Version&, const Version&) = default;
};
[[nodiscard]] std::optional<Version> version_from_text(std::string_view);
[[nodiscard]] std::string to_text(const Version&);
[[nodiscard]] Version this_greenline();

struct Manifest {
  std::string id;  // the same in every version of the pack
  Version version;
  LocalText title;
  std::vector<std::string> credits;
  std::string licence;                  // "CC BY 4.0", or a sentence
  std::vector<std::string> languages;   // that its activities can be had in
  Fallback fallback;                    // for activities that declare none of their own
  Version needs;                        // the oldest Greenline that knows all that is in it
  std::string picture;                  // for the shelf: "pictures/cover.png"; may be empty
  std::vector<std::string> activities;  // their ids, in the order of the shelf; empty: all, by name
};

[[nodiscard]] tl::expected<Manifest, Diagnostics> parse_manifest(std::string_view text, const std::string& file,
                                                                 Diagnostics* remarks = nullptr);

}  // namespace greenline::content
