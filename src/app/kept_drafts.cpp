#include "app/kept_drafts.h"

namespace greenline::app {

KeptDrafts::KeptDrafts(interact::Wall& wall, const station::Session& session, const Files& files, void (*wake)(void*))
    : wall_(wall), session_(session), wake_(wake) {
  keep_beside(files.convening);
  drafts::DraftsFound found = drafts::load_drafts(drafts::drafts_beside(files.earlier));
  wall_.bring_back(found.drafts);
  if (found.trouble) wall_.warn_of_drafts(found.trouble);
  // What did not change need not be written again; beside another convening it must be.
  if (files.earlier == files.convening) version_ = wall_.seats().drafts_version();
}

void KeptDrafts::keep_beside(const std::filesystem::path& convening) {
  convening_ = convening;
  keeper_.emplace(drafts::drafts_beside(convening), wake_);
  version_.reset();
}

void KeptDrafts::poll() {
  if (const auto file = session_.file(); file && *file != convening_) keep_beside(*file);
  if (const std::uint64_t now = wall_.seats().drafts_version(); now != version_) {
    version_ = now;
    keeper_->keep(wall_.seats().drafts());
  }
  if (const auto trouble = keeper_->trouble(); trouble != said_) {
    said_ = trouble;
    wall_.warn_of_drafts(trouble);
  }
}

}  // namespace greenline::app
