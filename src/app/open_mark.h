// A sign for the rest of the machine that a convening is open: updates wait meanwhile (greenline-venue).
#pragma once
#include "files/descriptor.h"

namespace greenline::app {

// $XDG_RUNTIME_DIR/greenline-open, locked (flock) while a convening is open: the kernel takes the lock away with the process,
// however that ends, so nobody waits for a wall that is gone. Several programs hold it together. Where there is no such folder
// nobody is told.
class OpenMark {
 public:
  void set(bool open);

 private:
  files::Descriptor file_;
  bool open_ = false;
};

}  // namespace greenline::app
