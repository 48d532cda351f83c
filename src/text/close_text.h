// Closes ICU's view of some text at the end of its scope.
#pragma once
#include <unicode/utext.h>

namespace greenline::text {

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

}  // namespace greenline::text
