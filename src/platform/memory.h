// Memory that this process has no more use for.
#pragma once
#include <malloc.h>

namespace greenline::platform {

// Gives the system back what was freed. Costs milliseconds: for once, after something that took much and left little.
inline void give_back_memory() {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}

}  // namespace greenline::platform
