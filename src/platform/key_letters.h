// Which letter a key of a keyboard means to a shortcut, in every layout.
#pragma once
#include <map>
#include <string>

namespace greenline::platform {

// What each key writes by itself in the layout that is in force, UTF-8, by the key's code.
using KeyNames = std::map<int, std::string>;

// The letter 'a' to 'z', or 0. The key that says Q is Q, wherever it stands. Where no key of the layout says Q (Russian, Greek,
// Hindi), the key is that stands where a US keyboard has it: `us_letter` is what such a keyboard has at this key, 0 for none.
[[nodiscard]] char letter_of(int code, char us_letter, const KeyNames&);

}  // namespace greenline::platform
