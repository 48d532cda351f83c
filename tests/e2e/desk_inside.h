// The inside of a hand at a desk: what its files share.
#pragma once
#include <X11/Xlib.h>

#include "e2e/desk.h"

namespace greenline::desk {

struct Hand::Inside {
  Display* display = nullptr;
};

}  // namespace greenline::desk
