// Four numbers at once, which the compiler keeps in one register where the processor has such.
#pragma once
#include <cmath>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace greenline::render {

using Four = float __attribute__((vector_size(16)));
using FourWhole = int __attribute__((vector_size(16)));
using FourCount = unsigned __attribute__((vector_size(16)));

[[nodiscard]] inline Four four(float x) { return Four{x, x, x, x}; }
[[nodiscard]] inline Four most(Four a, Four b) {
#if defined(__SSE2__)
  return _mm_max_ps(a, b);
#else
  for (int i = 0; i < 4; ++i) a[i] = a[i] > b[i] ? a[i] : b[i];
  return a;
#endif
}
[[nodiscard]] inline Four least(Four a, Four b) {
#if defined(__SSE2__)
  return _mm_min_ps(a, b);
#else
  for (int i = 0; i < 4; ++i) a[i] = a[i] < b[i] ? a[i] : b[i];
  return a;
#endif
}
[[nodiscard]] inline Four root(Four a) {
#if defined(__SSE2__)
  return _mm_sqrt_ps(a);
#else
  for (int i = 0; i < 4; ++i) a[i] = std::sqrt(a[i]);
  return a;
#endif
}
[[nodiscard]] inline Four size(Four a) { return most(a, -a); }
[[nodiscard]] inline Four share(Four a) { return least(most(a, four(0)), four(1)); }  // within 0..1
[[nodiscard]] inline Four mixed(Four from, Four to, Four by) { return from + (to - from) * by; }
[[nodiscard]] inline FourWhole whole(Four a) { return __builtin_convertvector(a, FourWhole); }  // towards nothing
[[nodiscard]] inline Four floored(Four a) {  // the next whole number that is not above it
  const Four near = __builtin_convertvector(whole(a), Four);
  return near + __builtin_convertvector(near > a, Four);  // a comparison that holds is -1
}
[[nodiscard]] inline Four smooth(float from, float to, Four a) {  // GLSL's smoothstep
  const Four t = share((a - four(from)) / four(to - from));
  return t * t * (four(3) - four(2) * t);
}
[[nodiscard]] inline Four at_least(Four a, float edge) {  // GLSL's step: 1 or 0
  return -__builtin_convertvector(a >= four(edge), Four);
}
// As first_from in sheet.h, which see.
[[nodiscard]] inline FourWhole first_from(Four x) {
  const Four beyond = x + four(0.5F);
  const FourWhole near = whole(beyond);
  return near + (__builtin_convertvector(near, Four) > beyond);  // a comparison that holds is -1
}

}  // namespace greenline::render
