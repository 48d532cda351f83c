// Unfinished words of a wall's people, kept beside the convening while they are being written and brought back after a crash.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>

#include "drafts/draft_keeper.h"
#include "interact/wall.h"

namespace greenline::app {

class KeptDrafts {
 public:
  // Brings back what lies beside `earlier`, and keeps what comes beside `convening`; both are the same file unless a damaged
  // one was left as it is. The wall must outlive this. `wake`: see DraftKeeper.
  KeptDrafts(interact::Wall&, const std::filesystem::path& convening, const std::filesystem::path& earlier,
             void (*wake)(void*));
  // After each frame: hands over what has changed, and has the wall say what is wrong. Never waits for the disk.
  void poll();

 private:
  interact::Wall& wall_;
  drafts::DraftKeeper keeper_;
  std::optional<std::uint64_t> version_;
  std::optional<drafts::DraftTrouble> said_;
};

}  // namespace greenline::app
