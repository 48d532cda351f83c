// Unfinished words of a wall's people, kept beside the convening while they are being written and brought back after a crash.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>

#include "drafts/draft_keeper.h"
#include "interact/wall.h"
#include "station/session.h"

namespace greenline::app {

class KeptDrafts {
 public:
  struct Files {
    std::filesystem::path convening;  // beside which they are kept; where the session goes on in another, beside that
    std::filesystem::path earlier;    // beside which they lie; another than `convening` where that took a damaged one's place
  };
  // Brings back what lies there. Wall and session must outlive this. `wake`: see DraftKeeper.
  KeptDrafts(interact::Wall&, const station::Session&, const Files&, void (*wake)(void*));
  // After each frame: hands over what has changed, and has the wall say what is wrong. Never waits for the disk.
  void poll();

 private:
  void keep_beside(const std::filesystem::path& convening);

  interact::Wall& wall_;
  const station::Session& session_;
  void (*const wake_)(void*);
  std::filesystem::path convening_;
  std::optional<drafts::DraftKeeper> keeper_;
  std::optional<std::uint64_t> version_;  // that is kept there
  std::optional<drafts::DraftTrouble> said_;
};

}  // namespace greenline::app
