// The file of drafts on the disk: written whole or not at all, removed, read back. All of it blocks.
//
// Only its owner may read it (mode 0600): it holds what nobody has placed yet. Two programs never write the same one; the lock
// on the convening sees to that.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "ui/draft.h"

namespace greenline::drafts {

struct DraftTrouble {
  enum class Fault : std::uint8_t {
    not_written,    // what is on the disk is what was written before, or nothing
    left_out,       // the file was written without some of the drafts
    damaged,        // not all of the file could be read; it was set aside
    newer_version,  // written by a newer Greenline; it was set aside
  };
  Fault fault = Fault::not_written;
  std::filesystem::path file;  // where it lies now
  std::string detail;          // in the system's own words, or where in the file; never what people wrote
  friend bool operator==(const DraftTrouble&, const DraftTrouble&) = default;
};
// The key of its sentence under "drafts.<name>" in assets/strings; {0} there is the file.
[[nodiscard]] std::string_view to_text(DraftTrouble::Fault);

// "room.greenline" to "room.greenline.drafts".
[[nodiscard]] std::filesystem::path drafts_beside(const std::filesystem::path& convening);

// Puts the drafts in the place of those before; none at all removes the file. When this returns without trouble, or with
// `left_out`, that is on the disk. Killed or refused at any instant, the file is the old one or the new one, whole.
[[nodiscard]] std::optional<DraftTrouble> write_drafts(const std::filesystem::path& file, const std::vector<ui::Draft>&);

struct DraftsFound {
  std::vector<ui::Draft> drafts;
  std::optional<DraftTrouble> trouble;
};
// What lies there; no file is no trouble. A file that is not whole is renamed to "….damaged" (or "….damaged-2" and so on;
// nothing is overwritten), one of a newer Greenline to "….newer", and the sound drafts are written anew.
[[nodiscard]] DraftsFound load_drafts(const std::filesystem::path& file);

// The same for whoever only looks: nothing on the disk changes. `whole`: every draft of the file is among them.
struct DraftsSeen {
  std::vector<ui::Draft> drafts;
  bool whole = true;
};
[[nodiscard]] DraftsSeen look_at_drafts(const std::filesystem::path& file);

}  // namespace greenline::drafts
