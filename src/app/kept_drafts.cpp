#include "app/kept_drafts.h"

namespace greenline::app {

KeptDrafts::KeptDrafts(interact::Wall& wall, const std::filesystem::path& convening, const std::filesystem::path& earlier,
                       void (*wake)(void*))
    : wall_(wall), keeper_(drafts::drafts_beside(convening), wake) {
  drafts::DraftsFound found = drafts::load_drafts(drafts::drafts_beside(earlier));
  wall_.bring_back(found.drafts);
  if (found.trouble) wall_.warn_of_drafts(found.trouble);
  // What did not change need not be written again; beside another convening it must be.
  if (earlier == convening) version_ = wall_.seats().drafts_version();
}

void KeptDrafts::poll() {
  if (const std::uint64_t now = wall_.seats().drafts_version(); now != version_) {
    version_ = now;
    keeper_.keep(wall_.seats().drafts());
  }
  if (const auto trouble = keeper_.trouble(); trouble != said_) {
    said_ = trouble;
    wall_.warn_of_drafts(trouble);
  }
}

}  // namespace greenline::app
