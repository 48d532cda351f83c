// What there is to begin with: the activities that are built in, of the packs that are installed, and of those that lie in
// folders that are watched or on sticks. Plain values.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/phrases.h"
#include "content/small_picture.h"
#include "content/told_languages.h"
#include "content/whole_pack.h"
#include "shelf/store.h"

namespace greenline::shelf {

enum class Where : std::uint8_t { stick, watched, installed, built_in };

// One activity; or one pack that is broken, as far as anything is known of it.
struct Item {
  Where where = Where::built_in;
  std::filesystem::path path;  // of the pack; of what is built in, of its file
  std::filesystem::path from;  // the stick or the folder that it lies in, or is
  Identity identity;           // of the pack; without an id: it is built in, or broken
  content::LocalText pack_title;
  std::shared_ptr<const content::Pack> activity;  // null: it is broken
  content::Phrases phrases;
  std::shared_ptr<const content::SmallPicture> picture;  // its own, else its pack's; null: none
  int minutes = 0;
  std::optional<std::size_t> in_programme;  // of what is built in: which of the sessions of a programme it is first in
  std::vector<content::ToldLanguage> languages;
  content::Diagnostics wrong;     // of one that is broken: why, never empty
  bool is_installed_too = false;  // of a stick: the very same is on this machine, and listed
};

// A pack that waits for an answer: the same version is here, with other content.
struct Question {
  std::filesystem::path path;
  Clash clash;
};

// What came of the newest wish.
struct Told {
  std::uint64_t number = 0;    // goes up with each
  std::filesystem::path path;  // of the pack that was to be brought; empty: one was taken away
  bool from_stick = false;
  std::optional<Brought> brought;
  std::optional<NotBrought> not_brought;
  std::vector<Installed> gone;  // of one that was taken away
  std::string trouble;          // why it could not be, in a few words; else empty
};

struct Listing {
  std::uint64_t number = 0;                       // another is another listing
  bool looked = false;                            // else nobody has looked yet
  std::vector<Item> items;                        // by place as in `Where`, by path, in the order of their pack's shelf
  bool more = false;                              // there is more than is looked at
  std::vector<std::filesystem::path> sticks;      // that are in
  std::optional<std::filesystem::path> bringing;  // is being copied now: leave the stick in
  std::optional<Question> question;
  std::optional<Told> told;
};

}  // namespace greenline::shelf
