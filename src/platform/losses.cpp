#include "platform/losses.h"

namespace greenline::platform {

Losses& Losses::operator+=(const Losses& more) {
  tuio_refused += more.tuio_refused;
  tuio_overrun += more.tuio_overrun;
  strange_touches += more.strange_touches;
  x_refusals += more.x_refusals;
  return *this;
}

std::string told(const Losses& before, const Losses& now) {
  std::string words;
  const auto tell = [&](std::uint64_t was, std::uint64_t is, const char* what) {
    if (is > was) words += std::to_string(is - was) + what;
  };
  tell(before.tuio_refused, now.tuio_refused,
       " TUIO packets, or parts of them, were not right and were left out: see what else sends to that port.\n");
  tell(before.tuio_overrun, now.tuio_overrun,
       " TUIO packets came faster than they could be read and were lost: see what else sends to that port.\n");
  tell(before.strange_touches, now.strange_touches,
       " touches of devices that do not lie on the glass (touchpads) were left out.\n");
  tell(before.x_refusals, now.x_refusals, " requests were refused by the X server; the wall went on without them.\n");
  return words;
}

}  // namespace greenline::platform
