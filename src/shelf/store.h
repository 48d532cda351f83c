// The packs that are installed on this machine.
//
// A folder that holds a folder for each, called ID@VERSION, its files as they are in the pack. A pack comes in by steps: it is
// copied into a folder beside the others whose name begins with a dot, each file brought to the disk; read again from there,
// and the sums compared; judged as it lies there; and moved to its place by one rename, or exchanged with the one that it
// replaces. So a stick that is pulled, a full disk or a kill at any instant leaves the packs as they were or as they are to be,
// and a folder beside them, which is swept away at the next start.
//
// A pack may be edited where it lies: its sum is counted anew whenever it is listed.
//
// Several programs may use one store: whoever changes it waits for its turn. Everything here blocks.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "content/whole_pack.h"
#include "shelf/identity.h"

namespace greenline::shelf {

struct Installed {
  std::filesystem::path folder;
  Identity identity;  // of one whose pack.json cannot be read: as its folder is called, without a sum
  content::LocalText title;
};

// What to do when another pack of the same id and version is here, with other content.
enum class Which : std::uint8_t { ask, here, coming };

struct Clash {  // "two different 1.2.0: which?"
  Installed here;
  Identity coming;
};

struct Brought {
  enum class How : std::uint8_t { fresh, update, replaced, already_here, kept_here } how = How::fresh;
  Installed pack;
  std::optional<content::Version> before;  // of an update: the newest that was here
};

struct NotBrought {
  enum class Why : std::uint8_t {
    broken,   // `wrong` says what; a stick that was pulled reads so, too
    clash,    // `clash` says which two
    older,    // `clash.here` is newer
    disk,     // `reason`, in a few words
    damaged,  // what lies on the disk is not what was copied
    ended,    // it was told to
  } why = Why::disk;
  content::Diagnostics wrong;
  std::optional<Clash> clash;
  std::string reason;
};

// Whether a convening that is not closed yet began with one of its activities.
using InUse = std::function<bool(const content::WholePack&)>;

class Store {
 public:
  explicit Store(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // By id, the newest version first. No folder is an empty store. `folders` alone reads nothing.
  [[nodiscard]] std::vector<Installed> installed() const;
  [[nodiscard]] std::vector<std::filesystem::path> folders() const;
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  // `go_on`: asked between files; false ends it. May be empty.
  [[nodiscard]] tl::expected<Brought, NotBrought> bring(const content::PackSource&, const content::PackSurroundings&, Which,
                                                        const std::function<bool()>& go_on = {}) const;
  // All versions, or the one. Those that are gone; none when there was no such pack. The error is a reason in a few words.
  [[nodiscard]] tl::expected<std::vector<Installed>, std::string> remove(const std::string& id,
                                                                         const std::optional<content::Version>&) const;
  // Takes away what a kill left, and mends what it interrupted. Nothing when there is no store, or another program is at it.
  void sweep() const;
  // Takes away versions of which there is a newer one that is sound, unless they are in use. Those that are gone.
  std::vector<Installed> drop_superseded(const content::PackSurroundings&, const InUse&) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace greenline::shelf
